/* Findings as data, and what becomes of their values on the way to people: masked, escaped, filled in, counted. */
#include <nafkah/finding.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void assert_buf(struct buf *b, const char *expected)
{
	assert_false(b->failed);
	buf_char(b, '\0');
	assert_string_equal(b->ptr, expected);
	buf_clear(b);
}

struct escape_case {
	struct slice value;
	const char *shown, *masked;
};

/* What a terminal would obey and what is no text never comes out as it went in. */
static const struct escape_case refused[] = {
	{ { "a\0b", 3 }, "a\\x00b", "a\\x00b" },
	{ { "\x1b[2J", 4 }, "\\x1B[2J", "\\x1B[2J" },
	{ { "a\nb\tc\rd", 7 }, "a\\x0Ab\\x09c\\x0Dd", "…\\x09c\\x0Dd" },
	{ { "\x7f", 1 }, "\\x7F", "\\x7F" },
	{ { "\x80", 1 }, "\\x80", "\\x80" },                                 /* a stray byte */
	{ { "\xc3", 1 }, "\\xC3", "\\xC3" },                                 /* a cut character */
	{ { "\xe2\x82", 2 }, "\\xE2\\x82", "\\xE2\\x82" },
	{ { "\xc3(", 2 }, "\\xC3(", "\\xC3(" },
	{ { "\xc0\xaf", 2 }, "\\xC0\\xAF", "\\xC0\\xAF" },                   /* overlong */
	{ { "\xed\xa0\x80", 3 }, "\\xED\\xA0\\x80", "\\xED\\xA0\\x80" },     /* a surrogate */
	{ { "\xf5\x80\x80\x80", 4 }, "\\xF5\\x80\\x80\\x80", "\\xF5\\x80\\x80\\x80" }, /* above U+10FFFF */
	{ { "\xff\xfe", 2 }, "\\xFF\\xFE", "\\xFF\\xFE" },
	{ { "caf\xe9 latin", 10 }, "caf\\xE9 latin", "…atin" },
	{ { "12345\x01", 6 }, "12345\\x01", "…345\\x01" },
};

static const struct escape_case kept[] = {
	{ { NULL, 0 }, "", "" },
	{ { "1234", 4 }, "1234", "1234" },
	{ { "12345", 5 }, "12345", "…2345" },
	{ { "198503122010011005", 18 }, "198503122010011005", "…1005" },
	{ { "ñandú", 7 }, "ñandú", "…andú" },
	{ { "１２３４５", 15 }, "１２３４５", "…２３４５" },
	{ { "𝟙2345", 8 }, "𝟙2345", "…2345" },
	{ { "\\x1B", 4 }, "\\x1B", "\\x1B" }, /* what only looks escaped */
	{ { " ~", 2 }, " ~", " ~" },
};

static void check_escapes(const struct escape_case *cases, size_t count)
{
	struct buf out = { 0 };

	for (size_t i = 0; i < count; i++) {
		append_escaped(&out, cases[i].value, false);
		assert_buf(&out, cases[i].shown);
		append_escaped(&out, cases[i].value, true);
		assert_buf(&out, cases[i].masked);
	}
	buf_release(&out);
}

static void what_is_no_plain_text_is_escaped(void **state)
{
	(void)state;
	check_escapes(refused, COUNT(refused));
	check_escapes(kept, COUNT(kept));
}

static void no_byte_reaches_a_terminal_as_a_command(void **state)
{
	struct buf out = { 0 };

	(void)state;
	for (unsigned byte = 0; byte < 256; byte++) {
		char c = (char)byte;

		append_escaped(&out, (struct slice){ &c, 1 }, false);
		assert_int_equal(out.len, byte >= 0x20 && byte < 0x7f ? 1 : 4);
		buf_clear(&out);
	}
	buf_release(&out);
}

/* The text of a code with both placeholders replaced. */
static void replace(struct buf *out, const char *text, const char *value, const char *detail)
{
	while (*text != '\0') {
		if (strncmp(text, "{nilai}", 7) == 0) {
			buf_append(out, slice_from_c(value));
			text += 7;
		} else if (strncmp(text, "{lain}", 6) == 0) {
			buf_append(out, slice_from_c(detail));
			text += 6;
		} else if (strncmp(text, "{rupiah}", 8) == 0) {
			append_escaped(out, slice_from_c(value), false);
			text += 8;
		} else {
			buf_char(out, *text++);
		}
	}
	buf_char(out, '\0');
}

/* The message and the remedy of `f` are those of its code with `value` and `detail` filled in. */
static void assert_filled(const struct finding *f, bool mask, const char *value, const char *detail)
{
	for (unsigned l = 0; l < LANG_COUNT; l++) {
		struct buf expected = { 0 }, out = { 0 };

		replace(&expected, code_text(f->code, (enum lang)l), value, detail);
		finding_message(f, (enum lang)l, mask, &out);
		assert_buf(&out, expected.ptr);
		buf_clear(&expected);
		replace(&expected, code_remedy(f->code, (enum lang)l), value, detail);
		finding_remedy(f, (enum lang)l, mask, &out);
		assert_buf(&out, expected.ptr);
		buf_release(&expected);
		buf_release(&out);
	}
}

static void placeholders_are_filled_in(void **state)
{
	(void)state;
	for (unsigned c = 0; c < CODE_COUNT; c++) {
		struct finding f = { .code = (enum code)c, .value = SLICE("a\x1b"), .detail = SLICE("kedua") };

		assert_filled(&f, false, "a\\x1B", "kedua");
		assert_filled(&f, true, "a\\x1B", "kedua"); /* not personal: nothing to mask */
		f.value = (struct slice){ 0 };
		assert_filled(&f, false, "", "kedua");
	}
}

/* A value that looks like a placeholder is a value. */
static void values_are_not_filled_in_again(void **state)
{
	(void)state;
	for (unsigned c = 0; c < CODE_COUNT; c++) {
		struct finding f = { .code = (enum code)c, .value = SLICE("{lain}"), .detail = SLICE("{nilai}") };

		assert_filled(&f, false, "{lain}", "{nilai}");
	}
}

/* What a log hides of a personal finding: all that names a person, and nothing that a remedy needs. */
static void persons_are_masked(void **state)
{
	static const struct {
		enum code code;
		const char *value, *detail, *shown_value, *shown_detail;
	} cases[] = {
		{ N0141_NIP_DAMAGED, "198503122010011000", "", "…1000", "" },
		{ N0142_NIP_STRANGE, "19850312201001100", "", "…1100", "" },
		{ N0144_KEY_FORMULA, "=A1+10012345678", "", "…5678", "" },
		{ N0145_NIP_TWICE_RULING, "198503122010011005", "17", "…1005", "17" },
		{ N0146_NIP_TWICE, "198503122010011005", "1000017", "…1005", "1000017" },
		{ N0414_XML_VALUE_BAD, "19850312", "18 digit", "…0312", "18 digit" },
		{ N0416_XML_TEXT_UNEXPECTED, "SITI AMINAH", "mantan", "…INAH", "mantan" },
		{ N0501_CASE_TWICE, "123/Pdt.G/2025/PA.Botg", "", "123/Pdt.G/2025/PA.Botg", "" },
		{ N0509_HOLDER_NAMES_DIFFER, "SITI AMINAH", "AHMAD FULAN", "…INAH", "…ULAN" },
		{ N0510_RULING_NIP_INVALID, "198502302010011005", "", "…1005", "" },
		{ N0511_ACCOUNT_SHARED, "0012345678", "124/Pdt.G/2025/PA.Botg", "…5678", "124/Pdt.G/2025/PA.Botg" },
		{ N0606_BOOKED_UNKNOWN, "2026-01", "2025-12", "2026-01", "2025-12" },
		{ N0608_NAME_DIFFERS, "BUDI SANTOSO", "AGUS WIBOWO", "…TOSO", "…BOWO" },
		{ N0621_TERM_TOO_LONG, "iddah", "4x1500000", "iddah", "4x1500000" },
		{ N0632_ACCOUNT_IMPOSSIBLE, "00000000", "mantan", "…0000", "mantan" },
		{ N0634_ACCOUNT_CHANGED, "0012345678", "mantan", "…5678", "mantan" },
		{ N0636_ACCOUNT_CHANGED_DOCUMENTED, "0012345678", "0087654321", "…5678", "…4321" },
		{ N0643_LIMIT_BY_SHARE, "-", "", "-", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct finding f = { .code = cases[i].code, .personal = true, .value = slice_from_c(cases[i].value),
			             .detail = slice_from_c(cases[i].detail) };

		assert_filled(&f, true, cases[i].shown_value, cases[i].shown_detail);
		assert_filled(&f, false, cases[i].value, cases[i].detail);
		f.personal = false;
		assert_filled(&f, true, cases[i].value, cases[i].detail);
	}
}

static void add(struct findings *fs, enum code code)
{
	findings_add(fs, &(struct finding){ .code = code });
}

static void a_code_is_kept_so_often_and_counted_on(void **state)
{
	struct findings fs = { 0 };

	(void)state;
	add(&fs, N0127_LAST_ROW_UNTERMINATED);
	for (int i = 0; i < FINDINGS_KEPT_PER_CODE - 1; i++)
		add(&fs, N0206_ROW_ARITHMETIC);
	assert_int_equal(fs.count, FINDINGS_KEPT_PER_CODE);
	for (int i = 0; i < 10; i++)
		add(&fs, N0206_ROW_ARITHMETIC);
	assert_int_equal(fs.count, 1 + FINDINGS_KEPT_PER_CODE);
	assert_int_equal(fs.per_code[N0206_ROW_ARITHMETIC], FINDINGS_KEPT_PER_CODE + 9);
	add(&fs, N0142_NIP_STRANGE); /* another code has its own room */
	assert_int_equal(fs.count, 2 + FINDINGS_KEPT_PER_CODE);
	assert_int_equal(fs.items[fs.count - 1].code, N0142_NIP_STRANGE);
	assert_int_equal(fs.per_level[LEVEL_PERHATIAN], FINDINGS_KEPT_PER_CODE + 10);
	assert_int_equal(fs.per_level[LEVEL_CATATAN], 1);
	assert_false(fs.lost);
	findings_release(&fs);
}

static void a_hold_is_always_kept(void **state)
{
	struct findings fs = { 0 };

	(void)state;
	for (int i = 0; i < FINDINGS_KEPT_PER_CODE + 5; i++)
		add(&fs, N0631_ACCOUNT_MISSING);
	assert_int_equal(fs.count, FINDINGS_KEPT_PER_CODE + 5);
	assert_int_equal(fs.per_code[N0631_ACCOUNT_MISSING], FINDINGS_KEPT_PER_CODE + 5);
	assert_int_equal(fs.per_level[LEVEL_TAHAN], FINDINGS_KEPT_PER_CODE + 5);
	findings_release(&fs);
}

/* The level of a code decides what findings_any finds, up to it and not above. */
static void levels_are_counted(void **state)
{
	static const enum code of_level[LEVEL_COUNT] = {
		[LEVEL_CATATAN] = N0119_CSV_BLANK_LINE_END, [LEVEL_PERHATIAN] = N0120_CSV_ROW_LIMIT,
		[LEVEL_TAHAN] = N0601_IKRAR_MISSING,        [LEVEL_TOLAK] = N0105_INPUT_EMPTY,
		[LEVEL_GAGAL] = N0903_NO_MEMORY,            [LEVEL_RUSAK] = N9901_CONSERVATION,
	};

	(void)state;
	for (unsigned l = 0; l < LEVEL_COUNT; l++) {
		struct findings fs = { 0 };

		assert_int_equal(code_level(of_level[l]), l);
		assert_false(findings_any(&fs, (enum level)0));
		add(&fs, of_level[l]);
		for (unsigned asked = 0; asked < LEVEL_COUNT; asked++) {
			assert_int_equal(fs.per_level[asked], asked == l ? 1 : 0);
			assert_int_equal(findings_any(&fs, (enum level)asked), asked <= l);
		}
		findings_release(&fs);
		assert_false(findings_any(&fs, (enum level)0));
	}
}

static void lost_findings_are_never_none(void **state)
{
	struct findings fs = { 0 };

	(void)state;
	fs.arena.exhausted = true;
	add(&fs, N0119_CSV_BLANK_LINE_END);
	assert_true(fs.lost);
	assert_int_equal(fs.count, 0);
	assert_int_equal(fs.per_code[N0119_CSV_BLANK_LINE_END], 1);
	assert_true(findings_any(&fs, LEVEL_RUSAK));
	findings_release(&fs);
	assert_false(fs.lost);
	findings_release(&fs);
}

/* A finding outlives what it was made from. */
static void findings_own_their_texts(void **state)
{
	static const char *const words[] = { "berkas", "kolom", "nilai", "lain", "nip", "perkara" };
	struct findings fs = { 0 };
	char lent[COUNT(words)][16];
	struct slice s[COUNT(words)];

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		(void)snprintf(lent[i], sizeof lent[i], "%s", words[i]);
		s[i] = slice_from_c(lent[i]);
	}
	findings_add(&fs, &(struct finding){
		.code = N0134_PERIOD_MISMATCH, .personal = true, .file = s[0], .line = 7, .column = s[1], .value = s[2],
		.detail = s[3], .nip = s[4], .perkara = s[5],
	});
	memset(lent, '#', sizeof lent);
	assert_int_equal(fs.count, 1);
	assert_int_equal(fs.items[0].line, 7);
	assert_true(fs.items[0].personal);
	assert_true(slice_equal(fs.items[0].file, slice_from_c(words[0])));
	assert_true(slice_equal(fs.items[0].column, slice_from_c(words[1])));
	assert_true(slice_equal(fs.items[0].value, slice_from_c(words[2])));
	assert_true(slice_equal(fs.items[0].detail, slice_from_c(words[3])));
	assert_true(slice_equal(fs.items[0].nip, slice_from_c(words[4])));
	assert_true(slice_equal(fs.items[0].perkara, slice_from_c(words[5])));
	findings_release(&fs);
}

/* Reports of past years carry the numbers: "N" and four digits, ascending, so none stands twice. */
static void names_are_numbers_in_order(void **state)
{
	(void)state;
	for (unsigned c = 0; c < CODE_COUNT; c++) {
		const char *name = code_name((enum code)c);

		assert_int_equal(strlen(name), 5);
		assert_int_equal(name[0], 'N');
		assert_int_equal(strspn(name + 1, "0123456789"), 4);
		assert_true(c == 0 || strcmp(code_name((enum code)(c - 1)), name) < 0);
	}
	assert_string_equal(code_name(N0117_CSV_FIELD_COUNT), "N0117");
	assert_string_equal(code_name(N9901_CONSERVATION), "N9901");
}

static void levels_have_the_words_of_the_report(void **state)
{
	static const char *const words[LEVEL_COUNT] = { "catatan", "perhatian", "tahan", "tolak", "gagal", "rusak" };

	(void)state;
	for (unsigned l = 0; l < LEVEL_COUNT; l++)
		assert_string_equal(level_name((enum level)l), words[l]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_plain_text_is_escaped),
		cmocka_unit_test(no_byte_reaches_a_terminal_as_a_command),
		cmocka_unit_test(placeholders_are_filled_in),
		cmocka_unit_test(values_are_not_filled_in_again),
		cmocka_unit_test(persons_are_masked),
		cmocka_unit_test(a_code_is_kept_so_often_and_counted_on),
		cmocka_unit_test(a_hold_is_always_kept),
		cmocka_unit_test(levels_are_counted),
		cmocka_unit_test(lost_findings_are_never_none),
		cmocka_unit_test(findings_own_their_texts),
		cmocka_unit_test(names_are_numbers_in_order),
		cmocka_unit_test(levels_have_the_words_of_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
