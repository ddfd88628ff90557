/* Offices by chance, as words: always the same ones, from a fixed stream of numbers. */
#ifndef TESTS_LAW_CHANCE_H
#define TESTS_LAW_CHANCE_H

#include "example.h"

static uint64_t seed = UINT64_C(88172645463325252);

static inline uint64_t pick(uint64_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed % below;
}

static inline const char *one_of(const char *const *words, size_t count)
{
	return words[pick(count)];
}

#define ONE_OF(words) one_of(words, sizeof(words) / sizeof *(words))

static inline void say_rules(struct buf *out)
{
	static const char *const words[] = { "", "dasar=kotor ", "dasar=bersih ", "batas=tanpa ", "satuan=1000 ",
	  "anak-berhenti=kembali ",
		                             "kawin-lagi=semua ", "kawin-lagi=tidak ", "sumber=tpp,gaji ",
		    "pembayaran=bersamaan ",
		                             "urutan=lampau,mutah,iddah " };
	static const char *const periods[] = { "2026-01", "2026-02", "2026-03", "2026-08", "2028-02", "2031-12" };

	buf_printf(out, "P=%s ", ONE_OF(periods));
	for (int i = 0; i < 3; i++)
		buf_printf(out, "%s", ONE_OF(words));
}

static inline void say_pay(struct buf *out)
{
	static const char *const kinds[] = { "gaji", "gaji", "tpp", "tpp", "income-gaji", "income-tpp" };
	static const char *const marks[] = { "", "", "", "", "", "", "", "", "", "",
		                             "row-uncounted ", "row-rek=0012345678 ", "row-nama=AGUS " };
	static const uint64_t sizes[] = { 10, 1000, 9000000, 9000000, 9000000 };

	for (uint64_t i = pick(8) > 0 ? 1 + pick(3) : 0; i > 0; i--) {
		uint64_t gross = pick(sizes[pick(5)]), cuts = pick(4) == 0 ? pick(gross + 100) : pick(gross / 3 + 1);

		buf_printf(out, "%s=%" PRIu64 ".%" PRIu64 "-%" PRIu64 "+%" PRIu64 " %s", ONE_OF(kinds), gross, pick(10), cuts,
		           pick(cuts + 1), ONE_OF(marks));
	}
}

/* Each child's award, or one for all; the mark is said of the ruling's children as they come. */
static inline void say_children(struct buf *out)
{
	static const char *const fates[] = { "", "", "", ":ayah", ":wali", ":sekolah", ":wali:rek/124/777888",
	  ":rek/008/998877",
		                             ":berhenti/2026-02-05" };
	uint64_t count = pick(4);
	uint64_t form = pick(3);

	for (uint64_t i = 0; i < count; i++)
		buf_printf(out, "anak=c%" PRIu64 ":%" PRIu64 "-%02" PRIu64 "-%02" PRIu64 "%s ", i, 2003 + pick(23),
		    1 + pick(12), 1 + pick(28),
		           ONE_OF(fates));
	if (count > 0 && form < 2)
		buf_printf(out, form == 0 ? "nafkah " : "nafkah=%" PRIu64 "+%" PRIu64 " ", pick(3000000) + 1, pick(30));
	for (uint64_t i = 0; form == 2 && i < count; i++)
		buf_printf(out, "nafkah-c%" PRIu64 "=%" PRIu64 " ", i, pick(3000000) + 1);
	for (uint64_t i = 0; i < count; i++)
		if (pick(3) == 0)
			buf_printf(out, "@c%" PRIu64 "=2025-12:%" PRIu64 " ", i, pick(2) * pick(5000000));
}

static inline void say_ruling(struct buf *out, int number)
{
	static const char *const words[] = { "", "", "", "", "", "", "", "", "", "", "", "", "status=putus ",
	  "talak ikrar=2025-12-12 ", "talak ", "suami ", "mulai=2026-02 ",
		                             "bersamaan ", "berurutan ", "rek=- ", "rek=124:555666:SK ", "kawin=2026-02-14 ",
		                             "wafat=2026-02-20 ", "selesai=2026-02-25 ", "selesai=2026-01-15 hapus ",
		    "bht=2025-11-30 " };
	static const char *const wife[] = { "iddah=3 ", "iddah=4 ", "iddah=3x700000 ", "mutah=12 ", "mutah=10000000/7-1 ",
		                            "mutah=5x100000-250000 ", "lampau=6x900000 ", "bagian-gaji " };

	buf_printf(out, "perkara=%d/Pdt sampai=2025-12 ", number);
	for (int i = 0; i < 2; i++)
		buf_printf(out, "%s", ONE_OF(words));
	buf_printf(out, "%s", pick(4) > 0 ? ONE_OF(wife) : "");
	if (pick(3) == 0)
		buf_printf(out, "@iddah=2026-01:%" PRIu64 ":::124:0012345678:++ @mutah=2025-12:%" PRIu64 " ",
		    pick(9000000), pick(7));
	say_children(out);
}

#endif
