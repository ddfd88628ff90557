/* Rules between the parts of a transfer format. A template is checked when the file is read, so that nothing is found
 * out while money is being written down. */
#include "payment_format_private.h"

#include <nafkah/placeholder.h>

#include <string.h>

enum { KEY_LENGTH = 20 };

enum part { PART_HEAD, PART_BODY, PART_TAIL };

struct checking {
	struct payment_format *f;
	struct slice file;
	struct findings *findings;
	unsigned seen; /* names in the lines of payments, a bit each */
	bool good;
};

enum status payment_format_refuse(struct slice file, uint64_t line, struct slice value, const char *expected,
                                  struct findings *findings)
{
	findings_add(findings, &(struct finding){
		.code = N1022_PAYMENT_FORMAT_INCONSISTENT, .file = file, .line = line, .value = value,
		.detail = slice_from_c(expected),
	});
	return STATUS_REJECT;
}

static void complain(struct checking *c, uint64_t line, struct slice value, const char *expected)
{
	c->good = payment_format_refuse(c->file, line, value, expected, c->findings) == STATUS_OK;
}

static void check_name(struct checking *c, const struct format_field *field, enum part part, enum placeholder p)
{
	struct slice name = slice_from_c(placeholder_name(p));

	if (part != PART_BODY && placeholder_of_payment(p))
		complain(c, field->line, name, "<rincian>");
	if (p == PLACEHOLDER_JALUR && c->f->rail_count == 0)
		complain(c, field->line, name, "<jalur>");
	if (part == PART_BODY)
		c->seen |= 1u << p;
	if (p == PLACEHOLDER_REKENING_DEBET || p == PLACEHOLDER_NAMA_DEBET || p == PLACEHOLDER_BANK_DEBET)
		c->f->names_payer = true;
}

/* Only words of people may be shortened. A key that stands before them is never cut: it and what is before it fit, and
 * a blank ends it. */
static void check_words(struct checking *c, const struct format_field *field)
{
	struct slice rest = field->text, bad;
	struct template_piece piece;
	size_t before = 0;
	bool words = false;

	while (template_next(&rest, &piece, &bad)) {
		bool key = piece.named && piece.what == PLACEHOLDER_KUNCI;

		if (!piece.named || key) {
			before += piece.named ? KEY_LENGTH : piece.literal.len;
			if (key && (words || before > field->length || (rest.len > 0 && rest.ptr[0] != ' ')))
				complain(c, field->line, field->text, "{kunci} di depan / first");
		} else if (placeholder_kind(piece.what) == PLACEHOLDER_IS_TEXT) {
			words = true;
		} else {
			complain(c, field->line, slice_from_c(placeholder_name(piece.what)), "kelebihan=\"tahan\"");
		}
	}
}

static void check_length(struct checking *c, const struct format_field *field)
{
	bool key_alone = slice_equal(field->text, SLICE("{kunci}"));

	if (c->f->shape == SHAPE_FIXED && field->length == 0)
		complain(c, field->line, field->title, "panjang");
	if (field->length == 0 && field->too_long != LONG_HOLDS)
		complain(c, field->line, field->title, "panjang");
	if (field->too_long == LONG_CUT_AT_WORD && field->length > 0)
		check_words(c, field);
	if (field->too_long == LONG_CUT && !key_alone)
		complain(c, field->line, field->text, "isi=\"{kunci}\"");
	if (field->skip > 0 && (!key_alone || field->skip >= KEY_LENGTH))
		complain(c, field->line, field->text, "isi=\"{kunci}\" mulai=\"1\" .. \"20\"");
	if (c->f->shape != SHAPE_FIXED && (field->right || field->pad != ' '))
		complain(c, field->line, field->title, "bentuk=\"tetap\"");
}

static void check_field(struct checking *c, const struct format_field *field, enum part part)
{
	struct slice rest = field->text, bad;
	struct template_piece piece;

	while (template_next(&rest, &piece, &bad))
		if (piece.named)
			check_name(c, field, part, piece.what);
	if (bad.len > 0)
		complain(c, field->line, bad, "{kunci}, {rekening}, {nama-rekening}, {jumlah} ...");
	else
		check_length(c, field);
}

static void check_lines(struct checking *c, const struct format_lines *lines, enum part part)
{
	for (size_t i = 0; i < lines->count; i++)
		for (size_t k = 0; k < lines->items[i].count; k++)
			check_field(c, &lines->items[i].fields[k], part);
}

/* The pay date and the month are all that a name may tell, and it is a name, not a path. */
static void check_file_name(struct checking *c)
{
	struct slice name = c->f->file_name, rest = name, bad;
	struct template_piece piece;

	if (name.ptr[0] == '.' || memchr(name.ptr, '/', name.len) != NULL || memchr(name.ptr, '\\', name.len) != NULL)
		complain(c, 0, name, "nama-berkas");
	for (size_t i = 0; i < name.len; i++)
		if (name.ptr[i] <= ' ' || name.ptr[i] > '~') {
			complain(c, 0, name, "nama-berkas: ASCII");
			return;
		}
	while (template_next(&rest, &piece, &bad))
		if (piece.named && piece.what != PLACEHOLDER_TANGGAL && piece.what != PLACEHOLDER_PERIODE)
			complain(c, 0, name, "{tanggal}, {periode}");
	if (bad.len > 0)
		complain(c, 0, bad, "{tanggal}, {periode}");
}

static bool has_mark(const struct payment_format *f, char c)
{
	return f->charset.marks.len > 0 && memchr(f->charset.marks.ptr, c, f->charset.marks.len) != NULL;
}

static bool charset_has(const struct payment_format *f, char c)
{
	return f->charset.any || c == ' ' || ascii_is_alpha(c) || ascii_is_digit(c) || has_mark(f, c);
}

static void check_shape(struct checking *c)
{
	const struct payment_format *f = c->f;
	bool lined = f->shape == SHAPE_DELIMITED || f->shape == SHAPE_FIXED;

	if ((f->shape == SHAPE_DELIMITED) != (f->delimiter != '\0'))
		complain(c, 0, SLICE("pemisah"), "bentuk=\"kolom\"");
	if (f->shape != SHAPE_DELIMITED && f->quoting != QUOTE_NEVER)
		complain(c, 0, SLICE("kutip"), "bentuk=\"kolom\"");
	if (f->quoting == QUOTE_NEVER && f->delimiter != '\0' && has_mark(f, f->delimiter))
		complain(c, 0, f->charset.marks, "pemisah, kutip");
	if (!lined && (f->head.count > 0 || f->tail.count > 0 || f->body.count != 1))
		complain(c, 0, SLICE("kepala, penutup"), "1 x <rincian>");
	if (f->shape != SHAPE_DELIMITED && f->shape != SHAPE_WORKBOOK && f->charset.any)
		complain(c, 0, SLICE("tanda"), "<tanda boleh=\"...\"/>");
	if (f->charset.instead != '\0' && !charset_has(f, f->charset.instead))
		complain(c, 0, (struct slice){ &f->charset.instead, 1 }, "boleh");
}

/* What every payment must carry, so that the bank's answer can be told and the money arrives. */
static void check_carried(struct checking *c)
{
	static const enum placeholder needed[] = { PLACEHOLDER_KUNCI, PLACEHOLDER_REKENING, PLACEHOLDER_JUMLAH };

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if ((c->seen & (1u << needed[i])) == 0)
			complain(c, 0, slice_from_c(placeholder_name(needed[i])), "<rincian>");
}

enum status payment_format_check(struct payment_format *f, struct slice file, struct findings *findings)
{
	struct checking c = { .f = f, .file = file, .findings = findings, .good = true };

	check_lines(&c, &f->head, PART_HEAD);
	check_lines(&c, &f->body, PART_BODY);
	check_lines(&c, &f->tail, PART_TAIL);
	check_file_name(&c);
	check_shape(&c);
	check_carried(&c);
	if (f->shape == SHAPE_PAIN_09 || f->shape == SHAPE_PAIN_03)
		f->names_payer = true;
	return c.good ? STATUS_OK : STATUS_REJECT;
}
