/* The payrolls and --income files against those of the month before: what jumped, what is the same, which columns changed. */
#include <nafkah/cycle.h>

#include <nafkah/column_changes.h>

#include <inttypes.h>

/* A total of gross or net pay that differs by more than this from last month's gets attention, and so does a file with that
 * many more rows: TPP moves by less in an ordinary month, THR or a file that was joined twice by more. For fewer rows the
 * rules have a limit of their own. */
enum { TOTAL_JUMP_PERCENT = 10, MORE_ROWS_PERCENT = 10 };

__extension__ typedef __int128 wide;

/* What is compared: one file, or all of its kind where their number changed. */
struct size {
	uint64_t rows;
	struct money gross, net;
};

static struct size size_now(const struct pay_file *f)
{
	return (struct size){ f->scan.tally.rows, f->scan.tally.gross, f->scan.tally.net };
}

static struct size size_then(const struct run_file *f)
{
	return (struct size){ f->rows, f->gross, f->net };
}

/* What 64 bits do not hold is not compared exactly, but is a jump all the same. */
static void add(struct size *to, struct size s)
{
	to->rows += s.rows;
	if (!money_add(to->gross, s.gross, &to->gross))
		to->gross.sen = INT64_MAX;
	if (!money_add(to->net, s.net, &to->net))
		to->net.sen = INT64_MAX;
}

static bool same_kind(const struct pay_file *a, const struct pay_file *b)
{
	return a->scan.layout->kind == b->scan.layout->kind && a->adjusted == b->adjusted;
}

static bool was_of_kind(const struct run_file *old, const struct pay_file *f)
{
	return old->kind == f->scan.layout->kind && old->adjusted == f->adjusted;
}

/* The files of one kind and role in both months. */
struct kin {
	size_t place, now, then; /* of the file among those of its kind, and how many there are */
	struct size sum_now, sum_then;
};

static struct kin kin_of(const struct cycle *c, const struct pay_file *f)
{
	struct kin k = { 0 };

	for (const struct pay_file *other = c->files; other < c->files + c->file_count; other++) {
		if (!same_kind(other, f))
			continue;
		k.place += other < f ? 1 : 0;
		k.now++;
		add(&k.sum_now, size_now(other));
	}
	for (size_t i = 0; i < c->previous.record.file_count; i++) {
		if (!was_of_kind(&c->previous.record.files[i], f))
			continue;
		k.then++;
		add(&k.sum_then, size_then(&c->previous.record.files[i]));
	}
	return k;
}

/* The file that stood in its place last month: that of its name, else the one of its number among those of its kind. */
static const struct run_file *file_before(const struct cycle *c, const struct pay_file *f, size_t place)
{
	const struct run_file *found = NULL;
	size_t nth = 0;

	for (size_t i = 0; i < c->previous.record.file_count; i++) {
		const struct run_file *old = &c->previous.record.files[i];

		if (!was_of_kind(old, f))
			continue;
		if (slice_equal(old->name, f->name))
			return old;
		if (nth++ == place)
			found = old;
	}
	return found;
}

static bool exceeds(uint64_t more, uint64_t less, int32_t percent)
{
	return more > less && (wide)(more - less) * 100 > (wide)less * percent;
}

static bool jumps(struct money now, struct money then)
{
	wide change = (wide)now.sen - then.sen, base = then.sen;

	return (change < 0 ? -change : change) * 100 > (base < 0 ? -base : base) * TOTAL_JUMP_PERCENT;
}

/* "kotor Rp6.000.000, bersih Rp5.400.000": those that jump. */
static struct slice totals(struct cycle *c, struct size s, bool gross, bool net)
{
	char gross_text[48], net_text[48];

	(void)money_rupiah(s.gross, gross_text);
	(void)money_rupiah(s.net, net_text);
	return arena_printf(&c->arena, "%s%s%s%s%s", gross ? "kotor " : "", gross ? gross_text : "", gross && net ? ", " : "",
	                    net ? "bersih " : "", net ? net_text : "");
}

static void note_rows(struct cycle *c, const struct pay_file *f, enum code code, uint64_t now, uint64_t then)
{
	cycle_note(c, code, f->name, arena_printf(&c->arena, "%" PRIu64, now), arena_printf(&c->arena, "%" PRIu64, then));
}

static void check_size(struct cycle *c, const struct pay_file *f, struct size now, struct size then)
{
	bool gross = jumps(now.gross, then.gross), net = jumps(now.net, then.net);

	/* Of so many rows before, the share that is gone. */
	if (now.rows < then.rows && (wide)(then.rows - now.rows) * 100 > (wide)then.rows * c->rules.fewer_percent)
		note_rows(c, f, N0132_ROWS_FEWER, now.rows, then.rows);
	if (exceeds(now.rows, then.rows, MORE_ROWS_PERCENT))
		note_rows(c, f, N0716_ROWS_MORE, now.rows, then.rows);
	if (gross || net)
		cycle_note(c, N0715_TOTAL_JUMPS, f->name, totals(c, now, gross, net), totals(c, then, gross, net));
}

struct slice *columns_recorded(struct arena *a, const struct header *h)
{
	struct slice *columns = arena_array(a, h->column_count, sizeof *columns);

	for (size_t i = 0; columns != NULL && i < h->column_count; i++)
		columns[i] = slice_sub(h->folded[i], 0, COLUMN_NAME_RECORDED);
	return columns;
}

static enum status check_columns(struct cycle *c, const struct pay_file *f, const struct run_file *old)
{
	const struct header *h = &f->scan.header;
	struct slice *names = columns_recorded(&c->arena, h), came = { 0 }, went = { 0 };
	enum status status = STATUS_FAIL;

	if (names != NULL)
		status = columns_compare(&c->arena, (struct columns){ old->columns, old->column_count },
		                         (struct columns){ names, h->column_count }, &came, &went);
	if (status == STATUS_OK)
		cycle_note(c, N0717_COLUMNS_CHANGED, f->name, came, went);
	return status == STATUS_END ? STATUS_OK : status;
}

static void check_same(struct cycle *c, const struct pay_file *f)
{
	for (size_t i = 0; i < c->previous.record.file_count; i++) {
		const struct run_file *old = &c->previous.record.files[i];

		if (was_of_kind(old, f) && slice_equal(slice_from_c(f->hash.hex), old->hash))
			cycle_note(c, N0133_SAME_AS_LAST_MONTH, f->name, f->name, (struct slice){ 0 });
	}
}

static enum status check_file(struct cycle *c, const struct pay_file *f)
{
	struct kin kin = kin_of(c, f);
	const struct run_file *old = file_before(c, f, kin.place);

	check_same(c, f);
	if (c->request->previous == NULL) /* the first part of this month is no month before */
		return STATUS_OK;
	if (kin.then > 0 && kin.now != kin.then && kin.place == 0)
		check_size(c, f, kin.sum_now, kin.sum_then);
	if (old == NULL)
		return STATUS_OK;
	if (kin.now == kin.then)
		check_size(c, f, size_now(f), size_then(old));
	return check_columns(c, f, old);
}

enum status last_month_compare(struct cycle *c)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < c->file_count; i++)
		status = check_file(c, &c->files[i]);
	return status;
}
