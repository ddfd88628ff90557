#include <nafkah/money_guess.h>

/* Fewest marks first; of two that differ in a mark that was not seen, the one that Indonesian offices use. */
static const struct money_style styles[MONEY_STYLES] = {
	{ '.', 0 }, { ',', 0 }, { ',', '.' }, { '.', ',' }, { ',', ' ' }, { '.', ' ' },
};

static bool is_dash(struct slice s)
{
	return s.len == 1 && s.ptr[0] == '-';
}

static void note_marks(struct money_guess *g, struct money_style style, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];

		g->decimal_point |= c == '.' && style.decimal == '.';
		g->decimal_comma |= c == ',' && style.decimal == ',';
		g->group_point |= c == '.' && style.group == '.';
		g->group_comma |= c == ',' && style.group == ',';
		g->group_blank |= c == ' ';
	}
}

void money_guess_take(struct money_guess *g, struct slice cell, uint64_t line)
{
	struct money amount = { 0 };
	bool fitted = false;

	g->empty += cell.len == 0 ? 1 : 0;
	g->dashes += is_dash(cell) ? 1 : 0;
	if (cell.len == 0 || is_dash(cell))
		return;
	g->amounts++;
	for (size_t i = 0; i < MONEY_STYLES; i++) {
		if (money_parse(cell, styles[i], &amount) != MONEY_OK) {
			g->misfit_line[i] = g->misfit_line[i] != 0 ? g->misfit_line[i] : line;
			continue;
		}
		g->fits[i]++;
		if (!fitted)
			note_marks(g, styles[i], cell);
		fitted = true;
	}
	g->negative += fitted && amount.sen < 0 ? 1 : 0;
}

struct money_guessed money_guess_end(const struct money_guess *g)
{
	struct money_guessed out;
	size_t best = 0;

	for (size_t i = 1; i < MONEY_STYLES; i++)
		if (g->fits[i] > g->fits[best])
			best = i;
	out = (struct money_guessed){
		.style = styles[best], .misfits = g->amounts - g->fits[best], .misfit_line = g->misfit_line[best],
	};
	out.decimals_seen = out.style.decimal == '.' ? g->decimal_point : g->decimal_comma;
	out.groups_seen = out.style.group == '.' ? g->group_point : out.style.group == ',' ? g->group_comma
	                  : out.style.group == ' ' ? g->group_blank : false;
	return out;
}

bool money_read_any(struct slice cell, struct money *out)
{
	struct slice s = slice_trim(cell);

	out->sen = 0;
	if (s.len == 0 || is_dash(s))
		return true;
	for (size_t i = 0; i < MONEY_STYLES; i++)
		if (money_parse(s, styles[i], out) == MONEY_OK)
			return true;
	return false;
}
