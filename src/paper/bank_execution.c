#include <nafkah/bank_execution.h>

#include <nafkah/csv.h>
#include <nafkah/hash.h>
#include <nafkah/register.h>

#include <inttypes.h>
#include <stdlib.h>

/* A line, or all lines of one case and payee. */
struct row {
	const struct credit_transfer *transfer;
	struct slice key, payee;
	int64_t rupiah[FATE_COUNT];
};

/* ---- who is paid ---- */

/* What cannot be hashed is said by the arena: a failure is not another payee. */
static bool is_key_of(const struct credit_transfer *t, struct slice case_key, struct slice payee, struct arena *a)
{
	struct sha256 hash = { { '\0' } };
	struct slice text;
	char month[8];

	month_format(t->period, month);
	text = arena_printf(a, "%s|%s|%.*s|%.*s", month, kind_name(t->kind), SLICE_ARG(case_key), SLICE_ARG(payee));
	if (text.ptr == NULL || !sha256_of(text, &hash))
		a->exhausted = true;
	return slice_starts_with(slice_from_c(hash.hex), t->key);
}

/* "nafkah-anak a1 2/3=750000": the child; empty for another award. */
static struct slice child_of(struct slice item)
{
	struct slice rest = item;

	while (rest.len > 0 && rest.ptr[0] == ' ')
		rest = slice_sub(rest, 1, rest.len);
	if (!slice_equal(slice_cut(&rest, ' '), SLICE("nafkah-anak")))
		return SLICE("");
	rest = slice_cut(&rest, '=');
	return slice_cut(&rest, ' ');
}

static struct slice payee_of(const struct credit_transfer *t, struct slice case_key, struct arena *a)
{
	struct slice rest = t->items;

	if (is_key_of(t, case_key, SLICE("mantan"), a))
		return SLICE("mantan");
	while (rest.ptr != NULL) {
		struct slice child = child_of(slice_cut(&rest, ';'));
		struct slice payee = arena_printf(a, "anak:%.*s", SLICE_ARG(child));

		if (child.len > 0 && is_key_of(t, case_key, payee, a))
			return payee;
	}
	return SLICE("");
}

/* ---- rows ---- */

static int by_case(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = slice_compare(x->key, y->key);

	if (order == 0)
		order = slice_compare(x->payee, y->payee);
	return order != 0 ? order : x->transfer->no < y->transfer->no ? -1 : x->transfer->no > y->transfer->no ? 1 : 0;
}

/* Lines of one case and payee stand together: their sums go to the first. */
static size_t merge(struct row *rows, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct row *last = kept > 0 ? &rows[kept - 1] : NULL;

		if (last == NULL || !slice_equal(last->key, rows[i].key) || !slice_equal(last->payee, rows[i].payee)) {
			rows[kept++] = rows[i];
			continue;
		}
		for (unsigned f = 0; f < FATE_COUNT; f++)
			last->rupiah[f] += rows[i].rupiah[f];
	}
	return kept;
}

static void write_row(const struct row *r, struct buf *out)
{
	int64_t paid = r->rupiah[FATE_PAID], returned = r->rupiah[FATE_RETURNED], unknown = r->rupiah[FATE_UNKNOWN];
	char month[8];

	month_format(r->transfer->period, month);
	buf_printf(out, "%s,", month);
	csv_write_field(out, r->transfer->number);
	buf_printf(out, ",%.*s,", SLICE_ARG(r->transfer->nip));
	csv_write_field(out, r->payee);
	buf_printf(out, ",%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64 "\n", paid + returned + unknown, paid, returned, unknown);
}

enum status bank_execution_write(const struct credit_transfers *t, const struct line_fate *fates, struct arena *a,
                                 struct buf *out)
{
	struct row *rows = arena_array(a, t->count, sizeof *rows);
	size_t count;

	for (size_t i = 0; rows != NULL && i < t->count; i++) {
		struct row *r = &rows[i];

		r->transfer = &t->items[i];
		r->key = register_key(a, t->items[i].number);
		r->payee = payee_of(&t->items[i], r->key, a);
		r->rupiah[fates[i].fate] = t->items[i].amount;
	}
	if (rows == NULL || a->exhausted)
		return STATUS_FAIL;
	if (t->count > 1)
		qsort(rows, t->count, sizeof *rows, by_case);
	count = merge(rows, t->count);
	buf_append(out, SLICE("periode,nomor_perkara,nip,penerima,dikirim,dibayar,dikembalikan,belum_diketahui\n"));
	for (size_t i = 0; i < count; i++)
		write_row(&rows[i], out);
	return out->failed ? STATUS_FAIL : STATUS_OK;
}
