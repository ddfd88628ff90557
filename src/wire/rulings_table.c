/* formats/schema/putusan.xsd as a table. */
#include "rulings_table.h"

#include "xml_table.h"

enum { TEXT_MAX = 300, CASE_MAX = 100, MONTHS_MAX = 600 };
#define AWARD_MAX INT64_C(1000000000000)

static const struct xml_attribute account_attributes[] = {
	A("bank", true, TEXT(TEXT_MAX)), A("nomor", true, TEXT(TEXT_MAX)), A("nama", true, TEXT(TEXT_MAX)),
	A("bukti", false, TEXT(TEXT_MAX)), END_ATTRIBUTES,
};
static const struct xml_attribute event_attributes[] = {
	A("tanggal", true, DAY), A("bukti", false, TEXT(TEXT_MAX)), END_ATTRIBUTES,
};
static const struct xml_attribute stop_attributes[] = {
	A("tanggal", true, DAY), A("sebab", true, WORDS(STOP_WORDS)), A("bukti", false, TEXT(TEXT_MAX)), END_ATTRIBUTES,
};
static const struct xml_attribute over_attributes[] = {
	A("tanggal", true, DAY), A("sebab", true, WORDS(OVER_WORDS)), A("tunggakan", true, WORDS("lanjut hapus")),
	A("bukti", false, TEXT(TEXT_MAX)), END_ATTRIBUTES,
};
static const struct xml_attribute asn_attributes[] = {
	A("nip", true, .type = XML_NIP), A("nama", true, NAME(TEXT_MAX)), END_ATTRIBUTES,
};
static const struct xml_attribute spouse_attributes[] = {
	A("nama", true, NAME(TEXT_MAX)), A("nik", false, TEXT(TEXT_MAX)), A("hubungan", true, WORDS(RELATION_WORDS)), END_ATTRIBUTES,
};
static const struct xml_attribute child_attributes[] = {
	A("id", true, TEXT(TEXT_MAX)), A("nama", true, NAME(TEXT_MAX)), A("lahir", true, DAY), A("asuh", true, WORDS(CUSTODY_WORDS)),
	A("sekolah", false, WORDS("ya tidak")), END_ATTRIBUTES,
};
#define TERM_ATTRIBUTES \
	A("cara", true, WORDS(CARA_WORDS)), A("bulan", false, NUMBER(1, MONTHS_MAX)), \
	A("per-bulan", false, NUMBER(1, AWARD_MAX)), A("jumlah", false, NUMBER(1, AWARD_MAX)), \
	A("dibayar", false, NUMBER(0, AWARD_MAX))
static const struct xml_attribute term_attributes[] = { TERM_ATTRIBUTES, END_ATTRIBUTES };
static const struct xml_attribute span_attributes[] = {
	TERM_ATTRIBUTES, A("dari", false, MONTH), A("sampai", false, MONTH), END_ATTRIBUTES,
};
static const struct xml_attribute support_attributes[] = {
	A("cara", true, WORDS(CARA_WORDS)), A("anak", false, TEXT(TEXT_MAX)), A("per-bulan", false, NUMBER(1, AWARD_MAX)),
	A("naik", false, NUMBER(0, 100)), END_ATTRIBUTES,
};
static const struct xml_attribute share_attributes[] = { A("cara", true, WORDS(CARA_WORDS)), END_ATTRIBUTES };
static const struct xml_attribute amar_attributes[] = {
	A("pembayaran", false, WORDS(PAYMENT_WORDS)), A("penghasilan", false, NUMBER(1, AWARD_MAX)), END_ATTRIBUTES,
};
static const struct xml_attribute ruling_attributes[] = {
	A("nomor", true, NAME(CASE_MAX)), A("entri", false, NUMBER(1, 99)), END_ATTRIBUTES,
};
static const struct xml_attribute root_attributes[] = {
	A("pengadilan", true, NAME(TEXT_MAX)), A("tanggal", true, DAY), END_ATTRIBUTES,
};

static const struct xml_element account_element = { .name = "rekening", .attributes = account_attributes };
static const struct xml_element remarried_element = { .name = "kawin-lagi", .attributes = event_attributes };
static const struct xml_element died_element = { .name = "meninggal", .attributes = event_attributes };
static const struct xml_element confirmed_element = { .name = "konfirmasi", .attributes = event_attributes };
static const struct xml_element stop_element = { .name = "berhenti", .attributes = stop_attributes };
static const struct xml_element over_element = { .name = "selesai", .attributes = over_attributes };
static const struct xml_element asn_element = { .name = "asn", .attributes = asn_attributes };

static const struct xml_child spouse_children[] = {
	OPTIONAL(account_element), OPTIONAL(remarried_element), OPTIONAL(died_element), OPTIONAL(confirmed_element),
	END_CHILDREN,
};
static const struct xml_child child_children[] = {
	OPTIONAL(account_element), OPTIONAL(stop_element), OPTIONAL(confirmed_element), END_CHILDREN,
};
static const struct xml_element spouse_element = {
	.name = "mantan", .attributes = spouse_attributes, .children = spouse_children,
};
static const struct xml_element child_element = {
	.name = "anak", .attributes = child_attributes, .children = child_children,
};

static const struct xml_element iddah_element = { .name = "iddah", .attributes = term_attributes };
static const struct xml_element mutah_element = { .name = "mutah", .attributes = term_attributes };
static const struct xml_element lampau_element = { .name = "lampau", .attributes = span_attributes };
static const struct xml_element support_element = { .name = "nafkah-anak", .attributes = support_attributes };
static const struct xml_element share_element = { .name = "bagian-gaji", .attributes = share_attributes };
static const struct xml_child amar_children[] = {
	ANY_ORDER(iddah_element),   ANY_ORDER(mutah_element), ANY_ORDER(lampau_element),
	ANY_ORDER(support_element), ANY_ORDER(share_element), END_CHILDREN,
};
static const struct xml_element amar_element = {
	.name = "amar", .attributes = amar_attributes, .children = amar_children,
};

static const struct xml_element status_element = { .name = "status", .text = { WORDS(STATUS_WORDS) } };
static const struct xml_element divorce_element = { .name = "jenis", .text = { WORDS(DIVORCE_WORDS) } };
static const struct xml_element ruled_element = { .name = "tanggal-putusan", .text = { DAY } };
static const struct xml_element final_element = { .name = "tanggal-bht", .text = { DAY } };
static const struct xml_element pledged_element = { .name = "tanggal-ikrar", .text = { DAY } };
static const struct xml_element received_element = { .name = "tanggal-terima", .text = { DAY } };
static const struct xml_element start_element = { .name = "mulai-potong", .text = { MONTH } };
static const struct xml_element paid_element = { .name = "dibayar-sampai", .text = { MONTH } };
static const struct xml_child ruling_children[] = {
	ONE(status_element),
	ONE(divorce_element),
	OPTIONAL(ruled_element),
	OPTIONAL(final_element),
	OPTIONAL(pledged_element),
	OPTIONAL(received_element),
	OPTIONAL(start_element),
	OPTIONAL(paid_element),
	ONE(asn_element),
	ONE(spouse_element),
	ANY(child_element),
	OPTIONAL(amar_element),
	OPTIONAL(over_element),
	END_CHILDREN,
};
static const struct xml_element ruling_element = {
	.name = "putusan", .attributes = ruling_attributes, .children = ruling_children,
};
static const struct xml_child root_children[] = { ANY(ruling_element), END_CHILDREN };
const struct xml_element rulings_root = {
	.name = "daftar-putusan", .attributes = root_attributes, .children = root_children,
};
