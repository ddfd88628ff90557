/* libFuzzer: any bytes as a file of rulings. Behind a 0 the rest stands below a good header and a good first row, so that what
 * rows say is reached at once. Oracles: no crash, no leak; the status agrees with the findings; what is accepted is complete, and
 * read again it is the same. */
#include <nafkah/formats.h>
#include <nafkah/rulings_columns.h>

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define GOOD_ROW \
	"PA,2026-01-05,1/Pdt.G/2025/PA.X,,bht,cerai-talak,2025-10-02,,,,,,198503122010011005,BUDI,SITI,,istri,124,0012345678,SITI,,,,,,,,,,,," \
	"iddah,pecahan,3,,,,,,,,,,,,,,,,,,,\n"

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void header(struct buf *out)
{
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		buf_printf(out, "%s%s", c > 0 ? "," : "", rulings_columns[c].name);
	buf_char(out, '\n');
}

static void check_ruling(const struct ruling *r)
{
	require(r->number.len > 0 && r->key.len > 0 && r->nip > 0 && r->asn_name.len > 0 && r->ex.name.len > 0 && r->line > 1);
	for (size_t i = 0; i < r->award_count; i++) {
		const struct award *a = &r->awards[i];

		require(a->monthly >= 0 && a->lump >= 0 && a->paid_before >= 0 && a->months <= 600 && a->raise <= 100);
		require(a->child == NULL || (a->child >= r->children && a->child < r->children + r->child_count));
	}
	for (size_t i = 0; i < r->child_count; i++)
		require(r->children[i].id.len > 0 && r->children[i].name.len > 0 && date_is_set(r->children[i].born));
}

/* Numbers of findings and rulings, and the sums of what they say. */
struct outcome {
	enum status status;
	size_t findings, rulings, awards, children;
};

static struct outcome read_once(struct slice bytes)
{
	struct arena a = { 0 };
	struct findings findings = { 0 };
	struct rulings all = { 0 };
	struct outcome o = { .status = rulings_read(bytes, SLICE("fuzz"), &a, &all, &findings) };

	require(o.status == STATUS_OK || o.status == STATUS_REJECT);
	require((o.status == STATUS_REJECT) == (findings.per_level[LEVEL_TOLAK] > 0));
	o.findings = findings.count;
	for (size_t i = 0; o.status == STATUS_OK && i < all.count; i++) {
		check_ruling(all.items[i]);
		o.rulings++;
		o.awards += all.items[i]->award_count;
		o.children += all.items[i]->child_count;
	}
	findings_release(&findings);
	arena_release(&a);
	return o;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice given = { (const char *)data, size };
	struct buf text = { 0 };
	struct outcome one, two;

	if (size > 0 && data[0] == 0) {
		header(&text);
		buf_append(&text, SLICE(GOOD_ROW));
		given = slice_sub(given, 1, size);
	}
	buf_append(&text, given);
	one = read_once(buf_slice(&text));
	two = read_once(buf_slice(&text));
	require(one.status == two.status && one.findings == two.findings && one.rulings == two.rulings && one.awards == two.awards &&
	        one.children == two.children);
	buf_release(&text);
	return 0;
}
