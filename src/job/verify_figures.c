/* The figures of two reports (rekonsiliasi.xml, pelaksanaan.xml): sums and counts, not the sentences, which change from version to
 * version. */
#include "verify_private.h"

static bool holds_figures(struct slice line)
{
	static const char *const elements[] = { "<berkas ", "<skpd ", "<transfer ", "<putusan ", "<perkara ", "<bulan-ini ",
		                                "<sampai-kini ", "<hak ", "<tanpa-bayar ", "<kelebihan ", "<jembatan ",
		                                "<sebab " };
	struct slice text = slice_trim(line);

	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (slice_starts_with(text, slice_from_c(elements[i])))
			return true;
	return false;
}

/* The next line with figures; empty with a NULL pointer at the end. */
static struct slice next_figures(struct slice *rest)
{
	while (rest->len > 0) {
		struct slice line = slice_cut(rest, '\n');

		if (holds_figures(line))
			return line;
	}
	return (struct slice){ 0 };
}

bool figures_same(struct slice found, struct slice expected, uint64_t *at, struct slice *computed)
{
	struct slice left = found, right = expected, a, b;
	size_t same = 0;

	do {
		a = next_figures(&left);
		b = next_figures(&right);
	} while (a.ptr != NULL && slice_equal(a, b));
	if (a.ptr == NULL && b.ptr == NULL)
		return true;
	while (same < a.len && same < b.len && a.ptr[same] == b.ptr[same])
		same++;
	*at = a.ptr != NULL ? (uint64_t)(a.ptr - found.ptr) + same : found.len;
	*computed = slice_sub(b, same, b.len);
	return false;
}
