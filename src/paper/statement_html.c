/* A statement as one page of A4 that needs nothing beside it. */
#include "statement_private.h"

#include <nafkah/html.h>

/* Black on white; nothing is told by colour. */
static const char sheet[] =
	"@page{size:A4;margin:14mm 13mm;"
	"@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt sans-serif}}"
	"html{font:9pt/1.3 'Segoe UI','Noto Sans','Liberation Sans','DejaVu Sans',Arial,sans-serif;color:#111;background:#fff;"
	"font-variant-numeric:tabular-nums lining-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}"
	"body{max-width:186mm;margin:1.5em auto;padding:0 1em}"
	"h1{font-size:14pt;line-height:1.15;margin:0;font-weight:600}"
	"h2{font-size:10pt;margin:1em 0 .15em;font-weight:600;break-after:avoid}"
	"p{margin:.2em 0}.perkara{font-size:10.5pt}footer{color:#444;font-size:8pt;border-top:1px solid #999;margin-top:1em;"
	"padding-top:.3em}"
	".tanda{border:2px solid #111;text-align:center;font-weight:700;padding:.15em;margin:.5em 0}"
	"table{border-collapse:collapse;width:100%}"
	"th,td{text-align:left;vertical-align:top;padding:.1em .4em;font-weight:400;border-bottom:1px solid #ccc;"
	"overflow-wrap:anywhere}"
	"th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}"
	"thead{display:table-header-group}"
	"thead th{font-weight:600;vertical-align:bottom;border-top:1px solid #111;border-bottom:1px solid #111}"
	".n{text-align:right;white-space:nowrap;overflow-wrap:normal}"
	".rinci th,.rinci td{color:#333;font-size:8pt;border-bottom-color:#eee}.rinci th{padding-left:1em}"
	".jumlah th,.jumlah td{font-weight:600;border-top:1px solid #111;border-bottom:1px solid #111}"
	".fakta th{width:27%;color:#444}.fakta th,.fakta td{border:0}"
	".angka tbody th{width:20%}"
	"tr{break-inside:avoid}"
	"@media screen{section{overflow-x:auto}}"
	"@media print{body{max-width:none;margin:0;padding:0}}";

struct page {
	struct stated x;
	struct html h;
	enum { OPEN_NOTHING, OPEN_FACTS, OPEN_TABLE } open;
	bool section;
};

static void close_table(struct page *p)
{
	if (p->open != OPEN_NOTHING) {
		html_close(&p->h); /* tbody */
		html_close(&p->h);
	}
	p->open = OPEN_NOTHING;
}

static void close_section(struct page *p)
{
	close_table(p);
	if (p->section)
		html_close(&p->h);
	p->section = false;
}

/* Numbers are the program's own; every other cell may hold what came from an input. */
static void cell(struct page *p, const char *element, const char *scope, bool number, struct slice text)
{
	html_open_class(&p->h, element, number ? "n" : NULL);
	if (scope != NULL)
		html_attr_words(&p->h, "scope", scope);
	if (number)
		html_words(&p->h, text.ptr);
	else
		html_text(&p->h, text);
	html_close(&p->h);
}

static void row(struct page *p, const struct piece *piece)
{
	html_open_class(&p->h, "tr", piece->kind == PIECE_PART ? "rinci" : piece->kind == PIECE_TOTAL ? "jumlah" : NULL);
	for (size_t i = 0; i < piece->count; i++)
		cell(p, i == 0 ? "th" : "td", i == 0 ? "row" : NULL, piece->align[i] == 'r', piece->cells[i]);
	html_close(&p->h);
}

static void facts(struct page *p, const struct piece *piece)
{
	if (p->open == OPEN_NOTHING) {
		html_open_class(&p->h, "table", "fakta");
		html_open(&p->h, "tbody");
	}
	p->open = OPEN_FACTS;
	row(p, piece);
}

static void table_head(struct page *p, const struct piece *piece)
{
	close_table(p);
	html_open_class(&p->h, "table", "angka");
	html_open(&p->h, "thead");
	html_open(&p->h, "tr");
	for (size_t i = 0; i < piece->count; i++)
		cell(p, "th", "col", piece->align[i] == 'r', piece->cells[i]);
	html_close(&p->h);
	html_close(&p->h);
	html_open(&p->h, "tbody");
	p->open = OPEN_TABLE;
}

static void heading(struct page *p, struct slice words)
{
	close_section(p);
	html_open(&p->h, "section");
	p->section = true;
	html_element_text(&p->h, "h2", NULL, words);
}

static void write_piece(struct page *p, const struct piece *piece)
{
	switch (piece->kind) {
	case PIECE_TITLE:
		html_element_text(&p->h, "h1", NULL, piece->cells[0]);
		break;
	case PIECE_SUBTITLE:
		html_element_text(&p->h, "p", "perkara", piece->cells[0]);
		break;
	case PIECE_MARK:
		html_element_text(&p->h, "p", "tanda", piece->cells[0]);
		break;
	case PIECE_HEADING:
		heading(p, piece->cells[0]);
		break;
	case PIECE_FACT:
		facts(p, piece);
		break;
	case PIECE_PROSE:
		close_table(p);
		html_element(&p->h, "p", NULL, piece->cells[0].ptr); /* the program's own words */
		break;
	case PIECE_CLOSING:
		close_section(p);
		html_element(&p->h, "footer", NULL, piece->cells[0].ptr);
		break;
	case PIECE_HEAD:
		table_head(p, piece);
		break;
	case PIECE_ROW:
	case PIECE_PART:
	case PIECE_TOTAL:
		row(p, piece);
		break;
	}
}

enum status statement_write_html(const struct statement *s, enum lang lang, struct buf *out)
{
	static const char *const sheets[] = { sheet, NULL };
	struct page p = { .h = { .out = out } };
	bool whole = stated_all(&p.x, s, lang);

	if (whole)
		html_begin_page(&p.h, lang == LANG_ID ? "id" : "en", p.x.first->cells[0], sheets);
	for (const struct piece *piece = p.x.first; whole && piece != NULL; piece = piece->next)
		write_piece(&p, piece);
	while (p.h.depth > 0)
		html_close(&p.h);
	whole = whole && !out->failed;
	arena_release(&p.x.arena);
	return whole ? STATUS_OK : STATUS_FAIL;
}
