/* Gives up the rights that a command does not need, before it reads the first byte of an input: from then on this process and
 * its children open what was allowed and nothing else (Landlock), start no program and make no connection (seccomp), and
 * leave no copy of memory behind when they crash. A file that attacks a parser finds nothing to reach.
 *
 * Rights cannot be taken back, so tests call this in a process of their own. Builds with a sanitizer, which needs more than
 * the program, give up nothing. */
#ifndef NAFKAH_CONFINE_H
#define NAFKAH_CONFINE_H

#include <stdbool.h>

struct confinement {
	int rules;   /* Landlock's, -1: this kernel has none */
	bool failed; /* a rule could not be made */
};

enum confined {
	CONFINED,
	CONFINED_CALLS, /* the kernel has no Landlock: programs and connections are closed off, files are not */
	CONFINED_NOT    /* the kernel refused, or this build has a sanitizer */
};

void confine_begin(struct confinement *c);

/* A file, or a folder with everything in it, may be read. What is not there needs no right. NULL is fine. */
void confine_read(struct confinement *c, const char *path);

/* A file, or a folder and everything in it, may be written, too: files and folders made, renamed inside it and removed. */
void confine_write(struct confinement *c, const char *path);

/* From here on. Before any thread is started. */
enum confined confine_end(struct confinement *c);

#endif
