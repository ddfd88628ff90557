/* Some of libxml2's complaints about memory know no context and go to stderr: not while a parser of ours runs. Those before
 * it are put back, in the opposite order. */
#ifndef NAFKAH_XML_SILENCE_H
#define NAFKAH_XML_SILENCE_H

#include <libxml/xmlerror.h>

struct silence {
	xmlGenericErrorFunc say;
	void *context;
};

struct silence silence_begin(void);
void silence_end(struct silence before);

#endif
