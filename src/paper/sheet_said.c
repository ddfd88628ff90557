#include "sheet_private.h"

#include <nafkah/workbook.h>

#include <assert.h>
#include <errno.h>
#include <unistd.h>

#define BETWEEN '\x1f'

/* The two characters that are UTF-8 and yet not of XML: U+FFFE and U+FFFF. */
static size_t to_noncharacter(struct slice s)
{
	size_t i = 0;

	while (i + 2 < s.len && (s.ptr[i] != '\xef' || s.ptr[i + 1] != '\xbf' || (s.ptr[i + 2] != '\xbe' && s.ptr[i + 2] != '\xbf')))
		i++;
	return i + 2 < s.len ? i : s.len;
}

void cell_clean(struct slice text, size_t most, struct buf *out)
{
	bool cut = text.len > most;

	if (cut)
		text = slice_sub(text, 0, most);
	if (cut && utf8_valid_prefix(text) + 4 > text.len)
		text.len = utf8_valid_prefix(text);
	while (text.len > 0) {
		size_t good = to_noncharacter(text);

		append_escaped(out, slice_sub(text, 0, good), false);
		if (good < text.len) {
			buf_printf(out, "\\xEF\\xBF\\x%02X", (unsigned)(unsigned char)text.ptr[good + 2]);
			good += 3;
		}
		text = slice_sub(text, good, text.len);
	}
	if (cut)
		buf_append(out, SLICE("…"));
}

static bool is_hex(char c)
{
	return ascii_is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

/* "_x0041_" would be read as "A". */
static bool begins_escape(struct slice s)
{
	bool hex = s.len >= 7 && s.ptr[0] == '_' && s.ptr[1] == 'x' && s.ptr[6] == '_';

	for (size_t i = 2; hex && i < 6; i++)
		hex = is_hex(s.ptr[i]);
	return hex;
}

void cell_pack(struct slice clean, struct buf *out)
{
	while (clean.len > 0) {
		const char *mark = memchr(clean.ptr + 1, '_', clean.len - 1);
		size_t len = mark != NULL ? (size_t)(mark - clean.ptr) : clean.len;

		if (begins_escape(clean))
			buf_append(out, SLICE("_x005F"));
		buf_append(out, slice_sub(clean, 0, len));
		clean = slice_sub(clean, len, clean.len);
	}
}

void said_sheet(struct said *s, const char *name)
{
	assert(s->sheets < SAID_SHEETS_MAX);
	s->names[s->sheets] = name;
	s->begins[s->sheets++] = s->text.len;
}

void said_cell(struct said *s, struct slice value)
{
	if (s->in_row)
		buf_char(&s->text, BETWEEN);
	else
		s->row = s->filled = s->text.len;
	s->in_row = true;
	buf_append(&s->text, value);
	if (value.len > 0)
		s->filled = s->text.len;
}

void said_row(struct said *s)
{
	if (s->in_row)
		s->text.len = s->filled;
	if (s->in_row && s->filled > s->row)
		buf_char(&s->text, '\n');
	s->in_row = false;
}

void said_release(struct said *s)
{
	buf_release(&s->text);
}

static bool read_file(int fd, struct buf *out)
{
	char block[16384];
	ssize_t n;

	for (off_t at = 0; (n = pread(fd, block, sizeof block, at)) != 0; at += n > 0 ? n : 0) {
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			buf_append(out, (struct slice){ block, (size_t)n });
	}
	return !out->failed;
}

static bool read_rows(const struct table *t, struct said *out)
{
	struct table_row row;
	enum status status;

	while ((status = t->ops->next(t->reader, &row)) == STATUS_OK) {
		for (size_t i = 0; i < row.count; i++)
			said_cell(out, t->ops->value(t->reader, i));
		said_row(out);
	}
	return status == STATUS_END;
}

static bool read_sheet(struct workbook *w, const char *name, struct said *out)
{
	struct slice wanted = slice_from_c(name);
	struct table t = { .ops = &sheet_ops };
	bool good;

	if (workbook_choose(w, &wanted, 1, true) != STATUS_OK)
		return false;
	t.reader = sheet_open(w);
	if (t.reader == NULL)
		return false;
	said_sheet(out, name);
	good = read_rows(&t, out);
	t.ops->free(t.reader);
	return good;
}

static bool same_said(const struct said *a, const struct said *b)
{
	return !a->text.failed && !b->text.failed && slice_equal(buf_slice(&a->text), buf_slice(&b->text)) &&
	       a->sheets == b->sheets && memcmp(a->begins, b->begins, sizeof a->begins) == 0;
}

bool said_is_there(const struct said *s, int fd)
{
	struct findings findings = { 0 };
	struct buf bytes = { 0 };
	struct said seen = { 0 };
	struct workbook *w = NULL;
	bool good = read_file(fd, &bytes) &&
	            workbook_open(buf_slice(&bytes), SLICE("xlsx"), &findings, &w) == STATUS_OK;

	for (size_t i = 0; good && i < s->sheets; i++)
		good = read_sheet(w, s->names[i], &seen);
	good = good && same_said(s, &seen);
	workbook_free(w);
	said_release(&seen);
	buf_release(&bytes);
	findings_release(&findings);
	return good;
}
