#!/usr/bin/env python3
"""`run --mask`: samaran/ tells the figures of a month and nobody's identity.

The sample months are run twice: as they are, and with every name, NIP, NIK and account of their inputs replaced by another one,
equal ones by equal ones, and without the office. samaran/ must be the same to the byte: it does not depend on who anybody is.
Beside that: none of the names and numbers of the inputs occurs in it, but for words that it says anyway (those that it also says
where nobody has them for a name); the masked register is the real one in every other column, row by row; pseudonyms are one to one
with what they stand for; report and page say the same of the same rulings; `verify` computes the folder again.
Usage: mask.py PROGRAM [--formats DIR] [--keep DIR]; ends with "mask: N passed, M failed"."""
import argparse
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, '..', '..', 'samples')
MASKED = ('pelaksanaan.csv', 'rekonsiliasi.xml', 'rekonsiliasi.html')
# name: folder of inputs, period, the payrolls, further options; "-" stands before a month of this chain, "@" before an input
MONTHS = {
    'jan': ('2026-01', '2026-01', ['gaji.csv', 'tpp.csv'], ['--first', '--office', '@kantor.xml']),
    'feb': ('2026-02', '2026-02', ['gaji.csv', 'tpp.csv'], ['--previous', '-jan']),
    'mar': ('2026-03', '2026-03', ['gaji.csv'], ['--previous', '-feb', '--more', 'tpp', '--income', '@2026-02/tpp.csv']),
    'mar-tpp': ('2026-03', '2026-03', ['tpp.csv'], ['--continues', '-mar']),
    'simgaji': ('simgaji', '2026-01', ['fgaji.csv', 'tpp.csv'], ['--first']),
}
PERSONAL = {'nip', 'rekening'}
passed = failed = 0


def expect(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print('FAILED:', what)


# ---- what identifies people, and another one in its place ----

class Others:
    """Maps names and numbers to others, one to one, and remembers all that it was given."""

    def __init__(self):
        self.words, self.numbers, self.names = {}, set(), set()

    def word(self, word):
        if len(re.sub(r'\W', '', word)) < 3 or word.endswith('.'):
            return word  # initials and titles do not count where names are compared
        bare = word.rstrip(',')
        if bare not in self.words:
            n = len(self.words)
            self.words[bare] = 'QX' + ''.join(chr(65 + n // 26 ** k % 26) for k in (2, 1, 0)) + 'J'
        return self.words[bare] + word[len(bare):]

    def name(self, text):
        self.names.add(text)
        return ' '.join(self.word(w) for w in text.split(' '))

    def number(self, text, count):
        """The last digits turned round, 123 to 876, whatever stands between them; what can be nobody's number stays."""
        bare = re.sub(r'\D', '', text)
        if len(bare) < 6 or len(set(bare)) == 1:
            return text
        self.numbers.add(bare)
        return last_digits(text, str(10 ** count - 1 - int(bare[-count:])).zfill(count))

    def nip(self, text):
        """Another serial, from 001 to 999."""
        bare = re.sub(r'\D', '', text)
        if len(bare) != 18:
            return text
        self.numbers.add(bare)
        return last_digits(text, str(1000 - int(bare[-3:])).zfill(3))


def last_digits(text, digits):
    out, left = '', len(digits)
    for c in reversed(text):
        if left > 0 and c.isdigit():
            left -= 1
            c = digits[left]
        out = c + out
    return out


def rename_xml(text, others):
    attributes = {'nama': others.name, 'nip': others.nip, 'nik': lambda t: others.number(t, 4), 'nomor': lambda t: others.number(t, 5)}

    def replace(match):
        element, inside = match.group(1), match.group(2)
        if element == 'putusan':  # its number is that of a case
            return match.group(0)
        return '<' + element + re.sub(r'(\w+)="([^"]*)"', lambda a: '%s="%s"' % (
            a.group(1), attributes.get(a.group(1), str)(a.group(2))), inside) + '>'
    return re.sub(r'<([\w-]+)((?:\s[^<>]*)?)>', replace, text)


def kind_of(column):
    column = re.sub(r'\W+', '_', column.strip('\ufeff').lower())
    if column in ('nama', 'nama_pegawai'):
        return 'name'
    if column in ('nip', 'nip_pegawai', 'nip_pasangan'):
        return 'nip'
    if column in ('nik_pegawai', 'npwp_pegawai', 'npwp', 'noktp'):
        return 'nik'
    return 'account' if 'rekening' in column or column == 'norek' else None


def rename_csv(text, others):
    delimiter = ';' if text.count(';') > text.count(',') else ','
    end = '\r\n' if '\r\n' in text else '\n'
    rows = list(csv.reader(io.StringIO(text, newline=''), delimiter=delimiter))
    head = next(i for i, row in enumerate(rows) if any(kind_of(c) == 'nip' for c in row))
    maps = {'name': others.name, 'nip': others.nip, 'nik': lambda t: others.number(t, 4), 'account': lambda t: others.number(t, 5)}
    kinds = [kind_of(c) for c in rows[head]]
    out = io.StringIO(newline='')
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    for i, row in enumerate(rows):
        if i > head and row[kinds.index('name')] != 'TOTAL':
            row = [maps[k](c) if k and c not in ('', '-', '0') else c for k, c in zip(kinds, row)]
        writer.writerow(row)
    return out.getvalue()


# Rulings in rows, and what the bank says: no month here reads them.
NOT_READ = ('putusan.csv', 'hasil-bank.csv', 'koreksi.csv')


def rename_samples(into, others):
    for folder, _, files in os.walk(SAMPLES):
        relative = os.path.relpath(folder, SAMPLES)
        if relative.split(os.sep)[0] in ('hasil', 'gambar'):
            continue
        os.makedirs(os.path.join(into, relative), exist_ok=True)
        for name in files:
            if not name.endswith(('.csv', '.xml')) or name in NOT_READ:
                continue
            with open(os.path.join(folder, name), encoding='utf-8', newline='') as f:
                text = f.read()
            with open(os.path.join(into, relative, name), 'w', encoding='utf-8', newline='') as f:
                f.write((rename_csv if name.endswith('.csv') else rename_xml)(text, others))


# ---- running ----

def run_months(args, inputs, into, office):
    for name, (folder, period, payrolls, options) in MONTHS.items():
        if not office and '--office' in options:
            at = options.index('--office')
            options = options[:at] + options[at + 2:]
        words = [os.path.join(into, o[1:]) if o[0] == '-' and o[1] != '-' else os.path.join(inputs, o[1:]) if o[0] == '@' else o
                 for o in options]
        command = [args.program, 'run', '--quiet', '--mask', '--period', period, '--rulings',
                   os.path.join(inputs, folder, 'putusan.xml'), '--out', os.path.join(into, name), '--formats', args.formats]
        done = subprocess.run(command + words + [os.path.join(inputs, folder, p) for p in payrolls], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit('%s: exit %d\n%s' % (name, done.returncode, done.stderr))


def read(*path):
    with open(os.path.join(*path), encoding='utf-8', newline='') as f:
        return f.read()


# ---- what must hold ----

def words_of(text):
    return {w.casefold() for w in re.findall(r'[^\W\d_]{4,}', text)}


def check_absent(name, folder, other_folder, others):
    for file in MASKED:
        text = read(folder, name, 'samaran', file)
        found = {n for n in others.numbers if n in text or (len(n.lstrip('0')) >= 6 and n.lstrip('0') in text)}
        expect(not found, '%s/%s: numbers %s' % (name, file, sorted(found)[:5]))
        secret = set().union(*(words_of(n) for n in others.names)) - words_of(read(other_folder, name, 'samaran', file))
        found = secret & words_of(text)
        expect(not found, '%s/%s: names %s' % (name, file, sorted(found)[:5]))


def check_real_has_them(folder, others):
    """The test can fail: the real report is full of what is looked for."""
    text = read(folder, 'jan', 'rekonsiliasi.html') + read(folder, 'jan', 'pelaksanaan.csv')
    expect(sum(n in text for n in others.numbers) > 50, 'the real report has no numbers')
    expect(len(set().union(*(words_of(n) for n in others.names)) & words_of(text)) > 50, 'the real report has no names')


def one_to_one(pairs, what):
    pairs = set(pairs)
    for side in (0, 1):
        expect(len({p[side] for p in pairs}) == len(pairs), '%s: not one to one' % what)


def check_register(name, folder):
    real = list(csv.DictReader(io.StringIO(read(folder, name, 'pelaksanaan.csv'), newline='')))
    shown = list(csv.DictReader(io.StringIO(read(folder, name, 'samaran', 'pelaksanaan.csv'), newline='')))
    expect(len(real) == len(shown) and real, '%s: rows' % name)
    for r, s in zip(real, shown):
        same = {k: v for k, v in r.items() if k not in PERSONAL} == {k: v for k, v in s.items() if k not in PERSONAL}
        expect(same, '%s: %s %s' % (name, r['nomor_perkara'], r['hak']))
        expect(re.fullmatch(r'0{12}\d{6}', s['nip']), '%s: NIP %s' % (name, s['nip']))
        expect(re.fullmatch(r'REK-\d{4,}' if r['rekening'] else '', s['rekening']), '%s: account %s' % (name, s['rekening']))
    one_to_one(((r['nip'], s['nip']) for r, s in zip(real, shown)), name + ': NIP')
    one_to_one((((r['bank'], r['rekening']), s['rekening']) for r, s in zip(real, shown) if r['rekening']), name + ': accounts')
    first = [s['nip'] for s in shown]
    expect(sorted(set(first)) == list(dict.fromkeys(first)), '%s: numbered in the order of the register' % name)


def figures_of(text):
    root = ET.fromstring(text)
    out = []
    for e in root.iter():
        attributes = dict(e.attrib)
        for personal in ('nip', 'nilai'):
            attributes.pop(personal, None)
        out.append((e.tag.split('}')[1], sorted(attributes.items())))
    return out


def check_report(name, folder):
    expect(figures_of(read(folder, name, 'rekonsiliasi.xml')) == figures_of(read(folder, name, 'samaran', 'rekonsiliasi.xml')),
           '%s: the report says something else' % name)


def check_page(name, folder):
    real, shown = read(folder, name, 'rekonsiliasi.html'), read(folder, name, 'samaran', 'rekonsiliasi.html')
    rows = [re.findall(r'<span class="asn">([^<]+), NIP (\d{18})</span>', text) for text in (real, shown)]
    expect(len(rows[0]) == len(rows[1]) > 0, '%s: rulings on the page' % name)
    one_to_one(((r[1], s[1]) for r, s in zip(*rows)), name + ': NIP on the page')
    one_to_one(((r[1], s[0]) for r, s in zip(*rows)), name + ': names on the page')
    for text, number in rows[1]:
        expect(text == 'ASN %d' % int(number), '%s: %s is %s' % (name, number, text))
    to = [re.findall(r'kepada ([^<,]+)', text) for text in (real, shown)]
    expect(len(to[0]) == len(to[1]), '%s: payees on the page' % name)
    one_to_one(zip(*to), name + ': payees on the page')
    amounts = [re.findall(r'Rp[\d.]+', re.sub(r'<section class="pengesahan".*?</section>', '', text, flags=re.S)) for text in (real, shown)]
    expect(amounts[0] == amounts[1], '%s: amounts on the page' % name)
    expect('id="pengesahan"' in real and 'id="pengesahan"' not in shown, '%s: signatures' % name)


def check_plain(args, inputs, into):
    """Without --mask nothing of it is written, and nothing else is changed by it."""
    command = [args.program, 'run', '--quiet', '--period', '2026-01', '--first', '--office', os.path.join(inputs, 'kantor.xml'),
               '--rulings', os.path.join(inputs, '2026-01', 'putusan.xml'), '--out', os.path.join(into, 'plain'), '--formats', args.formats]
    subprocess.run(command + [os.path.join(inputs, '2026-01', p) for p in ('gaji.csv', 'tpp.csv')], capture_output=True)
    expect(not os.path.exists(os.path.join(into, 'plain', 'samaran')), 'samaran/ without --mask')
    for file in ('pelaksanaan.csv', 'transfer.csv', 'rekonsiliasi.xml', 'rekonsiliasi.html'):
        expect(read(into, 'plain', file) == read(into, 'jan', file), '%s differs with --mask' % file)
    expect('samaran="ya"' in read(into, 'jan', 'run.xml') and 'samaran' not in read(into, 'plain', 'run.xml'), 'run.xml')


def check_verify(args, folder):
    months = [os.path.join(folder, m) for m in ('jan', 'feb', 'mar', 'mar-tpp')]
    done = subprocess.run([args.program, 'verify', '--quiet', *months], capture_output=True, text=True)
    expect(done.returncode == 0, 'verify: exit %d\n%s' % (done.returncode, done.stderr))
    for file in MASKED:
        path = os.path.join(folder, 'jan', 'samaran', file)
        text = read(path)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            f.write(text.replace('REK-0001', 'REK-0002', 1))
        if 'REK-0001' in text:
            done = subprocess.run([args.program, 'verify', '--quiet', months[0]], capture_output=True, text=True)
            expect(done.returncode == 3 and 'samaran/' + file in done.stderr, 'verify does not see a changed samaran/%s' % file)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            f.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('--formats', default=os.path.join(HERE, '..', '..', 'formats'))
    parser.add_argument('--keep')
    args = parser.parse_args()
    args.program = os.path.abspath(args.program)
    work = args.keep or tempfile.mkdtemp()
    real, other, renamed = (os.path.join(work, d) for d in ('real', 'other', 'samples'))
    for folder in (real, other):
        os.makedirs(folder)
    others = Others()
    rename_samples(renamed, others)
    try:
        run_months(args, SAMPLES, real, True)
        run_months(args, renamed, other, False)
        check_real_has_them(real, others)
        for name in MONTHS:
            for file in MASKED:
                expect(read(real, name, 'samaran', file) == read(other, name, 'samaran', file),
                       '%s/samaran/%s depends on who somebody is' % (name, file))
            check_absent(name, real, other, others)
            check_register(name, real)
            check_report(name, real)
            check_page(name, real)
        check_plain(args, SAMPLES, real)
        check_verify(args, real)
    finally:
        if not args.keep:
            shutil.rmtree(work)
    print('mask: %d passed, %d failed' % (passed, failed))
    sys.exit(failed > 0)


main()
