#include <nafkah/hash.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const vectors[][2] = {
	{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
	{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
	  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
};

static void known_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
		struct sha256 hash;
		assert_true(sha256_of(slice_from_c(vectors[i][0]), &hash));
		assert_string_equal(hash.hex, vectors[i][1]);
	}
}

static void in_pieces_and_again(void **state)
{
	struct hasher *h = hasher_new();
	struct sha256 hash;

	(void)state;
	assert_non_null(h);
	for (int round = 0; round < 2; round++) {
		assert_true(hasher_update(h, "a", 1));
		assert_true(hasher_update(h, "", 0));
		assert_true(hasher_update(h, "bc", 2));
		assert_true(hasher_final(h, &hash));
		assert_string_equal(hash.hex, vectors[1][1]);
		assert_true(hasher_reset(h));
	}
	hasher_free(h);
	hasher_free(NULL);
}

static void a_finished_hash_takes_no_more(void **state)
{
	struct hasher *h = hasher_new();
	struct sha256 hash;

	(void)state;
	assert_non_null(h);
	assert_true(hasher_final(h, &hash));
	assert_false(hasher_update(h, "a", 1));
	assert_false(hasher_final(h, &hash));
	assert_string_equal(hash.hex, "");
	hasher_free(h);
}

/* E27: a broken or hostile configuration is not even looked at. */
static int refuse_configuration(void **state)
{
	(void)state;
	return setenv("OPENSSL_CONF", "/nonexistent/openssl.cnf", 1) || setenv("OPENSSL_MODULES", "/nonexistent", 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_texts),
		cmocka_unit_test(in_pieces_and_again),
		cmocka_unit_test(a_finished_hash_takes_no_more),
	};

	return cmocka_run_group_tests(tests, refuse_configuration, NULL);
}
