/* What one office's export looks like: which column has which role, which rows count, how totals are recognised and
 * what an adjustment changes. Read from formats/payroll/; lives in the arena it was read into. */
#ifndef NAFKAH_LAYOUT_H
#define NAFKAH_LAYOUT_H

#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/container.h>
#include <nafkah/finding.h>
#include <nafkah/money.h>
#include <nafkah/rules.h>
#include <nafkah/slice.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the words in the schema. */
enum role {
	ROLE_NIP, ROLE_NAMA, ROLE_SKPD, ROLE_KOTOR, ROLE_POTONGAN, ROLE_BERSIH, ROLE_SUKARELA, ROLE_BANK, ROLE_REKENING,
	ROLE_PERIODE, ROLE_STATUS_KAWIN, ROLE_JUMLAH_PASANGAN, ROLE_TUNJANGAN_PASANGAN
};
#define ROLE_COUNT 13
#define ROLE_WORDS "nip nama skpd kotor potongan bersih potongan-sukarela bank rekening periode status-kawin " \
                   "jumlah-pasangan tunjangan-pasangan"

/* How a period column may write its date; bits. */
enum { PERIOD_ISO = 1 /* 2026-01 or 2026-01-31 */, PERIOD_YMD = 2 /* 20260131 */, PERIOD_DMY = 4 /* 31-01-2026, 31/01/2026 */ };

struct layout_column {
	enum role role;
	bool required, is_signed;
	unsigned period_styles;
	const struct slice *names; /* folded */
	size_t name_count;
	uint64_t line;
};

struct words {
	const struct slice *items; /* folded */
	size_t count;
	bool begins; /* a text that begins with one of them, up to the end of a word, counts as well */
};

/* How a file of one container may be. gzip round CSV, DBF and HTML is no container of its own. */
struct layout_container {
	bool allowed;
	struct slice delimiters; /* CSV: the characters themselves */
	bool utf16;              /* CSV: with a BOM, beside UTF-8 */
	bool has_encoding;       /* CSV: never UTF-8 but this; DBF: this where the file does not say */
	enum encoding encoding;
	struct slice sheet;      /* XLSX: the sheet's name; empty: the only one with data */
	bool total_formulas;     /* XLSX: total rows may hold formulas, whose stored values are recomputed */
};

struct layout {
	struct slice id, title;
	enum kind kind;
	struct layout_container containers[CONTAINER_COUNT];
	size_t header_rows_max;   /* the header stands within the first so many rows */
	bool two_levels;          /* the header is two rows: "upper_lower", merged cells of the upper one reach to the right */
	bool numbered;            /* a row that numbers the columns may follow the header */
	struct slice prefix;      /* column names may stand behind this word as well */
	struct money_style money;
	bool empty_is_zero, dash_is_zero;
	const struct layout_column *columns;
	size_t column_count;
	struct words married;     /* what a status-kawin that means married is */
	struct words address;     /* columns that may hold a line end */
	struct slice count_column, count_value; /* rows count where this column holds this value; empty: all rows */
	struct words total, subtotal;
	bool total_required;
	struct words titles;      /* rows among the people that head a group */
	struct words end;         /* a row with such a text, and all behind it, is no payroll any more */
	bool ends_at_total;       /* nothing behind the total row is */
	struct slice file, sha256; /* where it was read from, for evidence */
	struct slice text;         /* its bytes */
};

/* Lower case, each run of other characters than ASCII letters and digits one "_", none at either end. */
struct slice header_fold(struct arena *a, struct slice name);

bool words_have(struct words w, struct slice folded);

/* Whether `folded` is `name`, or stands for it behind the layout's prefix. */
bool layout_names(const struct layout *l, struct slice name, struct slice folded);

/* Rules between fields of a layout (N0805). */
void layout_check(const struct layout *l, struct findings *findings);
void layout_note(const struct layout *l, struct findings *findings, uint64_t line, struct slice value, const char *rule);

const char *role_name(enum role r);

#endif
