/* What a bank returned, to be sent again: the same keys and amounts, and accounts as a person corrected them by a document. */
#include "return_private.h"

#include <stdlib.h>

static enum status refuse_key(struct returning *r, const struct correction *k, struct slice why)
{
	findings_add(r->c->findings, &(struct finding){
		.code = N1057_CORRECTION_NOT_RETURNED, .file = r->corrections_document.name, .line = k->line, .value = k->key,
		.detail = why,
	});
	return STATUS_REJECT;
}

/* The place of the line in the list. */
static enum status find_line(struct returning *r, const struct correction *k, size_t *out)
{
	const struct credit_transfer *t = credit_transfers_find(&r->list.transfers, k->key);

	if (t == NULL)
		return refuse_key(r, k, r->list.name);
	*out = (size_t)(t - r->list.transfers.items);
	return r->fates[*out].now ? STATUS_OK : refuse_key(r, k, slice_from_c(fate_name(r->fates[*out].fate)));
}

static void correct(struct returning *r, const struct correction *k, struct credit_transfer *t)
{
	t->bank = k->account.bank;
	t->account = k->account.number;
	t->holder = k->account.holder;
	t->proof = k->account.proof;
	findings_add(r->c->findings, &(struct finding){
		.code = N1061_CORRECTION_FOR_RULINGS, .file = r->corrections_document.name, .line = k->line, .nip = t->nip,
		.perkara = t->number,
	});
}

/* The list itself stays as it was sent. */
static enum status apply_corrections(struct returning *r, struct credit_transfer *lines)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < r->corrections.count; i++) {
		size_t line;

		if (find_line(r, &r->corrections.items[i], &line) != STATUS_OK)
			status = STATUS_REJECT;
		else
			correct(r, &r->corrections.items[i], &lines[line]);
	}
	return status;
}

enum status returning_resend(struct returning *r)
{
	size_t count = r->lines.count;
	struct credit_transfer *lines = arena_array(&r->c->arena, count, sizeof *lines);
	enum status status;

	if (lines == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < count; i++)
		lines[i] = r->list.transfers.items[i];
	status = apply_corrections(r, lines);
	r->resend.items = lines;
	for (size_t i = 0; i < count; i++) {
		if (!r->fates[i].now)
			continue;
		r->resend.total += lines[i].amount;
		lines[r->resend.count++] = lines[i];
	}
	return status == STATUS_OK && r->corrections.count > 0 ? returning_own_accounts(r) : status;
}
