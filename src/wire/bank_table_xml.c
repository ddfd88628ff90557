/* formats/schema/bank.xsd as a table, and a <tabel-bank> as a struct bank_table. */
#include <nafkah/bank_table.h>
#include <nafkah/xml_take.h>

#include "xml_table.h"

#include <stdlib.h>

enum { NAME_MOST = 300, BANKS_MOST = 999, CODE_DIGITS = 3, CLEARING_LEAST = 3, CLEARING_MOST = 35 };
#define RUPIAH_LIMIT NUMBER(1, INT64_C(9999999999999999))

static const struct xml_attribute rail_attributes[] = {
	A("id", true, WORDS(RAIL_WORDS)), A("dari", false, RUPIAH_LIMIT), A("sampai", false, RUPIAH_LIMIT),
	A("sumber", true, NAME(NAME_MOST)), A("tanggal", true, DAY), END_ATTRIBUTES,
};
static const struct xml_attribute bank_attributes[] = {
	A("kode", true, NAME(NAME_MOST)), A("nama", true, NAME(NAME_MOST)), A("bic", false, NAME(NAME_MOST)),
	A("kliring", false, NAME(NAME_MOST)), A("panjang", false, NAME(NAME_MOST)), A("jalur", false, LIST(RAIL_WORDS)),
	END_ATTRIBUTES,
};
static const struct xml_attribute root_attributes[] = {
	A("sumber", true, NAME(NAME_MOST)), A("tanggal", true, DAY), A("dipastikan", true, WORDS("ya tidak")),
	END_ATTRIBUTES,
};
static const struct xml_element rail_element = { .name = "jalur", .attributes = rail_attributes };
static const struct xml_element bank_element = { .name = "bank", .attributes = bank_attributes };
static const struct xml_child root_children[] = {
	BETWEEN(rail_element, 0, RAIL_COUNT), BETWEEN(bank_element, 1, BANKS_MOST), END_CHILDREN,
};
static const struct xml_element root_element = {
	.name = "tabel-bank", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct bank_table *out;
	struct arena *arena;
	struct findings *findings;
	size_t room;
};

static enum status refuse(const struct reading *rd, uint64_t line, struct slice value, const char *expected)
{
	findings_add(rd->findings, &(struct finding){
		.code = N1023_BANK_TABLE_INCONSISTENT, .file = rd->out->file, .line = line, .value = value,
		.detail = slice_from_c(expected),
	});
	return STATUS_REJECT;
}

static enum status refuse_form(const struct reading *rd, const struct xml_node *n, const char *name,
                               const char *expected)
{
	xml_refuse_as(n, name, xml_attr(n, name), expected, false, rd->out->file, rd->findings);
	return STATUS_REJECT;
}

static enum status take_rail(struct reading *rd, const struct xml_node *n)
{
	struct rail_limit *limit = &rd->out->limits[xml_take_word(n, "id", RAIL_WORDS, 0)];

	if (limit->stated)
		return refuse(rd, n->line, xml_attr(n, "id"), "satu kali / once");
	*limit = (struct rail_limit){ true, xml_take_whole(n, "dari", 1), xml_take_whole(n, "sampai", 0) };
	if (limit->most != 0 && limit->most < limit->least)
		return refuse(rd, n->line, xml_attr(n, "sampai"), ">= dari");
	return STATUS_OK;
}

static bool is_code(struct slice s)
{
	return s.len == CODE_DIGITS && ascii_is_digit(s.ptr[0]) && ascii_is_digit(s.ptr[1]) && ascii_is_digit(s.ptr[2]);
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* So many letters, then letters and digits. */
static bool is_letters(struct slice s, size_t letters)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_capital(s.ptr[i]) && (i < letters || !ascii_is_digit(s.ptr[i])))
			return false;
	return true;
}

static bool is_bic(struct slice s)
{
	return (s.len == 8 || s.len == 11) && is_letters(s, 6);
}

/* "10 15" */
static bool take_lengths(struct slice words, struct bank *b)
{
	while (words.ptr != NULL) {
		struct slice word = next_of_words(&words);
		uint64_t digits;

		if (!slice_to_u64(word, &digits) || word.ptr[0] == '0' || digits < 5 || digits > 20 ||
		    b->length_count == ACCOUNT_LENGTHS_MAX)
			return false;
		b->lengths[b->length_count++] = (int)digits;
	}
	return true;
}

static bool lengths_differ(const struct bank *b)
{
	for (size_t i = 0; i < b->length_count; i++)
		for (size_t k = 0; k < i; k++)
			if (b->lengths[i] == b->lengths[k])
				return false;
	return true;
}

static unsigned take_rails(struct slice words)
{
	unsigned rails = 0;

	if (words.ptr == NULL)
		return (1u << RAIL_COUNT) - 1;
	while (words.ptr != NULL)
		rails |= 1u << word_index(RAIL_WORDS, next_of_words(&words));
	return rails;
}

static enum status take_bank(struct reading *rd, const struct xml_node *n)
{
	struct slice bic = xml_attr(n, "bic"), clearing = xml_attr(n, "kliring"), lengths = xml_attr(n, "panjang");
	struct bank b = { .rails = take_rails(xml_attr(n, "jalur")), .line = n->line };

	if (!is_code(xml_attr(n, "kode")))
		return refuse_form(rd, n, "kode", "3 x 0-9");
	if (bic.ptr != NULL && !is_bic(bic))
		return refuse_form(rd, n, "bic", "8, 11 x A-Z 0-9");
	if (clearing.ptr != NULL && (clearing.len < CLEARING_LEAST || clearing.len > CLEARING_MOST ||
	                             !is_letters(clearing, 0)))
		return refuse_form(rd, n, "kliring", "3..35 x A-Z 0-9");
	if (lengths.ptr != NULL && !take_lengths(lengths, &b))
		return refuse_form(rd, n, "panjang", "5 .. 20 (10 15)");
	if (!lengths_differ(&b))
		return refuse(rd, n->line, lengths, "satu kali / once");
	b.code = arena_copy(rd->arena, xml_attr(n, "kode"));
	b.name = arena_copy(rd->arena, xml_attr(n, "nama"));
	b.bic = arena_copy(rd->arena, bic);
	b.clearing = arena_copy(rd->arena, clearing);
	rd->out->banks = arena_grow(rd->arena, rd->out->banks, rd->out->bank_count, &rd->room, sizeof *rd->out->banks);
	if (rd->out->banks == NULL)
		return STATUS_FAIL;
	rd->out->banks[rd->out->bank_count++] = b;
	return STATUS_OK;
}

static enum status take_child(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	enum status status = n->kind == &rail_element ? take_rail(rd, n) : take_bank(rd, n);

	return rd->arena->exhausted ? STATUS_FAIL : status;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	rd->out->source = arena_copy(rd->arena, xml_attr(n, "sumber"));
	rd->out->dated = xml_take_date(n, "tanggal");
	rd->out->confirmed = xml_take_yes(n, "dipastikan");
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static int by_code(const void *a, const void *b)
{
	const struct bank *x = a, *y = b;
	int order = slice_compare(x->code, y->code);

	return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static enum status check_once(const struct reading *rd)
{
	const struct bank_table *t = rd->out;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < t->bank_count; i++) {
		const struct bank *b = &t->banks[i];

		if (i > 0 && slice_equal(t->banks[i - 1].code, b->code))
			status = refuse(rd, b->line, b->code, "satu kali / once");
		for (size_t k = 0; b->bic.len > 0 && k < i; k++)
			if (slice_equal(t->banks[k].bic, b->bic))
				status = refuse(rd, b->line, b->bic, "satu kali / once");
	}
	return status;
}

enum status bank_table_read(struct slice bytes, struct slice file, struct arena *a, struct bank_table *out,
                            struct findings *findings)
{
	struct bank_table table = { .file = file };
	struct reading rd = { .out = &table, .arena = a, .findings = findings };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = "urn:nafkah:bank:1", .root_open = take_root,
		.child = take_child, .context = &rd,
	};
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status != STATUS_OK)
		return status;
	qsort(table.banks, table.bank_count, sizeof *table.banks, by_code);
	status = check_once(&rd);
	if (status == STATUS_OK)
		*out = table;
	return status;
}
