/* Amounts in Indonesian words, as they stand on every paper that pays money out: 1500000 is "satu juta lima ratus
 * ribu". One thousand is "seribu" and one hundred "seratus" wherever they stand; the scales go on with juta (10^6),
 * miliar (10^9), triliun, kuadriliun and kuintiliun, so that every 64-bit amount has a name. */
#ifndef NAFKAH_TERBILANG_H
#define NAFKAH_TERBILANG_H

#include <nafkah/buf.h>

#include <stdint.h>

/* Appends the words, in lower case, one blank between them, without "rupiah"; "minus" before a negative amount. */
void terbilang(int64_t amount, struct buf *out);

#endif
