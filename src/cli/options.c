#include "cli.h"

#include <nafkah/buf.h>
#include <nafkah/nip.h>

#include <getopt.h>
#include <inttypes.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS_MAX = 256 };

enum option_id {
	OPT_PERIOD = 256, OPT_RULINGS, OPT_OUT, OPT_PREVIOUS, OPT_FIRST, OPT_RULES, OPT_OFFICE, OPT_INCOME, OPT_EXPECT,
	OPT_CONTINUES, OPT_MORE, OPT_FORMATS, OPT_NO_EVIDENCE, OPT_THREADS, OPT_JSON, OPT_LANG, OPT_QUIET, OPT_HELP,
	OPT_NIP, OPT_HTML, OPT_INPUTS, OPT_CASE, OPT_MASK, OPT_FORMAT, OPT_PAY_DATE, OPT_BANKS, OPT_CORRECTIONS
};

enum { OPT_FACT = 512 }; /* and the facts of simulate behind it */

static const struct option options[] = {
	{ "period", required_argument, NULL, OPT_PERIOD },
	{ "rulings", required_argument, NULL, OPT_RULINGS },
	{ "out", required_argument, NULL, OPT_OUT },
	{ "previous", required_argument, NULL, OPT_PREVIOUS },
	{ "first", no_argument, NULL, OPT_FIRST },
	{ "continues", required_argument, NULL, OPT_CONTINUES },
	{ "more", required_argument, NULL, OPT_MORE },
	{ "rules", required_argument, NULL, OPT_RULES },
	{ "office", required_argument, NULL, OPT_OFFICE },
	{ "income", required_argument, NULL, OPT_INCOME },
	{ "expect", required_argument, NULL, OPT_EXPECT },
	{ "formats", required_argument, NULL, OPT_FORMATS },
	{ "no-evidence", no_argument, NULL, OPT_NO_EVIDENCE },
	{ "threads", required_argument, NULL, OPT_THREADS },
	{ "json", no_argument, NULL, OPT_JSON },
	{ "lang", required_argument, NULL, OPT_LANG },
	{ "quiet", no_argument, NULL, OPT_QUIET },
	{ "help", no_argument, NULL, OPT_HELP },
	{ "nip", required_argument, NULL, OPT_NIP },
	{ "html", no_argument, NULL, OPT_HTML },
	{ "case", required_argument, NULL, OPT_CASE },
	{ "mask", no_argument, NULL, OPT_MASK },
	{ "inputs", required_argument, NULL, OPT_INPUTS },
	{ "format", required_argument, NULL, OPT_FORMAT },
	{ "pay-date", required_argument, NULL, OPT_PAY_DATE },
	{ "banks", required_argument, NULL, OPT_BANKS },
	{ "corrections", required_argument, NULL, OPT_CORRECTIONS },
	{ "start", required_argument, NULL, OPT_FACT + FACT_START },
	{ "months", required_argument, NULL, OPT_FACT + FACT_MONTHS },
	{ "voluntary", required_argument, NULL, OPT_FACT + FACT_VOLUNTARY },
	{ "children", required_argument, NULL, OPT_FACT + FACT_CHILDREN },
	{ "iddah", required_argument, NULL, OPT_FACT + FACT_IDDAH },
	{ "mutah", required_argument, NULL, OPT_FACT + FACT_MUTAH },
	{ "lampau", required_argument, NULL, OPT_FACT + FACT_LAMPAU },
	{ "nafkah-anak", required_argument, NULL, OPT_FACT + FACT_NAFKAH_ANAK },
	{ "bagian-gaji", no_argument, NULL, OPT_FACT + FACT_BAGIAN_GAJI },
	{ "jenis", required_argument, NULL, OPT_FACT + FACT_JENIS },
	{ "asn", required_argument, NULL, OPT_FACT + FACT_ASN },
	{ "pembayaran", required_argument, NULL, OPT_FACT + FACT_PEMBAYARAN },
	{ "penghasilan", required_argument, NULL, OPT_FACT + FACT_PENGHASILAN },
	{ "penghasilan-mantan", required_argument, NULL, OPT_FACT + FACT_PENGHASILAN_MANTAN },
	{ "kawin-lagi", required_argument, NULL, OPT_FACT + FACT_KAWIN_LAGI },
	{ NULL, 0, NULL, 0 },
};

/* Options that every command takes. */
static bool is_general(int id)
{
	return id == OPT_FORMATS || id == OPT_LANG || id == OPT_QUIET || id == OPT_HELP;
}

static bool belongs_to(const struct command *command, int id)
{
	if (id >= OPT_FACT)
		return command->about_facts;
	switch (id) {
	case OPT_OUT:
		return command->writes;
	case OPT_MASK:
		return command->writes && command->about_month;
	case OPT_FORMAT:
		return command->about_bank;
	case OPT_PAY_DATE:
	case OPT_BANKS:
		return command->about_bank && !command->reads_bank;
	case OPT_CORRECTIONS:
		return command->reads_bank;
	case OPT_OFFICE:
		return command->about_month || (command->about_bank && !command->reads_bank);
	case OPT_NIP:
		return command->about_person;
	case OPT_HTML:
		return command->about_person || command->about_facts || command->about_case;
	case OPT_CASE:
		return command->about_case;
	case OPT_INCOME:
	case OPT_RULES:
		return command->about_month || command->about_facts;
	case OPT_INPUTS:
		return command->about_folders;
	case OPT_THREADS:
		return command->about_month || command->about_folders;
	case OPT_JSON:
		return command->as_json || (command->about_month && !command->about_person);
	case OPT_NO_EVIDENCE:
		return command->about_month && !command->about_person;
	default:
		return command->about_month || is_general(id);
	}
}

void complain(enum say what, enum lang lang, const char *value)
{
	struct buf text = { 0 };

	if (value != NULL)
		append_escaped(&text, slice_from_c(value), false);
	(void)fprintf(stderr, "nafkah: %s%s%.*s\n", say(what, lang), value != NULL ? ": " : "", SLICE_ARG(buf_slice(&text)));
	buf_release(&text);
}

static bool refuse(const struct call *call, enum say what, const char *value)
{
	complain(what, call->request.lang, value);
	return false;
}

/* "[LAYOUT=]FILE": what stands before the first '=' is a layout when it has only a-z, 0-9 and '-'. */
static struct payroll_argument payroll_of(const char *text)
{
	struct slice rest = slice_from_c(text), word = slice_cut(&rest, '=');
	bool layout = rest.ptr != NULL && word.len > 0;

	for (size_t i = 0; i < word.len; i++)
		layout = layout && (ascii_is_digit(word.ptr[i]) || (word.ptr[i] >= 'a' && word.ptr[i] <= 'z') || word.ptr[i] == '-');
	return layout ? (struct payroll_argument){ word, rest.ptr } : (struct payroll_argument){ .path = text };
}

static struct slice base_name(const char *path)
{
	struct slice s = slice_from_c(path);
	size_t from = s.len;

	while (from > 0 && s.ptr[from - 1] != '/')
		from--;
	return slice_sub(s, from, s.len);
}

/* A name that can stand in the seal and in a message. */
static bool name_is_plain(const char *path)
{
	struct slice name = base_name(path);

	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.ptr[i] < 0x20 || name.ptr[i] == 0x7f || name.ptr[i] == '\\')
			return false;
	return name.len > 0 && utf8_valid_prefix(name) == name.len && !slice_equal(name, SLICE("..")) &&
	       !slice_equal(name, SLICE("."));
}

/* A sum over a whole payroll, larger than any single amount may be: "215000000" or "-166685810.67". */
static bool sum_of(struct slice text, struct money *out)
{
	bool negative = text.len > 0 && text.ptr[0] == '-';
	struct slice decimals = slice_sub(text, negative ? 1 : 0, text.len), whole = slice_cut(&decimals, '.');
	uint64_t rupiah, sen = 0;

	if (!slice_to_u64(whole, &rupiah) || rupiah > (uint64_t)RUPIAH_MAX * 1000 ||
	    (decimals.ptr != NULL && (decimals.len != 2 || !slice_to_u64(decimals, &sen))))
		return false;
	out->sen = (int64_t)(rupiah * SEN_PER_RUPIAH + sen) * (negative ? -1 : 1);
	return true;
}

static bool expect_of(const char *text, struct expectation *out)
{
	struct slice rest = slice_from_c(text), rows = slice_cut(&rest, ':');

	return slice_to_u64(rows, &out->rows) && sum_of(rest, &out->net);
}

/* An option that may stand once: false when it stood before. */
static bool take_once(const struct call *call, const char **into, const char *name)
{
	if (*into != NULL)
		return refuse(call, SAY_TWICE, name);
	*into = optarg;
	return true;
}

static bool take_language(struct call *call)
{
	if (strcmp(optarg, "id") != 0 && strcmp(optarg, "en") != 0)
		return refuse(call, SAY_BAD_LANG, optarg);
	call->request.lang = strcmp(optarg, "en") == 0 ? LANG_EN : LANG_ID;
	return true;
}

static bool take_period(struct call *call)
{
	if (call->request.period != MONTH_NONE)
		return refuse(call, SAY_TWICE, "--period");
	return month_parse(slice_from_c(optarg), &call->request.period) || refuse(call, SAY_BAD_PERIOD, optarg);
}

/* As people write it: blanks and dots do not matter. */
static bool take_nip(struct call *call)
{
	if (call->request.nip != 0)
		return refuse(call, SAY_TWICE, "--nip");
	return nip_read_cell(slice_from_c(optarg), &call->request.nip) == NIP_GOOD || refuse(call, SAY_BAD_NIP, optarg);
}

static bool take_pay_date(struct call *call)
{
	if (date_is_set(call->request.pay_date))
		return refuse(call, SAY_TWICE, "--pay-date");
	return date_parse(slice_from_c(optarg), &call->request.pay_date) || refuse(call, SAY_BAD_DAY, optarg);
}

static bool take_more(struct call *call)
{
	if (call->request.has_more)
		return refuse(call, SAY_TWICE, "--more");
	call->request.has_more = true;
	return kind_parse(slice_from_c(optarg), &call->request.more) || refuse(call, SAY_BAD_KIND, optarg);
}

static bool threads_of(const char *text, unsigned *out)
{
	uint64_t count;

	if (!slice_to_u64(slice_from_c(text), &count) || count == 0 || count > THREADS_MAX)
		return false;
	*out = (unsigned)count;
	return true;
}

/* As many as there are processors for this process. */
static unsigned threads_default(void)
{
	cpu_set_t set;

	return sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0 ? (unsigned)CPU_COUNT(&set) : 1;
}

static bool take_option(struct call *call, int id)
{
	struct request *r = &call->request;

	switch ((enum option_id)id) {
	case OPT_PERIOD:
		return take_period(call);
	case OPT_RULINGS:
		return take_once(call, &r->rulings, "--rulings");
	case OPT_OUT:
		return take_once(call, &r->out, "--out");
	case OPT_PREVIOUS:
		return take_once(call, &r->previous, "--previous");
	case OPT_RULES:
		return take_once(call, &r->rules, "--rules");
	case OPT_OFFICE:
		return take_once(call, &r->office, "--office");
	case OPT_CONTINUES:
		return take_once(call, &r->continues, "--continues");
	case OPT_MORE:
		return take_more(call);
	case OPT_NIP:
		return take_nip(call);
	case OPT_HTML:
		r->html = true;
		return true;
	case OPT_MASK:
		r->mask = true;
		return true;
	case OPT_CASE:
		return take_once(call, &r->case_number, "--case");
	case OPT_INPUTS:
		r->input_folders[r->input_folder_count++] = optarg;
		return true;
	case OPT_FORMAT:
		return take_once(call, &r->format, "--format");
	case OPT_PAY_DATE:
		return take_pay_date(call);
	case OPT_BANKS:
		return take_once(call, &r->banks, "--banks");
	case OPT_CORRECTIONS:
		return take_once(call, &r->corrections, "--corrections");
	case OPT_FORMATS:
		r->formats = optarg;
		return true;
	case OPT_FIRST:
		r->first = true;
		return true;
	case OPT_NO_EVIDENCE:
		r->no_evidence = true;
		return true;
	case OPT_THREADS:
		return threads_of(optarg, &r->threads) || refuse(call, SAY_BAD_THREADS, optarg);
	case OPT_JSON:
		r->json = true;
		return true;
	case OPT_QUIET:
		r->quiet = true;
		return true;
	case OPT_INCOME:
		r->incomes[r->income_count++] = payroll_of(optarg);
		return true;
	case OPT_EXPECT:
		return expect_of(optarg, &r->expected[r->expected_count++]) || refuse(call, SAY_BAD_EXPECT, optarg);
	case OPT_LANG:
		return take_language(call);
	case OPT_HELP:
		call->help = true;
		return true;
	}
	return false;
}

/* A fact of simulate; one without a value is its own. */
static bool take_fact(struct call *call, enum fact fact, const struct option *option)
{
	if (call->facts[fact] != NULL)
		return refuse(call, SAY_TWICE, fact_names[fact]);
	call->facts[fact] = option->has_arg == no_argument ? option->name : optarg;
	return true;
}

static bool take(struct call *call, int id, const struct option *option)
{
	if (call->command->about_facts && id == OPT_INCOME)
		return take_fact(call, FACT_INCOME, option);
	return id >= OPT_FACT ? take_fact(call, (enum fact)(id - OPT_FACT), option) : take_option(call, id);
}

static bool scan_options(struct call *call, int argc, char **argv, struct arena *arena)
{
	opterr = 0;
	optind = 1;
	for (;;) {
		int at = 0, id = getopt_long(argc, argv, ":", options, &at);

		if (id == -1)
			return true;
		if (id == ':')
			return refuse(call, SAY_NEEDS_VALUE, argv[optind - 1]);
		if (id == '?')
			return refuse(call, SAY_UNKNOWN_OPTION, argv[optind - 1]);
		if (!belongs_to(call->command, id))
			return refuse(call, SAY_UNKNOWN_OPTION, arena_printf(arena, "--%s", options[at].name).ptr);
		if (!take(call, id, &options[at]))
			return false;
	}
}

/* The name under which a payroll stands in the folder. */
static struct slice kept_name(const char *path)
{
	return strcmp(path, "-") == 0 ? SLICE("stdin") : base_name(path);
}

/* All payrolls, then all --income files: one base name each, standard input once and only as a payroll. */
static bool check_files(const struct call *call)
{
	const struct request *r = &call->request;
	size_t count = r->payroll_count + r->income_count;

	for (size_t i = 0; i < count; i++) {
		const char *path = i < r->payroll_count ? r->payrolls[i].path : r->incomes[i - r->payroll_count].path;

		if (!name_is_plain(path))
			return refuse(call, SAY_BAD_NAME, path);
		if (strcmp(path, "-") == 0 && i >= r->payroll_count)
			return refuse(call, SAY_STDIN_ONLY_PAYROLL, "--income -");
		for (size_t k = 0; k < i; k++) {
			const char *other = k < r->payroll_count ? r->payrolls[k].path : r->incomes[k - r->payroll_count].path;

			if (strcmp(path, "-") == 0 && strcmp(other, "-") == 0)
				return refuse(call, SAY_STDIN_TWICE, NULL);
			if (slice_equal(kept_name(path), kept_name(other)))
				return refuse(call, SAY_TWO_NAMES, path);
		}
	}
	return true;
}

/* Whether a folder that exists holds, or is, the folder `inner`. */
static bool folder_holds(const char *folder, struct slice inner)
{
	char *real = folder != NULL ? realpath(folder, NULL) : NULL;
	struct slice outer = real != NULL ? slice_from_c(real) : (struct slice){ NULL, 0 };
	bool holds = outer.len > 0 && slice_starts_with(inner, outer) && (inner.len == outer.len || inner.ptr[outer.len] == '/');

	free(real);
	return holds;
}

/* The output may not lie in a folder that this run builds on: that one is sealed. */
static bool out_is_apart(const struct call *call, struct arena *arena)
{
	struct slice out = slice_from_c(call->request.out), parent;
	char *real;
	bool apart = true;

	while (out.len > 1 && out.ptr[out.len - 1] == '/')
		out.len--;
	parent = slice_sub(out, 0, out.len - base_name(arena_copy(arena, out).ptr).len);
	real = realpath(parent.len > 0 ? arena_copy(arena, parent).ptr : ".", NULL);
	if (real != NULL)
		apart = !folder_holds(call->request.previous, slice_from_c(real)) &&
		        !folder_holds(call->request.finished, slice_from_c(real)) &&
		        !folder_holds(call->request.continues, slice_from_c(real));
	free(real);
	return apart || refuse(call, SAY_OUT_INSIDE, call->request.out);
}

/* Files whose names go into the folder. */
static bool check_names(const struct call *call)
{
	const struct request *r = &call->request;
	const char *const paths[] = { r->rulings, r->rules, r->office, r->banks, r->format, r->bank_file, r->corrections };

	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		if (paths[i] != NULL && !name_is_plain(paths[i]))
			return refuse(call, SAY_BAD_NAME, paths[i]);
	return true;
}

static bool check_month(const struct call *call, struct arena *arena)
{
	const struct request *r = &call->request;

	if (r->period == MONTH_NONE)
		return refuse(call, SAY_MISSING, "--period YYYY-MM");
	if (r->rulings == NULL)
		return refuse(call, SAY_MISSING, "--rulings FILE");
	if (call->command->writes && r->out == NULL)
		return refuse(call, SAY_MISSING, "--out DIR");
	if ((r->first ? 1 : 0) + (r->previous != NULL ? 1 : 0) + (r->continues != NULL ? 1 : 0) != 1)
		return refuse(call, SAY_EITHER_FIRST, NULL);
	if (r->continues != NULL && (r->has_more || r->income_count > 0 || r->rules != NULL))
		return refuse(call, SAY_CONTINUES_ALONE, r->has_more ? "--more" : r->rules != NULL ? "--rules" : "--income");
	if (r->payroll_count == 0)
		return refuse(call, SAY_NO_PAYROLL, NULL);
	if (r->expected_count > r->payroll_count)
		return refuse(call, SAY_TOO_MANY_EXPECTED, NULL);
	if (strcmp(r->rulings, "-") == 0)
		return refuse(call, SAY_STDIN_ONLY_PAYROLL, "--rulings -");
	return check_names(call) && check_files(call) && (r->out == NULL || out_is_apart(call, arena));
}

/* `return DIR BANKFILE`: both are read more than once, or kept by their name. */
static bool check_bank_file(struct call *call)
{
	struct request *r = &call->request;

	if (call->word_count < 2)
		return refuse(call, SAY_MISSING, r->lang == LANG_ID ? "BERKAS-BANK" : "BANKFILE");
	r->bank_file = call->words[1];
	if (strcmp(r->bank_file, "-") == 0 || (r->corrections != NULL && strcmp(r->corrections, "-") == 0))
		return refuse(call, SAY_STDIN_ONLY_PAYROLL, "-");
	return true;
}

/* `transfer DIR`, `return DIR BANKFILE` */
static bool check_bank(struct call *call, struct arena *arena)
{
	struct request *r = &call->request;
	int words = call->command->reads_bank ? 2 : 1;

	if (call->word_count == 0)
		return refuse(call, SAY_MISSING, r->lang == LANG_ID ? "FOLDER" : "DIR");
	if (call->word_count > words)
		return refuse(call, SAY_STRAY, call->words[words]);
	r->finished = call->words[0];
	if (call->command->reads_bank && !check_bank_file(call))
		return false;
	if (!call->command->reads_bank && r->format == NULL)
		return refuse(call, SAY_MISSING, "--format ID");
	if (!call->command->reads_bank && !date_is_set(r->pay_date))
		return refuse(call, SAY_MISSING, "--pay-date YYYY-MM-DD");
	if (r->out == NULL)
		return refuse(call, SAY_MISSING, "--out DIR");
	return check_names(call) && out_is_apart(call, arena);
}

/* The only argument beside --nip is a finished folder. */
static bool is_about_folder(const struct call *call)
{
	const struct request *r = &call->request;

	return call->command->about_person && call->word_count == 1 && r->period == MONTH_NONE && r->rulings == NULL &&
	       r->previous == NULL && r->continues == NULL && !r->first;
}

static bool take_folder(struct call *call)
{
	struct request *r = &call->request;
	const char *stray = r->rules != NULL          ? "--rules"
	                    : r->office != NULL       ? "--office"
	                    : r->has_more             ? "--more"
	                    : r->income_count > 0     ? "--income"
	                    : r->expected_count > 0   ? "--expect"
	                                              : NULL;

	r->finished = call->words[0];
	r->payroll_count = 0;
	return stray == NULL || refuse(call, SAY_FOLDER_ALONE, stray);
}

bool options_read(struct call *call, int argc, char **argv, struct arena *arena)
{
	struct request *r = &call->request;
	size_t room = (size_t)argc;

	r->payrolls = arena_array(arena, room, sizeof *r->payrolls);
	r->incomes = arena_array(arena, room, sizeof *r->incomes);
	r->expected = arena_array(arena, room, sizeof *r->expected);
	r->input_folders = arena_array(arena, room, sizeof *r->input_folders);
	r->threads = threads_default();
	if (arena->exhausted || !scan_options(call, argc, argv, arena))
		return false;
	if (call->help)
		return true;
	call->words = argv + optind;
	call->word_count = argc - optind;
	for (int i = optind; call->command->about_month && i < argc; i++)
		r->payrolls[r->payroll_count++] = payroll_of(argv[i]);
	if (call->command->about_person && r->nip == 0)
		return refuse(call, SAY_MISSING, "--nip NIP");
	if (call->command->about_case && r->case_number == NULL)
		return refuse(call, SAY_MISSING, "--case NOMOR");
	if (call->command->about_case && call->word_count == 0)
		return refuse(call, SAY_MISSING, r->lang == LANG_ID ? "FOLDER" : "DIR");
	if (call->command->about_bank)
		return check_bank(call, arena);
	if (is_about_folder(call))
		return take_folder(call);
	return !call->command->about_month || check_month(call, arena);
}
