/* Which payments a channel carries, and why it does not carry the others. */
#include "payment_private.h"

#include <inttypes.h>
#include <stdlib.h>

struct preparing {
	const struct payment_order *o;
	struct carried *all;
	struct carried *c;   /* the present one */
	uint64_t line;       /* in its list */
};

static void tell(const struct preparing *p, enum code code, struct slice column, struct slice value,
                 struct slice detail)
{
	findings_add(p->o->findings, &(struct finding){
		.code = code, .personal = true, .file = p->o->list_file, .line = p->line, .column = column,
		.value = value, .detail = detail, .nip = p->c->transfer->nip, .perkara = p->c->transfer->number,
	});
}

static void hold(struct preparing *p, enum code code, struct slice column, struct slice value, struct slice detail)
{
	tell(p, code, column, value, detail);
	if (!p->c->held)
		p->c->held_by = code;
	p->c->held = true;
}

struct slice channel_bank(const struct payment_order *o)
{
	return o->format->bank.len > 0 ? o->format->bank : o->office->account.stated ? o->office->account.bank : (struct slice){ 0 };
}

/* ---- bank, account, rail ---- */

static struct slice lengths_text(struct arena *a, const struct bank *b)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < b->length_count; i++)
		text = arena_printf(a, "%.*s%s%d", SLICE_ARG(text), i > 0 ? ", " : "", b->lengths[i]);
	return text;
}

/* "bi-fast 1..250000000, kliring 1..1000000000" */
static struct slice rails_text(const struct payment_order *o)
{
	struct slice text = SLICE("");

	for (size_t i = 0; i < o->format->rail_count; i++) {
		enum rail r = o->format->rails[i];
		const struct rail_limit *limit = &o->banks->limits[r];

		text = arena_printf(o->arena, "%.*s%s%s", SLICE_ARG(text), i > 0 ? ", " : "", rail_name(r));
		if (limit->stated)
			text = arena_printf(o->arena, "%.*s %" PRId64 "..", SLICE_ARG(text), limit->least);
		if (limit->most > 0)
			text = arena_printf(o->arena, "%.*s%" PRId64, SLICE_ARG(text), limit->most);
	}
	return text;
}

static bool choose_rail(struct preparing *p, const struct bank *bank)
{
	const struct payment_format *f = p->o->format;

	for (size_t i = 0; i < f->rail_count; i++) {
		if (!rail_carries(p->o->banks, f->rails[i], channel_bank(p->o), bank, p->c->transfer->amount))
			continue;
		p->c->rail = f->rails[i];
		return true;
	}
	return f->rail_count == 0;
}

static void judge_way(struct preparing *p)
{
	const struct credit_transfer *t = p->c->transfer;
	const struct bank *bank = bank_find(p->o->banks, t->bank);
	struct slice own = channel_bank(p->o);

	if (bank == NULL) {
		hold(p, N1002_BANK_UNKNOWN, SLICE("bank"), t->bank, p->o->banks->file);
		return;
	}
	p->c->bic = bank->bic;
	if (!bank_has_length(bank, t->account.len))
		hold(p, N1009_ACCOUNT_LENGTH, SLICE("rekening"), t->account, lengths_text(p->o->arena, bank));
	if (p->o->format->in_house_only && !slice_equal(own, t->bank))
		hold(p, N1012_OTHER_BANK, SLICE("bank"), t->bank, own);
	else if (!choose_rail(p, bank))
		hold(p, N1010_NO_RAIL, SLICE("jumlah"), arena_printf(p->o->arena, "%" PRId64, t->amount),
		     rails_text(p->o));
}

/* ---- fields ---- */

static struct slice place_of(const struct preparing *p, const struct format_field *f)
{
	return f->length == 0 ? f->title : arena_printf(p->o->arena, "%.*s: %zu", SLICE_ARG(f->title), f->length);
}

static void judge_field(struct preparing *p, const struct format_field *f, const struct rendered *r)
{
	if (r->impossible)
		hold(p, N1008_CHARACTERS_IMPOSSIBLE, f->title, r->stated, f->title);
	else if (r->too_long)
		hold(p, N1006_TEXT_DOES_NOT_FIT, f->title, r->stated, place_of(p, f));
	else if (r->empty)
		hold(p, N1016_FIELD_EMPTY, f->title, f->title, f->text);
	if (r->impossible || r->too_long)
		return;
	if (r->replaced)
		tell(p, N1007_CHARACTERS_REPLACED, f->title, r->stated, r->text);
	if (r->shortened)
		tell(p, N1005_TEXT_SHORTENED, f->title, r->stated, r->text);
}

static enum status judge_fields(struct preparing *p)
{
	const struct payment_order *o = p->o;
	struct payment_values v = { .order = o, .carried = p->c, .nth = o->transfers->count };

	v.lines = o->format->head.count + o->format->tail.count + o->format->body.count * o->transfers->count;
	for (size_t i = 0; i < o->format->body.count; i++) {
		const struct format_line *line = &o->format->body.items[i];

		for (size_t k = 0; k < line->count; k++) {
			struct rendered r;

			if (field_render(&v, &line->fields[k], &r) != STATUS_OK)
				return STATUS_FAIL;
			judge_field(p, &line->fields[k], &r);
			if (slice_equal(line->fields[k].text, SLICE("{nama-rekening}")))
				p->c->holder = r.text;
		}
	}
	return STATUS_OK;
}

/* Where no field is the name by itself. */
static enum status write_holder(struct preparing *p)
{
	struct buf out = { 0 };
	bool replaced = false, impossible = false, failed;

	if (p->c->holder.ptr != NULL)
		return STATUS_OK;
	channel_text(p->o->format, p->c->transfer->holder, &out, &replaced, &impossible);
	p->c->holder = arena_copy(p->o->arena, buf_slice(&out));
	failed = out.failed;
	buf_release(&out);
	return failed ? STATUS_FAIL : STATUS_OK;
}

static enum status prepare_one(struct preparing *p)
{
	enum status status = STATUS_OK;

	judge_way(p);
	if (!p->c->held) {
		holder_check(p->o, p->c->transfer, p->line);
		status = judge_fields(p);
	}
	return status == STATUS_OK ? write_holder(p) : status;
}

/* ---- references ---- */

struct reference {
	struct slice text;
	size_t at;
};

static int by_text(const void *a, const void *b)
{
	const struct reference *x = a, *y = b;
	int order = slice_compare(x->text, y->text);

	return order != 0 ? order : (x->at > y->at) - (x->at < y->at);
}

/* The pieces of the key that a line has instead of the whole; *title is the first of their fields. */
static struct slice reference_of(const struct payment_order *o, const struct credit_transfer *t, struct slice *title)
{
	struct slice text = SLICE("");

	*title = (struct slice){ 0 };
	for (size_t i = 0; i < o->format->body.count; i++) {
		const struct format_line *line = &o->format->body.items[i];

		for (size_t k = 0; k < line->count; k++) {
			const struct format_field *f = &line->fields[k];
			struct slice piece = slice_sub(t->key, f->skip, f->length > 0 ? f->length : t->key.len);

			if (f->too_long != LONG_CUT && f->skip == 0)
				continue;
			if (title->len == 0)
				*title = f->title;
			text = arena_printf(o->arena, "%.*s%.*s", SLICE_ARG(text), SLICE_ARG(piece));
		}
	}
	return text;
}

/* Of several that the bank could not tell apart the first is carried. */
static enum status hold_same_references(struct preparing *p)
{
	const struct payment_order *o = p->o;
	struct reference *all = arena_array(o->arena, o->transfers->count, sizeof *all);
	size_t count = 0, begin = 0;
	struct slice title = { 0 };

	if (all == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < o->transfers->count; i++)
		if (!p->all[i].held)
			all[count++] = (struct reference){ reference_of(o, p->all[i].transfer, &title), i };
	if (title.len == 0)
		return STATUS_OK; /* the whole key stands in it */
	qsort(all, count, sizeof *all, by_text);
	for (size_t i = 1; i < count; i++) {
		if (!slice_equal(all[i].text, all[begin].text)) {
			begin = i;
			continue;
		}
		p->c = &p->all[all[i].at];
		p->line = all[i].at + 2;
		hold(p, N1017_REFERENCE_TWICE, title, all[i].text, title);
	}
	return STATUS_OK;
}

/* ---- the whole list ---- */

static enum status check_payer(const struct payment_order *o)
{
	const struct account *from = &o->office->account;
	struct finding f = { .value = o->format->id };

	if (o->format->names_payer && !from->stated)
		f.code = N1014_PAYING_ACCOUNT_MISSING;
	else if (from->stated && o->format->bank.len > 0 && !slice_equal(from->bank, o->format->bank))
		f = (struct finding){ .code = N1018_PAYING_BANK_OTHER, .value = o->format->bank, .detail = from->bank };
	else
		return STATUS_OK;
	findings_add(o->findings, &f);
	return STATUS_REJECT;
}

enum status payments_prepare(const struct payment_order *o, struct carried *out)
{
	struct preparing p = { .o = o, .all = out };
	enum status status = check_payer(o);

	for (size_t i = 0; status == STATUS_OK && i < o->transfers->count; i++) {
		out[i] = (struct carried){ .transfer = &o->transfers->items[i] };
		p.c = &out[i];
		p.line = i + 2; /* behind the heading */
		status = prepare_one(&p);
	}
	if (status == STATUS_OK)
		status = hold_same_references(&p);
	return status == STATUS_OK && o->arena->exhausted ? STATUS_FAIL : status;
}
