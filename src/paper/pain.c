/* ISO 20022 CustomerCreditTransferInitiation, pain.001.001.09 and .03. The elements stand in the order of the schemas, which are
 * not part of this program (tests/bank/pain.py has their sequences).
 *
 * One PmtInf for each rail, because what a bank is told about the way of a payment (PmtTpInf) is best told once for a batch: many
 * refuse a batch of several ways. The debtor bears the charges (DEBT): whoever a court gave an amount to gets all of it. Nothing
 * but the pay date is a time. */
#include "pain_private.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

static bool is_in(const struct message *m, size_t i, enum rail r)
{
	return !m->carried[i].held && m->carried[i].rail == r;
}

struct sums {
	size_t count;
	int64_t rupiah; /* a part of the list's total, which fits */
};

static void add_rail(const struct message *m, enum rail r, struct sums *s)
{
	for (size_t i = 0; i < m->order->transfers->count; i++) {
		if (!is_in(m, i, r))
			continue;
		s->count++;
		s->rupiah += m->carried[i].transfer->amount;
	}
}

static void control(struct message *m, const struct sums *s)
{
	char text[32];

	(void)snprintf(text, sizeof text, "%zu", s->count);
	pain_words(m, "NbOfTxs", text);
	(void)snprintf(text, sizeof text, "%" PRId64 ".00", s->rupiah);
	pain_words(m, "CtrlSum", text);
}

/* ---- one payment ---- */

/* Whether all of its items are for children. */
static bool is_of_children(struct slice items)
{
	bool children = items.len > 0;

	while (children && items.ptr != NULL)
		children = slice_starts_with(slice_trim(slice_cut(&items, ';')), SLICE("nafkah-anak "));
	return children;
}

/* The court's side of it. The external list of garnishment types has one for child support, taken by a third party that pays
 * (GNCS), and none for a former wife. `Dt` is the day of the ruling. */
static void garnishment(struct message *m, const struct credit_transfer *t, bool children)
{
	xml_open(m->w, "Strd");
	xml_open(m->w, "GrnshmtRmt");
	xml_open(m->w, "Tp");
	xml_open(m->w, "CdOrPrtry");
	pain_words(m, children ? "Cd" : "Prtry", children ? "GNCS" : "ALIMONY");
	xml_close(m->w);
	xml_close(m->w);
	pain_within(m, "RefNb", pain_in_channel(m, t->number), MOST_IN_TEXT);
	if (date_is_set(t->ruled))
		pain_date(m, "Dt", t->ruled);
	pain_amount(m, "RmtdAmt", t->amount);
	xml_close(m->w);
	xml_close(m->w);
}

static void payment(struct message *m, const struct carried *c)
{
	const struct credit_transfer *t = c->transfer;
	bool children = is_of_children(t->items);

	xml_open(m->w, "CdtTrfTxInf");
	xml_open(m->w, "PmtId");
	pain_within(m, "EndToEndId", t->key, MOST_IN_ID);
	xml_close(m->w);
	xml_open(m->w, "Amt");
	pain_amount(m, "InstdAmt", t->amount);
	xml_close(m->w);
	pain_agent(m, "CdtrAgt", t->bank, c->bic);
	xml_open(m->w, "Cdtr");
	pain_within(m, "Nm", c->holder, MOST_IN_TEXT);
	xml_close(m->w);
	pain_account(m, "CdtrAcct", t->account);
	xml_open(m->w, "Purp");
	pain_words(m, "Cd", children ? "DEPD" : "ALMY");
	xml_close(m->w);
	xml_open(m->w, "RmtInf");
	if (m->v03)
		pain_within(m, "Ustrd", pain_in_channel(m, t->number), MOST_IN_TEXT);
	else
		garnishment(m, t, children);
	xml_close(m->w);
	xml_close(m->w);
}

/* ---- the message ---- */

/* The channel's code of the rail: a service level of ISO's external list, else its own word. */
static void payment_type(struct message *m, struct slice code)
{
	static const char *const levels[] = { "URGP", "NURG", "URNS", "SDVA" };
	bool level = false;

	if (code.len == 0)
		return;
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		level = level || slice_equal(code, slice_from_c(levels[i]));
	xml_open(m->w, "PmtTpInf");
	xml_open(m->w, level ? "SvcLvl" : "LclInstrm");
	pain_within(m, level ? "Cd" : "Prtry", code, MOST_IN_ID);
	xml_close(m->w);
	xml_close(m->w);
}

static void execution_date(struct message *m)
{
	if (m->v03) {
		pain_date(m, "ReqdExctnDt", m->order->pay_date);
		return;
	}
	xml_open(m->w, "ReqdExctnDt");
	pain_date(m, "Dt", m->order->pay_date);
	xml_close(m->w);
}

static void debtor(struct message *m)
{
	const struct account *from = &m->order->office->account;
	const struct bank *bank = bank_find(m->order->banks, from->bank);

	pain_party(m, "Dbtr", from->holder);
	pain_account(m, "DbtrAcct", from->number);
	pain_agent(m, "DbtrAgt", from->bank, bank != NULL ? bank->bic : (struct slice){ 0 });
}

/* All payments of a rail, in the order of the list. The rail's place tells the ids of one message apart. */
static void instruction(struct message *m, enum rail r)
{
	struct sums s = { 0 };
	struct slice begin;
	char id[MOST_IN_ID + 1];

	add_rail(m, r, &s);
	if (s.count == 0)
		return;
	begin = slice_sub(m->id, 0, MOST_IN_ID - 2);
	(void)snprintf(id, sizeof id, "%.*s-%u", SLICE_ARG(begin), (unsigned)r + 1);
	xml_open(m->w, "PmtInf");
	pain_within(m, "PmtInfId", slice_from_c(id), MOST_IN_ID);
	pain_words(m, "PmtMtd", "TRF");
	control(m, &s);
	payment_type(m, m->order->format->rail_codes[r]);
	execution_date(m);
	debtor(m);
	pain_words(m, "ChrgBr", "DEBT");
	for (size_t i = 0; i < m->order->transfers->count; i++)
		if (is_in(m, i, r))
			payment(m, &m->carried[i]);
	xml_close(m->w);
}

static void header(struct message *m)
{
	struct sums s = { 0 };
	char day[11], created[24];

	for (unsigned r = 0; r < RAIL_COUNT; r++)
		add_rail(m, (enum rail)r, &s);
	assert(s.count > 0);
	date_format(m->order->pay_date, day);
	(void)snprintf(created, sizeof created, "%sT00:00:00", day);
	xml_open(m->w, "GrpHdr");
	pain_within(m, "MsgId", m->id, MOST_IN_ID);
	pain_words(m, "CreDtTm", created);
	control(m, &s);
	pain_party(m, "InitgPty", m->order->office->name);
	xml_close(m->w);
}

static enum status refuse(const struct message *m, struct buf *unfinished)
{
	findings_add(m->order->findings, &(struct finding){
		.code = N1022_PAYMENT_FORMAT_INCONSISTENT, .personal = true, .value = slice_from_c(m->misfit), .detail = m->misfitting,
	});
	buf_release(unfinished);
	return STATUS_REJECT;
}

enum status pain_write(const struct payment_order *o, const struct carried *carried, struct slice message_id, struct buf *out)
{
	bool v03 = o->format->shape == SHAPE_PAIN_03;
	struct message m = {
		.order = o, .carried = carried, .id = message_id, .v03 = v03,
		.w = xml_writer_new("Document", v03 ? "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03" :
		                                      "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"),
	};
	enum status status;

	xml_open(m.w, "CstmrCdtTrfInitn");
	header(&m);
	for (unsigned r = 0; r < RAIL_COUNT; r++)
		instruction(&m, (enum rail)r);
	status = xml_writer_close(m.w, out);
	return status == STATUS_OK && m.misfit != NULL ? refuse(&m, out) : status;
}
