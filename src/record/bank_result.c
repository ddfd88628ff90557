/* What becomes of lines that were sent. */
#include <nafkah/bank_result.h>

static const struct slice fate_words[FATE_COUNT] = {
	[FATE_UNKNOWN] = { "belum-diketahui", 15 },
	[FATE_PAID] = { "dibayar", 7 },
	[FATE_RETURNED] = { "dikembalikan", 12 },
};

const char *fate_name(enum fate f)
{
	return fate_words[f].ptr;
}

bool fate_parse(struct slice word, enum fate *out)
{
	for (unsigned f = 0; f < FATE_COUNT; f++) {
		if (!slice_equal(word, fate_words[f]))
			continue;
		*out = (enum fate)f;
		return true;
	}
	return false;
}

/* ---- transitions ---- */

enum step {
	STEP_STAYS,  /* nothing new */
	STEP_TOLD,   /* still not known, but the bank may have said why */
	STEP_TAKES,
	STEP_LATE,   /* paid, and came back after all */
	STEP_REFUSED
};

/* From what is known, by what the news say. */
static const enum step steps[FATE_COUNT][FATE_COUNT] = {
	[FATE_UNKNOWN] = { [FATE_UNKNOWN] = STEP_TOLD, [FATE_PAID] = STEP_TAKES, [FATE_RETURNED] = STEP_TAKES },
	[FATE_PAID] = { [FATE_UNKNOWN] = STEP_STAYS, [FATE_PAID] = STEP_STAYS, [FATE_RETURNED] = STEP_LATE },
	[FATE_RETURNED] = { [FATE_UNKNOWN] = STEP_STAYS, [FATE_PAID] = STEP_REFUSED, [FATE_RETURNED] = STEP_STAYS },
};

static void tell(const struct results_place *at, const struct sent_line *l, const struct bank_result *r, enum code code)
{
	findings_add(at->findings, &(struct finding){
		.code = code, .personal = true, .file = at->file, .line = r->line, .value = l->account,
		.detail = r->reason.len > 0 ? r->reason : SLICE("-"), .nip = l->nip, .perkara = l->number,
	});
}

static enum status refuse(const struct results_place *at, const struct sent_line *l, const struct bank_result *r,
                          const struct line_fate *f)
{
	findings_add(at->findings, &(struct finding){
		.code = N1052_PAID_AFTER_RETURN, .file = at->file, .line = r->line, .value = l->key,
		.detail = f->reason.len > 0 ? f->reason : SLICE("-"), .nip = l->nip, .perkara = l->number,
	});
	return STATUS_REJECT;
}

static enum status step(const struct results_place *at, const struct sent_line *l, const struct bank_result *r,
                        struct line_fate *f, uint64_t *changed)
{
	enum step s = steps[f->fate][r->fate];

	if (s == STEP_REFUSED)
		return refuse(at, l, r, f);
	if (s == STEP_STAYS)
		return STATUS_OK;
	*changed += s == STEP_TOLD ? 0 : 1;
	if (r->fate == FATE_RETURNED)
		tell(at, l, r, s == STEP_LATE ? N1053_RETURNED_LATE : N1055_RETURNED_BY_BANK);
	*f = (struct line_fate){
		.fate = r->fate, .date = r->date, .reason = r->reason, .reference = r->reference, .attempt = f->attempt,
		.now = r->fate == FATE_RETURNED,
	};
	return STATUS_OK;
}

enum status fates_apply(const struct results_place *at, struct sent_lines lines, struct bank_results results,
                        const size_t *line_of, struct line_fate *fates, uint64_t *changed)
{
	enum status status = STATUS_OK;

	*changed = 0;
	for (size_t i = 0; i < lines.count; i++)
		fates[i].now = false;
	for (size_t i = 0; i < results.count; i++)
		if (step(at, &lines.items[line_of[i]], &results.items[i], &fates[line_of[i]], changed) != STATUS_OK)
			status = STATUS_REJECT;
	return status;
}

/* ---- sums ---- */

bool fates_sum(struct sent_lines lines, const struct line_fate *fates, struct fate_sums *out)
{
	struct fate_sums sums = { 0 };
	uint64_t count = 0;
	int64_t sent = 0, all = 0;

	for (size_t i = 0; i < lines.count; i++) {
		sums.lines[fates[i].fate]++;
		if (__builtin_add_overflow(sent, lines.items[i].amount, &sent))
			return false;
		sums.rupiah[fates[i].fate] += lines.items[i].amount;
	}
	for (unsigned f = 0; f < FATE_COUNT; f++) {
		count += sums.lines[f];
		all += sums.rupiah[f];
	}
	if (count != lines.count || all != sent)
		return false;
	*out = sums;
	return true;
}
