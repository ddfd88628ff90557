#include <nafkah/register_paper.h>

#include <nafkah/csv.h>
#include <nafkah/nip.h>
#include <nafkah/register.h>
#include <nafkah/right.h>
#include <nafkah/transfer.h>

#include <inttypes.h>
#include <stdlib.h>

static int by_case(const void *a, const void *b)
{
	const struct case_file *const *x = a, *const *y = b;

	return ruling_compare((*x)->ruling, (*y)->ruling);
}

const struct case_file **cases_in_order(struct arena *a, const struct roster *roster, size_t *count)
{
	const struct case_file **cases;
	size_t n = 0;

	for (size_t i = 0; i < roster->count; i++)
		n += roster->people[i].case_count;
	cases = arena_array(a, n, sizeof *cases);
	*count = 0;
	for (size_t i = 0; cases != NULL && i < roster->count; i++)
		for (size_t k = 0; k < roster->people[i].case_count; k++)
			cases[(*count)++] = &roster->people[i].cases[k];
	if (cases != NULL)
		qsort(cases, n, sizeof *cases, by_case);
	return cases;
}

/* Why a line stands as it does: the code that holds it, or what ended its right. */
static struct slice cause_of(const struct line *l, month_no period)
{
	switch (l->status) {
	case LINE_DITAHAN:
		return slice_from_c(code_name(l->held ? l->held_by : l->file->held_by));
	case LINE_TIDAK_DITEMUKAN:
		return slice_from_c(code_name(N0610_NOT_FOUND));
	case LINE_BELUM_BHT:
	case LINE_BELUM_MULAI:
	case LINE_DIPOTONG:
	case LINE_SEBAGIAN:
	case LINE_NIHIL:
	case LINE_DITERIMA_ASN:
	case LINE_SELESAI:
		break;
	}
	return l->right.last <= period ? l->ended_by : SLICE("");
}

static void write_terms(const struct line *l, month_no period, struct buf *out)
{
	int32_t nth, of;

	buf_printf(out, "%s,", hak_name(l->award->hak));
	if (l->child != NULL)
		buf_printf(out, "anak:%.*s", SLICE_ARG(l->child->id));
	else
		buf_append(out, SLICE("mantan"));
	if (l->keeps_terms)
		buf_printf(out, ",%.*s,%.*s,", SLICE_ARG(l->opening.cara), SLICE_ARG(l->opening.nilai));
	else
		buf_printf(out, ",%s,%.*s,", cara_name(l->award->cara), SLICE_ARG(l->terms));
	if (line_place(l, period, &nth, &of))
		buf_printf(out, "%" PRId32 ",%" PRId32, nth, of);
	else
		buf_char(out, ',');
}

static void write_amounts(const struct line *l, struct buf *out)
{
	const struct figures *f = &l->sum;

	buf_printf(out, ",%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64, f->due, f->kept, l->opening.arrears, f->missed);
	buf_printf(out, ",%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64 ",", f->earlier_due + f->earlier_arrears + f->paid_due + f->paid_arrears, f->written_off,
	           f->waiting, f->arrears);
}

static void write_line(const struct line *l, month_no period, struct buf *out)
{
	char booked[8];

	month_format(l->booked_after, booked);
	write_terms(l, period, out);
	write_amounts(l, out);
	buf_printf(out, "%s,", booked);
	csv_write_field(out, l->bank);
	buf_char(out, ',');
	csv_write_field(out, l->account);
	buf_printf(out, ",%s,", line_status_name(l->status));
	csv_write_field(out, cause_of(l, period));
	buf_char(out, '\n');
}

/* A ruling without awards: hak to nilai, the months, booked and the account are empty. */
static void write_bare(const struct case_file *c, struct buf *out)
{
	buf_append(out, SLICE(",,,,,,0,0,0,0,0,0,0,0,,,,"));
	buf_printf(out, "%s,\n", ruling_state_name(c->state));
}

static void write_start(const struct case_file *c, const char *period, struct buf *out)
{
	char nip[NIP_DIGITS + 1];

	nip_format(c->ruling->nip, nip);
	buf_printf(out, "%s,", period);
	csv_write_field(out, c->ruling->number);
	buf_printf(out, ",%s,", nip);
}

void register_write(const struct case_file *const *cases, size_t count, month_no period, struct buf *out)
{
	char month[8];

	month_format(period, month);
	for (size_t i = 0; i < REG_COLUMN_COUNT; i++)
		buf_printf(out, "%s%s", i > 0 ? "," : "", register_headings[i]);
	buf_char(out, '\n');
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < cases[i]->line_count; k++) {
			write_start(cases[i], month, out);
			write_line(&cases[i]->lines[k], period, out);
		}
		if (cases[i]->line_count > 0)
			continue;
		write_start(cases[i], month, out);
		write_bare(cases[i], out);
	}
}
