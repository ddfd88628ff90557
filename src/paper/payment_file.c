/* The file of a bank's channel: delimited or of fixed width. */
#include "payment_private.h"

#include <nafkah/placeholder.h>

#include <inttypes.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;

/* ---- sums ---- */

static wide digits_of(struct slice account)
{
	wide value = 0;

	for (size_t i = 0; i < account.len; i++)
		value = value * 10u + (unsigned)(account.ptr[i] - '0');
	return value;
}

/* Accounts have 20 digits at most, so that the sum of all that memory holds fits. */
static struct slice wide_text(struct arena *a, wide value)
{
	char text[40];
	size_t at = sizeof text;

	do {
		text[--at] = (char)('0' + (int)(value % 10u));
		value /= 10u;
	} while (value > 0);
	return arena_copy(a, (struct slice){ text + at, sizeof text - at });
}

enum status payments_sum(const struct payment_order *o, const struct carried *carried, struct payment_sums *out)
{
	wide accounts = 0;

	*out = (struct payment_sums){ 0 };
	for (size_t i = 0; i < o->transfers->count; i++) {
		if (carried[i].held)
			continue;
		out->count++;
		out->total += carried[i].transfer->amount;
		accounts += digits_of(carried[i].transfer->account);
	}
	out->account_total = wide_text(o->arena, accounts);
	return o->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

struct slice payment_file_name(const struct payment_order *o, bool trial)
{
	struct slice rest = o->format->file_name, name = trial ? SLICE("UJI-") : SLICE(""), bad;
	month_no period = o->transfers->count > 0 ? o->transfers->items[0].period : date_month(o->pay_date);
	struct template_piece piece;

	while (template_next(&rest, &piece, &bad)) {
		char text[16];
		struct slice part = piece.literal;

		if (piece.named && piece.what == PLACEHOLDER_PERIODE) {
			month_format(period, text);
			part = slice_from_c(text);
		} else if (piece.named) {
			date_format(o->pay_date, text);
			part = slice_from_c(text);
		}
		name = arena_printf(o->arena, "%.*s%.*s", SLICE_ARG(name), SLICE_ARG(part));
	}
	return name;
}

/* ---- fields in a line ---- */

static void put_quoted(struct buf *out, struct slice text)
{
	buf_char(out, '"');
	while (text.ptr != NULL) {
		buf_append(out, slice_cut(&text, '"'));
		if (text.ptr != NULL)
			buf_append(out, SLICE("\"\""));
	}
	buf_char(out, '"');
}

static bool needs_quotes(const struct payment_format *f, struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == f->delimiter || text.ptr[i] == '"' || text.ptr[i] == '\n' || text.ptr[i] == '\r')
			return true;
	return false;
}

static void put_delimited(const struct payment_format *f, struct slice text, struct buf *out)
{
	if (f->quoting == QUOTE_ALWAYS || (f->quoting == QUOTE_NEEDED && needs_quotes(f, text)))
		put_quoted(out, text);
	else
		buf_append(out, text);
}

static void put_fixed(const struct format_field *f, struct slice text, struct buf *out)
{
	size_t fill = f->length - characters_in(text);

	for (size_t i = 0; f->right && i < fill; i++)
		buf_char(out, f->pad);
	buf_append(out, text);
	for (size_t i = 0; !f->right && i < fill; i++)
		buf_char(out, f->pad);
}

/* A payment was proven to fit before; of head and tail this is known only now. */
static enum status check_rendered(const struct payment_values *v, const struct format_field *f,
                                  const struct rendered *r)
{
	if (!r->impossible && !r->too_long && !r->empty)
		return STATUS_OK;
	findings_add(v->order->findings, &(struct finding){
		.code = N1022_PAYMENT_FORMAT_INCONSISTENT, .line = f->line, .value = f->title, .detail = r->stated,
	});
	return STATUS_REJECT;
}

static enum status write_line(const struct payment_values *v, const struct format_line *line, struct buf *out)
{
	const struct payment_format *format = v->order->format;

	for (size_t k = 0; k < line->count; k++) {
		const struct format_field *f = &line->fields[k];
		struct rendered r;
		enum status status = field_render(v, f, &r);

		if (status == STATUS_OK)
			status = check_rendered(v, f, &r);
		if (status != STATUS_OK)
			return status;
		if (format->shape == SHAPE_FIXED) {
			put_fixed(f, r.text, out);
			continue;
		}
		if (k > 0)
			buf_char(out, format->delimiter);
		put_delimited(format, r.text, out);
	}
	buf_append(out, format->crlf ? SLICE("\r\n") : SLICE("\n"));
	return out->failed ? STATUS_FAIL : STATUS_OK;
}

static enum status write_lines(const struct payment_values *v, const struct format_lines *lines, struct buf *out)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < lines->count; i++)
		status = write_line(v, &lines->items[i], out);
	return status;
}

enum status payment_file_write(const struct payment_order *o, const struct carried *carried, struct buf *out)
{
	struct payment_sums sums;
	struct payment_values v = { .order = o, .sums = &sums };
	enum status status = payments_sum(o, carried, &sums);

	if (status != STATUS_OK)
		return status;
	v.lines = o->format->head.count + o->format->tail.count + o->format->body.count * sums.count;
	status = write_lines(&v, &o->format->head, out);
	for (size_t i = 0; status == STATUS_OK && i < o->transfers->count; i++) {
		if (carried[i].held)
			continue;
		v.carried = &carried[i];
		v.nth++;
		status = write_lines(&v, &o->format->body, out);
	}
	v.carried = NULL;
	return status == STATUS_OK ? write_lines(&v, &o->format->tail, out) : status;
}
