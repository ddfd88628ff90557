#include <nafkah/rules.h>

static const char *const kind_names[KIND_COUNT] = {
	[KIND_GAJI] = "gaji", [KIND_TPP] = "tpp", [KIND_THR] = "thr", [KIND_GAJI13] = "gaji13",
};

static const char *const parameter_names[PARAMETER_COUNT] = {
	[PARAMETER_DASAR] = "dasar",
	[PARAMETER_BULAN_DASAR] = "bulan-dasar",
	[PARAMETER_SUMBER] = "sumber",
	[PARAMETER_PORSI_DENGAN_ANAK] = "porsi-dengan-anak",
	[PARAMETER_PORSI_TANPA_ANAK] = "porsi-tanpa-anak",
	[PARAMETER_BULAN_MAKSIMUM] = "bulan-maksimum",
	[PARAMETER_PEMBAYARAN] = "pembayaran",
	[PARAMETER_USIA_ANAK] = "usia-anak",
	[PARAMETER_ANAK_BERHENTI] = "anak-berhenti",
	[PARAMETER_KAWIN_LAGI] = "kawin-lagi",
	[PARAMETER_BATAS] = "batas",
	[PARAMETER_SATUAN] = "satuan",
	[PARAMETER_BARIS_BERKURANG] = "baris-berkurang",
};

const char *parameter_name(enum parameter p)
{
	return parameter_names[p];
}

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
