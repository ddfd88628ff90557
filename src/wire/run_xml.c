/* formats/schema/run.xsd as a table; writing and reading back. */
#include <nafkah/run_record.h>
#include <nafkah/nip.h>
#include <nafkah/xml_take.h>

#include "xml_table.h"

#include <string.h>

#define NAMESPACE "urn:nafkah:run:1"
#define KIND_WORDS "gaji tpp thr gaji13"
#define ROLE_OF_FILE_WORDS "penggajian penghasilan"
#define YES_NO "ya tidak"
#define HAK_WORDS "nafkah-anak iddah mutah lampau bagian-gaji"

enum { ANY_LENGTH = 0 };
#define COUNT NUMBER(0, INT64_MAX)

static const struct xml_attribute rules_attributes[] = {
	A("id", true, .type = XML_ID), A("versi", true, MONTH), A("sha256", true, NAME(ANY_LENGTH)),
	A("nama", true, NAME(ANY_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute layout_attributes[] = {
	A("id", true, .type = XML_ID), A("sha256", true, NAME(ANY_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute document_attributes[] = {
	A("nama", true, NAME(ANY_LENGTH)), A("sha256", true, NAME(ANY_LENGTH)), A("ukuran", true, COUNT), END_ATTRIBUTES,
};
static const struct xml_attribute column_attributes[] = { A("nama", true, TEXT(ANY_LENGTH)), END_ATTRIBUTES };
static const struct xml_attribute payroll_attributes[] = {
	A("nama", true, NAME(ANY_LENGTH)), A("jenis", true, WORDS(KIND_WORDS)), A("tata-letak", true, .type = XML_ID),
	A("sha256", true, NAME(ANY_LENGTH)), A("ukuran", true, COUNT), A("baris", true, COUNT),
	A("kotor", true, NAME(ANY_LENGTH)), A("potongan", true, NAME(ANY_LENGTH)), A("bersih", true, NAME(ANY_LENGTH)),
	A("peran", true, WORDS(ROLE_OF_FILE_WORDS)), A("bukti", true, WORDS(YES_NO)), END_ATTRIBUTES,
};
static const struct xml_attribute option_attributes[] = {
	A("nama", true, NAME(ANY_LENGTH)), A("nilai", true, TEXT(ANY_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute held_attributes[] = {
	A("nomor", true, NAME(ANY_LENGTH)), A("hak", true, WORDS(HAK_WORDS)), A("penerima", true, NAME(ANY_LENGTH)),
	A("rupiah", true, COUNT), A("lebih", true, WORDS(YES_NO)), END_ATTRIBUTES,
};
static const struct xml_attribute base_attributes[] = {
	A("nip", true, .type = XML_NIP), A("rupiah", true, NAME(ANY_LENGTH)), END_ATTRIBUTES,
};
static const struct xml_attribute root_attributes[] = {
	A("program", true, NAME(ANY_LENGTH)), A("versi-program", true, NAME(ANY_LENGTH)), A("periode", true, MONTH),
	A("pertama", true, WORDS(YES_NO)), A("sebelumnya-segel", false, NAME(ANY_LENGTH)),
	A("sebelumnya-periode", false, MONTH), A("menunggu-jenis", false, WORDS(KIND_WORDS)),
	A("lanjutan-dari", false, NAME(ANY_LENGTH)), A("samaran", false, WORDS(YES_NO)), END_ATTRIBUTES,
};
static const struct xml_element rules_element = { .name = "aturan", .attributes = rules_attributes };
static const struct xml_element layout_element = { .name = "tata-letak", .attributes = layout_attributes };
static const struct xml_element rulings_element = { .name = "putusan", .attributes = document_attributes };
static const struct xml_element office_element = { .name = "kantor", .attributes = document_attributes };
static const struct xml_element column_element = { .name = "kolom", .attributes = column_attributes };
static const struct xml_child payroll_children[] = { BETWEEN(column_element, 1, 0), END_CHILDREN };
static const struct xml_element payroll_element = {
	.name = "penggajian", .attributes = payroll_attributes, .children = payroll_children,
};
static const struct xml_element option_element = { .name = "pilihan", .attributes = option_attributes };
static const struct xml_element held_element = { .name = "tertahan", .attributes = held_attributes };
static const struct xml_element base_element = { .name = "dasar", .attributes = base_attributes };
static const struct xml_child root_children[] = {
	ONE(rules_element), ANY(layout_element), ONE(rulings_element), OPTIONAL(office_element),
	BETWEEN(payroll_element, 1, 0), ANY(option_element), ANY(held_element), ANY(base_element),
	END_CHILDREN,
};
static const struct xml_element root_element = { .name = "run", .attributes = root_attributes, .children = root_children };

struct reading {
	struct run_record *out;
	struct slice file;
	struct findings *findings;
	struct arena *arena;
	struct run_file *files;
	struct run_layout *layouts;
	struct run_held *held;
	struct register_base *bases;
	size_t file_room, layout_room, held_room, base_room;
};

static struct slice copy_attr(struct reading *rd, const struct xml_node *n, const char *name)
{
	return arena_copy(rd->arena, xml_attr(n, name));
}

/* A base name, never a path: folders are opened by it. */
static struct slice take_name(struct reading *rd, const struct xml_node *n, const char *name)
{
	struct slice s = xml_attr(n, name);

	if (s.len > 0 && memchr(s.ptr, '/', s.len) != NULL)
		xml_refuse_as(n, name, s, "nama berkas / a base name", false, rd->file, rd->findings);
	return arena_copy(rd->arena, s);
}

/* A SHA-256 in lower-case hex, or absent. */
static struct slice take_hash(struct reading *rd, const struct xml_node *n, const char *name)
{
	struct slice s = xml_attr(n, name);
	bool hex = s.len == 64;

	for (size_t i = 0; hex && i < s.len; i++)
		hex = ascii_is_digit(s.ptr[i]) || (s.ptr[i] >= 'a' && s.ptr[i] <= 'f');
	if (s.ptr != NULL && !hex)
		xml_refuse_as(n, name, s, "64 x 0-9 a-f", false, rd->file, rd->findings);
	return arena_copy(rd->arena, s);
}

/* Rupiah with up to two decimals, which the table takes as text. */
static struct money take_money(struct reading *rd, const struct xml_node *n, const char *name)
{
	struct money m = { 0 };

	if (!xml_take_money(n, name, &m))
		xml_refuse_as(n, name, xml_attr(n, name), "0, -1, 0.50", false, rd->file, rd->findings);
	return m;
}

static struct run_file take_file(struct reading *rd, const struct xml_node *n)
{
	return (struct run_file){
		.name = take_name(rd, n, "nama"),
		.hash = take_hash(rd, n, "sha256"),
		.size = (uint64_t)xml_take_whole(n, "ukuran", 0),
	};
}

/* One name once, and a layout that is listed: folders are opened by them. */
static void check_payroll(struct reading *rd, const struct xml_node *n, const struct run_file *f)
{
	bool listed = false;

	for (size_t i = 0; i < rd->out->layout_count; i++)
		listed = listed || slice_equal(rd->layouts[i].id, f->layout);
	if (!listed)
		xml_refuse_as(n, "tata-letak", f->layout, "<tata-letak id>", false, rd->file, rd->findings);
	for (size_t i = 0; i < rd->out->file_count; i++)
		if (slice_equal(rd->files[i].name, f->name))
			xml_refuse_as(n, "nama", f->name, "nama lain / another name", false, rd->file, rd->findings);
}

static const struct slice *take_columns(struct reading *rd, const struct xml_node *n, size_t *count)
{
	struct slice *columns = NULL;
	size_t room = 0;

	*count = 0;
	for (const struct xml_node *k = n->first; k != NULL; k = k->next) {
		columns = arena_grow(rd->arena, columns, *count, &room, sizeof *columns);
		if (columns == NULL)
			return NULL;
		columns[(*count)++] = copy_attr(rd, k, "nama");
	}
	return columns;
}

static enum status take_payroll(struct reading *rd, const struct xml_node *n)
{
	struct run_file f = take_file(rd, n);

	f.kind = (enum kind)xml_take_word(n, "jenis", KIND_WORDS, 0);
	f.layout = copy_attr(rd, n, "tata-letak");
	f.rows = (uint64_t)xml_take_whole(n, "baris", 0);
	f.gross = take_money(rd, n, "kotor");
	f.cuts = take_money(rd, n, "potongan");
	f.net = take_money(rd, n, "bersih");
	f.columns = take_columns(rd, n, &f.column_count);
	f.adjusted = xml_take_word(n, "peran", ROLE_OF_FILE_WORDS, 0) == 0;
	f.kept = xml_take_yes(n, "bukti");
	rd->files = arena_grow(rd->arena, rd->files, rd->out->file_count, &rd->file_room, sizeof *rd->files);
	if (rd->files == NULL || f.columns == NULL)
		return STATUS_FAIL;
	check_payroll(rd, n, &f);
	rd->files[rd->out->file_count++] = f;
	return STATUS_OK;
}

static enum status take_layout(struct reading *rd, const struct xml_node *n)
{
	rd->layouts = arena_grow(rd->arena, rd->layouts, rd->out->layout_count, &rd->layout_room, sizeof *rd->layouts);
	if (rd->layouts == NULL)
		return STATUS_FAIL;
	rd->layouts[rd->out->layout_count++] = (struct run_layout){ copy_attr(rd, n, "id"), take_hash(rd, n, "sha256") };
	return STATUS_OK;
}

static enum status take_held(struct reading *rd, const struct xml_node *n)
{
	rd->held = arena_grow(rd->arena, rd->held, rd->out->held_count, &rd->held_room, sizeof *rd->held);
	if (rd->held == NULL)
		return STATUS_FAIL;
	if (!rd->out->has_more)
		xml_refuse_as(n, "nomor", xml_attr(n, "nomor"), "<run menunggu-jenis>", false, rd->file, rd->findings);
	rd->held[rd->out->held_count++] = (struct run_held){
		.number = copy_attr(rd, n, "nomor"), .hak = copy_attr(rd, n, "hak"), .payee = copy_attr(rd, n, "penerima"),
		.rupiah = xml_take_whole(n, "rupiah", 0), .more = xml_take_yes(n, "lebih"),
	};
	return STATUS_OK;
}

/* One after another by NIP, so that they can be looked up. */
static enum status take_base(struct reading *rd, const struct xml_node *n)
{
	struct register_base b = { .base = take_money(rd, n, "rupiah") };
	struct slice nip = xml_attr(n, "nip");

	(void)slice_to_u64(nip, &b.nip); /* the table has seen 18 digits */
	rd->bases = arena_grow(rd->arena, rd->bases, rd->out->base_count, &rd->base_room, sizeof *rd->bases);
	if (rd->bases == NULL)
		return STATUS_FAIL;
	if (rd->out->base_count > 0 && rd->bases[rd->out->base_count - 1].nip >= b.nip)
		xml_refuse_as(n, "nip", nip, "urut menurut NIP / in order of NIP", true, rd->file, rd->findings);
	if (b.base.sen < 0)
		xml_refuse_as(n, "rupiah", xml_attr(n, "rupiah"), ">= 0", false, rd->file, rd->findings);
	rd->bases[rd->out->base_count++] = b;
	return STATUS_OK;
}

static enum status take_child(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	enum status status = STATUS_OK;

	if (n->kind == &rules_element) {
		rd->out->rules_id = copy_attr(rd, n, "id");
		rd->out->rules_hash = take_hash(rd, n, "sha256");
		rd->out->rules_name = take_name(rd, n, "nama");
		rd->out->rules_version = xml_take_month(n, "versi");
	} else if (n->kind == &rulings_element) {
		rd->out->rulings = take_file(rd, n);
	} else if (n->kind == &office_element) {
		rd->out->office = take_file(rd, n);
	} else if (n->kind == &layout_element) {
		status = take_layout(rd, n);
	} else if (n->kind == &payroll_element) {
		status = take_payroll(rd, n);
	} else if (n->kind == &held_element) {
		status = take_held(rd, n);
	} else if (n->kind == &base_element) {
		status = take_base(rd, n);
	}
	return rd->arena->exhausted ? STATUS_FAIL : status;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	bool has_seal = xml_attr(n, "sebelumnya-segel").ptr != NULL, has_period = xml_attr(n, "sebelumnya-periode").ptr != NULL;

	rd->out->program_version = copy_attr(rd, n, "versi-program");
	rd->out->period = xml_take_month(n, "periode");
	rd->out->first = xml_take_yes(n, "pertama");
	rd->out->previous_seal = take_hash(rd, n, "sebelumnya-segel");
	rd->out->previous_period = xml_take_month(n, "sebelumnya-periode");
	rd->out->continues_seal = take_hash(rd, n, "lanjutan-dari");
	rd->out->masked = xml_take_yes(n, "samaran");
	rd->out->has_more = xml_attr(n, "menunggu-jenis").ptr != NULL;
	rd->out->more = (enum kind)xml_take_word(n, "menunggu-jenis", KIND_WORDS, 0);
	if (rd->out->first == has_seal || rd->out->first == has_period)
		xml_refuse_as(n, "pertama", xml_attr(n, "pertama"), "sebelumnya-segel, sebelumnya-periode", false, rd->file,
		              rd->findings);
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

enum status run_record_read(struct slice bytes, struct slice file, struct arena *a, struct run_record *out,
                            struct findings *findings)
{
	struct run_record r = { 0 };
	struct reading rd = { .out = &r, .file = file, .findings = findings, .arena = a };
	uint64_t refused = findings->per_level[LEVEL_TOLAK];
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = NAMESPACE, .root_open = take_root, .child = take_child, .context = &rd,
	};
	enum status status = xml_read(bytes, &doc, file, findings);

	r.files = rd.files;
	r.layouts = rd.layouts;
	r.held = rd.held;
	r.bases = rd.bases;
	if (status == STATUS_OK && findings->per_level[LEVEL_TOLAK] > refused)
		status = STATUS_REJECT;
	if (status == STATUS_OK)
		*out = r;
	return status;
}

static void attribute_month(struct xml_writer *w, const char *name, month_no m)
{
	char text[8];

	month_format(m, text);
	xml_attribute_text(w, name, slice_from_c(text));
}

static void attribute_yes(struct xml_writer *w, const char *name, bool yes)
{
	xml_attribute_text(w, name, yes ? SLICE("ya") : SLICE("tidak"));
}

static void write_document(struct xml_writer *w, const char *element, const struct run_file *f)
{
	xml_open(w, element);
	xml_attribute_text(w, "nama", f->name);
	xml_attribute_text(w, "sha256", f->hash);
	xml_attribute_number(w, "ukuran", (int64_t)f->size);
	xml_close(w);
}

static void write_payroll(struct xml_writer *w, const struct run_file *f)
{
	xml_open(w, "penggajian");
	xml_attribute_text(w, "nama", f->name);
	xml_attribute_text(w, "jenis", slice_from_c(kind_name(f->kind)));
	xml_attribute_text(w, "tata-letak", f->layout);
	xml_attribute_text(w, "sha256", f->hash);
	xml_attribute_number(w, "ukuran", (int64_t)f->size);
	xml_attribute_number(w, "baris", (int64_t)f->rows);
	xml_attribute_money(w, "kotor", f->gross);
	xml_attribute_money(w, "potongan", f->cuts);
	xml_attribute_money(w, "bersih", f->net);
	xml_attribute_text(w, "peran", f->adjusted ? SLICE("penggajian") : SLICE("penghasilan"));
	attribute_yes(w, "bukti", f->kept);
	for (size_t i = 0; i < f->column_count; i++) {
		xml_open(w, "kolom");
		xml_attribute_text(w, "nama", f->columns[i]);
		xml_close(w);
	}
	xml_close(w);
}

static void write_base(struct xml_writer *w, const struct register_base *b)
{
	char nip[NIP_DIGITS + 1];

	nip_format(b->nip, nip);
	xml_open(w, "dasar");
	xml_attribute_text(w, "nip", slice_from_c(nip));
	xml_attribute_money(w, "rupiah", b->base);
	xml_close(w);
}

static void write_held(struct xml_writer *w, const struct run_held *h)
{
	xml_open(w, "tertahan");
	xml_attribute_text(w, "nomor", h->number);
	xml_attribute_text(w, "hak", h->hak);
	xml_attribute_text(w, "penerima", h->payee);
	xml_attribute_number(w, "rupiah", h->rupiah);
	attribute_yes(w, "lebih", h->more);
	xml_close(w);
}

static void write_head(struct xml_writer *w, const struct run_record *r)
{
	xml_attribute_text(w, "program", SLICE("nafkah"));
	xml_attribute_text(w, "versi-program", r->program_version);
	attribute_month(w, "periode", r->period);
	attribute_yes(w, "pertama", r->first);
	if (!r->first) {
		xml_attribute_text(w, "sebelumnya-segel", r->previous_seal);
		attribute_month(w, "sebelumnya-periode", r->previous_period);
	}
	if (r->has_more)
		xml_attribute_text(w, "menunggu-jenis", slice_from_c(kind_name(r->more)));
	if (r->continues_seal.len > 0)
		xml_attribute_text(w, "lanjutan-dari", r->continues_seal);
	if (r->masked)
		attribute_yes(w, "samaran", true);
}

enum status run_record_write(const struct run_record *r, struct buf *out)
{
	struct xml_writer *w = xml_writer_new("run", NAMESPACE);

	write_head(w, r);
	xml_open(w, "aturan");
	xml_attribute_text(w, "id", r->rules_id);
	attribute_month(w, "versi", r->rules_version);
	xml_attribute_text(w, "sha256", r->rules_hash);
	xml_attribute_text(w, "nama", r->rules_name);
	xml_close(w);
	for (size_t i = 0; i < r->layout_count; i++) {
		xml_open(w, "tata-letak");
		xml_attribute_text(w, "id", r->layouts[i].id);
		xml_attribute_text(w, "sha256", r->layouts[i].hash);
		xml_close(w);
	}
	write_document(w, "putusan", &r->rulings);
	if (r->office.name.len > 0)
		write_document(w, "kantor", &r->office);
	for (size_t i = 0; i < r->file_count; i++)
		write_payroll(w, &r->files[i]);
	for (size_t i = 0; i < r->held_count; i++)
		write_held(w, &r->held[i]);
	for (size_t i = 0; i < r->base_count; i++)
		write_base(w, &r->bases[i]);
	return xml_writer_close(w, out);
}
