/* wire/xml: documents held against a table. FAILURES X08 and X09 by their ids; types, and what findings say. */
#include "xml_support.h"

static void test_X08_elements(void **state)
{
	static const struct refusal rows[] = {
		{ "unknown", HEAD "\n<orang " NIP ">" NAMA "\n<umur>3<x/></umur><amar/></orang>" TAIL,
		  N0408_XML_ELEMENT_UNEXPECTED, 3, AT "/umur", "umur", "status hak amar" },
		{ "unknown where an element is due", ORANG("<x/>" NAMA "<amar/>"), N0408_XML_ELEMENT_UNEXPECTED, 1,
		  AT "/x", "x", "nama" },
		{ "unknown at the end", ORANG(NAMA "<amar/><amar/><status>bht</status><x/>"),
		  N0408_XML_ELEMENT_UNEXPECTED, 1, AT "/x", "x", "</orang>" },
		{ "in an empty element", ORANG(NAMA "<amar><iddah><x/></iddah></amar>"), N0408_XML_ELEMENT_UNEXPECTED,
		  1, AT "/amar[1]/iddah[1]/x", "x", "</iddah>" },
		{ "in a value", ORANG("<nama>B<b>C</b></nama><amar/>"), N0408_XML_ELEMENT_UNEXPECTED, 1, AT "/nama/b",
		  "b", "</nama>" },
		{ "other case", ORANG("<Nama>B</Nama>" NAMA "<amar/>"), N0408_XML_ELEMENT_UNEXPECTED, 1, AT "/Nama",
		  "Nama", "nama" },
		{ "other root", "<putusan xmlns='" UJI_URI "'><x/></putusan>", N0408_XML_ELEMENT_UNEXPECTED, 1,
		  "putusan", "putusan", "daftar" },
		{ "missing first", HEAD "\n\n<orang " NIP ">\n<amar/></orang>" TAIL, N0409_XML_ELEMENT_MISSING, 3,
		  AT "/nama", "nama", "orang" },
		{ "missing last", ORANG(NAMA), N0409_XML_ELEMENT_MISSING, 1, AT "/amar", "amar", "orang" },
		{ "too often", ORANG(NAMA NAMA "<amar/>"), N0410_XML_ELEMENT_REPEATED, 1, AT "/nama[2]", "nama", "1" },
		{ "too often, later", ORANG(NAMA "<amar/>" NAMA), N0410_XML_ELEMENT_REPEATED, 1, AT "/nama[2]", "nama",
		  "1" },
		{ "too often, of three",
		  ORANG(NAMA "<hak cara='nominal'/><hak cara='nominal'/><hak cara='nominal'/>"
		             "<hak cara='nominal'/><amar/>"),
		  N0410_XML_ELEMENT_REPEATED, 1, AT "/hak[4]", "hak", "3" },
		{ "behind a choice", ORANG(NAMA "<amar><hak cara='nominal'/><iddah/></amar>"),
		  N0408_XML_ELEMENT_UNEXPECTED, 1, AT "/amar[1]/iddah[1]", "iddah", "</amar>" },
		{ "swapped", ORANG("<amar/>\n" NAMA), N0408_XML_ELEMENT_UNEXPECTED, 2, AT "/nama", "nama",
		  "amar status" },
		{ "text between", HEAD "\n x \n\n" TAIL, N0416_XML_TEXT_UNEXPECTED, 2, "daftar", "x", "daftar" },
		{ "text between, far down", ORANG(NAMA "<amar/>\n\n<!-- a -->\nä"), N0416_XML_TEXT_UNEXPECTED, 4, AT,
		  "ä", "orang" },
		{ "text twice", ORANG("x" NAMA "y<amar/>z"), N0416_XML_TEXT_UNEXPECTED, 1, AT, "x", "orang" },
		{ "blank in an empty element", ORANG(NAMA "<amar><iddah> </iddah></amar>"), N0416_XML_TEXT_UNEXPECTED,
		  1, AT "/amar[1]/iddah[1]", "", "iddah" },
	};

	(void)state;
	assert_all_refused(rows, COUNT(rows));
}

static void test_X08_attributes(void **state)
{
	static const struct refusal rows[] = {
		{ "unknown", WITH("umur='3'"), N0412_XML_ATTRIBUTE_UNKNOWN, 1, AT "/@umur", "umur",
		  "nip lahir bulan jumlah porsi id kelas sumber ket panjang" },
		{ "of another case", WITH("Lahir='2001-01-01'"), N0412_XML_ATTRIBUTE_UNKNOWN, 1, AT "/@Lahir", "Lahir",
		  NULL },
		{ "where none is", ORANG(NAMA "<amar a=''/>"), N0412_XML_ATTRIBUTE_UNKNOWN, 1, AT "/amar[1]/@a", "a",
		  "-" },
		{ "xml:lang", WITH("xml:lang='id'"), N0412_XML_ATTRIBUTE_UNKNOWN, 1, AT "/@xml:lang", "xml:lang",
		  NULL },
		{ "xml:space", WITH("xml:space='preserve'"), N0412_XML_ATTRIBUTE_UNKNOWN, 1, AT "/@xml:space",
		  "xml:space", NULL },
		{ "schemaLocation",
		  "<daftar xmlns='" UJI_URI "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' judul='u'"
		  " xsi:schemaLocation='a b'/>",
		  N0412_XML_ATTRIBUTE_UNKNOWN, 1, "daftar/@xsi:schemaLocation", "xsi:schemaLocation", "judul" },
		{ "prefixed", "<daftar xmlns='" UJI_URI "' xmlns:p='" UJI_URI "' judul='u' p:judul='u'/>",
		  N0412_XML_ATTRIBUTE_UNKNOWN, 1, "daftar/@p:judul", "p:judul", "judul" },
		{ "missing", HEAD "\n<orang>" NAMA "<amar/></orang>" TAIL, N0413_XML_ATTRIBUTE_MISSING, 2, AT "/@nip",
		  "nip", "18 digit" },
		{ "missing on the root", "<daftar xmlns='" UJI_URI "'/>", N0413_XML_ATTRIBUTE_MISSING, 1,
		  "daftar/@judul", "judul", "teks" },
	};

	(void)state;
	assert_all_refused(rows, COUNT(rows));
}

struct value_row {
	const char *name, *good[8], *bad[18], *expected;
};

static const struct value_row values[] = {
	{ "nip",
	  { "198503122010011005", "000000000000000000" },
	  { "", "19850312201001100", "1985031220100110055", "19850312 201001 1 005", "19850312201001100x",
	    " 198503122010011005", "198503122010011005 ", "-98503122010011005", "+98503122010011005",
	    "１98503122010011005" },
	  "18 digit" },
	{ "lahir",
	  { "2024-02-29", "1900-01-01", "2199-12-31" },
	  { "", "2025-02-30", "2025-13-01", "01/02/25", "2025-2-3", "2025-02-29", "2025-00-01", "2025-01-00",
	    "20250101", "2025-01-01Z", " 2025-01-01", "2025-01-01&#10;", "1899-12-31", "2200-01-01", "2025-01" },
	  "YYYY-MM-DD" },
	{ "bulan",
	  { "2025-12", "2026-01" },
	  { "", "2025-13", "2025-00", "2025-1", "12-2025", "2025-12-01", "2025-12 " },
	  "YYYY-MM" },
	{ "jumlah",
	  { "1", "600", "10" },
	  { "", "0", "601", "01", "+1", "-1", "1.0", "1,0", " 3", "3 ", "3&#9;", "0x1", "1e2", "9999999999999999999",
	    "1_0", "x", "000", "٣" },
	  "1..600" },
	{ "porsi",
	  { "1/3", "0/1", "1/1", "999/1000" },
	  { "", "1", "1/", "/3", "3/1", "0/0", "01/3", "1/03", "1/1001", "1/2/3", "1 / 3", "-1/3", "1/-3", "0.5",
	    "1/3 " },
	  "N/D, 0 <= N <= D <= 1000" },
	{ "id",
	  { "a1", "0", "a-b", "a-", "0123456789012345678901234567890123456789012345678901234567890123" },
	  { "", "-a", "A", "a b", "a_b", "ä", "a.", "a/",
	    "01234567890123456789012345678901234567890123456789012345678901234" },
	  "a-z 0-9 -" },
	{ "kelas",
	  { "ibu", "ayah", "wali" },
	  { "", "IBU", "ib", "ibuu", " ibu", "ibu ", "ibu ayah", "ibu ayah wali", "ayah&#10;", "w" },
	  "ibu ayah wali" },
	{ "sumber",
	  { "gaji", "gaji tpp", "tpp gaji thr", "gaji\ttpp", "gaji\ntpp" },
	  { "", " ", "gaji gaji", "gaji tpp gaji", "gaji  tpp", " gaji", "gaji ", "gaji,tpp", "gaji x", "x",
	    "gaji&#9;tpp", "gaji\r\n\n tpp" },
	  "gaji tpp thr" },
	{ "ket",
	  { "", " ", "1234567890", "ääääääääää", "&lt;&gt;&amp;&quot;" },
	  { "12345678901", "äääääääääää" },
	  "teks, 0..10 karakter" },
};

static void test_X08_attribute_values(void **state)
{
	(void)state;
	for (size_t v = 0; v < COUNT(values); v++) {
		char xml[400], column[40];
		enum code code;

		(void)snprintf(column, sizeof column, AT "/@%s", values[v].name);
		for (size_t i = 0; i < COUNT(values[v].bad) && values[v].bad[i] != NULL; i++) {
			bool nip = v == 0;

			(void)snprintf(xml, sizeof xml, HEAD "<orang %s %s='%s'>" NAMA "<amar/></orang>" TAIL,
			               nip ? "" : NIP, values[v].name, values[v].bad[i]);
			assert_refused(&(struct refusal){ .name = values[v].bad[i],
			                                  .xml = xml,
			                                  .code = N0414_XML_VALUE_BAD,
			                                  .column = column,
			                                  .detail = values[v].expected });
		}
		for (size_t i = 0; i < COUNT(values[v].good) && values[v].good[i] != NULL; i++) {
			(void)snprintf(xml, sizeof xml, HEAD "<orang %s %s='%s'>" NAMA "<amar/></orang>" TAIL,
			               v == 0 ? "" : NIP, values[v].name, values[v].good[i]);
			if (read_quietly(slice_from_c(xml), &code) != STATUS_OK)
				fail_msg("%s='%s' refused", values[v].name, values[v].good[i]);
		}
	}
}

static void test_X08_text_values(void **state)
{
	static const struct refusal rows[] = {
		{ "empty word", ORANG("\n<nama/><amar/>"), N0414_XML_VALUE_BAD, 2, AT "/nama", "",
		  "teks, 1..20 karakter" },
		{ "blank word", ORANG("<nama> \n\t</nama>\n<amar/>"), N0414_XML_VALUE_BAD, 1, AT "/nama", " \n\t",
		  NULL },
		{ "long word", ORANG("<nama>123456789012345678901</nama><amar/>"), N0414_XML_VALUE_BAD, 1, AT "/nama",
		  NULL, NULL },
		{ "other word", ORANG(NAMA "<status>BHT</status><amar/>"), N0414_XML_VALUE_BAD, 1, AT "/status", "BHT",
		  "bht rujuk" },
		{ "blank behind", ORANG(NAMA "<status>bht\n</status><amar/>"), N0414_XML_VALUE_BAD, 1, AT "/status",
		  "bht\n", NULL },
		{ "no word", ORANG(NAMA "<amar/><status/>"), N0414_XML_VALUE_BAD, 1, AT "/status", "", "bht rujuk" },
	};

	(void)state;
	assert_all_refused(rows, COUNT(rows));
}

static void test_X09_namespace(void **state)
{
	static const struct refusal rows[] = {
		{ "none", "<daftar judul='u'/>", N0415_XML_NAMESPACE, 1, "daftar", "", UJI_URI },
		{ "newer", "<daftar xmlns='urn:nafkah:uji:2' judul='u'><x/></daftar>", N0415_XML_NAMESPACE, 1, "daftar",
		  "urn:nafkah:uji:2", UJI_URI },
		{ "taken away", HEAD "<orang xmlns='' " NIP "><x/></orang>" TAIL, N0415_XML_NAMESPACE, 1,
		  "daftar/orang", "", UJI_URI },
		{ "foreign child", ORANG(NAMA "<p:amar xmlns:p='urn:x'>x<y/></p:amar><amar/>"), N0415_XML_NAMESPACE, 1,
		  AT "/amar", "urn:x", UJI_URI },
		{ "with a blank", "<daftar xmlns='" UJI_URI " ' judul='u'/>", N0415_XML_NAMESPACE, 1, "daftar",
		  UJI_URI " ", UJI_URI },
		{ "longer", "<daftar xmlns='" UJI_URI "0' judul='u'/>", N0415_XML_NAMESPACE, 1, "daftar", UJI_URI "0",
		  UJI_URI },
	};

	(void)state;
	assert_all_refused(rows, COUNT(rows));
}

/* All mistakes at once; the sound children around them are handed out. */
static void test_reports_all(void **state)
{
	static const char xml[] = HEAD "\n<orang " NIP ">" NAMA "<amar/></orang>\n"
				       "<orang lahir='x' umur='1'><nama/><x/>y</orang>\n"
				       "<benda/>\n"
				       "<orang " NIP ">" NAMA "<amar/></orang>\n" TAIL;
	static const enum code codes[] = { N0414_XML_VALUE_BAD,          N0412_XML_ATTRIBUTE_UNKNOWN,
		                           N0413_XML_ATTRIBUTE_MISSING,  N0414_XML_VALUE_BAD,
		                           N0408_XML_ELEMENT_UNEXPECTED, N0416_XML_TEXT_UNEXPECTED,
		                           N0409_XML_ELEMENT_MISSING,    N0408_XML_ELEMENT_UNEXPECTED };
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();

	(void)state;
	assert_int_equal(read_into(slice_from_c(xml), &seen, &fs), STATUS_REJECT);
	assert_int_equal(fs.count, COUNT(codes));
	for (size_t i = 0; i < COUNT(codes); i++) {
		assert_int_equal(fs.items[i].code, codes[i]);
		assert_int_equal(fs.items[i].line, i < 7 ? 3 : 4);
	}
	assert_text("second", "column", fs.items[0].column, "daftar/orang[2]/@lahir");
	assert_int_equal(seen.children, 2);
	buf_release(&seen.log);
	findings_release(&fs);
}

static void repeat(struct buf *out, const char *text, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_append(out, slice_from_c(text));
}

static void test_many_findings_are_counted(void **state)
{
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();
	struct buf b = { 0 };

	(void)state;
	buf_append(&b, SLICE(HEAD));
	repeat(&b, "<x/>", 5000);
	buf_append(&b, SLICE(TAIL));
	assert_int_equal(read_into(buf_slice(&b), &seen, &fs), STATUS_REJECT);
	assert_int_equal(fs.count, FINDINGS_KEPT_PER_CODE);
	assert_int_equal(fs.per_code[N0408_XML_ELEMENT_UNEXPECTED], 5000);
	buf_release(&b);
	findings_release(&fs);
}

static void test_personal(void **state)
{
	static const struct {
		const char *xml;
		bool personal;
	} rows[] = {
		{ HEAD "<orang nip='19'>" NAMA "<amar/></orang>" TAIL, true },
		{ WITH("ket='0012345678901'"), true },
		{ ORANG("x" NAMA "<amar/>"), true },
		{ WITH("lahir='x'"), false },
		{ WITH("kelas='x'"), false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings fs = { 0 };
		struct seen seen = nothing_seen();

		assert_int_equal(read_into(slice_from_c(rows[i].xml), &seen, &fs), STATUS_REJECT);
		assert_int_equal(fs.items[0].personal, rows[i].personal);
		findings_release(&fs);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_X08_elements),
		cmocka_unit_test(test_X08_attributes),
		cmocka_unit_test(test_X08_attribute_values),
		cmocka_unit_test(test_X08_text_values),
		cmocka_unit_test(test_X09_namespace),
		cmocka_unit_test(test_reports_all),
		cmocka_unit_test(test_many_findings_are_counted),
		cmocka_unit_test(test_personal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
