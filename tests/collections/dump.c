/* Reads a file as the program reads payrolls, whatever is in it, and prints every cell: "row TAB column TAB kind TAB value",
 * blanks for control bytes. Then writes it again without a patch and reads that: both must be the same.
 * Usage: dump FILE. Exit 0: read; 3: refused, with the finding's code; 4: a failure; 9: the copy differs. */
#include <nafkah/arena.h>
#include <nafkah/buf.h>
#include <nafkah/content.h>
#include <nafkah/csv.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bytes {
	const char *ptr;
	size_t len, at;
};

static enum status read_bytes(void *context, char *into, size_t cap, size_t *got)
{
	struct bytes *b = context;

	*got = b->len - b->at < cap ? b->len - b->at : cap;
	memcpy(into, b->ptr + b->at, *got);
	b->at += *got;
	return STATUS_OK;
}

static enum status keep_bytes(void *context, const void *bytes, size_t len)
{
	buf_append(context, (struct slice){ bytes, len });
	return STATUS_OK;
}

static void print_cell(struct buf *out, const struct table *t, const struct table_row *row, size_t i, struct arena *a)
{
	static const char kinds[] = "tndbfe"; /* text number date boolean formula error */
	struct slice value = t->ops->value(t->reader, i);
	struct place place;

	if (!t->ops->place(t->reader, i, a, &place) || place.from > place.core_from || place.core_to > place.to)
		abort();
	buf_printf(out, "%" PRIu64 "\t%zu\t%c\t", row->line, i + 1, kinds[t->ops->kind(t->reader, i)]);
	for (size_t k = 0; k < value.len; k++)
		buf_char(out, (unsigned char)value.ptr[k] < ' ' ? ' ' : value.ptr[k]);
	buf_char(out, '\n');
}

/* A CSV is cut by the delimiter that its first line holds most. Nothing is said where none fits. */
static enum status choose_delimiter(struct table *t, struct table_row *row, struct findings *f)
{
	enum status status;

	size_t most = 0;
	char best = ',';

	for (const char *d = ",;\t|"; *d != '\0'; d++) {
		if (t->ops->split(t->reader, *d, row) == STATUS_OK && row->count > most) {
			most = row->count;
			best = *d;
		}
	}
	status = t->ops->split(t->reader, best, row);
	if (status == STATUS_REJECT)
		findings_add(f, &(struct finding){ .code = N0123_HEADER_DELIMITER });
	return status;
}

static enum status print_rows(struct content *c, struct buf *out, struct findings *f)
{
	struct arena a = { 0 };
	struct table t;
	struct table_row row;
	enum status status = content_table(c, &t);
	bool first = true;

	while (status == STATUS_OK && (status = t.ops->next(t.reader, &row)) == STATUS_OK) {
		if (first && t.ops->split != NULL)
			status = choose_delimiter(&t, &row, f);
		first = false;
		for (size_t i = 0; status == STATUS_OK && !row.deleted && i < row.count; i++)
			print_cell(out, &t, &row, i, &a);
	}
	table_close(&t);
	arena_release(&a);
	return status == STATUS_END ? STATUS_OK : status;
}

/* Every encoding is allowed: a layout of the weakest demands. */
static const struct layout any = {
	.id = SLICE("any"),
	.containers = {
		[CONTAINER_CSV] = { .allowed = true, .delimiters = SLICE(",;\t|"), .utf16 = true },
		[CONTAINER_XLSX] = { .allowed = true },
		[CONTAINER_DBF] = { .allowed = true, .has_encoding = true, .encoding = ENCODING_CP437 },
		[CONTAINER_HTML] = { .allowed = true },
	},
};

static enum status open_bytes(struct bytes *bytes, struct findings *f, struct content **out)
{
	struct content_setup setup = {
		.file = { read_bytes, bytes }, .name = SLICE("file"), .size = bytes->len, .layouts = &any, .layout_count = 1, .findings = f,
	};

	return content_open(&setup, out);
}

static int conclude(enum status status, const struct findings *f)
{
	if (status == STATUS_REJECT)
		for (size_t i = 0; i < f->count; i++)
			printf("%s %.*s\n", code_name(f->items[i].code), SLICE_ARG(f->items[i].value));
	if (status == STATUS_REJECT && f->count == 0)
		abort(); /* nothing is refused without a reason */
	return status == STATUS_OK ? 0 : status == STATUS_REJECT ? 3 : 4;
}

static int run(struct slice file)
{
	struct findings f = { 0 };
	struct bytes bytes = { file.ptr, file.len, 0 }, again = bytes;
	struct buf rows = { 0 }, copy = { 0 }, rows_of_copy = { 0 };
	struct patches none = { 0 };
	struct content *c = NULL;
	enum status status = open_bytes(&bytes, &f, &c);
	int rc;

	if (status == STATUS_OK)
		status = print_rows(c, &rows, &f);
	content_close(c);
	c = NULL;
	rc = conclude(status, &f);
	if (status == STATUS_OK)
		status = open_bytes(&again, &f, &c);
	if (status == STATUS_OK)
		status = content_write(c, &none, (struct byte_sink){ keep_bytes, &copy });
	content_close(c);
	c = NULL;
	if (status == STATUS_OK) {
		struct bytes written = { copy.ptr, copy.len, 0 };

		status = open_bytes(&written, &f, &c);
		if (status == STATUS_OK)
			status = print_rows(c, &rows_of_copy, &f);
		content_close(c);
		if (status != STATUS_OK || !slice_equal(buf_slice(&rows), buf_slice(&rows_of_copy)))
			rc = 9;
		if (rows.len > 0)
			fwrite(rows.ptr, 1, rows.len, stdout);
	} else if (rc == 0) {
		rc = 9;
	}
	buf_release(&rows);
	buf_release(&copy);
	buf_release(&rows_of_copy);
	findings_release(&f);
	return rc;
}

int main(int argc, char **argv)
{
	FILE *in = argc == 2 ? fopen(argv[1], "rb") : NULL;
	char *bytes;
	size_t len;
	int rc;

	if (in == NULL || fseek(in, 0, SEEK_END) != 0)
		return 2;
	len = (size_t)ftell(in);
	rewind(in);
	bytes = malloc(len > 0 ? len : 1);
	if (bytes == NULL || fread(bytes, 1, len, in) != len)
		return 2;
	fclose(in);
	rc = run((struct slice){ bytes, len });
	free(bytes);
	return rc;
}
