/* Folders as one chain: who goes on from whom, and what is said where one does not. */
#include "export.h"

#include "../../../src/job/verify_private.h"

#include <stdlib.h>

enum { FOLDERS = 6 };

/* Seals are letters; "" is none. */
struct given {
	const char *path, *period, *seal, *previous_period, *previous, *continues;
	bool more, unreadable;
};

struct example {
	const char *what;
	struct given folders[FOLDERS];
	const char *order;        /* paths as they are put in order */
	enum link links[FOLDERS]; /* in that order */
	enum code codes[FOLDERS]; /* in the order in which they are found; 0: the end */
	bool proven, refuted;
};

/* What comes behind the five: .continues, .more */
#define FOLDER(a, b, c, d, ...) { .path = a, .period = b, .seal = c, .previous_period = d, .previous = __VA_ARGS__ }
#define FIRST(a, b, c) FOLDER(a, b, c, "", "")
#define JAN FIRST("jan", "2026-01", "a")
#define FEB FOLDER("feb", "2026-02", "b", "2026-01", "a")
#define MAR FOLDER("mar", "2026-03", "c", "2026-02", "b")
#define MAR_1 FOLDER("mar-1", "2026-03", "d", "2026-02", "b", .more = true)
#define MAR_2 FOLDER("mar-2", "2026-03", "e", "2026-02", "b", .continues = "d")
#define APR FOLDER("apr", "2026-04", "f", "2026-03", "e")

static const struct example examples[] = {
	{ "in order",
	  { JAN, FEB, MAR },
	  "jan feb mar",
	  { LINK_NONE, LINK_HOLDS, LINK_HOLDS },
	  { 0 },
	  true,
	  false },
	{ "in any order",
	  { MAR, JAN, FEB },
	  "jan feb mar",
	  { LINK_NONE, LINK_HOLDS, LINK_HOLDS },
	  { 0 },
	  true,
	  false },
	{ "a month in two parts",
	  { APR, MAR_2, FEB, MAR_1 },
	  "feb mar-1 mar-2 apr",
	  { LINK_ABSENT, LINK_HOLDS, LINK_HOLDS, LINK_HOLDS },
	  { N0764_CHAIN_BEGINS_LATER },
	  true,
	  false },
	{ "it begins later",
	  { FEB, MAR },
	  "feb mar",
	  { LINK_ABSENT, LINK_HOLDS },
	  { N0764_CHAIN_BEGINS_LATER },
	  true,
	  false },
	{ "a month is absent",
	  { JAN, MAR },
	  "jan mar",
	  { LINK_NONE, LINK_ABSENT },
	  { N0763_CHAIN_ABSENT },
	  false,
	  false },
	{ "the first part is absent",
	  { JAN, FEB, MAR_2 },
	  "jan feb mar-2",
	  { LINK_NONE, LINK_HOLDS, LINK_ABSENT },
	  { N0763_CHAIN_ABSENT },
	  false,
	  false },
	{ "the second part is absent",
	  { JAN, FEB, MAR_1, APR },
	  "jan feb mar-1 apr",
	  { LINK_NONE, LINK_HOLDS, LINK_HOLDS, LINK_ABSENT },
	  { N0763_CHAIN_ABSENT },
	  false,
	  false },
	{ "another January",
	  { FIRST("jan", "2026-01", "x"), FEB },
	  "jan feb",
	  { LINK_NONE, LINK_BROKEN },
	  { N0762_CHAIN_BROKEN },
	  false,
	  true },
	{ "another first part",
	  { FEB, FOLDER("mar-1", "2026-03", "x", "2026-02", "b", .more = true), MAR_2 },
	  "feb mar-1 mar-2",
	  { LINK_ABSENT, LINK_HOLDS, LINK_BROKEN },
	  { N0764_CHAIN_BEGINS_LATER, N0762_CHAIN_BROKEN },
	  false,
	  true },
	{ "a month that goes on from a first part",
	  { MAR_1, FOLDER("apr", "2026-04", "f", "2026-03", "d") },
	  "mar-1 apr",
	  { LINK_ABSENT, LINK_BROKEN },
	  { N0764_CHAIN_BEGINS_LATER, N0762_CHAIN_BROKEN },
	  false,
	  true },
	{ "two Februaries",
	  { JAN, FEB, FOLDER("feb-x", "2026-02", "x", "2026-01", "a") },
	  "jan feb feb-x",
	  { LINK_NONE, LINK_HOLDS, LINK_HOLDS },
	  { N0765_CHAIN_FORKED },
	  false,
	  true },
	{ "two second parts",
	  { MAR_1, MAR_2, FOLDER("mar-x", "2026-03", "x", "2026-02", "b", .continues = "d") },
	  "mar-1 mar-2 mar-x",
	  { LINK_ABSENT, LINK_HOLDS, LINK_HOLDS },
	  { N0764_CHAIN_BEGINS_LATER, N0765_CHAIN_FORKED },
	  false,
	  true },
	{ "a fork whose root is absent",
	  { FEB, FOLDER("feb-x", "2026-02", "x", "2026-01", "a") },
	  "feb feb-x",
	  { LINK_ABSENT, LINK_ABSENT },
	  { N0764_CHAIN_BEGINS_LATER, N0763_CHAIN_ABSENT, N0765_CHAIN_FORKED },
	  false,
	  true },
	{ "two first months",
	  { JAN, FIRST("x", "2026-02", "x") },
	  "jan x",
	  { LINK_NONE, LINK_NONE },
	  { N0766_CHAIN_RESTARTS },
	  false,
	  true },
	{ "a copy",
	  { JAN, FIRST("kopi", "2026-01", "a"), FEB },
	  "jan kopi feb",
	  { LINK_NONE, LINK_COPY, LINK_HOLDS },
	  { N0767_FOLDER_TWICE },
	  true,
	  false },
	{ "a copy of a later month is no fork",
	  { JAN, FEB, FOLDER("kopi", "2026-02", "b", "2026-01", "a") },
	  "jan feb kopi",
	  { LINK_NONE, LINK_HOLDS, LINK_COPY },
	  { N0767_FOLDER_TWICE },
	  true,
	  false },
	{ "one that cannot be read",
	  { { .path = "x", .unreadable = true }, JAN, FEB },
	  "jan feb x",
	  { LINK_NONE, LINK_HOLDS, LINK_NONE },
	  { 0 },
	  false,
	  false },
};

static void set_folder(struct folder_check *f, const struct given *g)
{
	*f = (struct folder_check){ .path = g->path, .readable = !g->unreadable };
	if (g->unreadable)
		return;
	snprintf(f->seal.hex, sizeof f->seal.hex, "%s", g->seal);
	assert_true(month_parse(slice_from_c(g->period), &f->record.period));
	f->record.first = g->previous[0] == '\0';
	f->record.has_more = g->more;
	f->record.previous_seal = slice_from_c(g->previous);
	f->record.continues_seal = slice_from_c(g->continues != NULL ? g->continues : "");
	if (!f->record.first)
		assert_true(month_parse(slice_from_c(g->previous_period), &f->record.previous_period));
}

static void check(const struct example *e)
{
	struct folder_check folders[FOLDERS];
	struct findings found = { 0 };
	struct verification v = { .folders = folders, .findings = &found };
	struct slice order = slice_from_c(e->order);
	size_t codes = 0;

	for (; v.count < FOLDERS && e->folders[v.count].path != NULL; v.count++)
		set_folder(&folders[v.count], &e->folders[v.count]);
	judge_chain(&v);
	for (size_t i = 0; i < v.count; i++) {
		if (!slice_equal(slice_cut(&order, ' '), slice_from_c(folders[i].path)) || folders[i].link != e->links[i])
			fail_msg("%s: place %zu is %s, link %d", e->what, i, folders[i].path, folders[i].link);
		if (folders[i].link == LINK_HOLDS)
			assert_non_null(folders[i].before);
	}
	for (; codes < FOLDERS && e->codes[codes] != 0; codes++)
		if (codes >= found.count || found.items[codes].code != e->codes[codes])
			fail_msg("%s: finding %zu is %s", e->what, codes,
				 codes < found.count ? code_name(found.items[codes].code) : "absent");
	if (found.count != codes)
		fail_msg("%s: %s is too much", e->what, code_name(found.items[codes].code));
	if (v.chain_proven != e->proven || v.chain_refuted != e->refuted)
		fail_msg("%s: proven %d, refuted %d", e->what, v.chain_proven, v.chain_refuted);
	findings_release(&found);
}

static void chains(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(examples); i++)
		check(&examples[i]);
}

static void causes_by_path(void **state)
{
	static const struct {
		const char *path;
		enum cause cause;
	} paths[] = {
		{ "bukti/aturan/x.xml", CAUSE_RULE },
		{ "bukti/tata-letak/x.xml", CAUSE_LAYOUT },
		{ "bukti/putusan/p.xml", CAUSE_INPUT },
		{ "bukti/aturan", CAUSE_INPUT },
		{ "bukti/x", CAUSE_INPUT },
		{ "bukti", CAUSE_OUTPUT },
		{ "transfer.csv", CAUSE_OUTPUT },
		{ "buktibukti/aturan/x", CAUSE_OUTPUT },
		{ "penggajian/bukti/aturan/x", CAUSE_OUTPUT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++)
		assert_int_equal(cause_of_path(slice_from_c(paths[i].path)), paths[i].cause);
	for (unsigned c = 0; c < CAUSE_COUNT; c++)
		assert_true(strlen(cause_word((enum cause)c)) > 0);
	for (unsigned i = 0; i < VERDICT_COUNT; i++)
		assert_true(strlen(verdict_word((enum verdict)i)) > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(chains), cmocka_unit_test(causes_by_path) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
