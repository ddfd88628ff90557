/* formats/schema/kirim.xsd as a table; writing and reading back. */
#include <nafkah/sent_record.h>

#include "record_values.h"
#include "xml_table.h"

#define NAMESPACE "urn:nafkah:kirim:1"

enum { ANY_LENGTH = 0, ACCOUNT_TOTAL_DIGITS = 38 };
#define COUNT NUMBER(0, INT64_MAX)

static const struct xml_attribute file_attributes[] = {
	A("nama", true, NAME(ANY_LENGTH)), A("sha256", true, NAME(ANY_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute format_attributes[] = {
	A("id", true, .type = XML_ID), A("nama", true, NAME(ANY_LENGTH)), A("sha256", true, NAME(ANY_LENGTH)),
	END_ATTRIBUTES,
};
static const struct xml_attribute banks_attributes[] = {
	A("nama", true, NAME(ANY_LENGTH)), A("sha256", true, NAME(ANY_LENGTH)), A("sumber", true, NAME(ANY_LENGTH)),
	A("tanggal", true, DAY), A("dipastikan", true, WORDS(YES_NO)), END_ATTRIBUTES,
};
static const struct xml_attribute made_attributes[] = {
	A("nama", true, NAME(ANY_LENGTH)), A("sha256", true, NAME(ANY_LENGTH)), A("banyak", true, COUNT),
	A("total", true, COUNT), A("total-rekening", true, NAME(ACCOUNT_TOTAL_DIGITS)), END_ATTRIBUTES,
};
static const struct xml_attribute held_attributes[] = {
	A("banyak", true, COUNT), A("total", true, COUNT), END_ATTRIBUTES,
};
static const struct xml_attribute root_attributes[] = {
	A("program", true, NAME(ANY_LENGTH)), A("versi-program", true, NAME(ANY_LENGTH)), A("periode", true, MONTH),
	A("pengadilan", true, NAME(ANY_LENGTH)), A("tanggal-bayar", true, DAY), A("uji", true, WORDS(YES_NO)),
	END_ATTRIBUTES,
};
static const struct xml_element list_element = { .name = "daftar", .attributes = file_attributes };
static const struct xml_element format_element = { .name = "format", .attributes = format_attributes };
static const struct xml_element banks_element = { .name = "tabel-bank", .attributes = banks_attributes };
static const struct xml_element office_element = { .name = "kantor", .attributes = file_attributes };
static const struct xml_element made_element = { .name = "berkas", .attributes = made_attributes };
static const struct xml_element held_element = { .name = "tertahan", .attributes = held_attributes };
static const struct xml_child root_children[] = {
	BETWEEN(origin_element, 1, 0), ONE(list_element), ONE(format_element), ONE(banks_element),
	OPTIONAL(office_element), ONE(made_element), ONE(held_element), END_CHILDREN,
};
static const struct xml_element root_element = {
	.name = "kirim", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct record_reading values;
	struct sent_record *out;
};

static void take_banks(struct reading *rd, const struct xml_node *n)
{
	rd->out->banks = record_file(&rd->values, n);
	rd->out->banks_source = record_copy(&rd->values, n, "sumber");
	rd->out->banks_dated = xml_take_date(n, "tanggal");
	rd->out->banks_confirmed = xml_take_yes(n, "dipastikan");
}

static void take_made(struct reading *rd, const struct xml_node *n)
{
	struct slice digits = record_copy(&rd->values, n, "total-rekening");

	rd->out->file = record_file(&rd->values, n);
	rd->out->count = (uint64_t)xml_take_whole(n, "banyak", 0);
	rd->out->total = xml_take_whole(n, "total", 0);
	rd->out->account_total = digits;
	for (size_t i = 0; i < digits.len; i++) {
		if (ascii_is_digit(digits.ptr[i]))
			continue;
		xml_refuse_as(n, "total-rekening", digits, "0-9", false, rd->values.file, rd->values.findings);
		return;
	}
}

static enum status take_child(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	enum status status = STATUS_OK;

	if (n->kind == &origin_element) {
		status = record_take_origin(&rd->values, n);
	} else if (n->kind == &list_element) {
		rd->out->list = record_file(&rd->values, n);
	} else if (n->kind == &format_element) {
		rd->out->format = record_file(&rd->values, n);
		rd->out->format_id = record_copy(&rd->values, n, "id");
	} else if (n->kind == &banks_element) {
		take_banks(rd, n);
	} else if (n->kind == &office_element) {
		rd->out->office = record_file(&rd->values, n);
	} else if (n->kind == &made_element) {
		take_made(rd, n);
	} else {
		rd->out->held_count = (uint64_t)xml_take_whole(n, "banyak", 0);
		rd->out->held_total = xml_take_whole(n, "total", 0);
	}
	return rd->values.arena->exhausted ? STATUS_FAIL : status;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	rd->out->program_version = record_copy(&rd->values, n, "versi-program");
	rd->out->period = xml_take_month(n, "periode");
	rd->out->court = record_copy(&rd->values, n, "pengadilan");
	rd->out->pay_date = xml_take_date(n, "tanggal-bayar");
	rd->out->trial = xml_take_yes(n, "uji");
	return rd->values.arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status sent_record_read(struct slice bytes, struct slice file, struct arena *a, struct sent_record *out,
                             struct findings *findings)
{
	struct sent_record record = { 0 };
	struct reading rd = { .values = { .file = file, .arena = a, .findings = findings }, .out = &record };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = NAMESPACE, .root_open = take_root, .child = take_child,
		.context = &rd,
	};
	uint64_t before = findings->per_level[LEVEL_TOLAK];
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status == STATUS_OK && findings->per_level[LEVEL_TOLAK] > before)
		status = STATUS_REJECT;
	if (status != STATUS_OK)
		return status;
	record.origins = (struct origins){ rd.values.origins, rd.values.origin_count };
	*out = record;
	return STATUS_OK;
}

static void write_head(struct xml_writer *w, const struct sent_record *r)
{
	xml_attribute_text(w, "program", SLICE("nafkah"));
	xml_attribute_text(w, "versi-program", r->program_version);
	record_write_month(w, "periode", r->period);
	xml_attribute_text(w, "pengadilan", r->court);
	record_write_day(w, "tanggal-bayar", r->pay_date);
	record_write_yes(w, "uji", r->trial);
}

static void write_file(struct xml_writer *w, const char *element, const struct sent_file *f)
{
	xml_open(w, element);
	record_write_file(w, f);
	xml_close(w);
}

static void write_banks(struct xml_writer *w, const struct sent_record *r)
{
	xml_open(w, banks_element.name);
	record_write_file(w, &r->banks);
	xml_attribute_text(w, "sumber", r->banks_source);
	record_write_day(w, "tanggal", r->banks_dated);
	record_write_yes(w, "dipastikan", r->banks_confirmed);
	xml_close(w);
}

static void write_made(struct xml_writer *w, const struct sent_record *r)
{
	xml_open(w, made_element.name);
	record_write_file(w, &r->file);
	xml_attribute_number(w, "banyak", (int64_t)r->count);
	xml_attribute_number(w, "total", r->total);
	xml_attribute_text(w, "total-rekening", r->account_total);
	xml_close(w);
	xml_open(w, held_element.name);
	xml_attribute_number(w, "banyak", (int64_t)r->held_count);
	xml_attribute_number(w, "total", r->held_total);
	xml_close(w);
}

enum status sent_record_write(const struct sent_record *r, struct buf *out)
{
	struct xml_writer *w = xml_writer_new("kirim", NAMESPACE);

	write_head(w, r);
	record_write_origins(w, r->origins);
	write_file(w, list_element.name, &r->list);
	xml_open(w, format_element.name);
	xml_attribute_text(w, "id", r->format_id);
	record_write_file(w, &r->format);
	xml_close(w);
	write_banks(w, r);
	if (r->office.name.len > 0)
		write_file(w, office_element.name, &r->office);
	write_made(w, r);
	return xml_writer_close(w, out);
}
