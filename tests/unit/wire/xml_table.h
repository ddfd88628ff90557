/* A made-up document type that has every type and every shape a table can have, and the same as an XSD (types on
 * xs:string, so that nothing is collapsed). Shared by the unit tests and the fuzz target of wire/xml. */
#ifndef TESTS_XML_TABLE_H
#define TESTS_XML_TABLE_H

#include <nafkah/xml.h>

#define UJI_URI "urn:nafkah:uji:1"

static const struct xml_attribute uji_orang_attributes[] = {
	{ "nip", true, { .type = XML_NIP } },
	{ "lahir", false, { .type = XML_DATE } },
	{ "bulan", false, { .type = XML_MONTH } },
	{ "jumlah", false, { .type = XML_WHOLE, .min = 1, .max = 600 } },
	{ "porsi", false, { .type = XML_RATIO } },
	{ "id", false, { .type = XML_ID } },
	{ "kelas", false, { .type = XML_ENUM, .words = "ibu ayah wali" } },
	{ "sumber", false, { .type = XML_WORDS, .words = "gaji tpp thr" } },
	{ "ket", false, { .type = XML_TEXT, .max = 10 } },
	{ "panjang", false, { .type = XML_TEXT } },
	{ .name = NULL },
};
static const struct xml_attribute uji_root_attributes[] = {
	{ "judul", true, { .type = XML_WORD } },
	{ .name = NULL },
};
static const struct xml_attribute uji_hak_attributes[] = {
	{ "cara", true, { .type = XML_ENUM, .words = "pecahan nominal" } },
	{ .name = NULL },
};

static const struct xml_element uji_nama = { .name = "nama", .text = { .type = XML_WORD, .max = 20 } };
static const struct xml_element uji_status = { .name = "status", .text = { .type = XML_ENUM, .words = "bht rujuk" } };
static const struct xml_element uji_hak = { .name = "hak", .attributes = uji_hak_attributes };
static const struct xml_element uji_iddah = { .name = "iddah" };
static const struct xml_element uji_mutah = { .name = "mutah", .text = { .type = XML_TEXT } };
static const struct xml_child uji_amar_children[] = {
	{ &uji_iddah, 0, 0, 1 },
	{ &uji_mutah, 0, 0, 1 },
	{ &uji_hak, 0, 1, 0 },
	{ .element = NULL },
};
static const struct xml_element uji_amar = { .name = "amar", .children = uji_amar_children };
static const struct xml_child uji_orang_children[] = {
	{ &uji_nama, 1, 1, 0 }, { &uji_status, 0, 1, 0 }, { &uji_hak, 0, 3, 0 },
	{ &uji_amar, 1, 2, 0 }, { &uji_status, 0, 1, 0 }, { .element = NULL },
};
static const struct xml_element uji_orang = {
	.name = "orang",
	.attributes = uji_orang_attributes,
	.children = uji_orang_children,
};
static const struct xml_child uji_root_children[] = { { &uji_orang, 0, 0, 0 }, { .element = NULL } };
static const struct xml_element uji_root = {
	.name = "daftar",
	.attributes = uji_root_attributes,
	.children = uji_root_children,
};

#define XSD_TYPE(name, pattern) \
	"<xs:simpleType name='" name "'><xs:restriction base='xs:string'><xs:pattern value='" pattern \
	"'/></xs:restriction></xs:simpleType>"
#define XSD_WORD "[\\s\\S]*\\S[\\s\\S]*"

static const char uji_xsd[] =
	"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns='" UJI_URI "' targetNamespace='" UJI_URI "'"
	" elementFormDefault='qualified'>" XSD_TYPE("nip", "[0-9]{18}") XSD_TYPE(
		"date", "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
		XSD_TYPE("month", "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])") XSD_TYPE(
			"whole", "[1-9]|[1-9][0-9]|[1-5][0-9]{2}|600") XSD_TYPE("ratio", "(0|[1-9][0-9]{0,2}|1000)/"
                                                                                         "([1-9][0-9]{0,2}|1000)")
			XSD_TYPE("id", "[a-z0-9][a-z0-9\\-]{0,63}") XSD_TYPE("kelas", "ibu|ayah|wali") XSD_TYPE(
				"sumber", "(gaji|tpp|thr)( (gaji|tpp|thr))*") XSD_TYPE("ket", "[\\s\\S]{0,10}")
				XSD_TYPE("word", XSD_WORD) XSD_TYPE("status", "bht|rujuk") XSD_TYPE(
					"cara",
					"pecahan|nominal") "<xs:simpleType name='nama'><xs:restriction "
                                                           "base='word'><xs:maxLength "
                                                           "value='20'/></xs:restriction></xs:simpleType>"
							   "<xs:complexType name='hak'><xs:attribute name='cara' "
                                                           "type='cara' use='required'/></xs:complexType>"
							   "<xs:complexType name='kosong'/>"
							   "<xs:complexType name='amar'><xs:sequence><xs:choice "
                                                           "minOccurs='0' maxOccurs='unbounded'>"
							   "<xs:element name='iddah' type='kosong'/><xs:element "
                                                           "name='mutah' type='xs:string'/></xs:choice>"
							   "<xs:element name='hak' type='hak' "
                                                           "minOccurs='0'/></xs:sequence></xs:complexType>"
							   "<xs:complexType name='orang'><xs:sequence><xs:element "
                                                           "name='nama' type='nama'/>"
							   "<xs:element name='status' type='status' minOccurs='0'/>"
							   "<xs:element name='hak' type='hak' minOccurs='0' "
                                                           "maxOccurs='3'/>"
							   "<xs:element name='amar' type='amar' maxOccurs='2'/>"
							   "<xs:element name='status' type='status' "
                                                           "minOccurs='0'/></xs:sequence>"
							   "<xs:attribute name='nip' type='nip' "
                                                           "use='required'/><xs:attribute name='lahir' type='date'/>"
							   "<xs:attribute name='bulan' type='month'/><xs:attribute "
                                                           "name='jumlah' type='whole'/>"
							   "<xs:attribute name='porsi' type='ratio'/><xs:attribute "
                                                           "name='id' type='id'/>"
							   "<xs:attribute name='kelas' type='kelas'/><xs:attribute "
                                                           "name='sumber' type='sumber'/>"
							   "<xs:attribute name='ket' type='ket'/><xs:attribute "
                                                           "name='panjang' type='xs:string'/></xs:complexType>"
							   "<xs:element name='daftar'><xs:complexType><xs:sequence>"
							   "<xs:element name='orang' type='orang' minOccurs='0' "
                                                           "maxOccurs='unbounded'/></xs:sequence>"
							   "<xs:attribute name='judul' type='word' "
                                                           "use='required'/></xs:complexType></xs:element>"
							   "</xs:schema>";

#endif
