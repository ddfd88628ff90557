#!/usr/bin/env python3
"""Makes every shipped transfer format of a month and reads each file back by what is written down here of the format, not by its
XML: count, sum, accounts, amounts and keys must be those of transfer.csv and kirim.xml. The sample month, then random months with
long names, odd characters, amounts over every limit, unknown banks and keys that begin alike: each line is carried with its
money and account unchanged, or held with a code; what one channel leaves another sends, and no key is ever sent twice.
Usage: parse_back.py PROGRAM [--formats DIR] [--seeds FIRST-LAST]
Ends with "parse back: N passed, M failed"."""
import argparse
import csv
import hashlib
import io
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, '..', '..'))
PAY_DATE = '2026-02-05'
COLUMNS = ['no', 'kunci', 'periode', 'sumber', 'bank', 'rekening', 'nama_rekening', 'jumlah', 'nomor_perkara', 'nip', 'nama_asn',
           'rincian']
passed = failed = 0
held_by = {}  # how often each code has held a line


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print('FAIL', what)
    return good


# ---- the formats, each by itself: (payments, head) where a payment is (account, amount, pieces of the key, name or None) -------

def rupiah(text, mark='.'):
    """'1500000.00' -> 1500000; anything but whole rupiah is a fault."""
    whole, _, rest = text.partition(mark)
    if not re.fullmatch(r'[1-9][0-9]*', whole) or rest.strip('0'):
        raise ValueError('amount ' + text)
    return int(whole)


def lines_of(data):
    text = data.decode('ascii')
    if not text.endswith('\r\n') or '\n' in text.replace('\r\n', ''):
        raise ValueError('line ends')
    return text[:-2].split('\r\n')


def read_mandiri(data):
    lines = [line.split(',') for line in lines_of(data)]
    head = lines[0]
    assert len(head) == 5 and head[0] == 'P' and re.fullmatch(r'[0-9]{8}', head[1]) and len(head[2]) <= 40, head
    payments = []
    for row in lines[1:]:
        assert len(row) == 12, row
        most = [35, 40, 35, 35, 35, 3, 21, 140, 19, 3, 12, 100]
        assert all(len(value) <= limit for value, limit in zip(row, most)), row
        assert row[5] == 'IDR' and row[6].endswith('.00') and len(row[8]) == 19, row
        assert row[9] in ('IBU', 'BAU', 'LBU', 'RBU', 'OBU'), row
        assert row[7].split(' ')[0].startswith(row[8]) and len(row[7].split(' ')[0]) == 20, row
        payments.append((row[0], rupiah(row[6]), row[7].split(' ')[0], row[1], row[9]))
    return payments, {'date': head[1], 'debit': head[2], 'count': int(head[3]), 'total': rupiah(head[4])}


def read_bni(data):
    lines = [line.split(',') for line in lines_of(data)]
    assert all(len(row) == 20 for row in lines), 'columns'
    first, second = lines[0], lines[1]
    assert first[0] == '2026/02/05_00.00.00' and int(first[1]) == len(lines) and second[0] == 'P', first
    allowed = re.compile(r'[A-Za-z0-9 ./_-]*')
    payments = []
    for row in lines[2:]:
        assert all(allowed.fullmatch(value) for value in row), row
        payments.append((row[0], int(row[2]), row[3], row[1], row[8]))
    return payments, {'date': second[1], 'debit': second[2], 'count': int(second[3]), 'total': int(second[4])}


def read_bca(data):
    lines = lines_of(data)
    head = lines[0]
    assert len(head) == 11 + 14 + 8 + 2 + 10 + 4 + 5 + 17 and head[:11] == '0' * 11 and head[45:49] == '00MF', head
    payments = []
    for line in lines[1:]:
        assert len(line) == 1 + 10 + 15 + 10 + 30 + 4 and line[0] == '0' and line.upper()[36:66] == line[36:66], line
        assert line[24:26] == '00', line
        payments.append((line[1:11].rstrip(' '), int(line[11:24]), line[26:36] + line[66:70], line[36:66].rstrip(' '), None))
    return payments, {'date': head[29:33] + head[27:29] + head[25:27], 'debit': head[35:45], 'count': int(head[49:54]),
                      'total': rupiah(head[54:71].lstrip('0'))}


def read_bri(data):
    lines = [line.split(',') for line in lines_of(data)]
    assert lines[0] == ['NO', 'NAMA', 'ACCOUNT', 'AMOUNT', 'EMAIL', 'CUSTOMERREFF'], lines[0]
    assert [row[0] for row in lines[1:]] == [str(i + 1) for i in range(len(lines) - 1)], 'numbers'
    return [(row[2], int(row[3]), row[5], row[1], None) for row in lines[1:] if len(row) == 6], {}


def read_general(rows):
    names = ['no', 'rujukan', 'tanggal_bayar', 'kode_bank', 'nama_bank', 'rekening', 'nama_rekening', 'jumlah', 'nomor_perkara',
             'keterangan']
    assert rows[0] == names, rows[0]
    return [(row[5], int(row[7]), row[1], row[6], None) for row in rows[1:]], {}


def read_csv(data):
    return read_general(list(csv.reader(io.StringIO(data.decode('utf-8'), newline=''), strict=True)))


def read_xlsx(data):
    space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        strings = []
        if 'xl/sharedStrings.xml' in book.namelist():
            for item in ET.fromstring(book.read('xl/sharedStrings.xml')).iter(space + 'si'):
                strings.append(''.join(t.text or '' for t in item.iter(space + 't')))
        sheet = ET.fromstring(book.read('xl/worksheets/sheet1.xml'))
    rows = []
    for row in sheet.iter(space + 'row'):
        values = [''] * 10
        for cell in row.iter(space + 'c'):
            column = ord(cell.get('r')[0]) - ord('A')
            value = cell.find(space + 'v')
            kind = cell.get('t')
            assert cell.find(space + 'f') is None, 'a formula'
            if column in (1, 3, 5) and rows:
                assert kind in ('s', 'inlineStr'), 'an account or key that is no text'
            if kind == 'inlineStr':
                values[column] = ''.join(t.text or '' for t in cell.iter(space + 't'))
            elif value is not None:
                values[column] = strings[int(value.text)] if kind == 's' else value.text
        rows.append(values)
    return read_general(rows)


def read_pain(data):
    root = ET.fromstring(data)
    space = root.tag[:root.tag.index('}') + 1]

    def at(node, path):
        return node.find('/'.join(space + step for step in path.split('/')))
    message = root[0]
    payments = []
    for batch in message.findall(space + 'PmtInf'):
        sum_of = 0
        for one in batch.findall(space + 'CdtTrfTxInf'):
            amount = at(one, 'Amt/InstdAmt')
            assert amount.get('Ccy') == 'IDR', 'currency'
            payments.append((at(one, 'CdtrAcct/Id/Othr/Id').text, rupiah(amount.text), at(one, 'PmtId/EndToEndId').text,
                             at(one, 'Cdtr/Nm').text, None))
            sum_of += rupiah(amount.text)
        assert rupiah(at(batch, 'CtrlSum').text) == sum_of, 'CtrlSum of a batch'
    head = at(message, 'GrpHdr')
    day = re.findall(r'<ReqdExctnDt>(?:<Dt>)?([0-9-]+)', re.sub(r'\s', '', data.decode()))
    assert set(day) == {PAY_DATE}, day
    assert len(at(head, 'MsgId').text) <= 35
    return payments, {'count': int(at(head, 'NbOfTxs').text), 'total': rupiah(at(head, 'CtrlSum').text), 'unordered': True,
                      'debit': at(message, 'PmtInf/DbtrAcct/Id/Othr/Id').text}


# format: its reader, the bank of the office, how many characters a name may have, its marks
FORMATS = {
    'csv-umum': (read_csv, '124', None, None), 'xlsx-umum': (read_xlsx, '124', None, None),
    'mandiri-mcm': (read_mandiri, '008', 40, '.-/'), 'bni-direct': (read_bni, '009', 40, './'),
    'bca-multi-payroll': (read_bca, '014', 30, '.-'), 'bri': (read_bri, '002', 35, '.-'),
    'pain-001-09': (read_pain, '124', 140, "/-?:().,'+"), 'pain-001-03': (read_pain, '124', 140, "/-?:().,'+"),
}
IN_HOUSE = {'bca-multi-payroll': '014', 'bri': '002'}
LIMITS = {'BAU': (1, 250000000), 'BIFAST': (1, 250000000), 'LBU': (1, 1000000000), 'SKN': (1, 1000000000),
          'RBU': (100000000, 1 << 60), 'RTGS': (100000000, 1 << 60)}


# ---- what a name becomes ------------------------------------------------------------------------------------------------------

def expected_name(name, most, marks, upper):
    if marks is not None:
        name = ''.join(c if (c.isascii() and c.isalnum()) or c in marks + ' ' else ' ' for c in name)
    name = ' '.join(word for word in name.split(' ') if word)
    if upper:
        name = name.upper()
    if most is None or len(name) <= most:
        return name
    return name[:most + 1].rpartition(' ')[0]


# ---- running ------------------------------------------------------------------------------------------------------------------

class Bench:
    def __init__(self, program, formats, work):
        self.program, self.formats, self.work = program, formats, work

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], capture_output=True, timeout=120, check=False,
                              env={'NAFKAH_FORMATS': self.formats, 'PATH': os.environ['PATH']})
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def path(self, *names):
        return os.path.join(self.work, *names)


def seal(folder):
    names = []
    for at, _, files in os.walk(folder):
        names += [os.path.relpath(os.path.join(at, name), folder) for name in files if name != 'SHA256SUMS']
    with open(os.path.join(folder, 'SHA256SUMS'), 'w', encoding='utf-8') as out:
        for name in sorted(names, key=os.fsencode):
            with open(os.path.join(folder, name), 'rb') as content:
                out.write('%s  %s\n' % (hashlib.sha256(content.read()).hexdigest(), name))


def rows_of(path):
    with open(path, encoding='utf-8', newline='') as source:
        return list(csv.DictReader(source, strict=True))


def sealed(folder):
    done = subprocess.run(['sha256sum', '--quiet', '--strict', '-c', 'SHA256SUMS'], cwd=folder, capture_output=True, check=False)
    return done.returncode == 0


def office_of(bench, bank, tested=()):
    path = bench.path('kantor-%s.xml' % bank)
    with open(os.path.join(ROOT, 'samples', 'kantor.xml'), encoding='utf-8') as source:
        text = source.read().replace('rekening bank="124"', 'rekening bank="%s"' % bank)
    more = ''.join('  <uji-format id="%s" oleh="RINA" tanggal="2026-02-01"/>\n' % one for one in tested)
    with open(path, 'w', encoding='utf-8') as out:
        out.write(text.replace('</kantor>', more + '</kantor>'))
    return path


# ---- one folder against its list ----------------------------------------------------------------------------------------------

def compare(what, out, source, name, stderr, status):
    """What `transfer` wrote into `out` of the lines `source`. The keys that it carries."""
    reader, _, most, marks = FORMATS[name]
    sent, left = rows_of(os.path.join(out, 'terkirim.csv')), rows_of(os.path.join(out, 'belum-terkirim.csv'))
    record = ET.parse(os.path.join(out, 'kirim.xml')).getroot()
    space = '{urn:nafkah:kirim:1}'
    made, held = record.find(space + 'berkas'), record.find(space + 'tertahan')
    with open(os.path.join(out, made.get('nama')), 'rb') as content:
        data = content.read()
    try:
        payments, head = reader(data)
    except (AssertionError, ValueError, IndexError, ET.ParseError, csv.Error) as fault:
        check(False, '%s: the file is no %s: %r' % (what, name, fault))
        return set()
    by_key = {row['kunci']: row for row in sent}
    check(sealed(out), what + ': the seal')
    check(status == (1 if left else 0), '%s: exit %d with %d left' % (what, status, len(left)))
    check(made.get('sha256') == hashlib.sha256(data).hexdigest(), what + ': hash in kirim.xml')
    check(sorted(int(row['no']) for row in sent + left) == sorted(int(row['no']) for row in source), what + ': a line is lost')
    whole = {row['kunci']: [row[c] for c in COLUMNS] for row in source}
    check(all(whole[row['kunci']] == [row[c] for c in COLUMNS] for row in sent + left), what + ': a line was changed')
    check(all(re.fullmatch(r'N10[0-9]{2}', row['sebab']) and row['sebab'] in stderr for row in left), what + ': held without a code')
    for row in left:
        held_by[row['sebab']] = held_by.get(row['sebab'], 0) + 1
    # the file against its own list
    total, accounts = sum(int(row['jumlah']) for row in sent), sum(int(row['rekening']) for row in sent)
    check(len(payments) == len(sent), '%s: %d payments of %d' % (what, len(payments), len(sent)))
    check(sum(p[1] for p in payments) == total, what + ': sum')
    check((int(made.get('banyak')), int(made.get('total')), int(made.get('total-rekening'))) == (len(sent), total, accounts),
          what + ': kirim.xml')
    check((int(held.get('banyak')), int(held.get('total'))) == (len(left), sum(int(row['jumlah']) for row in left)), what + ': tertahan')
    seen = set()
    order = []
    for account, amount, piece, holder, way in payments:
        keys = [key for key in by_key if key.startswith(piece)]
        if not check(len(keys) == 1 and keys[0] not in seen, '%s: key %s' % (what, piece)):
            continue
        row = by_key[keys[0]]
        seen.add(keys[0])
        order.append(int(row['no']))
        check((account, amount) == (row['rekening'], int(row['jumlah'])), '%s: %s is paid otherwise' % (what, piece))
        check(holder == expected_name(row['nama_rekening'], most, marks, name.startswith('bca')),
              '%s: name %r of %r' % (what, holder, row['nama_rekening']))
        if way in LIMITS:
            check(LIMITS[way][0] <= amount <= LIMITS[way][1], '%s: %d by %s' % (what, amount, way))
    check(head.get('unordered') or order == sorted(order), what + ': order')
    check(head.get('count', len(sent)) == len(sent) and head.get('total', total) == total, what + ': head')
    check(head.get('date', '20260205') == '20260205' and head.get('debit', '0010000901').lstrip('0') == '10000901', what + ': head')
    check(all(row['bank'] == IN_HOUSE.get(name, row['bank']) for row in sent), what + ': another bank')
    return set(by_key)


def send(bench, what, folder, name, banks, source, beside):
    """A transfer of `folder` by the format into a new folder in `beside`; the keys that it carries, and its path."""
    out = os.path.join(beside, 'kirim-%d' % len(os.listdir(beside)))
    office = office_of(bench, FORMATS[name][1])
    arguments = ['transfer', folder, '--format', name, '--pay-date', PAY_DATE, '--office', office, '--banks', banks]
    status, _, stderr = bench.run(*arguments, '--out', out)
    if status == 3:
        check('N1020' in stderr and not os.path.exists(out), '%s: refused\n%s' % (what, stderr))
        return set(), None
    if not check(status in (0, 1), '%s: exit %d\n%s' % (what, status, stderr)):
        return set(), None
    keys = compare(what, out, source, name, stderr, status)
    again = os.path.join(bench.work, 'again')
    shutil.rmtree(again, ignore_errors=True)
    aside = os.path.join(bench.work, 'aside', 'moved')  # beside the other it would be a second sending
    os.makedirs(os.path.dirname(aside), exist_ok=True)
    os.rename(out, aside)
    status_again, _, stderr = bench.run(*arguments, '--out', again)
    os.rename(aside, out)
    same = subprocess.run(['diff', '-r', out, again], capture_output=True, check=False).returncode == 0
    check(status_again == status and same, '%s: other bytes the second time: %s' % (what, stderr))
    shutil.rmtree(again, ignore_errors=True)
    return keys, out


# ---- random months ------------------------------------------------------------------------------------------------------------

ODD = ["'", ',', '"', ';', '|', '&', '<', 'é', 'ñ', '张', '+', '=', '@', '/', '-', '.', '  ', '_', '(', '#', '\u200b']


def random_name(rng):
    words = [''.join(rng.choice('ABDEGIKLMNORSTU') for _ in range(rng.randrange(1, 12))) for _ in range(rng.randrange(1, 9))]
    name = ' '.join(words)
    for _ in range(rng.choice([0, 0, 0, 1, 2])):
        at = rng.randrange(len(name) + 1)
        name = name[:at] + rng.choice(ODD) + name[at:]
    if rng.random() < .02:
        name = ''.join(rng.choice('ABC') for _ in range(60))
    return name.strip() or 'A'


def random_list(rng, numbers):
    rows, beginnings = [], []
    for i in range(rng.randrange(1, 60)):
        key = ''.join(rng.choice('0123456789abcdef') for _ in range(20))
        if beginnings and rng.random() < .1:
            old = rng.choice(beginnings)
            key = old[:rng.choice([10, 14, 18, 19])]
            key += ''.join(rng.choice('0123456789abcdef') for _ in range(20 - len(key)))
        if key in beginnings:
            continue
        beginnings.append(key)
        bank = rng.choice(['002', '002', '008', '009', '014', '014', '124', '124', '451', '999'])
        account = ''.join(rng.choice('0123456789') for _ in range(rng.choice([5, 10, 10, 10, 13, 15, 16, 20])))
        amount = rng.choice([rng.randrange(1, 10**7), rng.randrange(1, 10**7), 250000000, 250000001, 10**9, 10**9 + 1, 10**8, 10**8 - 1,
                             rng.randrange(1, 10**13), 10**13, 10**14])
        rows.append({'no': str(len(rows) + 1), 'kunci': key, 'periode': '2026-01', 'sumber': rng.choice(['gaji', 'tpp']), 'bank': bank,
                     'rekening': account, 'nama_rekening': random_name(rng), 'jumlah': str(amount),
                     'nomor_perkara': rng.choice(numbers), 'nip': '198503122010011005', 'nama_asn': random_name(rng),
                     'rincian': 'iddah 1/3=%d' % amount})
    return rows


def write_list(path, rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator='\n')
    writer.writeheader()
    writer.writerows(rows)
    with open(path, 'w', encoding='utf-8', newline='') as out:
        out.write(text.getvalue())


def write_banks(path, rng):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<tabel-bank xmlns="urn:nafkah:bank:1" sumber="rekaan" tanggal="2026-01-05" dipastikan="ya">']
    for rail, limits in (('bi-fast', 'dari="1" sampai="250000000"'), ('kliring', 'dari="1" sampai="1000000000"'),
                         ('rtgs', 'dari="100000000"')):
        lines.append('  <jalur id="%s" %s sumber="rekaan" tanggal="2026-01-05"/>' % (rail, limits))
    for code in ('002', '008', '009', '014', '124', '451'):
        more = ''
        if rng.random() < .4:
            more += ' panjang="10 13 15"'
        if rng.random() < .3:
            more += ' jalur="%s"' % rng.choice(['bi-fast', 'kliring rtgs', 'rtgs', 'bi-fast kliring rtgs'])
        if rng.random() < .5:
            more += ' kliring="%s0001"' % code
        lines.append('  <bank kode="%s" nama="Bank %s"%s/>' % (code, code, more))
    with open(path, 'w', encoding='utf-8') as out:
        out.write('\n'.join(lines) + '\n</tabel-bank>\n')


def months(bench, first, last):
    folder = bench.path('januari')
    inputs = os.path.join(ROOT, 'samples', '2026-01')
    status, _, stderr = bench.run('run', '--period', '2026-01', '--first', '--quiet', '--rulings', os.path.join(inputs, 'putusan.xml'),
                                  '--out', folder, os.path.join(inputs, 'gaji.csv'), os.path.join(inputs, 'tpp.csv'))
    if not check(status == 1, 'the sample month: exit %d\n%s' % (status, stderr)):
        return
    banks = os.path.join(bench.formats, 'bank', 'bank.xml')
    yield 'sample', folder, banks, rows_of(os.path.join(folder, 'transfer.csv'))
    numbers = sorted({row['nomor_perkara'] for row in rows_of(os.path.join(folder, 'transfer.csv'))})
    for seed in range(first, last + 1):
        rng = random.Random(seed)
        month, banks = bench.path('bulan-%d' % seed), bench.path('bank-%d.xml' % seed)
        shutil.copytree(folder, month)
        rows = random_list(rng, numbers)
        write_list(os.path.join(month, 'transfer.csv'), rows)
        write_banks(banks, rng)
        seal(month)
        yield 'seed %d' % seed, month, banks, rows


def every_format(bench, what, folder, banks, rows):
    carried = {}
    for name in FORMATS:
        beside = tempfile.mkdtemp(dir=bench.work)
        shutil.copytree(folder, os.path.join(beside, 'bulan'))
        carried[name], out = send(bench, '%s %s' % (what, name), os.path.join(beside, 'bulan'), name, banks, rows, beside)
        if what == 'sample' and out is not None:
            wanted = {row['kunci'] for row in rows if row['bank'] == IN_HOUSE.get(name, row['bank'])}
            check(carried[name] == wanted, '%s: carries other lines' % name)
        if out is not None:  # the same lines once more, by another format
            status, _, stderr = bench.run('transfer', os.path.join(beside, 'bulan'), '--format', 'csv-umum', '--pay-date', PAY_DATE,
                                          '--banks', banks, '--out', os.path.join(beside, 'lagi'))
            check(status == 3 and 'N1011' in stderr, '%s %s: sent twice: exit %d' % (what, name, status))
        shutil.rmtree(beside)
    check(carried['csv-umum'] >= carried['mandiri-mcm'] and carried['csv-umum'] == carried['xlsx-umum'], what + ': formats disagree')
    check(carried['pain-001-09'] == carried['pain-001-03'], what + ': pain versions disagree')


def one_after_another(bench, what, folder, banks, rows):
    """Each channel gets what the one before it left: every key once, in one of them or left over at the end."""
    beside = tempfile.mkdtemp(dir=bench.work)
    shutil.copytree(folder, os.path.join(beside, 'bulan'))
    at, rest, sent = os.path.join(beside, 'bulan'), rows, []
    for name in ('bri', 'bca-multi-payroll', 'mandiri-mcm', 'pain-001-09', 'csv-umum'):
        keys, out = send(bench, '%s then %s' % (what, name), at, name, banks, rest, beside)
        if out is None:
            continue
        sent += sorted(keys)
        at, rest = out, rows_of(os.path.join(out, 'belum-terkirim.csv'))
        if not rest:
            break
    check(len(sent) == len(set(sent)), what + ': a key was sent twice')
    check(set(sent) | {row['kunci'] for row in rest} == {row['kunci'] for row in rows}, what + ': a key is lost')
    shutil.rmtree(beside)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--formats', default=os.path.join(ROOT, 'formats'))
    parser.add_argument('--seeds', default='1-6')
    arguments = parser.parse_args()
    first, _, last = arguments.seeds.partition('-')
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None) as work:
        bench = Bench(os.path.abspath(arguments.program), os.path.abspath(arguments.formats), work)
        for what, folder, banks, rows in months(bench, int(first), int(last or first)):
            every_format(bench, what, folder, banks, rows)
            one_after_another(bench, what, folder, banks, rows)
    if int(last or first) - int(first) >= 5:
        check(set(held_by) >= {'N1002', 'N1006', 'N1009', 'N1010', 'N1012', 'N1017'}, 'too little is held: %s' % sorted(held_by))
    print('held: ' + ', '.join('%s %d' % one for one in sorted(held_by.items())))
    print('parse back: %d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
