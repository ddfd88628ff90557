#include "cli.h"

#include <nafkah/template.h>

#include <string.h>
#include <unistd.h>

static void print_layouts(const struct call *call)
{
	(void)printf("%s:\n", say(SAY_LAYOUTS, call->request.lang));
	for (size_t i = 0; i < call->cycle.layout_count; i++) {
		const struct layout *l = &call->cycle.layouts[i];

		(void)printf("  %-16.*s %-7s %.*s\n", SLICE_ARG(l->id), kind_name(l->kind), SLICE_ARG(l->title));
	}
}

static void print_rules(const struct call *call, const struct rules *rules, size_t count)
{
	char version[8];

	(void)printf("%s:\n", say(SAY_RULES, call->request.lang));
	for (size_t i = 0; i < count; i++) {
		month_format(rules[i].version, version);
		(void)printf("  %-16.*s %-7s %.*s\n", SLICE_ARG(rules[i].id), version, SLICE_ARG(rules[i].title));
	}
}

static enum exit_status print_payment_formats(struct call *call)
{
	struct payment_format *formats = NULL;
	size_t count = 0;
	enum exit_status status = job_transfer_formats(&call->cycle, &formats, &count);

	if (status == EXIT_DONE && count > 0)
		(void)printf("%s:\n", say(SAY_PAYMENT_FORMATS, call->request.lang));
	for (size_t i = 0; status == EXIT_DONE && i < count; i++)
		(void)printf("  %-16.*s %-7.*s %.*s\n", SLICE_ARG(formats[i].id), SLICE_ARG(formats[i].bank), SLICE_ARG(formats[i].title));
	return status;
}

static enum exit_status print_return_formats(struct call *call)
{
	struct return_format *formats = NULL;
	size_t count = 0;
	enum exit_status status = job_return_formats(&call->cycle, &formats, &count);

	if (status == EXIT_DONE && count > 0)
		(void)printf("%s:\n", say(SAY_RETURN_FORMATS, call->request.lang));
	for (size_t i = 0; status == EXIT_DONE && i < count; i++)
		(void)printf("  %-16.*s %-7s %.*s\n", SLICE_ARG(formats[i].id), "", SLICE_ARG(formats[i].title));
	return status;
}

/* `check FILE [EXPORT]` */
static enum exit_status check(struct call *call)
{
	struct preview preview = { 0 };
	bool tries = call->word_count == 3;
	enum exit_status status = tries ? job_formats_try(&call->cycle, call->words[1], call->words[2], &preview)
	                                : job_formats_check(&call->cycle, call->words[1]);

	if (call->request.quiet)
		return status;
	if (status == EXIT_DONE || call->cycle.layout_count > 0)
		(void)printf("%s: %s\n", call->words[1], say(SAY_VALID, call->request.lang));
	if (call->cycle.file_count > 0 && !print_preview(&call->cycle, &preview))
		return EXIT_ENVIRONMENT;
	return status;
}

/* `draft EXPORT [SHEET]` */
static enum exit_status draft(struct call *call)
{
	struct buf out = { 0 };
	const char *sheet = call->word_count == 3 ? call->words[2] : NULL;
	enum exit_status status = job_formats_draft(&call->cycle, call->words[1], sheet, &out);

	if (status == EXIT_DONE || status == EXIT_ATTENTION)
		(void)fwrite(out.ptr, 1, out.len, stdout);
	if (status == EXIT_ATTENTION)
		complain(SAY_DRAFT_OPEN, call->request.lang, NULL);
	buf_release(&out);
	return status;
}

/* Where temporary files go when there is no folder of ours. */
static const char *scratch_folder(void)
{
	const char *path = getenv("TMPDIR");

	return path != NULL && path[0] == '/' ? path : "/tmp";
}

/* `template rulings` */
static enum exit_status write_template(struct call *call)
{
	struct buf out = { 0 };
	bool good;

	if (isatty(STDOUT_FILENO) == 1) {
		complain(SAY_TO_FILE, call->request.lang, "nafkah formats template rulings >putusan.xlsx");
		return EXIT_USAGE;
	}
	if (template_rulings(scratch_folder(), &call->findings, &out) != STATUS_OK)
		return EXIT_ENVIRONMENT;
	good = fwrite(out.ptr, 1, out.len, stdout) == out.len && fflush(stdout) == 0;
	buf_release(&out);
	if (!good)
		complain(SAY_STDOUT, call->request.lang, NULL);
	return good ? EXIT_DONE : EXIT_ENVIRONMENT;
}

enum exit_status command_formats(struct call *call)
{
	struct rules *rules = NULL;
	size_t count = 0;
	enum exit_status status;

	if ((call->word_count == 2 || call->word_count == 3) && strcmp(call->words[0], "check") == 0)
		return check(call);
	if ((call->word_count == 2 || call->word_count == 3) && strcmp(call->words[0], "draft") == 0)
		return draft(call);
	if (call->word_count == 2 && strcmp(call->words[0], "template") == 0 && strcmp(call->words[1], "rulings") == 0)
		return write_template(call);
	if (call->word_count > 0) {
		complain(SAY_ROOT, call->request.lang, NULL);
		return EXIT_USAGE;
	}
	status = job_formats_list(&call->cycle, &rules, &count);
	if (status == EXIT_DONE) {
		print_layouts(call);
		print_rules(call, rules, count);
		status = print_payment_formats(call);
		if (status == EXIT_DONE)
			status = print_return_formats(call);
	}
	return status;
}
