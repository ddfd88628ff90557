/* `nafkah transfer`: what was made for the bank's channel. */
#include "cli.h"

#include <inttypes.h>

static void print_sum(enum say what, enum lang lang, uint64_t count, int64_t rupiah)
{
	char text[48];

	(void)printf("%-16s %6" PRIu64 "  %s\n", say(what, lang), count, money_rupiah(money_from_rupiah(rupiah), text));
}

enum exit_status command_transfer(struct call *call)
{
	struct transfer_result made = { 0 };
	enum exit_status status = job_transfer(&call->cycle, &made);
	enum lang lang = call->request.lang;

	if (call->request.quiet || (status != EXIT_DONE && status != EXIT_ATTENTION && status != EXIT_NOT_PROVEN))
		return status;
	(void)printf("%.*s\n", SLICE_ARG(made.format));
	print_sum(SAY_CARRIED, lang, made.count, made.total);
	if (made.held > 0)
		print_sum(SAY_LEFT, lang, made.held, made.held_total);
	if (made.trial)
		(void)printf("%s\n", say(SAY_TRIAL, lang));
	(void)printf("%s: %s/%.*s\n", say(SAY_RESULT, lang), call->request.out, SLICE_ARG(made.file));
	return status;
}
