/* formats/schema/pelaksanaan.xsd as a table; reading back. */
#include <nafkah/execution_xml.h>
#include <nafkah/xml_take.h>

#include "xml_table.h"

#define NAMESPACE "urn:nafkah:pelaksanaan:1"
#define STATE_WORDS "belum-bht belum-mulai selesai ditahan tidak-ditemukan dipotong sebagian nihil"
#define LINE_WORDS "belum-bht belum-mulai ditahan tidak-ditemukan dipotong sebagian nihil diterima-asn selesai"
#define HAK_WORDS "nafkah-anak iddah mutah lampau bagian-gaji"
#define END_WORDS "jangka-waktu usia kawin-lagi meninggal menikah bekerja rujuk dicabut putusan diganti"
#define UNPAID_WORDS "ditahan tidak-ditemukan batas tanpa-proses diterima-terlambat"
#define CONFIRM_WORDS "kawin-lagi tanggungan"

enum { ANY_LENGTH = 0, MONTHS_MAX = 3600, CODE_LENGTH = 5 };
#define RUPIAH NUMBER(0, INT64_C(100000000000000000))
#define MONTHS NUMBER(0, MONTHS_MAX)

static const struct xml_attribute month_attributes[] = {
	A("hak", true, RUPIAH), A("susulan", true, RUPIAH), A("disimpan-asn", true, RUPIAH), A("dibayar", true, RUPIAH),
	A("dihapus", true, RUPIAH), A("menunggu", true, RUPIAH), A("tunggakan", true, RUPIAH), END_ATTRIBUTES,
};
static const struct xml_attribute total_attributes[] = {
	A("hak", true, RUPIAH), A("dibayar", true, RUPIAH), A("dihapus", true, RUPIAH), A("tunggakan", true, RUPIAH),
	END_ATTRIBUTES,
};
static const struct xml_attribute line_attributes[] = {
	A("jenis", true, WORDS(HAK_WORDS)), A("penerima", true, NAME(ANY_LENGTH)), A("status", true, WORDS(LINE_WORDS)),
	A("sebab", false, NAME(CODE_LENGTH)), A("bulan-ke", false, MONTHS), A("dari-bulan", false, MONTHS),
	A("hak", true, RUPIAH), A("susulan", true, RUPIAH), A("dibayar", true, RUPIAH), A("tunggakan", true, RUPIAH),
	A("berakhir", false, MONTH), A("karena", false, WORDS(END_WORDS)), END_ATTRIBUTES,
};
static const struct xml_attribute unpaid_attributes[] = {
	A("bulan", true, MONTH), A("sebab", true, WORDS(UNPAID_WORDS)), A("kode", false, NAME(CODE_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute confirm_attributes[] = {
	A("perihal", true, WORDS(CONFIRM_WORDS)), A("penerima", true, NAME(ANY_LENGTH)), A("terakhir", false, DAY),
	A("jatuh-tempo", true, DAY), END_ATTRIBUTES,
};
static const struct xml_attribute overpaid_attributes[] = {
	A("hak", true, WORDS(HAK_WORDS)), A("penerima", true, NAME(ANY_LENGTH)), A("dari", true, MONTH),
	A("sampai", true, MONTH), A("rupiah", true, NUMBER(1, INT64_C(100000000000000000))), END_ATTRIBUTES,
};
static const struct xml_attribute case_attributes[] = {
	A("nomor", true, NAME(ANY_LENGTH)), A("nip", true, .type = XML_NIP), A("nama-asn", true, NAME(ANY_LENGTH)),
	A("nama-mantan", true, NAME(ANY_LENGTH)), A("status", true, WORDS(STATE_WORDS)), A("sebab", false, NAME(CODE_LENGTH)),
	A("putusan", false, DAY), A("bht", false, DAY), A("ikrar", false, DAY), A("diterima", false, DAY),
	A("mulai", false, MONTH), A("wajib-sejak", false, MONTH), A("diproses-sejak", false, MONTH),
	A("pertama-dipotong", false, MONTH), A("terlambat", false, MONTHS), END_ATTRIBUTES,
};
static const struct xml_attribute root_attributes[] = {
	A("periode", true, MONTH), A("pengadilan", true, NAME(ANY_LENGTH)), A("sejak", true, MONTH), END_ATTRIBUTES,
};
static const struct xml_element month_element = { .name = "bulan-ini", .attributes = month_attributes };
static const struct xml_element total_element = { .name = "sampai-kini", .attributes = total_attributes };
static const struct xml_element line_element = { .name = "hak", .attributes = line_attributes };
static const struct xml_element unpaid_element = { .name = "tanpa-bayar", .attributes = unpaid_attributes };
static const struct xml_element confirm_element = { .name = "perlu-konfirmasi", .attributes = confirm_attributes };
static const struct xml_element overpaid_element = { .name = "kelebihan", .attributes = overpaid_attributes };
static const struct xml_child case_children[] = {
	ONE(month_element), ONE(total_element), ANY(line_element), ANY(unpaid_element), ANY(confirm_element),
	ANY(overpaid_element), END_CHILDREN,
};
static const struct xml_element case_element = {
	.name = "perkara", .attributes = case_attributes, .children = case_children,
};
static const struct xml_child root_children[] = { ANY(case_element), END_CHILDREN };
static const struct xml_element root_element = {
	.name = "pelaksanaan", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct execution_book *out;
	struct slice file;
	struct findings *findings;
	struct arena *arena;
	size_t room;
};

static void refuse(struct reading *rd, const struct xml_node *n, const char *attribute, const char *expected)
{
	xml_refuse_as(n, attribute, xml_attr(n, attribute), expected, false, rd->file, rd->findings);
}

static size_t count_of(const struct xml_node *parent, const char *element)
{
	size_t count = 0;

	for (const struct xml_node *n = xml_find(parent, element); n != NULL; n = xml_next(n))
		count++;
	return count;
}

/* A month of the chain of folders, or absent. */
static month_no take_past(struct reading *rd, const struct xml_node *n, const char *name)
{
	month_no m = xml_take_month(n, name);

	if (m != MONTH_NONE && (m < rd->out->since || m > rd->out->period))
		refuse(rd, n, name, "<pelaksanaan sejak> .. <pelaksanaan periode>");
	return m;
}

static bool is_code(struct slice s)
{
	bool good = s.len == CODE_LENGTH && s.ptr[0] == 'N';

	for (size_t i = 1; good && i < s.len; i++)
		good = ascii_is_digit(s.ptr[i]);
	return good;
}

static void check_code(struct reading *rd, const struct xml_node *n, const char *name)
{
	if (xml_attr(n, name).ptr != NULL && !is_code(xml_attr(n, name)))
		refuse(rd, n, name, "N0000");
}

static void check_lines(struct reading *rd, const struct xml_node *parent)
{
	for (const struct xml_node *n = xml_find(parent, "hak"); n != NULL; n = xml_next(n)) {
		check_code(rd, n, "sebab");
		if ((xml_attr(n, "berakhir").ptr != NULL) != (xml_attr(n, "karena").ptr != NULL))
			refuse(rd, n, xml_attr(n, "karena").ptr != NULL ? "karena" : "berakhir", "berakhir, karena");
	}
}

static struct unpaid_month *take_unpaid(struct reading *rd, const struct xml_node *parent, size_t *count)
{
	struct unpaid_month *months = arena_array(rd->arena, count_of(parent, "tanpa-bayar"), sizeof *months);
	month_no after = MONTH_NONE;

	*count = 0;
	for (const struct xml_node *n = xml_find(parent, "tanpa-bayar"); months != NULL && n != NULL; n = xml_next(n)) {
		struct unpaid_month *u = &months[(*count)++];

		u->month = xml_take_month(n, "bulan");
		u->why = (enum unpaid_why)xml_take_word(n, "sebab", UNPAID_WORDS, 0);
		u->code = arena_copy(rd->arena, xml_attr(n, "kode"));
		if (u->month <= after || u->month > rd->out->period)
			refuse(rd, n, "bulan", "berurutan / ascending, <pelaksanaan periode>");
		if ((u->why == UNPAID_HELD) != (xml_attr(n, "kode").ptr != NULL))
			refuse(rd, n, "sebab", "ditahan: kode");
		check_code(rd, n, "kode");
		after = u->month;
	}
	return months;
}

static struct overpaid_line *take_overpaid(struct reading *rd, const struct xml_node *parent, size_t *count)
{
	struct overpaid_line *lines = arena_array(rd->arena, count_of(parent, "kelebihan"), sizeof *lines);

	*count = 0;
	for (const struct xml_node *n = xml_find(parent, "kelebihan"); lines != NULL && n != NULL; n = xml_next(n)) {
		struct overpaid_line *o = &lines[(*count)++];

		o->hak = arena_copy(rd->arena, xml_attr(n, "hak"));
		o->payee = arena_copy(rd->arena, xml_attr(n, "penerima"));
		o->what.months = (struct span){ xml_take_month(n, "dari"), xml_take_month(n, "sampai") };
		o->what.rupiah = xml_take_whole(n, "rupiah", 0);
		if (o->what.months.first > o->what.months.last)
			refuse(rd, n, "sampai", "dari <= sampai");
	}
	return lines;
}

static void take_sums(struct reading *rd, const struct xml_node *n, struct execution_case *e)
{
	const struct xml_node *month = xml_find(n, "bulan-ini"), *total = xml_find(n, "sampai-kini");

	e->month = (struct execution_sums){
		.due = xml_take_whole(month, "hak", 0) + xml_take_whole(month, "susulan", 0),
		.paid = xml_take_whole(month, "dibayar", 0), .written_off = xml_take_whole(month, "dihapus", 0),
	};
	e->total = (struct execution_sums){
		.due = xml_take_whole(total, "hak", 0), .paid = xml_take_whole(total, "dibayar", 0),
		.written_off = xml_take_whole(total, "dihapus", 0),
	};
	e->waiting = xml_take_whole(month, "menunggu", 0);
	e->arrears = xml_take_whole(month, "tunggakan", 0);
	if (e->arrears != xml_take_whole(total, "tunggakan", 0))
		refuse(rd, total, "tunggakan", "<bulan-ini tunggakan>");
	if (e->total.due != e->total.paid + e->total.written_off + e->waiting + e->arrears)
		refuse(rd, total, "hak", "dibayar + dihapus + menunggu + tunggakan");
	if (e->month.due > e->total.due)
		refuse(rd, total, "hak", ">= <bulan-ini>");
	if (e->month.paid > e->total.paid)
		refuse(rd, total, "dibayar", ">= <bulan-ini>");
	if (e->month.written_off > e->total.written_off)
		refuse(rd, total, "dihapus", ">= <bulan-ini>");
}

static enum status take_case(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	struct execution_book *book = rd->out;
	struct execution_case e = { .number = arena_copy(rd->arena, xml_attr(n, "nomor")) };

	book->cases = arena_grow(rd->arena, book->cases, book->count, &rd->room, sizeof *book->cases);
	if (book->cases == NULL)
		return STATUS_FAIL;
	e.key = register_key(rd->arena, e.number);
	e.processed = take_past(rd, n, "diproses-sejak");
	e.first_paid = take_past(rd, n, "pertama-dipotong");
	take_sums(rd, n, &e);
	if ((e.first_paid != MONTH_NONE) != (e.total.paid > 0))
		refuse(rd, n, "pertama-dipotong", "<sampai-kini dibayar>");
	check_code(rd, n, "sebab");
	check_lines(rd, n);
	e.unpaid = take_unpaid(rd, n, &e.unpaid_count);
	e.overpaid = take_overpaid(rd, n, &e.overpaid_count);
	book->cases[book->count++] = e;
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	rd->out->period = xml_take_month(n, "periode");
	rd->out->since = xml_take_month(n, "sejak");
	if (rd->out->since > rd->out->period)
		refuse(rd, n, "sejak", "<= periode");
	return STATUS_OK;
}

enum status execution_read(struct slice bytes, struct slice file, struct arena *a, struct execution_book *out,
                           struct findings *findings)
{
	struct execution_book book = { 0 };
	struct reading rd = { .out = &book, .file = file, .findings = findings, .arena = a };
	uint64_t refused = findings->per_level[LEVEL_TOLAK];
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = NAMESPACE, .root_open = take_root, .child = take_case, .context = &rd,
	};
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status == STATUS_OK && findings->per_level[LEVEL_TOLAK] > refused)
		status = STATUS_REJECT;
	if (status != STATUS_OK)
		return status;
	execution_sort(&book);
	*out = book;
	return STATUS_OK;
}
