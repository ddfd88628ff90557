/* Rulings in rows: each row is put into the tree that XML would have given, and what reads that tree reads this one. */
#include "rulings_rows.h"
#include "rulings_table.h"
#include "xml_value.h"

#include <inttypes.h>

static bool says(const struct rows *s, enum rulings_part part, enum rulings_column but)
{
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		if (rulings_columns[c].part == part && c != but && s->cells[c].len > 0)
			return true;
	return false;
}

/* The case is complete: what it lacks is said, and a good one is handed over. */
static enum status finish_case(struct rows *s)
{
	struct case_in_rows *c = &s->present;
	uint64_t before = s->faults;
	enum status status = STATUS_OK;

	if (c->ruling == NULL)
		return STATUS_OK;
	rows_require(s, c->ruling);
	if (!c->refused && s->faults == before && !s->scratch.exhausted)
		status = rulings_take(s->taking, &c->ruling->node);
	s->faults = before; /* those of the row that comes now are its own case's */
	*c = (struct case_in_rows){ 0 };
	return s->scratch.exhausted || status == STATUS_FAIL ? STATUS_FAIL : STATUS_OK;
}

static void start_case(struct rows *s)
{
	static const struct arena_mark begin = { 0 };
	struct case_in_rows *c = &s->present;

	arena_rewind(&s->scratch, begin);
	c->line = s->row.line;
	for (size_t i = 0; i < RULINGS_COLUMN_COUNT; i++)
		c->first[i] = arena_copy(&s->scratch, s->cells[i]);
	c->ruling = branch_root(&s->scratch, rulings_root.children[0].element, s->row.line);
	(void)branch_reach(&s->scratch, c->ruling, SLICE("asn"), s->row.line);
	(void)branch_reach(&s->scratch, c->ruling, SLICE("mantan"), s->row.line);
	if (c->ruling == NULL)
		return;
	rows_place_part(s, c->ruling, PART_CASE);
	rows_place_part(s, c->ruling, PART_RULING);
}

/* What the row says otherwise than an earlier one, whose line is given. */
static void refuse_differing(struct rows *s, enum rulings_column c, struct slice earlier, uint64_t line)
{
	if (!slice_equal(s->cells[c], earlier))
		rows_refuse_value(s, N0523_ROWS_DIFFER, c, arena_printf(&s->of_row, "%" PRIu64, line));
}

/* A further row of a case repeats the whole ruling or nothing of it: one cell alone that was cleared is a
 * contradiction. */
static void compare_ruling(struct rows *s)
{
	const struct case_in_rows *p = &s->present;

	if (!says(s, PART_RULING, RULINGS_COLUMN_COUNT))
		return;
	for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
		if (rulings_columns[c].part == PART_RULING)
			refuse_differing(s, (enum rulings_column)c, p->first[c], p->line);
}

/* The first row says of which list all of them are; later ones may leave it out. */
static enum status hold_list(struct rows *s)
{
	uint64_t before = s->faults;

	if (s->list != NULL) {
		for (size_t c = 0; c < RULINGS_COLUMN_COUNT; c++)
			if (rulings_columns[c].part == PART_LIST && s->cells[c].len > 0)
				refuse_differing(s, (enum rulings_column)c, *branch_value(s->list, rulings_columns[c].attribute), s->list->node.line);
		return STATUS_OK;
	}
	s->list = branch_root(&s->whole, &rulings_root, s->row.line);
	if (s->list == NULL)
		return STATUS_FAIL;
	rows_place_part(s, s->list, PART_LIST);
	rows_require_attributes(s, s->list);
	for (size_t i = 0; rulings_root.attributes[i].name != NULL; i++)
		s->list->values[i] = arena_copy(&s->whole, s->list->values[i]);
	return s->faults == before ? rulings_take_list(s->taking, &s->list->node) : STATUS_OK;
}

static void add_child(struct rows *s)
{
	if (s->cells[RC_ID_ANAK].len == 0)
		rows_refuse_empty(s, RC_ID_ANAK);
	else
		rows_place_part(s, branch_add(&s->scratch, s->present.ruling, SLICE("anak"), s->row.line), PART_CHILD);
}

static void refuse_stray(struct rows *s, enum rulings_column c)
{
	rows_refuse_value(s, N0524_ROWS_VALUE_STRAY, c, arena_printf(&s->of_row, "hak %.*s", SLICE_ARG(s->cells[RC_HAK])));
}

static void place_terms(struct rows *s, struct branch *award)
{
	for (size_t c = RC_CARA; c < RC_ID_ANAK; c++) {
		if (s->cells[c].len == 0)
			continue;
		if (branch_value(award, rulings_columns[c].attribute) != NULL)
			rows_place(s, award, (enum rulings_column)c);
		else
			refuse_stray(s, (enum rulings_column)c);
	}
}

static bool is_hak(struct slice s)
{
	struct xml_value type = rulings_column_value(RC_HAK);

	return xml_value_ok(&type, s);
}

/* The award of the row; one of a single child may describe that child as well. */
static void add_award(struct rows *s)
{
	struct branch *amar = branch_reach(&s->scratch, s->present.ruling, SLICE("amar"), s->row.line), *award;
	struct slice *child;

	award = branch_add(&s->scratch, amar, s->cells[RC_HAK], s->row.line);
	if (award == NULL)
		return;
	place_terms(s, award);
	child = branch_value(award, "anak");
	if (child == NULL) {
		for (size_t c = RC_ID_ANAK; c < RC_CATATAN; c++)
			if (s->cells[c].len > 0)
				refuse_stray(s, (enum rulings_column)c);
		return;
	}
	if (s->cells[RC_ID_ANAK].len > 0)
		*child = arena_copy(&s->scratch, s->cells[RC_ID_ANAK]);
	if (says(s, PART_CHILD, RC_ID_ANAK))
		add_child(s);
}

/* A row without an award describes a child, or is the first of a case and says nothing but the ruling. */
static void add_no_award(struct rows *s, bool first)
{
	if (says(s, PART_AWARD, RC_HAK))
		rows_refuse_empty(s, RC_HAK);
	else if (says(s, PART_CHILD, RULINGS_COLUMN_COUNT))
		add_child(s);
	else if (!first)
		rows_refuse_value(s, N0501_CASE_TWICE, RC_NOMOR, (struct slice){ 0 });
}

static bool continues_case(const struct rows *s)
{
	const struct case_in_rows *p = &s->present;

	return p->ruling != NULL && slice_equal(s->cells[RC_NOMOR], p->first[RC_NOMOR]) &&
	       slice_equal(s->cells[RC_ENTRI], p->first[RC_ENTRI]);
}

/* The row's part of its case. */
static enum status take_of_case(struct rows *s)
{
	bool first = !continues_case(s);
	enum status status = first ? finish_case(s) : STATUS_OK;

	if (status != STATUS_OK)
		return status;
	if (first)
		start_case(s);
	else
		compare_ruling(s);
	if (s->present.ruling == NULL)
		return STATUS_FAIL;
	if (s->cells[RC_HAK].len == 0)
		add_no_award(s, first);
	else if (is_hak(s->cells[RC_HAK]))
		add_award(s);
	else
		rows_refuse_value(s, N0414_XML_VALUE_BAD, RC_HAK, slice_from_c(rulings_column_value(RC_HAK).words));
	return STATUS_OK;
}

static bool has_right_width(struct rows *s)
{
	if (s->table->ops->split == NULL || s->row.count == s->width)
		return true;
	rows_refuse(s, N0117_CSV_FIELD_COUNT, NULL, arena_printf(&s->of_row, "%zu", s->row.count),
	            arena_printf(&s->of_row, "%zu", s->width));
	return false;
}

static enum status take_row(struct rows *s)
{
	static const struct arena_mark begin = { 0 };
	uint64_t before = s->faults;
	enum status status;

	arena_rewind(&s->of_row, begin);
	if (s->row.blank || !has_right_width(s) || !rows_read_cells(s))
		return STATUS_OK;
	if (s->table->ops->split != NULL && s->row.multiline) /* an unbalanced quote may have taken a row along */
		rows_refuse(s, N0114_CSV_LINE_END_IN_FIELD, NULL, (struct slice){ 0 }, (struct slice){ 0 });
	s->hidden += s->row.hidden ? 1 : 0;
	status = hold_list(s);
	if (status == STATUS_OK && s->cells[RC_NOMOR].len > 0)
		status = take_of_case(s);
	else if (status == STATUS_OK && (says(s, PART_CASE, RC_NOMOR) || says(s, PART_RULING, RULINGS_COLUMN_COUNT) ||
	                                 says(s, PART_AWARD, RULINGS_COLUMN_COUNT) || says(s, PART_CHILD, RULINGS_COLUMN_COUNT)))
		rows_refuse_empty(s, RC_NOMOR);
	s->present.refused = s->present.refused || s->faults > before;
	return s->of_row.exhausted ? STATUS_FAIL : status;
}

/* A merged cell stands in its first row only, and the others would say nothing. */
static void check_merges(struct rows *s)
{
	const struct merge *merges = NULL;
	size_t count = s->table->ops->merges != NULL ? s->table->ops->merges(s->table->reader, &merges) : 0;

	for (size_t i = 0; i < count; i++) {
		if (merges[i].last_row <= s->header_line)
			continue;
		s->row.line = merges[i].first_row;
		rows_refuse(s, N0194_CELLS_MERGED, NULL,
		            arena_printf(&s->of_row, "%" PRIu64 "-%" PRIu64, merges[i].first_row, merges[i].last_row), (struct slice){ 0 });
	}
}

/* What only the end shows. */
static enum status finish(struct rows *s)
{
	enum status status = finish_case(s);

	if (status != STATUS_OK)
		return status;
	if (s->list == NULL && s->faults == 0) {
		s->row.line = s->header_line;
		rows_refuse_empty(s, RC_PENGADILAN);
	}
	check_merges(s);
	if (s->hidden > 0)
		findings_add(s->taking->findings, &(struct finding){
			.code = N0195_ROWS_HIDDEN, .file = s->taking->out->file, .value = arena_printf(&s->of_row, "%" PRIu64, s->hidden),
		});
	return s->of_row.exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status rulings_from_rows(struct rulings_taking *taking, const struct table *table)
{
	struct rows s = { .taking = taking, .table = table };
	size_t first_finding = taking->findings->count;
	enum status status = rows_find_header(&s);

	while (status == STATUS_OK) {
		status = table->ops->next(table->reader, &s.row);
		if (status == STATUS_OK)
			status = take_row(&s);
	}
	if (status == STATUS_END)
		status = finish(&s);
	findings_sort_lines(taking->findings, first_finding);
	arena_release(&s.whole);
	arena_release(&s.scratch);
	arena_release(&s.of_row);
	return status;
}
