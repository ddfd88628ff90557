/* Several folders as one chain: each month opens with the closing of the folder before, by the hash of its
 * SHA256SUMS. */
#include "verify_private.h"

static int by_month(const void *a, const void *b)
{
	const struct folder_check *x = a, *y = b;
	bool second = x->record.continues_seal.len > 0, other_second = y->record.continues_seal.len > 0;

	if (x->readable != y->readable)
		return x->readable ? -1 : 1; /* those without a month come last */
	if (x->record.period != y->record.period)
		return x->record.period < y->record.period ? -1 : 1;
	if (second != other_second)
		return second ? 1 : -1;
	return strcmp(x->path, y->path);
}

static void note(struct verification *v, const struct folder_check *f, enum code code, struct slice value,
                 struct slice detail)
{
	v->chain_refuted = v->chain_refuted || code_level(code) == LEVEL_TOLAK;
	v->chain_proven = v->chain_proven && code_level(code) < LEVEL_PERHATIAN;
	findings_add(v->findings, &(struct finding){
		.code = code, .file = slice_from_c(f->path), .value = value, .detail = detail,
	});
}

static bool has_seal(const struct folder_check *f, struct slice seal)
{
	return f->readable && slice_equal(slice_from_c(f->seal.hex), seal);
}

/* The folder, among those before `f`, whose closing this is; NULL: none. */
static const struct folder_check *closing(const struct verification *v, const struct folder_check *f, struct slice seal)
{
	for (const struct folder_check *other = v->folders; other < f; other++)
		if (has_seal(other, seal))
			return other;
	return NULL;
}

/* Given twice: a copy of the same folder. */
static bool is_copy(struct verification *v, const struct folder_check *f)
{
	const struct folder_check *other = closing(v, f, slice_from_c(f->seal.hex));

	if (other != NULL)
		note(v, f, N0767_FOLDER_TWICE, slice_from_c(other->path), (struct slice){ 0 });
	return other != NULL;
}

static struct slice seal_before(const struct folder_check *f)
{
	return f->record.continues_seal.len > 0 ? f->record.continues_seal : f->record.previous_seal;
}

/* Another folder that goes on from the same one. The second part of a month names its first part and what that
 * built on. */
static void check_fork(struct verification *v, const struct folder_check *f)
{
	for (const struct folder_check *other = v->folders; other < f; other++)
		if (other->readable && other->link != LINK_COPY && slice_equal(seal_before(other), seal_before(f))) {
			note(v, f, N0765_CHAIN_FORKED, slice_from_c(other->path), (struct slice){ 0 });
			return;
		}
}

/* A folder of the month that `f` builds on, although its seal is another. */
static const struct folder_check *impostor(const struct verification *v, const struct folder_check *f)
{
	bool second = f->record.continues_seal.len > 0;
	month_no month = second ? f->record.period : f->record.previous_period;

	for (const struct folder_check *other = v->folders; other < f; other++) {
		bool closes = second ? other->record.continues_seal.len == 0 : !other->record.has_more;

		if (other->readable && other->record.period == month && closes)
			return other;
	}
	return NULL;
}

static void link_absent(struct verification *v, struct folder_check *f)
{
	const struct folder_check *other = impostor(v, f);
	char month[8];

	month_format(f->record.continues_seal.len > 0 ? f->record.period : f->record.previous_period, month);
	f->link = other != NULL ? LINK_BROKEN : LINK_ABSENT;
	if (other != NULL)
		note(v, f, N0762_CHAIN_BROKEN, slice_from_c(other->path), slice_from_c(month));
	else if (f > v->folders)
		note(v, f, N0763_CHAIN_ABSENT, slice_from_c(month), (struct slice){ 0 });
	else
		note(v, f, N0764_CHAIN_BEGINS_LATER, slice_from_c(month), (struct slice){ 0 });
}

static void link_folder(struct verification *v, struct folder_check *f)
{
	struct slice seal = seal_before(f);

	if (seal.len == 0) {
		if (f > v->folders)
			note(v, f, N0766_CHAIN_RESTARTS, slice_from_c(v->folders[0].path), (struct slice){ 0 });
		return;
	}
	f->before = closing(v, f, seal);
	/* what waits for a second part is no closing of a month */
	if (f->before != NULL && f->before->record.has_more && f->record.continues_seal.len == 0) {
		f->link = LINK_BROKEN;
		note(v, f, N0762_CHAIN_BROKEN, slice_from_c(f->before->path), SLICE("--more"));
	} else if (f->before != NULL) {
		f->link = LINK_HOLDS;
	} else {
		link_absent(v, f);
	}
	check_fork(v, f);
}

void judge_chain(struct verification *v)
{
	v->chain_proven = true;
	qsort(v->folders, v->count, sizeof *v->folders, by_month);
	for (size_t i = 0; i < v->count; i++) {
		struct folder_check *f = &v->folders[i];

		if (!f->readable)
			v->chain_proven = false;
		else if (is_copy(v, f))
			f->link = LINK_COPY;
		else
			link_folder(v, f);
	}
}
