/* Findings with what to do. */
#include "page_private.h"

#include <string.h>

static void say_message(struct page *p, const struct finding *f, bool remedy)
{
	struct buf text = { 0 };

	if (remedy)
		finding_remedy(f, LANG_ID, false, &text);
	else
		finding_message(f, LANG_ID, false, &text);
	html_text(&p->h, buf_slice(&text));
	p->h.out->failed = p->h.out->failed || text.failed;
	buf_release(&text);
}

/* Whether the remedy is the same for every finding of the code. */
static bool remedy_is_shared(enum code c)
{
	return strchr(code_remedy(c, LANG_ID), '{') == NULL;
}

static void finding_place(struct page *p, const struct finding *f)
{
	const struct case_file *c = page_case(p, f);

	open_heading(p, NULL, "row");
	html_text(&p->h, f->perkara.len > 0 ? f->perkara : f->file);
	html_open_class(&p->h, "span", "asn");
	if (c != NULL)
		html_text(&p->h, c->ruling->asn_name);
	if (c != NULL && f->line > 0)
		html_words(&p->h, ", ");
	if (f->line > 0) {
		html_words(&p->h, "baris ");
		say_count(p, f->line);
	}
	if (f->column.len > 0) {
		html_words(&p->h, ", kolom ");
		html_text(&p->h, f->column);
	}
	html_close(&p->h);
	html_close(&p->h);
}

static void finding_row(struct page *p, const struct finding *f)
{
	html_open(&p->h, "tr");
	finding_place(p, f);
	html_open(&p->h, "td");
	say_message(p, f, false);
	if (code_remedy(f->code, LANG_ID)[0] != '\0' && !remedy_is_shared(f->code)) {
		html_open_class(&p->h, "span", "tindakan");
		say_message(p, f, true);
		html_close(&p->h);
	}
	html_close(&p->h);
	html_close(&p->h);
}

static void code_heading(struct page *p, enum code c)
{
	html_open_class(&p->h, "tr", "kelompok");
	open_heading(p, NULL, "rowgroup");
	html_attr_number(&p->h, "colspan", 2);
	html_attr_words(&p->h, "id", code_name(c));
	html_words(&p->h, code_name(c));
	html_words(&p->h, " ");
	html_words(&p->h, code_label(c));
	if (code_level(c) != LEVEL_CATATAN) {
		html_words(&p->h, " — ");
		html_words(&p->h, code_office(c));
	}
	if (code_remedy(c, LANG_ID)[0] != '\0' && remedy_is_shared(c))
		html_element(&p->h, "span", "tindakan", code_remedy(c, LANG_ID));
	html_close(&p->h);
	html_close(&p->h);
}

static void more_row(struct page *p, uint64_t more)
{
	html_open(&p->h, "tr");
	html_open(&p->h, "td");
	html_attr_number(&p->h, "colspan", 2);
	html_words(&p->h, "dan ");
	say_count(p, more);
	html_words(&p->h, " lagi yang tidak didaftar satu per satu");
	html_close(&p->h);
	html_close(&p->h);
}

static void findings_of_code(struct page *p, enum code code)
{
	const struct findings *fs = p->r->findings;
	uint64_t listed = 0;

	html_open(&p->h, "tbody");
	code_heading(p, code);
	for (size_t i = 0; i < fs->count; i++) {
		if (fs->items[i].code != code)
			continue;
		finding_row(p, &fs->items[i]);
		listed++;
	}
	if (fs->per_code[code] > listed)
		more_row(p, fs->per_code[code] - listed);
	html_close(&p->h);
}

static uint64_t count_of_level(const struct page *p, enum level level)
{
	uint64_t count = 0;

	for (unsigned c = 0; c < CODE_COUNT; c++)
		if (code_level((enum code)c) == level && code_label((enum code)c) != NULL)
			count += p->r->findings->per_code[c];
	return count;
}

static void findings_of_level(struct page *p, enum level level, const char *heading)
{
	static const char *const headings[] = { "Di mana", "Apa, dan yang harus dilakukan", NULL };

	if (count_of_level(p, level) == 0)
		return;
	html_element(&p->h, "h3", NULL, heading);
	open_table(p, "lebar temuan", NULL, headings);
	for (unsigned c = 0; c < CODE_COUNT; c++)
		if (code_level((enum code)c) == level && code_label((enum code)c) != NULL && p->r->findings->per_code[c] > 0)
			findings_of_code(p, (enum code)c);
	close_table(p);
}

void page_findings(struct page *p)
{
	open_section(p, "temuan", "Temuan dan tindakannya");
	if (count_of_level(p, LEVEL_TAHAN) + count_of_level(p, LEVEL_PERHATIAN) + count_of_level(p, LEVEL_CATATAN) == 0)
		html_element(&p->h, "p", NULL, "Tidak ada temuan.");
	findings_of_level(p, LEVEL_TAHAN, "Tahan: tidak ada uang yang bergerak");
	findings_of_level(p, LEVEL_PERHATIAN, "Perhatian");
	findings_of_level(p, LEVEL_CATATAN, "Catatan");
	close_section(p);
}
