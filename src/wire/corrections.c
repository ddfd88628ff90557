/* The list of corrected accounts. */
#include <nafkah/corrections.h>

#include <nafkah/bank_result.h>

#include "column_table.h"

#include <stdlib.h>

enum column { COL_KEY, COL_BANK, COL_ACCOUNT, COL_HOLDER, COL_PROOF };
enum { COLUMN_COUNT = COL_PROOF + 1, HEADER_ROWS_MOST = 10 };

struct reading {
	struct column_table table;
	struct slice file;
	struct arena *arena;
	struct findings *findings;
	struct correction *items;
	size_t count, room;
	bool refused;
};

static const struct slice names[COLUMN_COUNT] = {
	[COL_KEY] = { "kunci", 5 }, [COL_BANK] = { "bank", 4 }, [COL_ACCOUNT] = { "rekening", 8 },
	[COL_HOLDER] = { "nama_rekening", 13 }, [COL_PROOF] = { "bukti", 5 },
};

static struct slice cell(const struct reading *rd, enum column c)
{
	return rd->table.cells[c].text;
}

static void refuse(struct reading *rd, enum column c, enum code code, const char *expected)
{
	rd->refused = true;
	findings_add(rd->findings, &(struct finding){
		.code = code, .personal = code == N1056_CORRECTION_UNREADABLE, .file = rd->file, .line = rd->table.row.line,
		.column = names[c], .value = code == N1058_CORRECTION_WITHOUT_PROOF ? cell(rd, COL_KEY) : cell(rd, c),
		.detail = expected != NULL ? slice_from_c(expected) : (struct slice){ NULL, 0 },
	});
}

static bool is_key(struct slice s)
{
	bool hex = s.len == KEY_LENGTH;

	for (size_t i = 0; hex && i < s.len; i++)
		hex = ascii_is_digit(s.ptr[i]) || (s.ptr[i] >= 'a' && s.ptr[i] <= 'f');
	return hex;
}

/* A line end in a name or a reference would end the line of the list that it goes to. */
static bool is_line(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == '\r' || s.ptr[i] == '\n')
			return false;
	return s.len > 0;
}

static void judge(struct reading *rd, const struct account *account)
{
	static const enum column keys[] = { COL_KEY, COL_BANK, COL_ACCOUNT };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (rd->table.cells[keys[i]].kind == CELL_NUMBER)
			refuse(rd, keys[i], N0191_KEY_IS_NUMBER, NULL);
	if (!is_key(cell(rd, COL_KEY)))
		refuse(rd, COL_KEY, N1056_CORRECTION_UNREADABLE, "20 x 0-9 a-f");
	if (!account->possible)
		refuse(rd, COL_ACCOUNT, N1056_CORRECTION_UNREADABLE, "bank 3 x 0-9, rekening 5..20 x 0-9");
	if (!is_line(cell(rd, COL_HOLDER)))
		refuse(rd, COL_HOLDER, N1056_CORRECTION_UNREADABLE, "nama / a name");
	if (account->proof.len == 0)
		refuse(rd, COL_PROOF, N1058_CORRECTION_WITHOUT_PROOF, NULL);
	else if (!is_line(account->proof))
		refuse(rd, COL_PROOF, N1056_CORRECTION_UNREADABLE, "nomor dokumen / the number of a document");
}

static enum status take_row(struct reading *rd)
{
	struct correction k = { .line = rd->table.row.line };

	if (rd->table.refused) {
		rd->refused = true;
		return STATUS_OK;
	}
	k.key = arena_copy(rd->arena, cell(rd, COL_KEY));
	k.account = account_read(rd->arena, cell(rd, COL_BANK), cell(rd, COL_ACCOUNT), cell(rd, COL_HOLDER), cell(rd, COL_PROOF));
	judge(rd, &k.account);
	rd->items = arena_grow(rd->arena, rd->items, rd->count, &rd->room, sizeof *rd->items);
	if (rd->items == NULL || rd->arena->exhausted)
		return STATUS_FAIL;
	for (size_t i = 0; i < rd->count; i++)
		if (slice_equal(rd->items[i].key, k.key))
			refuse(rd, COL_KEY, N1056_CORRECTION_UNREADABLE, "satu kali / once");
	rd->items[rd->count++] = k;
	return STATUS_OK;
}

static enum status read_rows(struct reading *rd)
{
	static const int no_column[] = { NO_SUCH_COLUMN };
	enum status status;

	do {
		status = column_table_next(&rd->table, (struct words){ 0 }, no_column);
		if (status == STATUS_OK)
			status = take_row(rd);
	} while (status == STATUS_OK);
	return status == STATUS_END ? (rd->refused ? STATUS_REJECT : STATUS_OK) : status;
}

enum status corrections_read(struct slice bytes, struct slice file, struct arena *a, struct corrections *out,
                             struct findings *findings)
{
	static const struct layout_container containers[CONTAINER_COUNT] = {
		[CONTAINER_CSV] = { .allowed = true, .delimiters = { ",;", 2 } }, [CONTAINER_XLSX] = { .allowed = true },
	};
	struct wanted_column columns[COLUMN_COUNT];
	struct wanted_table wanted = {
		.id = SLICE("kunci,bank,rekening,nama_rekening,bukti"), .containers = containers, .header_rows_max = HEADER_ROWS_MOST,
		.columns = columns, .column_count = COLUMN_COUNT,
	};
	struct column_setup setup = {
		.bytes = bytes, .file = file, .wanted = &wanted, .wanted_count = 1, .unknown = N1056_CORRECTION_UNREADABLE,
		.arena = a, .findings = findings,
	};
	struct reading rd = { .file = file, .arena = a, .findings = findings };
	enum status status;

	for (size_t i = 0; i < COLUMN_COUNT; i++)
		columns[i] = (struct wanted_column){ .required = true, .names = &names[i], .name_count = 1 };
	status = column_table_open(&setup, &rd.table);
	if (status == STATUS_OK)
		status = read_rows(&rd);
	column_table_close(&rd.table);
	if (status == STATUS_OK)
		*out = (struct corrections){ rd.items, rd.count };
	return status;
}
