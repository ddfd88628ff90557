#include "cli.h"

#include <nafkah/buf.h>

enum exit_status command_explain(struct call *call)
{
	struct buf text = { 0 };
	enum exit_status status = job_explain(&call->cycle, &text);

	if (status == EXIT_DONE || status == EXIT_ATTENTION)
		if (fwrite(text.ptr, 1, text.len, stdout) != text.len)
			status = EXIT_ENVIRONMENT;
	buf_release(&text);
	return status;
}
