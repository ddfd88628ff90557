#include <nafkah/placeholder.h>

static const struct {
	const char *name;
	enum placeholder_kind kind;
	bool of_file;
} facts[PLACEHOLDER_COUNT] = {
	[PLACEHOLDER_NO] = { "no", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_URUT] = { "urut", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_KUNCI] = { "kunci", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_PERIODE] = { "periode", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_SUMBER] = { "sumber", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_BANK] = { "bank", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_REKENING] = { "rekening", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_NAMA_REKENING] = { "nama-rekening", PLACEHOLDER_IS_TEXT, false },
	[PLACEHOLDER_JUMLAH] = { "jumlah", PLACEHOLDER_IS_AMOUNT, false },
	[PLACEHOLDER_NOMOR_PERKARA] = { "nomor-perkara", PLACEHOLDER_IS_TEXT, false },
	[PLACEHOLDER_NIP] = { "nip", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_NAMA_ASN] = { "nama-asn", PLACEHOLDER_IS_TEXT, false },
	[PLACEHOLDER_RINCIAN] = { "rincian", PLACEHOLDER_IS_TEXT, false },
	[PLACEHOLDER_TANGGAL_PUTUSAN] = { "tanggal-putusan", PLACEHOLDER_IS_DATE, false },
	[PLACEHOLDER_JALUR] = { "jalur", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_NAMA_BANK] = { "nama-bank", PLACEHOLDER_IS_TEXT, false },
	[PLACEHOLDER_BIC] = { "bic", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_KODE_KLIRING] = { "kode-kliring", PLACEHOLDER_IS_EXACT, false },
	[PLACEHOLDER_TANGGAL] = { "tanggal", PLACEHOLDER_IS_DATE, true },
	[PLACEHOLDER_BANYAK] = { "banyak", PLACEHOLDER_IS_EXACT, true },
	[PLACEHOLDER_BANYAK_BARIS] = { "banyak-baris", PLACEHOLDER_IS_EXACT, true },
	[PLACEHOLDER_TOTAL] = { "total", PLACEHOLDER_IS_AMOUNT, true },
	[PLACEHOLDER_TOTAL_REKENING] = { "total-rekening", PLACEHOLDER_IS_EXACT, true },
	[PLACEHOLDER_REKENING_DEBET] = { "rekening-debet", PLACEHOLDER_IS_EXACT, true },
	[PLACEHOLDER_NAMA_DEBET] = { "nama-debet", PLACEHOLDER_IS_TEXT, true },
	[PLACEHOLDER_BANK_DEBET] = { "bank-debet", PLACEHOLDER_IS_EXACT, true },
	[PLACEHOLDER_KANTOR] = { "kantor", PLACEHOLDER_IS_TEXT, true },
};

const char *placeholder_name(enum placeholder p)
{
	return facts[p].name;
}

enum placeholder_kind placeholder_kind(enum placeholder p)
{
	return facts[p].kind;
}

bool placeholder_of_payment(enum placeholder p)
{
	return !facts[p].of_file;
}

static bool find(struct slice name, enum placeholder *out)
{
	for (unsigned i = 0; i < PLACEHOLDER_COUNT; i++) {
		if (!slice_equal(name, slice_from_c(facts[i].name)))
			continue;
		*out = (enum placeholder)i;
		return true;
	}
	return false;
}

static bool next_name(struct slice *rest, struct template_piece *out, struct slice *bad)
{
	struct slice behind = slice_sub(*rest, 1, rest->len), name = slice_cut(&behind, '}');

	if (behind.ptr == NULL || !find(name, &out->what)) {
		*bad = slice_sub(*rest, 0, name.len + 2);
		return false;
	}
	out->named = true;
	*rest = behind;
	return true;
}

bool template_next(struct slice *rest, struct template_piece *out, struct slice *bad)
{
	size_t len = 0;

	*out = (struct template_piece){ 0 };
	*bad = (struct slice){ 0 };
	if (rest->len == 0)
		return false;
	if (rest->ptr[0] == '{')
		return next_name(rest, out, bad);
	while (len < rest->len && rest->ptr[len] != '{' && rest->ptr[len] != '}')
		len++;
	if (len == 0) {
		*bad = slice_sub(*rest, 0, 1);
		return false;
	}
	out->literal = slice_sub(*rest, 0, len);
	*rest = slice_sub(*rest, len, rest->len);
	return true;
}

bool template_names(struct slice text, enum placeholder what)
{
	struct template_piece piece;
	struct slice bad;

	while (template_next(&text, &piece, &bad))
		if (piece.named && piece.what == what)
			return true;
	return false;
}
