/* formats/schema/tata-letak.xsd as a table, and a <tata-letak> as a struct layout. */
#include <nafkah/formats.h>
#include <nafkah/xml_take.h>

#include "xml_table.h"

#define DELIMITER_WORDS "koma titik-koma tab pipa"
#define DELIMITER_BYTES ",;\t|"
#define YES_NO "ya tidak"

enum { NAME_MAX_CHARACTERS = 100, TITLE_MAX = 300, NAMES_MAX = 16, COLUMNS_MAX = 64, HEADER_ROWS_MAX = 100 };

static const struct xml_element name_element = { .name = "nama", .text = { NAME(NAME_MAX_CHARACTERS) } };
static const struct xml_element word_element = { .name = "teks", .text = { NAME(NAME_MAX_CHARACTERS) } };
static const struct xml_child names_children[] = { BETWEEN(name_element, 1, NAMES_MAX), END_CHILDREN };
static const struct xml_child words_children[] = { BETWEEN(word_element, 1, NAMES_MAX), END_CHILDREN };

static const struct xml_attribute container_attributes[] = {
	A("jenis", true, WORDS("csv")), A("pemisah", true, LIST(DELIMITER_WORDS)), A("kutip", false, WORDS("ganda")),
	A("pengodean", false, WORDS("utf-8")), END_ATTRIBUTES,
};
static const struct xml_element container_element = { .name = "wadah", .attributes = container_attributes };
static const struct xml_attribute header_attributes[] = { A("baris-maks", true, NUMBER(1, HEADER_ROWS_MAX)), END_ATTRIBUTES };
static const struct xml_element header_element = { .name = "kepala", .attributes = header_attributes };
static const struct xml_attribute money_attributes[] = {
	A("desimal", true, WORDS(". ,")), A("ribuan", false, WORDS(". , spasi")), A("nol", false, LIST("kosong tanda-hubung")),
	END_ATTRIBUTES,
};
static const struct xml_element money_element = { .name = "uang", .attributes = money_attributes };
static const struct xml_attribute column_attributes[] = {
	A("peran", true, WORDS(ROLE_WORDS)), A("wajib", false, WORDS(YES_NO)), A("gaya", false, LIST("iso ymd dmy")),
	A("bertanda", false, WORDS(YES_NO)), END_ATTRIBUTES,
};
static const struct xml_element column_element = {
	.name = "kolom", .attributes = column_attributes, .children = names_children,
};
static const struct xml_element address_element = { .name = "alamat", .children = names_children };
static const struct xml_attribute count_attributes[] = {
	A("kolom", true, NAME(NAME_MAX_CHARACTERS)), A("nilai", true, NAME(NAME_MAX_CHARACTERS)), END_ATTRIBUTES,
};
static const struct xml_element count_element = { .name = "hitung", .attributes = count_attributes };
static const struct xml_attribute total_attributes[] = { A("wajib", true, WORDS(YES_NO)), END_ATTRIBUTES };
static const struct xml_element total_element = {
	.name = "jumlah", .attributes = total_attributes, .children = words_children,
};
static const struct xml_element subtotal_element = { .name = "sub-jumlah", .children = words_children };
static const struct xml_attribute adjust_attributes[] = {
	A("tambah", true, WORDS("potongan")), A("kurang", true, WORDS("bersih")), END_ATTRIBUTES,
};
static const struct xml_element adjust_element = { .name = "penyesuaian", .attributes = adjust_attributes };

static const struct xml_child root_children[] = {
	ONE(container_element),
	ONE(header_element),
	ONE(money_element),
	BETWEEN(column_element, 5, COLUMNS_MAX),
	OPTIONAL(address_element),
	OPTIONAL(count_element),
	OPTIONAL(total_element),
	OPTIONAL(subtotal_element),
	ONE(adjust_element),
	END_CHILDREN,
};
static const struct xml_attribute root_attributes[] = {
	A("id", true, .type = XML_ID), A("jenis", true, WORDS("gaji tpp thr gaji13")), A("judul", true, NAME(TITLE_MAX)),
	END_ATTRIBUTES,
};
static const struct xml_element root_element = {
	.name = "tata-letak", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct layout *out;
	struct layout_column *columns; /* room for COLUMNS_MAX */
	struct arena *arena;
	struct findings *findings;
};

/* A folded name: "_?[a-z0-9]+(_[a-z0-9]+)*_?" without the outer ones, which no folded header has. */
static bool is_folded(struct slice s)
{
	bool gap = false;

	for (size_t i = 0; i < s.len; i++) {
		bool other = s.ptr[i] == '_';

		if ((other && gap) || (!other && !ascii_is_digit(s.ptr[i]) && (s.ptr[i] < 'a' || s.ptr[i] > 'z')))
			return false;
		gap = other;
	}
	return s.len > 0 && !(s.len == 1 && gap);
}

static struct slice take_folded(struct reading *rd, const struct xml_node *n, const char *attribute)
{
	struct slice s = attribute != NULL ? xml_attr(n, attribute) : n->text;

	if (!is_folded(s))
		xml_refuse_as(n, attribute, s, "a-z 0-9 _", false, rd->out->file, rd->findings);
	return header_fold(rd->arena, s);
}

static struct words take_words(struct reading *rd, const struct xml_node *parent, const char *element)
{
	struct slice *items = parent != NULL ? arena_array(rd->arena, NAMES_MAX, sizeof *items) : NULL;
	struct words w = { items, 0 };

	if (items == NULL)
		return w;
	for (const struct xml_node *n = xml_find(parent, element); n != NULL; n = xml_next(n))
		items[w.count++] = take_folded(rd, n, NULL);
	return w;
}

static void take_delimiters(struct reading *rd, const struct xml_node *n)
{
	struct slice rest = xml_attr(n, "pemisah");
	char bytes[sizeof DELIMITER_BYTES];
	size_t count = 0;

	while (rest.ptr != NULL && count + 1 < sizeof bytes)
		bytes[count++] = DELIMITER_BYTES[word_index(DELIMITER_WORDS, next_of_words(&rest))];
	rd->out->delimiters = arena_copy(rd->arena, (struct slice){ bytes, count });
}

static bool attr_has_word(const struct xml_node *n, const char *attribute, struct slice word)
{
	struct slice rest = xml_attr(n, attribute);

	while (rest.ptr != NULL)
		if (slice_equal(next_of_words(&rest), word))
			return true;
	return false;
}

static void take_money(struct reading *rd, const struct xml_node *n)
{
	struct slice group = xml_attr(n, "ribuan");

	rd->out->money.decimal = xml_attr(n, "desimal").ptr[0];
	if (group.len > 0)
		rd->out->money.group = group.len == 1 ? group.ptr[0] : ' ';
	rd->out->empty_is_zero = attr_has_word(n, "nol", SLICE("kosong"));
	rd->out->dash_is_zero = attr_has_word(n, "nol", SLICE("tanda-hubung"));
}

static void take_column(struct reading *rd, const struct xml_node *n)
{
	struct words names = take_words(rd, n, "nama");

	rd->columns[rd->out->column_count++] = (struct layout_column){
		.role = (enum role)xml_take_word(n, "peran", ROLE_WORDS, 0),
		.required = xml_take_yes(n, "wajib"),
		.is_signed = xml_take_yes(n, "bertanda"),
		.period_styles = (attr_has_word(n, "gaya", SLICE("iso")) ? PERIOD_ISO : 0u) |
		                 (attr_has_word(n, "gaya", SLICE("ymd")) ? PERIOD_YMD : 0u) |
		                 (attr_has_word(n, "gaya", SLICE("dmy")) ? PERIOD_DMY : 0u),
		.names = names.items,
		.name_count = names.count,
		.line = n->line,
	};
}

static void take_count(struct reading *rd, const struct xml_node *n)
{
	rd->out->count_column = take_folded(rd, n, "kolom");
	rd->out->count_value = arena_copy(rd->arena, xml_attr(n, "nilai"));
}

static enum status take_child(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	if (n->kind == &container_element)
		take_delimiters(rd, n);
	else if (n->kind == &header_element)
		rd->out->header_rows_max = (size_t)xml_take_whole(n, "baris-maks", 1);
	else if (n->kind == &money_element)
		take_money(rd, n);
	else if (n->kind == &column_element && rd->out->column_count < COLUMNS_MAX)
		take_column(rd, n);
	else if (n->kind == &address_element)
		rd->out->address = take_words(rd, n, "nama");
	else if (n->kind == &count_element)
		take_count(rd, n);
	else if (n->kind == &subtotal_element)
		rd->out->subtotal = take_words(rd, n, "teks");
	else if (n->kind == &total_element) {
		rd->out->total = take_words(rd, n, "teks");
		rd->out->total_required = xml_take_yes(n, "wajib");
	}
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	rd->out->id = arena_copy(rd->arena, xml_attr(n, "id"));
	rd->out->title = arena_copy(rd->arena, xml_attr(n, "judul"));
	rd->out->kind = (enum kind)xml_take_word(n, "jenis", "gaji tpp thr gaji13", 0);
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status layout_read(struct slice bytes, struct slice file, struct arena *a, struct layout *out,
                        struct findings *findings)
{
	struct layout layout = { .file = file, .text = bytes };
	struct reading rd = { .out = &layout, .arena = a, .findings = findings };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = "urn:nafkah:tata-letak:1", .root_open = take_root, .child = take_child,
		.context = &rd,
	};
	uint64_t refused = findings->per_level[LEVEL_TOLAK];
	enum status status;

	rd.columns = arena_array(a, COLUMNS_MAX, sizeof *rd.columns);
	if (rd.columns == NULL)
		return STATUS_FAIL;
	layout.columns = rd.columns;
	status = xml_read(bytes, &doc, file, findings);
	if (status != STATUS_OK)
		return status;
	layout_check(&layout, findings);
	if (findings->per_level[LEVEL_TOLAK] > refused)
		return STATUS_REJECT;
	*out = layout;
	return STATUS_OK;
}
