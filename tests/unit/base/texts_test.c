/* The table of texts: complete, equal in both languages, in one style. What the sentences mean no test can say. */
#include <nafkah/finding.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* In bytes: a message fits two lines of a terminal, a remedy a short letter. */
enum { MESSAGE_MAX = 160, REMEDY_MAX = 640 };

/* A text with what a test may want to know of it. */
struct shown {
	enum code code;
	enum lang lang;
	bool remedy;
	const char *text;
};

static int faults;

static void fault(const struct shown *s, const char *what)
{
	print_error("%s %s %s: %s: %s\n", code_name(s->code), s->lang == LANG_ID ? "id" : "en",
	            s->remedy ? "remedy" : "message", what, s->text);
	faults++;
}

/* Calls `check` with every text. */
static void every_text(void (*check)(const struct shown *s))
{
	faults = 0;
	for (unsigned c = 0; c < CODE_COUNT; c++) {
		for (unsigned l = 0; l < LANG_COUNT; l++) {
			struct shown s = { .code = (enum code)c, .lang = (enum lang)l };

			s.text = code_text(s.code, s.lang);
			check(&s);
			s.remedy = true;
			s.text = code_remedy(s.code, s.lang);
			check(&s);
		}
	}
	assert_int_equal(faults, 0);
}

static void check_there(const struct shown *s)
{
	enum lang other = s->lang == LANG_ID ? LANG_EN : LANG_ID;

	if (s->text[0] != '\0')
		return;
	if (!s->remedy || code_level(s->code) != LEVEL_CATATAN)
		fault(s, "is missing");
	else if (code_remedy(s->code, other)[0] != '\0')
		fault(s, "is there in the other language only");
}

static void every_code_has_its_texts(void **state)
{
	(void)state;
	every_text(check_there);
}

static int count(const char *text, const char *word)
{
	int n = 0;

	for (const char *at = strstr(text, word); at != NULL; at = strstr(at + 1, word))
		n++;
	return n;
}

/* Every brace belongs to a known placeholder, and the other language has as many of each. */
static void check_placeholders(const struct shown *s)
{
	enum lang other = s->lang == LANG_ID ? LANG_EN : LANG_ID;
	const char *twin = s->remedy ? code_remedy(s->code, other) : code_text(s->code, other);
	int known = count(s->text, "{nilai}") + count(s->text, "{lain}") + count(s->text, "{rupiah}");

	if (count(s->text, "{") != known || count(s->text, "}") != known)
		fault(s, "has an unknown placeholder");
	if (count(s->text, "{nilai}") != count(twin, "{nilai}") || count(s->text, "{rupiah}") != count(twin, "{rupiah}") ||
	    count(s->text, "{lain}") != count(twin, "{lain}"))
		fault(s, "has other placeholders than the other language");
}

static void placeholders_are_known_and_equal(void **state)
{
	(void)state;
	every_text(check_placeholders);
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* English messages begin with a small letter, unless it is an abbreviation or a placeholder. */
static bool begins_in_style(const struct shown *s)
{
	if (s->remedy || s->lang == LANG_ID)
		return is_upper(s->text[0]);
	return is_lower(s->text[0]) || s->text[0] == '{' || (is_upper(s->text[0]) && is_upper(s->text[1]));
}

static void check_style(const struct shown *s)
{
	size_t len = strlen(s->text);

	if (len == 0)
		return;
	if (!begins_in_style(s))
		fault(s, "begins in another style");
	if ((s->text[len - 1] == '.') != s->remedy)
		fault(s, s->remedy ? "ends without a full stop" : "ends with a full stop");
	if (!s->remedy && strstr(s->text, ". ") != NULL)
		fault(s, "is more than one sentence");
	if (len > (s->remedy ? REMEDY_MAX : MESSAGE_MAX))
		fault(s, "is too long");
}

static void texts_keep_the_style(void **state)
{
	(void)state;
	every_text(check_style);
}

/* The marks of pieces that were put together without a blank, or with two. Three dots stand for a value. */
static void check_joints(const struct shown *s)
{
	size_t len = strlen(s->text);

	if (strstr(s->text, "  ") != NULL || strstr(s->text, " .") != NULL || strstr(s->text, " ,") != NULL)
		fault(s, "has a blank too many");
	for (const char *at = strstr(s->text, ". "); at != NULL; at = strstr(at + 1, ". "))
		if (is_lower(at[2]))
			fault(s, "has a sentence that begins with a small letter");
	if (len > 0 && (s->text[0] == ' ' || s->text[len - 1] == ' '))
		fault(s, "has a blank at an end");
	for (size_t i = 0; i + 2 < len; i++)
		if ((s->text[i + 1] == '.' || s->text[i + 1] == ',' || s->text[i + 1] == ';') && is_lower(s->text[i]) &&
		    is_upper(s->text[i + 2]))
			fault(s, "lacks a blank behind a mark");
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s->text[i] < 0x20 || (unsigned char)s->text[i] > 0x7e)
			fault(s, "is not printable ASCII");
	if (count(s->text, "\"") % 2 != 0 || count(s->text, "<") < count(s->text, "/>"))
		fault(s, "has an odd quote");
}

static void pieces_fit_together(void **state)
{
	(void)state;
	every_text(check_joints);
}

/* A hold says how it is released, and that nothing is lost meanwhile: a right that is held in a month, or a payment that a bank's
 * channel does not carry. */
static void check_hold(const struct shown *s)
{
	const char *made_up = s->lang == LANG_ID ? "dibayar susulan" : "made up for";
	const char *promise = strncmp(code_name(s->code), "N10", 3) == 0 ? "belum-terkirim.csv" : made_up;

	if (s->remedy && code_level(s->code) == LEVEL_TAHAN && strstr(s->text, promise) == NULL)
		fault(s, "does not promise that nothing is lost");
}

static void holds_are_made_up_for(void **state)
{
	(void)state;
	every_text(check_hold);
}

static void check_repeated(const struct shown *s)
{
	for (unsigned c = 0; !s->remedy && c < s->code; c++)
		if (strcmp(s->text, code_text((enum code)c, s->lang)) == 0)
			fault(s, "is that of another code, too");
	if (!s->remedy && s->lang == LANG_EN && strcmp(s->text, code_text(s->code, LANG_ID)) == 0)
		fault(s, "is not translated");
}

static void every_message_says_something_of_its_own(void **state)
{
	(void)state;
	every_text(check_repeated);
}

/* What a remedy must name to be of use. */
static void remedies_name_the_cure(void **state)
{
	static const struct {
		enum code code;
		const char *words[LANG_COUNT];
	} cures[] = {
		{ N0123_HEADER_DELIMITER, { "{lain}", "{lain}" } },
		{ N0134_PERIOD_MISMATCH, { "--period", "--period" } },
		{ N0141_NIP_DAMAGED, { "Teks", "Text" } },
		{ N0141_NIP_DAMAGED, { "Ekspor ulang", "Export again" } },
		{ N0145_NIP_TWICE_RULING, { "bendahara", "treasurer" } },
		{ N0147_PAYROLL_IS_XML, { "--rulings", "--rulings" } },
		{ N0205_ROW_ARITHMETIC_HOLD, { "bendahara", "treasurer" } },
		{ N0601_IKRAR_MISSING, { "<tanggal-ikrar>", "<tanggal-ikrar>" } },
		{ N0602_START_BEFORE_FINAL, { "<mulai-potong>", "<mulai-potong>" } },
		{ N0603_STATUS_WITHOUT_END, { "<selesai", "<selesai" } },
		{ N0604_SEX_CONTRADICTS, { "hubungan", "hubungan" } },
		{ N0605_INCOME_MISSING, { "penghasilan=", "penghasilan=" } },
		{ N0606_BOOKED_UNKNOWN, { "<dibayar-sampai>{lain}<", "<dibayar-sampai>{lain}<" } },
		{ N0607_CHILD_NOT_BORN, { "lahir=", "lahir=" } },
		{ N0608_NAME_DIFFERS, { "BKPSDM", "BKPSDM" } },
		{ N0610_NOT_FOUND, { "BKPSDM", "BKPSDM" } },
		{ N0610_NOT_FOUND, { "daftar gaji lain", "another payroll file" } },
		{ N0621_TERM_TOO_LONG, { "PA", "PA" } },
		{ N0622_SPAN_TOO_LONG, { "dari, dan sampai", "dari and sampai" } },
		{ N0623_ASN_IS_FEMALE, { "BKPSDM", "BKPSDM" } },
		{ N0624_TERMS_CHANGED, { "entri=\"2\"", "entri=\"2\"" } },
		{ N0631_ACCOUNT_MISSING, { "<rekening bank=", "<rekening bank=" } },
		{ N0632_ACCOUNT_IMPOSSIBLE, { "bank", "bank" } },
		{ N0633_ACCOUNT_IS_OWN, { "bukti=", "bukti=" } },
		{ N0634_ACCOUNT_CHANGED, { "bukti=", "bukti=" } },
		{ N0635_PAYEE_DEAD, { "ahli waris", "heirs" } },
		{ N0702_PREVIOUS_RULES, { "--rules {nilai}", "--rules {nilai}" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cures / sizeof *cures; i++) {
		for (unsigned l = 0; l < LANG_COUNT; l++) {
			const char *word = cures[i].words[l];

			if (strstr(code_remedy(cures[i].code, (enum lang)l), word) == NULL)
				fail_msg("%s: the remedy does not name %s", code_name(cures[i].code), word);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_its_texts),
		cmocka_unit_test(placeholders_are_known_and_equal),
		cmocka_unit_test(texts_keep_the_style),
		cmocka_unit_test(pieces_fit_together),
		cmocka_unit_test(holds_are_made_up_for),
		cmocka_unit_test(every_message_says_something_of_its_own),
		cmocka_unit_test(remedies_name_the_cure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
