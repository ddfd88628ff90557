/* What bytes must be before anything looks for structure in them: text, in UTF-8, of lines. Knows nothing of CSV. */
#ifndef NAFKAH_TEXT_GUARD_H
#define NAFKAH_TEXT_GUARD_H

#include <nafkah/finding.h>
#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>

/* So many bytes from the start of a file (or all of a shorter one) are enough for text_sniff. */
enum { TEXT_HEAD = 512 };

/* What a file is by its first bytes when it is not text in UTF-8: the finding's code and value. */
struct text_kind {
	enum code code;
	const char *name; /* static; NULL: nothing speaks against text */
};

/* Containers by their signature (gzip, zip and what spreadsheets make of it, OLE2, PDF, ...), HTML by its tags, XML by
 * "<" and a letter, "?" or "!" behind blanks, UTF-16 and UTF-32 by their BOM or by the NULs of the first characters. */
struct text_kind text_sniff(struct slice head);

enum text_fault {
	TEXT_CLEAN,
	TEXT_CONTROL,  /* a byte below 0x20 that is no line end and no allowed TAB, or 0x7f */
	TEXT_BOM,      /* U+FEFF */
	TEXT_NOT_UTF8, /* overlong forms, surrogates, above U+10FFFF, cut or stray bytes */
	TEXT_LONE_CR   /* CR without LF behind it */
};

struct text_check {
	size_t clean; /* so many bytes from the start are good */
	enum text_fault fault; /* of what stands behind them; TEXT_CLEAN: nothing does, or too little to say */
	size_t fault_len;      /* how many bytes belong to the fault */
};

/* Checks `text`. Unless it is the last of its file, a character that it cuts, or a CR at its very end, is left out of
 * `clean` without a fault: look at it again with what follows. The result does not depend on how a text is cut. */
struct text_check text_check(struct slice text, bool tab_allowed, bool last);

#endif
