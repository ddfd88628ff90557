/* What changed within one case. */
#include <nafkah/rulings_diff.h>

#include <nafkah/buf.h>
#include <nafkah/nip.h>

#include <inttypes.h>

struct comparing {
	struct arena *arena;
	struct diff_case *c;
	const struct ruling *older, *newer;
	bool final; /* the older one was final: money may have moved by it */
};

static void keep(struct comparing *d, struct diff_change change)
{
	struct diff_case *c = d->c;

	if (c->count == c->room) {
		struct diff_change *grown;

		c->room = c->room * 2 + 8;
		grown = arena_array(d->arena, c->room, sizeof *grown);
		for (size_t i = 0; grown != NULL && i < c->count; i++)
			grown[i] = c->changes[i];
		c->changes = grown;
	}
	if (c->changes == NULL)
		c->count = c->room = 0; /* the arena remembers */
	else
		c->changes[c->count++] = change;
}

static struct slice masked(struct comparing *d, struct slice s)
{
	struct buf text = { 0 };
	struct slice copy;

	append_escaped(&text, s, true);
	d->arena->exhausted = d->arena->exhausted || text.failed;
	copy = arena_copy(d->arena, buf_slice(&text));
	buf_release(&text);
	return copy;
}

/* ---- notes ---- */

static void note(struct comparing *d, struct slice what, struct slice before, struct slice after, enum diff_need need)
{
	if (!slice_equal(before, after))
		keep(d, (struct diff_change){ .what = what, .before = before, .after = after, .need = need });
}

/* The same for what names a person. */
static void note_masked(struct comparing *d, struct slice what, struct slice before, struct slice after,
                        enum diff_need need)
{
	if (!slice_equal(before, after))
		keep(d, (struct diff_change){ what, masked(d, before), masked(d, after), true, need });
}

/* What may be filled in, but once it stands is not to change. */
static enum diff_need if_stated(struct slice before, enum diff_need need)
{
	return before.len > 0 ? need : NEED_NOTHING;
}

static enum diff_need if_final(const struct comparing *d, enum diff_need need)
{
	return d->final ? need : NEED_NOTHING;
}

/* ---- values as text ---- */

static struct slice date_text(struct comparing *d, struct date date)
{
	char text[11];

	date_format(date, text);
	return arena_copy(d->arena, slice_from_c(text));
}

static struct slice month_text(struct comparing *d, month_no m)
{
	char text[8];

	month_format(m, text);
	return arena_copy(d->arena, slice_from_c(text));
}

static struct slice rupiah_text(struct comparing *d, int64_t rupiah)
{
	return rupiah > 0 ? arena_printf(d->arena, "%" PRId64, rupiah) : SLICE("");
}

static struct slice nip_text(struct comparing *d, uint64_t nip)
{
	char text[NIP_DIGITS + 1];

	nip_format(nip, text);
	return arena_copy(d->arena, slice_from_c(text));
}

static struct slice status_text(enum ruling_status s)
{
	static const char *const words[] = {
		[RULING_MEDIASI] = "mediasi", [RULING_IZIN] = "izin",       [RULING_PROSES] = "proses",
		[RULING_PUTUS] = "putus",     [RULING_BANDING] = "banding", [RULING_BHT] = "bht",
		[RULING_RUJUK] = "rujuk",     [RULING_DICABUT] = "dicabut",
	};

	return slice_from_c(words[s]);
}

static struct slice custody_text(enum custody c)
{
	return c == CUSTODY_MOTHER ? SLICE("ibu") : c == CUSTODY_FATHER ? SLICE("ayah") : SLICE("wali");
}

static struct slice payment_text(enum payment p)
{
	return p == PAYMENT_SEQUENTIAL ? SLICE("berurutan") : p == PAYMENT_CONCURRENT ? SLICE("bersamaan") : SLICE("");
}

/* ---- ends ---- */

/* "2027-03-14 menikah" and what it says of arrears */
static struct slice end_text(struct comparing *d, const struct ending *e, struct slice arrears)
{
	struct slice text;

	if (!date_is_set(e->date))
		return SLICE("");
	text = date_text(d, e->date);
	if (e->cause.len > 0)
		text = arena_printf(d->arena, "%.*s %.*s", SLICE_ARG(text), SLICE_ARG(e->cause));
	return arrears.len > 0 ? arena_printf(d->arena, "%.*s, tunggakan %.*s", SLICE_ARG(text), SLICE_ARG(arrears))
	                       : text;
}

static void compare_ends(struct comparing *d, struct slice what, const struct ending *a, const struct ending *b,
                         struct slice arrears_a, struct slice arrears_b)
{
	struct slice before = end_text(d, a, arrears_a), after = end_text(d, b, arrears_b);

	note(d, what, before, after, if_stated(before, NEED_TAKEN_BACK));
	note(d, arena_printf(d->arena, "bukti %.*s", SLICE_ARG(what)), a->proof, b->proof, NEED_NOTHING);
}

static void compare_end(struct comparing *d, struct slice what, const struct ending *a, const struct ending *b)
{
	compare_ends(d, what, a, b, SLICE(""), SLICE(""));
}

/* A confirmation is meant to be renewed: it needs nobody. */
static void compare_confirmed(struct comparing *d, struct slice what, const struct ending *a, const struct ending *b)
{
	note(d, what, end_text(d, a, SLICE("")), end_text(d, b, SLICE("")), NEED_NOTHING);
	note(d, arena_printf(d->arena, "bukti %.*s", SLICE_ARG(what)), a->proof, b->proof, NEED_NOTHING);
}

static struct slice arrears_text(const struct ruling *r)
{
	return r->write_off ? SLICE("hapus") : SLICE("lanjut");
}

/* ---- accounts ---- */

/* Where a child's money goes: to its own account, or to the former spouse's. */
static const struct account *child_account(const struct ruling *r, const struct child *c)
{
	return c->account.stated || c->custody == CUSTODY_GUARDIAN ? &c->account : &r->ex.account;
}

static struct slice account_text(struct comparing *d, const struct account *a)
{
	return a->stated ? arena_printf(d->arena, "%.*s/%.*s", SLICE_ARG(a->bank), SLICE_ARG(a->number)) : SLICE("");
}

/* A document proves one change: the one that stood there before does not prove this one. */
static enum diff_need account_need(const struct account *a, const struct account *b)
{
	if (!a->stated)
		return NEED_NOTHING;
	return b->stated && b->proof.len > 0 && !slice_equal(a->proof, b->proof) ? NEED_NOTHING : NEED_ACCOUNT;
}

static struct slice masked_account(struct comparing *d, const struct account *a)
{
	if (!a->stated)
		return SLICE("");
	return arena_printf(d->arena, "%.*s %.*s", SLICE_ARG(masked(d, a->bank)), SLICE_ARG(masked(d, a->number)));
}

static void compare_accounts(struct comparing *d, struct slice what, const struct account *a, const struct account *b)
{
	if (!slice_equal(account_text(d, a), account_text(d, b)))
		keep(d, (struct diff_change){ what, masked_account(d, a), masked_account(d, b), true,
		                              account_need(a, b) });
	note_masked(d, arena_printf(d->arena, "nama %.*s", SLICE_ARG(what)), a->holder, b->holder, NEED_NOTHING);
	note(d, arena_printf(d->arena, "bukti %.*s", SLICE_ARG(what)), a->proof, b->proof, NEED_NOTHING);
}

/* ---- children ---- */

static const struct child *child_of(const struct ruling *r, struct slice id)
{
	for (size_t i = 0; i < r->child_count; i++)
		if (slice_equal(r->children[i].id, id))
			return &r->children[i];
	return NULL;
}

static struct slice of_child(struct comparing *d, const char *what, const struct child *c)
{
	return arena_printf(d->arena, "%s%.*s", what, SLICE_ARG(c->id));
}

static enum diff_need custody_need(const struct comparing *d, const struct child *a, const struct child *b)
{
	bool kept = a->custody == CUSTODY_FATHER || b->custody == CUSTODY_FATHER;

	return kept ? if_final(d, NEED_CUSTODY) : NEED_NOTHING;
}

static void compare_child(struct comparing *d, const struct child *a, const struct child *b)
{
	const struct account *x = child_account(d->older, a), *y = child_account(d->newer, b);

	note_masked(d, of_child(d, "nama anak ", a), a->name, b->name, NEED_NOTHING);
	note(d, of_child(d, "lahir anak ", a), date_text(d, a->born), date_text(d, b->born), if_final(d, NEED_FACT));
	note(d, of_child(d, "asuh anak ", a), custody_text(a->custody), custody_text(b->custody),
	     custody_need(d, a, b));
	note(d, of_child(d, "sekolah anak ", a), a->at_school ? SLICE("ya") : SLICE("tidak"),
	     b->at_school ? SLICE("ya") : SLICE("tidak"), NEED_NOTHING);
	if (x != &d->older->ex.account || y != &d->newer->ex.account)
		compare_accounts(d, of_child(d, "rekening anak ", a), x, y);
	compare_end(d, of_child(d, "berhenti anak ", a), &a->end, &b->end);
	compare_confirmed(d, of_child(d, "konfirmasi anak ", a), &a->confirmed, &b->confirmed);
}

/* Children added to a final ruling change the shares of the others. */
static void compare_children(struct comparing *d)
{
	for (size_t i = 0; i < d->older->child_count; i++) {
		const struct child *a = &d->older->children[i], *b = child_of(d->newer, a->id);

		if (b != NULL)
			compare_child(d, a, b);
		else
			note(d, SLICE("anak"), a->id, SLICE(""), if_final(d, NEED_GONE));
	}
	for (size_t i = 0; i < d->newer->child_count; i++)
		if (child_of(d->older, d->newer->children[i].id) == NULL)
			note(d, SLICE("anak"), SLICE(""), d->newer->children[i].id, if_final(d, NEED_AMAR));
}

/* ---- the amar ---- */

static struct slice award_name(struct comparing *d, const struct award *a)
{
	struct slice name = slice_from_c(hak_name(a->hak));

	return a->child != NULL ? arena_printf(d->arena, "%.*s %.*s", SLICE_ARG(name), SLICE_ARG(a->child->id)) : name;
}

static struct slice months_text(struct comparing *d, const struct award *a)
{
	return a->months > 0 ? arena_printf(d->arena, "%" PRId32 " bulan", a->months) : SLICE("");
}

/* As the register writes terms, but with every attribute that a fraction has. */
static struct slice terms_text(struct comparing *d, const struct award *a)
{
	struct slice text = months_text(d, a);

	if (a->cara == CARA_PECAHAN)
		text = arena_printf(d->arena, "pecahan%s%.*s", text.len > 0 ? " " : "", SLICE_ARG(text));
	else if (a->lump > 0)
		text = arena_printf(d->arena, "%" PRId64 "/%" PRId32, a->lump, a->months);
	else if (a->months > 0)
		text = arena_printf(d->arena, "%" PRId32 "x%" PRId64, a->months, a->monthly);
	else
		text = arena_printf(d->arena, "%" PRId64, a->monthly);
	if (a->raise > 0)
		text = arena_printf(d->arena, "%.*s+%" PRId32 "%%", SLICE_ARG(text), a->raise);
	if (a->paid_before > 0)
		text = arena_printf(d->arena, "%.*s-%" PRId64, SLICE_ARG(text), a->paid_before);
	if (a->span_from != MONTH_NONE)
		text = arena_printf(d->arena, "%.*s (%.*s sampai %.*s)", SLICE_ARG(text),
		                    SLICE_ARG(month_text(d, a->span_from)), SLICE_ARG(month_text(d, a->span_to)));
	return text;
}

static const struct award *award_like(struct comparing *d, const struct ruling *r, const struct award *wanted)
{
	struct slice name = award_name(d, wanted);

	for (size_t i = 0; i < r->award_count; i++)
		if (slice_equal(award_name(d, &r->awards[i]), name))
			return &r->awards[i];
	return NULL;
}

static void compare_awards(struct comparing *d)
{
	enum diff_need more = d->older->award_count > 0 ? if_final(d, NEED_AMAR) : NEED_NOTHING;

	for (size_t i = 0; i < d->older->award_count; i++) {
		const struct award *a = &d->older->awards[i], *b = award_like(d, d->newer, a);

		note(d, award_name(d, a), terms_text(d, a), b != NULL ? terms_text(d, b) : SLICE(""),
		     if_final(d, b != NULL ? NEED_AMAR : NEED_GONE));
	}
	for (size_t i = 0; i < d->newer->award_count; i++)
		if (award_like(d, d->older, &d->newer->awards[i]) == NULL)
			note(d, award_name(d, &d->newer->awards[i]), SLICE(""), terms_text(d, &d->newer->awards[i]),
			     more);
	note(d, SLICE("pembayaran"), payment_text(d->older->payment), payment_text(d->newer->payment), more);
	note(d, SLICE("penghasilan"), rupiah_text(d, d->older->judged_income), rupiah_text(d, d->newer->judged_income),
	     more);
}

/* ---- the ruling ---- */

static void compare_dates(struct comparing *d)
{
	const struct ruling_dates *a = &d->older->dates, *b = &d->newer->dates;
	const struct {
		const char *what;
		struct slice before, after;
		bool may_change;
	} dates[] = {
		{ "tanggal-putusan", date_text(d, a->ruled), date_text(d, b->ruled), false },
		{ "tanggal-bht", date_text(d, a->final), date_text(d, b->final), false },
		{ "tanggal-ikrar", date_text(d, a->pledged), date_text(d, b->pledged), false },
		{ "tanggal-terima", date_text(d, a->received), date_text(d, b->received), true },
		{ "mulai-potong", month_text(d, a->start), month_text(d, b->start), false },
		{ "dibayar-sampai", month_text(d, a->paid_until), month_text(d, b->paid_until), false },
	};

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		note(d, slice_from_c(dates[i].what), dates[i].before, dates[i].after,
		     dates[i].may_change ? NEED_NOTHING : if_final(d, if_stated(dates[i].before, NEED_FACT)));
}

/* Whether it could be carried out: a cerai-talak when the pledge was spoken, too. */
static bool is_final(const struct ruling *r)
{
	if (r->status != RULING_BHT && r->status != RULING_RUJUK && r->status != RULING_DICABUT)
		return false;
	return date_is_set(r->dates.final) && (r->divorce != CERAI_TALAK || date_is_set(r->dates.pledged));
}

static void compare_case(struct comparing *d)
{
	const struct ruling *a = d->older, *b = d->newer;
	bool back = d->final && b->status < RULING_BHT;

	note(d, SLICE("nomor"), a->number, b->number, NEED_NOTHING);
	note(d, SLICE("status"), status_text(a->status), status_text(b->status), back ? NEED_TAKEN_BACK : NEED_NOTHING);
	note(d, SLICE("jenis"), a->divorce == CERAI_TALAK ? SLICE("cerai-talak") : SLICE("cerai-gugat"),
	     b->divorce == CERAI_TALAK ? SLICE("cerai-talak") : SLICE("cerai-gugat"), if_final(d, NEED_FACT));
	compare_dates(d);
	note_masked(d, SLICE("nip"), nip_text(d, a->nip), nip_text(d, b->nip), NEED_FACT);
	note_masked(d, SLICE("nama asn"), a->asn_name, b->asn_name, NEED_NOTHING);
}

static void compare_former(struct comparing *d)
{
	const struct former_spouse *a = &d->older->ex, *b = &d->newer->ex;

	note_masked(d, SLICE("nama mantan"), a->name, b->name, NEED_NOTHING);
	note_masked(d, SLICE("nik mantan"), a->nik, b->nik, if_stated(a->nik, NEED_FACT));
	note(d, SLICE("hubungan"), a->relation == EX_WIFE ? SLICE("istri") : SLICE("suami"),
	     b->relation == EX_WIFE ? SLICE("istri") : SLICE("suami"), NEED_FACT);
	compare_accounts(d, SLICE("rekening mantan"), &a->account, &b->account);
	compare_end(d, SLICE("kawin-lagi"), &a->remarried, &b->remarried);
	compare_end(d, SLICE("meninggal"), &a->died, &b->died);
	compare_confirmed(d, SLICE("konfirmasi mantan"), &a->confirmed, &b->confirmed);
}

void rulings_diff_case(struct arena *a, struct diff_case *c)
{
	struct comparing d = { .arena = a, .c = c, .older = c->older, .newer = c->newer, .final = is_final(c->older) };

	compare_case(&d);
	compare_former(&d);
	compare_children(&d);
	compare_awards(&d);
	compare_ends(&d, SLICE("selesai"), &d.older->over, &d.newer->over, arrears_text(d.older),
	             arrears_text(d.newer));
}
