/* One record behind the header: what class of row it is, and for a data row every check on it. */
#include "scan_private.h"

#include <nafkah/nip.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROWS_TO_ESTIMATE = 1000 };

/* A column as findings name it; in a workbook with the cell: "nip_pegawai (A12)". */
static struct slice column_label(const struct scanning *s, int column)
{
	char letters[4];
	size_t at = sizeof letters;
	struct slice label;

	if (column == NO_COLUMN)
		return (struct slice){ 0 };
	if (s->out->container != CONTAINER_XLSX || s->row.line == 0)
		return s->out->header.names[column];
	for (unsigned left = (unsigned)column + 1; left > 0 && at > 0; left = (left - 1) / 26)
		letters[--at] = (char)('A' + (left - 1) % 26);
	label = arena_printf(s->setup->arena, "%.*s (%.*s%" PRIu64 ")", SLICE_ARG(s->out->header.names[column]),
	                     (int)(sizeof letters - at), letters + at, s->row.line);
	return label.ptr != NULL ? label : s->out->header.names[column];
}

static void note(struct scanning *s, const struct finding *f, int column)
{
	struct finding whole = *f;

	whole.file = s->setup->file;
	whole.line = s->row.line;
	whole.column = column_label(s, column);
	findings_add(s->setup->findings, &whole);
}

void scan_note(struct scanning *s, enum code code, int column, struct slice value, struct slice detail)
{
	note(s, &(struct finding){ .code = code, .value = value, .detail = detail }, column);
}

void scan_note_personal(struct scanning *s, enum code code, int column, struct slice value, struct slice detail)
{
	note(s, &(struct finding){ .code = code, .personal = true, .value = value, .detail = detail }, column);
}

static enum cell_kind kind_of(const struct scanning *s, int column)
{
	return s->table.ops->kind(s->table.reader, (size_t)column);
}

/* A stored number has a point; where the layout's amounts have a comma, it gets one. `i` counts role columns. */
static struct slice in_layout_style(struct scanning *s, size_t i, struct slice value)
{
	char decimal = s->out->layout->money.decimal, *copy = s->plain[i], *point;

	if (decimal == '.' || value.len == 0 || value.len > sizeof s->plain[i] ||
	    (kind_of(s, s->role_columns[i]) != CELL_NUMBER && kind_of(s, s->role_columns[i]) != CELL_FORMULA))
		return value;
	memcpy(copy, value.ptr, value.len);
	point = memchr(copy, '.', value.len);
	if (point != NULL)
		*point = decimal;
	return (struct slice){ copy, value.len };
}

static void take_values(struct scanning *s)
{
	for (size_t i = 0; i < s->role_column_count; i++) {
		int column = s->role_columns[i];

		s->values[column] = in_layout_style(s, i, s->table.ops->value(s->table.reader, (size_t)column));
	}
}

/* Also those without a role: few rows are asked for them. */
static void take_all_values(struct scanning *s)
{
	for (size_t i = 0; i < s->out->header.column_count; i++)
		s->values[i] = s->table.ops->value(s->table.reader, i);
	take_values(s);
}

enum status scan_cell(const struct scanning *s, int column, struct cell *out)
{
	const struct layout *l = s->out->layout;
	struct slice value = slice_trim(s->values[column]);

	*out = (struct cell){ .style = { 0 } };
	if (!s->table.ops->place(s->table.reader, (size_t)column, s->setup->arena, &out->place))
		return STATUS_FAIL;
	if (amount_read(l, true, value, &(struct money){ 0 }) == AMOUNT_OK)
		out->style = cell_style_of(l, value);
	return STATUS_OK;
}

/* A line end inside a field: only where the layout names the column, and not where the field has swallowed a row. */
static bool lines_in_fields_allowed(struct scanning *s)
{
	if (!s->row.multiline || s->out->container != CONTAINER_CSV)
		return true;
	take_all_values(s);
	for (size_t i = 0; i < s->row.count; i++) {
		struct slice rest = s->values[i];
		bool allowed = s->out->header.may_hold_lines[i];

		if (rest.len == 0 || memchr(rest.ptr, '\n', rest.len) == NULL)
			continue;
		while (allowed && rest.ptr != NULL) {
			struct slice line = slice_cut(&rest, '\n');
			size_t delimiters = 0, digits = 0;

			for (size_t k = 0; k < line.len; k++) {
				delimiters += line.ptr[k] == s->delimiter ? 1 : 0;
				digits = ascii_is_digit(line.ptr[k]) ? digits + 1 : 0;
				allowed = allowed && digits != NIP_DIGITS;
			}
			allowed = allowed && delimiters + 1 < s->out->header.column_count;
		}
		if (allowed)
			continue;
		scan_note(s, N0114_CSV_LINE_END_IN_FIELD, (int)i, (struct slice){ 0 }, (struct slice){ 0 });
		return false;
	}
	return true;
}

static bool is_repeated_header(struct scanning *s)
{
	const struct header *h = &s->out->header;
	int nip = h->of_role[ROLE_NIP], net = h->of_role[ROLE_BERSIH];

	return slice_equal(slice_trim(s->values[nip]), h->names[nip]) && slice_equal(slice_trim(s->values[net]), h->names[net]);
}

static bool is_money_column(const struct header *h, int column)
{
	bool is = column == h->of_role[ROLE_KOTOR] || column == h->of_role[ROLE_POTONGAN] || column == h->of_role[ROLE_BERSIH];

	for (size_t i = 0; i < h->voluntary_count; i++)
		is = is || column == h->voluntary[i];
	return is;
}

static void note_amount(struct scanning *s, enum amount_fault fault, int column)
{
	static const enum code codes[] = {
		[AMOUNT_NEGATIVE] = N0201_MONEY_NEGATIVE,    [AMOUNT_TOO_LARGE] = N0202_MONEY_TOO_LARGE,
		[AMOUNT_NOT_A_NUMBER] = N0203_MONEY_NOT_A_NUMBER, [AMOUNT_NOT_ASCII] = N0143_KEY_NOT_ASCII,
		[AMOUNT_OVERFLOW] = N0204_MONEY_SUM_OVERFLOW,
	};

	scan_note(s, codes[fault], column, s->values[column], (struct slice){ 0 });
}

static bool tally_add(struct tally *t, const struct row_money *m)
{
	t->rows++;
	return money_add(t->gross, m->gross, &t->gross) && money_add(t->cuts, m->cuts, &t->cuts) &&
	       money_add(t->net, m->net, &t->net);
}

/* The sums of the file, and of the rows since the last sub-total. */
static bool add_up(struct scanning *s, const struct row_money *m)
{
	struct row_money *since = &s->since_subtotal;

	return tally_add(&s->out->tally, m) && money_add(since->gross, m->gross, &since->gross) &&
	       money_add(since->cuts, m->cuts, &since->cuts) && money_add(since->net, m->net, &since->net);
}

/* kotor - potongan = bersih. On a person with a ruling the law holds the ruling instead. */
static void check_arithmetic(struct scanning *s, const struct row_money *m, const struct person *p)
{
	bool sums = row_money_sums(m);
	int net = s->out->header.of_role[ROLE_BERSIH];

	s->setup->checked[CHECK_ARITHMETIC]++;
	if (!sums && s->row.unterminated)
		scan_note(s, N0128_LAST_ROW_CUT, net, s->values[net], (struct slice){ 0 });
	else if (!sums && p == NULL)
		scan_note(s, N0206_ROW_ARITHMETIC, net, s->values[net], (struct slice){ 0 });
}

static void check_period(struct scanning *s)
{
	int column = s->out->header.of_role[ROLE_PERIODE];
	const struct layout *l = s->out->layout;
	char wanted[8];
	month_no month;
	unsigned styles = 0;

	if (column == NO_COLUMN)
		return;
	for (size_t i = 0; i < l->column_count; i++)
		styles |= l->columns[i].period_styles;
	if (kind_of(s, column) == CELL_DATE)
		styles = PERIOD_ISO;
	s->setup->checked[CHECK_PERIOD]++;
	month_format(s->period, wanted);
	if (!period_read(styles, s->values[column], &month))
		scan_note(s, N0135_PERIOD_UNREADABLE, column, s->values[column],
		          slice_from_c(s->period != MONTH_NONE ? wanted : "YYYY-MM"));
	else if (s->period == MONTH_NONE)
		s->period = month;
	else if (month != s->period)
		scan_note(s, N0134_PERIOD_MISMATCH, column, s->values[column], slice_from_c(wanted));
}

/* The account cell as text without ="..." and a leading apostrophe; refused when it is a formula or not ASCII. */
static struct slice check_account(struct scanning *s)
{
	int column = s->out->header.of_role[ROLE_REKENING];
	struct slice cell;

	if (column == NO_COLUMN)
		return (struct slice){ 0 };
	cell = slice_trim(s->values[column]);
	s->setup->checked[CHECK_ACCOUNT]++;
	if (cell.len >= 3 && slice_starts_with(cell, SLICE("=\"")) && cell.ptr[cell.len - 1] == '"')
		cell = slice_sub(cell, 2, cell.len - 3);
	if (cell.len > 0 && cell.ptr[0] == '\'')
		cell = slice_sub(cell, 1, cell.len);
	if (cell.len > 1 && (cell.ptr[0] == '=' || cell.ptr[0] == '+' || cell.ptr[0] == '@' || cell.ptr[0] == '-'))
		scan_note_personal(s, N0144_KEY_FORMULA, column, cell, (struct slice){ 0 });
	for (size_t i = 0; i < cell.len; i++) {
		if ((unsigned char)cell.ptr[i] < 0x80)
			continue;
		scan_note_personal(s, N0143_KEY_NOT_ASCII, column, cell, (struct slice){ 0 });
		break;
	}
	return cell;
}

/* The set of NIPs gets its size when enough rows were seen to tell how many there will be, a few more than that. False:
 * memory. */
static bool make_room(struct scanning *s, struct number_set *seen)
{
	uint64_t rows = s->out->tally.rows, passed = s->row.offset;

	if (s->estimated || rows < ROWS_TO_ESTIMATE || s->setup->size <= passed)
		return true;
	s->estimated = true;
	return number_set_reserve(seen, seen->count + (s->setup->size - passed) / (passed / rows) * 65 / 64);
}

/* A NIP that stands before already among the counted rows of its kind. */
static enum status check_twice(struct scanning *s, uint64_t nip, const struct person *p)
{
	char text[NIP_DIGITS + 1], first[24];
	uint32_t tag = s->row.line < UINT32_MAX ? (uint32_t)s->row.line : UINT32_MAX, before;
	struct number_set *seen = s->setup->seen != NULL ? &s->setup->seen[s->out->layout->kind] : NULL;

	if (seen == NULL)
		return STATUS_OK;
	if (!make_room(s, seen))
		return STATUS_FAIL;
	s->setup->checked[CHECK_TWICE]++;
	switch (number_set_add(seen, nip, tag, &before)) {
	case NUMBER_NO_MEMORY:
		return STATUS_FAIL;
	case NUMBER_KNOWN:
		nip_format(nip, text);
		(void)snprintf(first, sizeof first, "%" PRIu32, before);
		findings_add(s->setup->findings, &(struct finding){
			.code = p != NULL ? N0145_NIP_TWICE_RULING : N0146_NIP_TWICE, .personal = true, .file = s->setup->file,
			.line = s->row.line, .column = s->out->header.names[s->out->header.of_role[ROLE_NIP]],
			.value = slice_from_c(text), .detail = slice_from_c(first), .nip = slice_from_c(text),
		});
		break;
	case NUMBER_NEW:
		break;
	}
	return STATUS_OK;
}

static bool counts(const struct scanning *s)
{
	int column = s->out->header.count_column;

	return column == NO_COLUMN || slice_equal(slice_trim(s->values[column]), s->out->layout->count_value);
}

static enum status keep_match(struct scanning *s, struct match *m)
{
	struct scan *out = s->out;
	struct match *matches = arena_grow(s->setup->arena, out->matches, out->match_count, &out->match_room, sizeof *matches);

	if (matches == NULL || s->setup->arena->exhausted)
		return STATUS_FAIL;
	out->matches = matches;
	out->matches[out->match_count++] = *m;
	return STATUS_OK;
}

/* A cell that is about to change. A zero mark does not say how amounts are written, so its neighbour speaks for it. */
static enum status amount_cell(const struct scanning *s, enum role role, struct cell *out)
{
	int column = s->out->header.of_role[role], gross = s->out->header.of_role[ROLE_KOTOR];
	struct slice value = slice_trim(s->values[column]);
	struct cell_style beside = cell_style_of(s->out->layout, slice_trim(s->values[gross]));
	enum status status = scan_cell(s, column, out);

	if (value.len == 0 || (value.len == 1 && value.ptr[0] == '-'))
		out->style.decimals = beside.decimals;
	out->style.grouped = out->style.grouped || beside.grouped;
	return status;
}

/* The voluntary columns of the row, one by one; row_money_read has accepted them. */
static const struct money *voluntary_columns(const struct scanning *s)
{
	const struct header *h = &s->out->header;
	struct money *parts = arena_array(s->setup->arena, h->voluntary_count, sizeof *parts);

	for (size_t i = 0; parts != NULL && i < h->voluntary_count; i++)
		(void)amount_read(h->layout, h->is_signed[h->voluntary[i]], s->values[h->voluntary[i]], &parts[i]);
	return parts;
}

static enum status take_match(struct scanning *s, struct person *p, const struct row_money *m, bool counted,
                              struct slice account, size_t department)
{
	const struct scan_setup *setup = s->setup;
	struct match match = {
		.person = p, .offset = s->row.offset, .line = s->row.line, .department = department,
		.voluntary = p->nip == setup->explained ? voluntary_columns(s) : NULL,
		.row = {
			.file = setup->file_index, .line = s->row.line, .kind = s->out->layout->kind, .adjusted = setup->adjusted,
			.counted = counted && rules_source(setup->rules, s->out->layout->kind) >= 0,
			.sums = row_money_sums(m),
			.name = arena_copy(setup->arena, s->values[s->out->header.of_role[ROLE_NAMA]]),
			.account = arena_copy(setup->arena, account),
			.gross = m->gross, .cuts = m->cuts, .net = m->net, .voluntary = m->voluntary,
		},
	};

	enum status status = amount_cell(s, ROLE_POTONGAN, &match.cuts);

	if (status == STATUS_OK)
		status = amount_cell(s, ROLE_BERSIH, &match.net);
	return status == STATUS_OK ? keep_match(s, &match) : status;
}

/* Cells of a sheet whose values are not what they seem. */
static bool kinds_are_sound(struct scanning *s)
{
	const struct header *h = &s->out->header;
	bool sound = true;

	if (s->out->container == CONTAINER_CSV)
		return true;
	for (size_t i = 0; i < s->role_column_count; i++) {
		int column = s->role_columns[i];
		bool account = column == h->of_role[ROLE_REKENING], key = account || is_money_column(h, column);
		enum cell_kind kind = kind_of(s, column);
		enum code code = kind == CELL_ERROR ? N0193_CELL_IS_ERROR
		                 : kind == CELL_FORMULA ? N0192_CELL_IS_FORMULA
		                 : kind == CELL_NUMBER ? N0191_KEY_IS_NUMBER : N0203_MONEY_NOT_A_NUMBER;

		if (kind == CELL_TEXT || !key || (kind == CELL_NUMBER && !account))
			continue;
		sound = false;
		if (account)
			scan_note_personal(s, code, column, s->values[column], (struct slice){ 0 });
		else
			scan_note(s, code, column, s->values[column], (struct slice){ 0 });
	}
	return sound;
}

static enum status data_row(struct scanning *s, uint64_t nip)
{
	struct person *p = nip != 0 && s->setup->roster != NULL ? roster_find(s->setup->roster, nip) : NULL;
	bool counted = counts(s);
	struct row_money money = { 0 };
	struct slice account = check_account(s);
	size_t department;
	int column = NO_COLUMN;
	enum amount_fault fault = row_money_read(&s->out->header, s->values, &money, &column);
	enum status status;

	s->setup->checked[CHECK_MONEY]++;
	s->last_line = s->row.line;
	s->counted = counted;
	check_period(s);
	s->seen = kinds_are_sound(s) ? SEEN_DATA : SEEN_REFUSED;
	if (s->seen != SEEN_DATA || fault != AMOUNT_OK) {
		if (fault != AMOUNT_OK)
			note_amount(s, fault, column);
		s->out->tally.rows++;
		return STATUS_OK;
	}
	check_arithmetic(s, &money, p);
	if (!add_up(s, &money)) {
		scan_note(s, N0204_MONEY_SUM_OVERFLOW, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
		return STATUS_REJECT;
	}
	s->out->tally.counted += counted ? 1 : 0;
	s->out->tally.without_nip += nip == 0 ? 1 : 0;
	status = scan_department(s, money.net, &department);
	if (status == STATUS_OK && nip != 0 && counted)
		status = check_twice(s, nip, p);
	if (status == STATUS_OK && p != NULL)
		status = take_match(s, p, &money, counted, account, department);
	return status;
}

/* Titles and the like, which are copied. False: memory. */
static bool pass(struct scanning *s, enum seen seen)
{
	s->seen = seen;
	s->out->tally.passed++;
	return scan_apart(s);
}

static enum status total(struct scanning *s, enum seen seen)
{
	s->seen = seen;
	return scan_apart(s) ? scan_total(s, seen == SEEN_SUBTOTAL) : STATUS_FAIL;
}

static void refuse_undeclared(struct scanning *s)
{
	scan_note(s, N0129_TOTAL_UNDECLARED, NO_COLUMN, (struct slice){ 0 }, s->out->layout->id);
}

/* A row without a NIP that is no person's. STATUS_END: it may be one's. */
static enum status row_apart(struct scanning *s)
{
	take_all_values(s);
	switch (row_classify(&s->out->header, s->values, &s->scratch)) {
	case ROW_TOTAL:
		return total(s, SEEN_TOTAL);
	case ROW_SUBTOTAL:
		return total(s, SEEN_SUBTOTAL);
	case ROW_TITLE:
		return pass(s, SEEN_TITLE) ? STATUS_OK : STATUS_FAIL;
	case ROW_END:
		s->ended = true;
		s->seen = SEEN_END;
		s->out->tally.passed++;
		return STATUS_OK;
	case ROW_DATA:
		break;
	}
	return s->scratch.failed ? STATUS_FAIL : STATUS_END;
}

/* A cell in the NIP column that is no NIP: a total row, a second header, or somebody without one. */
static enum status row_without_nip(struct scanning *s, enum nip_cell cell)
{
	int column = s->out->header.of_role[ROLE_NIP];
	enum status status = row_apart(s);

	if (status != STATUS_END)
		return status;
	if (is_repeated_header(s)) {
		scan_note(s, N0125_HEADER_REPEATED, NO_COLUMN, (struct slice){ 0 }, (struct slice){ 0 });
		return STATUS_OK;
	}
	if (slice_trim(s->values[s->out->header.of_role[ROLE_NAMA]]).len == 0 || /* nobody's row: sums without a word */
	    row_looks_total(s->values, s->out->header.column_count, &s->scratch)) {
		refuse_undeclared(s);
		return STATUS_OK;
	}
	if (cell == NIP_STRANGE)
		scan_note_personal(s, N0142_NIP_STRANGE, column, s->values[column], (struct slice){ 0 });
	return data_row(s, 0);
}

static enum status refuse_nip(struct scanning *s, enum code code)
{
	int column = s->out->header.of_role[ROLE_NIP];

	scan_note_personal(s, code, column, s->values[column], (struct slice){ 0 });
	return STATUS_OK;
}

/* 18 digits do not survive as a number, and what a formula shows may be old. */
static enum status row_with_stored_nip(struct scanning *s, enum cell_kind kind)
{
	enum status status = row_apart(s);

	if (status != STATUS_END)
		return status;
	return refuse_nip(s, kind == CELL_NUMBER ? N0191_KEY_IS_NUMBER
	                     : kind == CELL_ERROR ? N0193_CELL_IS_ERROR : N0192_CELL_IS_FORMULA);
}

static enum status row_by_nip(struct scanning *s)
{
	uint64_t nip = 0;

	switch (nip_read_cell(s->values[s->out->header.of_role[ROLE_NIP]], &nip)) {
	case NIP_GOOD:
		if (s->setup->seen != NULL)
			number_set_expect(&s->setup->seen[s->out->layout->kind], nip);
		return data_row(s, nip);
	case NIP_ABSENT:
		return row_without_nip(s, NIP_ABSENT);
	case NIP_STRANGE:
		return row_without_nip(s, NIP_STRANGE);
	case NIP_DAMAGED:
		return refuse_nip(s, N0141_NIP_DAMAGED);
	case NIP_NOT_ASCII:
		return refuse_nip(s, N0143_KEY_NOT_ASCII);
	case NIP_FORMULA:
		return refuse_nip(s, N0144_KEY_FORMULA);
	}
	return STATUS_OK;
}

/* CSV has as many fields in every row; elsewhere empty cells at the end may be missing, or stand there without a header. */
static bool has_the_columns(struct scanning *s)
{
	size_t wanted = s->out->header.column_count, count = s->row.count;
	char found[24], expected[24];

	if (s->out->container != CONTAINER_CSV)
		while (count > wanted && slice_trim(s->table.ops->value(s->table.reader, count - 1)).len == 0)
			count--;
	if (count == wanted || (count < wanted && s->out->container != CONTAINER_CSV))
		return true;
	(void)snprintf(found, sizeof found, "%zu", count);
	(void)snprintf(expected, sizeof expected, "%zu", wanted);
	scan_note(s, N0117_CSV_FIELD_COUNT, NO_COLUMN, slice_from_c(found), slice_from_c(expected));
	return false;
}

/* Behind the end stand signatures and dates; a NIP or net pay in its column would be a person left out. */
static void row_behind_end(struct scanning *s)
{
	const struct header *h = &s->out->header;
	struct slice net = SLICE("");
	uint64_t nip;
	enum nip_cell cell = NIP_ABSENT;

	s->seen = SEEN_BEHIND_END;
	s->out->tally.passed++;
	if ((size_t)h->of_role[ROLE_NIP] < s->row.count)
		cell = nip_read_cell(s->table.ops->value(s->table.reader, (size_t)h->of_role[ROLE_NIP]), &nip);
	if ((size_t)h->of_role[ROLE_BERSIH] < s->row.count)
		net = slice_trim(s->table.ops->value(s->table.reader, (size_t)h->of_role[ROLE_BERSIH]));
	if (cell == NIP_GOOD || cell == NIP_DAMAGED ||
	    (net.len > 1 && amount_read(h->layout, true, net, &(struct money){ 0 }) == AMOUNT_OK))
		scan_note(s, N0197_ROW_BEHIND_END, NO_COLUMN, (struct slice){ 0 }, h->layout->id);
}

/* 1, 2, 3, ... under the header, blanks between them allowed. */
static bool is_column_numbers(const struct scanning *s)
{
	uint64_t before = 0, number;
	size_t numbers = 0;

	if (!s->out->layout->numbered || s->out->tally.rows > 0)
		return false;
	for (size_t i = 0; i < s->row.count; i++) {
		struct slice cell = slice_trim(s->table.ops->value(s->table.reader, i));

		if (cell.len == 0)
			continue;
		if (!slice_to_u64(cell, &number) || number != before + 1)
			return false;
		before = number;
		numbers++;
	}
	return numbers >= 3;
}

enum status scan_row(struct scanning *s)
{
	enum cell_kind kind;

	s->setup->checked[CHECK_STRUCTURE]++;
	if (s->ended || (s->saw_total && s->out->layout->ends_at_total)) {
		row_behind_end(s);
		return STATUS_OK;
	}
	if (is_column_numbers(s))
		return pass(s, SEEN_NUMBERS) ? STATUS_OK : STATUS_FAIL;
	if (!has_the_columns(s))
		return STATUS_OK;
	take_values(s);
	if (!lines_in_fields_allowed(s))
		return STATUS_OK;
	s->setup->checked[CHECK_NIP]++;
	kind = kind_of(s, s->out->header.of_role[ROLE_NIP]);
	if (kind != CELL_TEXT)
		return row_with_stored_nip(s, kind);
	return row_by_nip(s);
}
