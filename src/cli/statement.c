/* `nafkah statement`: one case over the months, as text or as a page. */
#include "cli.h"

#include <nafkah/buf.h>

enum exit_status command_statement(struct call *call)
{
	struct buf text = { 0 };
	enum exit_status status = job_statement(&call->cycle, call->words, (size_t)call->word_count, &text);

	if (status == EXIT_DONE && fwrite(text.ptr, 1, text.len, stdout) != text.len)
		status = EXIT_ENVIRONMENT;
	buf_release(&text);
	return status;
}
