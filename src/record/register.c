#include <nafkah/register.h>

#include <stdlib.h>

const char *const register_headings[REG_COLUMN_COUNT] = {
	[REG_PERIODE] = "periode",
	[REG_NOMOR_PERKARA] = "nomor_perkara",
	[REG_NIP] = "nip",
	[REG_HAK] = "hak",
	[REG_PENERIMA] = "penerima",
	[REG_CARA] = "cara",
	[REG_NILAI] = "nilai",
	[REG_BULAN_KE] = "bulan_ke",
	[REG_DARI_BULAN] = "dari_bulan",
	[REG_HAK_BULAN_INI] = "hak_bulan_ini",
	[REG_DISIMPAN_ASN] = "disimpan_asn",
	[REG_TUNGGAKAN_AWAL] = "tunggakan_awal",
	[REG_SUSULAN] = "susulan",
	[REG_DIBAYAR] = "dibayar",
	[REG_DIHAPUS] = "dihapus",
	[REG_MENUNGGU] = "menunggu",
	[REG_TUNGGAKAN_AKHIR] = "tunggakan_akhir",
	[REG_DIBUKUKAN_SAMPAI] = "dibukukan_sampai",
	[REG_BANK] = "bank",
	[REG_REKENING] = "rekening",
	[REG_STATUS] = "status",
	[REG_SEBAB] = "sebab",
};

enum { NUMBER_MAX = 512 }; /* bytes of a case number with its entry: 100 characters and then some */

/* No register holds more than 10^16 rupiah on a line: what would overflow later is refused here. */
static bool rupiah_read(struct slice s, int64_t *out)
{
	uint64_t value;

	if (!slice_to_u64(s, &value) || value > UINT64_C(10000000000000000))
		return false;
	*out = (int64_t)value;
	return true;
}

static bool amounts_read(const struct slice *values, struct register_row *row)
{
	struct { enum register_column column; int64_t *into; } amounts[] = {
		{ REG_HAK_BULAN_INI, &row->due },        { REG_DISIMPAN_ASN, &row->kept },
		{ REG_TUNGGAKAN_AWAL, &row->opening_arrears }, { REG_SUSULAN, &row->missed },
		{ REG_DIBAYAR, &row->paid },             { REG_DIHAPUS, &row->written_off },
		{ REG_MENUNGGU, &row->waiting },         { REG_TUNGGAKAN_AKHIR, &row->opening.arrears },
	};

	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
		if (!rupiah_read(values[amounts[i].column], amounts[i].into))
			return false;
	return true;
}

static bool status_read(struct slice s, enum line_status *out)
{
	for (unsigned i = 0; i < LINE_STATUS_COUNT; i++) {
		if (slice_equal(s, slice_from_c(line_status_name((enum line_status)i)))) {
			*out = (enum line_status)i;
			return true;
		}
	}
	return false;
}

/* "123/Pdt.G/2025/PA.Botg#2": the case normalised, the entry kept. */
struct slice register_key(struct arena *a, struct slice number)
{
	struct slice entry = number, bare = slice_cut(&entry, '#');
	struct slice key = case_normalise(a, bare);

	return entry.len > 0 ? arena_printf(a, "%.*s#%.*s", SLICE_ARG(key), SLICE_ARG(entry)) : key;
}

bool register_row_read(struct arena *a, const struct slice *values, struct register_row *out)
{
	struct register_row row = { .opening = { .known = true } };

	if (!amounts_read(values, &row) || !status_read(values[REG_STATUS], &row.status) || values[REG_NOMOR_PERKARA].len > NUMBER_MAX)
		return false;
	if (values[REG_DIBUKUKAN_SAMPAI].len > 0 && !month_parse(values[REG_DIBUKUKAN_SAMPAI], &row.opening.booked))
		return false;
	row.number = arena_copy(a, values[REG_NOMOR_PERKARA]);
	row.key = register_key(a, row.number);
	row.nip = arena_copy(a, values[REG_NIP]);
	row.hak = arena_copy(a, values[REG_HAK]);
	row.payee = arena_copy(a, values[REG_PENERIMA]);
	row.opening.cara = arena_copy(a, values[REG_CARA]);
	row.opening.nilai = arena_copy(a, values[REG_NILAI]);
	row.opening.bank = arena_copy(a, values[REG_BANK]);
	row.opening.account = arena_copy(a, values[REG_REKENING]);
	row.cause = arena_copy(a, values[REG_SEBAB]);
	row.opening.grew = row.opening.arrears > row.opening_arrears;
	row.finished = row.status == LINE_SELESAI;
	*out = row;
	return true;
}

static int by_line(const void *a, const void *b)
{
	const struct register_row *x = a, *y = b;
	int order = slice_compare(x->key, y->key);

	if (order == 0)
		order = slice_compare(x->hak, y->hak);
	return order != 0 ? order : slice_compare(x->payee, y->payee);
}

void register_sort(struct register_book *book)
{
	if (book->count > 1)
		qsort(book->rows, book->count, sizeof *book->rows, by_line);
}

struct register_row *register_find(const struct register_book *book, struct slice key, struct slice hak, struct slice payee)
{
	struct register_row wanted = { .key = key, .hak = hak, .payee = payee };

	if (book->count == 0)
		return NULL;
	return bsearch(&wanted, book->rows, book->count, sizeof *book->rows, by_line);
}

void register_add_history(struct register_book *book, const struct register_book *older)
{
	for (size_t i = 0; i < book->count; i++) {
		struct register_row *row = &book->rows[i];
		const struct register_row *before = register_find(older, row->key, row->hak, row->payee);

		row->opening.grew_before = before != NULL && before->opening.grew;
	}
}

void register_take_history(struct register_book *book, const struct register_book *before)
{
	for (size_t i = 0; i < book->count; i++) {
		struct register_row *row = &book->rows[i];
		const struct register_row *old = register_find(before, row->key, row->hak, row->payee);

		row->opening.grew = old != NULL && old->opening.grew;
		row->opening.grew_before = old != NULL && old->opening.grew_before;
	}
}
