#include <nafkah/cycle.h>

#include <nafkah/formats.h>
#include <nafkah/listing.h>

#include <string.h>

#define DEFAULT_RULES "skb-bontang"

/* A file of rulings may be large; rules and layouts are not. */
#define DOCUMENT_MAX (UINT64_C(1) << 30)

void cycle_note(struct cycle *c, enum code code, struct slice file, struct slice value, struct slice detail)
{
	findings_add(c->findings, &(struct finding){ .code = code, .file = file, .value = value, .detail = detail });
}

enum status document_read(struct cycle *c, const char *path, struct document *out)
{
	struct input *in = NULL;
	enum status status = cycle_open(c, path, &in);

	if (status != STATUS_OK)
		return status;
	out->name = arena_copy(&c->arena, cycle_input_name(in));
	status = input_slurp(in, &c->arena, DOCUMENT_MAX, &out->bytes);
	if (status == STATUS_OK)
		out->hash = input_hash(in);
	input_close(in);
	return c->arena.exhausted ? STATUS_FAIL : status;
}

static bool is_word(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]) && (s.ptr[i] < 'a' || s.ptr[i] > 'z') && s.ptr[i] != '-')
			return false;
	return s.len > 0;
}

enum status formats_check(struct cycle *c)
{
	struct slice path = arena_printf(&c->arena, "%s/payroll", c->request->formats), *names;
	struct findings ignored = { 0 };
	size_t count;
	bool absent = path.ptr != NULL &&
	              folder_list(path.ptr, SLICE(".xml"), &c->arena, &ignored, &names, &count) == STATUS_REJECT;

	findings_release(&ignored);
	if (!absent)
		return STATUS_OK; /* whoever reads it tells of other trouble */
	cycle_note(c, N0807_FORMATS_ABSENT, (struct slice){ 0 }, slice_from_c(c->request->formats), SLICE("payroll/"));
	return STATUS_REJECT;
}

/* The path of known rules; what is not known is refused with what is. */
static enum status known_rules_path(struct cycle *c, struct slice id, const char **path)
{
	struct slice folder = arena_printf(&c->arena, "%s/rules", c->request->formats), known = SLICE(""), *names;
	struct slice file = arena_printf(&c->arena, "%.*s.xml", SLICE_ARG(id));
	size_t count;
	enum status status = c->arena.exhausted ? STATUS_FAIL
	                                        : folder_list(folder.ptr, SLICE(".xml"), &c->arena, c->findings, &names, &count);

	*path = arena_printf(&c->arena, "%.*s/%.*s", SLICE_ARG(folder), SLICE_ARG(file)).ptr;
	for (size_t i = 0; status == STATUS_OK && i < count; i++) {
		if (slice_equal(names[i], file))
			return STATUS_OK;
		known = arena_printf(&c->arena, "%.*s%s%.*s", SLICE_ARG(known), i > 0 ? ", " : "", (int)names[i].len - 4, names[i].ptr);
	}
	if (status != STATUS_OK)
		return status;
	cycle_note(c, N0801_RULES_UNKNOWN, (struct slice){ 0 }, id, known);
	return STATUS_REJECT;
}

/* A word is looked for among the known rules, anything else is a path. */
static enum status rules_path(struct cycle *c, const char **path)
{
	*path = c->request->rules != NULL ? c->request->rules : DEFAULT_RULES;
	return is_word(slice_from_c(*path)) ? known_rules_path(c, slice_from_c(*path), path) : STATUS_OK;
}

static void note_review(struct cycle *c)
{
	char reviewed[8], period[8];

	if (c->rules.reviewed_until >= c->request->period)
		return;
	month_format(c->rules.reviewed_until, reviewed);
	month_format(c->request->period, period);
	cycle_note(c, N0803_RULES_REVIEW_DUE, c->rules_document.name, slice_from_c(reviewed), slice_from_c(period));
}

enum status cycle_rules(struct cycle *c)
{
	const char *path;
	enum status status = STATUS_OK;

	if (c->rules_document.bytes.ptr == NULL) { /* the second part of a month has those of the first already */
		status = rules_path(c, &path);
		if (status == STATUS_OK)
			status = document_read(c, path, &c->rules_document);
	}
	if (status == STATUS_OK)
		status = rules_read(c->rules_document.bytes, c->rules_document.name, c->request->period, &c->arena, &c->rules,
		                    c->findings);
	return status;
}

static enum status load_rulings(struct cycle *c)
{
	enum status status = document_read(c, c->request->rulings, &c->rulings_document);

	if (status == STATUS_OK)
		status = rulings_read(c->rulings_document.bytes, c->rulings_document.name, &c->arena, &c->rulings, c->findings);
	return status;
}

static enum status worse(enum status a, enum status b)
{
	return a == STATUS_FAIL || b == STATUS_FAIL ? STATUS_FAIL : a != STATUS_OK ? a : b;
}

static enum status load_office(struct cycle *c)
{
	enum status status = document_read(c, c->request->office, &c->office_document);

	if (status == STATUS_OK)
		status = office_read(c->office_document.bytes, c->office_document.name, &c->arena, &c->office, c->findings);
	return status;
}

/* What this run builds on, checked against the rulings. */
static enum status build_roster(struct cycle *c)
{
	const struct register_book *book = c->request->previous != NULL ? &c->previous.book : NULL;

	if (!roster_build(&c->arena, &c->rulings, &c->rules, book, &c->roster))
		return STATUS_FAIL;
	c->checked[CHECK_RULINGS] = c->rulings.count;
	if (c->request->continues != NULL)
		return second_part_attach(c);
	return c->request->previous != NULL ? previous_hold_against(c) : STATUS_OK;
}

static enum status list_payees(struct cycle *c)
{
	return payees_build(&c->arena, &c->roster, &c->payees) ? STATUS_OK : STATUS_FAIL;
}

enum status cycle_prepare(struct cycle *c)
{
	enum status status = c->evidence == NULL ? formats_check(c) : STATUS_OK;

	if (status != STATUS_OK)
		return status;
	if (c->request->continues != NULL)
		status = second_part_load(c);
	if (status == STATUS_OK)
		status = cycle_rules(c);
	if (status == STATUS_OK)
		note_review(c);
	if (status != STATUS_FAIL)
		status = worse(status, catalog_load(c));
	if (status != STATUS_FAIL)
		status = worse(status, load_rulings(c));
	if (status != STATUS_FAIL && c->request->office != NULL)
		status = worse(status, load_office(c));
	if (status != STATUS_FAIL && c->request->previous != NULL)
		status = worse(status, previous_load(c));
	if (status == STATUS_OK)
		status = build_roster(c);
	return status == STATUS_OK ? list_payees(c) : status;
}

/* A ruling, award or payee that moves no money although it should. */
static bool case_needs_person(const struct case_file *file)
{
	bool needs = file->state == STATE_TIDAK_DITEMUKAN || file->state == STATE_DITAHAN;

	for (size_t i = 0; i < file->line_count; i++)
		needs = needs || (file->computed && file->lines[i].held);
	return needs;
}

bool cycle_needs_person(const struct cycle *c)
{
	bool needs = c->findings->per_level[LEVEL_TAHAN] > 0;

	for (size_t i = 0; i < c->case_count; i++)
		needs = needs || case_needs_person(c->cases[i]);
	return needs;
}

void cycle_release(struct cycle *c)
{
	for (size_t i = 0; i < c->file_count; i++)
		input_close(c->files[i].input);
	for (size_t k = 0; k < KIND_COUNT; k++)
		number_set_release(&c->seen[k]);
	remainders_release(&c->remainders);
	sealed_close(c->previous.sealed);
	sealed_close(c->evidence);
	folder_free(c->folder);
	arena_release(&c->arena);
	memset(c, 0, sizeof *c);
}
