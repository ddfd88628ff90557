/* formats/schema/aturan.xsd as a table, and one <versi> as struct rules. */
#include <nafkah/formats.h>
#include <nafkah/xml_take.h>

#include "xml_table.h"

#include <string.h>

#define KIND_WORDS "gaji tpp thr gaji13"
#define ORDER_WORDS "nafkah-anak iddah mutah lampau" /* places are those of enum hak */

enum { LAW_MAX = 1000, TITLE_MAX = 300, MONTHS_MAX = 600, YEARS_MAX = 99, UNIT_MAX = 1000000 };

#define LAW A("hukum", true, NAME(LAW_MAX)), END_ATTRIBUTES
#define PARAMETER(symbol, element, ...) \
	static const struct xml_attribute symbol##_attributes[] = { __VA_ARGS__, LAW }; \
	static const struct xml_element symbol = { .name = (element), .attributes = symbol##_attributes }

PARAMETER(basis_element, "dasar", A("nilai", true, WORDS("kotor setelah-iuran-wajib bersih")));
PARAMETER(basis_month_element, "bulan-dasar", A("nilai", true, WORDS("berjalan putusan")));
PARAMETER(sources_element, "sumber", A("nilai", true, LIST(KIND_WORDS)));
PARAMETER(with_element, "porsi-dengan-anak", A("asn", true, FRACTION), A("istri", true, FRACTION), A("anak", true, FRACTION));
PARAMETER(without_element, "porsi-tanpa-anak", A("asn", true, FRACTION), A("istri", true, FRACTION));
PARAMETER(months_element, "bulan-maksimum", A("iddah", true, NUMBER(1, MONTHS_MAX)), A("mutah", true, NUMBER(1, MONTHS_MAX)));
PARAMETER(payment_element, "pembayaran", A("nilai", true, WORDS("berurutan bersamaan")),
          A("urutan", true, LIST("iddah mutah lampau")));
PARAMETER(age_element, "usia-anak", A("batas", true, NUMBER(1, YEARS_MAX)), A("sekolah", true, NUMBER(1, YEARS_MAX)));
PARAMETER(stop_element, "anak-berhenti", A("nilai", true, WORDS("bagi-ulang kembali")));
PARAMETER(remarriage_element, "kawin-lagi", A("nilai", true, WORDS("pecahan semua tidak")));
PARAMETER(limit_element, "batas", A("nilai", true, WORDS("porsi-asn tanpa")));
PARAMETER(unit_element, "satuan", A("rupiah", true, NUMBER(1, UNIT_MAX)));
PARAMETER(fewer_element, "baris-berkurang", A("persen", true, NUMBER(0, 100)));

static const struct xml_child version_children[] = {
	ONE(basis_element),  ONE(basis_month_element), ONE(sources_element), ONE(with_element), ONE(without_element),
	ONE(months_element), ONE(payment_element),     ONE(age_element),     ONE(stop_element), ONE(remarriage_element),
	ONE(limit_element),  ONE(unit_element),        ONE(fewer_element),   END_CHILDREN,
};
static const struct xml_attribute version_attributes[] = {
	A("mulai", true, MONTH), A("ditinjau-sampai", true, MONTH), END_ATTRIBUTES,
};
static const struct xml_element version_element = {
	.name = "versi", .attributes = version_attributes, .children = version_children,
};
static const struct xml_child root_children[] = { BETWEEN(version_element, 1, 0), END_CHILDREN };
static const struct xml_attribute root_attributes[] = {
	A("id", true, .type = XML_ID), A("judul", true, NAME(TITLE_MAX)), END_ATTRIBUTES,
};
static const struct xml_element root_element = {
	.name = "aturan", .attributes = root_attributes, .children = root_children,
};

struct reading {
	struct rules in_force;
	month_no period, last_start, first_start;
	bool found;
	struct slice file, id, title;
	struct arena *arena;
	struct findings *findings;
};

static void inconsistent(struct reading *rd, const struct xml_node *n, const char *value, const char *rule)
{
	findings_add(rd->findings, &(struct finding){
		.code = N0806_RULES_INCONSISTENT, .file = rd->file, .line = n->line, .value = slice_from_c(value),
		.detail = slice_from_c(rule),
	});
}

/* 1 = a + b + c, exactly. */
static bool sums_to_one(struct ratio a, struct ratio b, struct ratio c)
{
	int64_t dens = (int64_t)a.den * b.den * c.den;

	return (int64_t)a.num * b.den * c.den + (int64_t)b.num * a.den * c.den + (int64_t)c.num * a.den * b.den == dens;
}

static void read_shares(struct reading *rd, const struct xml_node *n, bool children, struct shares *out)
{
	*out = (struct shares){
		.asn = xml_take_ratio(n, "asn"),
		.wife = xml_take_ratio(n, "istri"),
		.children = children ? xml_take_ratio(n, "anak") : (struct ratio){ 0, 1 },
	};
	if (!sums_to_one(out->asn, out->wife, out->children))
		inconsistent(rd, n, n->kind->name, "asn + istri + anak = 1");
}

static void read_sources(const struct xml_node *n, struct rules *r)
{
	struct slice rest = xml_attr(n, "nilai");

	while (rest.ptr != NULL && r->source_count < KIND_COUNT)
		r->sources[r->source_count++] = (enum kind)word_index(KIND_WORDS, next_of_words(&rest));
}

static void read_payment(struct reading *rd, const struct xml_node *n, struct rules *r)
{
	struct slice rest = xml_attr(n, "urutan");
	size_t count = 0;

	r->sequential = xml_take_word(n, "nilai", "berurutan bersamaan", 0) == 0;
	while (rest.ptr != NULL && count < 3)
		r->order[count++] = (enum hak)word_index(ORDER_WORDS, next_of_words(&rest));
	if (count < 3)
		xml_refuse_as(n, "urutan", xml_attr(n, "urutan"), "iddah, mutah, lampau", false, rd->file, rd->findings);
}

/* `nilai="gaji tpp"`: the attributes of a parameter as written, without its legal basis. */
static struct slice written_value(struct arena *a, const struct xml_node *n)
{
	struct slice text = SLICE("");

	for (size_t i = 0; n->kind->attributes[i].name != NULL; i++)
		if (n->values[i].ptr != NULL && strcmp(n->kind->attributes[i].name, "hukum") != 0)
			text = arena_printf(a, "%.*s%s%s=\"%.*s\"", SLICE_ARG(text), text.len > 0 ? " " : "", n->kind->attributes[i].name,
			                    SLICE_ARG(n->values[i]));
	return text;
}

static void read_words(struct reading *rd, const struct xml_node *n, struct rules *r)
{
	for (unsigned p = 0; p < PARAMETER_COUNT; p++) {
		const struct xml_node *parameter = xml_find(n, parameter_name((enum parameter)p));

		r->words[p].value = written_value(rd->arena, parameter);
		r->words[p].law = arena_copy(rd->arena, xml_attr(parameter, "hukum"));
	}
}

static struct rules read_version(struct reading *rd, const struct xml_node *n)
{
	struct rules r = { .id = rd->id, .title = rd->title };
	const struct xml_node *months = xml_find(n, "bulan-maksimum"), *age = xml_find(n, "usia-anak");

	r.version = xml_take_month(n, "mulai");
	r.reviewed_until = xml_take_month(n, "ditinjau-sampai");
	r.basis = (enum basis)xml_take_word(xml_find(n, "dasar"), "nilai", "kotor setelah-iuran-wajib bersih", 0);
	r.basis_month = (enum basis_month)xml_take_word(xml_find(n, "bulan-dasar"), "nilai", "berjalan putusan", 0);
	read_sources(xml_find(n, "sumber"), &r);
	read_shares(rd, xml_find(n, "porsi-dengan-anak"), true, &r.with_children);
	read_shares(rd, xml_find(n, "porsi-tanpa-anak"), false, &r.without_children);
	r.max_iddah = (int32_t)xml_take_whole(months, "iddah", 0);
	r.max_mutah = (int32_t)xml_take_whole(months, "mutah", 0);
	read_payment(rd, xml_find(n, "pembayaran"), &r);
	r.age_limit = (int32_t)xml_take_whole(age, "batas", 0);
	r.age_limit_school = (int32_t)xml_take_whole(age, "sekolah", 0);
	r.child_stop = (enum child_stop)xml_take_word(xml_find(n, "anak-berhenti"), "nilai", "bagi-ulang kembali", 0);
	r.remarriage = (enum remarriage)xml_take_word(xml_find(n, "kawin-lagi"), "nilai", "pecahan semua tidak", 0);
	r.limit = (enum limit_kind)xml_take_word(xml_find(n, "batas"), "nilai", "porsi-asn tanpa", 0);
	r.unit = xml_take_whole(xml_find(n, "satuan"), "rupiah", 1);
	r.fewer_percent = (int32_t)xml_take_whole(xml_find(n, "baris-berkurang"), "persen", 0);
	read_words(rd, n, &r);
	if (r.age_limit_school < r.age_limit)
		inconsistent(rd, age, "sekolah", "sekolah >= batas");
	return r;
}

static enum status take_version(void *context, const struct xml_node *n)
{
	struct reading *rd = context;
	struct rules r = read_version(rd, n);

	if (r.version <= rd->last_start)
		inconsistent(rd, n, "mulai", "urut menaik / ascending");
	if (r.reviewed_until < r.version)
		inconsistent(rd, n, "ditinjau-sampai", "ditinjau-sampai >= mulai");
	if (rd->first_start == MONTH_NONE)
		rd->first_start = r.version;
	rd->last_start = r.version;
	if (rd->period == MONTH_NONE || r.version <= rd->period) {
		rd->in_force = r;
		rd->found = true;
	}
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static enum status take_root(void *context, const struct xml_node *n)
{
	struct reading *rd = context;

	rd->id = arena_copy(rd->arena, xml_attr(n, "id"));
	rd->title = arena_copy(rd->arena, xml_attr(n, "judul"));
	return rd->arena->exhausted ? STATUS_FAIL : STATUS_OK;
}

static void refuse_period(const struct reading *rd)
{
	char period[8], first[8];

	month_format(rd->period, period);
	month_format(rd->first_start, first);
	findings_add(rd->findings, &(struct finding){
		.code = N0802_RULES_NOT_YET, .file = rd->file, .value = slice_from_c(period), .detail = slice_from_c(first),
	});
}

enum status rules_read(struct slice bytes, struct slice file, month_no period, struct arena *a, struct rules *out,
                       struct findings *findings)
{
	struct reading rd = { .period = period, .file = file, .arena = a, .findings = findings };
	struct xml_document doc = {
		.root = &root_element, .namespace_uri = "urn:nafkah:aturan:1", .root_open = take_root, .child = take_version,
		.context = &rd,
	};
	uint64_t refused = findings->per_level[LEVEL_TOLAK];
	enum status status = xml_read(bytes, &doc, file, findings);

	if (status != STATUS_OK)
		return status;
	if (!rd.found)
		refuse_period(&rd);
	if (findings->per_level[LEVEL_TOLAK] > refused)
		return STATUS_REJECT;
	*out = rd.in_force;
	return STATUS_OK;
}
