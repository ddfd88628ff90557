#!/usr/bin/env python3
"""`nafkah simulate` against `nafkah run`: the same facts as a file of rulings and payrolls of one row, run month after month,
each building on the folder of the one before. Every figure of every line and month must be the same: the register, the base and
the limit (as explain states them), what was deducted and what is left.

  agree.py --program ./nafkah                    the fixed cases and ten random ones; what `make check` runs
  agree.py --program ./nafkah --seeds 1-200      more random ones
  agree.py --program ./nafkah --prove            also that a figure altered by one rupiah is noticed
Each case is one test. The last line is "N passed, M failed".
"""
import argparse
import csv
import json
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MONTHS = 12


class Wrong(Exception):
    pass


def demand(holds, text, *values):
    if not holds:
        raise Wrong(text % values)


def month_text(number):
    return '%04d-%02d' % (number // 12, number % 12 + 1)


# ---- facts ----------------------------------------------------------------------------------------------------
# income, voluntary: {kind: rupiah}; children: [(born, custody, at school)]; wife: {award: text} or None (the default);
# support: text or None; rules: [(old, new)] replaced in the rule file.

FIELDS = dict(start=12 * 2026, income={'gaji': 9000000, 'tpp': 4000000}, voluntary={}, children=[], wife=None, support=None,
              share=False, jenis='cerai-talak', wife_pays=False, payment=None, judged=None, remarried=None, rules=[])


def facts(**given):
    demand(set(given) <= set(FIELDS), 'unknown fact in %s', given)
    return {**FIELDS, **given}


TWO = [('2015-06-01', 'ibu', False), ('2018-02-03', 'ibu', False)]
FIXED = {
    'two children, the SKB': facts(children=TWO),
    'no children': facts(income={'gaji': 7654321}),
    'a lump sum in twelve, paid before': facts(children=TWO, wife={'mutah': '18000000/12-6000000', 'iddah': '3'}),
    'per month, more than there is': facts(income={'gaji': 3000001, 'tpp': 999999}, children=TWO[:1], payment='bersamaan',
                                           wife={'iddah': '3x2500000', 'mutah': '7x1300000-100000', 'lampau': '5x900000'},
                                           support='1500000+10%'),
    'loans leave little cash': facts(voluntary={'gaji': 8700000, 'tpp': 100}, children=TWO),
    'custody in three places, one comes of age': facts(children=[('2005-06-01', 'ibu', False), ('2010-01-31', 'ayah', False),
                                                                 ('2020-02-29', 'wali', False)]),
    'at school, born on a 29 February': facts(start=12 * 2026 + 5, children=[('2004-02-29', 'ibu', False), ('2003-02-28', 'ibu', True)]),
    'child by child, with a rise over the year': facts(start=12 * 2025 + 11, children=TWO, support='a1=1500000+10%,a2=700000'),
    'PP 10/1983 until she remarries': facts(share=True, children=TWO[:1], remarried='2026-07-14'),
    'remarriage cuts a fraction only': facts(wife={'iddah': '3', 'mutah': '12000000/12'}, remarried='2026-02-01', payment='bersamaan'),
    'a woman pays': facts(wife_pays=True, children=TWO, support='450000', wife={}),
    'a woman, fractions are held': facts(wife_pays=True, children=TWO, jenis='cerai-gugat'),
    'too long a term is held': facts(wife={'iddah': '4', 'mutah': '13x100000'}, children=TWO),
    'a child born in between holds the ruling until then': facts(children=[('2026-05-09', 'ibu', False), TWO[0]]),
    'no right at all': facts(wife={}, support='tidak', children=TWO),
    'gross base': facts(voluntary={'gaji': 2000000}, rules=[('dasar nilai="setelah-iuran-wajib"', 'dasar nilai="kotor"')]),
    'net base': facts(voluntary={'gaji': 2000000}, rules=[('dasar nilai="setelah-iuran-wajib"', 'dasar nilai="bersih"')]),
    'the income that the judge found': facts(children=TWO, judged=6000000, rules=[('bulan-dasar nilai="berjalan"', 'bulan-dasar nilai="putusan"')]),
    'no limit, thousands': facts(children=TWO, wife={'iddah': '3x6000000'}, payment='bersamaan', support='pecahan',
                                 rules=[('batas nilai="porsi-asn"', 'batas nilai="tanpa"'), ('satuan rupiah="1"', 'satuan rupiah="1000"')]),
    'a part returns to him': facts(children=[('2005-03-01', 'ibu', False), TWO[0], TWO[1]],
                                   rules=[('anak-berhenti nilai="bagi-ulang"', 'anak-berhenti nilai="kembali"')]),
    'another version in July': facts(children=TWO, rules=[('</aturan>', 'VERSION')]),
}


def random_facts(seed):
    r = random.Random(seed)
    children = [('%04d-%02d-%02d' % (r.choice([2004, 2005, 2006, 2010, 2018, 2024]), r.randint(1, 12), r.randint(1, 28)),
                 r.choice(['ibu', 'ibu', 'ibu', 'ayah', 'wali']), r.random() < 0.2) for _ in range(r.choice([0, 1, 2, 2, 3, 5]))]
    income = {'gaji': r.randint(1, 12000000)}
    if r.random() < 0.7:
        income['tpp'] = r.randint(0, 9000000)
    voluntary = {k: r.randint(0, v) for k, v in income.items() if r.random() < 0.3}

    def award(most):
        how = r.randrange(3)
        paid = '-%d' % r.randint(0, 900000) if how and r.random() < 0.3 else ''
        months = r.randint(1, most)
        return [str(months), '%dx%d' % (months, r.randint(1, 3000000)), '%d/%d' % (r.randint(1, 20000000), months)][how] + paid
    wife = None if r.random() < 0.3 else {name: award(most) for name, most in (('iddah', 3), ('mutah', 12), ('lampau', 24)) if r.random() < 0.6}
    rise = '+%d%%' % r.randint(1, 30) if r.random() < 0.5 else ''
    support = r.choice([None, 'pecahan', '%d%s' % (r.randint(1, 4000000), rise),
                        ','.join('a%d=%d%s' % (i + 1, r.randint(1, 2000000), rise) for i in range(len(children)))]) if children else None
    rules = [pair for pair in [('dasar nilai="setelah-iuran-wajib"', 'dasar nilai="%s"' % r.choice(['kotor', 'bersih', 'setelah-iuran-wajib'])),
                               ('batas nilai="porsi-asn"', 'batas nilai="tanpa"'), ('satuan rupiah="1"', 'satuan rupiah="100"'),
                               ('anak-berhenti nilai="bagi-ulang"', 'anak-berhenti nilai="kembali"'),
                               ('kawin-lagi nilai="pecahan"', 'kawin-lagi nilai="semua"'),
                               ('pembayaran nilai="berurutan"', 'pembayaran nilai="bersamaan"')] if r.random() < 0.25]
    return facts(start=12 * 2026 + r.randint(-1, 30), income=income, voluntary=voluntary, children=children, wife=wife, support=support,
                 jenis=r.choice(['cerai-talak', 'cerai-gugat']), wife_pays=r.random() < 0.1, payment=r.choice([None, 'berurutan', 'bersamaan']),
                 remarried='2026-%02d-17' % r.randint(1, 12) if r.random() < 0.3 else None, rules=rules)


# ---- simulate -------------------------------------------------------------------------------------------------

def simulate_words(f):
    amounts = lambda of: ','.join('%s=%d' % item for item in of.items())
    words = ['--start', month_text(f['start']), '--months', str(MONTHS), '--income', amounts(f['income']), '--jenis', f['jenis']]
    if f['voluntary']:
        words += ['--voluntary', amounts(f['voluntary'])]
    if f['children']:
        words += ['--children', ','.join('%s/%s%s' % (born, asuh, '/sekolah' if school else '') for born, asuh, school in f['children'])]
    if f['wife'] is not None:
        words += [word for name, text in (f['wife'] or {'iddah': 'tidak'}).items() for word in ('--' + name, text)]
    for option, value in (('--nafkah-anak', f['support']), ('--pembayaran', f['payment']), ('--kawin-lagi', f['remarried']),
                          ('--penghasilan', f['judged']), ('--asn', 'istri' if f['wife_pays'] else None)):
        words += [option, str(value)] if value is not None else []
    return words + (['--bagian-gaji'] if f['share'] else [])


# ---- the same as files ----------------------------------------------------------------------------------------

def award_xml(name, text):
    match = re.fullmatch(r'(\d+)|(\d+)x(\d+)(?:-(\d+))?|(\d+)/(\d+)(?:-(\d+))?', text)
    months, count, monthly, paid, lump, over, paid_lump = match.groups()
    if months:
        return '<%s cara="pecahan" bulan="%s"/>' % (name, months)
    before = paid or paid_lump
    terms = 'bulan="%s" per-bulan="%s"' % (count, monthly) if count else 'bulan="%s" jumlah="%s"' % (over, lump)
    return '<%s cara="nominal" %s%s/>' % (name, terms, ' dibayar="%s"' % before if before else '')


def support_xml(text):
    out = ''
    for part in [] if text == 'tidak' else text.split(','):
        child, _, amount = part.rpartition('=')
        amount, _, rise = amount.rstrip('%').partition('+')
        terms = 'cara="pecahan"' if amount == 'pecahan' else 'cara="nominal" per-bulan="%s"%s' % (amount, ' naik="%s"' % rise if rise else '')
        out += '<nafkah-anak %s%s/>' % (terms, ' anak="%s"' % child if child else '')
    return out


def awards_xml(f, limits):
    wife = {'iddah': limits['iddah'], 'mutah': limits['mutah']} if f['wife'] is None and not f['share'] else f['wife'] or {}
    out = ''.join(award_xml(name, text) for name, text in wife.items())
    out += '<bagian-gaji cara="pecahan"/>' if f['share'] else ''
    support = f['support'] or ('pecahan' if f['children'] else 'tidak')
    return out + support_xml(support)


def rulings_xml(f, limits):
    before = month_text(f['start'] - 1)
    children = ''.join('<anak id="a%d" nama="ANAK %d" lahir="%s" asuh="%s"%s>%s</anak>' % (
        i, i, born, asuh, ' sekolah="ya"' if school else '', '<rekening bank="124" nomor="00998877%02d" nama="WALI"/>' % i if asuh == 'wali' else '')
        for i, (born, asuh, school) in enumerate(f['children'], 1))
    return '''<daftar-putusan xmlns="urn:nafkah:putusan:1" pengadilan="Pengadilan Agama Contoh" tanggal="%s-01">
<putusan nomor="1/Pdt.G/2025/PA.Contoh"><status>bht</status><jenis>%s</jenis><tanggal-putusan>%s-01</tanggal-putusan>
<tanggal-bht>%s-15</tanggal-bht>%s<asn nip="%s" nama="CONTOH"/>
<mantan nama="MANTAN" hubungan="%s"><rekening bank="124" nomor="0012345678" nama="MANTAN"/>%s</mantan>%s
<amar%s%s>%s</amar></putusan></daftar-putusan>
''' % (before, f['jenis'], before, before, '<tanggal-ikrar>%s-20</tanggal-ikrar>' % before if f['jenis'] == 'cerai-talak' else '', nip(f),
       'suami' if f['wife_pays'] else 'istri', '<kawin-lagi tanggal="%s"/>' % f['remarried'] if f['remarried'] else '', children,
       ' pembayaran="%s"' % f['payment'] if f['payment'] else '',
       ' penghasilan="%d"' % f['judged'] if f['judged'] else '', awards_xml(f, limits))


def nip(f):
    return '198503122010012005' if f['wife_pays'] else '198503122010011005'


def payroll(f, kind):
    total = {'gaji': 'jumlah_gaji_dan_tunjangan', 'tpp': 'jumlah_tpp'}[kind]
    rows = ['nip_pegawai,nama_pegawai,zakat,%s,jumlah_potongan,jumlah_ditransfer,skpd' % total,
            '197001011995031001,ORANG LAIN,0,5000000,0,5000000,DINAS']
    if kind in f['income']:
        less = f['voluntary'].get(kind, 0)
        rows.append('%s,CONTOH,%d,%d,%d,%d,DINAS' % (nip(f), less, f['income'][kind], less, f['income'][kind] - less))
    return '\n'.join(rows) + '\n'


def rules_xml(f):
    with open(os.path.join(ROOT, 'formats', 'rules', 'skb-bontang.xml'), encoding='utf-8') as stream:
        text = stream.read()
    for old, new in f['rules']:
        demand(old in text, 'no %s in the rules', old)
        if new == 'VERSION':  # the second half of the year has another mut'ah, another order, larger units
            version = re.search(r'<versi .*</versi>', text, re.S)[0].replace('mulai="2025-12"', 'mulai="2026-07"')
            new = version.replace('rupiah="1"', 'rupiah="1000"').replace('nilai="bagi-ulang"', 'nilai="kembali"') + old
        text = text.replace(old, new)
    limits = re.search(r'bulan-maksimum iddah="(\d+)" mutah="(\d+)"', text)
    return text, {'iddah': limits[1], 'mutah': limits[2]}


# ---- comparing ------------------------------------------------------------------------------------------------

AMOUNTS = ('hak_bulan_ini', 'disimpan_asn', 'tunggakan_awal', 'susulan', 'dibayar', 'tunggakan_akhir')
WORDS = ('cara', 'nilai', 'status', 'dibukukan_sampai')


def call(words, folder):
    done = subprocess.run(words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    demand(done.returncode in (0, 1), '%s: exit %d\n%s', ' '.join(words), done.returncode, done.stderr.decode())
    return done


def check_lines(month, folder):
    with open(os.path.join(folder, 'pelaksanaan.csv'), newline='', encoding='utf-8') as stream:
        rows = [row for row in csv.DictReader(stream) if row['hak']]
    written = {(row['hak'], row['penerima']): row for row in rows}
    simulated = {(line['hak'], line['penerima']): line for line in month['hak']}
    demand(list(written) == list(simulated), '%s: lines %s, simulated %s', month['periode'], list(written), list(simulated))
    for key, line in simulated.items():
        row = written[key]
        for name in AMOUNTS:
            demand(int(row[name]) == line[name], '%s %s %s: run %s, simulate %s', month['periode'], key, name, row[name], line[name])
        for name in WORDS:
            demand(row[name] == (line[name] or ''), '%s %s %s: run %s, simulate %s', month['periode'], key, name, row[name], line[name])
        for name in ('bulan_ke', 'dari_bulan'):
            demand(row[name] == ('' if line[name] is None else str(line[name])), '%s %s %s', month['periode'], key, name)
        demand(int(row['dihapus']) == 0 and int(row['menunggu']) == 0, '%s %s: written off or waiting', month['periode'], key)
        if line['status'] == 'ditahan':
            demand(row['sebab'] == line['sebab'], '%s %s: held by %s, simulate %s', month['periode'], key, row['sebab'], line['sebab'])


def check_totals(f, month, folder):
    root = tree.parse(os.path.join(folder, 'rekonsiliasi.xml')).getroot()
    of = lambda name: [e for e in root.iter() if e.tag.rpartition('}')[2] == name]
    after = sum(int(e.get('bersih-sesudah').split('.')[0]) for e in of('berkas')) - 5000000 * len(of('berkas'))
    taken = sum(int(e.get('potongan-nafkah')) for e in of('berkas'))
    demand(taken == month['dipotong'], '%s: run deducts %d, simulate %d', month['periode'], taken, month['dipotong'])
    demand(after == month['rumah_tangga']['asn'], '%s: run leaves %d, simulate %s', month['periode'], after, month['rumah_tangga'])
    demand(of('putusan')[0].get('status') == month['status'], '%s: run says %s, simulate %s', month['periode'], of('putusan')[0].get('status'), month['status'])


def rupiah(text):
    return int(re.findall(r'Rp([\d.]+)', text)[-1].replace('.', ''))


def check_explained(text, month):
    """Base and limit stand in explain's text, unless nothing was computed."""
    found = 0
    for label, name in ((r'    B: (.*)', 'penghasilan_dasar'), (r'    porsi ASN: (.*)', 'porsi_asn'), (r'    batas menurut porsi \(T\): (.*)', 'batas_porsi'),
                        (r'    tersedia seluruhnya: (.*)', 'tersedia'), (r'    batas potongan[^:]*: (.*)', 'batas')):
        match = re.search('^' + label + r'(?:\n {6,}.*)*', text, re.M)
        if match and 'Rp' in match[0]:
            found += 1
            demand(rupiah(match[0]) == month[name], '%s: explain says %s, simulate %s', month['periode'], match[0], month[name])
    return found


def check_sums(simulated):
    months, sums = simulated['bulan'], simulated['jumlah']
    for key, name in (('jumlah_hak', 'hak_bulan_ini'), ('dibayar', 'dibayar'), ('disimpan_asn', 'disimpan_asn'), ('susulan', 'susulan')):
        demand(sums[key] == sum(line[name] for m in months for line in m['hak']), 'sum of %s', key)
    demand(sums['tunggakan'] == sum(line['tunggakan_akhir'] for line in months[-1]['hak']), 'arrears at the end')
    for house in months[0]['rumah_tangga']:
        demand(sums[house] == sum(m['rumah_tangga'][house] for m in months), 'sum of household %s', house)
    for m in months:
        h = m['rumah_tangga']
        demand(h['asn'] + h['mantan_dan_anak'] + h['wali'] == h['asn_tanpa_putusan'] + h['mantan_dan_anak_tanpa_putusan'], '%s: households', m['periode'])
        demand(m['penentu'] == ('porsi-asn' if m['batas_porsi'] is not None and m['batas_porsi'] <= m['tersedia'] else 'bersih'), '%s: bound', m['periode'])


def run_case(program, f, folder, alter=None):
    formats = os.path.join(ROOT, 'formats')
    text, limits = rules_xml(f)
    files = {'aturan.xml': text, 'putusan.xml': rulings_xml(f, limits), 'gaji.csv': payroll(f, 'gaji'), 'tpp.csv': payroll(f, 'tpp')}
    for name, content in files.items():
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as stream:
            stream.write(content)
    done = call([program, 'simulate', '--json', '--formats', formats, '--rules', 'aturan.xml'] + simulate_words(f), folder)
    demand(not done.stderr or b'[N0' in done.stderr, 'stderr: %s', done.stderr)
    simulated = json.loads(done.stdout)
    if alter:
        alter(simulated)
    demand(len(simulated['bulan']) == MONTHS and simulated['sifat'] == 'simulasi, bukan putusan', 'months')
    check_sums(simulated)
    before, held, explained = ['--first'], False, 0
    for month in simulated['bulan']:
        out = month['periode']
        ran = call([program, 'run', '--quiet', '--no-evidence', '--formats', formats, '--rules', 'aturan.xml', '--period', out, '--rulings', 'putusan.xml',
                    '--out', out] + before + ['gaji.csv', 'tpp.csv'], folder)
        check_lines(month, os.path.join(folder, out))
        check_totals(f, month, os.path.join(folder, out))
        if month is simulated['bulan'][0] or month['periode'].endswith(('-06', '-12')):
            said = call([program, 'explain', '--formats', formats, '--rules', 'aturan.xml', '--nip', nip(f), '--period', out, '--rulings', 'putusan.xml'] +
                        before + ['gaji.csv', 'tpp.csv'], folder)
            explained += check_explained(said.stdout.decode(), month)
        held = held or ran.returncode == 1
        before = ['--previous', out]
    demand((simulated['status'] == 1) == held == (done.returncode == 1), 'exit: run %s, simulate %s', held, simulated['status'])
    return explained


def test(job):
    program, name, f = job
    folder = tempfile.mkdtemp(prefix='nafkah-simulate-', dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None)
    try:
        return name, None, run_case(program, f, folder)
    except Wrong as wrong:
        return name, str(wrong), 0
    finally:
        shutil.rmtree(folder)


# ---- proof that the test notices ------------------------------------------------------------------------------

def alterations():
    def change(path, by=1):
        def alter(simulated):
            at = simulated
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] += by
        return alter
    for month in (0, 5, 11):
        for name in ('penghasilan_dasar', 'porsi_asn', 'batas_porsi', 'tersedia', 'batas', 'dipotong'):
            yield change(['bulan', month, name])
        for name in AMOUNTS:
            yield change(['bulan', month, 'hak', month % 4, name])
        yield change(['bulan', month, 'rumah_tangga', 'asn'])
        yield change(['bulan', month, 'rumah_tangga', 'mantan_dan_anak'])
    for name in ('jumlah_hak', 'dibayar', 'tunggakan', 'asn', 'wali'):
        yield change(['jumlah', name])


def prove(program):
    """How many alterations of one figure go unnoticed."""
    missed = count = 0
    for alter in alterations():
        folder = tempfile.mkdtemp(prefix='nafkah-simulate-')
        try:
            run_case(program, FIXED['two children, the SKB'], folder, alter)
            missed += 1
        except Wrong:
            pass
        finally:
            shutil.rmtree(folder)
        count += 1
    print('prove: %d figures altered, %d unnoticed' % (count, missed))
    return missed


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--program', required=True)
    options.add_argument('--seeds', default='1-10')
    options.add_argument('--prove', action='store_true')
    given = options.parse_args()
    program = os.path.abspath(given.program)
    first, _, last = given.seeds.partition('-')
    jobs = [(program, name, f) for name, f in FIXED.items()]
    jobs += [(program, 'seed %d' % seed, random_facts(seed)) for seed in range(int(first), int(last or first) + 1)]
    failed = explained = 0
    with multiprocessing.Pool() as pool:
        for name, wrong, count in pool.imap(test, jobs):
            explained += count
            if wrong:
                failed += 1
                print('FAIL %s: %s' % (name, wrong))
    if explained < 5 * len(FIXED):
        failed += 1
        print('FAIL: explain said next to nothing')
    failed += prove(program) if given.prove else 0
    print('%d passed, %d failed' % (len(jobs) - failed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
