#!/usr/bin/env python3
"""Computes again, from nothing but the printed text of `nafkah explain`, what was transferred.

  recompute.py --program ./nafkah                        the sample months and some random ones (make check)
  recompute.py --program ./nafkah --seeds 1-200          other random offices of tests/property/office.py; none: samples only
  recompute.py --program ./nafkah --prove                also that this test notices a figure that is altered
  recompute.py --program ./nafkah --only FOLDER [NIP]    finished folders that lie there already

For every person of every month:
- every equation in the text holds, with the rounding that it states;
- base, shares, months of each right, parts, pools, dues, limit, tiers, sources and transfers are computed again from
  the columns, terms, dates and parameters that the text prints, as a second pocket calculator would, and equal the
  lines of transfer.csv and pelaksanaan.csv of that person, and the amounts in the text;
- the text from the original files and that from the finished folder are the same;
- the page (--html) has the sentences and figures of the text, in the same order, and no others;
- English has the same figures in the same order;
- with --prove: wherever a figure of a sample is altered by one rupiah, one of these fails.
Each person of a month is one test. The last line is "N passed, M failed".
"""
import argparse
import csv
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(ROOT, 'tests', 'property')]
import office  # noqa: E402
from calculation import Month  # noqa: E402
from figures import check_equations, check_figures  # noqa: E402
from page import text_of  # noqa: E402
from printed import AMOUNT, Wrong, demand, rupiah  # noqa: E402


# ---- against what was written ---------------------------------------------------------------------------------

def rows_of(folder, name, nip):
    with open(os.path.join(folder, name), newline='', encoding='utf-8') as stream:
        return [row for row in csv.DictReader(stream) if row['nip'] == nip]


def account_text(row):
    return 'bank %s rekening %s atas nama %s' % (row['bank'], row['rekening'], row['nama_rekening'])


def check_transfers(found, folder, nip):
    written = rows_of(folder, 'transfer.csv', nip)
    expected = {}
    for (kind, case, _, account), rupiahs in found.transfers().items():
        expected[kind, case, account] = expected.get((kind, case, account), 0) + rupiahs
    listed = {}
    for row in written:
        key = (row['sumber'], row['nomor_perkara'], account_text(row))
        listed[key] = listed.get(key, 0) + int(row['jumlah'])
    demand(expected == listed, 'transfers\n  computed %s\n  written  %s', expected, listed)
    printed = {}
    for part in found.text.parts('TRANSFER') if found.computed else []:
        match = re.fullmatch(r'Transfer no (\d+) dari (\w+): (bank .*)', part.title)
        total = rupiah(part.one('jumlah: .* = (' + AMOUNT + ')')[1])
        printed[match[1]] = (match[2], match[3], total, part.one('kunci: (.*)')[1], part.one('rincian: (.*)')[1])
    demand(printed == {row['no']: (row['sumber'], account_text(row), int(row['jumlah']), row['kunci'], row['rincian'])
                       for row in written}, 'printed transfers %s', printed)


BALANCE = ('tunggakan_awal', 'susulan', 'hak_bulan_ini', 'dibayar', 'dihapus', 'menunggu', 'tunggakan_akhir')


def printed_balances(found):
    out = {}
    for part in found.text.parts('CATATAN PELAKSANAAN'):
        match = re.fullmatch(r'\[\d+\] ([a-z-]+)(?: (\S+))?, perkara (.*)', part.title)
        figures = tuple(rupiah(text) for text in re.findall(AMOUNT, part.one('neraca: (.*)')[1]))
        status = part.one(r'status: ([a-z-]+), dibukukan sampai (.*)')
        kept = part.find('disimpan ASN: (' + AMOUNT + ')')
        out[match[3], match[1], 'anak:' + match[2] if match[2] else 'mantan'] = (
            figures, status[1], status[2], rupiah(kept[0][1]) if kept else 0)
    return out


def check_register(found, folder, nip):
    written = {}
    for row in rows_of(folder, 'pelaksanaan.csv', nip):
        if row['hak']:
            written[row['nomor_perkara'], row['hak'], row['penerima']] = (
                tuple(int(row[name]) for name in BALANCE), row['status'], row['dibukukan_sampai'] or 'tidak diketahui',
                int(row['disimpan_asn']))
    printed = printed_balances(found)
    demand(printed == written, 'register\n  printed %s\n  written %s', printed, written)
    for key, figures in found.balances().items():
        demand(figures == written[key][0], '%s\n  computed %s\n  written  %s', key, figures, written[key][0])
    for line in found.lines:
        key = (line.case.number, line.right, 'anak:' + line.child if line.child else 'mantan')
        demand(found.second or line.kept == written[key][3], 'kept of %s', key)


def figures_of(text):
    return re.findall(r'[\d.,]*\d', text)


def check_text(text, english, folder, nip):
    count = check_equations(text)
    found = Month(text)
    check_figures(found, text)
    check_transfers(found, folder, nip)
    check_register(found, folder, nip)
    demand(figures_of(strip_words(text)) == figures_of(strip_words(english)), 'English has other figures')
    return count


def alterations(text, every):
    """Each `every`-th amount with another last digit: (its line, the altered text). Not those of findings, which are the
    program's own words; of uncounted rows' voluntary columns, which nothing is computed from; and of children's
    monthly amounts, whose right may be over."""
    spots = list(re.finditer(r'(?<=Rp)[\d.]*\d', text[:text.rfind('TEMUAN LAIN')]))
    for spot in spots[::every]:
        line = text[text.rfind('\n', 0, spot.start()) + 1:text.find('\n', spot.end())]
        if re.match(r'    (?:potongan sukarela|! |amar: .* sebulan untuk )|      ', line):
            continue
        digit = str((int(spot[0][-1]) + 1) % 10)
        yield line.strip(), text[:spot.end() - 1] + digit + text[spot.end():]


def prove(text, folder, nip):
    count = 0
    for line, altered in alterations(text, 29):
        try:
            check_text(altered, altered, folder, nip)
        except Wrong:
            count += 1
        except Exception:  # what can no longer be computed was noticed as well
            count += 1
        else:
            raise Wrong('this test does not notice an altered figure in: %s' % line)
    return count


def strip_words(text):
    """Sentences hold figures of the law in any order; items do not."""
    return '\n'.join(line for line in text.splitlines() if line.startswith('    ') and ' = ' in line)


# ---- months ---------------------------------------------------------------------------------------------------

class Task:
    """One person of a finished month; `arguments`: the command line that made it, without --out."""

    def __init__(self, options, folder, nip, arguments=None):
        self.options, self.folder, self.nip, self.arguments = options, folder, nip, arguments
        self.previous = None

    def command(self, *words):
        formats = ['--formats', self.options.formats] if self.options.formats else []
        return [self.options.program, 'explain', '--nip', self.nip] + formats + list(words)

    def explain(self, *words):
        done = subprocess.run(self.command(*words), stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        demand(done.returncode in (0, 1), 'exit %d: %s', done.returncode, done.stderr.decode(errors='replace'))
        return done.stdout.decode(), done.returncode

    def run(self):
        text, status = self.explain(self.folder)
        english, _ = self.explain('--lang', 'en', self.folder)
        page, other = self.explain('--html', self.folder)
        demand(text_of(page) == text and other == status, 'the page says something else than the text')
        if self.arguments:
            again, other = self.explain(*self.arguments)
            demand(again == text and other == status, 'the folder and the files are explained differently')
        waits = any(row['status'] in ('ditahan', 'tidak-ditemukan')
                    for row in rows_of(self.folder, 'pelaksanaan.csv', self.nip))
        demand(status == (1 if waits else 0), 'exit %d', status)
        count = check_text(text, english, self.folder, self.nip)
        if self.options.prove:
            prove(text, self.folder, self.nip)
        return count


def run_task(task):
    try:
        return task, task.run(), None
    except Wrong as wrong:
        return task, 0, str(wrong)
    except Exception:
        return task, 0, traceback.format_exc()


def nips_of(folder):
    with open(os.path.join(folder, 'pelaksanaan.csv'), newline='', encoding='utf-8') as stream:
        return sorted({row['nip'] for row in csv.DictReader(stream)})


def run_month(options, out, arguments):
    """Runs the month and gives the tasks of all its people; None when it was refused, which some are on purpose."""
    formats = ['--formats', options.formats] if options.formats else []
    done = subprocess.run([options.program, 'run', '--quiet', '--out', out] + formats + arguments,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    if done.returncode not in (0, 1):
        return None
    return [Task(options, out, nip, arguments) for nip in nips_of(out)]


def sample_tasks(options, work):
    samples = os.path.join(ROOT, 'samples')
    path = lambda *names: os.path.join(samples, *names)
    months = (
        ('2026-01', '2026-01', ['--first', path('2026-01', 'gaji.csv'), path('2026-01', 'tpp.csv')]),
        ('2026-02', '2026-02', ['--previous', '2026-01', path('2026-02', 'gaji.csv'), path('2026-02', 'tpp.csv')]),
        ('2026-03', '2026-03', ['--previous', '2026-02', path('2026-03', 'gaji.csv'), path('2026-03', 'tpp.csv')]),
        ('2026-03', '2026-03-gaji', ['--previous', '2026-02', '--more', 'tpp', '--income', path('2026-02', 'tpp.csv'),
                                     path('2026-03', 'gaji.csv')]),
        ('2026-03', '2026-03-tpp', ['--continues', '2026-03-gaji', path('2026-03', 'tpp.csv')]),
        ('simgaji', 'simgaji', ['--first', path('simgaji', 'fgaji.csv'), path('simgaji', 'tpp.csv')]),
    )
    tasks = []
    for source, name, words in months:
        words = [os.path.join(work, word) if before in ('--previous', '--continues') else word
                 for before, word in zip([''] + words, words)]
        period = source if source != 'simgaji' else '2026-01'
        words = ['--period', period, '--rulings', path(source, 'putusan.xml')] + words
        made = run_month(options, os.path.join(work, name), words)
        if made is None:
            raise Wrong('sample month %s was refused' % name)
        tasks += made
    return tasks


def office_tasks(options, seed, work):
    """The people of an office of tests/property over its months, some of which are paid in two parts."""
    site = office.Office(seed, options.months, options.people, vary_rules=seed % 3 == 0, parts=True)
    tasks, previous = [], None
    for month in site.months:
        if month.skip:
            continue
        folder = os.path.join(work, '%d' % seed, office.month_text(month.period))
        made = office_month(options, site, month, folder, previous)
        if made is None:
            continue
        tasks += made
        previous = made[-1].folder
        if not month.more:
            continue
        second = second_part(options, month, folder, previous)
        if second is None:
            previous = made[0].previous  # nothing may follow a first part
        else:
            tasks += second
            previous = second[-1].folder
    if not tasks:
        raise Wrong('every month of the office was refused')
    return tasks


def office_month(options, site, month, folder, previous):
    path = lambda name: os.path.join(folder, name)
    office.write_month(month, folder)
    words = ['--period', office.month_text(month.period), '--rulings', path('putusan.xml')]
    words += ['--previous', previous] if previous else ['--first']
    words += ['--more', month.more] if month.more else []
    if site.rules:
        with open(path('aturan.xml'), 'wb') as stream:
            stream.write(office.rules_xml(site.rules))
        words += ['--rules', path('aturan.xml')]
    for sheet in month.incomes:
        words += ['--income', path(sheet.name)]
    made = run_month(options, path('hasil'), words + [path(sheet.name) for sheet in month.payrolls])
    for task in made or []:
        task.previous = previous
    return made


def second_part(options, month, folder, first):
    path = lambda name: os.path.join(folder, 'kedua', name)
    words = ['--period', office.month_text(month.period), '--rulings', path('putusan.xml'), '--continues', first]
    return run_month(options, os.path.join(folder, 'lanjutan'), words + [path(sheet.name) for sheet in month.second])


def parse_options():
    parser = argparse.ArgumentParser(description='computes again from the printed text what was transferred')
    parser.add_argument('--program', required=True)
    parser.add_argument('--formats')
    parser.add_argument('--seeds', default='1-3', help='random offices, such as 1-20, or none')
    parser.add_argument('--prove', action='store_true', help='alter figures: the test must notice')
    parser.add_argument('--months', type=int, default=5)
    parser.add_argument('--people', type=int, default=24)
    parser.add_argument('--only', nargs='+', metavar='FOLDER', help='finished folders, or one and a NIP')
    parser.add_argument('--jobs', type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument('--keep', action='store_true', help='keep the folders that were made')
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    return options


def tasks_of(what):
    """The tasks of one source: 'samples', a seed, or the folders of --only."""
    options, work, source = what
    try:
        if source == 'samples':
            return sample_tasks(options, work), None
        if source == 'only':
            nips = [word for word in options.only if re.fullmatch(r'\d{18}', word)]
            return [Task(options, folder, nip) for folder in options.only if folder not in nips
                    for nip in nips or nips_of(folder)], None
        return office_tasks(options, source, work), None
    except Wrong as wrong:
        return [], '%s: %s' % (source, wrong)


def sources_of(options):
    if options.only:
        return ['only']
    if options.seeds == 'none':
        return ['samples']
    first, _, last = options.seeds.partition('-')
    return ['samples'] + list(range(int(first), int(last or first) + 1))


class Tally:
    def __init__(self):
        self.passed = self.failed = self.equations = 0

    def fail(self, text):
        self.failed += 1
        if self.failed <= 5:
            print('FAILED %s\n' % text, flush=True)

    def take(self, task, count, wrong):
        self.equations += count
        if wrong is None:
            self.passed += 1
        else:
            self.fail('%s in %s: %s\n  repeat: %s' % (task.nip, task.folder, wrong, ' '.join(task.command(task.folder))))


def main():
    options = parse_options()
    # A folder that the program writes is private; its parent must be, too.
    work = tempfile.mkdtemp(prefix='nafkah-explain-')
    tally = Tally()
    try:
        with multiprocessing.Pool(options.jobs) as pool:
            sources = [(options, work, source) for source in sources_of(options)]
            for tasks, wrong in pool.imap_unordered(tasks_of, sources):
                if wrong:
                    tally.fail(wrong)
                for result in pool.imap_unordered(run_task, tasks, chunksize=4):
                    tally.take(*result)
    finally:
        if not options.keep and not tally.failed:
            shutil.rmtree(work, ignore_errors=True)
    print('%d equations' % tally.equations)
    print('explain: %d passed, %d failed' % (tally.passed, tally.failed))
    return 1 if tally.failed or not tally.passed else 0


if __name__ == '__main__':
    sys.exit(main())
