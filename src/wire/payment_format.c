/* formats/schema/format-transfer.xsd as a table, and a <format-transfer> as a struct payment_format. */
#include <nafkah/payment_format.h>

#include <nafkah/xml_take.h>

#include "payment_format_private.h"
#include "xml_table.h"

#define SHAPE_WORDS "kolom tetap buku-kerja pain.001.001.09 pain.001.001.03"
#define QUOTING_WORDS "tidak perlu selalu"
#define LINE_END_WORDS "lf crlf"
#define SIDE_WORDS "kiri kanan"
#define DATE_WORDS "iso ymd dmy ymd-garis dmy-garis dmy-pendek"
#define TOO_LONG_WORDS "tahan kata potong"
#define DECIMAL_WORDS "titik koma"
#define YES_NO "ya tidak"

enum {
	NAME_MOST = 300, TEXT_MOST = 500, FIELD_LENGTH_MOST = 1000, RAIL_CODE_MOST = 35, FIELDS_MOST = 100, SKIP_MOST = 20
};

static const struct xml_attribute charset_attributes[] = {
	A("boleh", true, TEXT(100)), A("kapital", false, WORDS(YES_NO)), A("pengganti", false, TEXT(1)), END_ATTRIBUTES,
};
static const struct xml_attribute rail_attributes[] = {
	A("id", true, WORDS(RAIL_WORDS)), A("kode", false, NAME(RAIL_CODE_MOST)), END_ATTRIBUTES,
};
static const struct xml_attribute field_attributes[] = {
	A("judul", true, NAME(NAME_MOST)), A("isi", true, TEXT(TEXT_MOST)),
	A("panjang", false, NUMBER(1, FIELD_LENGTH_MOST)),
	A("mulai", false, NUMBER(1, SKIP_MOST)), A("rata", false, WORDS(SIDE_WORDS)), A("isian", false, TEXT(1)),
	A("wajib", false, WORDS(YES_NO)), A("desimal", false, NUMBER(0, 2)),
	A("tanda-desimal", false, WORDS(DECIMAL_WORDS)),
	A("gaya-tanggal", false, WORDS(DATE_WORDS)), A("kelebihan", false, WORDS(TOO_LONG_WORDS)), END_ATTRIBUTES,
};
static const struct xml_attribute root_attributes[] = {
	A("id", true, .type = XML_ID), A("judul", true, NAME(NAME_MOST)), A("sumber", true, NAME(TEXT_MOST)),
	A("tanggal", true, DAY), A("teruji", true, WORDS("belum")), A("bank", false, NAME(NAME_MOST)),
	A("bentuk", true, WORDS(SHAPE_WORDS)), A("pemisah", false, WORDS(DELIMITER_WORDS)),
	A("kutip", false, WORDS(QUOTING_WORDS)),
	A("akhir-baris", false, WORDS(LINE_END_WORDS)), A("sesama-bank-saja", false, WORDS(YES_NO)),
	A("nama-berkas", true, NAME(100)), END_ATTRIBUTES,
};
static const struct xml_element field_element = { .name = "kolom", .attributes = field_attributes };
static const struct xml_child line_children[] = { BETWEEN(field_element, 1, FIELDS_MOST), END_CHILDREN };
static const struct xml_element charset_element = { .name = "tanda", .attributes = charset_attributes };
static const struct xml_element rail_element = { .name = "jalur", .attributes = rail_attributes };
static const struct xml_element head_element = { .name = "kepala", .children = line_children };
static const struct xml_element body_element = { .name = "rincian", .children = line_children };
static const struct xml_element tail_element = { .name = "penutup", .children = line_children };
static const struct xml_child root_children[] = {
	OPTIONAL(charset_element), BETWEEN(rail_element, 0, RAIL_COUNT), BETWEEN(head_element, 0, 9),
	BETWEEN(body_element, 1, 9), BETWEEN(tail_element, 0, 9), END_CHILDREN,
};
static const struct xml_element root_element = {
	.name = "format-transfer", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct payment_format *out;
	struct slice file;
	struct arena *arena;
	struct findings *findings;
	size_t head_room, body_room, tail_room;
};

static enum status refuse_form(const struct reading *rd, const struct xml_node *n, const char *name,
                               const char *expected)
{
	xml_refuse_as(n, name, xml_attr(n, name), expected, false, rd->file, rd->findings);
	return STATUS_REJECT;
}

static bool is_printable(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] < ' ' || s.ptr[i] > '~')
			return false;
	return true;
}

static enum status take_charset(struct reading *rd, const struct xml_node *n)
{
	struct slice marks = xml_attr(n, "boleh"), instead = xml_attr(n, "pengganti");

	if (!is_printable(marks))
		return refuse_form(rd, n, "boleh", "ASCII");
	if (instead.ptr != NULL && (instead.len != 1 || !is_printable(instead)))
		return refuse_form(rd, n, "pengganti", "1 x ASCII");
	rd->out->charset = (struct charset){
		.marks = arena_copy(rd->arena, marks), .upper = xml_take_yes(n, "kapital"),
		.instead = instead.ptr != NULL ? instead.ptr[0] : '\0',
	};
	return STATUS_OK;
}

static enum status take_rail(struct reading *rd, const struct xml_node *n)
{
	struct payment_format *f = rd->out;
	enum rail rail = (enum rail)xml_take_word(n, "id", RAIL_WORDS, 0);
	struct slice code = xml_attr(n, "kode");

	for (size_t i = 0; i < f->rail_count; i++)
		if (f->rails[i] == rail)
			return payment_format_refuse(rd->file, n->line, xml_attr(n, "id"), "satu kali / once",
			                             rd->findings);
	if (!is_printable(code))
		return refuse_form(rd, n, "kode", "ASCII");
	f->rails[f->rail_count++] = rail;
	f->rail_codes[rail] = arena_copy(rd->arena, code);
	return STATUS_OK;
}

static enum status take_field(struct reading *rd, const struct xml_node *n, struct format_field *out)
{
	struct slice pad = xml_attr(n, "isian"), text = xml_attr(n, "isi");
	static const char marks[] = { '.', ',' };
	int mark = xml_take_word(n, "tanda-desimal", DECIMAL_WORDS, -1);

	if (pad.ptr != NULL && (pad.len != 1 || !is_printable(pad)))
		return refuse_form(rd, n, "isian", "1 x ASCII");
	if (!is_printable(text))
		return refuse_form(rd, n, "isi", "ASCII");
	*out = (struct format_field){
		.title = arena_copy(rd->arena, xml_attr(n, "judul")), .text = arena_copy(rd->arena, text),
		.length = (size_t)xml_take_whole(n, "panjang", 0), .skip = (size_t)xml_take_whole(n, "mulai", 1) - 1,
		.too_long = (enum too_long)xml_take_word(n, "kelebihan", TOO_LONG_WORDS, LONG_HOLDS),
		.right = xml_take_word(n, "rata", SIDE_WORDS, 0) == 1, .pad = pad.ptr != NULL ? pad.ptr[0] : ' ',
		.required = xml_take_yes(n, "wajib"), .decimals = (unsigned)xml_take_whole(n, "desimal", 0),
		.decimal_mark = mark >= 0 ? marks[mark] : '\0',
		.dates = (enum date_style)xml_take_word(n, "gaya-tanggal", DATE_WORDS, DATE_ISO), .line = n->line,
	};
	return STATUS_OK;
}

static enum status take_line(struct reading *rd, const struct xml_node *n, struct format_lines *lines, size_t *room)
{
	struct format_line line = { .fields = arena_array(rd->arena, FIELDS_MOST, sizeof *line.fields) };
	enum status status = STATUS_OK;

	lines->items = arena_grow(rd->arena, lines->items, lines->count, room, sizeof *lines->items);
	if (line.fields == NULL || lines->items == NULL)
		return STATUS_FAIL;
	for (const struct xml_node *k = n->first; k != NULL && line.count < FIELDS_MOST; k = k->next)
		if (take_field(rd, k, &line.fields[line.count++]) != STATUS_OK)
			status = STATUS_REJECT;
	lines->items[lines->count++] = line;
	return status;
}

static enum status take_child(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	enum status status;

	if (n->kind == &charset_element)
		status = take_charset(rd, n);
	else if (n->kind == &rail_element)
		status = take_rail(rd, n);
	else if (n->kind == &head_element)
		status = take_line(rd, n, &rd->out->head, &rd->head_room);
	else if (n->kind == &body_element)
		status = take_line(rd, n, &rd->out->body, &rd->body_room);
	else
		status = take_line(rd, n, &rd->out->tail, &rd->tail_room);
	return rd->arena->exhausted ? STATUS_FAIL : status;
}

static bool is_bank(struct slice s)
{
	return s.len == 3 && ascii_is_digit(s.ptr[0]) && ascii_is_digit(s.ptr[1]) && ascii_is_digit(s.ptr[2]);
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	struct slice bank = xml_attr(n, "bank");
	int delimiter = xml_take_word(n, "pemisah", DELIMITER_WORDS, -1);

	if (bank.ptr != NULL && !is_bank(bank))
		return refuse_form(rd, n, "bank", "3 x 0-9");
	*rd->out = (struct payment_format){
		.id = arena_copy(rd->arena, xml_attr(n, "id")), .title = arena_copy(rd->arena, xml_attr(n, "judul")),
		.source = arena_copy(rd->arena, xml_attr(n, "sumber")), .dated = xml_take_date(n, "tanggal"),
		.file_name = arena_copy(rd->arena, xml_attr(n, "nama-berkas")), .bank = arena_copy(rd->arena, bank),
		.shape = (enum format_shape)xml_take_word(n, "bentuk", SHAPE_WORDS, 0),
		.delimiter = delimiter >= 0 ? DELIMITER_BYTES[delimiter] : '\0',
		.quoting = (enum quoting)xml_take_word(n, "kutip", QUOTING_WORDS, QUOTE_NEVER),
		.crlf = xml_take_word(n, "akhir-baris", LINE_END_WORDS, 0) == 1,
		.in_house_only = xml_take_yes(n, "sesama-bank-saja"), .charset = { .any = true },
	};
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status payment_format_read(struct slice bytes, struct slice file, struct arena *a, struct payment_format *out,
                                struct findings *findings)
{
	struct payment_format format = { 0 };
	struct reading rd = { .out = &format, .file = file, .arena = a, .findings = findings };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = "urn:nafkah:format-transfer:1", .root_open = take_root,
		.child = take_child, .context = &rd,
	};
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status == STATUS_OK)
		status = payment_format_check(&format, file, findings);
	if (status == STATUS_OK)
		*out = format;
	return status;
}
