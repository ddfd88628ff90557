/* Payments as a workbook, for channels (and people) that take one. */
#include "payment_private.h"

#include <nafkah/placeholder.h>
#include <nafkah/sheet_writer.h>

#include <string.h>

enum { COLUMN_WIDTH = 24 };

struct filling {
	const struct payment_order *order;
	const struct carried *carried;
	const struct payment_sums *sums;
	const struct sheet_column *columns;
	const struct format_line *line;
};

/* An amount by itself is a number that is summed; everything else is text, accounts above all. */
static enum sheet_kind kind_of(const struct format_field *f)
{
	return slice_equal(f->text, SLICE("{jumlah}")) ? SHEET_SUM : SHEET_TEXT;
}

static bool fill_row(const struct filling *x, const struct payment_values *v, struct sheet *s)
{
	for (size_t k = 0; k < x->line->count; k++) {
		struct rendered r;

		if (x->columns[k].kind == SHEET_SUM) {
			sheet_money(s, money_from_rupiah(v->carried->transfer->amount));
			continue;
		}
		if (field_render(v, &x->line->fields[k], &r) != STATUS_OK)
			return false;
		sheet_text(s, r.text);
	}
	sheet_end_row(s);
	return true;
}

static bool fill(struct book *b, const void *context)
{
	const struct filling *x = context;
	struct sheet_plan plan = {
		.name = "Transfer", .columns = x->columns, .count = x->line->count, .frozen = 1, .rows = x->sums->count,
		.elsewhere = "terkirim.csv",
	};
	struct payment_values v = { .order = x->order, .sums = x->sums, .lines = x->sums->count };
	struct sheet *s = book_sheet(b, &plan);
	bool good = true;

	for (size_t i = 0; good && i < x->order->transfers->count; i++) {
		if (x->carried[i].held)
			continue;
		v.carried = &x->carried[i];
		v.nth++;
		good = fill_row(x, &v, s);
	}
	sheet_end(s, SLICE(""));
	return good;
}

static const struct sheet_column *columns_of(const struct payment_order *o, const struct format_line *line)
{
	struct sheet_column *columns = arena_array(o->arena, line->count, sizeof *columns);

	for (size_t k = 0; columns != NULL && k < line->count; k++)
		columns[k] = (struct sheet_column){
			.heading = arena_copy(o->arena, line->fields[k].title).ptr, .width = COLUMN_WIDTH,
			.kind = kind_of(&line->fields[k]),
		};
	return o->arena->exhausted ? NULL : columns;
}

enum status payment_book_write(const struct payment_order *o, const struct carried *carried, const char *scratch,
                               struct buf *out)
{
	struct payment_sums sums;
	struct filling x = { .order = o, .carried = carried, .sums = &sums, .line = &o->format->body.items[0] };
	struct book_plan plan = {
		.name = o->format->id, .title = "Transfer", .scratch = scratch, .fill = fill, .context = &x,
	};
	enum status status = payments_sum(o, carried, &sums);

	x.columns = columns_of(o, x.line);
	if (status != STATUS_OK || x.columns == NULL)
		return STATUS_FAIL;
	if (sums.count > LISTED_ROWS_MAX) {
		findings_add(o->findings, &(struct finding){
			.code = N1022_PAYMENT_FORMAT_INCONSISTENT, .value = o->format->id,
			.detail = arena_printf(o->arena, "> %d", (int)LISTED_ROWS_MAX),
		});
		return STATUS_REJECT;
	}
	return book_make(&plan, o->findings, out);
}
