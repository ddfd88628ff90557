/* SHA-256 through libcrypto, without its configuration file. */
#ifndef NAFKAH_HASH_H
#define NAFKAH_HASH_H

#include <nafkah/slice.h>
#include <nafkah/status.h>

#include <stdbool.h>

#include <stddef.h>

enum { SHA256_BYTES = 32, SHA256_HEX = 64 };

struct sha256 {
	char hex[SHA256_HEX + 1]; /* lower case, NUL-terminated */
};

struct hasher; /* opaque */

/* NULL: memory, or libcrypto refused to work. */
struct hasher *hasher_new(void);
/* False: libcrypto failed, or the hash was finished before. */
bool hasher_update(struct hasher *h, const void *bytes, size_t len) NAFKAH_MUST_USE;
bool hasher_final(struct hasher *h, struct sha256 *out) NAFKAH_MUST_USE;
/* From now on a thread of its own does the work, if one can be had; nothing else changes. */
void hasher_aside(struct hasher *h);
/* Ready for the next text. */
bool hasher_reset(struct hasher *h) NAFKAH_MUST_USE;
void hasher_free(struct hasher *h);

bool sha256_of(struct slice bytes, struct sha256 *out) NAFKAH_MUST_USE;

#endif
