/* Writes an invented office of any size to standard output, always the same for the same arguments:
 *
 *   generate gaji ROWS [--quoted]       SIPD salary export, 46 columns, whole rupiah
 *   generate tpp ROWS [--quoted]        SIPD export of additional income, 35 columns, two decimals
 *   generate putusan ROWS RULINGS       that many rulings about men of these files, spread over them
 *
 * Every NIP is possible and stands once; kotor - potongan = bersih in every row; one name in ten holds commas and is
 * quoted (--quoted: every field is). Rows of one department stand together, as in real exports. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 28 * 12 * 30, SERIALS = 999, TERMS = 12, ROWS_PER_DEPARTMENT = 180, OUT_BLOCK = 1 << 20 };
static const uint64_t PEOPLE = (uint64_t)DAYS * SERIALS * TERMS; /* different NIPs */

static const char *const first_names[] = {
	"BUDI", "SITI", "AHMAD", "DEWI", "RUDI", "SRI", "HENDRA", "NUR", "AGUS", "RINA", "JOKO", "MARIA", "YUSUF", "LESTARI",
	"MUHAMMAD", "FITRI", "BAMBANG", "WAHYU", "EKO", "INDAH", "SLAMET", "PUTRI", "DEDI", "RATNA", "IRWAN", "ANI",
};
static const char *const last_names[] = {
	"SANTOSO", "AMINAH", "HIDAYAT", "KUSUMA", "HARTONO", "RAHAYU", "SAPUTRA", "WULANDARI", "NUGROHO", "SUSANTI",
	"PRASETYO", "HANDAYANI", "SETIAWAN", "UTAMI", "KURNIAWAN", "SIREGAR", "NASUTION", "SIMANJUNTAK", "LUBIS", "PERMATA",
};
static const char *const ranks[] = { "II/a", "II/c", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b" };
static const char *const offices[] = {
	"DINAS PENDIDIKAN", "DINAS KESEHATAN", "SEKRETARIAT DAERAH", "KECAMATAN", "BADAN KEPEGAWAIAN", "DINAS SOSIAL",
	"INSPEKTORAT", "DINAS PEKERJAAN UMUM",
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

struct person {
	uint64_t row, chance; /* chance: 64 bits that decide everything but the NIP */
	char nip[24], birth[16], name[64], nik[24], account[16], department[48];
	bool male;
};

struct office {
	bool quoted;
	size_t fields; /* of the present row */
};

/* splitmix64 */
static uint64_t mixed(uint64_t x)
{
	x += UINT64_C(0x9e3779b97f4a7c15);
	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

static uint64_t below(struct person *p, uint64_t limit)
{
	p->chance = mixed(p->chance);
	return p->chance % limit;
}

static void fill_nip(struct person *p)
{
	/* One number for each NIP; the step has no divisor in common with PEOPLE, so that none comes twice. */
	uint64_t left = (p->row * UINT64_C(7919 * 104729) + 12345) % PEOPLE;
	unsigned serial = (unsigned)(left % SERIALS) + 1, day, month, year, term;

	left /= SERIALS;
	day = (unsigned)(left % 28) + 1;
	month = (unsigned)(left / 28 % 12) + 1;
	year = (unsigned)(left / (28 * 12) % 30) + 1968;
	term = (unsigned)(left / DAYS) + 1;
	(void)snprintf(p->birth, sizeof p->birth, "%02u-%02u-%04u", day, month, year);
	(void)snprintf(p->nip, sizeof p->nip, "%04u%02u%02u%04u%02u%c%03u", year, month, day, year + 24, term,
	               p->male ? '1' : '2', serial);
	(void)snprintf(p->nik, sizeof p->nik, "649901%02u%02u%02u%04u", p->male ? day : day + 40, month, year % 100,
	               (unsigned)(p->row % 9999) + 1);
}

static struct person person_of(uint64_t row)
{
	struct person p = { .row = row, .chance = mixed(row + 1) };
	uint64_t place = row / ROWS_PER_DEPARTMENT;
	const char *first, *last;

	p.male = below(&p, 2) == 0;
	fill_nip(&p);
	first = first_names[below(&p, COUNT(first_names))];
	last = last_names[below(&p, COUNT(last_names))];
	(void)snprintf(p.name, sizeof p.name, "%s %s", first, last);
	(void)snprintf(p.account, sizeof p.account, "00%08" PRIu64, UINT64_C(10000001) + row % UINT64_C(89999999));
	(void)snprintf(p.department, sizeof p.department, "%s WILAYAH %" PRIu64, offices[place % COUNT(offices)],
	               place / COUNT(offices) % 200 + 1);
	return p;
}

static void field(struct office *o, const char *text)
{
	bool quote = o->quoted || strchr(text, ',') != NULL;

	if (o->fields++ > 0)
		(void)putchar(',');
	if (quote)
		(void)putchar('"');
	(void)fputs(text, stdout);
	if (quote)
		(void)putchar('"');
}

static void number(struct office *o, uint64_t value)
{
	char text[24];

	(void)snprintf(text, sizeof text, "%" PRIu64, value);
	field(o, text);
}

static void rupiah(struct office *o, uint64_t sen)
{
	char text[32];

	(void)snprintf(text, sizeof text, "%" PRIu64 ".%02" PRIu64, sen / 100, sen % 100);
	field(o, text);
}

static void end_row(struct office *o)
{
	(void)putchar('\n');
	o->fields = 0;
}

static void header(struct office *o, const char *names)
{
	const char *at = names;

	while (*at != '\0') {
		size_t len = strcspn(at, ",");
		char name[64];

		(void)snprintf(name, sizeof name, "%.*s", (int)len, at);
		field(o, name);
		at += len + (at[len] == ',' ? 1 : 0);
	}
	end_row(o);
}

/* The columns about the person that both exports begin with. */
static void identity(struct office *o, struct person *p)
{
	char name[96], address[64];
	bool titled = below(p, 10) == 0;
	unsigned house = (unsigned)below(p, 99) + 1, block = (unsigned)below(p, 30) + 1;

	(void)snprintf(name, sizeof name, "%s%s", p->name, titled ? ", S.Sos., M.Si." : "");
	(void)snprintf(address, sizeof address, "Jl. Melati No. %u RT %u", house, block);
	field(o, p->nip);
	field(o, name);
	field(o, p->nik);
	field(o, p->nik);
	field(o, p->birth);
	field(o, "1");
	field(o, "Pengelola Data");
	field(o, "-");
	field(o, "1");
	field(o, ranks[below(p, COUNT(ranks))]);
	number(o, below(p, 33));
	field(o, address);
}

static void gaji_row(struct office *o, struct person *p)
{
	bool married = below(p, 4) > 0;
	uint64_t spouse = married ? 1 : 0, children = married ? below(p, 3) : 0, base = 1900000 + below(p, 31000) * 100;
	uint64_t wife = married ? base / 10 : 0, kids = base / 50 * children, duty = below(p, 8) * 180000;
	uint64_t rice = 72420 * (1 + spouse + children), tax = base / 200, health = base / 25;
	uint64_t accident = base * 24 / 10000, death = base * 72 / 10000, pension = base / 100 * 8;
	uint64_t zakat = below(p, 5) == 0 ? 50000 : 0;
	uint64_t gross = base + wife + kids + duty + rice + tax + health + accident + death;
	uint64_t cuts = health + accident + death + pension + tax + zakat;

	number(o, married ? 1 : 2);
	number(o, spouse);
	number(o, children);
	number(o, children + spouse);
	field(o, "0");
	field(o, "-");
	field(o, "124");
	field(o, "BANK DAERAH CONTOH");
	field(o, p->account);
	number(o, base);
	number(o, wife);
	number(o, kids);
	number(o, wife + kids);
	number(o, duty);
	field(o, "0");
	field(o, "0");
	number(o, rice);
	number(o, tax);
	field(o, "0");
	number(o, health);
	number(o, accident);
	number(o, death);
	for (int i = 0; i < 4; i++) /* tapera, pension, Papua, old age */
		field(o, "0");
	number(o, pension);
	number(o, tax);
	number(o, zakat);
	field(o, "0");
	number(o, gross);
	number(o, cuts);
	number(o, gross - cuts);
	field(o, p->department);
}

static void tpp_row(struct office *o, struct person *p)
{
	uint64_t load = 200000000 + below(p, 400000) * 100, merit = 100000000 + below(p, 600000) * 100;
	uint64_t health = (load + merit) / 25, own = (load + merit) / 100, tax = (load + merit) / 20;
	uint64_t zakat = below(p, 5) == 0 ? 7500000 : 0, gross = load + merit + health, cuts = health + own + tax + zakat;

	field(o, "124");
	field(o, "BANK DAERAH CONTOH");
	field(o, p->account);
	rupiah(o, load);
	for (int i = 0; i < 3; i++) /* place, conditions, rarity */
		rupiah(o, 0);
	rupiah(o, merit);
	rupiah(o, 0);
	rupiah(o, health);
	for (int i = 0; i < 5; i++) /* accident, death, tapera, pension, old age */
		rupiah(o, 0);
	rupiah(o, own);
	rupiah(o, tax);
	rupiah(o, zakat);
	rupiah(o, 0);
	rupiah(o, gross);
	rupiah(o, cuts);
	rupiah(o, gross - cuts);
	field(o, p->department);
}

static void payroll(uint64_t rows, bool quoted, const char *names, void (*rest)(struct office *, struct person *))
{
	struct office o = { .quoted = quoted };

	header(&o, names);
	for (uint64_t row = 0; row < rows; row++) {
		struct person p = person_of(row);

		identity(&o, &p);
		rest(&o, &p);
		end_row(&o);
	}
}

static void child(uint64_t ruling, unsigned n, bool own_account)
{
	(void)printf("    <anak id=\"a%u\" nama=\"ANAK %u\" lahir=\"20%02u-03-14\" asuh=\"ibu\"", n, n, 9 + 4 * n);
	if (own_account)
		(void)printf(">\n      <rekening bank=\"124\" nomor=\"8%u%09" PRIu64 "\" nama=\"ANAK %u\"/>\n    </anak>\n", n,
		             ruling, n);
	else
		(void)puts("/>");
}

static void awards(uint64_t ruling)
{
	static const char *const kinds[] = {
		"<iddah cara=\"pecahan\" bulan=\"3\"/><mutah cara=\"pecahan\" bulan=\"12\"/>",
		"<iddah cara=\"pecahan\" bulan=\"3\"/><nafkah-anak cara=\"pecahan\"/>",
		("<iddah cara=\"nominal\" bulan=\"3\" per-bulan=\"750000\"/>"
		 "<mutah cara=\"nominal\" bulan=\"12\" jumlah=\"9000000\" dibayar=\"3000000\"/>"
		 "<nafkah-anak cara=\"nominal\" per-bulan=\"600001\" naik=\"10\"/>"),
		("<nafkah-anak cara=\"nominal\" anak=\"a1\" per-bulan=\"500000\"/>"
		 "<nafkah-anak cara=\"nominal\" anak=\"a2\" per-bulan=\"400000\"/>"),
	};

	for (unsigned n = 1; ruling % 4 != 0 && n <= 2; n++)
		child(ruling, n, ruling % 8 == 3);
	(void)printf("    <amar>%s</amar>\n  </putusan>\n", kinds[ruling % 4]);
}

static void ruling_of(uint64_t ruling, const struct person *p)
{
	(void)printf("  <putusan nomor=\"%" PRIu64 "/Pdt.G/2025/PA.Botg\">\n    <status>bht</status>\n"
	             "    <jenis>cerai-talak</jenis>\n    <tanggal-putusan>2025-10-02</tanggal-putusan>\n"
	             "    <tanggal-bht>2025-10-20</tanggal-bht>\n    <tanggal-ikrar>2025-11-03</tanggal-ikrar>\n"
	             "    <tanggal-terima>2025-12-08</tanggal-terima>\n    <asn nip=\"%s\" nama=\"%s\"/>\n"
	             "    <mantan nama=\"MANTAN ISTRI\" hubungan=\"istri\">\n"
	             "      <rekening bank=\"124\" nomor=\"70%09" PRIu64 "\" nama=\"MANTAN ISTRI\"/>\n    </mantan>\n",
	             ruling + 1, p->nip, p->name, ruling);
	awards(ruling);
}

static bool rulings(uint64_t rows, uint64_t count)
{
	uint64_t next = 0;

	(void)printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<daftar-putusan xmlns=\"urn:nafkah:putusan:1\" "
	             "pengadilan=\"Pengadilan Agama Contoh\" tanggal=\"2026-01-05\">\n");
	for (uint64_t ruling = 0; ruling < count; ruling++) {
		uint64_t row = (rows - rows / 16) / count * ruling; /* the last rows are room for women in between */
		struct person p;

		row = row > next ? row : next;
		for (p = person_of(row); !p.male; p = person_of(row))
			row++;
		if (row >= rows)
			return false;
		ruling_of(ruling, &p);
		next = row + 1;
	}
	(void)puts("</daftar-putusan>");
	return true;
}

static const char gaji_columns[] =
	"nip_pegawai,nama_pegawai,nik_pegawai,npwp_pegawai,tanggal_lahir_pegawai,tipe_jabatan,nama_jabatan,eselon,status_asn,"
	"golongan,masa_kerja_golongan,alamat,status_pernikahan,jumlah_istri_suami,jumlah_anak,jumlah_tanggungan,pasangan_pns,"
	"nip_pasangan,kode_bank,nama_bank,nomor_rekening_bank_pegawai,gaji_pokok,perhitungan_suami_istri,perhitungan_anak,"
	"tunjangan_keluarga,tunjangan_jabatan,tunjangan_fungsional,tunjangan_fungsional_umum,tunjangan_beras,tunjangan_pph,"
	"pembulatan_gaji,iuran_jaminan_kesehatan,iuran_jaminan_kecelakaan_kerja,iuran_jaminan_kematian,"
	"iuran_simpanan_tapera,iuran_pensiun,tunjangan_khusus_papua,tunjangan_jaminan_hari_tua,potongan_iwp,potongan_pph21,"
	"zakat,bulog,jumlah_gaji_dan_tunjangan,jumlah_potongan,jumlah_ditransfer,skpd";
static const char tpp_columns[] =
	"NIP Pegawai,Nama Pegawai,NIK Pegawai,NPWP Pegawai,Tanggal Lahir Pegawai,Tipe Jabatan,Nama Jabatan,Eselon,Status ASN,"
	"Golongan,Masa Kerja Golongan,Alamat,Kode Bank,Nama Bank,Nomor Rekening Bank Pegawai,TPP Beban Kerja,"
	"TPP Tempat Bertugas,TPP Kondisi kerja,TPP Kelangkaan Profesi,TPP Prestasi Kerja,Tunjangan PPh,"
	"Iuran Jaminan Kesehatan,Iuran JKK,Iuran JKM,Iuran Simpanan Tapera,Iuran Pensiun,Tunjangan Jaminan Hari Tua,"
	"Potongan IWP,Potongan PPh 21,Zakat,Bulog,Jumlah TPP,Jumlah Potongan,Jumlah Ditransfer,SKPD";

static bool number_of(const char *text, uint64_t *out)
{
	char *end;

	*out = strtoull(text, &end, 10);
	return end != text && *end == '\0' && *out > 0 && *out <= PEOPLE;
}

int main(int argc, char **argv)
{
	uint64_t rows = 0, count = 0;
	bool quoted = argc == 4 && strcmp(argv[3], "--quoted") == 0, good = false;

	(void)setvbuf(stdout, NULL, _IOFBF, OUT_BLOCK);
	if (argc >= 3 && number_of(argv[2], &rows) && (argc == 3 || quoted)) {
		good = true;
		if (strcmp(argv[1], "gaji") == 0)
			payroll(rows, quoted, gaji_columns, gaji_row);
		else if (strcmp(argv[1], "tpp") == 0)
			payroll(rows, quoted, tpp_columns, tpp_row);
		else
			good = false;
	} else if (rows > 0 && argc == 4 && strcmp(argv[1], "putusan") == 0 && number_of(argv[3], &count)) {
		good = rulings(rows, count);
	}
	if (!good)
		(void)fputs("usage: generate gaji|tpp ROWS [--quoted] | putusan ROWS RULINGS (at most ROWS / 3)\n", stderr);
	return fclose(stdout) == 0 && good ? 0 : 2;
}
