#include <nafkah/hash.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <stdlib.h>

struct hasher {
	EVP_MD *md;
	EVP_MD_CTX *context;
	bool finished; /* libcrypto would go on and give a wrong hash */
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

bool hasher_update(struct hasher *h, const void *bytes, size_t len)
{
	return !h->finished && EVP_DigestUpdate(h->context, bytes, len) == 1;
}

bool hasher_final(struct hasher *h, struct sha256 *out)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char raw[SHA256_BYTES];
	unsigned int len = 0;

	*out = (struct sha256){ 0 };
	if (h->finished || EVP_DigestFinal_ex(h->context, raw, &len) != 1 || len != SHA256_BYTES)
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
	h->finished = false;
	return EVP_DigestInit_ex2(h->context, h->md, NULL) == 1;
}

void hasher_free(struct hasher *h)
{
	if (h == NULL)
		return;
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
