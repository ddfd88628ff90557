#include <nafkah/finding.h>

#include <nafkah/money.h>

#include <stdlib.h>
#include <string.h>

static const enum level levels[CODE_COUNT] = {
#define X(name, number, level) [N##number##_##name] = LEVEL_##level,
#include <nafkah/finding_codes.h>
#undef X
};

static const char *const names[CODE_COUNT] = {
#define X(name, number, level) [N##number##_##name] = "N" #number,
#include <nafkah/finding_codes.h>
#undef X
};

static const char *const level_names[LEVEL_COUNT] = {
	[LEVEL_CATATAN] = "catatan", [LEVEL_PERHATIAN] = "perhatian", [LEVEL_TAHAN] = "tahan",
	[LEVEL_TOLAK] = "tolak",     [LEVEL_GAGAL] = "gagal",         [LEVEL_RUSAK] = "rusak",
};

enum level code_level(enum code c)
{
	return levels[c];
}

const char *code_name(enum code c)
{
	return names[c];
}

const char *level_name(enum level l)
{
	return level_names[l];
}

static bool findings_room(struct findings *fs)
{
	size_t cap = fs->cap == 0 ? 32 : fs->cap * 2;
	struct finding *grown;

	if (fs->count < fs->cap)
		return true;
	grown = reallocarray(fs->items, cap, sizeof *grown);
	if (grown == NULL)
		return false;
	fs->items = grown;
	fs->cap = cap;
	return true;
}

void findings_add(struct findings *fs, const struct finding *f)
{
	enum level level = code_level(f->code);
	struct finding copy = *f;

	fs->per_level[level]++;
	fs->per_code[f->code]++;
	if (level != LEVEL_TAHAN && fs->per_code[f->code] > FINDINGS_KEPT_PER_CODE)
		return;
	copy.file = arena_copy(&fs->arena, f->file);
	copy.column = arena_copy(&fs->arena, f->column);
	copy.value = arena_copy(&fs->arena, f->value);
	copy.detail = arena_copy(&fs->arena, f->detail);
	copy.nip = arena_copy(&fs->arena, f->nip);
	copy.perkara = arena_copy(&fs->arena, f->perkara);
	if (fs->arena.exhausted || !findings_room(fs)) {
		fs->lost = true;
		return;
	}
	fs->items[fs->count++] = copy;
}

bool findings_any(const struct findings *fs, enum level at_least)
{
	for (unsigned l = at_least; l < LEVEL_COUNT; l++)
		if (fs->per_level[l] > 0)
			return true;
	return fs->lost;
}

struct placed {
	struct finding finding;
	size_t place;
};

static int by_line(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->finding.line != y->finding.line)
		return x->finding.line < y->finding.line ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

void findings_sort_lines(struct findings *fs, size_t from)
{
	size_t count = fs->count > from ? fs->count - from : 0;
	struct placed *sorted = count > 1 ? reallocarray(NULL, count, sizeof *sorted) : NULL;

	for (size_t i = 0; sorted != NULL && i < count; i++)
		sorted[i] = (struct placed){ fs->items[from + i], i };
	if (sorted != NULL)
		qsort(sorted, count, sizeof *sorted, by_line);
	else
		fs->lost = fs->lost || count > 1;
	for (size_t i = 0; sorted != NULL && i < count; i++)
		fs->items[from + i] = sorted[i].finding;
	free(sorted);
}

void findings_release(struct findings *fs)
{
	arena_release(&fs->arena);
	free(fs->items);
	*fs = (struct findings){ 0 };
}

static struct slice last_characters(struct slice s, size_t count)
{
	size_t from = s.len;

	while (from > 0 && count > 0) {
		from--;
		if (((unsigned char)s.ptr[from] & 0xc0) != 0x80)
			count--;
	}
	return slice_sub(s, from, s.len - from);
}

void append_escaped(struct buf *out, struct slice s, bool mask)
{
	struct slice shown = mask ? last_characters(s, 4) : s;

	if (shown.len < s.len)
		buf_append(out, SLICE("…"));
	while (shown.len > 0) {
		size_t good = utf8_valid_prefix(shown), plain = 0;

		while (plain < good && (unsigned char)shown.ptr[plain] >= 0x20 && shown.ptr[plain] != 0x7f)
			plain++;
		buf_append(out, slice_sub(shown, 0, plain));
		if (plain < shown.len)
			buf_printf(out, "\\x%02X", (unsigned)(unsigned char)shown.ptr[plain++]);
		shown = slice_sub(shown, plain, shown.len - plain);
	}
}

/* A value of digits as money for people. */
static void append_rupiah(struct buf *out, struct slice value)
{
	bool negative = value.len > 0 && value.ptr[0] == '-';
	uint64_t rupiah;
	char text[48];

	if (!slice_to_u64(slice_sub(value, negative ? 1 : 0, value.len), &rupiah) || rupiah > (uint64_t)RUPIAH_MAX * 1000) {
		append_escaped(out, value, false);
		return;
	}
	buf_printf(out, "%s", money_rupiah(money_from_rupiah(negative ? -(int64_t)rupiah : (int64_t)rupiah), text));
}

/* How far a sentence goes before it could name a placeholder; at least one byte. */
static size_t plain_part(struct slice text)
{
	const char *next = memchr(text.ptr + 1, '{', text.len - 1);

	return next != NULL ? (size_t)(next - text.ptr) : text.len;
}

/* Fills {nilai}, {lain} and {rupiah} (the value as money) into one of the sentences of texts.c. */
static void fill_in(const struct finding *f, const char *text, bool mask, struct buf *out)
{
	struct slice rest = slice_from_c(text);
	enum hides hides = mask && f->personal ? code_hides(f->code) : HIDES_NOTHING;

	while (rest.len > 0) {
		size_t step = 1;

		if (slice_starts_with(rest, SLICE("{nilai}"))) {
			append_escaped(out, f->value, hides != HIDES_NOTHING);
			step = sizeof "{nilai}" - 1;
		} else if (slice_starts_with(rest, SLICE("{lain}"))) {
			append_escaped(out, f->detail, hides == HIDES_BOTH);
			step = sizeof "{lain}" - 1;
		} else if (slice_starts_with(rest, SLICE("{rupiah}"))) {
			append_rupiah(out, f->value);
			step = sizeof "{rupiah}" - 1;
		} else {
			step = plain_part(rest);
			buf_append(out, slice_sub(rest, 0, step));
		}
		rest = slice_sub(rest, step, rest.len);
	}
}

void finding_message(const struct finding *f, enum lang lang, bool mask, struct buf *out)
{
	fill_in(f, code_text(f->code, lang), mask, out);
}

void finding_remedy(const struct finding *f, enum lang lang, bool mask, struct buf *out)
{
	fill_in(f, code_remedy(f->code, lang), mask, out);
}
