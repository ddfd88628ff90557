/* What a call may open: what its command line names, the formats, and the folder that its result lies in. */
#include "cli.h"

#include <nafkah/confine.h>

/* Where iconv finds its tables. */
#define SYSTEM_LIBRARIES "/usr/lib"

static void allow_payrolls(struct confinement *c, const struct payroll_argument *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		confine_read(c, files[i].path);
}

/* A folder, and those that lie beside it: what was run before is seen there. */
static void allow_beside(struct confinement *c, struct arena *a, const char *folder)
{
	confine_read(c, folder);
	if (folder != NULL)
		confine_read(c, arena_printf(a, "%s/..", folder).ptr);
}

static void allow_request(struct confinement *c, struct arena *a, const struct request *r)
{
	const char *const files[] = { r->rulings, r->rules, r->office, r->formats, r->finished };

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		confine_read(c, files[i]);
	allow_payrolls(c, r->payrolls, r->payroll_count);
	allow_payrolls(c, r->incomes, r->income_count);
	for (size_t i = 0; i < r->input_folder_count; i++)
		confine_read(c, r->input_folders[i]);
	allow_beside(c, a, r->previous);
	allow_beside(c, a, r->continues);
	if (r->out != NULL)
		confine_write(c, beside_parent(a, r->out).ptr);
}

/* The folders beside tell what was sent before; a format may be named by its path. */
static void allow_bank(struct confinement *c, struct arena *a, const struct request *r)
{
	allow_beside(c, a, r->finished);
	confine_read(c, r->banks);
	confine_read(c, r->format);
	confine_read(c, r->corrections);
}

enum confined confine_call(const struct call *call, struct arena *a)
{
	struct confinement c;

	confine_begin(&c);
	allow_request(&c, a, &call->request);
	for (int i = 0; i < call->word_count; i++)
		confine_read(&c, call->words[i]);
	if (call->command->about_bank)
		allow_bank(&c, a, &call->request);
	confine_read(&c, SYSTEM_LIBRARIES);
	confine_write(&c, "/dev/null");
	confine_write(&c, spool_folder().ptr); /* for what a pipe brings, and for workbooks that are only compared */
	return confine_end(&c);
}
