#!/usr/bin/env python3
"""One month's data in every container and style gives the same transfers and the same register, byte for byte; the adjusted
file comes back in its own shape with nothing changed but the cells that must; what cannot be trusted is refused by its code.
With --office each workbook, DBF and HTML table is also opened in LibreOffice and compared there.
Usage: check.py PROGRAM [--office] [--keep DIR] [--only WORD]; ends with "containers: N passed, M failed"."""
import argparse
import csv
import decimal
import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import containers as c

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, '..', '..', 'samples')
passed = failed = 0


def expect(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f'containers: {what}', flush=True)
    return truth


def bytes_of(path):
    with open(path, 'rb') as f:
        return f.read()


# ---- the month, as rows ----

GAJI = c.read_csv(bytes_of(f'{SAMPLES}/2026-01/gaji.csv'))
TPP = c.read_csv(bytes_of(f'{SAMPLES}/2026-01/tpp.csv'), ';')
FGAJI = c.read_csv(bytes_of(f'{SAMPLES}/simgaji/fgaji.csv'))
FTPP = bytes_of(f'{SAMPLES}/simgaji/tpp.csv')
TEXT_COLUMNS = re.compile(r'nip|nik|npwp|rekening|tanggal|bank|kd|norek|niplama|noktp|nodosir|^tmt|^tat|masker|golongan|nama|'
                          r'alamat|skpd|glr|catatan|eselon|tgl')


def folded(name):
    return re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_')


def money_columns(header):
    return {i for i, name in enumerate(header) if not TEXT_COLUMNS.search(folded(name))}


def header_of(rows):
    return next(i for i, row in enumerate(rows) if any(folded(t) in ('nip', 'nip_pegawai') for t in row))


def wide(rows):
    """Without title rows, all rows as long as the header."""
    at = header_of(rows)
    return [row + [''] * (len(rows[at]) - len(row)) for row in rows[at:]]


def number(text):
    text = text.strip()
    if re.fullmatch(r'-?\d{1,3}(\.\d{3})+(,\d{2})?', text) or re.fullmatch(r'-?\d+,\d{2}', text):
        text = text.replace('.', '').replace(',', '.')
    text = text.replace(',', '')
    return decimal.Decimal(text).normalize() if re.fullmatch(r'-?\d+(\.\d+)?', text) else text


def changes(before, after, what):
    """{(NIP or word, role): new value} of all cells that differ; every other cell must be the same."""
    assert len(before) == len(after), f'{what}: {len(before)} rows became {len(after)}'
    out, columns = {}, None
    for row, new in zip(before, after):
        names = [folded(t) for t in row]
        if columns is None and any(n in ('nip', 'nip_pegawai') for n in names):
            columns = names
        length = max(len(row), len(new))
        row, new = row + [''] * (length - len(row)), new + [''] * (length - len(new))
        for i, (a, b) in enumerate(zip(row, new)):
            if a != b and number(a) != number(b):
                nip = next((t for t in row if re.fullmatch(r"\d{18}", t)), None)
                word = nip or next((t for t in row if re.search('[A-Za-z]', t)), '')
                out[word, i] = number(b)
    return out


def by_role(found, rows):
    """Column numbers become roles: what rises is cuts, what falls is net; values stay."""
    cuts = {}
    for (who, column), value in found.items():
        cuts.setdefault(who, []).append((column, value))
    return {who: [value for _, value in sorted(pairs)] for who, pairs in cuts.items()}


# ---- running ----

def run(program, out, files, *options, rulings=f'{SAMPLES}/2026-01/putusan.xml'):
    command = [program, 'run', '--json', '--quiet', '--period', '2026-01', '--first', '--rulings', rulings, '--out', out,
               *options, *files]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, 'NAFKAH_FORMATS': os.path.join(HERE, '..', '..', 'formats')})
    return done.returncode, done.stdout.decode(), done.stderr.decode(errors='replace')


def refusals(stderr):
    return ' | '.join(line[:300] for line in stderr.splitlines() if re.search(r'\b(tolak|gagal|rusak)\]', line))


def codes_of(stdout):
    try:
        return json.loads(stdout).get('kode', {})
    except (ValueError, AttributeError):
        return {}


class Way:
    """A file in some container: its bytes, how to read it back, and the layout to name."""
    def __init__(self, name, data, read, layout=''):
        self.name, self.data, self.read, self.layout = name, data, read, layout


def xlsx_way(name, rows, sheet=None, file='', **more):
    path = more.get('path', 'worksheets/sheet1.xml')
    return Way(name + '.xlsx', c.write_xlsx(rows, sheet, **more), lambda d: c.read_xlsx(d, path))


def csv_way(name, rows, file='.csv', **how):
    reading = {k: how[k] for k in ('delimiter', 'encoding', 'head') if k in how}
    return Way(name + file, c.write_csv(rows, **how), lambda d: c.read_csv(d, **reading))


def gzip_way(way, members=1):
    return Way(way.name + '.gz', c.write_gzip(way.data, members), lambda d: way.read(gzip.decompress(d)), way.layout)


def dotted(text):
    whole, _, part = text.partition('.')
    sign = '-' if whole.startswith('-') else ''
    return sign + f'{int(whole.lstrip("-")):,}'.replace(',', '.') + (f',{part}' if part.strip('0') else '')


def gaji_ways():
    body = wide(GAJI)
    money = money_columns(body[0])
    at = header_of(GAJI)
    belanja = [['belanja_' + t for t in body[0]]] + body[1:]
    yield csv_way('comma', GAJI)
    yield csv_way('semicolon-crlf', body, delimiter=';', end='\r\n')
    yield csv_way('tab', body, delimiter='\t')
    yield csv_way('bom-quoted', body, bom=True, quote=csv.QUOTE_ALL)
    yield csv_way('sep-line', body, delimiter=';', head='sep=;\n')
    yield csv_way('ten-titles', [['JUDUL', str(i)] for i in range(10)] + body)
    yield csv_way('utf-16le', body, encoding='utf-16-le', bom=True)
    yield csv_way('utf-16be', body, encoding='utf-16-be', bom=True, delimiter=';')
    yield csv_way('belanja', belanja)
    yield csv_way('empty-rows-at-end', body + [[''] * len(body[0])] * 3)
    yield gzip_way(csv_way('packed', GAJI))
    yield gzip_way(csv_way('G04-members', GAJI), 5)
    yield xlsx_way('inline', GAJI, c.Sheet(money))
    yield xlsx_way('shared', GAJI, c.Sheet(money, shared=True))
    yield xlsx_way('all-text', body, c.Sheet(shared=True))
    yield xlsx_way('bare', body, c.Sheet(money, bare=True))
    yield xlsx_way('strict-prefix', body, c.Sheet(money, strict=True, prefix='x:'))
    yield xlsx_way('odd-path', body, c.Sheet(money), path='odd/Blatt Eins.xml')
    yield xlsx_way('G10-title-merged', GAJI, c.Sheet(money, merges=['A1:F1']))
    yield xlsx_way('second-sheet-empty', body, c.Sheet(money), more={'Kosong': c.Sheet().xml([])})
    yield xlsx_way('G10-hidden-rows', body, c.Sheet(money, hidden=[5, 6]))
    cuts, net = [folded(t) for t in GAJI[at]].index('jumlah_potongan'), [folded(t) for t in GAJI[at]].index('jumlah_ditransfer')
    last = len(GAJI)
    sums = {(last, i): f'SUM({c.column_letters(i)}{at + 2}:{c.column_letters(i)}{last - 1})' for i in (cuts, net)}
    yield xlsx_way('total-formulas', GAJI, c.Sheet(money, formulas=sums))
    yield Way('table.xls', c.write_html(body), c.read_html)
    yield Way('table-no-ends.xls', c.write_html(body, ends=False), c.read_html)
    yield gzip_way(Way('table.html', c.write_html(body, whole=False), c.read_html))


ROMAN = ('I', 'II', 'III', 'IV')


def nominatif():
    """The TPP rows as the signed list of a department."""
    body = wide(TPP)
    names = [folded(t) for t in body[0]]
    get = lambda row, name: row[names.index(name)]
    top = ['NO', 'NIP', 'NAMA', 'GOL.', 'SKPD', 'TPP', '', '', 'POTONGAN', '', '', 'JUMLAH DITERIMA', 'NOMOR REKENING']
    low = ['', '', '', '', '', 'BEBAN KERJA', 'LAINNYA', 'JUMLAH', 'IURAN DAN PAJAK', 'ZAKAT', 'JUMLAH', '', '']
    rows = [['DAFTAR NOMINATIF TPP'], ['BULAN JANUARI 2026'], top, low, [str(i + 1) for i in range(len(top))]]
    people = [r for r in body[1:] if re.fullmatch(r'\d{18}', get(r, 'nip_pegawai'))]
    total, number_of = [decimal.Decimal(0)] * 7, 0
    for roman in ('IV', 'III', 'II', 'I', ''):
        own = [r for r in people if (get(r, 'golongan').partition('/')[0] if '/' in get(r, 'golongan') else '') == roman]
        if not own:
            continue
        rows.append([f'GOLONGAN {roman or "LAINNYA"}'])
        sums = [decimal.Decimal(0)] * 7
        for r in own:
            number_of += 1
            gross, cuts, zakat, load = (decimal.Decimal(get(r, n)) for n in ('jumlah_tpp', 'jumlah_potongan', 'zakat', 'tpp_beban_kerja'))
            amounts = [load, gross - load, gross, cuts - zakat, zakat, cuts, gross - cuts]
            sums = [a + b for a, b in zip(sums, amounts)]
            rows.append([str(number_of), get(r, 'nip_pegawai'), get(r, 'nama_pegawai'), get(r, 'golongan'), get(r, 'skpd'),
                         *(dotted(str(a)) for a in amounts), get(r, 'nomor_rekening_bank_pegawai')])
        rows.append(['', '', f'JUMLAH GOLONGAN {roman or "LAINNYA"}', '', '', *(dotted(str(a)) for a in sums), ''])
        total = [a + b for a, b in zip(total, sums)]
    rows.append(['', '', 'JUMLAH', '', '', *(dotted(str(a)) for a in total), ''])
    rows += [[], ['', '', '', '', '', '', '', '', 'Kota Contoh, 5 Januari 2026'], ['', '', 'Kepala Dinas', '', '', '', '', '', 'Bendahara'],
             ['', '', 'NIP. 197001011995031001']]
    return rows


def tpp_ways():
    body = wide(TPP)
    money = money_columns(body[0])
    rows = nominatif()
    level = [row + [''] * (len(rows[2]) - len(row)) for row in rows]
    yield csv_way('nominatif', level, delimiter=';')
    yield csv_way('nominatif-utf-16', level, delimiter='\t', encoding='utf-16-le', bom=True)
    yield xlsx_way('nominatif', rows, c.Sheet(merges=['A1:M1', 'A3:A4', 'B3:B4', 'F3:H3', 'I3:K3']))
    spans = {(2, i): (1, 2) for i in (0, 1, 2, 3, 4, 11, 12)}
    spans |= {(2, 5): (3, 1), (2, 8): (3, 1), (0, 0): (len(rows[2]), 1)}
    yield Way('nominatif.xls', c.write_html(level, header=3, spans=spans), None)
    yield csv_way('comma', body)
    yield csv_way('column-prefix', [['Belanja ' + t for t in body[0]]] + body[1:], delimiter=';')
    yield xlsx_way('numbers', body, c.Sheet(money, shared=True))
    yield gzip_way(csv_way('packed', body, delimiter=';'))
    yield Way('table.html', c.write_html(body, whole=False), c.read_html)


def fgaji_ways():
    money = money_columns(FGAJI[0])
    dates = {0}
    amounts = {i for i in money if all(c.is_amount(r[i]) or r[i] == '' for r in FGAJI[1:])}
    yield csv_way('comma', FGAJI)
    yield Way('fgaji.dbf', c.write_dbf(FGAJI, amounts, dates), c.read_dbf)
    yield Way('fgaji-deleted.dbf', c.write_dbf(FGAJI[:2] + [FGAJI[1]] + FGAJI[2:], amounts, dates, deleted=[1]), c.read_dbf)
    yield Way('fgaji-850.dbf', c.write_dbf(FGAJI, amounts, dates, page=2, end=b''), c.read_dbf)
    yield gzip_way(Way('fgaji.dbf', c.write_dbf(FGAJI, amounts, dates), c.read_dbf))
    yield xlsx_way('fgaji', FGAJI, c.Sheet(amounts, shared=True))
    yield xlsx_way('G13-dates-1900', FGAJI, c.Sheet(amounts, dates=dates))
    yield xlsx_way('G13-dates-1904', FGAJI, c.Sheet(amounts, dates=dates, from_1904=True, shared=True))
    stated = [[dotted(t) if i in amounts and t else t for i, t in enumerate(row)] for row in FGAJI[1:]]
    names = [t.lower() for t in FGAJI[0]]
    total = ['JUMLAH' if n == 'nama' else dotted(str(sum(int(r[i] or 0) for r in FGAJI[1:])))
             if n in ('kotor', 'potongan', 'bersih') else '' for i, n in enumerate(names)]
    sign = ['', '', '', 'Kepala Badan'] + [''] * (len(names) - 4)
    yield Way('fgaji.xls', c.write_html([['DAFTAR GAJI'] + [''] * (len(names) - 1), FGAJI[0], *stated, total, sign], header=1), c.read_html)


# ---- the same month in every way ----

def check_ways(program, work, label, ways, others, rulings, keep):
    """others: what stands beside the file in every run."""
    first = None
    for number_of, way in enumerate(ways):
        folder = f'{work}/{label}-{number_of}'
        os.makedirs(folder)
        path = f'{folder}/{way.name}'
        with open(path, 'wb') as f:
            f.write(way.data)
        out = f'{folder}/out'
        argument = f'{way.layout}={path}' if way.layout else path
        status, stdout, stderr = run(program, out, [argument, *others], rulings=rulings)
        what = f'{label}/{way.name}'
        if not expect(status in (0, 1), f'{what}: exit {status} {refusals(stderr)}'):
            continue
        lists = [bytes_of(f'{out}/{name}') for name in ('transfer.csv', 'pelaksanaan.csv')]
        new = bytes_of(f'{out}/penggajian/{way.name}')
        before = way.read(way.data) if way.read else None
        found = by_role(changes(before, way.read(new), what), before) if way.read else None
        if first is None:
            first = (lists, found)
            expect(len(found) > 0, f'{what}: nothing changed')
        expect(lists[0] == first[0][0], f'{what}: other transfers')
        expect(lists[1] == first[0][1], f'{what}: other register')
        if found is not None:
            people = lambda f: {k: v for k, v in f.items() if k.isdigit()}
            expect(people(found) == people(first[1]), f'{what}: other cells changed: {sorted(found.items())[:3]}')
        check_bytes(way, new, what)
        if keep:
            shutil.copy(path, f'{keep}/{label}-{way.name}')
            with open(f'{keep}/{label}-{way.name}'.replace('.', '.sesudah.', 1), 'wb') as f:
                f.write(new)


def check_bytes(way, new, what):
    """Untouched parts are the same bytes."""
    if way.name.endswith('.xlsx'):
        with zipfile.ZipFile(io.BytesIO(way.data)) as a, zipfile.ZipFile(io.BytesIO(new)) as b:
            expect(a.namelist() == b.namelist(), f'{what}: other entries')
            differ = [n for n in a.namelist() if a.read(n) != b.read(n)]
            formulas = any(b'<f>' in a.read(n) for n in differ)
            expect(len(differ) == (2 if formulas else 1), f'{what}: {differ} differ')
            expect([i.date_time for i in a.infolist()] == [i.date_time for i in b.infolist()], f'{what}: times')
        return
    old = gzip.decompress(way.data) if way.name.endswith('.gz') else way.data
    new = gzip.decompress(new) if way.name.endswith('.gz') else new
    if way.name.endswith('.dbf'):
        expect(len(old) == len(new), f'{what}: another length')
        return
    a, b = old.split(b'\n'), new.split(b'\n')
    same = sum(x == y for x, y in zip(a, b))
    expect(len(a) == len(b) and same >= len(a) - 30 and same < len(a), f'{what}: {len(a) - same} of {len(a)} lines differ')


# ---- refusals ----

def wrong_ways():
    """(id, what, file name, bytes, code)"""
    body = wide(GAJI)
    money = money_columns(body[0])
    names = [folded(t) for t in body[0]]
    nip, account, net = names.index('nip_pegawai'), names.index('nomor_rekening_bank_pegawai'), names.index('jumlah_ditransfer')
    plain = c.write_csv(body)
    packed = c.write_gzip(plain)
    book = c.write_xlsx(body, c.Sheet(money))
    person = next(i for i, r in enumerate(body) if re.fullmatch(r'\d{18}', r[nip]))

    for at in (1, 5, 9, 10, 11, len(packed) // 2, len(packed) - 9, len(packed) - 8, len(packed) - 1):
        yield 'G01', f'gzip cut at byte {at}', 'gaji.csv.gz', packed[:at], None
    for at, code in ((len(packed) // 2, None), (len(packed) - 6, 'N0152'), (len(packed) - 2, 'N0152')):
        yield 'G02', f'bit flipped at {at}', 'gaji.csv.gz', packed[:at] + bytes([packed[at] ^ 4]) + packed[at + 1:], code
    yield 'G03', 'garbage behind', 'gaji.csv.gz', packed + b'more', 'N0153'
    yield 'G03', 'zeros behind', 'gaji.csv.gz', packed + bytes(512), 'N0153'
    yield 'G05', 'a .gz that is PDF', 'gaji.csv.gz', b'%PDF-1.7\n' + bytes(100), 'N0110'
    yield 'G05', 'gzip inside gzip', 'gaji.csv.gz', c.write_gzip(packed), 'N0154'
    yield 'G05', 'workbook inside gzip', 'gaji.xlsx.gz', c.write_gzip(book), 'N0154'
    yield 'G06', 'gzip bomb', 'gaji.csv.gz', c.write_gzip(b'a' * (64 << 20)), None
    yield 'G06', 'zip bomb', 'gaji.xlsx', edit_zip(book, 'xl/worksheets/sheet1.xml', lambda d: d + b' ' * (64 << 20)), None
    yield 'G07', 'old .xls', 'gaji.xls', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(512), 'N0110'
    yield 'G07', '.xlsm', 'gaji.xlsm', edit_zip(book, '[Content_Types].xml', lambda d: d.replace(
        b'spreadsheetml.sheet.main+xml', b'').replace(b'application/vnd.openxmlformats-officedocument."',
                                                      b'application/vnd.ms-excel.sheet.macroEnabled.main+xml"')), 'N0160'
    yield 'G07', '.ods', 'gaji.ods', zip_of({'mimetype': b'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': b'<x/>'}), 'N0160'
    yield 'G07', 'signed', 'gaji.xlsx', edit_zip(book, None, None, {'_xmlsignatures/origin.sigs': b''}), 'N0160'
    yield 'G07', 'another archive', 'gaji.xlsx', zip_of({'surat.txt': b'halo'}), 'N0160'
    yield 'G07', 'not a zip', 'gaji.xlsx', b'PK\x03\x04' + bytes(200), None
    for at in (100, len(book) // 2, len(book) - 1):
        yield 'G08', f'workbook cut at byte {at}', 'gaji.xlsx', book[:at], None
    yield 'G08', 'name with ..', 'gaji.xlsx', edit_zip(book, None, None, {'../../etc/gaji': b'x'}), 'N0161'
    yield 'G08', 'an entry twice', 'gaji.xlsx', edit_zip(book, None, None, {'xl/styles.xml': b'<x/>'}), 'N0161'
    yield 'G08', 'damaged data', 'gaji.xlsx', damage(book, 'xl/worksheets/sheet1.xml'), None
    yield 'G09', 'two sheets with data', 'gaji.xlsx', c.write_xlsx(body, c.Sheet(money), more={'Lain': c.Sheet().xml([['a', 'b']])}), 'N0164'
    yield 'G10', 'merged cells among people', 'gaji.xlsx', c.write_xlsx(body, c.Sheet(money, merges=['B4:B6'])), 'N0194'
    for column, where in ((nip, 'NIP'), (net, 'amount'), (account, 'account')):
        sheet = c.Sheet(money, formulas={(person + 1, column): 'A1'})
        yield 'G11', f'formula in {where}', 'gaji.xlsx', c.write_xlsx(body, sheet), 'N0192'
    yield 'G11', 'error cell', 'gaji.xlsx', c.write_xlsx(body, c.Sheet(money)).replace(b'', b'') and edit_zip(
        book, 'xl/worksheets/sheet1.xml', lambda d: re.sub(rb'<c r="%s%d"[^>]*>.*?</c>' % (
            c.column_letters(net).encode(), person + 1), b'<c r="%s%d" t="e"><v>#REF!</v></c>' % (
                c.column_letters(net).encode(), person + 1), d)), 'N0193'
    yield 'G12', 'NIP as a number', 'gaji.xlsx', c.write_xlsx(as_number(body, nip, lambda t: t[:15] + '000'), c.Sheet(money | {nip})), 'N0191'
    yield 'G12', 'account as a number', 'gaji.xlsx', c.write_xlsx(as_number(body, account, lambda t: t.lstrip('0')), c.Sheet(money | {account})), 'N0191'
    yield 'I26', 'undeclared sub-total', 'gaji.xlsx', c.write_xlsx(body[:5] + [['', 'JUMLAH DINAS'] + [''] * (len(names) - 2)] + body[5:], c.Sheet(money)), 'N0129'
    yield 'I27', 'total that is not the sum', 'gaji.xlsx', c.write_xlsx(body[:-1] + [[t if i != net else '1' for i, t in enumerate(body[-1])]], c.Sheet(money)), 'N0130'
    yield 'I15', 'an empty row inside', 'gaji.xlsx', c.write_xlsx(body[:5] + [[]] + body[5:], c.Sheet(money)), 'N0118'
    yield 'I14', 'a cell beyond the header', 'gaji.xlsx', c.write_xlsx(body[:5] + [body[5] + ['x']] + body[6:], c.Sheet(money)), 'N0117'
    yield 'I16', 'header repeated', 'gaji.xlsx', c.write_xlsx(body[:5] + [body[0]] + body[5:], c.Sheet(money)), 'N0125'
    yield 'I11', 'column missing', 'gaji.xlsx', c.write_xlsx([[t for i, t in enumerate(r) if i != net] for r in body], c.Sheet()), 'N0121'
    yield 'I18', 'header only', 'gaji.xlsx', c.write_xlsx(body[:1], c.Sheet()), 'N0126'
    yield 'I07', 'UTF-32', 'gaji.csv', ('\ufeff' + plain.decode()).encode('utf-32-le'), 'N0108'
    yield 'I08', 'half a character in UTF-16', 'gaji.csv', c.write_csv(body, encoding='utf-16-le', bom=True)[:-1], 'N0156'
    yield 'I10', 'sep= of another delimiter', 'gaji.csv', c.write_csv(body, delimiter='^', head='sep=^\n'), 'N0121'
    yield 'M04', 'dotted amounts in an HTML table of plain ones', 'gaji.xls', c.write_html([body[0]] + [[dotted(t) if i in money and c.is_amount(t) else t for i, t in enumerate(r)] for r in body[1:]]), 'N0203'
    yield 'SPEC', 'new values have no place', 'gaji.xls', split_values(c.write_html(body), net), 'N0199'
    yield 'SPEC', 'two tables', 'gaji.xls', c.write_html(body) + c.write_html(body, whole=False), None
    yield 'SPEC', 'a table in a cell', 'gaji.xls', c.write_html(body).replace(b'<td>', b'<td><table><tr><td>x</td></tr></table>', 3), None


def split_values(data, column):
    """Every value of a column of an HTML table in two pieces, which nothing can take the place of."""
    lines = data.decode().split('\n')
    for i, line in enumerate(lines):
        cells = line.split('<td>')
        if len(cells) > column + 1:
            cells[column + 1] = re.sub(r'^(\d)(\d)', r'\1<!-- -->\2', cells[column + 1])
            lines[i] = '<td>'.join(cells)
    return '\n'.join(lines).encode()


def as_number(rows, column, change):
    return [rows[0]] + [[change(t) if i == column and t[:1].isdigit() else t for i, t in enumerate(r)] for r in rows[1:]]


def zip_of(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items():
            z.writestr(name, data)
    return out.getvalue()


def edit_zip(data, part, change, more=None):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as a, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as b:
        for name in a.namelist():
            b.writestr(name, change(a.read(name)) if name == part else a.read(name))
        import warnings
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            for name, content in (more or {}).items():
                b.writestr(name, content)
    return out.getvalue()


def damage(data, part):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        info = z.getinfo(part)
    at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1:]


def check_notes(program, work):
    """What is said of files that are read, and of a container that the named layout does not take."""
    rulings, tpp = f'{SAMPLES}/simgaji/putusan.xml', f'{SAMPLES}/simgaji/tpp.csv'
    ways = {w.name: w.data for w in fgaji_ways()}
    spelt = [[t.replace('2026-01-01', '1 Januari 2026') if i == 0 else t for i, t in enumerate(r)] for r in FGAJI]
    ways['G13-text-date.xlsx'] = c.write_xlsx(spelt, c.Sheet())
    ways['G13-other-month.xlsx'] = c.write_xlsx([[t.replace('2026-01-01', '2026-02-01') if i == 0 else t for i, t in enumerate(r)]
                                                 for r in FGAJI], c.Sheet(dates={0}))
    ways['hidden.xlsx'] = next(w.data for w in gaji_ways() if w.name == 'G10-hidden-rows.xlsx')
    for name, layout, code, status in (('fgaji-deleted.dbf', '', 'N0196', 1), ('fgaji.xls', '', 'N0198', 1),
                                       ('fgaji.xlsx', 'simgaji-html', 'N0190', 3),
                                       ('G13-text-date.xlsx', '', 'N0135', 3), ('G13-other-month.xlsx', '', 'N0134', 3),
                                       ('hidden.xlsx', '', 'N0195', 1)):
        path = f'{work}/{name}'
        with open(path, 'wb') as f:
            f.write(ways[name])
        gaji = name == 'hidden.xlsx'
        got, stdout, _ = run(program, f'{path}.out', [f'{layout}={path}' if layout else path, f'{SAMPLES}/2026-01/tpp.csv' if gaji else tpp],
                             rulings=f'{SAMPLES}/2026-01/putusan.xml' if gaji else rulings)
        expect(got == status and code in codes_of(stdout), f'{name}: exit {got}, codes {codes_of(stdout)}, expected {status} {code}')


def check_wrong(program, work):
    tpp = f'{SAMPLES}/2026-01/tpp.csv'
    for number_of, (case, what, name, data, code) in enumerate(wrong_ways()):
        if data is None:
            continue
        folder = f'{work}/wrong-{number_of}'
        os.makedirs(folder)
        with open(f'{folder}/{name}', 'wb') as f:
            f.write(data)
        status, stdout, stderr = run(program, f'{folder}/out', [f'{folder}/{name}', tpp])
        codes = codes_of(stdout)
        expect(status == 3, f'{case} {what}: exit {status} {stderr[-300:]}')
        expect(not os.path.exists(f'{folder}/out'), f'{case} {what}: something was written')
        expect(code is None or code in codes, f'{case} {what}: codes {codes}, expected {code}')
        expect(not any(re.search(r'\d{17}', t) for t in (stdout, stderr)), f'{case} {what}: a NIP is shown')


# ---- LibreOffice as a second reader ----

def convert(folder, names):
    """All at once: the program is slow to start. {name: rows}"""
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/profile', '--convert-to',
                    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', f'{folder}/converted',
                    *(f'{folder}/{name}' for name in names)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    out = {}
    for name in names:
        path = f'{folder}/converted/{name.rsplit(".", 1)[0]}.csv'
        if expect(os.path.exists(path), f'LibreOffice does not open {name}'):
            with open(path, newline='') as f:
                out[name] = list(csv.reader(f))
    return out


def check_office(keep):
    """Whatever is opened there says that the adjusted file differs from the original in the changed cells and nowhere else."""
    files = 0
    for kind in ('xlsx', 'dbf', 'xls'):  # one name would be one CSV
        names = sorted(f for f in os.listdir(keep) if f.endswith('.' + kind))
        tables = convert(keep, names)
        for name in (n for n in names if '.sesudah.' not in n and n in tables):
            after = tables.get(name.replace('.', '.sesudah.', 1))
            found = changes(tables[name], after, name) if after else {}
            expect(0 < len(found) <= 60, f'LibreOffice {name}: {len(found)} cells differ')
            files += 1
    return files


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--office', action='store_true')
    parser.add_argument('--keep')
    parser.add_argument('--only', default='')
    a = parser.parse_args()
    program = os.path.abspath(a.program)
    work = tempfile.mkdtemp(prefix='nafkah-containers-')
    keep = a.keep or (f'{work}/keep' if a.office else None)
    if keep:
        os.makedirs(keep, exist_ok=True)
    rulings = f'{SAMPLES}/2026-01/putusan.xml'
    chosen = lambda ways: [w for i, w in enumerate(ways) if i == 0 or a.only in w.name]
    try:
        check_ways(program, work, 'gaji', chosen(gaji_ways()), [f'{SAMPLES}/2026-01/tpp.csv'], rulings, keep)
        check_ways(program, work, 'tpp', chosen(tpp_first(tpp_ways())), [f'{SAMPLES}/2026-01/gaji.csv'], rulings, keep)
        check_ways(program, work, 'simgaji', chosen(fgaji_ways()), [f'{SAMPLES}/simgaji/tpp.csv'],
                   f'{SAMPLES}/simgaji/putusan.xml', keep)
        check_wrong(program, work)
        check_notes(program, work)
        if a.office:
            print(f'containers: {check_office(keep)} files opened in LibreOffice')
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f'containers: {passed} passed, {failed} failed')
    sys.exit(failed > 0)


def tpp_first(ways):
    """The plain list first: the others are held against it."""
    ways = list(ways)
    plain = next(w for w in ways if w.name == 'comma.csv')
    return [plain] + [w for w in ways if w is not plain]


if __name__ == '__main__':
    main()
