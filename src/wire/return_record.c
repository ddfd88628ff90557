/* formats/schema/balasan.xsd as a table; writing and reading back. */
#include <nafkah/return_record.h>

#include "record_values.h"
#include "xml_table.h"

#define NAMESPACE "urn:nafkah:balasan:1"

enum { ANY_LENGTH = 0, ATTEMPTS_MOST = 1000 };
#define COUNT NUMBER(0, INT64_MAX)

static const struct xml_attribute file_attributes[] = {
	A("nama", true, NAME(ANY_LENGTH)), A("sha256", true, NAME(ANY_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute format_attributes[] = {
	A("id", true, .type = XML_ID), A("nama", true, NAME(ANY_LENGTH)), A("sha256", true, NAME(ANY_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute earlier_attributes[] = {
	A("sha256", true, NAME(ANY_LENGTH)), A("percobaan", true, NUMBER(1, ATTEMPTS_MOST)), END_ATTRIBUTES,
};
static const struct xml_attribute fate_attributes[] = {
	A("status", true, WORDS(FATE_WORDS)), A("baris", true, COUNT), A("jumlah", true, COUNT), END_ATTRIBUTES,
};
static const struct xml_attribute root_attributes[] = {
	A("program", true, NAME(ANY_LENGTH)), A("versi-program", true, NAME(ANY_LENGTH)), A("periode", true, MONTH),
	A("pengadilan", true, NAME(ANY_LENGTH)), A("percobaan", true, NUMBER(1, ATTEMPTS_MOST)), A("tanggal-bayar", false, DAY),
	END_ATTRIBUTES,
};
static const struct xml_element list_element = { .name = "daftar", .attributes = file_attributes };
static const struct xml_element format_element = { .name = "format", .attributes = format_attributes };
static const struct xml_element bank_element = { .name = "berkas", .attributes = file_attributes };
static const struct xml_element earlier_element = { .name = "berkas-dulu", .attributes = earlier_attributes };
static const struct xml_element corrections_element = { .name = "perbaikan", .attributes = file_attributes };
static const struct xml_element office_element = { .name = "kantor", .attributes = file_attributes };
static const struct xml_element fate_element = { .name = "hasil", .attributes = fate_attributes };
static const struct xml_child root_children[] = {
	BETWEEN(origin_element, 1, 0), ONE(list_element), ONE(format_element), ONE(bank_element), ANY(earlier_element),
	OPTIONAL(corrections_element), OPTIONAL(office_element), BETWEEN(fate_element, FATE_COUNT, FATE_COUNT), END_CHILDREN,
};
static const struct xml_element root_element = {
	.name = "balasan", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct record_reading values;
	struct return_record *out;
	unsigned fates; /* that were read */
	struct earlier_result *earlier;
	size_t earlier_room;
};

/* Each status once, in their order. */
static void take_fate(struct reading *rd, const struct xml_node *n)
{
	unsigned fate = (unsigned)xml_take_word(n, "status", FATE_WORDS, 0);

	if (fate != rd->fates++) {
		xml_refuse_as(n, "status", xml_attr(n, "status"), FATE_WORDS, false, rd->values.file, rd->values.findings);
		return;
	}
	rd->out->sums.lines[fate] = (uint64_t)xml_take_whole(n, "baris", 0);
	rd->out->sums.rupiah[fate] = xml_take_whole(n, "jumlah", 0);
}

static enum status take_earlier(struct reading *rd, const struct xml_node *n)
{
	size_t count = rd->out->earlier_count++;

	rd->earlier = arena_grow(rd->values.arena, rd->earlier, count, &rd->earlier_room, sizeof *rd->earlier);
	if (rd->earlier == NULL)
		return STATUS_FAIL;
	rd->earlier[count] = (struct earlier_result){
		record_hash(&rd->values, n, "sha256"), (uint64_t)xml_take_whole(n, "percobaan", 1),
	};
	return STATUS_OK;
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
	} else if (n->kind == &bank_element) {
		rd->out->bank_file = record_file(&rd->values, n);
	} else if (n->kind == &earlier_element) {
		status = take_earlier(rd, n);
	} else if (n->kind == &corrections_element) {
		rd->out->corrections = record_file(&rd->values, n);
	} else if (n->kind == &office_element) {
		rd->out->office = record_file(&rd->values, n);
	} else {
		take_fate(rd, n);
	}
	return rd->values.arena->exhausted ? STATUS_FAIL : status;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	rd->out->program_version = record_copy(&rd->values, n, "versi-program");
	rd->out->period = xml_take_month(n, "periode");
	rd->out->court = record_copy(&rd->values, n, "pengadilan");
	rd->out->attempt = (uint64_t)xml_take_whole(n, "percobaan", 1);
	rd->out->pay_date = xml_take_date(n, "tanggal-bayar");
	return rd->values.arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status return_record_read(struct slice bytes, struct slice file, struct arena *a, struct return_record *out,
                               struct findings *findings)
{
	struct return_record record = { 0 };
	struct reading rd = { .values = { .file = file, .arena = a, .findings = findings }, .out = &record };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = NAMESPACE, .root_open = take_root, .child = take_child, .context = &rd,
	};
	uint64_t before = findings->per_level[LEVEL_TOLAK];
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status == STATUS_OK && findings->per_level[LEVEL_TOLAK] > before)
		status = STATUS_REJECT;
	if (status != STATUS_OK)
		return status;
	record.earlier = rd.earlier;
	record.origins = (struct origins){ rd.values.origins, rd.values.origin_count };
	*out = record;
	return STATUS_OK;
}

static void write_file(struct xml_writer *w, const char *element, const struct sent_file *f)
{
	if (f->name.len == 0)
		return;
	xml_open(w, element);
	record_write_file(w, f);
	xml_close(w);
}

static void write_earlier(struct xml_writer *w, const struct earlier_result *e)
{
	xml_open(w, earlier_element.name);
	xml_attribute_text(w, "sha256", e->hash);
	xml_attribute_number(w, "percobaan", (int64_t)e->attempt);
	xml_close(w);
}

static void write_fate(struct xml_writer *w, const struct return_record *r, enum fate f)
{
	xml_open(w, fate_element.name);
	xml_attribute_text(w, "status", slice_from_c(fate_name(f)));
	xml_attribute_number(w, "baris", (int64_t)r->sums.lines[f]);
	xml_attribute_number(w, "jumlah", r->sums.rupiah[f]);
	xml_close(w);
}

enum status return_record_write(const struct return_record *r, struct buf *out)
{
	struct xml_writer *w = xml_writer_new("balasan", NAMESPACE);

	xml_attribute_text(w, "program", SLICE("nafkah"));
	xml_attribute_text(w, "versi-program", r->program_version);
	record_write_month(w, "periode", r->period);
	xml_attribute_text(w, "pengadilan", r->court);
	xml_attribute_number(w, "percobaan", (int64_t)r->attempt);
	if (date_is_set(r->pay_date))
		record_write_day(w, "tanggal-bayar", r->pay_date);
	record_write_origins(w, r->origins);
	write_file(w, list_element.name, &r->list);
	xml_open(w, format_element.name);
	xml_attribute_text(w, "id", r->format_id);
	record_write_file(w, &r->format);
	xml_close(w);
	write_file(w, bank_element.name, &r->bank_file);
	for (size_t i = 0; i < r->earlier_count; i++)
		write_earlier(w, &r->earlier[i]);
	write_file(w, corrections_element.name, &r->corrections);
	write_file(w, office_element.name, &r->office);
	for (unsigned f = 0; f < FATE_COUNT; f++)
		write_fate(w, r, (enum fate)f);
	return xml_writer_close(w, out);
}
