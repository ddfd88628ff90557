/* formats/schema/kantor.xsd as a table, and a <kantor> as a struct office. */
#include <nafkah/formats.h>
#include <nafkah/nip.h>
#include <nafkah/xml_take.h>

#include "xml_table.h"

enum { NAME_MAX_CHARACTERS = 300 };

static const struct xml_element name_element = { .name = "nama", .text = { NAME(NAME_MAX_CHARACTERS) } };
static const struct xml_element line_element = { .name = "kop", .text = { NAME(NAME_MAX_CHARACTERS) } };
static const struct xml_attribute official_attributes[] = {
	A("jabatan", true, NAME(NAME_MAX_CHARACTERS)), A("nama", true, NAME(NAME_MAX_CHARACTERS)),
	A("nip", false, .type = XML_NIP), END_ATTRIBUTES,
};
static const struct xml_element official_element = { .name = "pejabat", .attributes = official_attributes };
static const struct xml_attribute account_attributes[] = {
	A("bank", true, NAME(NAME_MAX_CHARACTERS)), A("nomor", true, NAME(NAME_MAX_CHARACTERS)),
	A("nama", true, NAME(NAME_MAX_CHARACTERS)), END_ATTRIBUTES,
};
static const struct xml_element account_element = { .name = "rekening", .attributes = account_attributes };
static const struct xml_attribute tested_attributes[] = {
	A("id", true, .type = XML_ID), A("oleh", true, NAME(NAME_MAX_CHARACTERS)), A("tanggal", true, DAY), END_ATTRIBUTES,
};
static const struct xml_element tested_element = { .name = "uji-format", .attributes = tested_attributes };
static const struct xml_child root_children[] = {
	ONE(name_element), BETWEEN(line_element, 0, OFFICE_LINES_MAX), BETWEEN(official_element, 1, OFFICE_OFFICIALS_MAX),
	OPTIONAL(account_element), BETWEEN(tested_element, 0, OFFICE_TESTED_MAX), END_CHILDREN,
};
static const struct xml_element root_element = { .name = "kantor", .children = root_children };

struct reading {
	struct office *out;
	struct slice file;
	struct arena *arena;
	struct findings *findings;
};

static enum status take_official(struct reading *rd, const struct xml_node *n)
{
	struct slice nip = xml_attr(n, "nip");
	struct official *o;

	if (rd->out->official_count == OFFICE_OFFICIALS_MAX)
		return STATUS_REJECT; /* one too many has its finding already */
	o = &rd->out->officials[rd->out->official_count++];
	*o = (struct official){
		.post = arena_copy(rd->arena, xml_attr(n, "jabatan")), .name = arena_copy(rd->arena, xml_attr(n, "nama")),
	};
	if (nip.ptr == NULL || nip_parse(nip, &o->nip))
		return STATUS_OK;
	xml_refuse_as(n, "nip", nip, "NIP", true, rd->file, rd->findings);
	return STATUS_REJECT;
}

static enum status take_account(struct reading *rd, const struct xml_node *n)
{
	struct slice number = xml_attr(n, "nomor");

	rd->out->account = account_read(rd->arena, xml_attr(n, "bank"), number, xml_attr(n, "nama"), SLICE(""));
	if (rd->out->account.possible)
		return STATUS_OK;
	xml_refuse_as(n, "nomor", number, "bank 3 angka, nomor 5..20 angka", true, rd->file, rd->findings);
	return STATUS_REJECT;
}

static enum status take_tested(struct reading *rd, const struct xml_node *n)
{
	struct format_tested t = {
		.id = arena_copy(rd->arena, xml_attr(n, "id")), .by = arena_copy(rd->arena, xml_attr(n, "oleh")),
		.date = xml_take_date(n, "tanggal"),
	};

	for (size_t i = 0; i < rd->out->tested_count; i++) {
		if (!slice_equal(rd->out->tested[i].id, t.id))
			continue;
		xml_refuse_as(n, "id", t.id, "satu kali / once", false, rd->file, rd->findings);
		return STATUS_REJECT;
	}
	if (rd->out->tested_count == OFFICE_TESTED_MAX)
		return STATUS_REJECT; /* one too many has its finding already */
	rd->out->tested[rd->out->tested_count++] = t;
	return STATUS_OK;
}

static enum status take_child(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	enum status status = STATUS_OK;

	if (n->kind == &name_element)
		rd->out->name = arena_copy(rd->arena, n->text);
	else if (n->kind == &line_element && rd->out->line_count < OFFICE_LINES_MAX)
		rd->out->lines[rd->out->line_count++] = arena_copy(rd->arena, n->text);
	else if (n->kind == &official_element)
		status = take_official(rd, n);
	else if (n->kind == &account_element)
		status = take_account(rd, n);
	else if (n->kind == &tested_element)
		status = take_tested(rd, n);
	return rd->arena->exhausted ? STATUS_FAIL : status;
}

enum status office_read(struct slice bytes, struct slice file, struct arena *a, struct office *out,
                        struct findings *findings)
{
	struct office office = { 0 };
	struct reading rd = { .out = &office, .file = file, .arena = a, .findings = findings };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = "urn:nafkah:kantor:1", .child = take_child, .context = &rd,
	};
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status == STATUS_OK)
		*out = office;
	return status;
}
