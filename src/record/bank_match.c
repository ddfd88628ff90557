/* Which line of a list each result of the bank is about. */
#include <nafkah/bank_result.h>

#include <inttypes.h>
#include <stdlib.h>

/* A line as it is sought. */
struct sought {
	struct slice key, account; /* account without leading zeros */
	int64_t amount;
	size_t line;
};

struct matching {
	const struct results_place *at;
	struct sent_lines lines;
	struct sought *by_key, *by_account;
};

static struct slice without_zeros(struct slice s)
{
	while (s.len > 1 && s.ptr[0] == '0') {
		s.ptr++;
		s.len--;
	}
	return s;
}

static int compare_keys(const void *a, const void *b)
{
	const struct sought *x = a, *y = b;

	return slice_compare(x->key, y->key);
}

static int compare_accounts(const void *a, const void *b)
{
	const struct sought *x = a, *y = b;
	int order = slice_compare(x->account, y->account);

	return order != 0 ? order : x->amount < y->amount ? -1 : x->amount > y->amount ? 1 : 0;
}

static bool index_lines(struct matching *m)
{
	size_t count = m->lines.count;

	m->by_key = arena_array(m->at->scratch, count, sizeof *m->by_key);
	m->by_account = arena_array(m->at->scratch, count, sizeof *m->by_account);
	if (m->by_key == NULL || m->by_account == NULL)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct sent_line *l = &m->lines.items[i];

		m->by_key[i] = m->by_account[i] = (struct sought){ l->key, without_zeros(l->account), l->amount, i };
	}
	if (count > 1) {
		qsort(m->by_key, count, sizeof *m->by_key, compare_keys);
		qsort(m->by_account, count, sizeof *m->by_account, compare_accounts);
	}
	return true;
}

/* The first that is not below `wanted`. */
static size_t lower_bound(const struct sought *items, size_t count, const struct sought *wanted,
                          int (*compare)(const void *, const void *))
{
	size_t from = 0, to = count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (compare(&items[middle], wanted) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* A key is no secret, an account is. */
static enum status note(const struct matching *m, const struct bank_result *r, enum code code, struct slice value,
                        struct slice detail)
{
	findings_add(m->at->findings, &(struct finding){
		.code = code, .personal = r->key.len == 0 || code == N1050_RESULT_ACCOUNT_OTHER, .file = m->at->file, .line = r->line,
		.value = value, .detail = detail,
	});
	return m->at->scratch->exhausted ? STATUS_FAIL : STATUS_REJECT;
}

static enum status refuse_count(const struct matching *m, const struct bank_result *r, size_t count)
{
	struct slice what = r->key.len > 0 ? r->key : r->account;

	if (count == 0)
		return note(m, r, N1047_RESULT_NOT_SENT, what.len > 0 ? what : SLICE("-"), m->at->list);
	return note(m, r, N1048_RESULT_OF_SEVERAL, what, arena_printf(m->at->scratch, "%zu", count));
}

static struct slice rupiah_text(const struct matching *m, struct money sum)
{
	static const struct money_style style = { .decimal = ',', .group = '.' };
	char text[40];
	size_t len = money_format(sum, style, sum.sen % SEN_PER_RUPIAH != 0 ? 2 : 0, true, text);

	return arena_copy(m->at->scratch, (struct slice){ text, len });
}

static enum status find_by_key(const struct matching *m, const struct bank_result *r, size_t *line)
{
	struct sought wanted = { .key = r->key };
	size_t from, to;

	if (r->key.len < KEY_SHORT || r->key.len > KEY_LENGTH)
		return refuse_count(m, r, 0);
	from = to = lower_bound(m->by_key, m->lines.count, &wanted, compare_keys);
	while (to < m->lines.count && slice_starts_with(m->by_key[to].key, r->key))
		to++;
	if (to - from != 1)
		return refuse_count(m, r, to - from);
	*line = m->by_key[from].line;
	return STATUS_OK;
}

/* No line has this account and amount: where one alone has the account, the amount is what is wrong. */
static enum status refuse_amount(const struct matching *m, const struct bank_result *r, size_t from)
{
	struct slice account = without_zeros(r->account);
	size_t to;

	while (from > 0 && slice_equal(m->by_account[from - 1].account, account))
		from--;
	for (to = from; to < m->lines.count && slice_equal(m->by_account[to].account, account);)
		to++;
	if (to - from != 1)
		return refuse_count(m, r, 0);
	return note(m, r, N1049_RESULT_AMOUNT_OTHER, rupiah_text(m, r->amount),
	            rupiah_text(m, money_from_rupiah(m->by_account[from].amount)));
}

static enum status find_by_account(const struct matching *m, const struct bank_result *r, size_t *line)
{
	struct sought wanted = { .account = without_zeros(r->account), .amount = money_floor_rupiah(r->amount) };
	size_t from, to;

	if (r->account.len == 0 || !r->has_amount)
		return refuse_count(m, r, 0);
	from = to = lower_bound(m->by_account, m->lines.count, &wanted, compare_accounts);
	while (to < m->lines.count && compare_accounts(&m->by_account[to], &wanted) == 0)
		to++;
	if (to == from)
		return refuse_amount(m, r, from);
	if (to - from > 1)
		return refuse_count(m, r, to - from);
	*line = m->by_account[from].line;
	return STATUS_OK;
}

/* What the result says besides must be what was sent. */
static enum status hold_against(const struct matching *m, const struct bank_result *r, const struct sent_line *l)
{
	struct money sent = { 0 };

	if (r->account.len > 0 && !slice_equal(without_zeros(r->account), without_zeros(l->account)))
		return note(m, r, N1050_RESULT_ACCOUNT_OTHER, r->account, l->account);
	sent = money_from_rupiah(l->amount);
	if (r->has_amount && r->amount.sen != sent.sen)
		return note(m, r, N1049_RESULT_AMOUNT_OTHER, rupiah_text(m, r->amount), rupiah_text(m, sent));
	return STATUS_OK;
}

static enum status find(const struct matching *m, const struct bank_result *r, size_t *line)
{
	enum status status = r->key.len > 0 ? find_by_key(m, r, line) : find_by_account(m, r, line);

	return status == STATUS_OK ? hold_against(m, r, &m->lines.items[*line]) : status;
}

static bool says_the_same(const struct bank_result *a, const struct bank_result *b)
{
	return a->fate == b->fate && date_compare(a->date, b->date) == 0 && slice_equal(a->reason, b->reason) &&
	       slice_equal(a->reference, b->reference);
}

/* A line that the file has twice must be told the same of both times. `seen` has the first result of each line, plus 1. */
static enum status check_twice(const struct matching *m, const struct bank_result *results, size_t i, size_t line, size_t *seen)
{
	const struct bank_result *first = seen[line] > 0 ? &results[seen[line] - 1] : NULL;

	if (first == NULL)
		seen[line] = i + 1;
	if (first == NULL || says_the_same(first, &results[i]))
		return STATUS_OK;
	return note(m, &results[i], N1051_RESULTS_CONTRADICT, m->lines.items[line].key,
	            arena_printf(m->at->scratch, "%" PRIu64, first->line));
}

enum status results_match(const struct results_place *at, struct sent_lines lines, struct bank_results results, size_t *line_of)
{
	struct matching m = { .at = at, .lines = lines };
	size_t *seen = arena_array(at->scratch, lines.count, sizeof *seen);
	enum status worst = STATUS_OK;

	if (seen == NULL || !index_lines(&m))
		return STATUS_FAIL;
	for (size_t i = 0; i < results.count; i++) {
		enum status status = find(&m, &results.items[i], &line_of[i]);

		if (status == STATUS_OK)
			status = check_twice(&m, results.items, i, line_of[i], seen);
		if (status == STATUS_FAIL)
			return status;
		worst = status == STATUS_OK ? worst : status;
	}
	return worst;
}
