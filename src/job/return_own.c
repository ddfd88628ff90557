/* A corrected account must not be the civil servant's own. Lists of transfers do not have that one: the payrolls of the
 * month do. */
#include "return_private.h"

#include <nafkah/listing.h>
#include <nafkah/nip.h>

static enum status unchecked(struct returning *r, const char *why)
{
	cycle_note(r->c, N1060_CORRECTION_OWN_UNCHECKED, (struct slice){ 0 }, slice_from_c(why), (struct slice){ 0 });
	return STATUS_OK;
}

/* ---- where the month lies ---- */

/* Whether the folder is sealed as the month is that the money comes from. Nothing else beside concerns anybody. */
static bool is_month(struct returning *r, const char *path)
{
	struct findings ignored = { 0 };
	struct sealed *sealed = NULL;
	struct sha256 seal = { { '\0' } };

	if (sealed_open_unchecked(path, &ignored, &sealed) == STATUS_OK)
		seal = sealed_hash(sealed);
	sealed_close(sealed);
	findings_release(&ignored);
	return slice_equal(slice_from_c(seal.hex), r->source.origins.items[0].seal);
}

static const char *look_beside(struct returning *r, struct slice parent)
{
	struct arena *a = &r->c->arena;
	struct findings ignored = { 0 };
	struct slice *names = NULL;
	size_t count = 0;

	if (parent.ptr == NULL || folder_list(parent.ptr, SLICE(""), a, &ignored, &names, &count) != STATUS_OK)
		count = 0;
	findings_release(&ignored);
	for (size_t i = 0; i < count; i++) {
		const char *path = arena_printf(a, "%.*s/%.*s", SLICE_ARG(parent), SLICE_ARG(names[i])).ptr;

		if (path != NULL && is_month(r, path))
			return path;
	}
	return NULL;
}

static const char *find_month(struct returning *r)
{
	struct arena *a = &r->c->arena;
	const char *path;

	if (r->source.kind == FOLDER_MONTH)
		return r->c->request->finished;
	path = look_beside(r, arena_printf(a, "%s/..", r->c->request->finished));
	return path != NULL ? path : look_beside(r, beside_parent(a, r->c->request->out));
}

/* ---- its payrolls ---- */

static enum status refuse_own(struct returning *r, const struct correction *k, struct slice nip)
{
	findings_add(r->c->findings, &(struct finding){
		.code = N1059_CORRECTION_OWN_ACCOUNT, .personal = true, .file = r->corrections_document.name, .line = k->line,
		.value = k->account.number, .nip = nip,
	});
	return STATUS_REJECT;
}

/* Whether a row of the person has the account. */
static bool is_own(const struct cycle *month, uint64_t nip, struct slice account)
{
	for (size_t i = 0; i < month->file_count; i++) {
		const struct scan *s = &month->files[i].scan;

		for (size_t k = 0; k < s->match_count; k++)
			if (s->matches[k].person->nip == nip && account_digits_equal(s->matches[k].row.account, account))
				return true;
	}
	return false;
}

static enum status hold_against(struct returning *r, const struct cycle *month, const struct correction *k)
{
	const struct credit_transfer *t = credit_transfers_find(&r->list.transfers, k->key);
	uint64_t nip;

	if (t != NULL && nip_parse(t->nip, &nip) && is_own(month, nip, k->account.number))
		return refuse_own(r, k, t->nip);
	return STATUS_OK;
}

/* The month is read again from its own evidence. What ails it there is not this command's matter, but then nothing was
 * checked. */
static enum status read_month(const char *path, struct cycle *month)
{
	enum status status = cycle_reexecute(month, path);

	if (status == STATUS_OK)
		status = cycle_prepare(month);
	if (status == STATUS_OK)
		status = cycle_scan(month);
	if (status == STATUS_FAIL && (month->arena.exhausted || month->findings->lost))
		return STATUS_FAIL;
	return status == STATUS_OK ? STATUS_OK : STATUS_END;
}

static enum status check(struct returning *r, const char *path)
{
	struct findings ignored = { 0 };
	struct cycle month = { .request = r->c->request, .findings = &ignored, .progress = r->c->progress };
	enum status status = read_month(path, &month);

	if (status == STATUS_END)
		status = unchecked(r, path);
	else
		for (size_t i = 0; status != STATUS_FAIL && i < r->corrections.count; i++)
			if (hold_against(r, &month, &r->corrections.items[i]) != STATUS_OK)
				status = STATUS_REJECT;
	cycle_release(&month);
	findings_release(&ignored);
	return status;
}

enum status returning_own_accounts(struct returning *r)
{
	const char *path = find_month(r);

	if (r->c->arena.exhausted)
		return STATUS_FAIL;
	return path != NULL ? check(r, path) : unchecked(r, "-");
}
