/* The lists of the attachment, and what they are made of. */
#include "attachment_private.h"

/* A channel that has no rails chooses the way itself. */
static const char *rail_label(const struct attachment *a, enum rail r)
{
	static const char *const labels[RAIL_COUNT] = {
		[RAIL_IN_HOUSE] = "Sesama bank", [RAIL_BI_FAST] = "BI-FAST", [RAIL_ONLINE] = "Daring",
		[RAIL_CLEARING] = "Kliring", [RAIL_RTGS] = "RTGS",
	};

	return a->o->format->rail_count > 0 ? labels[r] : "–";
}

void attachment_say(struct attachment *a, struct buf *text)
{
	buf_char(text, '\0');
	if (text->failed)
		a->h.out->failed = true;
	else
		html_words(&a->h, text->ptr);
	buf_release(text);
}

void attachment_count(struct attachment *a, uint64_t n)
{
	struct buf text = { 0 };

	words_count(n, &text);
	attachment_say(a, &text);
}

void attachment_rupiah(struct attachment *a, int64_t rupiah)
{
	struct buf text = { 0 };

	words_rupiah(rupiah, &text);
	attachment_say(a, &text);
}

void attachment_bank(struct attachment *a, struct slice code)
{
	const struct bank *bank = bank_find(a->o->banks, code);

	html_text(&a->h, code);
	if (bank != NULL && bank->name.len > 0) {
		html_words(&a->h, " ");
		html_text(&a->h, bank->name);
	}
}

static struct sum sum_of(const struct attachment *a, bool held, struct chosen only)
{
	struct sum s = { 0 };

	for (size_t i = 0; i < a->o->transfers->count; i++) {
		const struct carried *c = &a->carried[i];

		if (c->held != held || (only.of_kind && c->transfer->kind != only.kind) || (only.of_rail && c->rail != only.rail))
			continue;
		s.count++;
		s.rupiah += c->transfer->amount;
	}
	return s;
}

struct sum attachment_sum(const struct attachment *a, struct chosen only)
{
	return sum_of(a, false, only);
}

void attachment_open_table(struct attachment *a, const char *class, const char *const *headings)
{
	html_open_class(&a->h, "table", class);
	html_open(&a->h, "thead");
	html_open(&a->h, "tr");
	for (; *headings != NULL; headings++) {
		bool number = **headings == '#';

		html_open_class(&a->h, "th", number ? "n" : NULL);
		html_attr_words(&a->h, "scope", "col");
		html_words(&a->h, *headings + (number ? 1 : 0));
		html_close(&a->h);
	}
	html_close(&a->h);
	html_close(&a->h);
	html_open(&a->h, "tbody");
}

void attachment_count_cell(struct attachment *a, uint64_t n)
{
	html_open_class(&a->h, "td", "n");
	attachment_count(a, n);
	html_close(&a->h);
}

void attachment_rupiah_cell(struct attachment *a, int64_t rupiah)
{
	html_open_class(&a->h, "td", "n");
	attachment_rupiah(a, rupiah);
	html_close(&a->h);
}

static void open_transfer(struct attachment *a, const struct carried *c)
{
	const struct credit_transfer *t = c->transfer;

	html_open(&a->h, "tr");
	html_open_class(&a->h, "td", "n");
	attachment_count(a, t->no);
	html_close(&a->h);
	html_open(&a->h, "td");
	html_text(&a->h, t->holder);
	if (!c->held && !slice_equal(c->holder, t->holder)) {
		html_open_class(&a->h, "small", "samping");
		html_words(&a->h, "tertulis: ");
		html_text(&a->h, c->holder);
		html_close(&a->h);
	}
	html_close(&a->h);
	html_open(&a->h, "td");
	attachment_bank(a, t->bank);
	html_close(&a->h);
	html_element_text(&a->h, "td", "tetap", t->account);
	attachment_rupiah_cell(a, t->amount);
	html_element_text(&a->h, "td", NULL, t->number);
}

static void total_row(struct attachment *a, struct sum s)
{
	html_open(&a->h, "tfoot");
	html_open(&a->h, "tr");
	html_open(&a->h, "th");
	html_attr_words(&a->h, "scope", "row");
	html_attr_number(&a->h, "colspan", 4);
	html_words(&a->h, "Jumlah ");
	attachment_count(a, s.count);
	html_words(&a->h, " transfer");
	html_close(&a->h);
	attachment_rupiah_cell(a, s.rupiah);
	html_open(&a->h, "td");
	html_attr_number(&a->h, "colspan", 2);
	html_close(&a->h);
	html_close(&a->h);
	html_close(&a->h);
}

static void rails(struct attachment *a)
{
	bool first = true;

	if (a->o->format->rail_count == 0 || attachment_sum(a, (struct chosen){ 0 }).count == 0)
		return;
	html_open_class(&a->h, "p", "catatan");
	html_words(&a->h, "Menurut jalur: ");
	for (unsigned r = 0; r < RAIL_COUNT; r++) {
		struct sum s = sum_of(a, false, (struct chosen){ .of_rail = true, .rail = (enum rail)r });

		if (s.count == 0)
			continue;
		html_words(&a->h, first ? "" : "; ");
		html_words(&a->h, rail_label(a, (enum rail)r));
		html_words(&a->h, " ");
		attachment_count(a, s.count);
		html_words(&a->h, " transfer, ");
		attachment_rupiah(a, s.rupiah);
		first = false;
	}
	html_words(&a->h, ".");
	html_close(&a->h);
}

void attachment_transfers(struct attachment *a)
{
	static const char *const headings[] = { "#No", "Penerima", "Bank", "Rekening", "#Jumlah", "Nomor perkara", "Jalur", NULL };

	html_open(&a->h, "section");
	html_attr_words(&a->h, "id", "transfer");
	html_element(&a->h, "h2", NULL, "Daftar transfer");
	attachment_open_table(a, "lebar transfer", headings);
	for (size_t i = 0; i < a->o->transfers->count; i++) {
		if (a->carried[i].held)
			continue;
		open_transfer(a, &a->carried[i]);
		html_element(&a->h, "td", "tetap", rail_label(a, a->carried[i].rail));
		html_close(&a->h);
	}
	html_close(&a->h);
	total_row(a, sum_of(a, false, (struct chosen){ 0 }));
	html_close(&a->h);
	rails(a);
	html_close(&a->h);
}

static void reason_cell(struct attachment *a, enum code code)
{
	html_open(&a->h, "td");
	if (code_label(code) != NULL) {
		html_words(&a->h, code_label(code));
		html_words(&a->h, " ");
	}
	html_open_class(&a->h, "small", "tetap");
	html_words(&a->h, code_name(code));
	html_close(&a->h);
	html_close(&a->h);
}

void attachment_not_sent(struct attachment *a)
{
	static const char *const headings[] = { "#No", "Penerima", "Bank", "Rekening", "#Jumlah", "Nomor perkara", "Sebab", NULL };
	struct sum s = sum_of(a, true, (struct chosen){ 0 });

	if (s.count == 0)
		return;
	html_open(&a->h, "section");
	html_attr_words(&a->h, "id", "ditahan");
	html_element(&a->h, "h2", NULL, "Ditahan: tidak ikut dikirim");
	html_element(&a->h, "p", "catatan", "Sudah dipotong dari gaji, belum dikirim kepada penerima; lihat belum-terkirim.csv.");
	attachment_open_table(a, "lebar transfer tahan", headings);
	for (size_t i = 0; i < a->o->transfers->count; i++) {
		if (!a->carried[i].held)
			continue;
		open_transfer(a, &a->carried[i]);
		reason_cell(a, a->carried[i].held_by);
		html_close(&a->h);
	}
	html_close(&a->h);
	total_row(a, s);
	html_close(&a->h);
	html_close(&a->h);
}

