#include <nafkah/content.h>

#include <nafkah/csv.h>
#include <nafkah/csv_table.h>
#include <nafkah/dbf.h>
#include <nafkah/encoding.h>
#include <nafkah/gzip.h>
#include <nafkah/html_table.h>
#include <nafkah/text_guard.h>
#include <nafkah/workbook.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* A source whose first bytes were looked at. */
struct peeked {
	struct byte_source inner;
	char head[TEXT_HEAD];
	size_t len, at;
	bool at_end; /* the head is all there is */
};

struct content {
	struct content_setup setup;
	enum container container;
	enum encoding encoding;
	struct peeked packed, unpacked;
	struct gunzip *gunzip;
	struct recode *recode;
	struct byte_source text;
	char *archive; /* of a workbook, whole */
	size_t archive_len;
	struct workbook *workbook;
};

static const struct table_ops *const ops_of[CONTAINER_COUNT] = {
	[CONTAINER_CSV] = &csv_table_ops,
	[CONTAINER_XLSX] = &sheet_ops,
	[CONTAINER_DBF] = &dbf_ops,
	[CONTAINER_HTML] = &html_table_ops,
};

static enum status read_peeked(void *context, char *into, size_t cap, size_t *got)
{
	struct peeked *p = context;

	if (p->at == p->len && !p->at_end)
		return p->inner.read(p->inner.context, into, cap, got);
	*got = p->len - p->at < cap ? p->len - p->at : cap;
	memcpy(into, p->head + p->at, *got);
	p->at += *got;
	return STATUS_OK;
}

static enum status peek(struct peeked *p, struct byte_source inner, struct slice *head)
{
	enum status status = bytes_fill(inner, p->head, sizeof p->head, &p->len);

	p->inner = inner;
	p->at_end = p->len < sizeof p->head;
	*head = (struct slice){ p->head, p->len };
	return status;
}

static struct byte_source source_of(struct peeked *p)
{
	return (struct byte_source){ read_peeked, p };
}

static enum status refuse(const struct content *c, enum code code, struct slice value, struct slice detail)
{
	findings_add(c->setup.findings, &(struct finding){
		.code = code, .file = c->setup.name, .value = value, .detail = detail,
	});
	return code == N0903_NO_MEMORY ? STATUS_FAIL : STATUS_REJECT;
}

static enum status no_memory(const struct content *c)
{
	return refuse(c, N0903_NO_MEMORY, (struct slice){ 0 }, (struct slice){ 0 });
}

static bool in_question(const struct content *c, const struct layout *l)
{
	return c->setup.wanted_layout.len == 0 || slice_equal(l->id, c->setup.wanted_layout);
}

/* ---- workbooks ---- */

/* Reads the rest of the source, which checks on its way that the file is what it was. */
static enum status slurp(struct content *c, struct byte_source from)
{
	size_t room = c->setup.size > 0 && c->setup.size < XLSX_PACKED_MAX ? (size_t)c->setup.size + 1 : 1u << 20, got = 1;
	enum status status = STATUS_OK;
	char limit[24];

	while (status == STATUS_OK && got > 0) {
		if (c->archive == NULL || c->archive_len == room) {
			char *grown = realloc(c->archive, c->archive == NULL ? room : (room *= 2));

			if (grown == NULL)
				return no_memory(c);
			c->archive = grown;
		}
		status = from.read(from.context, c->archive + c->archive_len, room - c->archive_len, &got);
		c->archive_len += status == STATUS_OK ? got : 0;
		if (c->archive_len > XLSX_PACKED_MAX) {
			(void)snprintf(limit, sizeof limit, "%" PRIu64, XLSX_PACKED_MAX);
			return refuse(c, N0162_XLSX_TOO_LARGE, c->setup.name, slice_from_c(limit));
		}
	}
	return status;
}

/* The sheet that the layouts in question name, or the only one with data. */
static enum status choose_sheet(struct content *c)
{
	struct slice *names = calloc(c->setup.layout_count + 1, sizeof *names);
	size_t count = 0;
	enum status status;

	if (names == NULL)
		return no_memory(c);
	for (size_t i = 0; i < c->setup.layout_count; i++) {
		const struct layout *l = &c->setup.layouts[i];

		if (in_question(c, l) && l->containers[CONTAINER_XLSX].sheet.len > 0)
			names[count++] = l->containers[CONTAINER_XLSX].sheet;
	}
	status = workbook_choose(c->workbook, names, count, count > 0 && c->setup.wanted_layout.len > 0);
	free(names);
	return status;
}

static enum status open_workbook(struct content *c, struct byte_source from)
{
	struct slice bytes;
	enum status status = slurp(c, from);

	c->container = CONTAINER_XLSX;
	bytes = (struct slice){ c->archive, c->archive_len };
	if (status == STATUS_OK)
		status = workbook_open(bytes, c->setup.name, c->setup.findings, &c->workbook);
	return status == STATUS_OK ? choose_sheet(c) : status;
}

/* ---- text ---- */

static bool wants_utf16(const struct content *c)
{
	for (size_t i = 0; i < c->setup.layout_count; i++)
		if (in_question(c, &c->setup.layouts[i]) && c->setup.layouts[i].containers[CONTAINER_CSV].utf16)
			return true;
	return false;
}

/* What the layouts in question say where the file itself does not. */
static const struct layout_container *stated_encoding(const struct content *c, enum container container)
{
	for (size_t i = 0; i < c->setup.layout_count; i++) {
		const struct layout_container *l = &c->setup.layouts[i].containers[container];

		if (in_question(c, &c->setup.layouts[i]) && l->has_encoding)
			return l;
	}
	return NULL;
}

static enum encoding csv_encoding(const struct content *c, struct slice head)
{
	const struct layout_container *stated = stated_encoding(c, CONTAINER_CSV);

	if (wants_utf16(c) && slice_starts_with(head, SLICE("\xff\xfe")) && !slice_starts_with(head, SLICE("\xff\xfe\0\0")))
		return ENCODING_UTF16LE; /* with two zeros behind it is UTF-32 */
	if (wants_utf16(c) && slice_starts_with(head, SLICE("\xfe\xff")))
		return ENCODING_UTF16BE;
	return stated != NULL && c->setup.wanted_layout.len > 0 ? stated->encoding : ENCODING_UTF8;
}

static enum status open_csv(struct content *c, struct slice head)
{
	c->container = CONTAINER_CSV;
	c->encoding = csv_encoding(c, head);
	if (c->encoding == ENCODING_UTF8)
		return STATUS_OK;
	c->recode = recode_to_utf8(c->text, c->encoding, c->setup.name, c->setup.findings);
	if (c->recode == NULL)
		return STATUS_FAIL;
	c->text = recode_source(c->recode);
	return STATUS_OK;
}

/* ---- what it is ---- */

static bool is_gzip(struct slice head)
{
	return slice_starts_with(head, SLICE("\x1f\x8b"));
}

static bool is_zip(struct slice head)
{
	return slice_starts_with(head, SLICE("PK\x03\x04"));
}

static bool is_html(struct slice head)
{
	const char *name = text_sniff(head).name;

	return name != NULL && slice_equal(slice_from_c(name), SLICE("html"));
}

static enum status unpack(struct content *c, struct slice *head)
{
	enum status status;

	c->gunzip = gunzip_new(c->text, c->setup.name, c->setup.findings);
	if (c->gunzip == NULL)
		return STATUS_FAIL;
	status = peek(&c->unpacked, gunzip_source(c->gunzip), head);
	c->text = source_of(&c->unpacked);
	if (status == STATUS_OK && (is_gzip(*head) || is_zip(*head)))
		return refuse(c, N0154_GZIP_NESTED, is_zip(*head) ? SLICE("zip") : SLICE("gzip"), (struct slice){ 0 });
	return status;
}

static enum status recognise(struct content *c)
{
	struct slice head;
	enum status status = peek(&c->packed, c->setup.file, &head);

	c->text = source_of(&c->packed);
	if (status == STATUS_OK && is_zip(head))
		return open_workbook(c, c->text);
	if (status == STATUS_OK && is_gzip(head))
		status = unpack(c, &head);
	if (status != STATUS_OK)
		return status;
	if (!dbf_looks_like(head) && !is_html(head))
		return open_csv(c, head);
	c->container = is_html(head) ? CONTAINER_HTML : CONTAINER_DBF;
	return STATUS_OK;
}

enum status content_open(const struct content_setup *setup, struct content **out)
{
	struct content *c = calloc(1, sizeof *c);
	enum status status;

	*out = NULL;
	if (c == NULL) {
		findings_add(setup->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = setup->name });
		return STATUS_FAIL;
	}
	c->setup = *setup;
	status = recognise(c);
	if (status == STATUS_OK)
		*out = c;
	else
		content_close(c);
	return status;
}

void content_close(struct content *c)
{
	if (c == NULL)
		return;
	workbook_free(c->workbook);
	recode_free(c->recode);
	gunzip_free(c->gunzip);
	free(c->archive);
	free(c);
}

enum container content_container(const struct content *c)
{
	return c->container;
}

/* ---- rows ---- */

static void *open_dbf(struct content *c)
{
	const struct layout_container *stated = stated_encoding(c, CONTAINER_DBF);
	struct dbf_setup setup = {
		.content = c->text, .size = c->gunzip == NULL ? c->setup.size : 0, .has_otherwise = stated != NULL,
		.otherwise = stated != NULL ? stated->encoding : ENCODING_UTF8, .file = c->setup.name, .findings = c->setup.findings,
	};

	return dbf_open(&setup);
}

enum status content_table(struct content *c, struct table *out)
{
	void *reader = NULL;

	switch (c->container) {
	case CONTAINER_CSV:
		reader = csv_table_open(c->text, CSV_DELIMITER_UNKNOWN, c->setup.name, c->setup.findings);
		break;
	case CONTAINER_XLSX:
		reader = sheet_open(c->workbook);
		break;
	case CONTAINER_DBF:
		reader = open_dbf(c);
		break;
	case CONTAINER_HTML:
		reader = html_table_open(c->text, c->setup.name, c->setup.findings);
		break;
	}
	*out = (struct table){ ops_of[c->container], reader };
	return reader != NULL ? STATUS_OK : STATUS_FAIL;
}

void table_close(struct table *t)
{
	if (t->reader != NULL)
		t->ops->free(t->reader);
	t->reader = NULL;
}

struct byte_source content_bytes(struct content *c)
{
	return c->container == CONTAINER_XLSX ? workbook_content(c->workbook) : c->text;
}

/* ---- and back ---- */

static enum status copy(struct patched *from, struct byte_sink to)
{
	struct slice piece = { 0 };
	enum status status;

	do {
		status = patched_next(from, &piece);
		if (status == STATUS_OK && piece.len > 0)
			status = to.write(to.context, piece.ptr, piece.len);
	} while (status == STATUS_OK && piece.len > 0);
	return status;
}

/* Through the stages that reading went through, the other way round. */
static enum status write_text(struct content *c, struct patched *from, struct byte_sink out)
{
	struct gzip *gzip = c->gunzip != NULL ? gzip_new(out, c->setup.name, c->setup.findings) : NULL;
	struct byte_sink packed = gzip != NULL ? gzip_sink(gzip) : out;
	struct recode *recode = c->recode != NULL ? recode_from_utf8(packed, c->encoding, c->setup.name, c->setup.findings) : NULL;
	enum status status = STATUS_FAIL;

	if ((c->gunzip == NULL || gzip != NULL) && (c->recode == NULL || recode != NULL))
		status = copy(from, recode != NULL ? recode_sink(recode) : packed);
	if (status == STATUS_OK && recode != NULL)
		status = recode_end(recode);
	if (status == STATUS_OK && gzip != NULL)
		status = gzip_end(gzip);
	recode_free(recode);
	gzip_free(gzip);
	return status;
}

enum status content_write(struct content *c, const struct patches *patches, struct byte_sink out)
{
	struct patched *from;
	enum status status;

	if (c->container == CONTAINER_XLSX)
		return workbook_write(c->workbook, patches, out);
	from = patched_new(c->text, patches);
	status = from != NULL ? write_text(c, from, out) : no_memory(c);
	patched_free(from);
	return status;
}

enum status content_replace(enum container container, const struct place *place, struct slice value, struct arena *a,
                            struct patch *out)
{
	return ops_of[container]->replace(place, value, a, out);
}
