/* `nafkah explain`: the month is computed as for `check`, and one person of it is written down. */
#include <nafkah/job.h>

#include <nafkah/explain.h>
#include <nafkah/nip.h>
#include <nafkah/register_paper.h>

static const struct person *find_person(struct cycle *c)
{
	const struct person *p = roster_find(&c->roster, c->request->nip);
	char nip[NIP_DIGITS + 1];

	if (p != NULL)
		return p;
	nip_format(c->request->nip, nip);
	findings_add(c->findings, &(struct finding){
		.code = N0721_NO_RULING_OF_NIP, .personal = true, .file = c->rulings_document.name, .value = slice_from_c(nip),
		.detail = c->rulings_document.name,
	});
	return NULL;
}

/* ---- a finished folder against what was computed again ---- */

/* Whether the record that begins at `text` names the NIP as a field of its own. */
static bool names(struct slice line, const char *nip)
{
	struct slice rest = line;

	while (rest.ptr != NULL)
		if (slice_equal(slice_cut(&rest, ','), slice_from_c(nip)))
			return true;
	return false;
}

/* The lines of a list that name the person; no field of ours holds a line end. */
static struct slice lines_of(struct cycle *c, struct slice list, const char *nip)
{
	struct buf lines = { 0 };
	struct slice copy;

	while (list.ptr != NULL) {
		struct slice line = slice_cut(&list, '\n');

		if (!names(line, nip))
			continue;
		buf_append(&lines, line);
		buf_char(&lines, '\n');
	}
	copy = arena_copy(&c->arena, buf_slice(&lines));
	if (lines.failed)
		c->arena.exhausted = true;
	buf_release(&lines);
	return copy;
}

static enum status compare_list(struct cycle *c, const char *name, const struct buf *computed)
{
	struct slice written, expected, found;
	char nip[NIP_DIGITS + 1];
	enum status status = sealed_file(c->evidence, name, &c->arena, &written);

	nip_format(c->request->nip, nip);
	expected = lines_of(c, buf_slice(computed), nip);
	found = lines_of(c, written, nip);
	if (status == STATUS_FAIL || computed->failed || c->arena.exhausted)
		return STATUS_FAIL;
	if (status == STATUS_OK && slice_equal(expected, found))
		return STATUS_OK;
	findings_add(c->findings, &(struct finding){
		.code = N0723_COMPUTED_OTHERWISE, .personal = true, .file = slice_from_c(name), .value = slice_from_c(nip),
		.detail = slice_from_c(name),
	});
	return STATUS_REJECT;
}

static enum status compare(struct cycle *c)
{
	struct buf list = { 0 };
	enum status status;

	register_write(c->cases, c->case_count, c->request->period, &list);
	status = compare_list(c, "pelaksanaan.csv", &list);
	buf_clear(&list);
	transfers_write(&c->transfers, c->request->period, &list);
	if (status == STATUS_OK)
		status = compare_list(c, "transfer.csv", &list);
	buf_release(&list);
	return status;
}

/* ---- what the explanation needs of the cycle ---- */

static struct explain_file file_of(const struct pay_file *f)
{
	const struct header *h = &f->scan.header;
	struct explain_file file = {
		.name = f->name, .hash = slice_from_c(f->hash.hex), .layout = f->scan.layout->id, .kind = f->scan.layout->kind,
		.adjusted = f->adjusted, .gross = h->names[h->of_role[ROLE_KOTOR]], .cuts = h->names[h->of_role[ROLE_POTONGAN]],
		.net = h->names[h->of_role[ROLE_BERSIH]], .count_value = f->scan.layout->count_value,
	};

	if (h->count_column != NO_COLUMN)
		file.count_column = h->names[h->count_column];
	return file;
}

static struct explain_row row_of(struct cycle *c, const struct header *h, const struct match *m)
{
	struct explain_column *columns = arena_array(&c->arena, h->voluntary_count, sizeof *columns);

	for (size_t i = 0; columns != NULL && m->voluntary != NULL && i < h->voluntary_count; i++)
		columns[i] = (struct explain_column){ h->names[h->voluntary[i]], m->voluntary[i] };
	return (struct explain_row){ columns, columns != NULL && m->voluntary != NULL ? h->voluntary_count : 0 };
}

static const struct explain_row *rows_of(struct cycle *c, const struct person *p)
{
	struct explain_row *rows = arena_array(&c->arena, p->row_count, sizeof *rows);

	for (size_t i = 0; rows != NULL && i < c->file_count; i++) {
		const struct scan *s = &c->files[i].scan;

		for (size_t k = 0; k < s->match_count; k++)
			if (s->matches[k].person == p)
				rows[s->matches[k].placed - p->rows] = row_of(c, &s->header, &s->matches[k]);
	}
	return rows;
}

static const struct explain_file *files_of(struct cycle *c)
{
	struct explain_file *files = arena_array(&c->arena, c->file_count, sizeof *files);

	for (size_t i = 0; files != NULL && i < c->file_count; i++)
		files[i] = file_of(&c->files[i]);
	return files;
}

static enum status write_explanation(struct cycle *c, const struct person *p, struct buf *out)
{
	struct findings ignored = { 0 };
	struct law law = {
		.rules = &c->rules, .period = c->request->period, .rulings_file = c->rulings_document.name, .findings = &ignored,
		.arena = &c->arena, .more = c->request->has_more,
	};
	struct explanation e = {
		.person = p, .law = &law, .rulings = &c->rulings, .rules_file = c->rules_document.name,
		.rules_hash = slice_from_c(c->rules_document.hash.hex), .rulings_hash = slice_from_c(c->rulings_document.hash.hex),
		.files = files_of(c), .file_count = c->file_count, .rows = rows_of(c, p),
		.before = c->request->previous != NULL ? c->previous.record.period : MONTH_NONE, .before_seal = cycle_seal_before(c),
		.second_part = c->request->continues != NULL, .more = c->request->more, .transfers = &c->transfers,
		.findings = c->findings, .lang = c->request->lang,
	};
	enum status status = e.files != NULL && e.rows != NULL && !c->arena.exhausted ? STATUS_OK : STATUS_FAIL;

	if (status == STATUS_OK)
		status = c->request->html ? explain_write_html(&e, out) : explain_write_text(&e, out);
	findings_release(&ignored);
	return status;
}

static bool needs_person(const struct person *p)
{
	for (size_t i = 0; i < p->case_count; i++)
		if (p->cases[i].state == STATE_DITAHAN || p->cases[i].state == STATE_TIDAK_DITEMUKAN)
			return true;
	for (size_t i = 0; i < p->line_count; i++)
		if (p->lines[i].file->computed && p->lines[i].held)
			return true;
	return false;
}

enum exit_status job_explain(struct cycle *c, struct buf *out)
{
	const struct person *p = NULL;
	enum status status = c->request->finished != NULL ? cycle_reexecute(c, c->request->finished) : STATUS_OK;

	if (status == STATUS_OK)
		status = cycle_prepare(c);
	if (status == STATUS_OK) {
		p = find_person(c);
		status = p != NULL ? cycle_scan(c) : STATUS_REJECT;
	}
	if (status == STATUS_OK)
		status = cycle_compute(c);
	if (status == STATUS_OK && c->evidence != NULL)
		status = compare(c);
	if (status == STATUS_OK)
		status = write_explanation(c, p, out);
	if (status != STATUS_OK || c->findings->lost)
		return cycle_failed(c, status);
	return needs_person(p) ? EXIT_ATTENTION : EXIT_DONE;
}
