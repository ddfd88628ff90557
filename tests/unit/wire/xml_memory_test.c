/* wire/xml when libxml2 gets no memory: each of its allocations fails once, and from each one on all fail. Reading
 * gives what it gives otherwise or STATUS_FAIL, writing the same bytes or STATUS_FAIL; never something else. */
#include "xml_support.h"

#include <libxml/xmlmemory.h>

static struct {
	size_t calls, fail_at; /* 0: none */
	bool from_there_on;
} memory;

static bool refused(void)
{
	memory.calls++;
	return memory.fail_at != 0 &&
	       (memory.from_there_on ? memory.calls >= memory.fail_at : memory.calls == memory.fail_at);
}

static void *poor_malloc(size_t size)
{
	return refused() ? NULL : malloc(size);
}

static void *poor_realloc(void *old, size_t size)
{
	return refused() ? NULL : realloc(old, size);
}

static char *poor_strdup(const char *s)
{
	return refused() ? NULL : strdup(s);
}

static void make_poor(size_t fail_at, bool from_there_on)
{
	memory.calls = 0;
	memory.fail_at = fail_at;
	memory.from_there_on = from_there_on;
}

/* A document that needs every kind of memory: long values, entities in them, many names, namespaces. */
static struct slice rich_document(struct buf *b)
{
	buf_append(b, SLICE("<?xml version='1.0' encoding='UTF-8'?><daftar xmlns='" UJI_URI "' judul='u'>"));
	for (int i = 0; i < 12; i++) {
		buf_printf(b, "<p%d:orang xmlns:p%d='" UJI_URI "' " NIP " panjang='", i, i);
		for (int j = 0; j < i * 50; j++)
			buf_append(b, SLICE("€&lt;x\n"));
		buf_append(b, SLICE("'><nama>&#65;ä</nama><!-- x --><amar><mutah>"));
		for (int j = 0; j < i * 50; j++)
			buf_append(b, SLICE("é&amp;\r\n"));
		buf_printf(b, "</mutah></amar></p%d:orang>", i);
	}
	buf_append(b, SLICE("</daftar>"));
	return buf_slice(b);
}

static enum status read_rich(struct slice bytes, enum code *code, struct seen *seen)
{
	struct findings fs = { 0 };
	enum status status = read_into(bytes, seen, &fs);

	*code = fs.count > 0 ? fs.items[fs.count - 1].code : CODE_COUNT;
	findings_release(&fs);
	return status;
}

static void read_poorly(struct slice bytes, struct slice expected, enum status status_if_rich, bool from_there_on)
{
	size_t total;
	enum code code;
	struct seen seen = nothing_seen();

	make_poor(0, false);
	assert_int_equal(read_rich(bytes, &code, &seen), status_if_rich);
	buf_release(&seen.log);
	total = memory.calls;
	assert_true(total > 10);
	for (size_t n = 1; n <= total; n++) {
		enum status status;

		seen = nothing_seen();
		make_poor(n, from_there_on);
		status = read_rich(bytes, &code, &seen);
		make_poor(0, false);
		if (status == STATUS_FAIL)
			assert_int_equal(code, N0903_NO_MEMORY);
		else if (status != status_if_rich || !slice_equal(buf_slice(&seen.log), expected))
			fail_msg("allocation %zu of %zu: status %d, %s", n, total, (int)status,
			         code == CODE_COUNT ? "none" : code_name(code));
		buf_release(&seen.log);
	}
}

static void test_reading_without_memory(void **state)
{
	struct buf b = { 0 };
	struct slice bytes = rich_document(&b);
	struct seen seen = nothing_seen();
	enum code code;

	(void)state;
	assert_int_equal(read_rich(bytes, &code, &seen), STATUS_OK);
	read_poorly(bytes, buf_slice(&seen.log), STATUS_OK, false);
	read_poorly(bytes, buf_slice(&seen.log), STATUS_OK, true);
	buf_release(&seen.log);
	buf_release(&b);
}

static void test_refusing_without_memory(void **state)
{
	static const char *const rows[] = { ORANG("<nama>&x;</nama><amar/>"), ORANG("<nama>x</name>"), HEAD,
		                            HEAD "<q:orang/>" TAIL };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		read_poorly(slice_from_c(rows[i]), (struct slice){ 0 }, STATUS_REJECT, false);
		read_poorly(slice_from_c(rows[i]), (struct slice){ 0 }, STATUS_REJECT, true);
	}
}

static void test_root_without_memory(void **state)
{
	struct slice name, uri;
	struct findings fs = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t n = 1; n < 40; n++) {
		enum status status;

		make_poor(n, false);
		status = xml_root_of(SLICE(HEAD TAIL), SLICE("a"), &arena, &name, &uri, &fs);
		make_poor(0, false);
		assert_true(status == STATUS_FAIL || (status == STATUS_OK && slice_equal(name, SLICE("daftar"))));
	}
	arena_release(&arena);
	findings_release(&fs);
}

static enum status write_rich(struct buf *out)
{
	struct xml_writer *w = xml_writer_new("daftar", UJI_URI);

	for (int i = 0; i < 25; i++) {
		xml_open(w, "orang");
		xml_attribute_number(w, "nomor", i);
		xml_attribute_text(
			w, "nama",
			SLICE("\"A\" <ä> & 'B'\t\n€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€"));
		xml_open(w, "catatan");
		for (int j = 0; j < i; j++)
			xml_text(w, SLICE("a < b && ]]> €\r\n"));
		xml_close(w);
		xml_open(w, "kosong");
		xml_close(w);
		xml_close(w);
	}
	return xml_writer_close(w, out);
}

/* libxml2 2.9.14 loses an entry of its own when xmlListPushFront gets no memory; not ours to free. */
extern void __lsan_disable(void) __attribute__((weak));
extern void __lsan_enable(void) __attribute__((weak));

static void write_poorly(struct slice expected, size_t total, bool from_there_on)
{
	for (size_t n = 1; n <= total; n++) {
		struct buf out = { 0 };
		enum status status;

		make_poor(n, from_there_on);
		status = write_rich(&out);
		make_poor(0, false);
		assert_int_equal(out.failed, status == STATUS_FAIL);
		if (status == STATUS_OK ? !slice_equal(buf_slice(&out), expected) : out.len != 0)
			fail_msg("allocation %zu of %zu: %zu bytes", n, total, out.len);
		buf_release(&out);
	}
}

static void test_writing_without_memory(void **state)
{
	struct buf expected = { 0 };
	size_t total;

	(void)state;
	make_poor(0, false);
	assert_int_equal(write_rich(&expected), STATUS_OK);
	total = memory.calls;
	assert_true(total > 10);
	if (__lsan_disable != NULL)
		__lsan_disable();
	write_poorly(buf_slice(&expected), total, false);
	write_poorly(buf_slice(&expected), total, true);
	if (__lsan_enable != NULL)
		__lsan_enable();
	buf_release(&expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reading_without_memory),
		cmocka_unit_test(test_refusing_without_memory),
		cmocka_unit_test(test_root_without_memory),
		cmocka_unit_test(test_writing_without_memory),
	};

	if (xmlMemSetup(free, poor_malloc, poor_realloc, poor_strdup) != 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
