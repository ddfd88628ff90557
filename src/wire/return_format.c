/* formats/schema/format-balasan.xsd as a table, and a <format-balasan> as a struct return_format. */
#include <nafkah/return_format.h>

#include <nafkah/xml_take.h>

#include "xml_table.h"

#define CONTAINERS "csv xlsx html"
#define YES_NO "ya tidak"
#define TESTED_WORDS "belum ya"

enum { TITLE_MOST = 300, SOURCE_MOST = 500, NAME_MOST = 100, SHEET_NAME_MOST = 31, NAMES_MOST = 32, HEADER_ROWS_MOST = 100 };

static const struct xml_element name_element = { .name = "nama", .text = { NAME(NAME_MOST) } };
static const struct xml_element word_element = { .name = "teks", .text = { NAME(NAME_MOST) } };
static const struct xml_child names_children[] = { BETWEEN(name_element, 1, NAMES_MOST), END_CHILDREN };
static const struct xml_child words_children[] = { BETWEEN(word_element, 1, NAMES_MOST), END_CHILDREN };
static const struct xml_attribute container_attributes[] = {
	A("jenis", true, WORDS(CONTAINERS)), A("pemisah", false, LIST(DELIMITER_WORDS)), A("lembar", false, NAME(SHEET_NAME_MOST)),
	END_ATTRIBUTES,
};
static const struct xml_element container_element = { .name = "wadah", .attributes = container_attributes };
static const struct xml_attribute header_attributes[] = {
	A("baris-maks", true, NUMBER(1, HEADER_ROWS_MOST)), END_ATTRIBUTES,
};
static const struct xml_element header_element = { .name = "kepala", .attributes = header_attributes };
static const struct xml_attribute money_attributes[] = {
	A("desimal", true, WORDS(". ,")), A("ribuan", false, WORDS(". , spasi")), END_ATTRIBUTES,
};
static const struct xml_element money_element = { .name = "uang", .attributes = money_attributes };
static const struct xml_attribute column_attributes[] = {
	A("peran", true, WORDS(RETURN_ROLE_WORDS)), A("wajib", false, WORDS(YES_NO)), A("gaya", false, LIST("iso ymd dmy")),
	END_ATTRIBUTES,
};
static const struct xml_element column_element = {
	.name = "kolom", .attributes = column_attributes, .children = names_children,
};
static const struct xml_attribute meaning_attributes[] = {
	A("arti", true, WORDS(FATE_WORDS)), A("kosong", false, WORDS(YES_NO)), END_ATTRIBUTES,
};
static const struct xml_element meaning_element = {
	.name = "hasil", .attributes = meaning_attributes, .children = words_children,
};
static const struct xml_element skipped_element = { .name = "lewati", .children = words_children };
static const struct xml_child root_children[] = {
	BETWEEN(container_element, 1, 3), ONE(header_element), ONE(money_element), BETWEEN(column_element, 2, RETURN_ROLE_COUNT),
	BETWEEN(meaning_element, 2, FATE_COUNT), OPTIONAL(skipped_element), END_CHILDREN,
};
static const struct xml_attribute root_attributes[] = {
	A("id", true, .type = XML_ID), A("judul", true, NAME(TITLE_MOST)), A("sumber", true, NAME(SOURCE_MOST)), 
	A("tanggal", true, DAY), A("teruji", true, WORDS(TESTED_WORDS)), END_ATTRIBUTES,
};
static const struct xml_element root_element = {
	.name = "format-balasan", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct return_format *out;
	struct arena *arena;
	struct findings *findings;
};

const char *return_role_name(enum return_role r)
{
	static const char *const names[RETURN_ROLE_COUNT] = {
		[RETURN_KEY] = "kunci", [RETURN_ACCOUNT] = "rekening", [RETURN_NAME] = "nama", [RETURN_AMOUNT] = "jumlah",
		[RETURN_STATUS] = "status", [RETURN_REASON] = "alasan", [RETURN_DATE] = "tanggal",
		[RETURN_REFERENCE] = "rujukan-bank",
	};

	return names[r];
}

static void note(struct reading *rd, uint64_t line, struct slice value, const char *rule)
{
	findings_add(rd->findings, &(struct finding){
		.code = N1042_RETURN_FORMAT_INCONSISTENT, .file = rd->out->file, .line = line, .value = value,
		.detail = slice_from_c(rule),
	});
}

/* ---- the parts ---- */

static struct words take_words(struct reading *rd, const struct xml_node *parent, const char *element)
{
	struct slice *items = arena_array(rd->arena, NAMES_MOST, sizeof *items);
	struct words w = { .items = items };

	for (const struct xml_node *n = xml_find(parent, element); items != NULL && n != NULL; n = xml_next(n)) {
		items[w.count] = header_fold(rd->arena, n->text);
		if (!slice_equal(items[w.count++], n->text))
			xml_refuse_as(n, NULL, n->text, "a-z 0-9 _", false, rd->out->file, rd->findings);
	}
	return w;
}

static void take_container(struct reading *rd, const struct xml_node *n)
{
	static const enum container kinds[] = { CONTAINER_CSV, CONTAINER_XLSX, CONTAINER_HTML };
	enum container kind = kinds[xml_take_word(n, "jenis", CONTAINERS, 0)];
	struct layout_container *c = &rd->out->containers[kind];

	if (c->allowed)
		note(rd, n->line, xml_attr(n, "jenis"), "satu kali / once");
	if ((kind == CONTAINER_CSV) != (xml_attr(n, "pemisah").ptr != NULL))
		note(rd, n->line, SLICE("pemisah"), "jenis=\"csv\"");
	if (kind != CONTAINER_XLSX && xml_attr(n, "lembar").ptr != NULL)
		note(rd, n->line, SLICE("lembar"), "jenis=\"xlsx\"");
	*c = (struct layout_container){
		.allowed = true, .delimiters = xml_take_delimiters(rd->arena, n, "pemisah"), .utf16 = kind == CONTAINER_CSV,
		.sheet = arena_copy(rd->arena, xml_attr(n, "lembar")),
	};
}

static void take_money(struct reading *rd, const struct xml_node *n)
{
	struct slice group = xml_attr(n, "ribuan");

	rd->out->money.decimal = xml_attr(n, "desimal").ptr[0];
	if (group.len > 0)
		rd->out->money.group = group.len == 1 ? group.ptr[0] : ' ';
	if (rd->out->money.group == rd->out->money.decimal)
		note(rd, n->line, SLICE("ribuan"), "desimal");
}

static unsigned take_styles(const struct xml_node *n)
{
	struct slice rest = xml_attr(n, "gaya");
	unsigned styles = 0;

	while (rest.ptr != NULL)
		styles |= 1u << (unsigned)word_index("iso ymd dmy", next_of_words(&rest)); /* as PERIOD_ISO ... are */
	return styles;
}

static void take_column(struct reading *rd, const struct xml_node *n)
{
	enum return_role role = (enum return_role)xml_take_word(n, "peran", RETURN_ROLE_WORDS, 0);
	struct return_column *c = &rd->out->columns[role];
	struct words names = take_words(rd, n, "nama");

	if (c->stated)
		note(rd, n->line, xml_attr(n, "peran"), "satu kolom / one column");
	if ((role == RETURN_DATE) != (xml_attr(n, "gaya").ptr != NULL))
		note(rd, n->line, SLICE("gaya"), "peran=\"tanggal\"");
	if (role == RETURN_DATE)
		rd->out->date_styles = take_styles(n);
	*c = (struct return_column){
		.stated = true, .required = xml_take_yes(n, "wajib"), .names = names.items, .name_count = names.count,
	};
}

static void take_meaning(struct reading *rd, const struct xml_node *n)
{
	enum fate fate = (enum fate)xml_take_word(n, "arti", FATE_WORDS, 0);

	if (rd->out->meaning[fate].count > 0)
		note(rd, n->line, xml_attr(n, "arti"), "satu kali / once");
	if (fate != FATE_UNKNOWN && xml_attr(n, "kosong").ptr != NULL)
		note(rd, n->line, SLICE("kosong"), "arti=\"belum-diketahui\"");
	rd->out->meaning[fate] = take_words(rd, n, "teks");
	rd->out->empty_is_unknown = rd->out->empty_is_unknown || (fate == FATE_UNKNOWN && xml_take_yes(n, "kosong"));
}

static enum status take_child(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	if (n->kind == &container_element)
		take_container(rd, n);
	else if (n->kind == &header_element)
		rd->out->header_rows_max = (size_t)xml_take_whole(n, "baris-maks", 1);
	else if (n->kind == &money_element)
		take_money(rd, n);
	else if (n->kind == &column_element)
		take_column(rd, n);
	else if (n->kind == &meaning_element)
		take_meaning(rd, n);
	else {
		rd->out->skipped = take_words(rd, n, "teks");
		rd->out->skipped.begins = true;
	}
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	rd->out->id = arena_copy(rd->arena, xml_attr(n, "id"));
	rd->out->title = arena_copy(rd->arena, xml_attr(n, "judul"));
	rd->out->source = arena_copy(rd->arena, xml_attr(n, "sumber"));
	rd->out->dated = xml_take_date(n, "tanggal");
	rd->out->tested = xml_take_yes(n, "teruji");
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

/* ---- what one part demands of another ---- */

static bool name_is_taken(const struct return_format *f, unsigned role, size_t name)
{
	struct slice wanted = f->columns[role].names[name];

	for (unsigned r = 0; r <= role; r++)
		for (size_t i = 0; i < f->columns[r].name_count && (r < role || i < name); i++)
			if (slice_equal(f->columns[r].names[i], wanted))
				return true;
	return false;
}

static bool word_is_taken(const struct return_format *f, unsigned fate, size_t word)
{
	struct slice wanted = f->meaning[fate].items[word];

	for (unsigned m = 0; m <= fate; m++)
		for (size_t i = 0; i < f->meaning[m].count && (m < fate || i < word); i++)
			if (slice_equal(f->meaning[m].items[i], wanted))
				return true;
	return false;
}

/* A line is found by its key, or by account and amount; and its status is what the file is read for. */
static void check(struct reading *rd)
{
	const struct return_format *f = rd->out;
	const struct return_column *c = f->columns;
	bool by_account = c[RETURN_ACCOUNT].required && c[RETURN_AMOUNT].required;

	if (!c[RETURN_STATUS].required)
		note(rd, 0, SLICE("status"), "wajib=\"ya\"");
	if (!c[RETURN_KEY].required && !by_account)
		note(rd, 0, SLICE("kunci"), "wajib=\"ya\" (rekening + jumlah)");
	if (f->meaning[FATE_PAID].count == 0 || f->meaning[FATE_RETURNED].count == 0)
		note(rd, 0, SLICE("hasil"), "dibayar, dikembalikan");
	for (unsigned r = 0; r < RETURN_ROLE_COUNT; r++)
		for (size_t i = 0; i < c[r].name_count; i++)
			if (name_is_taken(f, r, i))
				note(rd, 0, c[r].names[i], "satu kali / once");
	for (unsigned m = 0; m < FATE_COUNT; m++)
		for (size_t i = 0; i < f->meaning[m].count; i++)
			if (word_is_taken(f, m, i))
				note(rd, 0, f->meaning[m].items[i], "satu kali / once");
}

enum status return_format_read(struct slice bytes, struct slice file, struct arena *a, struct return_format *out,
                               struct findings *findings)
{
	struct return_format format = { .file = file, .text = bytes };
	struct reading rd = { .out = &format, .arena = a, .findings = findings };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = "urn:nafkah:format-balasan:1", .root_open = take_root, .child = take_child,
		.context = &rd,
	};
	uint64_t refused = findings->per_level[LEVEL_TOLAK];
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status != STATUS_OK)
		return status;
	check(&rd);
	if (findings->per_level[LEVEL_TOLAK] > refused)
		return STATUS_REJECT;
	*out = format;
	return STATUS_OK;
}
