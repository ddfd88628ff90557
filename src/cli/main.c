#include "cli.h"

#include <nafkah/interrupt.h>

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#ifndef NAFKAH_DATADIR
#define NAFKAH_DATADIR "/usr/local/share/nafkah"
#endif

static enum exit_status command_run(struct call *call)
{
	return job_run(&call->cycle);
}

static enum exit_status command_check(struct call *call)
{
	return job_check(&call->cycle);
}

static const struct command commands[] = {
	{ .name = "run", .about_month = true, .writes = true, .perform = command_run },
	{ .name = "check", .about_month = true, .perform = command_check },
	{ .name = "explain", .about_month = true, .about_person = true, .perform = command_explain },
	{ .name = "simulate", .about_facts = true, .as_json = true, .perform = command_simulate },
	{ .name = "rulings", .as_json = true, .perform = command_rulings },
	{ .name = "verify", .about_folders = true, .as_json = true, .perform = command_verify },
	{ .name = "transfer", .about_bank = true, .writes = true, .perform = command_transfer },
	{ .name = "return", .about_bank = true, .reads_bank = true, .writes = true, .perform = command_return },
	{ .name = "statement", .about_case = true, .perform = command_statement },
	{ .name = "formats", .perform = command_formats },
};

/* What the environment may say, read before it is emptied. */
struct surroundings {
	enum lang lang;
	const char *formats;
	bool no_colour;
};

/* A file opened while 0, 1 or 2 is closed would take its place, and messages would land in it. */
static bool open_standard_files(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= 2);
	return fd >= 0 && close(fd) == 0;
}

static void on_signal(int number)
{
	interrupted_by = number;
}

static void catch_signals(void)
{
	static const int ending[] = { SIGINT, SIGTERM, SIGHUP, SIGXCPU };
	struct sigaction stop = { .sa_handler = on_signal }, ignore = { .sa_handler = SIG_IGN };

	(void)sigemptyset(&stop.sa_mask);
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
		struct sigaction before;

		/* nohup stays in force; a shell's "&" ignores SIGINT as well, but there it only means the keyboard */
		if (sigaction(ending[i], NULL, &before) == 0 && (ending[i] != SIGHUP || before.sa_handler != SIG_IGN))
			(void)sigaction(ending[i], &stop, NULL);
	}
	(void)sigaction(SIGPIPE, &ignore, NULL);
	(void)sigaction(SIGXFSZ, &ignore, NULL);
}

static enum lang language_of(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return slice_starts_with(slice_from_c(value), SLICE("en")) ? LANG_EN : LANG_ID;
	}
	return LANG_ID;
}

/* Environment variables can load code into libraries (GCONV_PATH, OPENSSL_CONF), so all but TMPDIR are dropped. */
static struct surroundings read_environment(struct arena *a)
{
	struct surroundings s = { .lang = language_of() };
	const char *tmpdir = getenv("TMPDIR"), *formats = getenv("NAFKAH_FORMATS");
	struct slice kept = tmpdir != NULL ? arena_copy(a, slice_from_c(tmpdir)) : (struct slice){ NULL, 0 };

	if (formats != NULL && formats[0] != '\0')
		s.formats = arena_copy(a, slice_from_c(formats)).ptr;
	s.no_colour = getenv("NO_COLOR") != NULL && getenv("NO_COLOR")[0] != '\0';
	(void)clearenv();
	if (kept.ptr != NULL)
		(void)setenv("TMPDIR", kept.ptr, 1);
	return s;
}

static bool is_formats(const char *path, struct arena *a)
{
	return path != NULL && access(arena_printf(a, "%s/payroll", path).ptr, R_OK) == 0;
}

/* formats/ beside the program (the source tree), else where it was installed. */
static const char *find_formats(struct arena *a)
{
	char self[4096];
	ssize_t len = readlink("/proc/self/exe", self, sizeof self);
	const char *beside = NULL;

	while (len > 0 && self[len - 1] != '/')
		len--;
	if (len > 0)
		beside = arena_printf(a, "%.*sformats", (int)len, self).ptr;
	if (is_formats(beside, a))
		return beside;
	return is_formats(NAFKAH_DATADIR "/formats", a) ? NAFKAH_DATADIR "/formats" : NULL;
}

static bool is_done(enum exit_status status)
{
	return status == EXIT_DONE || status == EXIT_ATTENTION;
}

/* The message is part of the promise: nobody may take silence for success. */
static enum exit_status close_stdout(enum exit_status status, bool wrote, enum lang lang)
{
	if (fclose(stdout) == 0)
		return status;
	complain(SAY_STDOUT, lang, NULL);
	if (!is_done(status))
		return status;
	return wrote ? EXIT_NOT_PROVEN : EXIT_ENVIRONMENT;
}

/* A second month that was run with --first has lost every arrear, and nothing in it can show that. */
static void hint_at_previous(struct call *call)
{
	const struct request *r = &call->request;
	const char *before = r->first && r->out != NULL ? job_earlier_month(&call->cycle) : NULL;

	if (before != NULL)
		complain(SAY_NOT_FIRST, r->lang, before);
}

/* What was found, the summary, and how it ended: the last word is said when it is known whether stdout took the summary. */
static enum exit_status tell(struct call *call, enum exit_status status)
{
	const struct request *r = &call->request;

	print_findings(&call->findings, r->lang, r->quiet);
	if (r->json)
		print_json(&call->cycle, call->command->name, status);
	else if (!r->quiet && (is_done(status) || status == EXIT_NOT_PROVEN))
		print_summary(&call->cycle, call->command->name, status);
	status = close_stdout(status, call->command->writes, r->lang);
	if (!r->quiet && (is_done(status) || status == EXIT_NOT_PROVEN))
		hint_at_previous(call);
	if (!r->quiet || !is_done(status))
		print_end(&call->cycle, status);
	return status;
}

static bool tells_of_month(const struct call *call)
{
	return call->command->about_month && !call->command->about_person;
}

/* Of one person nothing is said that concerns others, unless the whole month was refused. */
static enum exit_status tell_less(const struct call *call, enum exit_status status)
{
	bool person = call->command->about_person;
	bool refused = person || call->command->about_case || call->command->about_bank;

	print_findings(&call->findings, call->request.lang, person || call->request.quiet);
	status = close_stdout(status, call->command->writes, call->request.lang);
	if (refused && !is_done(status))
		print_end(&call->cycle, status);
	return status;
}

/* A finished folder has layouts and rules of its own, and one file is checked by itself. */
static bool needs_formats(const struct call *call)
{
	if (call->command->about_bank)
		return true;
	return call->command->about_month ? call->request.finished == NULL : call->word_count == 0;
}

static enum exit_status perform(struct call *call, int argc, char **argv, struct arena *arena)
{
	enum exit_status status;

	if (!options_read(call, argc, argv, arena))
		return EXIT_USAGE;
	if (call->help) {
		(void)fputs(help_text(call->command->name, call->request.lang), stdout);
		return close_stdout(EXIT_DONE, false, call->request.lang);
	}
	if (call->request.formats == NULL)
		call->request.formats = find_formats(arena);
	if (call->request.formats == NULL && needs_formats(call)) {
		complain(SAY_NO_FORMATS, call->request.lang, NULL);
		return EXIT_USAGE;
	}
	if (tells_of_month(call) && !call->request.quiet)
		print_begin(call);
	if (call->command->writes && !call->request.quiet && geteuid() == 0 && isatty(STDERR_FILENO) == 1)
		complain(SAY_AS_ROOT, call->request.lang, NULL);
	call->cycle.request = &call->request;
	call->cycle.findings = &call->findings;
	if (!call->request.quiet && isatty(STDERR_FILENO) == 1)
		call->cycle.progress.tell = print_progress;
	if (confine_call(call, arena) != CONFINED && !call->request.quiet && isatty(STDERR_FILENO) == 1)
		complain(SAY_NOT_CONFINED, call->request.lang, NULL);
	status = call->command->perform(call);
	status = tells_of_month(call) ? tell(call, status) : tell_less(call, status);
	cycle_release(&call->cycle);
	findings_release(&call->findings);
	return status;
}

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static enum exit_status dispatch(int argc, char **argv, const struct surroundings *around, struct arena *arena)
{
	struct call call = { .command = argc > 1 ? find_command(argv[1]) : NULL };

	print_in_colour = !around->no_colour && isatty(STDERR_FILENO) == 1;
	call.request.lang = around->lang;
	call.request.formats = around->formats;
	if (call.command != NULL)
		return perform(&call, argc - 1, argv + 1, arena);
	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		(void)printf("nafkah %s\n", NAFKAH_VERSION);
	} else if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)) {
		(void)fputs(help_text(NULL, around->lang), stdout);
	} else {
		if (argc > 1)
			complain(SAY_UNKNOWN_COMMAND, around->lang, argv[1]);
		complain(SAY_USAGE_HINT, around->lang, NULL);
		return EXIT_USAGE;
	}
	return close_stdout(EXIT_DONE, false, around->lang);
}

/* A signal that stopped the work ends the process, as it would have without a handler. */
static void end_by_signal(void)
{
	if (interrupted_by == 0 || interrupted_by == SIGXCPU) /* a limit of the machine: exit status 4 */
		return;
	(void)signal(interrupted_by, SIG_DFL);
	(void)raise(interrupted_by);
}

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	struct surroundings around;
	enum exit_status status;

	if (!open_standard_files())
		return EXIT_ENVIRONMENT;
	around = read_environment(&arena);
	catch_signals();
	status = dispatch(argc, argv, &around, &arena);
	arena_release(&arena);
	if (status == EXIT_ENVIRONMENT)
		end_by_signal();
	return (int)status;
}
