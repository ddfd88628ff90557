/* E14: a workbook is read, patched and written while each allocation fails, once or from there on. The outcome is the
 * same bytes or a failure that says so, never other bytes and never a refusal of the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "workbook_tools.h"

#if defined(__SANITIZE_ADDRESS__)
#define OWN_MALLOC 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OWN_MALLOC 0
#endif
#endif
#ifndef OWN_MALLOC
#define OWN_MALLOC 1
#endif

static struct {
	bool armed, from_there_on, failed;
	size_t left; /* allocations before the one that fails */
} plan;

#if OWN_MALLOC /* a sanitizer has its own */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static bool fails(void)
{
	if (!plan.armed)
		return false;
	if (plan.left > 0) {
		plan.left--;
		return false;
	}
	plan.armed = plan.from_there_on;
	plan.failed = true;
	return true;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}
#endif

static const struct book book = {
	.sheet = SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>4217300</v></c></row>"
	               "<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\"><v>46023</v></c><c r=\"B2\"><f t=\"array\" "
	               "ref=\"B2:C2\">1</f><v>1</v></c>"
	               "<c r=\"C2\" t=\"inlineStr\"><is><t>_x0041_</t></is></c></row>"),
	.strings = STRINGS("<si><t>BUDI</t></si>"),
	.styles = STYLES("<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd mmm\"/></numFmts>"
	                 "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"),
};
static const char text[] = "1: T<BUDI> N<4217300>\n2h: D<2026-01-01> F<1> F<A>";

/* The archive that is made is kept in memory of its own: what a test needs is no allocation of the program's. */
static char made[16384];
static size_t made_len;

static enum status take(void *context, const void *bytes, size_t len)
{
	(void)context;
	if (len > sizeof made - made_len)
		abort();
	memcpy(made + made_len, bytes, len);
	made_len += len;
	return STATUS_OK;
}

/* Reads and writes. Status and findings say how it went. */
static enum status work(struct slice archive, struct findings *findings, bool *same_text)
{
	static const struct new_value value = { 1, 1, "5" };
	struct patch item;
	struct patches patches = { &item, 0 };
	struct arena arena = { 0 };
	struct sheet_reading r = { 0 };
	struct workbook *w;
	enum status status = workbook_open(archive, SLICE("a"), findings, &w);

	if (status == STATUS_OK)
		status = workbook_choose(w, NULL, 0, false);
	if (status == STATUS_OK) {
		reading_sheet(&r, w);
		status = r.end == STATUS_END ? STATUS_OK : r.end;
		*same_text =
			status != STATUS_OK || r.text.failed || slice_equal(buf_slice(&r.text), slice_from_c(text));
	}
	if (status == STATUS_OK)
		status = patches_make(w, &value, 1, &arena, &patches);
	if (status == STATUS_FAIL && findings->count == 0) /* place and replace leave that to the caller */
		findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY });
	if (status == STATUS_OK)
		status = workbook_write(w, &patches, (struct byte_sink){ take, NULL });
	workbook_free(w);
	arena_release(&arena);
	buf_release(&r.text);
	return status;
}

static void each_allocation(bool from_there_on)
{
	struct buf archive = { 0 };
	char expected[sizeof made];
	size_t expected_len = 0, n = 0;

	book_make(&book, &archive);
	for (bool failed = true; failed; n++) {
		struct findings findings = { 0 };
		bool same_text = true;
		enum status status;

		made_len = 0;
		plan.left = n > 0 ? n - 1 : SIZE_MAX;
		plan.failed = false;
		plan.from_there_on = from_there_on;
		plan.armed = true;
		status = work(buf_slice(&archive), &findings, &same_text);
		plan.armed = false;
		failed = plan.failed || n == 0;
		if (n == 0) {
			assert_int_equal(status, STATUS_OK);
			expected_len = made_len;
			memcpy(expected, made, made_len);
		}
		if (status != STATUS_OK &&
		    (status != STATUS_FAIL || (!findings.lost && !findings_any(&findings, LEVEL_GAGAL))))
			fail_msg("allocation %zu: %d, %s %.*s", n, (int)status,
			         findings.count > 0 ? code_name(findings.items[0].code) : "none",
			         findings.count > 0 ? (int)findings.items[0].detail.len : 0,
			         findings.count > 0 ? findings.items[0].detail.ptr : "");
		if (!same_text ||
		    (status == STATUS_OK && (made_len != expected_len || memcmp(made, expected, made_len) != 0)))
			fail_msg("allocation %zu: other bytes", n);
		findings_release(&findings);
	}
	assert_true(n > 300);
	buf_release(&archive);
}

static void test_E14_once(void **state)
{
	(void)state;
	if (!OWN_MALLOC)
		skip();
	each_allocation(false);
}

static void test_E14_from_there_on(void **state)
{
	(void)state;
	if (!OWN_MALLOC)
		skip();
	each_allocation(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_E14_once),
		cmocka_unit_test(test_E14_from_there_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
