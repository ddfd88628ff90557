#include <nafkah/rules.h>

static const char *const kind_names[KIND_COUNT] = {
	[KIND_GAJI] = "gaji", [KIND_TPP] = "tpp", [KIND_THR] = "thr", [KIND_GAJI13] = "gaji13",
};

const char *kind_name(enum kind k)
{
	return kind_names[k];
}

bool kind_parse(struct slice s, enum kind *out)
{
	for (unsigned k = 0; k < KIND_COUNT; k++) {
		if (slice_equal(s, slice_from_c(kind_names[k]))) {
			*out = (enum kind)k;
			return true;
		}
	}
	return false;
}

int rules_source(const struct rules *r, enum kind k)
{
	for (size_t i = 0; i < r->source_count; i++)
		if (r->sources[i] == k)
			return (int)i;
	return -1;
}
