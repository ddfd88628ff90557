#include "xml_silence.h"

#include <libxml/globals.h>

static void be_silent(void *context, const char *format, ...)
{
	(void)context;
	(void)format;
}

struct silence silence_begin(void)
{
	struct silence before = { xmlGenericError, xmlGenericErrorContext };

	xmlSetGenericErrorFunc(NULL, be_silent);
	return before;
}

void silence_end(struct silence before)
{
	xmlSetGenericErrorFunc(before.context, before.say);
}
