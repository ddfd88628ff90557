#include <nafkah/calendar.h>

#include <nafkah/confirmation.h>
#include <nafkah/due.h>
#include <nafkah/right.h>

struct building {
	struct arena *arena;
	struct law law; /* what the amounts of a month need of it: rules and period */
	struct calendar *out;
	size_t room;
	struct confirmation *asked; /* room for those of any one case */
};

const char *calendar_kind_name(enum calendar_kind k)
{
	static const char *const names[CALENDAR_KIND_COUNT] = {
		[CALENDAR_BEGINS] = "mulai",    [CALENDAR_ENDS] = "berakhir",           [CALENDAR_AGE] = "usia",
		[CALENDAR_RISE] = "kenaikan",   [CALENDAR_CONFIRMATION] = "konfirmasi",
	};

	return names[k];
}

static void add(struct building *b, const struct calendar_event *e)
{
	struct calendar *c = b->out;
	struct calendar_event *grown = arena_grow(b->arena, c->events, c->count, &b->room, sizeof *grown);

	if (grown == NULL)
		return; /* the arena remembers */
	c->events = grown;
	c->events[c->count++] = *e;
}

static struct calendar_event event_of(const struct line *l, month_no m, enum calendar_kind kind)
{
	return (struct calendar_event){ .month = m, .kind = kind, .file = l->file, .line = l, .child = l->child };
}

static int64_t amount(const struct building *b, const struct line *l, month_no m)
{
	return l->award->cara == CARA_NOMINAL ? due_part_of_right(&b->law, l, m).rupiah : 0;
}

static void add_begin(struct building *b, const struct line *l, month_no m)
{
	struct calendar_event e = event_of(l, m, CALENDAR_BEGINS);

	e.after = amount(b, l, m);
	add(b, &e);
}

/* A month that is neither the first nor outside of the right. */
static void add_rise(struct building *b, const struct line *l, month_no m)
{
	struct calendar_event e = event_of(l, m, CALENDAR_RISE);
	month_no start = l->file->ruling->dates.start;

	if (l->child == NULL || l->award->cara != CARA_NOMINAL)
		return;
	e.before = amount(b, l, m - 1);
	e.after = amount(b, l, m);
	e.cause = l->award->raise > 0 && (m - start) % 12 == 0 ? SLICE(CAUSE_RAISE) : SLICE(CAUSE_DIVISION);
	if (e.after > e.before)
		add(b, &e);
}

/* A child at school passes the first limit. */
static void add_passed_age(struct building *b, const struct line *l, month_no m)
{
	struct calendar_event e = event_of(l, m, CALENDAR_AGE);

	if (l->child == NULL || !l->child->at_school)
		return;
	e.age = b->law.rules->age_limit;
	e.day = date_add_years(l->child->born, e.age);
	e.cause = SLICE(CAUSE_SCHOOL);
	if (date_month(e.day) == m && m < l->right.last)
		add(b, &e);
}

static void add_end(struct building *b, const struct line *l, month_no m)
{
	struct calendar_event e = event_of(l, m, CALENDAR_ENDS);

	e.before = amount(b, l, m);
	e.cause = l->ended_by.len > 0 ? l->ended_by : SLICE(CAUSE_TERM);
	if (l->child != NULL && slice_equal(e.cause, SLICE(CAUSE_AGE))) {
		e.kind = CALENDAR_AGE;
		e.age = l->child->at_school ? b->law.rules->age_limit_school : b->law.rules->age_limit;
		e.day = date_add_years(l->child->born, e.age);
	}
	add(b, &e);
}

static void add_line(struct building *b, const struct line *l, month_no m)
{
	if (!span_has(l->right, m) || m <= l->booked_after)
		return;
	if (m == l->right.first)
		add_begin(b, l, m);
	else
		add_rise(b, l, m);
	add_passed_age(b, l, m);
	if (m == l->right.last)
		add_end(b, l, m);
}

static void add_confirmations(struct building *b, const struct case_file *c, month_no m)
{
	size_t count = confirmations_of_case(b->law.rules, b->law.period, c, b->asked);

	for (size_t i = 0; i < count; i++) {
		const struct confirmation *asked = &b->asked[i];
		month_no due = asked->overdue ? b->out->first : date_month(asked->due);
		struct calendar_event e = {
			.month = m, .kind = CALENDAR_CONFIRMATION, .file = c, .child = asked->child, .day = asked->due,
			.cause = asked->overdue ? SLICE(CAUSE_OVERDUE) : (struct slice){ 0 },
		};

		if (due == m && m <= asked->until)
			add(b, &e);
	}
}

static bool goes_on(const struct case_file *c)
{
	return c->state != STATE_BELUM_BHT && c->state != STATE_SELESAI;
}

enum status calendar_build(struct arena *a, const struct rules *rules, month_no period,
                           const struct case_file *const *cases, size_t count, struct calendar *out)
{
	struct building b = { .arena = a, .law = { .rules = rules, .period = period }, .out = out };
	size_t room = 0;

	*out = (struct calendar){ .first = period + 1, .last = period + CALENDAR_MONTHS };
	for (size_t i = 0; i < count; i++)
		room = confirmations_room(cases[i]) > room ? confirmations_room(cases[i]) : room;
	b.asked = arena_array(a, room, sizeof *b.asked);
	for (month_no m = out->first; !a->exhausted && m <= out->last; m++) {
		for (size_t i = 0; i < count; i++) {
			if (!goes_on(cases[i]))
				continue;
			for (size_t k = 0; k < cases[i]->line_count; k++)
				add_line(&b, &cases[i]->lines[k], m);
			add_confirmations(&b, cases[i], m);
		}
	}
	return a->exhausted ? STATUS_FAIL : STATUS_OK;
}
