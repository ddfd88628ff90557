/* One finished folder for a statement: through its seal, and of its register only the case. */
#include "statement_private.h"

struct opening_folder {
	struct stating *s;
	struct month_folder *f;
	struct sealed *sealed;
	struct findings found; /* what reading said: it may name other cases, so that only some of it is passed on */
	struct arena scratch;  /* the whole register */
};

static struct slice path_in(struct opening_folder *o, struct slice name)
{
	return arena_printf(&o->s->c->arena, "%s%s%.*s", o->f->path, name.len > 0 ? "/" : "", SLICE_ARG(name));
}

static enum status unusable(struct opening_folder *o, struct slice name)
{
	cycle_note(o->s->c, N0701_PREVIOUS_SEAL, slice_from_c(o->f->path), name, (struct slice){ 0 });
	return STATUS_REJECT;
}

/* What the seal and the machine say concerns the folder; anything else is said as: this file is of no use. */
static enum status pass_on(struct opening_folder *o, struct slice name, enum status status)
{
	bool said = false;

	for (size_t i = 0; i < o->found.count; i++) {
		struct finding f = o->found.items[i];

		if (f.code != N0701_PREVIOUS_SEAL && f.code != N0101_INPUT_NOT_FOUND && f.code != N0103_INPUT_CHANGED &&
		    code_level(f.code) < LEVEL_GAGAL)
			continue;
		if (f.code != N0101_INPUT_NOT_FOUND)
			f.file = path_in(o, f.file);
		findings_add(o->s->c->findings, &f);
		said = true;
	}
	if (o->found.lost)
		return STATUS_FAIL;
	return status == STATUS_REJECT && !said ? unusable(o, name) : status;
}

static enum status read_file(struct opening_folder *o, const char *name, struct arena *a, struct slice *out)
{
	enum status status = sealed_file(o->sealed, name, a, out);

	return status == STATUS_END ? STATUS_REJECT : status;
}

static enum status read_record(struct opening_folder *o)
{
	struct slice bytes;
	enum status status = read_file(o, "run.xml", &o->scratch, &bytes);

	if (status == STATUS_OK)
		status = run_record_read(bytes, SLICE("run.xml"), &o->s->c->arena, &o->f->record, &o->found);
	return pass_on(o, SLICE("run.xml"), status);
}

/* ---- the register ---- */

static bool hak_is_known(struct slice word)
{
	bool known = word.len == 0; /* a ruling without awards */

	for (unsigned h = 0; h < HAK_COUNT; h++)
		known = known || slice_equal(word, slice_from_c(hak_name((enum hak)h)));
	return known;
}

static bool row_adds_up(const struct register_row *r)
{
	return r->opening_arrears + r->due + r->missed == r->paid + r->written_off + r->waiting + r->opening.arrears;
}

static struct register_row copy_row(struct arena *a, const struct register_row *row)
{
	struct register_row copy = *row;

	copy.number = arena_copy(a, row->number);
	copy.key = arena_copy(a, row->key);
	copy.hak = arena_copy(a, row->hak);
	copy.payee = arena_copy(a, row->payee);
	copy.cause = arena_copy(a, row->cause);
	copy.nip = (struct slice){ 0 };
	copy.opening.cara = copy.opening.nilai = copy.opening.bank = copy.opening.account = (struct slice){ 0 };
	return copy;
}

static enum status take_rows(struct opening_folder *o, const struct register_book *all)
{
	struct arena *a = &o->s->c->arena;
	struct register_book *book = &o->f->book;
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++)
		count += case_is_wanted(&o->s->wanted, all->rows[i].key) ? 1 : 0;
	book->rows = arena_array(a, count, sizeof *book->rows);
	for (size_t i = 0; book->rows != NULL && i < all->count; i++) {
		const struct register_row *row = &all->rows[i];

		if (!case_is_wanted(&o->s->wanted, row->key))
			continue;
		if (!row_adds_up(row) || !hak_is_known(row->hak))
			return STATUS_REJECT;
		book->rows[book->count++] = copy_row(a, row);
	}
	return book->rows != NULL ? STATUS_OK : STATUS_FAIL;
}

static enum status read_rows(struct opening_folder *o)
{
	struct register_book all = { 0 };
	struct slice bytes;
	enum status status = read_file(o, REGISTER_NAME, &o->scratch, &bytes);

	if (status == STATUS_OK)
		status = register_read(bytes, SLICE(REGISTER_NAME), &o->scratch, &all, &o->found);
	if (status == STATUS_OK)
		status = take_rows(o, &all);
	return pass_on(o, SLICE(REGISTER_NAME), status);
}

/* Kept as bytes: which folder is the newest is known when all are read. */
static enum status read_rulings(struct opening_folder *o)
{
	struct slice path = arena_printf(&o->scratch, "bukti/putusan/%.*s", SLICE_ARG(o->f->record.rulings.name));
	enum status status = path.ptr != NULL ? STATUS_OK : STATUS_FAIL;

	if (o->f->book.count == 0)
		return STATUS_OK;
	if (status == STATUS_OK)
		status = read_file(o, path.ptr, &o->s->c->arena, &o->f->rulings);
	return pass_on(o, path, status);
}

enum status statement_folder(struct stating *s, struct month_folder *f)
{
	struct opening_folder o = { .s = s, .f = f };
	enum status status = sealed_open(f->path, &o.found, &o.sealed);

	status = pass_on(&o, SLICE("SHA256SUMS"), status);
	findings_release(&o.found); /* said */
	if (status == STATUS_OK)
		status = read_record(&o);
	if (status == STATUS_OK)
		status = read_rows(&o);
	if (status == STATUS_OK)
		status = read_rulings(&o);
	if (status == STATUS_OK)
		f->seal = sealed_hash(o.sealed);
	sealed_close(o.sealed);
	findings_release(&o.found);
	arena_release(&o.scratch);
	return status;
}
