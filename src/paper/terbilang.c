#include <nafkah/terbilang.h>

static const char *const small[] = { "",      "satu",  "dua",     "tiga",    "empat",    "lima",
                                     "enam",  "tujuh", "delapan", "sembilan", "sepuluh", "sebelas" };

static const char *const scales[] = { "", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun" };

enum { GROUPS = sizeof scales / sizeof *scales };

struct words {
	struct buf *out;
	bool any;
};

static void say(struct words *w, const char *word)
{
	if (w->any)
		buf_char(w->out, ' ');
	buf_append(w->out, slice_from_c(word));
	w->any = true;
}

/* 1 to 99; what stands below twelve has a word of its own, and the teens end in "belas". */
static void say_tens(struct words *w, unsigned n)
{
	if (n < 12) {
		say(w, small[n]);
		return;
	}
	say(w, small[n < 20 ? n - 10 : n / 10]);
	say(w, n < 20 ? "belas" : "puluh");
	if (n >= 20 && n % 10 > 0)
		say(w, small[n % 10]);
}

/* 1 to 999. */
static void say_hundreds(struct words *w, unsigned n)
{
	if (n >= 200)
		say(w, small[n / 100]);
	if (n >= 100)
		say(w, n >= 200 ? "ratus" : "seratus");
	if (n % 100 > 0)
		say_tens(w, n % 100);
}

static void say_group(struct words *w, unsigned n, unsigned scale)
{
	if (n == 0)
		return;
	if (scale == 1 && n == 1) {
		say(w, "seribu");
		return;
	}
	say_hundreds(w, n);
	if (scale > 0)
		say(w, scales[scale]);
}

void terbilang(int64_t amount, struct buf *out)
{
	struct words w = { .out = out };
	uint64_t left = amount < 0 ? 0 - (uint64_t)amount : (uint64_t)amount;
	unsigned groups[GROUPS];

	if (amount < 0)
		say(&w, "minus");
	if (amount == 0)
		say(&w, "nol");
	for (unsigned i = 0; i < GROUPS; i++, left /= 1000)
		groups[i] = (unsigned)(left % 1000);
	for (unsigned i = GROUPS; i-- > 0;)
		say_group(&w, groups[i], i);
}
