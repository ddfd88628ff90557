/* The state of one draft, shared by its parts: reading, header, roles, rows, text. It lives in the setup's arena. */
#ifndef NAFKAH_DRAFT_PRIVATE_H
#define NAFKAH_DRAFT_PRIVATE_H

#include <nafkah/content.h>
#include <nafkah/draft.h>
#include <nafkah/header_words.h>
#include <nafkah/money_guess.h>
#include <nafkah/number_set.h>
#include <nafkah/payroll.h>

enum {
	DRAFT_SAMPLE = 120,   /* rows that are kept to look at them twice */
	DRAFT_TEXT = 200,     /* bytes that are kept of their values */
	DRAFT_CUTS = 4,       /* delimiters that are tried */
	DRAFT_CHOICES = 6,    /* columns that are listed for a role */
	DRAFT_WORDS = 16      /* texts that are kept of rows that are nobody's */
};
#define DRAFT_DELIMITERS ",;\t|"

struct draft_cell {
	struct slice text; /* trimmed */
	enum cell_kind kind;
};

struct draft_row {
	uint64_t line;
	size_t count; /* 0: blank, deleted or not cut */
	const struct draft_cell *cells;
	bool multiline;
	bool uncut; /* the delimiter does not fit it */
	bool deleted;
};

struct draft_column {
	struct slice shown;  /* name as written, without control bytes */
	struct slice folded; /* empty: it has none, or one that no layout can hold */
	struct header_meaning meaning;
	bool is_role;        /* stands in the draft */
	bool is_signed, multiline;
};

/* How a role found its column. */
enum draft_how {
	DRAFT_MISSING,
	DRAFT_FOUND,
	DRAFT_BY_FIGURES, /* several have the name, and only this one the figures */
	DRAFT_COMPETE,
	DRAFT_WEAK        /* the name allows it, and no figure confirms it */
};

struct draft_choice {
	enum draft_how how;
	int column;                       /* NO_COLUMN unless found */
	int16_t columns[DRAFT_CHOICES];   /* of the best rank; without any: what the figures suggest */
	size_t count;
	int16_t lesser[DRAFT_CHOICES];    /* of lesser ranks */
	size_t lesser_count;
};

/* Texts of rows that are no person's, folded, each once. */
struct draft_words {
	struct slice items[DRAFT_WORDS];
	size_t count;
	uint64_t rows, line; /* all of them; the first one's */
};

/* A text of total rows, and what their figures were the sums of. */
struct draft_total {
	struct slice folded;
	uint64_t line, whole, part, either, neither;
};

/* What the rows behind the header say. */
struct draft_rows {
	uint64_t persons, without_nip, identities, broken, broken_line;
	uint64_t other_count, other_count_line; /* CSV: rows of other lengths */
	uint64_t nameless, nameless_line;       /* sums without a word */
	uint64_t misplaced, misplaced_line;     /* texts in a column of money, not behind a total */
	uint64_t repeated, repeated_line;       /* headers */
	uint64_t damaged, damaged_line;         /* NIPs and accounts that are refused */
	uint64_t blanks, blank_line;            /* blank rows with others behind them, not behind a total */
	uint64_t unpaid, unpaid_line;           /* rows with a NIP and no amount: somebody signs */
	uint64_t twice, twice_line;             /* NIPs among rows that count */
	uint64_t formulas, formula_line, numbers_as_key, key_line;
	struct money_guess money;
	unsigned periods;                       /* PERIOD_*: all values so far are readable so */
	uint64_t period_values;
	month_no month;
	bool months_differ, numbered;
	struct draft_total totals[DRAFT_WORDS];
	size_t total_count;
	bool totals_lost, total_formulas;
	struct draft_words pending, titles, tail; /* pending: since the last person or total */
	bool tail_behind_total;
	struct row_money all, part;
};

struct draft {
	const struct draft_setup *setup;
	struct arena *arena;
	struct layout permissive; /* what content_open needs to know */
	struct table table;
	struct table_row row;
	enum container container;
	struct draft_row sample[DRAFT_CUTS][DRAFT_SAMPLE];
	size_t sample_count;
	bool ended;             /* nothing stands behind the sample */
	bool refused;           /* the reader refused the rest; findings say why */
	uint64_t last_line;     /* that could be read */
	size_t cut, header_at;  /* index into `sample` */
	bool two_levels, by_position; /* by_position: the names said nothing, but people follow */
	bool split;             /* the reader cuts by the delimiter */
	size_t at;              /* next row of the sample */
	uint64_t blank_at;      /* line of the first of the blank rows just passed; 0: none */
	struct draft_cell cells[TABLE_COLUMNS_MAX];
	struct draft_column *columns;
	size_t column_count;
	bool has_twin;
	size_t twin, twin_of;
	struct draft_choice roles[ROLE_COUNT];
	int16_t voluntary[SUKARELA_MAX];
	size_t voluntary_count;
	int16_t strange_voluntary[DRAFT_CHOICES]; /* by name, but they hold no amounts */
	size_t strange_count;
	int count_column;       /* NO_COLUMN: none */
	struct draft_rows rows;
	struct number_set seen;
	struct buf scratch, body;
	bool lost; /* memory ran out in `scratch` before it was cleared */
	bool in_root;
	size_t open;
};

/* Copies the first rows. STATUS_REJECT: none. */
enum status draft_read_sample(struct draft *d) NAFKAH_MUST_USE;

/* The next row behind the header; its cells live until the next call. STATUS_END also where the reader refused. */
enum status draft_next(struct draft *d, struct draft_row *row) NAFKAH_MUST_USE;

/* Chooses delimiter and header, and names the columns. STATUS_REJECT: there is no header. */
enum status draft_find_header(struct draft *d) NAFKAH_MUST_USE;

/* Chooses the columns of the roles. */
void draft_choose_roles(struct draft *d);

/* Goes through all rows. */
enum status draft_read_rows(struct draft *d) NAFKAH_MUST_USE;

/* One row of a person. False: memory. */
bool draft_take_person(struct draft *d, const struct draft_row *row);

/* All texts of `from` become texts of `to`. */
void draft_move_words(struct draft_words *from, struct draft_words *to);

/* Counts something, and remembers where it was first seen. */
static inline void draft_note(uint64_t *count, uint64_t *line, uint64_t here)
{
	if ((*count)++ == 0)
		*line = here;
}

/* Writes it down. */
void draft_write(struct draft *d, struct buf *out);
void draft_write_columns(struct draft *d);
void draft_write_rows(struct draft *d);

/* Text of the draft. Names and other texts from the file are without control bytes already. */
void draft_put(struct draft *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
void draft_attribute(struct buf *out, struct slice text);
/* Two hyphens, which would end it, are parted. Lines are broken at blanks. */
void draft_comment(struct buf *out, struct slice text, size_t indent);
/* A comment; `open`: a decision that is left to a person. */
void draft_say(struct draft *d, bool open, const char *format, ...) __attribute__((format(printf, 3, 4)));
void draft_say_scratch(struct draft *d); /* its text stands in d->scratch */
/* '"NIP Pegawai" (kolom 3)' */
void draft_list_column(struct draft *d, struct buf *out, int column);
void draft_list_columns(struct draft *d, struct buf *out, const int16_t *columns, size_t count);

/* Empties the scratch buffer, and remembers a failure of it. */
static inline void draft_clear(struct draft *d)
{
	d->lost = d->lost || d->scratch.failed;
	buf_clear(&d->scratch);
}

/* The text of a cell; empty where the row is shorter. */
static inline struct slice draft_text(const struct draft_row *row, int column)
{
	return column != NO_COLUMN && (size_t)column < row->count ? row->cells[column].text : (struct slice){ "", 0 };
}

/* Whether a person's row, by its NIP column where it is known. */
bool draft_is_person(const struct draft *d, const struct draft_row *row);

#endif
