/* A statement as text: facts and rows in columns, sentences wrapped. */
#include "statement_private.h"
#include "words.h"

#include <nafkah/text_table.h>

enum { LINE_WIDTH = 100 };

struct text {
	struct stated x;
	struct buf *out;
	struct text_table table; /* the facts or rows that are gathered */
};

static bool in_columns(enum piece_kind k)
{
	return k == PIECE_FACT || k == PIECE_HEAD || k == PIECE_ROW || k == PIECE_PART || k == PIECE_TOTAL;
}

static void flush(struct text *t)
{
	if (t->table.align != NULL)
		text_table_write(&t->table, 2, t->out);
	t->table = (struct text_table){ 0 };
}

static void gather(struct text *t, const struct piece *p)
{
	if (t->table.align == NULL)
		t->table = (struct text_table){ .arena = &t->x.arena, .align = p->align };
	for (size_t i = 0; i < p->count; i++)
		text_table_add(&t->table, i == 0 && p->kind == PIECE_PART
		                                  ? arena_printf(&t->x.arena, "  %.*s", SLICE_ARG(p->cells[0]))
		                                  : p->cells[i]);
}

static void write_piece(struct text *t, const struct piece *p)
{
	if (in_columns(p->kind)) {
		gather(t, p);
		return;
	}
	flush(t);
	if (p->kind == PIECE_HEADING || p->kind == PIECE_CLOSING || p->kind == PIECE_MARK)
		buf_char(t->out, '\n');
	if (p->kind == PIECE_PROSE || p->kind == PIECE_CLOSING)
		words_wrap(p->cells[0], "  ", LINE_WIDTH, t->out);
	else
		buf_printf(t->out, "%.*s\n", SLICE_ARG(p->cells[0]));
}

enum status statement_write_text(const struct statement *s, enum lang lang, struct buf *out)
{
	struct text t = { .out = out };
	bool whole = stated_all(&t.x, s, lang);

	for (const struct piece *p = t.x.first; whole && p != NULL; p = p->next)
		write_piece(&t, p);
	whole = whole && !t.x.arena.exhausted && !out->failed;
	arena_release(&t.x.arena);
	return whole ? STATUS_OK : STATUS_FAIL;
}
