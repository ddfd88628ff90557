/* The only file that includes libxlsxwriter. It runs in a process of its own (apart.h), whose end frees everything: so
 * nothing is freed here but what would pile up. */
#include <xlsxwriter.h>

#include <nafkah/banned.h> /* here, because that header defines macros with banned names; the Makefile knows */

#include "sheet_private.h"

#include <nafkah/apart.h>
#include <nafkah/interrupt.h>

#include <inttypes.h>
#include <limits.h>

enum {
	ROWS_MAX = 1048576,  /* what the format has */
	TEXT_MAX = 16000,    /* bytes; doubled by escapes it still fits a cell */
	CREATED = 315532800, /* 1980-01-01, as the entries of the archive */
	PAPER_A4 = 9,
	HEADING_HEIGHT = 32,
	CHOICE_MESSAGE_MAX = 255
};

/* For the columns of each kind; sums have the kind's, in bold. */
enum look { LOOK_TEXT, LOOK_WRAP, LOOK_COUNT, LOOK_AMOUNT, LOOK_SEN, LOOK_HEADING, LOOK_LABEL, LOOK_SUM, LOOK_SUM_SEN };
#define LOOK_TOTAL 9

struct sheet {
	struct book *book;
	lxw_worksheet *page;
	const struct sheet_plan *plan;
	lxw_row_t row;
	lxw_col_t column;
	bool empty;         /* its rows are only summed */
	struct money *sums; /* by column */
};

struct book {
	lxw_workbook *file;
	lxw_format *looks[LOOK_TOTAL];
	struct sheet sheet; /* the present one */
	struct buf text;    /* of one cell */
	struct said said;
	bool failed;
};

static double cell_number(struct money m) { return m.sen % 100 == 0 ? (double)(m.sen / 100) : (double)m.sen / 100; } /* the only double */

/* What a spreadsheet keeps: 15 digits. */
static bool fits_cell(struct money m)
{
	static const int64_t most = INT64_C(999999999999999);
	int64_t digits = m.sen % SEN_PER_RUPIAH == 0 ? m.sen / SEN_PER_RUPIAH : m.sen;

	return digits >= -most && digits <= most;
}

static void keep(struct book *b, lxw_error error)
{
	b->failed = b->failed || error != LXW_NO_ERROR;
}

static void make_looks(struct book *b)
{
	static const char *const numbers[LOOK_TOTAL] = {
		[LOOK_TEXT] = "@", [LOOK_WRAP] = "@", [LOOK_COUNT] = "0", [LOOK_AMOUNT] = "#,##0", [LOOK_SEN] = "#,##0.00",
		[LOOK_HEADING] = "@", [LOOK_LABEL] = "@", [LOOK_SUM] = "#,##0", [LOOK_SUM_SEN] = "#,##0.00",
	};

	for (size_t i = 0; i < LOOK_TOTAL; i++) {
		lxw_format *f = b->looks[i] = workbook_add_format(b->file);

		format_set_num_format(f, numbers[i]);
		format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
		if (i == LOOK_WRAP || i == LOOK_HEADING)
			format_set_text_wrap(f);
		if (i >= LOOK_HEADING)
			format_set_bold(f);
		if (i == LOOK_HEADING) {
			format_set_bottom(f, LXW_BORDER_THIN);
			format_set_bg_color(f, 0xE7ECEF);
		} else if (i > LOOK_HEADING) {
			format_set_top(f, LXW_BORDER_THIN);
		}
	}
}

static enum look look_of(enum sheet_kind kind)
{
	static const enum look looks[] = {
		[SHEET_TEXT] = LOOK_TEXT, [SHEET_WRAP] = LOOK_WRAP, [SHEET_COUNT] = LOOK_COUNT,
		[SHEET_AMOUNT] = LOOK_AMOUNT, [SHEET_SUM] = LOOK_AMOUNT,
	};

	return looks[kind];
}

static void set_page(struct sheet *s, size_t frozen)
{
	worksheet_freeze_panes(s->page, 1, (lxw_col_t)frozen);
	worksheet_set_landscape(s->page);
	worksheet_set_paper(s->page, PAPER_A4);
	worksheet_fit_to_pages(s->page, 1, 0);
	keep(s->book, worksheet_repeat_rows(s->page, 0, 0));
	keep(s->book, worksheet_set_footer(s->page, "&L&A&R&P / &N"));
}

/* A cell of clean text. */
static void put_text(struct sheet *s, struct slice text, enum look look)
{
	struct book *b = s->book;

	said_cell(&b->said, text);
	buf_clear(&b->text);
	cell_pack(text, &b->text);
	buf_char(&b->text, '\0');
	if (!b->text.failed && text.len > 0)
		keep(b, worksheet_write_string(s->page, s->row, s->column, b->text.ptr, b->looks[look]));
	b->failed = b->failed || b->text.failed;
}

static void add_text(struct sheet *s, struct slice text, enum look look)
{
	struct buf clean = { 0 };

	if (!s->empty) {
		cell_clean(text, TEXT_MAX, &clean);
		put_text(s, buf_slice(&clean), look);
	}
	s->book->failed = s->book->failed || clean.failed;
	buf_release(&clean);
	s->column++;
}

struct sheet *book_sheet(struct book *b, const struct sheet_plan *plan)
{
	struct sheet *s = &b->sheet;

	free(s->sums);
	*s = (struct sheet){
		.book = b, .page = workbook_add_worksheet(b->file, plan->name), .plan = plan,
		.sums = calloc(plan->count, sizeof *s->sums),
	};
	b->failed = b->failed || s->page == NULL || s->sums == NULL;
	said_sheet(&b->said, plan->name);
	set_page(s, plan->frozen);
	keep(b, worksheet_set_row(s->page, 0, HEADING_HEIGHT, b->looks[LOOK_HEADING]));
	for (size_t i = 0; i < plan->count; i++) {
		const struct sheet_column *c = &plan->columns[i];

		keep(b, worksheet_set_column(s->page, (lxw_col_t)i, (lxw_col_t)i, c->width, b->looks[look_of(c->kind)]));
		add_text(s, slice_from_c(c->heading), LOOK_HEADING);
	}
	sheet_end_row(s);
	s->empty = plan->rows > LISTED_ROWS_MAX;
	return s;
}

void sheet_text(struct sheet *s, struct slice text)
{
	add_text(s, text, look_of(s->plan->columns[s->column].kind));
}

static void say_number(struct sheet *s, struct money m)
{
	static const struct money_style plain = { .decimal = '.' };
	int decimals = m.sen % SEN_PER_RUPIAH == 0 ? 0 : m.sen % 10 == 0 ? 1 : 2;
	char text[40];

	said_cell(&s->book->said, (struct slice){ text, money_format(m, plain, decimals, false, text) });
}

static void put_number(struct sheet *s, struct money m, enum look look)
{
	char text[48];

	if (!fits_cell(m)) {
		put_text(s, slice_from_c(money_rupiah(m, text)), look);
		return;
	}
	say_number(s, m);
	keep(s->book, worksheet_write_number(s->page, s->row, s->column, cell_number(m), s->book->looks[look]));
}

void sheet_count(struct sheet *s, uint64_t number)
{
	if (!s->empty)
		put_number(s, money_from_rupiah((int64_t)number), LOOK_COUNT);
	s->column++;
}

void sheet_money(struct sheet *s, struct money amount)
{
	struct money *sum = &s->sums[s->column];

	if (!s->empty)
		put_number(s, amount, amount.sen % SEN_PER_RUPIAH == 0 ? LOOK_AMOUNT : LOOK_SEN);
	s->book->failed = s->book->failed || !money_add(*sum, amount, sum);
	s->column++;
}

void sheet_end_row(struct sheet *s)
{
	if (!s->empty) {
		said_row(&s->book->said);
		s->row++;
	}
	s->column = 0;
}

/* A sum whose rows are not all here is a number and no formula. */
static void put_sum(struct sheet *s)
{
	struct money sum = s->sums[s->column];
	enum look look = sum.sen % SEN_PER_RUPIAH == 0 ? LOOK_SUM : LOOK_SUM_SEN;
	char formula[64], column[8] = "";

	if (!fits_cell(sum) || s->plan->rows > LISTED_ROWS_MAX || s->row < 2) {
		put_number(s, sum, look);
		return;
	}
	lxw_col_to_name(column, s->column, 0);
	(void)snprintf(formula, sizeof formula, "=SUM(%s2:%s%" PRIu32 ")", column, column, s->row);
	say_number(s, sum);
	keep(s->book, worksheet_write_formula_num(s->page, s->row, s->column, formula, s->book->looks[look], cell_number(sum)));
}

/* A cell of the last row without a sum: only its rule. */
static void put_empty(struct sheet *s)
{
	said_cell(&s->book->said, (struct slice){ 0 });
	keep(s->book, worksheet_write_blank(s->page, s->row, s->column, s->book->looks[LOOK_LABEL]));
}

static void say_elsewhere(struct sheet *s)
{
	char text[120];

	(void)snprintf(text, sizeof text, "(%" PRIu64 " baris: lihat %s)", s->plan->rows, s->plan->elsewhere);
	s->empty = false;
	add_text(s, slice_from_c(text), LOOK_LABEL);
	sheet_end_row(s);
}

void sheet_end(struct sheet *s, struct slice label)
{
	if (s->empty)
		say_elsewhere(s);
	if (label.len == 0)
		return;
	add_text(s, label, LOOK_LABEL);
	for (; s->column < s->plan->count; s->column++) {
		if (s->plan->columns[s->column].kind == SHEET_SUM)
			put_sum(s);
		else
			put_empty(s);
	}
	sheet_end_row(s);
}

/* Blank-separated words as the library wants them. NULL: memory. */
static char **list_of(struct slice words)
{
	size_t count = 1;
	char **list, *text;

	for (size_t i = 0; i < words.len; i++)
		count += words.ptr[i] == ' ' ? 1 : 0;
	list = calloc(count + 1, sizeof *list);
	text = malloc(words.len + 1);
	if (list == NULL || text == NULL)
		return NULL; /* the process is about to end */
	memcpy(text, words.ptr, words.len);
	text[words.len] = '\0';
	list[0] = text;
	for (size_t i = 0, n = 1; i < words.len; i++)
		if (text[i] == ' ') {
			text[i] = '\0';
			list[n++] = text + i + 1;
		}
	return list;
}

void sheet_choices(struct sheet *s, size_t column, struct slice words, const char *message)
{
	static char title[] = "Pilihan";
	char text[CHOICE_MESSAGE_MAX + 1] = "";
	lxw_data_validation v = {
		.validate = LXW_VALIDATION_TYPE_LIST, .value_list = list_of(words), .error_title = title, .error_message = text,
	};

	(void)snprintf(text, sizeof text, "%s", message);
	if (v.value_list == NULL)
		s->book->failed = true;
	else
		keep(s->book, worksheet_data_validation_range(s->page, 1, (lxw_col_t)column, ROWS_MAX - 1, (lxw_col_t)column, &v));
}

static void set_properties(struct book *b, const char *title)
{
	char text[64], author[] = "nafkah";
	lxw_doc_properties properties = { .title = text, .author = author, .created = CREATED };

	(void)snprintf(text, sizeof text, "%s", title);
	keep(b, workbook_set_properties(b->file, &properties));
}

/* Makes the workbook in the file that `fd` holds. */
static bool make_file(const struct book_plan *plan, struct book *b, int fd)
{
	char path[40], scratch[PATH_MAX];
	lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = scratch };

	(void)setenv("TZ", "UTC0", 1); /* of this process: gmtime need not open a file about time zones */
	(void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	(void)snprintf(scratch, sizeof scratch, "%s", plan->scratch);
	b->file = workbook_new_opt(path, &options);
	if (b->file == NULL)
		return false;
	set_properties(b, plan->title);
	make_looks(b);
	return plan->fill(b, plan->context) && !b->failed && workbook_close(b->file) == LXW_NO_ERROR;
}

struct making {
	const struct book_plan *plan;
	int round;
};

/* Both rounds write the same bytes, so that one need be read. */
static bool make_and_read_back(void *context, int fd)
{
	struct making *m = context;
	struct book *b = calloc(1, sizeof *b);
	bool good = b != NULL && make_file(m->plan, b, fd) && (m->round++ > 0 || said_is_there(&b->said, fd));

	if (b != NULL) {
		free(b->sheet.sums);
		buf_release(&b->text);
		said_release(&b->said);
	}
	free(b);
	return good;
}

enum status book_make(const struct book_plan *plan, struct findings *findings, struct buf *out)
{
	struct making m = { .plan = plan };

	if (apart_do(make_and_read_back, &m, out))
		return STATUS_OK;
	if (!interrupted_by)
		findings_add(findings, &(struct finding){
			.code = N0902_WRITE_FAILED, .file = plan->name, .value = plan->name, .detail = SLICE("libxlsxwriter"),
		});
	return STATUS_FAIL;
}
