#!/usr/bin/env python3
"""A random office of invented people over some months: payroll exports and rulings files, from a seed.

The same seed gives the same bytes on any machine. Names are made of syllables, NIKs carry a region that does not
exist. Nobody looks at what a month comes to: rulings follow a story that was drawn before (appears, becomes final,
loses its account, is repaired, ends), so any implementation can be run on the files.

As a command, `office.py SEED MONTHS DIR` writes the files of every month to DIR for reading.
"""
import calendar
import copy
import os
import random
import re
import sys
from xml.sax.saxutils import escape, quoteattr

# ---- words ----------------------------------------------------------------------------------------------------

ONSET = ['b', 'd', 'g', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'y']
VOWEL = ['a', 'e', 'i', 'o', 'u']
DEGREES = ['S.Sos.', 'M.Si.', 'S.E.', 'S.Kom.', 'A.Md.', 'S.Pd.', 'M.M.', 'S.H.', 'M.Kes.']
DEPARTMENTS = ['DINAS CONTOH SATU', 'DINAS CONTOH DUA', 'BADAN CONTOH', 'KECAMATAN CONTOH']
IMPOSSIBLE = ['1111111', '1234', '0000-0000', '123456789012345678901', '12345A789']
BANKS = ['124', '002', '008', '009', '014', '451']


class Words:
    """Invented names; no word is given twice."""

    def __init__(self, rng):
        self.rng, self.used = rng, set()

    def word(self, syllables=3):
        while True:
            text = ''.join(self.rng.choice(ONSET) + self.rng.choice(VOWEL) for _ in range(syllables))
            text = (text + self.rng.choice(['', '', 'n', 'r', 's'])).upper()
            if text not in self.used:
                self.used.add(text)
                return text

    def name(self):
        return ' '.join(self.word(self.rng.choice([2, 3, 3])) for _ in range(self.rng.choice([2, 2, 2, 3])))


def chance(rng, share):
    return rng.random() < share


def month_text(month):
    return '%04d-%02d' % (month // 12, month % 12 + 1)


def day_in(rng, month):
    year, index = month // 12, month % 12 + 1
    day = rng.choice([1, calendar.monthrange(year, index)[1], rng.randrange(1, 29), rng.randrange(1, 29)])
    return '%04d-%02d-%02d' % (year, index, day)


def month_of(text):
    return 12 * int(text[:4]) + int(text[5:7]) - 1


# ---- people and their pay -------------------------------------------------------------------------------------

class Person:
    """One employee. Accounts and pay differ between gaji and tpp; `pay` is drawn anew now and then."""

    def __init__(self, rng, words, number):
        self.name = words.name()
        if chance(rng, 0.04):
            self.name = 'LI %s' % rng.choice(['NA', 'BU', 'SE'])
        self.female = chance(rng, 0.2)
        born = 12 * rng.randrange(1968, 2000) + rng.randrange(12)
        first = born + 12 * 22 + rng.randrange(60)
        contract = chance(rng, 0.2)
        appointed = '%04d%02d' % (first // 12, rng.randrange(13, 100) if contract else first % 12 + 1)
        self.nip = day_in(rng, born).replace('-', '') + appointed + ('2' if self.female else '1') + \
            '%03d' % rng.randrange(1, 1000)
        self.has_nip = True
        self.title = self.decorate(rng)
        self.department = rng.choice(DEPARTMENTS)
        self.accounts = {'gaji': new_account(rng), 'tpp': new_account(rng)}
        if chance(rng, 0.5):
            self.accounts['tpp'] = self.accounts['gaji']
        if chance(rng, 0.05):
            self.accounts['tpp'] = (self.accounts['tpp'][0], '-')
        self.only = rng.choice(['gaji', 'tpp']) if chance(rng, 0.06) else None
        self.generous = chance(rng, 0.15)
        self.pay = {}

    def decorate(self, rng):
        text = self.name
        if chance(rng, 0.2):
            text = rng.choice(['Dr. ', 'H. ', 'Ir. ', 'Drs. ']) + text
        if chance(rng, 0.1):
            text = text.title()
        degrees = rng.choice([0, 1, 1, 2])
        return ', '.join([text] + rng.sample(DEGREES, degrees))


def new_account(rng):
    return rng.choice(BANKS), rng.choice(['', '0', '00']) + str(rng.randrange(10 ** 8, 10 ** 10))


def money(rng, low, high, sen):
    """Sen."""
    return rng.randrange(low, high) * 100 + (rng.choice([0, 50, 25, 99]) if sen else 0)


def draw_gaji(rng, person, sen):
    pay = {'gaji_pokok': money(rng, 1600000, 5900000, sen)}
    pay['perhitungan_suami_istri'] = rng.choice([0, pay['gaji_pokok'] // 1000 * 100])
    pay['perhitungan_anak'] = rng.choice([0, pay['gaji_pokok'] // 5000 * 100])
    pay['tunjangan_jabatan'] = rng.choice([0, 0, 54000000, 98000000])
    pay['tunjangan_beras'] = rng.choice([7242000, 14484000, 28968000])
    pay['tunjangan_pph'] = rng.choice([0, money(rng, 1000, 90000, False)])
    pay['pembulatan_gaji'] = rng.randrange(0, 100) * 100
    pay['iuran_jaminan_kesehatan'] = pay['gaji_pokok'] // 2500 * 100
    pay['iuran_jaminan_kecelakaan_kerja'] = money(rng, 3000, 12000, False)
    pay['iuran_jaminan_kematian'] = money(rng, 9000, 40000, False)
    pay['potongan_iwp'] = pay['gaji_pokok'] // 1250 // 10 * 100
    pay['potongan_pph21'] = pay['tunjangan_pph']
    pay['bulog'] = rng.choice([0, 0, 0, 5000000])
    pay['zakat'] = draw_zakat(rng, person, pay['gaji_pokok'])
    return pay


def draw_tpp(rng, person, sen):
    pay = {'tpp_beban_kerja': money(rng, 500000, 4500000, sen)}
    pay['tpp_prestasi_kerja'] = rng.choice([0, money(rng, 200000, 2500000, sen)])
    pay['tpp_kondisi_kerja'] = rng.choice([0, 0, 35000000])
    pay['iuran_jaminan_kesehatan'] = pay['tpp_beban_kerja'] // 2500 * 100
    pay['potongan_iwp'] = pay['tpp_beban_kerja'] // 10000 * 100
    pay['potongan_pph_21'] = rng.choice([0, pay['tpp_beban_kerja'] // 2000 * 100])
    pay['zakat'] = draw_zakat(rng, person, pay['tpp_beban_kerja'])
    return pay


def draw_zakat(rng, person, base):
    if person.generous:
        return base // 10000 * rng.choice([25, 40, 60, 80]) * 100
    return rng.choice([0, 0, base // 4000 * 100])


GAJI_TEXT = ('nip_pegawai nama_pegawai nik_pegawai npwp_pegawai tanggal_lahir_pegawai tipe_jabatan nama_jabatan eselon '
             'status_asn golongan masa_kerja_golongan alamat status_pernikahan jumlah_istri_suami jumlah_anak '
             'jumlah_tanggungan pasangan_pns nip_pasangan kode_bank nama_bank nomor_rekening_bank_pegawai').split()
GAJI_PLUS = ('gaji_pokok perhitungan_suami_istri perhitungan_anak tunjangan_keluarga tunjangan_jabatan '
             'tunjangan_fungsional tunjangan_fungsional_umum tunjangan_beras tunjangan_pph pembulatan_gaji '
             'iuran_jaminan_kesehatan iuran_jaminan_kecelakaan_kerja iuran_jaminan_kematian iuran_simpanan_tapera '
             'iuran_pensiun tunjangan_khusus_papua tunjangan_jaminan_hari_tua').split()
GAJI_MINUS = 'potongan_iwp potongan_pph21 zakat bulog'.split()
SUMS = ['jumlah_potongan', 'jumlah_ditransfer', 'skpd']
GAJI = GAJI_TEXT + GAJI_PLUS + GAJI_MINUS + ['jumlah_gaji_dan_tunjangan'] + SUMS
TPP_TEXT = ('nip_pegawai nama_pegawai nik_pegawai npwp_pegawai tanggal_lahir_pegawai tipe_jabatan nama_jabatan eselon '
            'status_asn golongan masa_kerja_golongan alamat kode_bank nama_bank nomor_rekening_bank_pegawai').split()
TPP_PLUS = ('tpp_beban_kerja tpp_tempat_bertugas tpp_kondisi_kerja tpp_kelangkaan_profesi tpp_prestasi_kerja '
            'tunjangan_pph iuran_jaminan_kesehatan iuran_jkk iuran_jkm iuran_simpanan_tapera iuran_pensiun '
            'tunjangan_jaminan_hari_tua').split()
TPP_MINUS = 'potongan_iwp potongan_pph_21 zakat bulog'.split()
TPP = TPP_TEXT + TPP_PLUS + TPP_MINUS + ['jumlah_tpp'] + SUMS
IN_BOTH = ('iuran_jaminan_kesehatan iuran_jaminan_kecelakaan_kerja iuran_jaminan_kematian iuran_jkk iuran_jkm '
           'iuran_simpanan_tapera').split()
COLUMNS = {'gaji': GAJI, 'tpp': TPP}
GROSS = {'gaji': 'jumlah_gaji_dan_tunjangan', 'tpp': 'jumlah_tpp'}
MONEY = set(GAJI_PLUS + GAJI_MINUS + TPP_PLUS + TPP_MINUS + list(GROSS.values())
            + ['jumlah_potongan', 'jumlah_ditransfer'])


def payroll_row(person, kind, pay):
    """A row as a dict of column -> text or sen."""
    row = {name: 0 if name in MONEY else '' for name in COLUMNS[kind]}
    row.update(pay)
    if kind == 'gaji':
        row['tunjangan_keluarga'] = row['perhitungan_suami_istri'] + row['perhitungan_anak']
        row['status_pernikahan'], row['jumlah_istri_suami'], row['jumlah_anak'] = '1', '0', '0'
    plus = [c for c in (GAJI_PLUS if kind == 'gaji' else TPP_PLUS) if not c.startswith('perhitungan')]
    minus = GAJI_MINUS if kind == 'gaji' else TPP_MINUS
    row[GROSS[kind]] = sum(row[c] for c in plus)
    row['jumlah_potongan'] = sum(row[c] for c in minus) + sum(row[c] for c in IN_BOTH if c in row)
    row['jumlah_ditransfer'] = row[GROSS[kind]] - row['jumlah_potongan']
    nip = person.nip if person.has_nip else ''
    row['nip_pegawai'], row['nama_pegawai'], row['skpd'] = nip, person.title, person.department
    if nip:
        row['tanggal_lahir_pegawai'] = '%s-%s-%s' % (nip[6:8], nip[4:6], nip[:4])
    row['status_asn'] = '1' if nip else '3'
    row['alamat'] = 'Jl. Contoh No. %s, RT 0%s' % (person.nip[-2:], person.nip[-1])
    row['kode_bank'], row['nomor_rekening_bank_pegawai'] = person.accounts[kind]
    row['nama_bank'] = 'BANK CONTOH'
    return row


class Style:
    """How an office's export looks."""

    def __init__(self, rng):
        self.delimiter = rng.choice([',', ';'])
        self.eol = rng.choice(['\n', '\r\n'])
        self.bom = chance(rng, 0.3)
        self.decimals = rng.choice([0, 2])
        self.quote_all = chance(rng, 0.2)
        self.heads = rng.choice(['snake', 'title', 'upper'])
        self.split_transfer = chance(rng, 0.3)
        self.titles = rng.choice([0, 0, 1, 3])
        self.pad_titles = chance(rng, 0.5)
        self.total = chance(rng, 0.4)
        self.terminated = chance(rng, 0.85)
        self.nip = rng.choice(['plain', 'plain', 'apostrophe', 'spaced', 'mixed'])
        self.zero = rng.choice(['', '-', '0'])
        self.shuffled = chance(rng, 0.3)
        self.drop = chance(rng, 0.5)
        self.extra = chance(rng, 0.2)
        self.wrapped_address = chance(rng, 0.2)
        self.order = rng.random()


class Sheet:
    """One payroll file before it is text: rows of dicts."""

    def __init__(self, kind, name, style, rows):
        self.kind, self.name, self.style, self.rows = kind, name, style, rows
        self.false_total = 0

    def columns(self):
        names = list(COLUMNS[self.kind])
        if self.style.drop and 'jumlah_tanggungan' in names:
            names.remove('jumlah_tanggungan')
        if self.style.extra:
            names.insert(5, 'kolom_tambahan')
        if self.style.shuffled:
            rest = names[1:]
            random.Random('order %r' % self.style.order).shuffle(rest)
            names = names[:1] + rest
        return names

    def header(self, name):
        if name == 'jumlah_ditransfer' and self.style.split_transfer:
            name = 'jumlah_di_transfer'
        if self.style.heads == 'snake':
            return name
        return name.upper() if self.style.heads == 'upper' else name.replace('_', ' ').title()

    def cell(self, row, name, number):
        value = row.get(name, 'x')
        if name in MONEY:
            if value == 0 and name in ('zakat', 'bulog'):
                return self.style.zero
            text = '%d' % (abs(value) // 100) + ('.%02d' % (abs(value) % 100) if self.style.decimals else '')
            return '-' + text if value < 0 else text
        if name == 'nip_pegawai' and len(value) == 18:
            style = self.style.nip if self.style.nip != 'mixed' else ('plain', 'spaced', 'dotted')[number % 3]
            if style == 'apostrophe':
                return "'" + value
            gap = {'spaced': ' ', 'dotted': '.'}.get(style, '')
            return gap.join([value[:8], value[8:14], value[14], value[15:]])
        if name == 'alamat' and self.style.wrapped_address and value.endswith('7'):
            return value + self.style.eol + 'Contoh'
        return value

    def quoted(self, text):
        if self.style.quote_all or re.search('[%s"\r\n]' % self.style.delimiter, text):
            return '"%s"' % text.replace('"', '""')
        return text

    def line(self, cells):
        return self.style.delimiter.join(self.quoted(c) for c in cells)

    def total_row(self, names):
        row = {name: sum(r[name] for r in self.rows) if name in MONEY else '' for name in names}
        row['nip_pegawai'] = 'TOTAL'
        row[GROSS[self.kind]] += self.false_total
        row['jumlah_ditransfer'] += self.false_total
        return row

    def data(self):
        names = self.columns()
        lines = []
        for number in range(self.style.titles):
            title = ['PEMERINTAH KOTA CONTOH', 'DAFTAR %s PEGAWAI' % self.kind.upper(), 'BULAN INI'][number]
            lines.append(title + (self.style.delimiter * (len(names) - 1) if self.style.pad_titles else ''))
        lines.append(self.line([self.header(n) for n in names]))
        lines += [self.line([self.cell(row, n, i) for n in names]) for i, row in enumerate(self.rows)]
        broken = [i for i, row in enumerate(self.rows) if row.get('broken')]
        if (self.style.total and not broken) or self.false_total:
            total = self.total_row(names)
            lines.append(self.line([self.cell(total, n, 0) for n in names]))
        text = self.style.eol.join(lines)
        if self.style.terminated or broken:
            text += self.style.eol
        return (b'\xef\xbb\xbf' if self.style.bom else b'') + text.encode()


# ---- rulings --------------------------------------------------------------------------------------------------

def attributes(pairs):
    return ''.join(' %s=%s' % (name, quoteattr(str(value))) for name, value in pairs if value is not None)


def account_xml(account):
    if account is None:
        return ''
    return '<rekening%s/>' % attributes([(n, account.get(n)) for n in ('bank', 'nomor', 'nama', 'bukti')])


def former_xml(former):
    end = former.get('akhir')
    inner = account_xml(former['rekening'])
    if end:
        inner += '<%s%s/>' % (end[0], attributes([('tanggal', end[1]), ('bukti', 'BUKTI 1')]))
    return '<mantan%s>%s</mantan>' % (attributes([(n, former[n]) for n in ('nama', 'nik', 'hubungan')]), inner)


def child_xml(child):
    inner = account_xml(child['rekening'])
    if child['berhenti']:
        inner += '<berhenti%s/>' % attributes(
            [('tanggal', child['berhenti'][0]), ('sebab', child['berhenti'][1]), ('bukti', 'BUKTI 2')])
    names = [(n, child[n]) for n in ('id', 'nama', 'lahir', 'asuh', 'sekolah')]
    return '<anak%s>%s</anak>' % (attributes(names), inner)


def award_xml(award):
    order = ('cara', 'anak', 'bulan', 'per-bulan', 'jumlah', 'naik', 'dibayar', 'dari', 'sampai')
    return '<%s%s/>' % (award['hak'], attributes([(n, award.get(n)) for n in order]))


def ruling_xml(ruling):
    parts = []
    for tag in ('status', 'jenis', 'tanggal-putusan', 'tanggal-bht', 'tanggal-ikrar', 'tanggal-terima', 'mulai-potong',
                'dibayar-sampai'):
        if ruling.get(tag):
            parts.append('<%s>%s</%s>' % (tag, escape(ruling[tag]), tag))
    parts.append('<asn%s/>' % attributes([('nip', ruling['nip']), ('nama', ruling['nama'])]))
    parts.append(former_xml(ruling['mantan']))
    parts += [child_xml(child) for child in ruling['anak']]
    head = attributes([('pembayaran', ruling['pembayaran']), ('penghasilan', ruling['penghasilan'])])
    parts.append('<amar%s>%s</amar>' % (head, ''.join(award_xml(a) for a in ruling['amar'])))
    if ruling['selesai']:
        names = ('tanggal', 'sebab', 'tunggakan', 'bukti')
        parts.append('<selesai%s/>' % attributes([(n, ruling['selesai'].get(n)) for n in names]))
    entry = ruling['entri'] if ruling['entri'] > 1 else None
    return ' <putusan%s>\n  %s\n </putusan>\n' % (attributes([('nomor', ruling['nomor']), ('entri', entry)]),
                                                '\n  '.join(parts))


def rulings_xml(rulings, period):
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<daftar-putusan xmlns="urn:nafkah:putusan:1" ' \
           'pengadilan="Pengadilan Agama Contoh" tanggal="%s-05">\n' % month_text(period)
    return (head + ''.join(ruling_xml(r) for r in rulings) + '</daftar-putusan>\n').encode()


class Story:
    """A ruling over the months: its first text, and what happens to it from which month index on."""

    def __init__(self, ruling, appears):
        self.first, self.appears, self.events, self.hidden = ruling, appears, [], set()

    def at(self, index, change):
        self.events.append((index, change))

    def text(self, index):
        """The ruling as the file of month `index` states it, or None where the file does not have it."""
        if index < self.appears or index in self.hidden:
            return None
        ruling = copy.deepcopy(self.first)
        for when, change in sorted(self.events, key=lambda e: e[0]):
            if when <= index:
                change(ruling)
        # dates that no court writes are not what is tested here
        last = max(ruling.get(tag) or '' for tag in ('tanggal-putusan', 'tanggal-bht'))
        if ruling.get('tanggal-ikrar'):
            ruling['tanggal-ikrar'] = last = max(last, ruling['tanggal-ikrar'])
        ruling['tanggal-terima'] = max(ruling['tanggal-terima'], ruling['tanggal-putusan'])
        if ruling['selesai'] and ruling['selesai']['tanggal'] <= last:
            ruling['selesai'] = None
        if ruling['mantan']['akhir'] and ruling['mantan']['akhir'][1] <= last:
            ruling['mantan']['akhir'] = None
        return ruling


class Court:
    """Draws the stories of one office."""

    def __init__(self, rng, words, start, months):
        self.rng, self.words, self.start, self.months = rng, words, start, months
        self.numbers = rng.sample(range(1, 1200), 400)
        self.shared_dates = {}

    def later(self, index=0, most=4):
        return index + self.rng.randrange(1, most + 1)

    def date(self, month):
        """A date in the month; now and then the same one for several rulings."""
        if chance(self.rng, 0.4):
            return self.shared_dates.setdefault(month, '%s-%02d' % (month_text(month), self.rng.randrange(1, 29)))
        return day_in(self.rng, month)

    def account(self, name, person=None):
        bank, digits = new_account(self.rng)
        if chance(self.rng, 0.15):
            digits = digits[:3] + self.rng.choice(['-', '.', ' ']) + digits[3:]
        proof = self.rng.choice([None, None, None, ''])
        return {'bank': bank, 'nomor': digits, 'nama': name, 'bukti': proof}

    def case_number(self):
        year = (self.start - 3) // 12
        return self.numbers.pop(), year

    def spelling(self, case):
        number, year = case
        zeros = self.rng.choice(['', '', '', '0', '00'])
        return '%s%d/%s/%d/%s' % (zeros, number, self.rng.choice(['Pdt.G', 'Pdt.G', 'PDT.G', 'Pdt G']), year,
                                  self.rng.choice(['PA.Cth', 'PA.Cth', 'PA Cth', 'pa.cth']))

    # children and awards

    def child(self, place):
        rng = self.rng
        age = rng.choice([rng.randrange(0, 12 * 19), rng.randrange(0, 12 * 19), rng.randrange(12 * 19, 12 * 27),
                          12 * 21 - rng.randrange(0, self.months + 2), 12 * 25 - rng.randrange(0, self.months + 2)])
        month = self.start - age
        born = day_in(rng, month)
        if month % 12 == 1 and month // 12 % 4 == 0 and chance(rng, 0.7):
            born = '%04d-02-29' % (month // 12)
        name = self.words.word()
        care = rng.choice(['ibu'] * 7 + ['ayah', 'wali', 'ibu'])
        own = self.account(name) if chance(rng, 0.93 if care == 'wali' else 0.3) else None
        school = rng.choice([None, None, None, 'ya'])
        return {'id': 'a%d' % place, 'nama': name, 'lahir': born, 'asuh': care, 'sekolah': school, 'rekening': own,
                'berhenti': None}

    def family(self):
        count = self.rng.choice([0, 0, 1, 1, 2, 2, 3, 4])
        children = [self.child(n) for n in range(1, count + 1)]
        if count > 1 and chance(self.rng, 0.15):
            children[1]['lahir'] = children[0]['lahir']
        return children

    def amount(self, low, high):
        if chance(self.rng, 0.02):
            return self.rng.randrange(10 ** 9, 10 ** 12 + 1)
        step = self.rng.choice([1, 1000, 50000])
        return self.rng.randrange(low // step, high // step) * step + self.rng.choice([0, 0, 0, 1])

    def wife_award(self, right, months):
        rng = self.rng
        award = {'hak': right, 'cara': rng.choice(['pecahan', 'nominal']), 'bulan': months}
        if award['cara'] == 'nominal':
            if chance(rng, 0.5):
                award['per-bulan'] = self.amount(300000, 2500000)
                stated = award['per-bulan'] * months
            else:
                award['jumlah'] = stated = rng.choice([self.amount(1000000, 30000000), rng.randrange(1, 40)])
            if chance(rng, 0.3):
                paid = rng.choice([stated // 3, stated // 2, stated, stated + 5, stated - 1])
                award['dibayar'] = min(max(1, paid), 10 ** 12)
        return award

    def wife_awards(self):
        rng = self.rng
        if chance(rng, 0.15):
            return [{'hak': 'bagian-gaji', 'cara': 'pecahan'}]
        awards = []
        if chance(rng, 0.6):
            awards.append(self.wife_award('iddah', rng.choice([1, 2, 3, 3, 3, 4] if chance(rng, 0.3) else [1, 2, 3])))
        if chance(rng, 0.6):
            awards.append(self.wife_award('mutah', rng.choice([1, 3, 6, 12, 13 if chance(rng, 0.3) else 2])))
        if chance(rng, 0.4):
            months = rng.choice([1, 2, 4, 6, 18])
            award = self.wife_award('lampau', months)
            if chance(rng, 0.6):
                first = self.start - 40
                span = months if chance(rng, 0.8) else max(1, months - 1)
                award['dari'], award['sampai'] = month_text(first), month_text(first + span - 1)
            awards.append(award)
        if chance(rng, 0.2):
            rng.shuffle(awards)
        return awards

    def child_awards(self, children):
        rng = self.rng
        if not children or chance(rng, 0.12):
            return []
        rise = rng.choice([None, None, 10, 20, 7, 100])
        way = rng.random()
        if way < 0.45:
            return [{'hak': 'nafkah-anak', 'cara': 'pecahan'}]
        if way < 0.65:
            return [{'hak': 'nafkah-anak', 'cara': 'nominal', 'per-bulan': self.amount(400000, 4000000), 'naik': rise}]
        covered = children if chance(rng, 0.8) else children[:-1] or children
        awards = [{'hak': 'nafkah-anak', 'cara': 'nominal', 'anak': c['id'], 'per-bulan': self.amount(200000, 2000000),
                   'naik': rng.choice([rise, None])} for c in covered]
        if chance(rng, 0.3):
            rng.shuffle(awards)
        return awards

    def awards(self, person, children):
        if person.female and chance(self.rng, 0.8):
            return [a for a in self.child_awards(children) if a['cara'] == 'nominal']
        awards = self.wife_awards() + self.child_awards(children)
        return awards

    # one ruling

    def ruling(self, person):
        rng = self.rng
        former = self.words.name()
        children = self.family()
        if chance(rng, 0.03):
            former = former + ', "Contoh" & Rekan'
        account = self.account(former)
        case = self.case_number()
        return {'case': case, 'nomor': self.spelling(case), 'entri': 1, 'status': 'bht',
                'jenis': rng.choice(['cerai-talak', 'cerai-talak', 'cerai-gugat']), 'nip': person.nip,
                'nama': self.name_of(person),
                'mantan': {'nama': former, 'hubungan': 'suami' if person.female else 'istri', 'rekening': account,
                           'nik': self.identity(not person.female), 'akhir': None},
                'anak': children, 'amar': self.awards(person, children), 'selesai': None,
                'pembayaran': rng.choice([None, None, 'berurutan', 'bersamaan']),
                'penghasilan': rng.choice([None, self.amount(3000000, 9000000)])}

    def identity(self, woman):
        """A NIK of a region that does not exist: women's day of birth stands 40 higher."""
        day = self.rng.randrange(1, 29) + (40 if woman else 0)
        return '990101%02d%02d%02d%04d' % (day, self.rng.randrange(1, 13), self.rng.randrange(70, 100),
                                           self.rng.randrange(1, 10 ** 4))

    def name_of(self, person):
        words = person.name.split()
        way = self.rng.random()
        if way < 0.6 or len(words[0]) < 3:
            return person.name
        if way < 0.75:
            return person.name.title() + ', S.T.'
        if way < 0.9:
            return '%s %s.' % (words[0], words[1][0])
        return ' '.join(reversed(words))

    def final_dates(self, ruling, month, explicit):
        """Dates of a ruling that is to start in `month`."""
        rng = self.rng
        bht = month - rng.choice([1, 1, 2, 3])
        ruling['tanggal-putusan'] = day_in(rng, bht - 1)
        ruling['tanggal-bht'] = self.date(bht)
        ruling['tanggal-terima'] = self.date(month - 1)
        ruling['tanggal-ikrar'] = None
        if ruling['jenis'] == 'cerai-talak':
            ruling['tanggal-ikrar'] = day_in(rng, rng.randrange(bht, month))
        ruling['mulai-potong'] = month_text(month) if explicit else None

    def stories(self, person):
        count = self.rng.choice([1, 1, 1, 1, 2, 2, 3])
        return [story for _ in range(count) for story in self.story(person)]

    def story(self, person):
        rng = self.rng
        ruling = self.ruling(person)
        story = Story(ruling, 0)
        way = rng.random()
        if way < 0.40:
            self.begin_normal(story)
        elif way < 0.58:
            self.begin_in_process(story)
        elif way < 0.75:
            self.begin_old(story, known=True)
        elif way < 0.81:
            self.begin_old(story, known=False)
        elif way < 0.93:
            self.begin_late(story)
        else:
            self.begin_future(story)
        ends = [self.entry_two] if chance(rng, 0.06) else []
        for change, share in ((self.ruling_fault, 0.18), (self.account_trouble, 0.28), (self.family_event, 0.25),
                              (self.former_event, 0.22), (self.end_event, 0.15), (self.respell, 0.06),
                              (self.change_terms, 0.04)):
            if chance(rng, share):
                change(story, person)
        return [story] + [extra for change in ends for extra in change(story, person)]

    def begin_normal(self, story):
        story.appears = self.rng.choice([0, 0, 0, self.rng.randrange(self.months)])
        self.final_dates(story.first, self.start + story.appears + self.rng.randrange(3), chance(self.rng, 0.4))

    def begin_in_process(self, story):
        """Listed before it is final; then it becomes final."""
        rng, ruling = self.rng, story.first
        story.appears = rng.choice([0, 0, rng.randrange(self.months)])
        final = self.later(story.appears)
        end = copy.deepcopy(ruling)
        self.final_dates(end, self.start + final + rng.randrange(2), chance(rng, 0.3))
        for tag in ('tanggal-putusan', 'tanggal-terima'):
            ruling[tag] = day_in(rng, self.start + story.appears - 1)
        ruling['status'] = rng.choice(['mediasi', 'proses', 'putus', 'banding', 'izin'])
        awards, ruling['amar'] = ruling['amar'], [] if chance(rng, 0.4) else ruling['amar']
        tags = ('tanggal-putusan', 'tanggal-bht', 'tanggal-ikrar', 'tanggal-terima', 'mulai-potong')

        def become_final(text):
            text.update({tag: end[tag] for tag in tags})
            text['status'], text['amar'] = 'bht', awards
        if chance(rng, 0.9):
            story.at(final, become_final)

    def begin_old(self, story, known):
        """Ran before the first month that this program saw."""
        month = self.start - self.rng.randrange(1, self.rng.choice([16, 16, 80]))
        self.final_dates(story.first, month, True)
        paid = {'dibayar-sampai': month_text(self.rng.choice([month - 1, self.start - 1, self.start - 1, self.start + 2,
                                                              self.rng.randrange(month - 1, self.start)]))}
        if known:
            story.first.update(paid)
        elif chance(self.rng, 0.7):
            story.at(self.later(), lambda text: text.update(paid))

    def begin_late(self, story):
        """Received after the month from which it is due."""
        rng = self.rng
        story.appears = rng.randrange(1, self.months) if self.months > 1 else 0
        month = self.start + max(0, story.appears - rng.randrange(1, 4))
        self.final_dates(story.first, month, True)
        story.first['tanggal-terima'] = day_in(rng, self.start + story.appears)
        known = {'dibayar-sampai': month_text(month - 1)}
        if chance(rng, 0.75):
            story.first.update(known)
        else:
            story.at(self.later(story.appears, 3), lambda text: text.update(known))

    def begin_future(self, story):
        """Final on a date that is still to come."""
        self.final_dates(story.first, self.start + self.later(1), chance(self.rng, 0.3))

    # what may happen to it

    def ruling_fault(self, story, person):
        rng = self.rng
        fault = rng.choice(['ikrar', 'mulai', 'status', 'hubungan', 'nama', 'lahir'])
        repair = self.later(story.appears) if chance(rng, 0.8) else self.months
        if fault == 'ikrar' and story.first['jenis'] == 'cerai-talak':
            month = self.start + repair - 1

            def declare(text):
                text['tanggal-ikrar'] = '%s-15' % month_text(month)
                if text.get('mulai-potong') and month_of(text['mulai-potong']) < month:
                    text['mulai-potong'] = None
            story.at(story.appears, lambda text: text.update({'tanggal-ikrar': None}))
            if repair < self.months:
                story.at(repair, declare)
        elif fault == 'mulai' and story.first.get('tanggal-bht'):
            early = month_text(month_of(story.first['tanggal-bht']) - 1)
            right = story.first['mulai-potong']
            story.at(story.appears, lambda text: text.update({'mulai-potong': early}))
            story.at(repair, lambda text: text.update({'mulai-potong': right}))
        elif fault == 'status':
            self.reconcile(story, repair, declared=False)
        elif fault == 'hubungan':
            right = story.first['mantan']['hubungan']
            wrong = 'suami' if right == 'istri' else 'istri'
            story.first['mantan']['hubungan'] = wrong
            story.at(repair, lambda text: text['mantan'].update({'hubungan': right}))
        elif fault == 'nama':
            right, story.first['nama'] = story.first['nama'], self.wrong_name(person)
            story.at(repair, lambda text: text.update({'nama': right}))
        elif fault == 'lahir' and story.first['anak']:
            month = self.start + story.appears + rng.randrange(0, 3)
            story.first['anak'][-1].update({'lahir': day_in(rng, month), 'berhenti': None})

    def wrong_name(self, person):
        if len(person.name) < 6:
            return ' '.join(reversed(person.name.split()))
        return self.rng.choice([self.words.name(), person.name.split()[0][:2] + ' ' + self.words.word(),
                                self.words.word() + ', ' + person.name])

    def reconcile(self, story, when, declared):
        status = self.rng.choice(['rujuk', 'dicabut'])
        end = {'tanggal': day_in(self.rng, self.start + when), 'sebab': status,
               'tunggakan': self.rng.choice(['lanjut', 'hapus']), 'bukti': 'BUKTI 3'}
        story.at(when, lambda text: text.update({'status': status}))
        ended = when + (0 if declared else self.rng.randrange(1, 4))
        story.at(ended, lambda text: text.update({'selesai': end}))

    def account_trouble(self, story, person):
        rng = self.rng
        start = rng.choice([story.appears, self.later(story.appears)])
        repair = self.later(start)
        child = rng.choice(story.first['anak']) if story.first['anak'] and chance(rng, 0.4) else None
        if child and not child['rekening']:
            child['rekening'] = self.account(child['nama']) if chance(rng, 0.6) else None
        place = (lambda text: next(c for c in text['anak'] if c['id'] == child['id'])) if child else \
            (lambda text: text['mantan'])
        right = copy.deepcopy(child['rekening'] if child else story.first['mantan']['rekening'])
        if right is None:
            # the child gets an account of its own, with a proof or without one
            own = dict(self.account(child['nama']), bukti=rng.choice([None, 'BUKTI 4', 'BUKTI 4']))
            story.at(start, lambda text: place(text).update({'rekening': own}))
            story.at(repair, lambda text: place(text).update({'rekening': dict(own, bukti='BUKTI 4')}))
            return
        trouble = rng.choice(['none', 'impossible', 'own', 'changed', 'changed', 'proved'])
        if child and trouble == 'none' and child['asuh'] != 'wali':
            trouble = 'impossible'
        other = self.account(right['nama'])
        wrong = {'none': None, 'changed': dict(other, bukti=None), 'proved': dict(other, bukti='BUKTI 5'),
                 'impossible': dict(right, nomor=rng.choice(IMPOSSIBLE)),
                 'own': dict(right, nomor='00' + person.accounts['gaji'][1])}[trouble]
        after = [right, dict(right, bukti='BUKTI 6'), dict(other, bukti='BUKTI 6')]
        if trouble != 'own':
            after.append(None)
        after = rng.choice(after) or wrong
        story.at(start, lambda text: place(text).update({'rekening': copy.deepcopy(wrong)}))
        story.at(repair, lambda text: place(text).update({'rekening': copy.deepcopy(after)}))

    def family_event(self, story, person):
        rng, children = self.rng, story.first['anak']
        when = self.later(story.appears, self.months)
        happening = rng.choice(['berhenti', 'berhenti', 'asuh', 'titip', 'sekolah', 'lahir'])
        if happening == 'lahir':
            if not story.first['amar'] or any(a['hak'] == 'nafkah-anak' and a.get('anak') for a in story.first['amar']):
                return
            born = dict(self.child(9), lahir=day_in(rng, self.start + when - rng.randrange(0, 2)))
            paid = rng.choice([{}, {'dibayar-sampai': month_text(self.start + when - rng.randrange(1, 3))}])

            def join(text):
                text['anak'].append(copy.deepcopy(born))
                text.update(paid)
            story.at(when, join)
        elif children and happening == 'titip':
            self.handed_over(story, rng.choice(children), when)
        elif children:
            child = rng.choice(children)['id']
            change = {'asuh': rng.choice(['ibu', 'ayah', 'ayah'])} if happening == 'asuh' else \
                {'sekolah': rng.choice(['ya', None])} if happening == 'sekolah' else \
                {'berhenti': (day_in(rng, self.start + when - rng.randrange(-1, 3)),
                              rng.choice(['menikah', 'bekerja', 'meninggal', 'putusan']))}

            def happen(text):
                for c in text['anak']:
                    if c['id'] == child and ('berhenti' not in change or change['berhenti'][0] > c['lahir']):
                        c.update(change)
            story.at(when, happen)

    def handed_over(self, story, child, when):
        """A child goes to its father while the account that its arrears are owed to is out of order."""
        again = self.later(when)

        def change(text):
            for c in text['anak']:
                if c['id'] == child['id']:
                    c['asuh'] = 'ayah'
                    (c if c['rekening'] else text['mantan'])['rekening'].update({'nomor': '1234'})

        def restore(text):
            c = next(c for c in text['anak'] if c['id'] == child['id'])
            place = c if c['rekening'] else text['mantan']
            first = child['rekening'] if c['rekening'] else story.first['mantan']['rekening']
            if place['rekening'] and first:
                place['rekening'] = copy.deepcopy(first)
        if story.first['mantan']['rekening']:
            story.at(when, lambda text: change(text) if text['mantan']['rekening'] else None)
            story.at(again, restore)

    def former_event(self, story, person):
        when = self.later(story.appears, self.months)
        end = (self.rng.choice(['kawin-lagi', 'kawin-lagi', 'meninggal']),
               day_in(self.rng, self.start + when - self.rng.randrange(-1, 3)))

        story.at(when, lambda text: text['mantan'].update({'akhir': end}))

    def end_event(self, story, person):
        when = self.later(story.appears, self.months)
        way = self.rng.random()
        if way < 0.3:
            self.reconcile(story, when, declared=True)
            return
        end = {'tanggal': day_in(self.rng, self.start + when - self.rng.randrange(-1, 2)),
               'sebab': self.rng.choice(['putusan', 'meninggal', 'diganti']),
               'tunggakan': self.rng.choice(['lanjut', 'hapus', 'hapus']), 'bukti': 'BUKTI 7'}

        def happen(text):
            text['selesai'] = text['selesai'] or end
        story.at(when, happen)
        if way > 0.8:
            story.hidden = {when + 3}

    def respell(self, story, person):
        spelling = self.spelling(story.first['case'])
        story.at(self.later(story.appears), lambda text: text.update({'nomor': spelling}))

    def change_terms(self, story, person):
        """Against the rules: the terms of an entry never change."""
        when = self.later(story.appears)

        def happen(text):
            for award in text['amar'][:1]:
                for name in ('per-bulan', 'jumlah'):
                    if award.get(name):
                        award[name] += 50000
        story.at(when, happen)

    def entry_two(self, story, person):
        """A changed amar: the entry ends, entry 2 goes on."""
        rng = self.rng
        when = self.later(story.appears)
        end = {'tanggal': day_in(rng, self.start + when - 1), 'sebab': 'diganti',
               'tunggakan': rng.choice(['lanjut', 'hapus']), 'bukti': 'BUKTI 8'}
        story.at(when, lambda text: text.update({'selesai': end}) if text['status'] == 'bht' else None)
        second = copy.deepcopy(story.first)
        second.update({'entri': 2, 'status': 'bht', 'selesai': None, 'amar': self.awards(person, second['anak']),
                       'dibayar-sampai': None})
        self.final_dates(second, self.start + when, True)
        return [Story(second, when)]


# ---- the office -----------------------------------------------------------------------------------------------

class Month:
    """Inputs of one month: payroll and income sheets, rulings as dicts. In a month of two parts `more` is the kind that
    the first announces, `second` its payrolls, and `wrong_second` None or what is tried before and to be refused."""

    def __init__(self, period, payrolls, incomes, rulings):
        self.period, self.payrolls, self.incomes, self.rulings = period, payrolls, incomes, rulings
        self.skip = False
        self.spoil = self.more = self.second = self.wrong_second = None

    def files(self, sheets):
        return [(s.kind, s.name, s.data()) for s in sheets]

    def rulings_data(self):
        data = rulings_xml(self.rulings, self.period)
        if self.spoil == 'form':
            data = data.replace(b'<iddah cara="pecahan" bulan=', b'<iddah cara="pecahan" naik="5" bulan=')
        return data


class Office:
    """months: list of Month. `people` is the most that it may have. `calm` is an office in which pay is constant and
    nobody is ever missing. With `parts` some months are paid in two parts; all else is the same."""

    def __init__(self, seed, months, people=60, vary_rules=False, calm=False, parts=False):
        rng = lambda what: random.Random('%s %s' % (seed, what))
        self.seed, self.calm = seed, calm
        self.start = 12 * 2026 + rng('start').randrange(0, 10)
        self.rules = random_rules(rng('rules')) if vary_rules else None
        words = Words(rng('words'))
        who = rng('people')
        people = max(6, people // who.choice([1, 1, 2, 4]))
        self.people = [Person(who, words, n) for n in range(people)]
        if calm:
            for person in self.people:
                person.only = None
        for person in self.people[-2:]:
            person.has_nip = False
        court = Court(rng('court'), words, self.start, months)
        self.party = who.sample(self.people[:-2], max(1, people // 3))
        self.stories = [story for person in self.party for story in court.stories(person)]
        style = rng('style')
        self.styles = {kind: Style(style) for kind in ('gaji', 'tpp')}
        self.style_rng, self.pay_rng, self.turn = style, rng('pay'), rng('turn')
        self.parts_rng = rng('parts') if parts else None
        self.in_parts = parts and self.parts_rng.choice([0, 0.1, 0.1, 0.5, 1])
        self.last = {}
        self.way = style.choice(['both'] * 6 + ['tpp-income', 'tpp-income', 'split', 'gaji-income'])
        self.months = [self.month(index) for index in range(months)]

    def month(self, index):
        for kind in self.styles:
            if not self.calm and chance(self.style_rng, 0.1):
                self.styles[kind] = Style(self.style_rng)
        rows = {kind: self.pay_month(kind) for kind in ('gaji', 'tpp')}
        if not self.calm:
            self.absences(rows)
        way = self.way
        if not self.calm and chance(self.turn, 0.1):
            way = self.turn.choice(['both', 'tpp-income', 'split'])
        sheets = {kind: Sheet(kind, '%s.csv' % kind, self.styles[kind], [row for _, row in rows[kind]])
                  for kind in rows}
        incomes = [sheets[way[:-7]]] if way.endswith('-income') else []
        payrolls = [s for s in sheets.values() if s not in incomes]
        if way == 'split':
            half = len(sheets['gaji'].rows) // 2
            parts = [Sheet('gaji', 'gaji-%d.csv' % n, self.styles['gaji'], part)
                     for n, part in ((1, sheets['gaji'].rows[:half]), (2, sheets['gaji'].rows[half:]))]
            payrolls = [parts[0], sheets['tpp'], parts[1]]
        rulings = [text for text in (story.text(index) for story in self.stories) if text]
        month = Month(self.start + index, payrolls, incomes, rulings)
        if self.in_parts:
            self.in_two_parts(month, sheets)
        if not self.calm:
            month.skip = index > 0 and chance(self.turn, 0.05)
            if chance(self.turn, 0.03):
                self.spoil(month)
        return month

    def in_two_parts(self, month, sheets):
        """One kind now and one later, its base from this month's file or from the last one that was paid."""
        rng = self.parts_rng
        sources = self.rules['sumber'] if self.rules else ['gaji', 'tpp']
        more = rng.choice(['tpp'] * 5 + ['gaji'])
        if not chance(rng, self.in_parts) or more not in sources:
            self.last = sheets
            return
        now = 'gaji' if more == 'tpp' else 'tpp'
        month.more = more
        month.payrolls = self.halves(sheets[now]) if chance(rng, 0.2) else [sheets[now]]
        known = self.last.get(more, sheets[more]) if chance(rng, 0.5) else sheets[more]
        month.incomes = [Sheet(more, '%s-dasar.csv' % more, known.style, known.rows)]
        later = Sheet(more, '%s.csv' % more, sheets[more].style, copy.deepcopy(sheets[more].rows))
        self.surprises(month, later)
        self.last = {now: sheets[now], more: later}
        month.second = self.halves(later) if chance(rng, 0.2) else [later]
        if chance(rng, 0.1):
            month.wrong_second = self.wrong_second(month, later)

    def halves(self, sheet):
        half = len(sheet.rows) // 2
        return [Sheet(sheet.kind, '%s-%d.csv' % (sheet.kind, n), sheet.style, part)
                for n, part in ((1, sheet.rows[:half]), (2, sheet.rows[half:]))]

    def surprises(self, month, sheet):
        """What the second part's file says that nobody knew when the first part was run."""
        rng, named = self.parts_rng, {}
        for text in month.rulings:
            named.setdefault(text['nip'], []).append(text)
        gone = []
        for row in sheet.rows:
            texts, odd = named.get(row['nip_pegawai']), rng.random()
            if not texts:
                continue
            if odd < 0.04:
                row['nama_pegawai'] = 'XYZXYZ XYZZYX'
            elif odd < 0.08:
                row['jumlah_ditransfer'] += 100
                row['broken'] = True
            elif odd < 0.14:
                row['nomor_rekening_bank_pegawai'] = self.payee_account(rng.choice(texts))
            elif odd < 0.20:
                gone.append(row)
            elif odd < 0.45:
                left = rng.choice([0, 1, 7, 100, 12345, 100000, 400000]) * 100
                self.less_pay(row, left + row['jumlah_ditransfer'] % 100)
        sheet.rows = [row for row in sheet.rows if not any(row is other for other in gone)] or sheet.rows

    def payee_account(self, text):
        accounts = [place['rekening'] for place in [text['mantan']] + text['anak'] if place['rekening']]
        return '00' + self.parts_rng.choice(accounts)['nomor'] if accounts else '-'

    def less_pay(self, row, left):
        cut = row['jumlah_ditransfer'] - left
        if cut > 0:
            for name, change in (('bulog', cut), ('jumlah_potongan', cut), ('jumlah_ditransfer', -cut)):
                row[name] += change

    def wrong_second(self, month, sheet):
        """The second part's file as it is to be refused."""
        rng = self.parts_rng
        wrong = Sheet(sheet.kind, sheet.name, sheet.style, copy.deepcopy(sheet.rows))
        named = [row for row in wrong.rows if row['nip_pegawai'] in {text['nip'] for text in month.rulings}]
        way = rng.choice(['twice', 'total', 'nip', 'kind', 'empty'])
        if way == 'twice' and named:
            wrong.rows.append(copy.deepcopy(named[0]))
        elif way == 'nip':
            wrong.rows[0]['nip_pegawai'] = '1.98503E+17'
        elif way == 'kind':
            return month.payrolls
        elif way == 'empty':
            wrong.rows = []
        else:
            wrong.false_total = 100
        return [wrong]

    def pay_month(self, kind):
        rng, rows = self.pay_rng, []
        sen = self.styles[kind].decimals == 2 and chance(rng, 0.3)
        for person in self.people:
            if kind not in person.pay or (not self.calm and (sen or chance(rng, 0.1))) or self.off_style(person, kind):
                person.pay[kind] = (draw_gaji if kind == 'gaji' else draw_tpp)(rng, person, sen)
            if person.only in (None, kind):
                rows.append((person, payroll_row(person, kind, person.pay[kind])))
        return rows

    def off_style(self, person, kind):
        """Pay with sen cannot be written in a file of whole rupiah."""
        return not self.styles[kind].decimals and any(v % 100 for v in person.pay[kind].values())

    def absences(self, rows):
        rng = self.pay_rng
        for person in self.people:
            gone = rng.random()
            kinds = ('gaji', 'tpp') if gone < 0.015 else ('gaji',) if gone < 0.03 else ('tpp',) if gone < 0.05 else ()
            for kind in kinds:
                rows[kind] = [(p, row) for p, row in rows[kind] if p is not person]
        for kind in rows:
            for person, row in rows[kind]:
                self.odd_pay(rng, kind, row)
            if chance(rng, 0.04):
                spare = [(p, row) for p, row in rows[kind] if p not in self.party]
                rows[kind].append((spare[0][0], dict(spare[0][1])))

    def odd_pay(self, rng, kind, row):
        odd = rng.random()
        if odd < 0.008:
            row.update({name: 0 for name in row if name in MONEY})
        elif odd < 0.018:
            owed = row['jumlah_ditransfer'] + rng.choice([0, 100, 50000000])
            for name, change in (('bulog', owed), ('jumlah_potongan', owed), ('jumlah_ditransfer', -owed)):
                row[name] += change
        elif odd < 0.022:
            row['jumlah_ditransfer'] += rng.choice([100, -100, 100000000])
            row['broken'] = True

    def spoil(self, month):
        """Make a month that is to be refused."""
        rng = self.turn
        month.spoil = rng.choice(['twice', 'no-kind', 'case', 'form', 'vanish', 'total', 'nip'])
        if month.spoil == 'twice':
            named = {r['nip'] for r in month.rulings}
            rows = [r for r in month.payrolls[0].rows if r['nip_pegawai'] in named]
            month.payrolls[0].rows += copy.deepcopy(rows[:1])
        elif month.spoil == 'no-kind':
            month.payrolls, month.incomes = month.payrolls[:1], []
        elif month.spoil == 'case' and month.rulings:
            again = copy.deepcopy(rng.choice(month.rulings))
            month.rulings.append(dict(again, nomor='0' + again['nomor'].lower()))
        elif month.spoil == 'vanish' and month.rulings:
            month.rulings.remove(rng.choice(month.rulings))
        elif month.spoil == 'total':
            month.payrolls[0].false_total = 100
        elif month.spoil == 'nip':
            month.payrolls[-1].rows[0]['nip_pegawai'] = '1.98503E+17'


# ---- rules ----------------------------------------------------------------------------------------------------

def random_rules(rng):
    order = ['iddah', 'mutah', 'lampau']
    rng.shuffle(order)
    with_children = rng.choice([('1/3', '1/3', '1/3'), ('1/2', '1/3', '1/6'), ('3/10', '3/10', '2/5')])
    return {
        'dasar': rng.choice(['kotor', 'setelah-iuran-wajib', 'bersih']),
        'bulan-dasar': 'putusan' if chance(rng, 0.1) else 'berjalan',
        'sumber': rng.choice([['gaji', 'tpp'], ['gaji', 'tpp'], ['tpp', 'gaji'], ['gaji'], ['tpp']]),
        'porsi-ada': dict(zip(('asn', 'istri', 'anak'), with_children)),
        'porsi-tidak-ada': dict(zip(('asn', 'istri'), rng.choice([('1/2', '1/2'), ('3/5', '2/5')]))),
        'maks-iddah': rng.choice([3, 3, 2]),
        'maks-mutah': rng.choice([12, 12, 6]),
        'pembayaran': rng.choice(['berurutan', 'bersamaan']),
        'urutan': order,
        'usia': rng.choice([21, 21, 18]),
        'usia-sekolah': rng.choice([25, 25, 23]),
        'anak-berhenti': rng.choice(['bagi-ulang', 'kembali']),
        'kawin-lagi': rng.choice(['pecahan', 'semua', 'tidak']),
        'batas': rng.choice(['porsi-asn', 'porsi-asn', 'tanpa']),
        'satuan': rng.choice([1, 1, 100, 1000]),
    }


def rules_xml(rules):
    law = [('hukum', 'uji')]
    one = lambda tag, pairs: '  <%s%s/>\n' % (tag, attributes(list(pairs) + law))
    ada, tidak = rules['porsi-ada'], rules['porsi-tidak-ada']
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<aturan xmlns="urn:nafkah:aturan:1" id="uji" judul="Uji">\n'
            ' <versi mulai="2025-01" ditinjau-sampai="2030-12">\n'
            + one('dasar', [('nilai', rules['dasar'])])
            + one('bulan-dasar', [('nilai', rules['bulan-dasar'])])
            + one('sumber', [('nilai', ' '.join(rules['sumber']))])
            + one('porsi-dengan-anak', [('asn', ada['asn']), ('istri', ada['istri']), ('anak', ada['anak'])])
            + one('porsi-tanpa-anak', [('asn', tidak['asn']), ('istri', tidak['istri'])])
            + one('bulan-maksimum', [('iddah', rules['maks-iddah']), ('mutah', rules['maks-mutah'])])
            + one('pembayaran', [('nilai', rules['pembayaran']), ('urutan', ' '.join(rules['urutan']))])
            + one('usia-anak', [('batas', rules['usia']), ('sekolah', rules['usia-sekolah'])])
            + one('anak-berhenti', [('nilai', rules['anak-berhenti'])])
            + one('kawin-lagi', [('nilai', rules['kawin-lagi'])])
            + one('batas', [('nilai', rules['batas'])])
            + one('satuan', [('rupiah', rules['satuan'])])
            + one('baris-berkurang', [('persen', 5)])
            + ' </versi>\n</aturan>\n').encode()


def write_month(month, folder):
    os.makedirs(folder, exist_ok=True)
    for _, name, data in month.files(month.payrolls) + month.files(month.incomes) + \
            [('', 'putusan.xml', month.rulings_data())]:
        with open(os.path.join(folder, name), 'wb') as stream:
            stream.write(data)
    if month.second:
        write_month(Month(month.period, month.second, [], month.rulings), os.path.join(folder, 'kedua'))


def main():
    if len(sys.argv) != 4:
        sys.exit('usage: office.py SEED MONTHS DIR')
    for month in Office(int(sys.argv[1]), int(sys.argv[2]), parts=True).months:
        write_month(month, os.path.join(sys.argv[3], month_text(month.period)))


if __name__ == '__main__':
    main()
