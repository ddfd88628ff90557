#include <nafkah/hash.h>

#include "aside.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <stdlib.h>

struct hasher {
	EVP_MD *md;
	EVP_MD_CTX *context;
	bool finished; /* libcrypto would go on and give a wrong hash */
	struct aside *aside; /* NULL: the caller's own thread */
};

struct hasher *hasher_new(void)
{
	/* The configuration file could load foreign code or switch SHA-256 off. The first call decides. */
	if (OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL) != 1)
		return NULL;
	/* Without this question libcrypto 3.0 crashes where memory ran out while it set itself up. */
	if (OSSL_LIB_CTX_get0_global_default() == NULL)
		return NULL;
	struct hasher *h = calloc(1, sizeof *h);
	if (h == NULL)
		return NULL;
	h->md = EVP_MD_fetch(NULL, "SHA256", NULL);
	h->context = EVP_MD_CTX_new();
	if (h->md != NULL && h->context != NULL && hasher_reset(h))
		return h;
	hasher_free(h);
	return NULL;
}

static bool digest(void *context, const void *bytes, size_t len)
{
	return EVP_DigestUpdate(context, bytes, len) == 1;
}

void hasher_aside(struct hasher *h)
{
	if (h->aside == NULL)
		h->aside = aside_start(digest, h->context);
}

bool hasher_update(struct hasher *h, const void *bytes, size_t len)
{
	if (h->finished)
		return false;
	return h->aside != NULL ? aside_give(h->aside, bytes, len) : digest(h->context, bytes, len);
}

static bool all_digested(struct hasher *h)
{
	return h->aside == NULL || aside_wait(h->aside);
}

bool hasher_final(struct hasher *h, struct sha256 *out)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char raw[SHA256_BYTES];
	unsigned int len = 0;

	*out = (struct sha256){ 0 };
	if (!all_digested(h) || h->finished || EVP_DigestFinal_ex(h->context, raw, &len) != 1 || len != SHA256_BYTES)
		return false;
	h->finished = true;
	for (size_t i = 0; i < SHA256_BYTES; i++) {
		out->hex[2 * i] = digits[raw[i] >> 4];
		out->hex[2 * i + 1] = digits[raw[i] & 15];
	}
	return true;
}

bool hasher_reset(struct hasher *h)
{
	(void)all_digested(h); /* whatever became of the text before */
	h->finished = false;
	return EVP_DigestInit_ex2(h->context, h->md, NULL) == 1;
}

void hasher_free(struct hasher *h)
{
	if (h == NULL)
		return;
	aside_stop(h->aside);
	EVP_MD_CTX_free(h->context);
	EVP_MD_free(h->md);
	free(h);
}

bool sha256_of(struct slice bytes, struct sha256 *out)
{
	struct hasher *h = hasher_new();
	bool ok = h != NULL && hasher_update(h, bytes.ptr, bytes.len) && hasher_final(h, out);

	if (!ok)
		*out = (struct sha256){ 0 };
	hasher_free(h);
	return ok;
}
