/* A <putusan> as a struct ruling. */
#include <nafkah/nip.h>
#include <nafkah/rulings_columns.h>
#include <nafkah/xml_take.h>

#include "rulings_private.h"
#include "rulings_table.h"

#include <string.h>

static void refuse(struct rulings_taking *rd, const struct xml_node *n, const char *attribute, const char *expected)
{
	rd->refused = true;
	if (!rd->from_rows) {
		xml_refuse_as(n, attribute, xml_attr(n, attribute), expected, true, rd->out->file, rd->findings);
		return;
	}
	findings_add(rd->findings, &(struct finding){
		.code = N0414_XML_VALUE_BAD, .personal = true, .file = rd->out->file, .line = n->line,
		.column = slice_from_c(rulings_column_name(n, attribute)), .value = xml_attr(n, attribute),
		.detail = slice_from_c(expected),
	});
}

static struct date child_date(const struct xml_node *n, const char *element)
{
	const struct xml_node *child = xml_find(n, element);
	struct date d = { 0 };

	if (child != NULL)
		(void)date_parse(child->text, &d);
	return d;
}

static month_no child_month(const struct xml_node *n, const char *element)
{
	const struct xml_node *child = xml_find(n, element);
	month_no m = MONTH_NONE;

	if (child != NULL)
		(void)month_parse(child->text, &m);
	return m;
}

/* The text of an attribute; a line end or TAB in it, which only a character reference can bring there, is refused. */
static struct slice text_attr(struct rulings_taking *rd, const struct xml_node *n, const char *name)
{
	struct slice s = xml_attr(n, name);

	for (size_t i = 0; i < s.len; i++) {
		if ((unsigned char)s.ptr[i] >= 0x20)
			continue;
		refuse(rd, n, name, "tanpa ganti baris / one line");
		break;
	}
	return s;
}

static struct slice copy_attr(struct rulings_taking *rd, const struct xml_node *n, const char *name)
{
	return arena_copy(rd->arena, text_attr(rd, n, name));
}

static struct ending ending_of(struct rulings_taking *rd, const struct xml_node *n, const char *element)
{
	const struct xml_node *e = xml_find(n, element);
	struct ending end = { 0 };

	if (e == NULL)
		return end;
	end.date = xml_take_date(e, "tanggal");
	end.proof = copy_attr(rd, e, "bukti");
	return end;
}

/* An ending whose cause is stated beside it. */
static struct ending caused_ending_of(struct rulings_taking *rd, const struct xml_node *n, const char *element)
{
	struct ending end = ending_of(rd, n, element);

	if (date_is_set(end.date))
		end.cause = copy_attr(rd, xml_find(n, element), "sebab");
	return end;
}

static struct account account_of(struct rulings_taking *rd, const struct xml_node *n)
{
	const struct xml_node *e = xml_find(n, "rekening");

	if (e == NULL)
		return (struct account){ 0 };
	return account_read(rd->arena, text_attr(rd, e, "bank"), text_attr(rd, e, "nomor"), text_attr(rd, e, "nama"),
	                    text_attr(rd, e, "bukti"));
}

static bool is_digits(struct slice s, size_t count)
{
	uint64_t number;

	return s.len == count && slice_to_u64(s, &number);
}

static bool is_child_id(struct slice s)
{
	if (s.len < 1 || s.len > 32 || (!ascii_is_alpha(s.ptr[0]) && !ascii_is_digit(s.ptr[0])))
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_alpha(s.ptr[i]) && !ascii_is_digit(s.ptr[i]) && s.ptr[i] != '_' && s.ptr[i] != '-')
			return false;
	return true;
}

static bool has_letter_or_digit(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ascii_is_alpha(s.ptr[i]) || ascii_is_digit(s.ptr[i]))
			return true;
	return false;
}

static void read_spouse(struct rulings_taking *rd, const struct xml_node *n, struct former_spouse *ex)
{
	if (xml_attr(n, "nik").ptr != NULL && !is_digits(xml_attr(n, "nik"), 16))
		refuse(rd, n, "nik", "16 angka / 16 digits");
	ex->name = copy_attr(rd, n, "nama");
	ex->nik = copy_attr(rd, n, "nik");
	ex->relation = (enum relation)xml_take_word(n, "hubungan", RELATION_WORDS, 0);
	ex->account = account_of(rd, n);
	ex->remarried = ending_of(rd, n, "kawin-lagi");
	ex->died = ending_of(rd, n, "meninggal");
	ex->confirmed = ending_of(rd, n, "konfirmasi");
}

static size_t count_named(const struct xml_node *first)
{
	size_t count = 0;

	for (const struct xml_node *n = first; n != NULL; n = xml_next(n))
		count++;
	return count;
}

static void read_children(struct rulings_taking *rd, const struct xml_node *ruling, struct ruling *r)
{
	const struct xml_node *n = xml_find(ruling, "anak");
	size_t count = count_named(n);

	r->children = arena_array(rd->arena, count, sizeof *r->children);
	for (; n != NULL && r->children != NULL; n = xml_next(n)) {
		if (!is_child_id(xml_attr(n, "id")))
			refuse(rd, n, "id", "[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
		r->children[r->child_count++] = (struct child){
			.id = copy_attr(rd, n, "id"),
			.name = copy_attr(rd, n, "nama"),
			.born = xml_take_date(n, "lahir"),
			.custody = (enum custody)xml_take_word(n, "asuh", CUSTODY_WORDS, 0),
			.at_school = xml_take_yes(n, "sekolah"),
			.account = account_of(rd, n),
			.end = caused_ending_of(rd, n, "berhenti"),
			.confirmed = ending_of(rd, n, "konfirmasi"),
			.line = n->line,
		};
	}
}

static enum hak hak_of(const struct xml_node *n)
{
	unsigned hak = 0;

	while (!slice_equal(slice_from_c(n->kind->name), slice_from_c(hak_name((enum hak)hak))))
		hak++;
	return (enum hak)hak;
}

/* Whom an award for an unlisted child covers: not all children, as no anak= would. The file is refused anyway. */
static const struct child nobody;

/* The child that anak= names; a name that is not listed is a finding. */
static const struct child *named_child(struct rulings_taking *rd, const struct xml_node *n, const struct ruling *r)
{
	struct slice id = xml_attr(n, "anak");

	if (id.ptr == NULL)
		return NULL;
	if (!is_child_id(id)) {
		refuse(rd, n, "anak", "[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
		return &nobody;
	}
	for (size_t i = 0; i < r->child_count; i++)
		if (slice_equal(r->children[i].id, id))
			return &r->children[i];
	findings_add(rd->findings, &(struct finding){
		.code = N0506_AWARD_CHILD_UNLISTED, .file = rd->out->file, .line = n->line, .value = id, .perkara = r->number,
	});
	rd->refused = true;
	return &nobody;
}

static struct award award_of(struct rulings_taking *rd, const struct xml_node *n, const struct ruling *r)
{
	enum hak hak = hak_of(n);
	bool wife = hak == HAK_IDDAH || hak == HAK_MUTAH || hak == HAK_LAMPAU, support = hak == HAK_NAFKAH_ANAK;

	return (struct award){
		.hak = hak,
		.cara = (enum cara)xml_take_word(n, "cara", CARA_WORDS, 0),
		.months = wife ? (int32_t)xml_take_whole(n, "bulan", 0) : 0,
		.monthly = wife || support ? xml_take_whole(n, "per-bulan", 0) : 0,
		.lump = wife ? xml_take_whole(n, "jumlah", 0) : 0,
		.paid_before = wife ? xml_take_whole(n, "dibayar", 0) : 0,
		.raise = support ? (int32_t)xml_take_whole(n, "naik", 0) : 0,
		.child = support ? named_child(rd, n, r) : NULL,
		.span_from = hak == HAK_LAMPAU ? xml_take_month(n, "dari") : MONTH_NONE,
		.span_to = hak == HAK_LAMPAU ? xml_take_month(n, "sampai") : MONTH_NONE,
		.line = n->line,
	};
}

static void read_amar(struct rulings_taking *rd, const struct xml_node *n, struct ruling *r)
{
	size_t count = 0;

	for (const struct xml_node *a = n->first; a != NULL; a = a->next)
		count++;
	r->payment = (enum payment)(1 + xml_take_word(n, "pembayaran", PAYMENT_WORDS, -1));
	r->judged_income = xml_take_whole(n, "penghasilan", 0);
	r->awards = arena_array(rd->arena, count, sizeof *r->awards);
	for (const struct xml_node *a = n->first; a != NULL && r->awards != NULL; a = a->next)
		r->awards[r->award_count++] = award_of(rd, a, r);
}

static month_no later(month_no a, month_no b)
{
	return a > b ? a : b;
}

static struct ruling_dates dates_of(const struct xml_node *n)
{
	struct ruling_dates d = {
		.ruled = child_date(n, "tanggal-putusan"),
		.final = child_date(n, "tanggal-bht"),
		.pledged = child_date(n, "tanggal-ikrar"),
		.received = child_date(n, "tanggal-terima"),
		.start = child_month(n, "mulai-potong"),
		.paid_until = child_month(n, "dibayar-sampai"),
	};
	month_no latest = later(later(date_month(d.final), date_month(d.pledged)), date_month(d.received));

	if (d.start == MONTH_NONE && latest != MONTH_NONE)
		d.start = latest + 1;
	return d;
}

static void read_number(struct rulings_taking *rd, const struct xml_node *n, struct ruling *r)
{
	struct slice number = text_attr(rd, n, "nomor");

	/* '#' is what parts the entry from the case in the register. */
	if (!has_letter_or_digit(number) || memchr(number.ptr, '#', number.len) != NULL)
		refuse(rd, n, "nomor", "nomor perkara / a case number");
	r->entry = (int32_t)xml_take_whole(n, "entri", 1);
	r->case_key = case_normalise(rd->arena, number);
	r->number = arena_copy(rd->arena, number);
	r->key = r->case_key;
	if (r->entry > 1) {
		r->number = arena_printf(rd->arena, "%.*s#%d", SLICE_ARG(number), (int)r->entry);
		r->key = arena_printf(rd->arena, "%.*s#%d", SLICE_ARG(r->case_key), (int)r->entry);
	}
}

static void read_asn(struct rulings_taking *rd, const struct xml_node *n, struct ruling *r)
{
	r->asn_name = copy_attr(rd, n, "nama");
	if (nip_parse(xml_attr(n, "nip"), &r->nip))
		return;
	findings_add(rd->findings, &(struct finding){
		.code = N0510_RULING_NIP_INVALID, .personal = true, .file = rd->out->file, .line = n->line,
		.column = rd->from_rows ? SLICE("nip") : SLICE("asn/@nip"), .value = xml_attr(n, "nip"), .perkara = r->number,
	});
	rd->refused = true;
}

static bool keep(struct rulings_taking *rd, struct ruling *r)
{
	struct ruling **grown;

	if (rd->out->count == rd->room) {
		rd->room = rd->room == 0 ? 64 : rd->room * 2;
		grown = arena_array(rd->arena, rd->room, sizeof(struct ruling *));
		for (size_t i = 0; grown != NULL && i < rd->out->count; i++)
			grown[i] = rd->out->items[i];
		rd->out->items = grown;
	}
	if (rd->out->items == NULL)
		return false;
	rd->out->items[rd->out->count++] = r;
	return true;
}

enum status rulings_take(void *context, const struct xml_node *n)
{
	struct rulings_taking *rd = context;
	struct ruling *r = arena_alloc(rd->arena, sizeof *r);

	if (r == NULL)
		return STATUS_FAIL;
	rd->refused = false;
	r->line = n->line;
	read_number(rd, n, r);
	r->status = (enum ruling_status)word_index(STATUS_WORDS, xml_find(n, "status")->text);
	r->divorce = (enum divorce)word_index(DIVORCE_WORDS, xml_find(n, "jenis")->text);
	r->dates = dates_of(n);
	read_asn(rd, xml_find(n, "asn"), r);
	read_spouse(rd, xml_find(n, "mantan"), &r->ex);
	read_children(rd, n, r);
	if (xml_find(n, "amar") != NULL)
		read_amar(rd, xml_find(n, "amar"), r);
	r->over = caused_ending_of(rd, n, "selesai");
	if (xml_find(n, "selesai") != NULL)
		r->write_off = xml_take_word(xml_find(n, "selesai"), "tunggakan", "lanjut hapus", 0) == 1;
	if (rd->arena->exhausted || !keep(rd, r))
		return STATUS_FAIL;
	ruling_check(r, rd->out->file, rd->findings);
	return rd->refused ? STATUS_REJECT : STATUS_OK;
}

enum status rulings_take_list(void *context, const struct xml_node *n)
{
	struct rulings_taking *rd = context;

	rd->out->court = copy_attr(rd, n, "pengadilan");
	rd->out->dated = xml_take_date(n, "tanggal");
	return STATUS_OK;
}
