/* An explanation as plain text: sentences wrapped, figures never. */
#include "explain_private.h"

enum { WIDTH = 100, LABEL_WIDTH = 18 };

/* How a note is set: what stands before its first line and before the further ones. */
static const struct {
	const char *first, *next;
	bool blank_before, wrapped;
} styles[] = {
	[NOTE_TITLE] = { "", "", false, false },
	[NOTE_FACT] = { "  ", "  ", false, false },
	[NOTE_STEP] = { "", "", true, false },
	[NOTE_PART] = { "  ", "  ", true, false },
	[NOTE_ITEM] = { "    ", "    ", false, false },
	[NOTE_PROSE] = { "    ", "    ", false, true },
	[NOTE_LAW] = { "    > ", "      ", false, true },
	[NOTE_HELD] = { "    ! ", "      ", false, true },
};

/* Characters, not bytes. */
static size_t width_of(struct slice s)
{
	size_t width = 0;

	for (size_t i = 0; i < s.len; i++)
		width += ((unsigned char)s.ptr[i] & 0xc0) != 0x80 ? 1 : 0;
	return width;
}

static void write_wrapped(struct buf *out, struct slice text, const char *first, const char *next)
{
	size_t column = width_of(slice_from_c(first));

	buf_append(out, slice_from_c(first));
	for (bool begun = false; text.ptr != NULL; begun = true) {
		struct slice word = slice_cut(&text, ' ');

		if (begun && column + 1 + width_of(word) > WIDTH) {
			buf_printf(out, "\n%s", next);
			column = width_of(slice_from_c(next));
		} else if (begun) {
			buf_char(out, ' ');
			column++;
		}
		buf_append(out, word);
		column += width_of(word);
	}
	buf_char(out, '\n');
}

/* "label: value" in two columns. */
static void write_fact(struct buf *out, struct slice text)
{
	struct slice rest = text, label = slice_cut(&rest, ':');

	buf_printf(out, "  %.*s", SLICE_ARG(label));
	for (size_t i = width_of(label); i < LABEL_WIDTH; i++)
		buf_char(out, ' ');
	buf_printf(out, "%.*s\n", SLICE_ARG(slice_trim(rest)));
}

static void write_note(struct buf *out, const struct note *n, enum note_kind before)
{
	if (styles[n->kind].blank_before || (before == NOTE_FACT && n->kind != NOTE_FACT))
		buf_char(out, '\n');
	if (n->kind == NOTE_FACT)
		write_fact(out, n->text);
	else if (styles[n->kind].wrapped)
		write_wrapped(out, n->text, styles[n->kind].first, styles[n->kind].next);
	else
		buf_printf(out, "%s%.*s\n", styles[n->kind].first, SLICE_ARG(n->text));
	if (n->kind == NOTE_TITLE)
		buf_char(out, '\n');
}

enum status explain_write_text(const struct explanation *e, struct buf *out)
{
	struct arena arena = { 0 };
	struct notes notes;
	enum status status = explain_person(e, &arena, &notes);
	enum note_kind before = NOTE_TITLE;

	for (const struct note *n = notes.first; status == STATUS_OK && n != NULL; n = n->next) {
		write_note(out, n, before);
		before = n->kind;
	}
	arena_release(&arena);
	return status == STATUS_OK && out->failed ? STATUS_FAIL : status;
}
