/* Rulings, whatever contains them: XML, or rows of a CSV or a workbook. */
#include "rulings_private.h"
#include "rulings_table.h"

#include <nafkah/csv.h>
#include <nafkah/csv_table.h>
#include <nafkah/formats.h>
#include <nafkah/workbook.h>

static enum status from_xml(struct rulings_taking *t, struct slice bytes)
{
	struct xml_document doc = {
		.root = &rulings_root, .namespace_uri = "urn:nafkah:putusan:1", .root_open = rulings_take_list, .child = rulings_take,
		.context = t,
	};

	return xml_read(bytes, &doc, t->out->file, t->findings);
}

static enum status from_table(struct rulings_taking *t, const struct table *table)
{
	enum status status;

	if (table->reader == NULL)
		return STATUS_FAIL;
	t->from_rows = true;
	status = rulings_from_rows(t, table);
	table->ops->free(table->reader);
	return status;
}

/* The sheet "putusan", as in the template, or the only one with data. */
static enum status from_workbook(struct rulings_taking *t, struct slice bytes)
{
	static const struct slice names[] = { { "putusan", 7 } };
	struct workbook *w = NULL;
	enum status status = workbook_open(bytes, t->out->file, t->findings, &w);

	if (status == STATUS_OK)
		status = workbook_choose(w, names, 1, false);
	if (status == STATUS_OK)
		status = from_table(t, &(struct table){ .ops = &sheet_ops, .reader = sheet_open(w) });
	workbook_free(w);
	return status;
}

static enum status from_csv(struct rulings_taking *t, struct slice bytes)
{
	void *reader = csv_table_open(bytes_of(&bytes), CSV_DELIMITER_UNKNOWN, t->out->file, t->findings);

	return from_table(t, &(struct table){ .ops = &csv_table_ops, .reader = reader });
}

enum status rulings_read(struct slice bytes, struct slice file, struct arena *a, struct rulings *out,
                         struct findings *findings)
{
	struct rulings rulings = { .file = file };
	struct rulings_taking t = { .out = &rulings, .arena = a, .findings = findings };
	uint64_t refused = findings->per_level[LEVEL_TOLAK];
	enum status status;

	if (xml_looks_like(bytes))
		status = from_xml(&t, bytes);
	else if (slice_starts_with(bytes, SLICE("PK\3\4")))
		status = from_workbook(&t, bytes);
	else
		status = from_csv(&t, bytes);
	if (status == STATUS_FAIL)
		return status;
	rulings_check(&rulings, a, findings);
	if (a->exhausted)
		return STATUS_FAIL;
	*out = rulings;
	return status == STATUS_OK && findings->per_level[LEVEL_TOLAK] > refused ? STATUS_REJECT : status;
}
