/* formats/schema/tata-letak.xsd as a table, and a <tata-letak> as a struct layout. */
#include <nafkah/formats.h>
#include <nafkah/xml_take.h>

#include "xml_table.h"

#define YES_NO "ya tidak"
#define ENCODING_WORDS "utf-8 utf-16 windows-1252 cp437 cp850"

enum { SHEET_NAME_MAX = 31,  NAME_MAX_CHARACTERS = 100, TITLE_MAX = 300, NAMES_MAX = 16, COLUMNS_MAX = 64, HEADER_ROWS_MAX = 100 };

static const struct xml_element name_element = { .name = "nama", .text = { NAME(NAME_MAX_CHARACTERS) } };
static const struct xml_element word_element = { .name = "teks", .text = { NAME(NAME_MAX_CHARACTERS) } };
static const struct xml_child names_children[] = { BETWEEN(name_element, 1, NAMES_MAX), END_CHILDREN };
static const struct xml_child words_children[] = { BETWEEN(word_element, 1, NAMES_MAX), END_CHILDREN };

static const struct xml_attribute container_attributes[] = {
	A("jenis", true, WORDS(CONTAINER_WORDS)), A("pemisah", false, LIST(DELIMITER_WORDS)), A("kutip", false, WORDS("ganda")),
	A("pengodean", false, LIST(ENCODING_WORDS)), A("lembar", false, NAME(SHEET_NAME_MAX)),
	A("rumus-jumlah", false, WORDS("tolak hitung")), END_ATTRIBUTES,
};
static const struct xml_element container_element = { .name = "wadah", .attributes = container_attributes };
static const struct xml_attribute header_attributes[] = {
	A("baris-maks", true, NUMBER(1, HEADER_ROWS_MAX)), A("tingkat", false, NUMBER(1, 2)),
	A("nomor-kolom", false, WORDS(YES_NO)), A("awalan", false, NAME(NAME_MAX_CHARACTERS)), END_ATTRIBUTES,
};
static const struct xml_element header_element = { .name = "kepala", .attributes = header_attributes };
static const struct xml_attribute money_attributes[] = {
	A("desimal", true, WORDS(". ,")), A("ribuan", false, WORDS(". , spasi")), A("nol", false, LIST("kosong tanda-hubung")),
	END_ATTRIBUTES,
};
static const struct xml_element money_element = { .name = "uang", .attributes = money_attributes };
static const struct xml_attribute column_attributes[] = {
	A("peran", true, WORDS(ROLE_WORDS)), A("wajib", false, WORDS(YES_NO)), A("gaya", false, LIST("iso ymd dmy")),
	A("bertanda", false, WORDS(YES_NO)), A("kawin", false, NAME(NAME_MAX_CHARACTERS)), END_ATTRIBUTES,
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
static const struct xml_attribute words_attributes[] = { A("cocok", false, WORDS("sama awal")), END_ATTRIBUTES };
static const struct xml_element subtotal_element = {
	.name = "sub-jumlah", .attributes = words_attributes, .children = words_children,
};
static const struct xml_element titles_element = {
	.name = "judul-kelompok", .attributes = words_attributes, .children = words_children,
};
static const struct xml_child end_children[] = { BETWEEN(word_element, 0, NAMES_MAX), END_CHILDREN };
static const struct xml_attribute end_attributes[] = {
	A("cocok", false, WORDS("sama awal")), A("setelah-jumlah", false, WORDS(YES_NO)), END_ATTRIBUTES,
};
static const struct xml_element end_element = { .name = "akhir", .attributes = end_attributes, .children = end_children };
static const struct xml_attribute adjust_attributes[] = {
	A("tambah", true, WORDS("potongan")), A("kurang", true, WORDS("bersih")), END_ATTRIBUTES,
};
static const struct xml_element adjust_element = { .name = "penyesuaian", .attributes = adjust_attributes };

static const struct xml_child root_children[] = {
	BETWEEN(container_element, 1, CONTAINER_COUNT),
	ONE(header_element),
	ONE(money_element),
	BETWEEN(column_element, 5, COLUMNS_MAX),
	OPTIONAL(address_element),
	OPTIONAL(count_element),
	OPTIONAL(total_element),
	OPTIONAL(subtotal_element),
	OPTIONAL(titles_element),
	OPTIONAL(end_element),
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
	struct words w = { .items = items };

	if (items == NULL)
		return w;
	for (const struct xml_node *n = xml_find(parent, element); n != NULL; n = xml_next(n))
		items[w.count++] = take_folded(rd, n, NULL);
	return w;
}

/* Of an element that says how they are compared. */
static struct words take_compared_words(struct reading *rd, const struct xml_node *parent)
{
	struct words w = take_words(rd, parent, "teks");

	w.begins = slice_equal(xml_attr(parent, "cocok"), SLICE("awal"));
	return w;
}

static bool attr_has_word(const struct xml_node *n, const char *attribute, struct slice word)
{
	struct slice rest = xml_attr(n, attribute);

	while (rest.ptr != NULL)
		if (slice_equal(next_of_words(&rest), word))
			return true;
	return false;
}

/* CSV is UTF-8, or with a BOM UTF-16, or Windows-1252 alone; the code pages are those of DBF. */
static void take_encodings(struct layout_container *c, const struct xml_node *n)
{
	static const struct {
		struct slice word;
		enum encoding encoding;
	} eight_bit[] = {
		{ { "windows-1252", 12 }, ENCODING_WINDOWS_1252 }, { { "cp437", 5 }, ENCODING_CP437 }, { { "cp850", 5 }, ENCODING_CP850 },
	};

	c->utf16 = attr_has_word(n, "pengodean", SLICE("utf-16"));
	for (size_t i = 0; i < sizeof eight_bit / sizeof *eight_bit; i++) {
		if (!attr_has_word(n, "pengodean", eight_bit[i].word))
			continue;
		c->has_encoding = true;
		c->encoding = eight_bit[i].encoding;
	}
}

/* Which words say something for which container; CSV must say how it is cut. */
static void check_container(struct reading *rd, const struct xml_node *n, enum container kind)
{
	static const struct {
		const char *name;
		bool means[CONTAINER_COUNT];
	} attributes[] = {
		{ "pemisah", { [CONTAINER_CSV] = true } },
		{ "kutip", { [CONTAINER_CSV] = true } },
		{ "pengodean", { [CONTAINER_CSV] = true, [CONTAINER_DBF] = true } },
		{ "lembar", { [CONTAINER_XLSX] = true } },
		{ "rumus-jumlah", { [CONTAINER_XLSX] = true } },
	};
	struct slice encodings = xml_attr(n, "pengodean");
	bool wide = slice_equal(encodings, SLICE("utf-8 utf-16")) || slice_equal(encodings, SLICE("utf-16 utf-8"));
	bool of_csv = encodings.len == 0 || wide || word_index("utf-8 utf-16 windows-1252", encodings) >= 0;
	bool of_dbf = encodings.len == 0 || word_index("windows-1252 cp437 cp850", encodings) >= 0;

	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
		if (xml_attr(n, attributes[i].name).ptr != NULL && !attributes[i].means[kind])
			layout_note(rd->out, rd->findings, n->line, slice_from_c(attributes[i].name), "jenis");
	if (kind == CONTAINER_CSV && xml_attr(n, "pemisah").ptr == NULL)
		layout_note(rd->out, rd->findings, n->line, SLICE("pemisah"), "jenis=\"csv\"");
	if ((kind == CONTAINER_CSV && !of_csv) || (kind == CONTAINER_DBF && !of_dbf))
		layout_note(rd->out, rd->findings, n->line, encodings, "pengodean");
}

static void take_container(struct reading *rd, const struct xml_node *n)
{
	struct layout_container c = { .allowed = true, .delimiters = xml_take_delimiters(rd->arena, n, "pemisah") };
	enum container kind = (enum container)xml_take_word(n, "jenis", CONTAINER_WORDS, 0);

	if (rd->out->containers[kind].allowed)
		layout_note(rd->out, rd->findings, n->line, xml_attr(n, "jenis"), "satu kali / once");
	take_encodings(&c, n);
	c.sheet = arena_copy(rd->arena, xml_attr(n, "lembar"));
	c.total_formulas = slice_equal(xml_attr(n, "rumus-jumlah"), SLICE("hitung"));
	check_container(rd, n, kind);
	rd->out->containers[kind] = c;
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

static void take_header(struct reading *rd, const struct xml_node *n)
{
	rd->out->header_rows_max = (size_t)xml_take_whole(n, "baris-maks", 1);
	rd->out->two_levels = xml_take_whole(n, "tingkat", 1) == 2;
	rd->out->numbered = xml_take_yes(n, "nomor-kolom");
	if (xml_attr(n, "awalan").ptr != NULL)
		rd->out->prefix = take_folded(rd, n, "awalan");
}

/* kawin="1 kawin menikah": folded, like names. */
static struct words take_married(struct reading *rd, const struct xml_node *n)
{
	struct slice rest = xml_attr(n, "kawin"), *items = arena_array(rd->arena, NAMES_MAX, sizeof *items);
	struct words w = { .items = items };

	while (items != NULL && rest.ptr != NULL) {
		struct slice word = slice_cut(&rest, ' ');

		if (w.count == NAMES_MAX || !is_folded(word)) {
			xml_refuse_as(n, "kawin", xml_attr(n, "kawin"), "a-z 0-9 _", false, rd->out->file, rd->findings);
			break;
		}
		items[w.count++] = header_fold(rd->arena, word);
	}
	return w;
}

static void take_column(struct reading *rd, const struct xml_node *n)
{
	struct words names = take_words(rd, n, "nama");

	if (xml_attr(n, "kawin").ptr != NULL) {
		rd->out->married = take_married(rd, n);
		if (!slice_equal(xml_attr(n, "peran"), SLICE("status-kawin")))
			layout_note(rd->out, rd->findings, n->line, SLICE("kawin"), "peran=\"status-kawin\"");
	}
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
		take_container(rd, n);
	else if (n->kind == &header_element)
		take_header(rd, n);
	else if (n->kind == &money_element)
		take_money(rd, n);
	else if (n->kind == &column_element && rd->out->column_count < COLUMNS_MAX)
		take_column(rd, n);
	else if (n->kind == &address_element)
		rd->out->address = take_words(rd, n, "nama");
	else if (n->kind == &count_element)
		take_count(rd, n);
	else if (n->kind == &subtotal_element)
		rd->out->subtotal = take_compared_words(rd, n);
	else if (n->kind == &titles_element)
		rd->out->titles = take_compared_words(rd, n);
	else if (n->kind == &end_element) {
		rd->out->end = take_compared_words(rd, n);
		rd->out->ends_at_total = xml_take_yes(n, "setelah-jumlah");
		if (rd->out->end.count == 0 && !rd->out->ends_at_total)
			layout_note(rd->out, rd->findings, n->line, SLICE("akhir"), "teks / setelah-jumlah");
	} else if (n->kind == &total_element) {
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
