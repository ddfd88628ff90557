/* One field of a bank's file from its template. */
#include "payment_private.h"

#include <nafkah/placeholder.h>

#include <inttypes.h>
#include <string.h>

/* ---- characters ---- */

static bool continues(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

size_t characters_in(struct slice s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += continues(s.ptr[i]) ? 0 : 1;
	return count;
}

/* Whether the channel takes the character that begins at `s`, `len` bytes long. */
static bool takes(const struct payment_format *f, const char *s, size_t len)
{
	char c = s[0];

	if (len > 1)
		return f->charset.any && !(len == 2 && c == '\xc2' && (unsigned char)s[1] < 0xa0); /* C1 controls */
	if (c == ' ' || ascii_is_alpha(c) || ascii_is_digit(c))
		return true;
	if (f->shape == SHAPE_DELIMITED && f->quoting == QUOTE_NEVER && (c == f->delimiter || c == '"'))
		return false;
	if (f->charset.any)
		return c > ' ' && c <= '~';
	return c != '\0' && f->charset.marks.len > 0 && memchr(f->charset.marks.ptr, c, f->charset.marks.len) != NULL;
}

/* A blank is written before the next character, and none at the end. */
struct writing {
	struct buf *out;
	size_t from;
	bool blank;
};

static void put(struct writing *w, struct slice character)
{
	if (character.len == 1 && character.ptr[0] == ' ') {
		w->blank = w->out->len > w->from;
		return;
	}
	if (w->blank)
		buf_char(w->out, ' ');
	w->blank = false;
	buf_append(w->out, character);
}

void channel_text(const struct payment_format *f, struct slice text, struct buf *out, bool *replaced, bool *impossible)
{
	struct writing w = { out, out->len, false };

	for (size_t i = 0, len; i < text.len; i += len) {
		char one;

		for (len = 1; i + len < text.len && continues(text.ptr[i + len]);)
			len++;
		if (!takes(f, text.ptr + i, len)) {
			*replaced = *replaced || f->charset.instead != '\0';
			*impossible = *impossible || f->charset.instead == '\0';
			one = f->charset.instead != '\0' ? f->charset.instead : '?';
			put(&w, (struct slice){ &one, 1 });
		} else if (len == 1) {
			one = f->charset.upper ? ascii_upper(text.ptr[i]) : text.ptr[i];
			put(&w, (struct slice){ &one, 1 });
		} else {
			put(&w, slice_sub(text, i, len));
		}
	}
}

/* ---- values ---- */

static void put_amount(const struct format_field *f, int64_t rupiah, struct buf *out)
{
	buf_printf(out, "%" PRId64, rupiah);
	if (f->decimals > 0 && f->decimal_mark != '\0')
		buf_char(out, f->decimal_mark);
	for (unsigned i = 0; i < f->decimals; i++)
		buf_char(out, '0');
}

static void put_date(const struct format_field *f, struct date d, struct buf *out)
{
	if (!date_is_set(d))
		return;
	switch (f->dates) {
	case DATE_ISO:
		buf_printf(out, "%04d-%02d-%02d", d.year, d.month, d.day);
		break;
	case DATE_YMD:
		buf_printf(out, "%04d%02d%02d", d.year, d.month, d.day);
		break;
	case DATE_DMY:
		buf_printf(out, "%02d%02d%04d", d.day, d.month, d.year);
		break;
	case DATE_YMD_SLASH:
		buf_printf(out, "%04d/%02d/%02d", d.year, d.month, d.day);
		break;
	case DATE_DMY_SLASH:
		buf_printf(out, "%02d/%02d/%04d", d.day, d.month, d.year);
		break;
	case DATE_DMY_SHORT:
		buf_printf(out, "%02d%02d%02d", d.day, d.month, d.year % 100);
		break;
	}
}

static struct slice month_text(struct arena *a, month_no m)
{
	char text[8];

	month_format(m, text);
	return arena_copy(a, slice_from_c(text));
}

static struct slice count_text(struct arena *a, uint64_t n)
{
	return arena_printf(a, "%" PRIu64, n);
}

static struct slice text_of_payment(const struct payment_values *v, enum placeholder p)
{
	const struct credit_transfer *t = v->carried->transfer;
	const struct bank *bank = bank_find(v->order->banks, t->bank);
	static const struct bank unknown;
	struct arena *a = v->order->arena;

	if (bank == NULL)
		bank = &unknown;
	switch ((int)p) {
	case PLACEHOLDER_NO: return count_text(a, t->no);
	case PLACEHOLDER_URUT: return count_text(a, v->nth);
	case PLACEHOLDER_KUNCI: return t->key;
	case PLACEHOLDER_PERIODE: return month_text(a, t->period);
	case PLACEHOLDER_SUMBER: return slice_from_c(kind_name(t->kind));
	case PLACEHOLDER_BANK: return t->bank;
	case PLACEHOLDER_REKENING: return t->account;
	case PLACEHOLDER_NAMA_REKENING: return t->holder;
	case PLACEHOLDER_NOMOR_PERKARA: return t->number;
	case PLACEHOLDER_NIP: return t->nip;
	case PLACEHOLDER_NAMA_ASN: return t->asn_name;
	case PLACEHOLDER_RINCIAN: return t->items;
	case PLACEHOLDER_JALUR: return v->order->format->rail_codes[v->carried->rail];
	case PLACEHOLDER_NAMA_BANK: return bank->name;
	case PLACEHOLDER_BIC: return bank->bic;
	default: return bank->clearing;
	}
}

static struct slice text_of_file(const struct payment_values *v, enum placeholder p)
{
	const struct account *payer = &v->order->office->account;
	struct arena *a = v->order->arena;

	switch ((int)p) {
	case PLACEHOLDER_BANYAK: return count_text(a, v->sums != NULL ? v->sums->count : v->order->transfers->count);
	case PLACEHOLDER_BANYAK_BARIS: return count_text(a, v->lines);
	case PLACEHOLDER_TOTAL_REKENING: return v->sums != NULL ? v->sums->account_total : (struct slice){ 0 };
	case PLACEHOLDER_REKENING_DEBET: return payer->number;
	case PLACEHOLDER_NAMA_DEBET: return payer->holder;
	case PLACEHOLDER_BANK_DEBET: return payer->bank;
	default: return v->order->office->name;
	}
}

static void put_value(const struct payment_values *v, const struct format_field *f, enum placeholder p,
                      struct rendered *r, struct buf *written, struct buf *stated)
{
	struct slice text = { 0 };
	size_t from = written->len;

	switch (placeholder_kind(p)) {
	case PLACEHOLDER_IS_AMOUNT:
		put_amount(f, p == PLACEHOLDER_JUMLAH ? v->carried->transfer->amount :
		              v->sums != NULL ? v->sums->total : v->order->transfers->total, written);
		break;
	case PLACEHOLDER_IS_DATE:
		put_date(f, p == PLACEHOLDER_TANGGAL ? v->order->pay_date : v->carried->transfer->ruled, written);
		break;
	case PLACEHOLDER_IS_TEXT:
	case PLACEHOLDER_IS_EXACT:
		text = placeholder_of_payment(p) ? text_of_payment(v, p) : text_of_file(v, p);
		if (placeholder_kind(p) == PLACEHOLDER_IS_EXACT)
			buf_append(written, text);
		else
			channel_text(v->order->format, text, written, &r->replaced, &r->impossible);
		break;
	}
	buf_append(stated, text.ptr != NULL ? text : slice_sub(buf_slice(written), from, written->len));
}

/* ---- the length ---- */

/* The byte at which the character `n` begins, counted from 0; the length where there are not so many. */
static size_t byte_of(struct slice s, size_t n)
{
	size_t i = 0;

	while (i < s.len && n > 0) {
		for (i++; i < s.len && continues(s.ptr[i]);)
			i++;
		n--;
	}
	return i;
}

/* What fits, up to the end of a word; empty: not even the first does. */
static struct slice whole_words(struct slice s, size_t characters)
{
	size_t end = byte_of(s, characters);

	while (end > 0 && s.ptr[end] != ' ')
		end--;
	return slice_trim(slice_sub(s, 0, end));
}

static struct slice shorten(const struct format_field *f, struct slice text, struct rendered *r)
{
	struct slice words;

	if (f->skip > 0)
		text = slice_sub(text, byte_of(text, f->skip), text.len);
	if (f->length == 0 || characters_in(text) <= f->length)
		return text;
	if (f->too_long == LONG_CUT)
		return slice_sub(text, 0, byte_of(text, f->length)); /* the key: whoever prepares the file proves it */
	words = f->too_long == LONG_CUT_AT_WORD ? whole_words(text, f->length) : (struct slice){ 0 };
	r->shortened = words.len > 0;
	r->too_long = words.len == 0;
	return words.len > 0 ? words : text;
}

enum status field_render(const struct payment_values *v, const struct format_field *f, struct rendered *out)
{
	struct buf written = { 0 }, stated = { 0 };
	struct slice rest = f->text, bad;
	struct template_piece piece;
	bool failed;

	*out = (struct rendered){ 0 };
	while (template_next(&rest, &piece, &bad)) {
		if (piece.named) {
			put_value(v, f, piece.what, out, &written, &stated);
			continue;
		}
		buf_append(&written, piece.literal);
		buf_append(&stated, piece.literal);
	}
	out->stated = arena_copy(v->order->arena, slice_trim(buf_slice(&stated)));
	out->text = shorten(f, arena_copy(v->order->arena, slice_trim(buf_slice(&written))), out);
	out->empty = f->required && out->text.len == 0;
	failed = written.failed || stated.failed || v->order->arena->exhausted;
	buf_release(&written);
	buf_release(&stated);
	return failed ? STATUS_FAIL : STATUS_OK;
}
