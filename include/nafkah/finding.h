/* A finding: something a person should know, as data. It stays data until src/cli prints it or src/paper writes it
 * into the report; modules add findings, tests compare their codes, and no other module holds a sentence for people.
 * The codes with their levels stand in finding_codes.h, their texts in two languages in src/base/texts.c. */
#ifndef NAFKAH_FINDING_H
#define NAFKAH_FINDING_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum level {
	LEVEL_CATATAN,   /* a note */
	LEVEL_PERHATIAN, /* someone should look */
	LEVEL_TAHAN,     /* this ruling, award or payee moves no money this month */
	LEVEL_TOLAK,     /* the whole run is refused, nothing is written */
	LEVEL_GAGAL,     /* the machine failed (disk, memory, permission), nothing is written */
	LEVEL_RUSAK      /* a law of conservation was broken: a bug, nothing is written */
};
#define LEVEL_COUNT 6

enum code {
#define X(name, number, level) N##number##_##name,
#include <nafkah/finding_codes.h>
#undef X
	CODE_COUNT
};

/* Where and what. Every member may be left empty. The slices are copied by findings_add. */
struct finding {
	enum code code;
	bool personal;       /* `value` or `detail` may name a person, a NIP, a NIK or an account: masked outside report
	                      * and register, as far as code_hides says */
	struct slice file;   /* base name of the input */
	uint64_t line;       /* line or record, counted from 1; 0: the whole file */
	struct slice column; /* column name, or the path of an XML element or attribute */
	struct slice value;  /* what was found */
	struct slice detail; /* what it was held against, or a second value: the text of the code says which */
	struct slice nip;    /* the civil servant concerned, if one is */
	struct slice perkara; /* the case number concerned, if one is */
};

/* All findings of one run, in the order in which they were made. `{0}` is a valid empty list. Owns its memory. */
struct findings {
	struct arena arena;
	struct finding *items;
	size_t count, cap;
	uint64_t per_level[LEVEL_COUNT];
	uint64_t per_code[CODE_COUNT];
	bool lost; /* memory ran out while adding: the run must end as failed */
};

/* At most this many findings of one code are kept as items; all are counted in per_code, and the report says how many
 * are not listed. Codes of level tahan have no such limit. A payroll of a million broken rows must not fill memory. */
#define FINDINGS_KEPT_PER_CODE 1000

void findings_add(struct findings *fs, const struct finding *f);
bool findings_any(const struct findings *fs, enum level at_least);
/* Puts the items from `from` on in the order of their lines; those of one line stay in theirs. */
void findings_sort_lines(struct findings *fs, size_t from);

void findings_release(struct findings *fs);

/* Static facts of a code. */
enum level code_level(enum code c);
const char *code_name(enum code c);   /* "N0117" */
const char *level_name(enum level l); /* "catatan", "perhatian", ... */

enum lang { LANG_ID, LANG_EN };
#define LANG_COUNT 2

/* What a code masks of a finding that is personal. A month, an amount or a child's id is no secret, and a remedy that
 * hides it cannot be followed. */
enum hides { HIDES_BOTH, HIDES_VALUE, HIDES_NOTHING };
enum hides code_hides(enum code c);

/* The two sentences of a finding, placeholders filled in: what was found, and what to do about it (may be empty).
 * With `mask`, personal values keep their last 4 characters only. Control bytes are escaped as \xNN. */
void finding_message(const struct finding *f, enum lang lang, bool mask, struct buf *out);
void finding_remedy(const struct finding *f, enum lang lang, bool mask, struct buf *out);

/* The raw texts of a code, for tests: placeholders are {nilai}, {lain} and {rupiah} (the value as money). */
const char *code_text(enum code c, enum lang lang);
const char *code_remedy(enum code c, enum lang lang);

/* Appends `s` with control bytes (below 0x20, 0x7f, and bytes that are not UTF-8) as \xNN; with `mask` all but the
 * last 4 characters become one "…". */
void append_escaped(struct buf *out, struct slice s, bool mask);

#endif
