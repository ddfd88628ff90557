/* Private to src/wire: what the schema of a transfer format cannot see. */
#ifndef NAFKAH_PAYMENT_FORMAT_PRIVATE_H
#define NAFKAH_PAYMENT_FORMAT_PRIVATE_H

#include <nafkah/payment_format.h>

/* N1022. */
enum status payment_format_refuse(struct slice file, uint64_t line, struct slice value, const char *expected,
                                  struct findings *findings) NAFKAH_MUST_USE;

/* The rules between the parts; sets names_payer. All that is wrong is reported. */
enum status payment_format_check(struct payment_format *f, struct slice file,
                                 struct findings *findings) NAFKAH_MUST_USE;

#endif
