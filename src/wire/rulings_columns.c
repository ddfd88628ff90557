#include <nafkah/rulings_columns.h>

#include "rulings_table.h"

#include <string.h>

/* Words for a column: of which part, and where below its element. */
#define COLUMN(c, n, p, e, a, f) [c] = { .name = (n), .part = PART_##p, .element = (e), .attribute = (a), .flags = (f) }

const struct rulings_column_kind rulings_columns[RULINGS_COLUMN_COUNT] = {
	COLUMN(RC_PENGADILAN, "pengadilan", LIST, "", "pengadilan", RULINGS_REQUIRED),
	COLUMN(RC_TANGGAL_DAFTAR, "tanggal_daftar", LIST, "", "tanggal", RULINGS_REQUIRED),
	COLUMN(RC_NOMOR, "nomor", CASE, "", "nomor", RULINGS_REQUIRED),
	COLUMN(RC_ENTRI, "entri", CASE, "", "entri", 0),
	COLUMN(RC_STATUS, "status", RULING, "status", NULL, RULINGS_REQUIRED),
	COLUMN(RC_JENIS, "jenis", RULING, "jenis", NULL, RULINGS_REQUIRED),
	COLUMN(RC_TANGGAL_PUTUSAN, "tanggal_putusan", RULING, "tanggal-putusan", NULL, 0),
	COLUMN(RC_TANGGAL_BHT, "tanggal_bht", RULING, "tanggal-bht", NULL, 0),
	COLUMN(RC_TANGGAL_IKRAR, "tanggal_ikrar", RULING, "tanggal-ikrar", NULL, 0),
	COLUMN(RC_TANGGAL_TERIMA, "tanggal_terima", RULING, "tanggal-terima", NULL, 0),
	COLUMN(RC_MULAI_POTONG, "mulai_potong", RULING, "mulai-potong", NULL, 0),
	COLUMN(RC_DIBAYAR_SAMPAI, "dibayar_sampai", RULING, "dibayar-sampai", NULL, 0),
	COLUMN(RC_NIP, "nip", RULING, "asn", "nip", RULINGS_REQUIRED | RULINGS_KEY),
	COLUMN(RC_NAMA_ASN, "nama_asn", RULING, "asn", "nama", RULINGS_REQUIRED),
	COLUMN(RC_NAMA_MANTAN, "nama_mantan", RULING, "mantan", "nama", RULINGS_REQUIRED),
	COLUMN(RC_NIK_MANTAN, "nik_mantan", RULING, "mantan", "nik", RULINGS_KEY),
	COLUMN(RC_HUBUNGAN_MANTAN, "hubungan_mantan", RULING, "mantan", "hubungan", RULINGS_REQUIRED),
	COLUMN(RC_BANK_MANTAN, "bank_mantan", RULING, "mantan/rekening", "bank", RULINGS_KEY),
	COLUMN(RC_REKENING_MANTAN, "rekening_mantan", RULING, "mantan/rekening", "nomor", RULINGS_KEY),
	COLUMN(RC_NAMA_REKENING_MANTAN, "nama_rekening_mantan", RULING, "mantan/rekening", "nama", 0),
	COLUMN(RC_BUKTI_REKENING_MANTAN, "bukti_rekening_mantan", RULING, "mantan/rekening", "bukti", 0),
	COLUMN(RC_TANGGAL_KAWIN_LAGI, "tanggal_kawin_lagi", RULING, "mantan/kawin-lagi", "tanggal", 0),
	COLUMN(RC_BUKTI_KAWIN_LAGI, "bukti_kawin_lagi", RULING, "mantan/kawin-lagi", "bukti", 0),
	COLUMN(RC_TANGGAL_MENINGGAL, "tanggal_meninggal", RULING, "mantan/meninggal", "tanggal", 0),
	COLUMN(RC_BUKTI_MENINGGAL, "bukti_meninggal", RULING, "mantan/meninggal", "bukti", 0),
	COLUMN(RC_TANGGAL_KONFIRMASI_MANTAN, "tanggal_konfirmasi_mantan", RULING, "mantan/konfirmasi", "tanggal", 0),
	COLUMN(RC_BUKTI_KONFIRMASI_MANTAN, "bukti_konfirmasi_mantan", RULING, "mantan/konfirmasi", "bukti", 0),
	COLUMN(RC_PEMBAYARAN, "pembayaran", RULING, "amar", "pembayaran", 0),
	COLUMN(RC_PENGHASILAN, "penghasilan", RULING, "amar", "penghasilan", 0),
	COLUMN(RC_TANGGAL_SELESAI, "tanggal_selesai", RULING, "selesai", "tanggal", 0),
	COLUMN(RC_SEBAB_SELESAI, "sebab_selesai", RULING, "selesai", "sebab", 0),
	COLUMN(RC_TUNGGAKAN, "tunggakan", RULING, "selesai", "tunggakan", 0),
	COLUMN(RC_BUKTI_SELESAI, "bukti_selesai", RULING, "selesai", "bukti", 0),
	COLUMN(RC_HAK, "hak", AWARD, "", NULL, RULINGS_REQUIRED),
	COLUMN(RC_CARA, "cara", AWARD, "", "cara", RULINGS_REQUIRED),
	COLUMN(RC_BULAN, "bulan", AWARD, "", "bulan", 0),
	COLUMN(RC_PER_BULAN, "per_bulan", AWARD, "", "per-bulan", 0),
	COLUMN(RC_JUMLAH, "jumlah", AWARD, "", "jumlah", 0),
	COLUMN(RC_DIBAYAR, "dibayar", AWARD, "", "dibayar", 0),
	COLUMN(RC_DARI, "dari", AWARD, "", "dari", 0),
	COLUMN(RC_SAMPAI, "sampai", AWARD, "", "sampai", 0),
	COLUMN(RC_NAIK, "naik", AWARD, "", "naik", 0),
	COLUMN(RC_ID_ANAK, "id_anak", CHILD, "", "id", 0),
	COLUMN(RC_NAMA_ANAK, "nama_anak", CHILD, "", "nama", 0),
	COLUMN(RC_LAHIR_ANAK, "lahir_anak", CHILD, "", "lahir", 0),
	COLUMN(RC_ASUH_ANAK, "asuh_anak", CHILD, "", "asuh", 0),
	COLUMN(RC_SEKOLAH_ANAK, "sekolah_anak", CHILD, "", "sekolah", 0),
	COLUMN(RC_BANK_ANAK, "bank_anak", CHILD, "rekening", "bank", RULINGS_KEY),
	COLUMN(RC_REKENING_ANAK, "rekening_anak", CHILD, "rekening", "nomor", RULINGS_KEY),
	COLUMN(RC_NAMA_REKENING_ANAK, "nama_rekening_anak", CHILD, "rekening", "nama", 0),
	COLUMN(RC_BUKTI_REKENING_ANAK, "bukti_rekening_anak", CHILD, "rekening", "bukti", 0),
	COLUMN(RC_TANGGAL_BERHENTI, "tanggal_berhenti", CHILD, "berhenti", "tanggal", 0),
	COLUMN(RC_SEBAB_BERHENTI, "sebab_berhenti", CHILD, "berhenti", "sebab", 0),
	COLUMN(RC_BUKTI_BERHENTI, "bukti_berhenti", CHILD, "berhenti", "bukti", 0),
	COLUMN(RC_TANGGAL_KONFIRMASI_ANAK, "tanggal_konfirmasi_anak", CHILD, "konfirmasi", "tanggal", 0),
	COLUMN(RC_BUKTI_KONFIRMASI_ANAK, "bukti_konfirmasi_anak", CHILD, "konfirmasi", "bukti", 0),
	COLUMN(RC_CATATAN, "catatan", NOTE, "", NULL, 0),
};

/* `name` is one of them. */
static const struct xml_element *child_of(const struct xml_element *kind, struct slice name)
{
	const struct xml_child *c = kind->children;

	while (!slice_equal(slice_from_c(c->element->name), name))
		c++;
	return c->element;
}

/* XML_NONE: there is no such attribute. */
static struct xml_value attribute_of(const struct xml_element *kind, const char *name)
{
	static const struct xml_value none = { .type = XML_NONE };

	for (const struct xml_attribute *a = kind->attributes; a != NULL && a->name != NULL; a++)
		if (strcmp(a->name, name) == 0)
			return a->value;
	return none;
}

/* An award's column has the type that it has in the first award with such an attribute. */
static struct xml_value award_value(const struct xml_element *ruling, const char *attribute)
{
	struct xml_value v = { .type = XML_NONE };

	for (const struct xml_child *c = child_of(ruling, SLICE("amar"))->children; v.type == XML_NONE && c->element != NULL; c++)
		v = attribute_of(c->element, attribute);
	return v;
}

struct xml_value rulings_column_value(enum rulings_column c)
{
	const struct rulings_column_kind *k = &rulings_columns[c];
	const struct xml_element *kind = rulings_root.children[0].element;
	struct slice path = slice_from_c(k->element);

	if (k->part == PART_NOTE)
		return (struct xml_value){ .type = XML_NONE };
	if (c == RC_HAK)
		return (struct xml_value){ .type = XML_ENUM, .words = HAK_WORDS };
	if (k->part == PART_AWARD)
		return award_value(kind, k->attribute);
	if (k->part == PART_LIST)
		kind = &rulings_root;
	else if (k->part == PART_CHILD)
		kind = child_of(kind, SLICE("anak"));
	while (path.len > 0)
		kind = child_of(kind, slice_cut(&path, '/'));
	return k->attribute != NULL ? attribute_of(kind, k->attribute) : kind->text;
}

static bool is_part(const struct xml_node *n, enum rulings_part *part)
{
	const char *name = n->kind->name;

	if (n->kind == &rulings_root)
		*part = PART_LIST;
	else if (n->kind == rulings_root.children[0].element)
		*part = PART_RULING;
	else if (strcmp(name, "anak") == 0)
		*part = PART_CHILD;
	else if (n->parent != NULL && strcmp(n->parent->kind->name, "amar") == 0)
		*part = PART_AWARD;
	else
		return false;
	return true;
}

/* Whether the column's path, read from its end, leads from `n` up to the element of the column's part. */
static bool leads_to(const struct rulings_column_kind *k, const struct xml_node *n)
{
	struct slice path = slice_from_c(k->element);
	enum rulings_part part = k->part == PART_CASE ? PART_RULING : k->part, found;

	while (!is_part(n, &found)) {
		struct slice name = slice_from_c(n->kind->name);

		if (path.len < name.len || !slice_equal(slice_sub(path, path.len - name.len, name.len), name) || n->parent == NULL)
			return false;
		path.len -= name.len;
		if (path.len > 0 && path.ptr[path.len - 1] == '/')
			path.len--;
		n = n->parent;
	}
	return path.len == 0 && found == part;
}

const char *rulings_column_name(const struct xml_node *n, const char *attribute)
{
	enum rulings_part part;

	if (attribute != NULL && strcmp(attribute, "anak") == 0 && is_part(n, &part) && part == PART_AWARD)
		return rulings_columns[RC_ID_ANAK].name;
	for (size_t i = 0; i < RULINGS_COLUMN_COUNT; i++) {
		const char *own = rulings_columns[i].attribute;

		if ((own == NULL) == (attribute == NULL) && (own == NULL || strcmp(own, attribute) == 0) &&
		    rulings_columns[i].part != PART_NOTE && leads_to(&rulings_columns[i], n))
			return rulings_columns[i].name;
	}
	return NULL;
}
