/* Making and reading DBFs for the tests and the fuzzer, and what must hold of any bytes. */
#ifndef NAFKAH_DBF_TOOLS_H
#define NAFKAH_DBF_TOOLS_H

#include "table_tools.h"

#include <nafkah/dbf.h>

struct dbf_column {
	const char *name;
	char type;
	unsigned width, decimals;
};

static inline void dbf_number(struct buf *out, uint64_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_char(out, (char)(value >> (8 * i) & 0xff));
}

static inline void dbf_zeros(struct buf *out, size_t count)
{
	while (count-- > 0)
		buf_char(out, '\0');
}

/* Header, records (each with its mark) and end of file. `code_page` goes to byte 29. */
static inline void dbf_make(struct buf *out, const struct dbf_column *columns, size_t count, struct slice records,
                            unsigned code_page)
{
	unsigned width = 1;

	for (size_t i = 0; i < count; i++)
		width += columns[i].width;
	buf_append(out, SLICE("\x03\x7e\x01\x05"));
	dbf_number(out, records.len / width, 4);
	dbf_number(out, 32 + 32 * count + 1, 2);
	dbf_number(out, width, 2);
	dbf_zeros(out, 17);
	dbf_number(out, code_page, 1);
	dbf_zeros(out, 2);
	for (size_t i = 0; i < count; i++) {
		buf_append(out, slice_from_c(columns[i].name));
		dbf_zeros(out, 11 - strlen(columns[i].name));
		buf_char(out, columns[i].type);
		dbf_zeros(out, 4);
		dbf_number(out, columns[i].width, 1);
		dbf_number(out, columns[i].decimals, 1);
		dbf_zeros(out, 14);
	}
	buf_char(out, '\r');
	buf_append(out, records);
	buf_char(out, '\x1a');
}

struct dbf_reading {
	uint64_t size; /* said to the reader; 0: not known */
	size_t pieces;
	bool has_otherwise;
	enum encoding otherwise;
};

static inline void *dbf_begin(struct piecewise *pieces, const struct dbf_reading *how, struct findings *findings)
{
	struct dbf_setup setup = {
		.content = piecewise_source(pieces), .size = how->size, .has_otherwise = how->has_otherwise,
		.otherwise = how->otherwise, .file = SLICE("FGAJI.DBF"), .findings = findings,
	};

	return dbf_open(&setup);
}

static inline bool dbf_read(struct delivered *d, struct slice content, const struct dbf_reading *how)
{
	struct piecewise pieces = { content, how->pieces, STATUS_OK };
	struct table t = { &dbf_ops, dbf_begin(&pieces, how, &d->findings) };

	return deliver_all(d, t, content);
}

/* A new value in one cell of one record: the content with it has the same size, differs inside that field only, and the
 * cell then has that value. */
static inline const char *dbf_change_broken(struct slice content, size_t record, size_t column)
{
	struct piecewise pieces = { content, SIZE_MAX, STATUS_OK };
	struct dbf_reading how = { .pieces = SIZE_MAX };
	struct findings findings = { 0 };
	void *reader = dbf_begin(&pieces, &how, &findings);
	struct table_row row = { 0 };
	struct place p;
	struct patch patch;
	struct arena a = { 0 };
	struct buf patched = { 0 };
	const char *broken = NULL;
	bool made = reader != NULL;

	for (size_t i = 0; made && i < record + 2; i++)
		made = dbf_ops.next(reader, &row) == STATUS_OK;
	made = made && column < row.count && dbf_ops.place(reader, column, &a, &p) && p.kind == CELL_NUMBER &&
	       dbf_ops.replace(&p, SLICE("7"), &a, &patch) == STATUS_OK;
	dbf_ops.free(reader);
	if (made && (patch.from != p.from || patch.to != p.to || patch.text.len != p.to - p.from))
		broken = "a patch is not as wide as its field";
	if (made && broken == NULL) {
		patch_into(&patched, content, &patch);
		pieces = (struct piecewise){ buf_slice(&patched), SIZE_MAX, STATUS_OK };
		reader = dbf_begin(&pieces, &how, &findings);
		for (size_t i = 0; reader != NULL && i < record + 2; i++)
			made = made && dbf_ops.next(reader, &row) == STATUS_OK;
		if (!made || !slice_equal(dbf_ops.value(reader, column), SLICE("7")) || dbf_ops.kind(reader, column) != CELL_NUMBER)
			broken = "a new value did not arrive";
		dbf_ops.free(reader);
	}
	buf_release(&patched);
	arena_release(&a);
	findings_release(&findings);
	return broken;
}

/* Everything that must hold of any bytes. NULL: it does. */
static inline const char *dbf_law_broken(struct slice content, struct dbf_reading how)
{
	struct delivered whole = { 0 }, pieces = { 0 }, sized = { 0 };
	struct dbf_reading at_once = how, with_size = how;
	const char *broken = NULL;

	at_once.pieces = SIZE_MAX;
	with_size.size = content.len;
	if (!dbf_read(&whole, content, &at_once) || !dbf_read(&pieces, content, &how) ||
	    !dbf_read(&sized, content, &with_size))
		broken = "a place makes no sense";
	if (broken == NULL && !delivered_equal(&whole, &pieces))
		broken = "the size of the pieces shows";
	if (broken == NULL && whole.end != sized.end)
		broken = "what is known of the size shows";
	if (broken == NULL && (whole.end == STATUS_REJECT) != (whole.findings.count == 1))
		broken = "refused without a finding, or a finding without a refusal";
	if (broken == NULL && whole.end == STATUS_FAIL)
		broken = "failed";
	for (size_t i = 0; broken == NULL && whole.end == STATUS_END && !how.has_otherwise && i < 4; i++)
		broken = dbf_change_broken(content, i, i % 3);
	delivered_release(&whole);
	delivered_release(&pieces);
	delivered_release(&sized);
	return broken;
}

#endif
