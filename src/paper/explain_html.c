/* An explanation as one page: every step a section, figures in tables of label and arithmetic. */
#include "explain_private.h"

#include <nafkah/html.h>

#include <string.h>

/* Black on white; nothing is told by colour. */
static const char sheet[] =
	"@page{size:A4;margin:16mm 15mm;@bottom-right{content:counter(page) \" / \" counter(pages)}}"
	"body{font:10.5pt/1.4 'Segoe UI','Noto Sans','Liberation Sans','DejaVu Sans',Arial,sans-serif;color:#111;"
	"background:#fff;max-width:52em;margin:1.5em auto;padding:0 1em}"
	"h1{font-size:15pt;margin:0 0 .6em}"
	"h2{font-size:12pt;margin:1.6em 0 .3em;border-bottom:1px solid #888;break-after:avoid}"
	"h3{font-size:10.5pt;margin:1em 0 .2em;break-after:avoid}"
	"table{border-collapse:collapse;width:100%}"
	"th,td{text-align:left;vertical-align:top;padding:.12em .6em .12em 0;overflow-wrap:anywhere}"
	"th{width:30%;font-weight:normal;color:#444}"
	"td{font-variant-numeric:tabular-nums}"
	"tr{break-inside:avoid}"
	"p{margin:.35em 0}"
	".law{font-size:9pt;color:#333;border-left:3px solid #aaa;padding-left:.7em}"
	".held{border:1.5px solid #111;padding:.4em .7em;break-inside:avoid}"
	"@media print{body{max-width:none;margin:0;padding:0}}";

/* What is open while the notes are written one after another. */
struct page {
	struct html html;
	bool section, table;
};

static bool is_row(enum note_kind k)
{
	return k == NOTE_FACT || k == NOTE_ITEM;
}

static void close_table(struct page *p)
{
	if (p->table)
		html_close(&p->html);
	p->table = false;
}

/* An amount below zero stands in front: "-Rp500 + Rp1.000 = Rp500". It is told from a text of an input that only looks like one
 * by having nothing that a formula could do harm with. */
static bool is_below_zero(struct slice text)
{
	if (!slice_starts_with(text, SLICE("-Rp")) || text.len < 4 || !ascii_is_digit(text.ptr[3]))
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (strchr("()|!'\"@&;<>{}[]", text.ptr[i]) != NULL)
			return false;
	return true;
}

/* The apostrophe that keeps texts from being formulas would look like part of such a figure; a real minus sign does not. */
static void write_value(struct page *p, struct slice text)
{
	struct buf value = { 0 };

	html_open(&p->html, "td");
	for (size_t i = 0; i < text.len; i++) {
		if (slice_starts_with(slice_sub(text, i, text.len), SLICE("-Rp")))
			buf_append(&value, SLICE("\xe2\x88\x92"));
		else
			buf_char(&value, text.ptr[i]);
	}
	buf_char(&value, '\0');
	if (value.failed)
		p->html.out->failed = true;
	else if (is_below_zero(text))
		html_words(&p->html, value.ptr);
	else
		html_text(&p->html, (struct slice){ value.ptr, value.len - 1 });
	html_close(&p->html);
	buf_release(&value);
}

static void write_row(struct page *p, struct slice text)
{
	struct slice rest = text, label = slice_cut(&rest, ':');

	if (!p->table)
		html_open(&p->html, "table");
	p->table = true;
	html_open(&p->html, "tr");
	html_open(&p->html, "th");
	html_attr_words(&p->html, "scope", "row");
	html_text(&p->html, label);
	html_close(&p->html);
	write_value(p, slice_trim(rest));
	html_close(&p->html);
}

static void write_step(struct page *p, struct slice text)
{
	if (p->section)
		html_close(&p->html);
	html_open(&p->html, "section");
	p->section = true;
	html_element_text(&p->html, "h2", NULL, text);
}

static void write_note(struct page *p, const struct note *n)
{
	if (!is_row(n->kind))
		close_table(p);
	switch (n->kind) {
	case NOTE_TITLE:
		html_element_text(&p->html, "h1", NULL, n->text);
		break;
	case NOTE_FACT:
	case NOTE_ITEM:
		write_row(p, n->text);
		break;
	case NOTE_STEP:
		write_step(p, n->text);
		break;
	case NOTE_PART:
		html_element_text(&p->html, "h3", NULL, n->text);
		break;
	case NOTE_PROSE:
		html_element_text(&p->html, "p", NULL, n->text);
		break;
	case NOTE_LAW:
		html_element_text(&p->html, "p", "law", n->text);
		break;
	case NOTE_HELD:
		html_element_text(&p->html, "p", "held", n->text);
		break;
	}
}

enum status explain_write_html(const struct explanation *e, struct buf *out)
{
	static const char *const sheets[] = { sheet, NULL };
	struct arena arena = { 0 };
	struct notes notes;
	struct page page = { .html = { .out = out } };
	enum status status = explain_person(e, &arena, &notes);

	if (status == STATUS_OK)
		html_begin_page(&page.html, e->lang == LANG_ID ? "id" : "en", notes.first->text, sheets);
	for (const struct note *n = notes.first; status == STATUS_OK && n != NULL; n = n->next)
		write_note(&page, n);
	if (status == STATUS_OK)
		close_table(&page);
	while (page.html.depth > 0)
		html_close(&page.html);
	arena_release(&arena);
	return status == STATUS_OK && out->failed ? STATUS_FAIL : status;
}
