/* What the files of the workbook share. */
#ifndef NAFKAH_WIRE_WORKBOOK_PRIVATE_H
#define NAFKAH_WIRE_WORKBOOK_PRIVATE_H

#include "workbook_part.h"

#include <nafkah/workbook.h>

/* ---- the package (workbook_package.c) ---- */

/* A relation of one part. `type` is the last word of its address; `entry` is SIZE_MAX where the target is no entry. */
struct relation {
	struct slice id, type, target;
	size_t entry;
};

struct relations {
	struct relation *items; /* the caller frees them; their text lives in the arena */
	size_t count, cap;
};

/* Those of the part `source`, or of the package where it is empty. A part without relations has none. */
enum status relations_read(struct workbook *w, struct slice source, struct relations *out) NAFKAH_MUST_USE;

/* The first one of that type, or NULL. */
const struct relation *relations_find(const struct relations *r, const char *type);

/* Finds the workbook in the package: N0160 for what is no ordinary workbook. */
enum status package_identify(struct workbook *w) NAFKAH_MUST_USE;

/* ---- the parts ---- */

struct workbook_sheet {
	struct slice name, id;  /* id: of its relation */
	size_t entry;           /* SIZE_MAX: no worksheet (a chart) */
	bool counted;           /* the next is known */
	uint64_t formulas;
};

/* What makes workbook.xml say that everything is to be computed when it is opened. */
struct calculation {
	struct patch patch;
	struct slice element; /* <calcPr> as it would be written here */
	bool stated;         /* there is a <calcPr> */
};

/* Cell formats by number: whether they show a date. */
struct styles {
	bool *dates;
	size_t count;
};

/* Filled part by part as the file is opened, and read by all that follows. */
struct workbook {
	struct slice bytes, file;
	struct findings *findings;
	struct arena arena;
	struct archive *archive;
	struct part *part;     /* that is being read, for the functions of its kind */
	struct {
		size_t main, strings, styles; /* workbook.xml, and what it relates to; SIZE_MAX: there is none */
	} entries;
	bool from_1904;
	struct { struct workbook_sheet *items; size_t count, cap; } sheets;
	struct workbook_sheet *chosen;
	struct calculation calculation;
	struct styles styles;
	struct archive_stream *content;
};

enum status workbook_read_main(struct workbook *w) NAFKAH_MUST_USE;   /* workbook_main.c */
enum status workbook_read_styles(struct workbook *w) NAFKAH_MUST_USE; /* workbook_styles.c */

/* Texts that cells share, in one run of bytes. */
struct shared_strings {
	struct buf text;
	struct shared_end {
		uint32_t at;
		bool clean; /* no control bytes, no line ends, not too long */
	} *ends;
	size_t count, cap;
};

/* workbook_strings.c */
enum status shared_strings_read(struct workbook *w, struct shared_strings *out) NAFKAH_MUST_USE;
struct slice shared_strings_get(const struct shared_strings *s, size_t i, bool *clean);
void shared_strings_release(struct shared_strings *s);

/* A quick look into a sheet (workbook_look.c). */
struct look {
	bool has_data;     /* a cell that is not empty; the look ends there where only that is wanted */
	uint64_t formulas;
};

enum status workbook_look(struct workbook *w, size_t entry, bool only_data, struct look *out) NAFKAH_MUST_USE;

enum status workbook_no_memory(struct workbook *w);
/* N0163 about a part that has no place in the archive. */
enum status workbook_refuse_part(struct workbook *w, struct slice part, const char *words);

#endif
