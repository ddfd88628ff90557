#!/usr/bin/env python3
"""Second, independent calculation of a month: SPEC section 5, and of 4.1, 4.2 and 6 what concerns figures.

Written from the text of SPEC alone, with whole numbers and fractions only, in the plainest form that can be read
beside it. It is slow and it trusts its inputs' syntax more than the program may; it is never used to pay anybody.
`# SPEC:` marks a place where the text leaves room, and says which reading was taken.

As a command:
  oracle.py --period 2026-01 --rulings F (--first | --previous-register F | --continues-register F) [--more KIND]
            [--rules F] [--income KIND=F]... --out DIR KIND=PAYROLL.csv...
writes DIR/transfer.csv, DIR/pelaksanaan.csv and DIR/penggajian/NAME, and exits 0, 1 or 3 as the program does.
"""
import argparse
import csv
import datetime
import hashlib
import io
import os
import re
import sys
import xml.etree.ElementTree as ET
from fractions import Fraction

REGISTER = ('periode,nomor_perkara,nip,hak,penerima,cara,nilai,bulan_ke,dari_bulan,hak_bulan_ini,disimpan_asn,'
            'tunggakan_awal,susulan,dibayar,dihapus,menunggu,tunggakan_akhir,dibukukan_sampai,bank,rekening,'
            'status,sebab').split(',')
TRANSFER = 'no,kunci,periode,sumber,bank,rekening,nama_rekening,jumlah,nomor_perkara,nip,nama_asn,rincian'.split(',')
WIFE = ('iddah', 'mutah', 'lampau', 'bagian-gaji')
CHILD = 'nafkah-anak'
FOREVER = 10 ** 9
MOST_AMOUNT = 10 ** 12

DEFAULT_RULES = {
    'dasar': 'setelah-iuran-wajib',
    'bulan-dasar': 'berjalan',
    'sumber': ['gaji', 'tpp'],
    'porsi-ada': {'asn': '1/3', 'istri': '1/3', 'anak': '1/3'},
    'porsi-tidak-ada': {'asn': '1/2', 'istri': '1/2'},
    'maks-iddah': 3,
    'maks-mutah': 12,
    'pembayaran': 'berurutan',
    'urutan': ['iddah', 'mutah', 'lampau'],
    'usia': 21,
    'usia-sekolah': 25,
    'anak-berhenti': 'bagi-ulang',
    'kawin-lagi': 'pecahan',
    'batas': 'porsi-asn',
    'satuan': 1,
}


class Refusal(Exception):
    """`tolak`: exit 3, nothing written."""


def refuse(text):
    raise Refusal(text)


# ---- dates ----------------------------------------------------------------------------------------------------

def month_of(text):
    """'2026-01' -> 12 * year + month - 1."""
    match = re.fullmatch(r'(\d{4})-(\d\d)', text)
    if not match or not 1 <= int(match[2]) <= 12:
        refuse('not a month: %r' % text)
    return 12 * int(match[1]) + int(match[2]) - 1


def month_text(month):
    return '%04d-%02d' % (month // 12, month % 12 + 1)


def date_of(text):
    if not re.fullmatch(r'\d{4}-\d\d-\d\d', text):
        refuse('not a date: %r' % text)
    try:
        return datetime.date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        refuse('not a date: %r' % text)


def date_month(date):
    return 12 * date.year + date.month - 1


# ---- payrolls (4.1) -------------------------------------------------------------------------------------------

# kind -> the columns that its export must have
LAYOUTS = {
    'gaji': {'nip': ('nip_pegawai', 'nip'), 'nama': ('nama_pegawai',), 'kotor': ('jumlah_gaji_dan_tunjangan',),
             'potongan': ('jumlah_potongan',), 'bersih': ('jumlah_ditransfer', 'jumlah_di_transfer'),
             'sukarela': ('zakat',)},
    'tpp': {'nip': ('nip_pegawai', 'nip'), 'nama': ('nama_pegawai',), 'kotor': ('jumlah_tpp',),
            'potongan': ('jumlah_potongan',), 'bersih': ('jumlah_ditransfer', 'jumlah_di_transfer'),
            'sukarela': ('zakat',)},
}
ACCOUNT = ('nomor_rekening_bank_pegawai',)
TOTALS = ('total', 'jumlah', 'grand_total', 'jumlah_total')


class Row:
    """One counted row. Money in sen."""
    __slots__ = ('nip', 'name', 'kotor', 'potongan', 'bersih', 'sukarela', 'account', 'spans', 'deduction')


class Payroll:
    __slots__ = ('kind', 'name', 'data', 'rows', 'total')


def fold(text):
    return re.sub(r'[^a-z0-9]+', '_', text.lower()).strip('_')


def scan_csv(data, delimiter):
    """All records of a CSV as lists of (value bytes, start, end); the span lies inside the quotes."""
    field = re.compile(rb'"((?:[^"]|"")*)"|([^"' + delimiter + rb'\r\n]*)')
    position = 3 if data.startswith(b'\xef\xbb\xbf') else 0
    records, record, size = [], [], len(data)
    while position < size:
        match = field.match(data, position)
        group = 1 if match[1] is not None else 2
        record.append((match[group], match.start(group), match.end(group)))
        position = match.end()
        following = data[position:position + 1]
        if following == delimiter:
            position += 1
            if position == size:
                record.append((b'', position, position))
        elif following in (b'\r', b'\n', b''):
            position += 2 if data[position:position + 2] == b'\r\n' else 1
            records.append(record)
            record = []
        else:
            refuse('stray quote at byte %d' % position)
    if record:
        records.append(record)
    while records and len(records[-1]) == 1 and not records[-1][0][0]:
        records.pop()
    return records


def money_of(raw, signed=False):
    text = raw.decode().strip(' ')
    if text in ('', '-'):
        return 0
    if not re.fullmatch(r'-?\d+(\.\d{1,2})?', text) or (text[0] == '-' and not signed):
        refuse('not an amount: %r' % text)
    whole, _, part = text.lstrip('-').partition('.')
    sen = int(whole) * 100 + int((part + '00')[:2])
    return -sen if text[0] == '-' else sen


def nip_of(text):
    """The 18 digits, or '' for a person without a NIP."""
    text = text.strip(' ')
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    if text.startswith("'"):
        text = text[1:]
    if re.fullmatch(r'[0-9.,]+[eE]\+?[0-9]+', text):
        refuse('NIP in scientific notation')
    text = text.replace(' ', '').replace('.', '')
    if not re.fullmatch(r'\d{18}', text):
        return ''
    if text.endswith('000'):
        refuse('NIP with serial 000')
    return text


def find_header(records, wanted):
    for number, record in enumerate(records[:20]):
        names = [fold(cell[0].decode()) for cell in record]
        places = {role: [names.index(n) for n in options if n in names] for role, options in wanted.items()}
        if all(places.values()):
            account = [names.index(n) for n in ACCOUNT if n in names]
            return number, {role: place[0] for role, place in places.items()}, account[0] if account else None
    return None


def read_payroll(kind, name, data):
    found = None
    for delimiter in sorted((b',', b';', b'\t'), key=data[:8192].count, reverse=True):
        try:
            records = scan_csv(data, delimiter)
        except Refusal:
            continue
        found = find_header(records, LAYOUTS[kind])
        if found:
            break
    if not found:
        refuse('%s: no header row of a known layout' % name)
    number, place, account = found
    width = len(records[number])
    payroll = Payroll()
    payroll.kind, payroll.name, payroll.data, payroll.rows, payroll.total = kind, name, data, [], None
    for record in records[number + 1:]:
        if len(record) != width:
            refuse('%s: a row with %d fields instead of %d' % (name, len(record), width))
        row = read_row(record, place, account)
        if payroll.total:
            refuse('%s: a row below the total row' % name)
        if fold(record[place['nip']][0].decode()) in TOTALS or fold(record[0][0].decode()) in TOTALS:
            payroll.total = row
        else:
            row.nip = nip_of(record[place['nip']][0].decode())
            payroll.rows.append(row)
    check_payroll(payroll)
    return payroll


def read_row(record, place, account):
    row = Row()
    row.nip = ''
    row.name = record[place['nama']][0].decode().replace('""', '"').strip(' ')
    row.kotor = money_of(record[place['kotor']][0])
    row.potongan = money_of(record[place['potongan']][0])
    row.bersih = money_of(record[place['bersih']][0], signed=True)
    row.sukarela = money_of(record[place['sukarela']][0])
    row.account = re.sub(r'\D', '', record[account][0].decode()) if account is not None else ''
    row.spans = {role: record[place[role]] for role in ('potongan', 'bersih')}
    row.deduction = 0
    return row


def arithmetic_holds(row):
    return row.kotor - row.potongan == row.bersih


def check_payroll(payroll):
    if not payroll.rows:
        refuse('%s: no people' % payroll.name)
    total = payroll.total
    if total:
        if not arithmetic_holds(total):
            refuse('%s: broken arithmetic on the total row' % payroll.name)
        for role in ('kotor', 'potongan', 'bersih'):
            if sum(getattr(row, role) for row in payroll.rows) != getattr(total, role):
                refuse('%s: the stated total of %s is not the sum' % (payroll.name, role))
    elif not payroll.data.endswith(b'\n') and not arithmetic_holds(payroll.rows[-1]):
        refuse('%s: broken arithmetic on an unterminated last row' % payroll.name)


def money_like(sen, example):
    """An amount in the number style of the cell that it replaces."""
    decimals = len(example.decode().strip(' ').partition('.')[2])
    text = '%d' % (abs(sen) // 100)
    if decimals:
        text += '.' + ('%02d' % (abs(sen) % 100))[:decimals]
    return (('-' if sen < 0 else '') + text).encode()


def adjusted_bytes(payroll):
    """Only the potongan and bersih cells of rows with a deduction, and of the total row, differ."""
    patches = []
    for row in payroll.rows + ([payroll.total] if payroll.total else []):
        taken = row.deduction if row is not payroll.total else sum(r.deduction for r in payroll.rows)
        if taken:
            for role, sen in (('potongan', row.potongan + 100 * taken), ('bersih', row.bersih - 100 * taken)):
                raw, start, end = row.spans[role]
                patches.append((start, end, money_like(sen, raw)))
    out, position = [], 0
    for start, end, text in sorted(patches):
        out += [payroll.data[position:start], text]
        position = end
    return b''.join(out + [payroll.data[position:]])


# ---- rulings (4.2) --------------------------------------------------------------------------------------------

NS = '{urn:nafkah:putusan:1}'
STATUSES = ('mediasi', 'izin', 'proses', 'putus', 'banding', 'bht', 'rujuk', 'dicabut')


class Account:
    __slots__ = ('bank', 'digits', 'name', 'proof')

    def possible(self):
        return (re.fullmatch(r'\d{3}', self.bank) is not None and re.fullmatch(r'\d{5,20}', self.digits) is not None
                and len(set(self.digits)) > 1)


class Child:
    __slots__ = ('id', 'born', 'care', 'school', 'account', 'stopped', 'place')


class Award:
    __slots__ = ('right', 'form', 'months', 'per_month', 'lump', 'paid', 'span', 'child', 'rise', 'start', 'length')


class Ruling:
    __slots__ = ('number', 'case', 'entry', 'status', 'kind', 'bht', 'ikrar', 'received', 'start', 'paid_until', 'nip',
                 'asn_name', 'relation', 'account', 'remarried', 'died', 'children', 'awards', 'payment', 'income',
                 'ended', 'end_arrears', 'lines', 'state', 'faults')

    @property
    def full_case(self):
        return self.case if self.entry == 1 else '%s#%d' % (self.case, self.entry)

    @property
    def full_number(self):
        return self.number if self.entry == 1 else '%s#%d' % (self.number, self.entry)


def normal_case(number):
    """Lower case, blanks and dots removed, leading zeros of every part between slashes removed."""
    text = number.lower().replace(' ', '').replace('\t', '').replace('.', '')
    return '/'.join(part.lstrip('0') for part in text.split('/'))


def whole(element, name, least, most):
    text = element.get(name)
    if text is None:
        return None
    if not re.fullmatch(r'\d+', text) or not least <= int(text) <= most:
        refuse('%s=%r' % (name, text))
    return int(text)


def read_account(parent):
    element = parent.find(NS + 'rekening')
    if element is None:
        return None
    account = Account()
    account.bank = element.get('bank', '')
    account.digits = re.sub(r'[ .\-]', '', element.get('nomor', ''))
    account.name = element.get('nama', '')
    account.proof = bool(element.get('bukti', '').strip())
    return account


def end_date(parent, name):
    element = parent.find(NS + name)
    return None if element is None else date_of(element.get('tanggal', ''))


def read_child(element, place):
    child = Child()
    child.id = element.get('id', '')
    child.born = date_of(element.get('lahir', ''))
    child.care = element.get('asuh', '')
    if child.care not in ('ibu', 'ayah', 'wali'):
        refuse('asuh=%r' % child.care)
    child.school = element.get('sekolah') == 'ya'
    child.account = read_account(element)
    child.stopped = end_date(element, 'berhenti')
    child.place = place
    if child.stopped and child.stopped < child.born:
        refuse('child %s: end before birth' % child.id)
    return child


def read_award(element):
    award = Award()
    award.right = element.tag[len(NS):]
    if award.right not in WIFE + (CHILD,):
        refuse('award %s' % award.right)
    award.form = element.get('cara', '')
    award.months = whole(element, 'bulan', 1, 600)
    award.per_month = whole(element, 'per-bulan', 1, MOST_AMOUNT)
    award.lump = whole(element, 'jumlah', 1, MOST_AMOUNT)
    award.paid = whole(element, 'dibayar', 1, MOST_AMOUNT)
    award.rise = whole(element, 'naik', 0, 100)
    award.child = element.get('anak')
    first, last = element.get('dari'), element.get('sampai')
    award.span = None
    if first is not None and last is not None:
        award.span = month_of(last) - month_of(first) + 1
        if award.span < 1:
            refuse('lampau ends before it begins')
    award.start = award.length = None
    check_award(award)
    return award


def check_award(award):
    if award.form not in ('pecahan', 'nominal'):
        refuse('cara=%r' % award.form)
    amounts = [award.per_month, award.lump]
    if award.form == 'pecahan' and (any(amounts) or award.paid or award.rise is not None or award.child):
        refuse('pecahan takes no amount')
    if award.right in ('iddah', 'mutah', 'lampau'):
        if award.months is None or award.rise is not None or award.child:
            refuse('form of %s' % award.right)
        if award.form == 'nominal' and amounts.count(None) != 1:
            refuse('nominal takes exactly one of per-bulan and jumlah')
    elif award.months is not None or award.lump or award.paid:
        refuse('form of %s' % award.right)
    if award.right == 'bagian-gaji' and award.form != 'pecahan':
        refuse('bagian-gaji is pecahan')
    if award.right == CHILD and award.form == 'nominal' and not award.per_month:
        refuse('nafkah-anak nominal needs per-bulan')
    if award.right != 'lampau' and award.span is not None:
        refuse('span of %s' % award.right)


def check_awards(ruling):
    wife = [a.right for a in ruling.awards if a.right != CHILD]
    if len(set(wife)) != len(wife) or ('bagian-gaji' in wife and len(wife) > 1):
        refuse('wife awards of %s' % ruling.number)
    child = [a for a in ruling.awards if a.right == CHILD]
    ids = [c.id for c in ruling.children]
    if len(set(ids)) != len(ids):
        refuse('child listed twice')
    named = [a.child for a in child]
    if len(set(named)) != len(named) or (None in named and len(named) > 1):
        refuse('child covered twice')
    if any(name is not None and name not in ids for name in named):
        refuse('award for an unlisted child')


def check_nip(nip):
    """A NIP of a ruling: birth date, year and month (or contract number) of appointment, sex, serial."""
    if not re.fullmatch(r'\d{18}', nip) or nip[14] not in '12' or nip.endswith('000'):
        refuse('NIP of a ruling: %r' % nip)
    date_of('%s-%s-%s' % (nip[:4], nip[4:6], nip[6:8]))


def read_ruling(element):
    ruling = Ruling()
    text = lambda name: (element.findtext(NS + name) or '').strip()
    date = lambda name: date_of(text(name)) if text(name) else None
    month = lambda name: month_of(text(name)) if text(name) else None
    ruling.number = element.get('nomor', '')
    ruling.case = normal_case(ruling.number)
    ruling.entry = whole(element, 'entri', 1, 999) or 1
    ruling.status, ruling.kind = text('status'), text('jenis')
    if ruling.status not in STATUSES or ruling.kind not in ('cerai-talak', 'cerai-gugat'):
        refuse('status or jenis of %s' % ruling.number)
    ruling.bht, ruling.ikrar, ruling.received = date('tanggal-bht'), date('tanggal-ikrar'), date('tanggal-terima')
    ruling.start, ruling.paid_until = month('mulai-potong'), month('dibayar-sampai')
    asn, former = element.find(NS + 'asn'), element.find(NS + 'mantan')
    ruling.nip, ruling.asn_name = nip_of(asn.get('nip', '')), asn.get('nama', '')
    check_nip(ruling.nip)
    ruling.relation = former.get('hubungan', '')
    if ruling.relation not in ('istri', 'suami'):
        refuse('hubungan=%r' % ruling.relation)
    ruling.account = read_account(former)
    ruling.remarried, ruling.died = end_date(former, 'kawin-lagi'), end_date(former, 'meninggal')
    ruling.children = [read_child(c, n) for n, c in enumerate(element.findall(NS + 'anak'))]
    read_orders(ruling, element.find(NS + 'amar'))
    end = element.find(NS + 'selesai')
    ruling.ended = None if end is None else date_of(end.get('tanggal', ''))
    ruling.end_arrears = None if end is None else end.get('tunggakan')
    if end is not None and ruling.end_arrears not in ('lanjut', 'hapus'):
        refuse('tunggakan of %s' % ruling.number)
    if ruling.start is None:
        known = [d for d in (ruling.bht, ruling.ikrar, ruling.received) if d]
        ruling.start = max(map(date_month, known)) + 1 if ruling.bht else None
    ruling.lines, ruling.state, ruling.faults = [], None, []
    return ruling


def read_orders(ruling, element):
    ruling.awards, ruling.payment, ruling.income = [], None, None
    if element is None:
        return
    ruling.payment = element.get('pembayaran')
    ruling.income = whole(element, 'penghasilan', 1, MOST_AMOUNT)
    ruling.awards = [read_award(a) for a in element]
    check_awards(ruling)


def read_rulings(data):
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        refuse('rulings: %s' % error)
    rulings = [read_ruling(element) for element in root.findall(NS + 'putusan')]
    keys = [(r.case, r.entry) for r in rulings]
    if len(set(keys)) != len(keys):
        refuse('a case listed twice')
    return rulings


# ---- rules (4.3) ----------------------------------------------------------------------------------------------

def read_rules(data, period):
    """The version in force of a rules file, as a dict like DEFAULT_RULES."""
    ns = '{urn:nafkah:aturan:1}'
    versions = [v for v in ET.fromstring(data).findall(ns + 'versi') if month_of(v.get('mulai')) <= period]
    if not versions:
        refuse('period before the first version of the rules')
    version = max(versions, key=lambda v: month_of(v.get('mulai')))
    get = lambda tag, name='nilai': version.find(ns + tag).get(name)
    rules = {name: get(name) for name in ('dasar', 'bulan-dasar', 'pembayaran', 'anak-berhenti', 'kawin-lagi', 'batas')}
    rules['sumber'], rules['urutan'] = get('sumber').split(), get('pembayaran', 'urutan').split()
    rules['porsi-ada'] = {who: get('porsi-dengan-anak', who) for who in ('asn', 'istri', 'anak')}
    rules['porsi-tidak-ada'] = {who: get('porsi-tanpa-anak', who) for who in ('asn', 'istri')}
    rules['maks-iddah'], rules['maks-mutah'] = int(get('bulan-maksimum', 'iddah')), int(get('bulan-maksimum', 'mutah'))
    rules['usia'], rules['usia-sekolah'] = int(get('usia-anak', 'batas')), int(get('usia-anak', 'sekolah'))
    rules['satuan'] = int(get('satuan', 'rupiah'))
    return rules


def share_text(rules, who, with_children):
    return rules['porsi-ada' if with_children else 'porsi-tidak-ada'][who]


# ---- lines and the months of their rights (5.1, 5.3) ----------------------------------------------------------

class Line:
    """One award for one payee, and its row of the register."""
    __slots__ = ('ruling', 'award', 'child', 'right', 'payee', 'form', 'terms', 'own', 'first', 'last', 'held',
                 'previous', 'booked', 'new_booked', 'due', 'kept', 'opening', 'missed', 'paid', 'written_off',
                 'waiting', 'closing', 'status', 'drawn')

    @property
    def key(self):
        return (self.ruling.case, self.ruling.entry, self.right, self.payee)

    def stands(self, month):
        return self.first is not None and self.first <= month <= self.last

    @property
    def owner(self):
        """Whose account the line is paid to."""
        return self.payee if self.child and self.child.account else 'mantan'

    @property
    def target(self):
        """That account, or None. A child in the care of a guardian needs its own."""
        if self.child and self.child.account:
            return self.child.account
        return None if self.child and self.child.care == 'wali' else self.ruling.account


def award_terms(rules, ruling, award):
    if award.form == 'pecahan':
        return share_text(rules, 'anak' if award.right == CHILD else 'istri', bool(ruling.children))
    if award.right == CHILD:
        return '%d' % award.per_month + ('' if award.rise is None else '+%d%%' % award.rise)
    text = '%dx%d' % (award.months, award.per_month) if award.per_month else '%d/%d' % (award.lump, award.months)
    return text + ('-%d' % award.paid if award.paid else '')


def award_length(award):
    """Months that a wife award takes (5.3, first bullet)."""
    if award.right == 'bagian-gaji':
        return FOREVER
    if award.form == 'pecahan':
        return award.months
    total = nominal_total(award)
    if total <= 0:
        return 0
    return -(-total // award.per_month) if award.per_month else award.months


def nominal_total(award):
    stated = award.per_month * award.months if award.per_month else award.lump
    return stated - (award.paid or 0)


def nominal_month(award, place):
    """What a nominal wife award owes in its place-th month."""
    total = nominal_total(award)
    step = award.per_month if award.per_month else total // award.months
    return total - (award.length - 1) * step if place == award.length else step


def place_awards(rules, ruling):
    """Start (k, from 1) and length of every wife award."""
    payment = ruling.payment or rules['pembayaran']
    by_right = {a.right: a for a in ruling.awards if a.right != CHILD}
    following = 1
    for right in list(rules['urutan']) + ['bagian-gaji']:
        award = by_right.get(right)
        if not award:
            continue
        award.length = award_length(award)
        if payment == 'bersamaan' and award.form == 'nominal':
            award.start = 1
        else:
            award.start = following
            following += award.length


def wife_ends(rules, ruling, award):
    ends = [ruling.died, ruling.ended]
    lapses = rules['kawin-lagi']
    if award.right == 'bagian-gaji' or lapses == 'semua' or (lapses == 'pecahan' and award.form == 'pecahan'):
        ends.append(ruling.remarried)
    return [date_month(d) for d in ends if d]


def child_ends(rules, ruling, child):
    ends = [date_month(d) for d in (child.stopped, ruling.ended) if d]
    # SPEC: the month of the birthday that reaches the limit is the month of birth, that many years on, also for a
    # child born on 29 February.
    return ends + [date_month(child.born) + 12 * rules['usia-sekolah' if child.school else 'usia']]


def new_line(rules, ruling, award, child, previous):
    line = Line()
    line.ruling, line.award, line.child = ruling, award, child
    line.right, line.form = award.right, award.form
    line.payee = 'anak:' + child.id if child else 'mantan'
    line.terms = award_terms(rules, ruling, award)
    line.first = line.last = None
    if ruling.start is not None:
        if child:
            line.first = max(ruling.start, date_month(child.born))
            line.last = min(child_ends(rules, ruling, child))
        else:
            line.first = ruling.start + award.start - 1
            line.last = min([line.first + award.length - 1] + wife_ends(rules, ruling, award))
    line.previous = previous.get(line.key)
    line.opening = line.previous['tunggakan_akhir'] if line.previous else 0
    line.due = line.kept = line.missed = line.paid = line.written_off = line.waiting = 0
    line.held, line.drawn, line.status = False, {}, None
    return line


def build_lines(rules, ruling, previous):
    """Lines of a ruling in line order (5.6)."""
    place_awards(rules, ruling)
    lines = []
    for child in sorted(ruling.children, key=lambda c: (c.born, c.place)):
        for award in ruling.awards:
            if award.right == CHILD and award.child in (None, child.id):
                lines.append(new_line(rules, ruling, award, child, previous))
    for right in WIFE:
        for award in ruling.awards:
            if award.right == right:
                lines.append(new_line(rules, ruling, award, None, previous))
    ruling.lines = lines


def booked_until(line, period):
    """5.4: the last month that the line is booked for, None where unknown."""
    if line.previous and line.previous['dibukukan_sampai'] is not None:
        return line.previous['dibukukan_sampai']
    if line.ruling.paid_until is not None:
        return line.ruling.paid_until
    if line.ruling.start is not None and line.ruling.start >= period:
        return line.ruling.start - 1
    return None


# ---- states and faults (5.1) ----------------------------------------------------------------------------------

def plain_name(name):
    """Upper case, without what follows the first comma and without words that end in a full stop."""
    return [word for word in name.upper().split(',')[0].split() if not word.endswith('.')]


def names_agree(one, other):
    a, b = plain_name(one), plain_name(other)
    long = lambda words: {w for w in words if sum(c.isalpha() for c in w) >= 3}
    return a == b or bool(long(a) & long(b))


def ruling_faults(rules, ruling, period, person):
    start, talak = ruling.start, ruling.kind == 'cerai-talak'
    faults = []
    if talak and not ruling.ikrar:
        faults.append('no ikrar')
    dates = [ruling.bht] + ([ruling.ikrar] if talak and ruling.ikrar else [])
    if any(start < date_month(d) for d in dates):
        faults.append('mulai before the divorce is final')
    if ruling.status in ('rujuk', 'dicabut') and not ruling.ended:
        faults.append('status %s without selesai' % ruling.status)
    if (ruling.relation == 'istri') != (ruling.nip[14] == '1'):
        faults.append('hubungan contradicts the sex digit')
    if rules['bulan-dasar'] == 'putusan' and ruling.income is None:
        # SPEC: "bulan-dasar putusan without penghasilan" is taken of every ruling, with or without fraction awards.
        faults.append('no penghasilan')
    if any(line.booked is None for line in ruling.lines):
        faults.append('booked unknown')
    if any(date_month(c.born) > period for c in ruling.children):
        faults.append('a child born after the period')
    # SPEC: "the payroll's" name is that of every row in an adjusted payroll; --income rows are not asked for it.
    if any(not names_agree(ruling.asn_name, row.name) for _, row in person.adjusted):
        faults.append('names share no word')
    # SPEC: the arithmetic is checked on every row of his, --income included.
    if not all(arithmetic_holds(row) for row in person.rows):
        faults.append('broken row arithmetic')
    return faults


def ruling_over(ruling):
    for line in ruling.lines:
        after = ruling.start - 1 if line.booked is None else line.booked
        if line.opening or line.last >= max(line.first, after + 1):
            return False
    return True


def ruling_state(rules, ruling, period, person):
    if ruling.status not in ('bht', 'rujuk', 'dicabut') or not ruling.bht:
        return 'belum-bht'
    last_dates = [ruling.bht] + ([ruling.ikrar] if ruling.kind == 'cerai-talak' and ruling.ikrar else [])
    if any(date_month(d) > period for d in last_dates):
        return 'belum-bht'
    if ruling.start > period:
        return 'belum-mulai'
    if ruling_over(ruling):
        return 'selesai'
    ruling.faults = ruling_faults(rules, ruling, period, person)
    if ruling.faults:
        return 'ditahan'
    if not person.adjusted:
        return 'tidak-ditemukan'
    return 'computed'


def award_fault(rules, ruling, award):
    if award.right == 'iddah' and award.months > rules['maks-iddah']:
        return 'iddah too long'
    if award.right == 'mutah' and award.months > rules['maks-mutah']:
        return 'mutah too long'
    if award.right == 'lampau' and award.span is not None and award.months > award.span:
        return 'lampau longer than its span'
    if ruling.nip[14] == '2' and (award.right != CHILD or award.form != 'nominal'):
        return 'PP 10/1983 binds men'
    for line in ruling.lines:
        # SPEC: one line of an award whose terms differ holds the whole award. The register keeps the former terms
        # meanwhile (register_rows), so the hold stands until the terms are as they were.
        if line.award is award and line.previous and \
                (line.previous['cara'], line.previous['nilai']) != (line.form, line.terms):
            return 'terms differ from the previous month'
    return None


def changed_without_proof(line):
    """Whether the line's account is possible, differs from the previous register's, and has no proof."""
    account, previous = line.target, line.previous
    if not account or not account.possible() or account.proof or not previous or not previous['rekening']:
        return False
    return (account.bank, account.digits) != (previous['bank'], previous['rekening'])


def payee_fault(line, person, period):
    account = line.target
    if not account or not account.possible():
        return 'no account or an impossible one'
    if account.digits.lstrip('0') in {row.account.lstrip('0') for row in person.rows if row.account}:
        return 'the own account of the ASN'
    # SPEC: a changed account is a fault of the account's owner, so it holds every line paid to him, also a line that
    # the previous register does not have.
    if any(changed_without_proof(l) for l in line.ruling.lines if l.owner == line.owner):
        return 'account changed without proof'
    if line.owner == 'mantan' and line.ruling.died and period > date_month(line.ruling.died):
        return 'the mother died'
    return None


def hold_lines(rules, ruling, person, period):
    for line in ruling.lines:
        held = award_fault(rules, ruling, line.award)
        in_fathers_care = line.child is not None and line.child.care == 'ayah'
        if not held and (not in_fathers_care or line.opening):
            # SPEC: a payee fault holds every line of the owner in a computed ruling, also one that is over.
            held = payee_fault(line, person, period)
        line.held = held or False


# ---- base, dues, division (5.2 - 5.4, 5.6) --------------------------------------------------------------------

class Person:
    """What the payrolls of the month say about one NIP. Bases in sen."""
    __slots__ = ('adjusted', 'rows', 'base')


def row_income(rules, row):
    if rules['dasar'] == 'kotor':
        return row.kotor
    return row.bersih + (row.sukarela if rules['dasar'] == 'setelah-iuran-wajib' else 0)


def divide(amount, claims):
    """5.6: floor of each proportional part, the units left one each to the largest remainders, ties in order."""
    whole_sum = sum(claims)
    parts = [amount * c // whole_sum for c in claims]
    rest = [amount * c % whole_sum for c in claims]
    order = sorted(range(len(claims)), key=lambda i: (-rest[i], i))
    for i in order[:amount - sum(parts)]:
        parts[i] += 1
    return parts


def fit(amount, claims):
    """The claims, or what the amount gives each where it does not cover them."""
    return list(claims) if sum(claims) <= amount else divide(amount, claims)


def fraction_share(rules, base_sen, fraction):
    unit = 100 * rules['satuan']
    return int(Fraction(base_sen) * fraction // unit) * rules['satuan']


class Household:
    """The computed rulings of one ASN in one month."""

    def __init__(self, rules, rulings, person, period):
        self.rules, self.rulings, self.person, self.period = rules, rulings, person, period
        self.lines = [line for ruling in rulings for line in ruling.lines]
        with_children = any(ruling.children for ruling in rulings)
        self.share = {who: Fraction(text) for who, text in
                      rules['porsi-ada' if with_children else 'porsi-tidak-ada'].items()}
        self.months = {}

    def base(self, ruling):
        # SPEC: with bulan-dasar putusan, the fraction dues and their pools use penghasilan, the limit keeps this
        # month's base. The pool is the ASN's: the largest penghasilan of all his computed rulings, whether or not they
        # have a fraction award.
        return self.person.base if self.rules['bulan-dasar'] == 'berjalan' else ruling.income * 100

    def dues(self, month):
        """Line -> part of the month, kept parts included; rulings of the month as they are computed now."""
        if month not in self.months:
            parts = {}
            for ruling in self.rulings:
                self.add_dues(ruling, month, parts)
            wife = [l for l in self.lines if l.form == 'pecahan' and not l.child and l in parts]
            child = [l for l in self.lines if l.form == 'pecahan' and l.child and l in parts]
            self.share_pool(parts, wife, 'istri')
            self.share_pool(parts, child, 'anak')
            self.months[month] = parts
        return self.months[month]

    def share_pool(self, parts, lines, who):
        if lines:
            largest = max(self.base(ruling) for ruling in self.rulings)
            pool = fraction_share(self.rules, largest, self.share[who])
            parts.update(zip(lines, fit(pool, [parts[line] for line in lines])))

    def add_dues(self, ruling, month, parts):
        for award in ruling.awards:
            lines = [line for line in ruling.lines if line.award is award]
            if award.right == CHILD:
                self.add_children(ruling, award, lines, month, parts)
            elif lines[0].stands(month):
                place = month - (ruling.start + award.start - 1) + 1
                parts[lines[0]] = nominal_month(award, place) if award.form == 'nominal' else \
                    fraction_share(self.rules, self.base(ruling), self.share['istri'])

    def add_children(self, ruling, award, lines, month, parts):
        if award.form == 'pecahan':
            pool = fraction_share(self.rules, self.base(ruling), self.share['anak'])
        else:
            pool = award.per_month
            for _ in range((month - ruling.start) // 12):
                pool = pool * (100 + (award.rise or 0)) // 100
        standing = [line for line in lines if line.stands(month)]
        if award.child is not None:
            parts.update((line, pool) for line in standing)
            return
        sharing = standing if self.rules['anak-berhenti'] == 'bagi-ulang' else lines
        if sharing:
            each, odd = divmod(pool, len(sharing))
            for place, line in enumerate(sharing):
                if line.stands(month):
                    parts[line] = each + (1 if place < odd else 0)

    def book(self):
        """Dues of the period and of missed months, for the lines that are not held."""
        for line in self.lines:
            line.new_booked = line.booked
            if line.held:
                continue
            in_fathers_care = line.child is not None and line.child.care == 'ayah'
            if line.booked < self.period:
                part = self.dues(self.period).get(line, 0)
                if in_fathers_care:
                    # SPEC: a held line has no kept part either, as it has no due.
                    line.kept = part
                else:
                    line.due = part
            if not in_fathers_care:
                line.missed = sum(self.dues(month).get(line, 0)
                                  for month in range(max(line.booked + 1, line.first), min(self.period, line.last + 1)))
            line.new_booked = max(line.booked, self.period)
            end = line.ruling.ended
            if end and line.ruling.end_arrears == 'hapus' and self.period > date_month(end):
                # SPEC: also for a line that was held in the first such month and is released later.
                line.written_off = line.opening + line.missed

    # 5.5

    def available(self):
        return {kind: sum(max(0, row.bersih) // 100 for k, row in self.person.adjusted if k == kind)
                for kind in self.rules['sumber']}

    def most(self):
        """T, what may be taken of him in the month; None without a limit."""
        if self.rules['batas'] == 'tanpa':
            return None
        base = Fraction(self.person.base, 100)
        kept = sum(line.kept for line in self.lines if line.form == 'pecahan')
        # SPEC: satuan rounds the shares that are paid; the ASN's own share in the limit is to the rupiah.
        own = -(-base * self.share['asn'] // 1)
        return max(0, (base - own) // 1 - kept)

    def pay(self, more):
        """Fill the tiers, and draw each paid amount on the sources (5.7). With more to come, what the available money
        does not reach, up to T, waits (5.9)."""
        left = available_money(self.rules, self.person)
        most = self.most()
        limit = sum(left.values()) if most is None else min(most, sum(left.values()))
        for line, arrears, amount in fill_tiers(self.lines, limit, claim_of_month):
            draw(self.rules, line, amount, arrears, left)
        if more:
            # SPEC: what waits is what the rest of T gives when the tiers are filled on, over what is still unpaid.
            paid = sum(line.paid for line in self.lines)
            unpaid = sum(claim_left(line, a) for line in self.lines for a in (False, True))
            rest = unpaid if most is None else most - paid
            for line, _, amount in fill_tiers(self.lines, rest, claim_left):
                line.waiting += amount


def available_money(rules, person):
    """Whole rupiah that each kind of adjusted file has for him."""
    return {kind: sum(max(0, row.bersih) // 100 for k, row in person.adjusted if k == kind)
            for kind in rules['sumber']}


def claim_of_month(line, arrears):
    return line.opening + line.missed - line.written_off if arrears else line.due


def claim_left(line, arrears):
    """What is unpaid of a line; what was paid went to its due first."""
    if arrears:
        return claim_of_month(line, True) - max(0, line.paid - line.due)
    return line.due - min(line.due, line.paid)


def fill_tiers(lines, limit, claim):
    """5.5: (line, whether arrears, amount) of every tier, over the lines that are not held."""
    parts = []
    for arrears in (False, True):
        for children in (True, False):
            tier = [line for line in lines if not line.held and bool(line.child) == children]
            for line, amount in zip(tier, fit(limit, [claim(line, arrears) for line in tier])):
                limit -= amount
                parts.append((line, arrears, amount))
    return parts


def draw(rules, line, amount, arrears, left):
    line.paid += amount
    for kind in rules['sumber']:
        taken = min(amount, left[kind])
        if taken:
            entry = line.drawn.setdefault(kind, [0, 0])
            entry[1 if arrears else 0] += taken
            left[kind] -= taken
            amount -= taken
    if amount:
        raise AssertionError('paid more than the sources have')


# ---- the month ------------------------------------------------------------------------------------------------

def line_status(line, period):
    """Status of a line of a ruling that was computed."""
    if line.held:
        return 'ditahan'
    if line.closing or line.waiting:
        return 'sebagian'
    if line.paid:
        return 'dipotong'
    if line.kept:
        # SPEC: a kept part of 0 rupiah is none.
        return 'diterima-asn'
    booked = period if line.new_booked is None else max(period, line.new_booked)
    return 'nihil' if line.last > booked and line.last >= line.first else 'selesai'


def final_state(ruling):
    if all(line.held for line in ruling.lines):
        return 'ditahan'
    if any(line.closing or line.waiting or line.held for line in ruling.lines):
        return 'sebagian'
    return 'dipotong' if any(line.due or line.missed or line.paid for line in ruling.lines) else 'nihil'


def read_register(text):
    """(period, rows) of a previous pelaksanaan.csv; rows by line key, with rulings' statuses."""
    rows, period = {}, None
    for row in csv.DictReader(io.StringIO(text, newline='')):
        number, _, entry = row['nomor_perkara'].partition('#')
        row['tunggakan_akhir'] = int(row['tunggakan_akhir'])
        row['dibukukan_sampai'] = month_of(row['dibukukan_sampai']) if row['dibukukan_sampai'] else None
        rows[normal_case(number), int(entry or 1), row['hak'], row['penerima']] = row
        period = month_of(row['periode'])
    return period, rows


def check_carried(previous, rulings):
    """5.8: a line of the previous register may be missing only when its ruling was over and it has no arrears."""
    now = {line.key for ruling in rulings for line in ruling.lines}
    for key, row in previous.items():
        # SPEC: whether a ruling was `selesai` is read from its rows: every one of them says so. The single row of a
        # ruling without awards is no line.
        over = all(other['status'] == 'selesai' for k, other in previous.items() if k[:2] == key[:2])
        if key[2] and key not in now and (row['tunggakan_akhir'] or not over):
            refuse('a right of the previous month is gone: %s' % (key,))


def gather_people(rules, rulings, payrolls, incomes):
    named = {ruling.nip for ruling in rulings}
    people, seen = {}, set()
    for nip in named:
        person = people[nip] = Person()
        person.adjusted, person.rows, person.base = [], [], 0
    for payroll, adjust in [(p, True) for p in payrolls] + [(p, False) for p in incomes]:
        counts = payroll.kind in rules['sumber']
        for row in payroll.rows:
            if row.nip not in named:
                continue
            if (payroll.kind, row.nip) in seen:
                refuse('NIP %s twice in %s' % (row.nip, payroll.kind))
            seen.add((payroll.kind, row.nip))
            person = people[row.nip]
            person.rows.append(row)
            if counts:
                person.base += row_income(rules, row)
                if adjust:
                    person.adjusted.append((payroll.kind, row))
    for person in people.values():
        person.base = max(0, person.base)
    return people


def register_account(line):
    """bank and rekening columns: the last accepted account while a change or a gap stands."""
    account = line.target
    if account and account.possible() and not changed_without_proof(line):
        return account.bank, account.digits
    return (line.previous['bank'], line.previous['rekening']) if line.previous else ('', '')


def month_place(line, period):
    """bulan_ke and dari_bulan: place of the period in the award's own months, uncut by ends."""
    if line.child or line.right == 'bagian-gaji' or line.ruling.state == 'belum-bht' or line.ruling.start is None:
        return None
    place = period - (line.ruling.start + line.award.start - 1) + 1
    return (place, line.award.length) if 1 <= place <= line.award.length else None


def register_rows(rulings, period):
    rows = []
    for ruling in sorted(rulings, key=lambda r: (r.case.encode(), r.entry)):
        start = [month_text(period), ruling.full_number, ruling.nip]
        if not ruling.lines:
            rows.append(start + [''] * 6 + [0] * 8 + ['', '', '', ruling.state, ''])
        for line in ruling.lines:
            place = month_place(line, period) or ('', '')
            bank, account = register_account(line)
            booked = line.new_booked
            # While changed terms are held the register keeps the former ones, as it does accounts; before the ruling
            # starts they may still be corrected.
            form, terms = line.form, line.terms
            if line.previous and line.previous['cara'] and ruling.state not in ('belum-bht', 'belum-mulai', 'selesai'):
                form, terms = line.previous['cara'], line.previous['nilai']
            rows.append(start + [line.right, line.payee, form, terms, place[0], place[1], line.due, line.kept,
                                 line.opening, line.missed, line.paid, line.written_off, line.waiting, line.closing,
                                 '' if booked is None else month_text(booked), bank, account, line.status, ''])
    return [[str(cell) for cell in row] for row in rows]


def transfer_item(line, kind, period):
    due, arrears = line.drawn[kind]
    place = month_place(line, period)
    return '%s%s%s=%d%s' % (line.right, ' ' + line.child.id if line.child else '',
                            ' %d/%d' % place if place else '', due, '+%d' % arrears if arrears else '')


def transfer_rows(rules, rulings, people, period):
    rows = []
    for ruling in rulings:
        groups = {}
        for line in ruling.lines:
            for kind in line.drawn:
                groups.setdefault((kind, line.owner), []).append(line)
        for (kind, owner), lines in groups.items():
            account = lines[0].target
            name = [row.name for k, row in people[ruling.nip].adjusted if k == kind][0]
            key = '%s|%s|%s|%s' % (month_text(period), kind, ruling.full_case, owner)
            cells = [hashlib.sha256(key.encode()).hexdigest()[:20], month_text(period), kind, account.bank,
                     account.digits, account.name, str(sum(sum(line.drawn[kind]) for line in lines)),
                     ruling.full_number, ruling.nip, name, '; '.join(transfer_item(l, kind, period) for l in lines)]
            order = (rules['sumber'].index(kind), account.bank.encode(), account.digits.encode(),
                     ruling.case.encode(), ruling.entry, owner.encode())
            rows.append((order, cells))
    return [[str(n)] + cells for n, (_, cells) in enumerate(sorted(rows), 1)]


class Result:
    """What a month, or a part of it, came to. `exit` 0, 1 or 3; with 3 only `reason` is set."""

    def __init__(self, status, reason=''):
        self.exit, self.reason = status, reason
        self.register, self.transfers, self.adjusted, self.states = [], [], {}, {}

    @property
    def register_text(self):
        return csv_text(REGISTER, self.register)

    @property
    def transfer_text(self):
        return csv_text(TRANSFER, self.transfers)


def csv_text(header, rows):
    quote = lambda cell: '"%s"' % cell.replace('"', '""') if re.search('[",\r\n]', cell) else cell
    return ''.join(','.join(quote(cell) for cell in row) + '\n' for row in [header] + rows)


def compute(period, rules, rulings, payrolls, incomes, previous, more=None):
    """One month, or with `more` its first part. previous: the text of a register, or None for the first month ever.
    Raises Refusal."""
    if more and (more not in rules['sumber'] or any(p.kind == more for p in payrolls)):
        refuse('%s cannot be announced' % more)
    for kind in rules['sumber']:
        if not any(p.kind == kind for p in payrolls + incomes):
            refuse('no file of kind %s' % kind)
    before, old = read_register(previous) if previous is not None else (None, {})
    if before is not None and before >= period:
        refuse('the previous month is not before the period')
    people = gather_people(rules, rulings, payrolls, incomes)
    for ruling in rulings:
        build_lines(rules, ruling, old)
        for line in ruling.lines:
            line.booked = line.new_booked = booked_until(line, period)
    check_carried(old, rulings)
    for ruling in rulings:
        ruling.state = ruling_state(rules, ruling, period, people[ruling.nip])
        if ruling.state == 'belum-bht':
            for line in ruling.lines:
                line.new_booked = line.previous['dibukukan_sampai'] if line.previous else None
    settle(rules, rulings, people, period, more)
    return finish(rules, rulings, payrolls, people, period)


def settle(rules, rulings, people, period, more):
    for nip, person in people.items():
        computed = [r for r in rulings if r.nip == nip and r.state == 'computed']
        computed.sort(key=lambda r: (r.bht, r.case.encode(), r.entry))
        if not computed:
            continue
        for ruling in computed:
            hold_lines(rules, ruling, person, period)
        household = Household(rules, computed, person, period)
        household.book()
        household.pay(more)
        deduct(person, household.lines)


def deduct(person, lines):
    for kind, row in person.adjusted:
        row.deduction = sum(sum(line.drawn.get(kind, ())) for line in lines)


def finish(rules, rulings, payrolls, people, period):
    for ruling in rulings:
        for line in ruling.lines:
            line.closing = claim_left(line, False) + claim_left(line, True) - line.waiting
        for line in ruling.lines:
            line.status = line_status(line, period) if ruling.state == 'computed' else ruling.state
        if ruling.state == 'computed':
            ruling.state = final_state(ruling)
    person = any(r.state in ('ditahan', 'tidak-ditemukan') or any(l.held for l in r.lines) for r in rulings)
    result = Result(1 if person else 0)
    result.register = register_rows(rulings, period)
    result.transfers = transfer_rows(rules, rulings, people, period)
    result.adjusted = {p.name: adjusted_bytes(p) for p in payrolls}
    result.states = {r.full_number: r.state for r in rulings}
    return result


# ---- the second part of a month (5.9) -------------------------------------------------------------------------

def resume_line(line, row):
    """A line as the first part's register leaves it."""
    line.due, line.kept, line.paid = int(row['hak_bulan_ini']), int(row['disimpan_asn']), int(row['dibayar'])
    line.opening, line.missed, line.written_off = (int(row[n]) for n in ('tunggakan_awal', 'susulan', 'dihapus'))
    line.waiting, line.closing = int(row['menunggu']), int(row['tunggakan_akhir'])
    line.booked = line.new_booked = month_of(row['dibukukan_sampai']) if row['dibukukan_sampai'] else None
    line.status, line.held = row['status'], row['status'] == 'ditahan'


def resume_ruling(rules, ruling, rows):
    """Its state is read from its rows. Where all lines are held it does not matter whether they or the ruling are so:
    nothing of it is open."""
    build_lines(rules, ruling, {})
    mine = [row for key, row in rows.items() if key[:2] == (ruling.case, ruling.entry)]
    for line in ruling.lines:
        resume_line(line, rows[line.key])
    # the single row of a ruling without awards says its state
    states = {row['status'] for row in mine}
    # SPEC: where all lines are over, the ruling was computed if anything was owed: written off, or paid and over.
    over = states == {'selesai'} and not any(l.due or l.missed or l.opening for l in ruling.lines)
    if not ruling.lines or over or states == {'ditahan'} or states & {'belum-bht', 'belum-mulai', 'tidak-ditemukan'}:
        ruling.state = mine[0]['status']
    else:
        ruling.state = 'computed'


def hold_rest(ruling, person):
    """Faults that only the new file's rows show."""
    at_fault = any(not names_agree(ruling.asn_name, row.name) or not arithmetic_holds(row) for row in person.rows)
    accounts = {row.account.lstrip('0') for row in person.rows if row.account}
    for line in ruling.lines:
        in_fathers_care = line.child is not None and line.child.care == 'ayah'
        own = line.target is not None and line.target.digits.lstrip('0') in accounts
        # SPEC: as in a month of one part: a ruling's fault holds all its lines, a payee's all lines of the owner, the
        # paid ones too, but a line in the father's care only while it has opening arrears.
        if at_fault or (own and (not in_fathers_care or line.opening)):
            line.held = True


def continue_person(rules, rulings, person):
    """Fill the tiers with what the first part left, from the new file."""
    lines = [line for ruling in rulings for line in ruling.lines]
    left = available_money(rules, person)
    # SPEC: the rest of T is what waits of all his lines, those that are held only now included: to hold a line leaves
    # T as it is (5.5).
    limit = min(sum(line.waiting for line in lines), sum(left.values()))
    for line in lines:
        line.drawn = {}
    for line, arrears, amount in fill_tiers(lines, limit, claim_left):
        draw(rules, line, amount, arrears, left)
    deduct(person, lines)


def second_register(rows, rulings):
    """The first part's rows with what the second part paid."""
    lines = {line.key: line for ruling in rulings for line in ruling.lines}
    out = []
    for key, row in rows.items():
        row = dict(row, menunggu='0')
        line = lines.get(key)
        if line:
            row.update(dibayar=str(line.paid), tunggakan_akhir=str(line.closing), status=line.status)
        out.append([row[name] for name in REGISTER])
    return out


def compute_second(period, rules, rulings, payrolls, first):
    """The second part of a month. first: the text of the first part's register."""
    rows = {}
    for row in csv.DictReader(io.StringIO(first, newline='')):
        number, _, entry = row['nomor_perkara'].partition('#')
        rows[normal_case(number), int(entry or 1), row['hak'], row['penerima']] = row
    people = gather_people(rules, rulings, payrolls, [])
    for ruling in rulings:
        resume_ruling(rules, ruling, rows)
    for nip, person in people.items():
        computed = [r for r in rulings if r.nip == nip and r.state == 'computed']
        for ruling in computed:
            hold_rest(ruling, person)
        continue_person(rules, sorted(computed, key=lambda r: (r.bht, r.case.encode(), r.entry)), person)
    for ruling in rulings:
        for line in ruling.lines if ruling.state == 'computed' else []:
            line.waiting, line.closing = 0, claim_left(line, False) + claim_left(line, True)
            line.status = line_status(line, period)
    result = Result(0)
    result.register = second_register(rows, rulings)
    status = REGISTER.index('status')
    result.exit = 1 if any(row[status] in ('ditahan', 'tidak-ditemukan') for row in result.register) else 0
    result.transfers = transfer_rows(rules, rulings, people, period)
    result.adjusted = {p.name: adjusted_bytes(p) for p in payrolls}
    return result


# ---- a run ----------------------------------------------------------------------------------------------------


class Folder:
    """A month, or a part of it, that was run: what the next run may build on."""

    def __init__(self, period, register, rulings, rules, more):
        self.period, self.register, self.rulings, self.rules, self.more = period, register, rulings, rules, more
        self.continued = False


def check_continued(folder, period, rulings, payrolls):
    """What a second part refuses (5.9)."""
    if not folder.more:
        refuse('the folder announced nothing')
    if folder.continued:
        refuse('the folder was continued already')
    if folder.period != period:
        refuse('the first part is of another period')
    if folder.rulings != rulings:
        refuse('the rulings are not those of the first part')
    if any(p.kind != folder.more for p in payrolls):
        refuse('another kind than %s was announced' % folder.more)


def run(period, rules, rulings, payrolls, incomes, previous, more=None, continues=None):
    """As the program is run: rulings bytes, payrolls and incomes as (kind, name, bytes), previous and continues a
    Folder or None; a second part takes the rules of the first. Never raises for a bad input: a refused month is a
    Result with exit 3. (Result, Folder or None)."""
    try:
        read = [read_payroll(*p) for p in payrolls]
        if continues:
            check_continued(continues, period, rulings, read)
            result = compute_second(period, continues.rules, read_rulings(rulings), read, continues.register)
            continues.continued = True
        else:
            if previous and previous.more:
                refuse('the month before waits for its second part')
            result = compute(period, rules, read_rulings(rulings), read, [read_payroll(*p) for p in incomes],
                             previous.register if previous else None, more)
        return result, Folder(period, result.register_text, rulings, rules, more)
    except Refusal as reason:
        return Result(3, str(reason)), None


# ---- command line ---------------------------------------------------------------------------------------------

def read_bytes(path):
    with open(path, 'rb') as stream:
        return stream.read()


def named_file(argument):
    kind, _, path = argument.partition('=')
    if kind not in LAYOUTS or not path:
        sys.exit('oracle: %s: say KIND=FILE, with a kind of %s' % (argument, ' '.join(LAYOUTS)))
    return kind, os.path.basename(path), read_bytes(path)


def main():
    parser = argparse.ArgumentParser(description='second calculation of one month')
    parser.add_argument('--period', required=True)
    parser.add_argument('--rulings', required=True)
    parser.add_argument('--previous-register')
    parser.add_argument('--continues-register')
    parser.add_argument('--first', action='store_true')
    parser.add_argument('--more', choices=sorted(LAYOUTS))
    parser.add_argument('--rules')
    parser.add_argument('--income', action='append', default=[])
    parser.add_argument('--out', required=True)
    parser.add_argument('payroll', nargs='+')
    options = parser.parse_args()
    if [options.first, bool(options.previous_register), bool(options.continues_register)].count(True) != 1:
        parser.error('exactly one of --first, --previous-register and --continues-register')
    period, rulings = month_of(options.period), read_bytes(options.rulings)
    rules = read_rules(read_bytes(options.rules), period) if options.rules else DEFAULT_RULES
    payrolls = [named_file(p) for p in options.payroll]
    folder = lambda path, more: Folder(period, read_bytes(path).decode(), rulings, rules, more) if path else None
    result, _ = run(period, rules, rulings, payrolls, [named_file(p) for p in options.income],
                    folder(options.previous_register, None), options.more,
                    folder(options.continues_register, payrolls[0][0]))
    if result.exit == 3:
        print('oracle: refused: %s' % result.reason, file=sys.stderr)
        return 3
    os.makedirs(os.path.join(options.out, 'penggajian'))
    written = {'transfer.csv': result.transfer_text.encode(), 'pelaksanaan.csv': result.register_text.encode()}
    written.update((os.path.join('penggajian', name), data) for name, data in result.adjusted.items())
    for name, data in written.items():
        with open(os.path.join(options.out, name), 'wb') as stream:
            stream.write(data)
    return result.exit


if __name__ == '__main__':
    sys.exit(main())
