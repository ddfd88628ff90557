#include <nafkah/transfer.h>

#include <nafkah/csv.h>
#include <nafkah/hash.h>
#include <nafkah/hold.h>
#include <nafkah/nip.h>
#include <nafkah/right.h>

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

bool line_place(const struct line *l, month_no period, int32_t *nth, int32_t *of)
{
	if (l->file->state == STATE_BELUM_BHT || span_empty(l->term) || !span_has(l->term, period))
		return false;
	*nth = period - l->term.first + 1;
	*of = l->term.last - l->term.first + 1;
	return true;
}

/* "iddah 2/3=1500000+200000" */
static struct slice item_text(struct arena *a, const struct draw *d, month_no period)
{
	struct slice text = slice_from_c(hak_name(d->line->award->hak));
	int32_t nth, of;

	if (d->line->child != NULL)
		text = arena_printf(a, "%.*s %.*s", SLICE_ARG(text), SLICE_ARG(d->line->child->id));
	if (line_place(d->line, period, &nth, &of))
		text = arena_printf(a, "%.*s %" PRId32 "/%" PRId32, SLICE_ARG(text), nth, of);
	text = arena_printf(a, "%.*s=%" PRId64, SLICE_ARG(text), d->due);
	return d->arrears > 0 ? arena_printf(a, "%.*s+%" PRId64, SLICE_ARG(text), d->arrears) : text;
}

static bool make_key(struct arena *a, struct transfer *t, month_no period)
{
	struct sha256 hash;
	struct slice text;
	char month[8];

	month_format(period, month);
	text = arena_printf(a, "%s|%s|%.*s|%.*s", month, kind_name(t->kind), SLICE_ARG(t->file->ruling->key),
	                    SLICE_ARG(t->owner));
	if (text.ptr == NULL || !sha256_of(text, &hash))
		return false;
	memcpy(t->key, hash.hex, KUNCI_DIGITS);
	t->key[KUNCI_DIGITS] = '\0';
	return true;
}

/* The transfer of this person, kind, case and owner among the `count` just begun ones, or a new one at their end. */
static struct transfer *transfer_for(struct arena *a, struct transfer *begun, size_t *count, const struct draw *d)
{
	const struct child *owner = line_owner(d->line);
	struct slice payee = line_payee(a, owner);
	struct transfer *t;

	for (size_t i = 0; i < *count; i++)
		if (begun[i].kind == d->row->kind && begun[i].file == d->line->file && slice_equal(begun[i].owner, payee))
			return &begun[i];
	t = &begun[(*count)++];
	*t = (struct transfer){
		.kind = d->row->kind, .file = d->line->file, .account = line_account(d->line), .owner = payee,
		.asn_name = slice_trim(d->row->name),
	};
	return t;
}

static bool add_person(struct arena *a, const struct person *p, month_no period, struct transfers *out)
{
	struct transfer *begun = out->items + out->count;
	size_t count = 0;

	for (size_t i = 0; i < p->draw_count; i++) {
		const struct draw *d = &p->draws[i];
		struct transfer *t = transfer_for(a, begun, &count, d);
		struct slice item = item_text(a, d, period);

		t->amount += d->due + d->arrears;
		t->items = t->items.len == 0 ? item : arena_printf(a, "%.*s; %.*s", SLICE_ARG(t->items), SLICE_ARG(item));
	}
	for (size_t i = 0; i < count; i++) {
		out->total += begun[i].amount;
		if (!make_key(a, &begun[i], period))
			return false;
	}
	out->count += count;
	return !a->exhausted;
}

/* qsort has no context: the place of each kind among the sources is put in front. */
struct sortable {
	int source;
	struct transfer t;
};

static int by_list_order(const void *a, const void *b)
{
	const struct sortable *x = a, *y = b;
	int order = x->source - y->source;

	if (order == 0)
		order = slice_compare(x->t.account->bank, y->t.account->bank);
	if (order == 0)
		order = slice_compare(x->t.account->number, y->t.account->number);
	if (order == 0)
		order = ruling_compare(x->t.file->ruling, y->t.file->ruling);
	return order != 0 ? order : slice_compare(x->t.owner, y->t.owner);
}

static bool sort_transfers(struct arena *a, const struct rules *rules, struct transfers *out)
{
	struct sortable *sorted = arena_array(a, out->count, sizeof *sorted);

	if (sorted == NULL)
		return false;
	for (size_t i = 0; i < out->count; i++)
		sorted[i] = (struct sortable){ rules_source(rules, out->items[i].kind), out->items[i] };
	qsort(sorted, out->count, sizeof *sorted, by_list_order);
	for (size_t i = 0; i < out->count; i++)
		out->items[i] = sorted[i].t;
	return true;
}

enum status transfers_build(struct arena *a, const struct roster *roster, const struct rules *rules, month_no period,
                            struct transfers *out)
{
	size_t room = 0;

	*out = (struct transfers){ 0 };
	for (size_t i = 0; i < roster->count; i++)
		room += roster->people[i].draw_count;
	out->items = arena_array(a, room, sizeof *out->items);
	if (out->items == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < roster->count; i++)
		if (!add_person(a, &roster->people[i], period, out))
			return STATUS_FAIL;
	return sort_transfers(a, rules, out) ? STATUS_OK : STATUS_FAIL;
}

void transfers_write(const struct transfers *t, month_no period, struct buf *out)
{
	char month[8], nip[NIP_DIGITS + 1];

	month_format(period, month);
	buf_append(out, SLICE("no,kunci,periode,sumber,bank,rekening,nama_rekening,jumlah,nomor_perkara,nip,nama_asn,rincian\n"));
	for (size_t i = 0; i < t->count; i++) {
		const struct transfer *x = &t->items[i];

		nip_format(x->file->ruling->nip, nip);
		buf_printf(out, "%zu,%s,%s,%s,", i + 1, x->key, month, kind_name(x->kind));
		csv_write_field(out, x->account->bank);
		buf_char(out, ',');
		csv_write_field(out, x->account->number);
		buf_char(out, ',');
		csv_write_field(out, x->account->holder);
		buf_printf(out, ",%" PRId64 ",", x->amount);
		csv_write_field(out, x->file->ruling->number);
		buf_printf(out, ",%s,", nip);
		csv_write_field(out, x->asn_name);
		buf_char(out, ',');
		csv_write_field(out, x->items);
		buf_char(out, '\n');
	}
}
