/* `nafkah return`: what the bank says became of transfers. */
#include "cli.h"

#include <inttypes.h>

static void print_sum(enum say what, enum lang lang, uint64_t count, int64_t rupiah)
{
	char text[48];

	(void)printf("%-16s %6" PRIu64 "  %s\n", say(what, lang), count, money_rupiah(money_from_rupiah(rupiah), text));
}

enum exit_status command_return(struct call *call)
{
	static const enum say names[FATE_COUNT] = {
		[FATE_UNKNOWN] = SAY_UNKNOWN_YET, [FATE_PAID] = SAY_PAID, [FATE_RETURNED] = SAY_RETURNED,
	};
	static const enum fate shown[FATE_COUNT] = { FATE_PAID, FATE_RETURNED, FATE_UNKNOWN };
	struct return_result read = { 0 };
	enum exit_status status = job_return(&call->cycle, &read);
	enum lang lang = call->request.lang;

	if (call->request.quiet || (status != EXIT_DONE && status != EXIT_ATTENTION && status != EXIT_NOT_PROVEN))
		return status;
	(void)printf("%.*s\n", SLICE_ARG(read.format));
	for (size_t i = 0; i < FATE_COUNT; i++)
		print_sum(names[shown[i]], lang, read.sums.lines[shown[i]], read.sums.rupiah[shown[i]]);
	if (read.resend > 0)
		print_sum(SAY_RESEND, lang, read.resend, read.resend_total);
	(void)printf("%s: %s\n", say(SAY_RESULT, lang), call->request.out);
	return status;
}
