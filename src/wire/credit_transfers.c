/* Lists of transfers: transfer.csv and those that are derived from it. */
#include <nafkah/credit_transfers.h>

#include <nafkah/csv.h>

#include <inttypes.h>
#include <stdlib.h>

enum column {
	COL_NO, COL_KUNCI, COL_PERIODE, COL_SUMBER, COL_BANK, COL_REKENING, COL_NAMA_REKENING, COL_JUMLAH,
	COL_NOMOR_PERKARA, COL_NIP, COL_NAMA_ASN, COL_RINCIAN, COL_TANGGAL_PUTUSAN, COL_BUKTI_REKENING
};
enum { OF_A_MONTH = COL_TANGGAL_PUTUSAN, OF_A_CHANNEL = COL_BUKTI_REKENING + 1 };

static const char *const headings[OF_A_CHANNEL] = {
	"no", "kunci", "periode", "sumber", "bank", "rekening", "nama_rekening", "jumlah", "nomor_perkara", "nip",
	"nama_asn", "rincian", "tanggal_putusan", "bukti_rekening",
};

enum { KEY_DIGITS = 20, NIP_LENGTH = 18, ACCOUNT_LEAST = 5, ACCOUNT_MOST = 20 };

/* Neither a line nor the whole list holds more than struct money has room for. */
static const int64_t rupiah_most = RUPIAH_MAX * 1000;

struct reading {
	struct csv_reader *csv;
	struct slice file;
	struct more_columns more;
	struct arena *arena;
	struct findings *findings;
	struct credit_transfers *out;
	struct slice *values; /* of the further columns */
	size_t room, value_room;
	bool has_dates;       /* the 14 columns */
};

void credit_transfers_refuse(struct slice file, uint64_t line, struct slice column, struct slice value,
                             const char *expected, struct findings *findings)
{
	findings_add(findings, &(struct finding){
		.code = N1001_TRANSFERS_UNREADABLE, .personal = true, .file = file, .line = line, .column = column,
		.value = value, .detail = slice_from_c(expected),
	});
}

static enum status refuse(const struct reading *rd, uint64_t line, enum column column, const char *expected)
{
	credit_transfers_refuse(rd->file, line, slice_from_c(headings[column]), csv_value(rd->csv, column), expected,
	                        rd->findings);
	return STATUS_REJECT;
}

static const char *heading_of(const struct reading *rd, size_t i)
{
	return i < OF_A_CHANNEL ? headings[i] : rd->more.names[i - OF_A_CHANNEL];
}

static enum status read_heading(struct reading *rd, const struct csv_record *record)
{
	size_t all = OF_A_CHANNEL + rd->more.count;
	bool known = record->field_count == all || (rd->more.count == 0 && record->field_count == OF_A_MONTH);

	for (size_t i = 0; known && i < record->field_count; i++)
		known = slice_equal(csv_value(rd->csv, i), slice_from_c(heading_of(rd, i)));
	rd->has_dates = record->field_count > OF_A_MONTH;
	if (known)
		return STATUS_OK;
	credit_transfers_refuse(rd->file, 1, (struct slice){ 0 }, slice_sub(record->raw, 0, 80), "no,kunci,periode,...",
	                        rd->findings);
	return STATUS_REJECT;
}

static bool are_digits(struct slice s, size_t least, size_t most)
{
	bool digits = s.len >= least && s.len <= most;

	for (size_t i = 0; digits && i < s.len; i++)
		digits = ascii_is_digit(s.ptr[i]);
	return digits;
}

static bool is_key(struct slice s)
{
	bool hex = s.len == KEY_DIGITS;

	for (size_t i = 0; hex && i < s.len; i++)
		hex = ascii_is_digit(s.ptr[i]) || (s.ptr[i] >= 'a' && s.ptr[i] <= 'f');
	return hex;
}

/* Digits without a leading zero, as this program writes them. */
static bool whole(struct slice s, uint64_t *out)
{
	return slice_to_u64(s, out) && *out > 0 && s.ptr[0] != '0';
}

/* Numbers, months and the like; texts are free. */
static enum status judge(struct reading *rd, uint64_t line, struct credit_transfer *t)
{
	const struct credit_transfer *before = rd->out->count > 0 ? &rd->out->items[rd->out->count - 1] : NULL;
	struct slice ruled = rd->has_dates ? csv_value(rd->csv, COL_TANGGAL_PUTUSAN) : SLICE("");
	uint64_t amount;

	if (!whole(csv_value(rd->csv, COL_NO), &t->no) || (before != NULL && before->no >= t->no))
		return refuse(rd, line, COL_NO, "1, 2, 3 ...");
	if (!is_key(csv_value(rd->csv, COL_KUNCI)))
		return refuse(rd, line, COL_KUNCI, "20 x 0-9 a-f");
	if (!month_parse(csv_value(rd->csv, COL_PERIODE), &t->period) ||
	    (before != NULL && before->period != t->period))
		return refuse(rd, line, COL_PERIODE, "YYYY-MM");
	if (!kind_parse(csv_value(rd->csv, COL_SUMBER), &t->kind))
		return refuse(rd, line, COL_SUMBER, "gaji, tpp, thr, gaji13");
	if (!are_digits(csv_value(rd->csv, COL_BANK), 3, 3))
		return refuse(rd, line, COL_BANK, "3 x 0-9");
	if (!are_digits(csv_value(rd->csv, COL_REKENING), ACCOUNT_LEAST, ACCOUNT_MOST))
		return refuse(rd, line, COL_REKENING, "5..20 x 0-9");
	if (!whole(csv_value(rd->csv, COL_JUMLAH), &amount) || amount > (uint64_t)rupiah_most)
		return refuse(rd, line, COL_JUMLAH, "1 .. 10^16");
	if (csv_value(rd->csv, COL_NOMOR_PERKARA).len == 0)
		return refuse(rd, line, COL_NOMOR_PERKARA, "123/Pdt.G/2025/PA.X");
	if (!are_digits(csv_value(rd->csv, COL_NIP), NIP_LENGTH, NIP_LENGTH))
		return refuse(rd, line, COL_NIP, "18 x 0-9");
	if (ruled.len > 0 && !date_parse(ruled, &t->ruled))
		return refuse(rd, line, COL_TANGGAL_PUTUSAN, "YYYY-MM-DD");
	t->amount = (int64_t)amount;
	return STATUS_OK;
}

static struct slice text_of(struct reading *rd, enum column column)
{
	return arena_copy(rd->arena, csv_value(rd->csv, column));
}

static void take_texts(struct reading *rd, struct credit_transfer *t)
{
	t->key = text_of(rd, COL_KUNCI);
	t->bank = text_of(rd, COL_BANK);
	t->account = text_of(rd, COL_REKENING);
	t->holder = text_of(rd, COL_NAMA_REKENING);
	t->number = text_of(rd, COL_NOMOR_PERKARA);
	t->nip = text_of(rd, COL_NIP);
	t->asn_name = text_of(rd, COL_NAMA_ASN);
	t->items = text_of(rd, COL_RINCIAN);
	t->proof = rd->has_dates ? text_of(rd, COL_BUKTI_REKENING) : (struct slice){ 0 };
}

static bool take_more(struct reading *rd)
{
	for (size_t i = 0; i < rd->more.count; i++) {
		size_t at = rd->out->count * rd->more.count + i;

		rd->values = arena_grow(rd->arena, rd->values, at, &rd->value_room, sizeof *rd->values);
		if (rd->values == NULL)
			return false;
		rd->values[at] = arena_copy(rd->arena, csv_value(rd->csv, OF_A_CHANNEL + i));
	}
	return true;
}

static enum status read_line(struct reading *rd, const struct csv_record *record)
{
	struct credit_transfer t = { 0 };
	size_t columns = rd->has_dates ? OF_A_CHANNEL + rd->more.count : OF_A_MONTH;
	enum status status;

	if (record->field_count != columns) {
		credit_transfers_refuse(rd->file, record->line, (struct slice){ 0 }, slice_sub(record->raw, 0, 80),
		                        "12, 14 ...", rd->findings);
		return STATUS_REJECT;
	}
	status = judge(rd, record->line, &t);
	if (status != STATUS_OK)
		return status;
	rd->out->items = arena_grow(rd->arena, rd->out->items, rd->out->count, &rd->room, sizeof *rd->out->items);
	if (rd->out->items == NULL || !take_more(rd))
		return STATUS_FAIL;
	take_texts(rd, &t);
	rd->out->items[rd->out->count++] = t;
	rd->out->total += t.amount; /* both are far from what overflows */
	return rd->out->total <= rupiah_most ? STATUS_OK : refuse(rd, record->line, COL_JUMLAH, "total <= 10^16");
}

static int by_key(const void *a, const void *b)
{
	const struct credit_transfer *const *x = a, *const *y = b;

	return slice_compare((*x)->key, (*y)->key);
}

static enum status index_keys(struct reading *rd)
{
	size_t count = rd->out->count;
	const struct credit_transfer **index = arena_array(rd->arena, count, sizeof *index);
	enum status status = STATUS_OK;

	if (index == NULL)
		return STATUS_FAIL;
	for (size_t i = 0; i < count; i++)
		index[i] = &rd->out->items[i];
	if (count > 1)
		qsort(index, count, sizeof *index, by_key);
	for (size_t i = 1; i < count; i++) {
		if (!slice_equal(index[i - 1]->key, index[i]->key))
			continue;
		credit_transfers_refuse(rd->file, 0, slice_from_c(headings[COL_KUNCI]), index[i]->key, "1 x",
		                        rd->findings);
		status = STATUS_REJECT;
	}
	rd->out->by_key = index;
	return status;
}

static enum status read_all(struct reading *rd)
{
	struct csv_record record;
	enum status status = csv_next(rd->csv, &record);

	if (status == STATUS_OK)
		status = read_heading(rd, &record);
	if (status != STATUS_OK)
		return status == STATUS_END ? STATUS_REJECT : status; /* an empty file has its finding */
	while ((status = csv_next(rd->csv, &record)) == STATUS_OK) {
		status = read_line(rd, &record);
		if (status != STATUS_OK)
			return status;
	}
	return status == STATUS_END ? index_keys(rd) : status;
}

enum status credit_transfers_read_more(struct slice bytes, struct slice file, struct more_columns columns,
                                       struct arena *a, struct credit_transfers *out, const struct slice **values,
                                       struct findings *findings)
{
	struct slice rest = bytes;
	struct credit_transfers list = { 0 };
	struct reading rd = {
		.csv = csv_reader_new(bytes_of(&rest), ',', file, findings), .file = file, .more = columns, .arena = a,
		.findings = findings, .out = &list,
	};
	enum status status = rd.csv != NULL ? read_all(&rd) : STATUS_FAIL;

	csv_reader_free(rd.csv);
	if (status == STATUS_OK && a->exhausted)
		status = STATUS_FAIL;
	if (status == STATUS_OK) {
		*out = list;
		*values = rd.values;
	}
	return status;
}

enum status credit_transfers_read(struct slice bytes, struct slice file, struct arena *a, struct credit_transfers *out,
                                  struct findings *findings)
{
	const struct slice *none;

	return credit_transfers_read_more(bytes, file, (struct more_columns){ NULL, 0 }, a, out, &none, findings);
}

static void write_line(const struct credit_transfer *t, struct buf *out)
{
	char month[8], ruled[11];

	month_format(t->period, month);
	date_format(t->ruled, ruled);
	buf_printf(out, "%" PRIu64 ",%.*s,%s,%s,%.*s,%.*s,", t->no, SLICE_ARG(t->key), month, kind_name(t->kind),
	           SLICE_ARG(t->bank), SLICE_ARG(t->account));
	csv_write_field(out, t->holder);
	buf_printf(out, ",%" PRId64 ",", t->amount);
	csv_write_field(out, t->number);
	buf_printf(out, ",%.*s,", SLICE_ARG(t->nip));
	csv_write_field(out, t->asn_name);
	buf_char(out, ',');
	csv_write_field(out, t->items);
	buf_printf(out, ",%s,", ruled);
	csv_write_field(out, t->proof);
}

void credit_transfers_write_more(const struct credit_transfers *t, struct more_columns columns,
                                 const struct slice *values, struct buf *out)
{
	for (size_t i = 0; i < OF_A_CHANNEL; i++)
		buf_printf(out, "%s%s", i > 0 ? "," : "", headings[i]);
	for (size_t i = 0; i < columns.count; i++)
		buf_printf(out, ",%s", columns.names[i]);
	buf_char(out, '\n');
	for (size_t i = 0; i < t->count; i++) {
		write_line(&t->items[i], out);
		for (size_t k = 0; k < columns.count; k++) {
			buf_char(out, ',');
			csv_write_field(out, values[i * columns.count + k]);
		}
		buf_char(out, '\n');
	}
}

void credit_transfers_write(const struct credit_transfers *t, struct buf *out)
{
	credit_transfers_write_more(t, (struct more_columns){ NULL, 0 }, NULL, out);
}

const struct credit_transfer *credit_transfers_find(const struct credit_transfers *t, struct slice key)
{
	struct credit_transfer wanted = { .key = key };
	const struct credit_transfer *sought = &wanted, **found;

	if (t->count == 0)
		return NULL;
	found = bsearch(&sought, t->by_key, t->count, sizeof *t->by_key, by_key);
	return found != NULL ? *found : NULL;
}
