#!/usr/bin/env python3
"""pelaksanaan.xml of every folder of a chain, computed again from the registers (pelaksanaan.csv) and rulings.

  execution.py PROGRAM [--formats DIR] [--seeds 1-12] [--months 7] [--people 40]

Chains: the sample months, and random offices (tests/property/office.py), some with months in two parts and months that
are not run. What is recomputed for each case: wajib-sejak, diproses-sejak, pertama-dipotong, terlambat, the months
without payment with their causes, and the figures of the month and since the beginning. Which months a line has a right
to comes from tests/property/oracle.py, everything else from the registers alone. Exit 1 with the first difference of
each chain; the last line is "execution: N passed, M failed", a chain each.
"""
import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, 'tests', 'property'))
import compare  # noqa: E402
import office  # noqa: E402
import oracle  # noqa: E402

NS = '{urn:nafkah:pelaksanaan:1}'
REPORT = '{urn:nafkah:rekonsiliasi:1}'
AMOUNTS = ('hak_bulan_ini', 'disimpan_asn', 'tunggakan_awal', 'susulan', 'dibayar', 'dihapus', 'menunggu',
           'tunggakan_akhir')
WAITS = ('ditahan', 'tidak-ditemukan')
NOT_YET = ('belum-bht', 'belum-mulai')
QUIET = {'stdin': subprocess.DEVNULL, 'stdout': subprocess.PIPE, 'stderr': subprocess.STDOUT, 'timeout': 120}


class Difference(Exception):
    pass


# ---- what a folder holds --------------------------------------------------------------------------------------

class Row:
    """A row of a register."""
    def __init__(self, cells):
        self.number, self.right, self.payee = cells['nomor_perkara'], cells['hak'], cells['penerima']
        self.status, self.cause = cells['status'], cells['sebab']
        self.amount = {name: int(cells[name]) for name in AMOUNTS}
        text = cells['dibukukan_sampai']
        self.booked = oracle.month_of(text) if text else None


class Folder:
    """A finished folder: its period, whether something waits, its register by case, its rulings by case, its report."""
    def __init__(self, path):
        self.path = path
        run = ET.parse(os.path.join(path, 'run.xml')).getroot()
        self.period = oracle.month_of(run.get('periode'))
        self.first_part = run.get('menunggu-jenis') is not None
        self.second_part = run.get('lanjutan-dari') is not None
        with open(os.path.join(path, 'pelaksanaan.csv'), newline='') as stream:
            rows = [Row(cells) for cells in csv.DictReader(stream)]
        self.cases = {}
        for row in rows:
            self.cases.setdefault(key_of(row.number), []).append(row)
        rules = oracle.read_rules(read_only_file(os.path.join(path, 'bukti', 'aturan')), self.period)
        self.rulings = {}
        for ruling in oracle.read_rulings(read_only_file(os.path.join(path, 'bukti', 'putusan'))):
            oracle.build_lines(rules, ruling, {})
            self.rulings[ruling.full_case] = ruling
        self.root = ET.parse(os.path.join(path, 'pelaksanaan.xml')).getroot()
        self.reported = {key_of(case.get('nomor')): case for case in self.root}

    def paid(self):
        """Rupiah paid on each case."""
        return {key: sum(row.amount['dibayar'] for row in rows) for key, rows in self.cases.items()}

    def booked(self, key):
        """What the register says of each line of a case."""
        return {(row.right, row.payee): row.booked for row in self.cases.get(key, ())}


def key_of(number):
    """A case is the same however its number is written."""
    case, mark, entry = number.partition('#')
    return oracle.normal_case(case) + mark + entry


def read_only_file(folder):
    name, = os.listdir(folder)
    with open(os.path.join(folder, name), 'rb') as stream:
        return stream.read()


# ---- the second calculation -----------------------------------------------------------------------------------

class Entry:
    """A line in one month: its row, the months of its right, and what was booked before the month."""
    def __init__(self, row, line, booked):
        self.row, self.kept, self.booked = row, line.child is not None and line.child.care == 'ayah', booked
        self.first, self.last = line.first, line.last
        if line.child is None and line.award.length == 0:
            self.last = 0

    def stands(self, month):
        return self.first is not None and self.first <= month <= self.last

    def unbooked(self, month):
        return not self.kept and self.booked is not None and self.booked < month and self.stands(month)

    def owes(self, period):
        amount = self.row.amount
        if amount['tunggakan_awal'] + amount['susulan'] + amount['hak_bulan_ini'] > amount['dihapus']:
            return True
        if not self.kept and self.stands(period) and (self.booked is None or self.booked < period):
            return True
        return (self.row.status in WAITS and self.booked is not None and
                any(self.unbooked(month) for month in range(self.booked + 1, period)))


def entries_of(folder, number, before):
    """The lines of a case, in register order. before: the register of the last whole month, or None."""
    ruling, known = folder.rulings[number], before.booked(number) if before else {}
    lines = {(line.right, line.payee): line for line in ruling.lines}
    entries = []
    for row in folder.cases[number]:
        if not row.right:
            continue
        booked = known.get((row.right, row.payee))
        if booked is None and row.status != 'belum-bht':
            booked = ruling.paid_until
            if booked is None and ruling.start is not None and ruling.start >= folder.period:
                booked = ruling.start - 1
        entries.append(Entry(row, lines[row.right, row.payee], booked))
    return entries


def due_since(ruling, entries, status):
    if status == 'belum-bht' or ruling.start is None or (entries and all(e.booked is None for e in entries)):
        return None
    since = ruling.start if ruling.paid_until is None else max(ruling.start, ruling.paid_until + 1)
    return since if any(e.last is not None and e.last >= since for e in entries) else None


class State:
    """A case after a month."""
    def __init__(self):
        self.processed = self.first_paid = None
        self.due = self.paid = self.written_off = 0
        self.unpaid = {}  # month: (cause, code)


def judge_now(entries, period, paid, waiting):
    if paid or waiting:
        return None
    owed = [e for e in entries if e.owes(period)]
    if any(e.row.status not in WAITS for e in owed):
        return 'batas', None
    if not owed:
        return None
    row = owed[0].row
    return ('ditahan', row.cause) if row.status == 'ditahan' else ('tidak-ditemukan', None)


def judge_past(state, known, entries, month, before):
    """A month before this one that no earlier folder has."""
    if known and month > before.period:
        arrears = any(e.row.amount['tunggakan_awal'] for e in entries)
        return ('tanpa-proses', None) if arrears or any(e.unbooked(month) for e in entries) else None
    if month < state.processed and any(e.unbooked(month) for e in entries):
        return 'diterima-terlambat', None
    return None


def next_state(folder, number, before, old):
    """The case after this folder; before, old: the last whole month and the case after it."""
    rows, ruling, state = folder.cases[number], folder.rulings[number], State()
    entries, status, period = entries_of(folder, number, before), rows[0].status, folder.period
    total = {name: sum(row.amount[name] for row in rows) for name in AMOUNTS}
    if old:
        state.__dict__.update(old.__dict__)
    state.month = total
    state.due += total['hak_bulan_ini'] + total['susulan']
    state.paid += total['dibayar']
    state.written_off += total['dihapus']
    state.since = due_since(ruling, entries, status)
    if state.processed is None and status not in NOT_YET:
        state.processed = period
    if state.first_paid is None and total['dibayar']:
        state.first_paid = period
    state.unpaid = {m: why for m, why in state.unpaid.items() if state.since is None or m >= state.since}
    if status not in NOT_YET:
        for month in range(state.since if state.since is not None else period, period + 1):
            if month in state.unpaid:
                continue
            if month == period:
                why = judge_now(entries, period, total['dibayar'], total['menunggu'])
            else:
                why = judge_past(state, old is not None, entries, month, before)
            if why:
                state.unpaid[month] = why
    state.late = None
    if status not in NOT_YET and state.since is not None and state.since <= period:
        state.late = sum(state.first_paid is None or month < state.first_paid for month in state.unpaid)
    return state


# ---- held against what was written ----------------------------------------------------------------------------

def text_of(month):
    return None if month is None else oracle.month_text(month)


def expected_of(state, entries_count):
    month = state.month
    return {
        'wajib-sejak': text_of(state.since), 'diproses-sejak': text_of(state.processed),
        'pertama-dipotong': text_of(state.first_paid),
        'terlambat': None if state.late is None else str(state.late),
        'bulan-ini': (month['hak_bulan_ini'], month['susulan'], month['disimpan_asn'], month['dibayar'],
                      month['dihapus'], month['menunggu'], month['tunggakan_akhir']),
        'sampai-kini': (state.due, state.paid, state.written_off, month['tunggakan_akhir']),
        'tanpa-bayar': [(text_of(m),) + state.unpaid[m] for m in sorted(state.unpaid)],
        'hak': entries_count,
    }


def found_of(case):
    numbers = lambda element, names: tuple(int(element.get(name)) for name in names.split())
    month, total = case.find(NS + 'bulan-ini'), case.find(NS + 'sampai-kini')
    found = {name: case.get(name) for name in ('wajib-sejak', 'diproses-sejak', 'pertama-dipotong', 'terlambat')}
    found['bulan-ini'] = numbers(month, 'hak susulan disimpan-asn dibayar dihapus menunggu tunggakan')
    found['sampai-kini'] = numbers(total, 'hak dibayar dihapus tunggakan')
    found['tanpa-bayar'] = [(e.get('bulan'), e.get('sebab'), e.get('kode')) for e in case.findall(NS + 'tanpa-bayar')]
    found['hak'] = len(case.findall(NS + 'hak'))
    return found


def demand(holds, text, *values):
    if not holds:
        raise Difference(text % values)


def check_lines(case, rows):
    """Every <hak> against its row of the register."""
    lines = case.findall(NS + 'hak')
    for line, row in zip(lines, [row for row in rows if row.right]):
        found = (line.get('jenis'), line.get('penerima'), line.get('status'), line.get('sebab') or '',
                 int(line.get('hak')), int(line.get('susulan')), int(line.get('dibayar')), int(line.get('tunggakan')))
        expected = (row.right, row.payee, row.status, row.cause if row.status in WAITS else '',
                    row.amount['hak_bulan_ini'], row.amount['susulan'], row.amount['dibayar'],
                    row.amount['tunggakan_akhir'])
        demand(found == expected, 'hak: expected %s, found %s', expected, found)
        ended = row.cause if row.cause and row.status not in WAITS + NOT_YET else None
        demand(ended is None or line.get('karena') == ended, 'karena: expected %s, found %s', ended, line.get('karena'))


def overpaid_of(case):
    return [] if case is None else [tuple(sorted(e.attrib.items())) for e in case.findall(NS + 'kelebihan')]


def check_case(folder, number, state, last):
    case = folder.reported[number]
    expected = expected_of(state, sum(bool(row.right) for row in folder.cases[number]))
    found = found_of(case)
    for name in expected:
        demand(found[name] == expected[name], '%s: expected %s, found %s', name, expected[name], found[name])
    due, paid, written_off, arrears = found['sampai-kini']
    demand(due == paid + written_off + arrears + found['bulan-ini'][5], 'sampai-kini does not add up')
    check_lines(case, folder.cases[number])
    before = overpaid_of(last.reported.get(number)) if last else []
    demand(overpaid_of(case)[:len(before)] == before, 'kelebihan of earlier months is gone')


def sums_of(parent):
    return sum(int(cause.get('jumlah')) for cause in parent.findall(REPORT + 'sebab'))


def check_bridge(before, folder):
    """The causes sum to what was paid now less what was paid in the month before."""
    bridge = ET.parse(os.path.join(folder.path, 'rekonsiliasi.xml')).getroot().find(REPORT + 'jembatan')
    if before is None or folder.second_part:
        demand(bridge is None, 'a bridge from nowhere')
        return
    demand(bridge is not None, 'no bridge')
    then, now = before.paid(), folder.paid()
    found = (bridge.get('dari'), int(bridge.get('sebelum')), int(bridge.get('sesudah')))
    demand(found == (text_of(before.period), sum(then.values()), sum(now.values())), 'bridge: %s', found)
    demand(sums_of(bridge) == found[2] - found[1], 'the causes of the bridge do not sum to the difference')
    changed = {key: (then.get(key, 0), now.get(key, 0)) for key in {*then, *now} if then.get(key, 0) != now.get(key, 0)}
    for case in bridge.findall(REPORT + 'putusan'):
        paid = (int(case.get('sebelum')), int(case.get('sesudah')))
        key = key_of(case.get('nomor'))
        demand(paid == (then.get(key, 0), now.get(key, 0)), 'bridge: %s: %s', case.get('nomor'), paid)
        demand(sums_of(case) == paid[1] - paid[0], 'bridge: %s does not add up', case.get('nomor'))
        changed.pop(key, None)
    demand(not changed, 'bridge: without %s', changed)


def check_chain(paths):
    """Every folder of a chain, in the order in which they were made. Gives the number of cases."""
    before, states, count, last = None, {}, 0, None
    since = None
    for path in paths:
        folder = Folder(path)
        since = folder.period if since is None else since
        try:
            demand(folder.root.get('periode') == text_of(folder.period), 'periode')
            demand(folder.root.get('sejak') == text_of(since), 'sejak: %s', folder.root.get('sejak'))
            check_bridge(before, folder)
            demand(list(folder.reported) == list(folder.cases), 'not the rulings of the register, in its order')
            after = {}
            for number in folder.cases:
                after[number] = next_state(folder, number, before, states.get(number))
                try:
                    check_case(folder, number, after[number], last)
                except Difference as difference:
                    raise Difference('%s: %s' % (number, difference))
                count += 1
        except Difference as difference:
            raise Difference('%s: %s' % (path, difference))
        last = folder
        if not folder.first_part:  # the second part begins again where the first did
            before, states = folder, after
    return count


# ---- chains ---------------------------------------------------------------------------------------------------

def run(options, out, *arguments):
    command = [options.program, 'run', '--quiet', '--formats', options.formats, '--out', out] + list(arguments)
    done = subprocess.run(command, **QUIET)
    if done.returncode not in (0, 1):
        raise Difference('%s: exit %d\n%s' % (' '.join(command), done.returncode, done.stdout.decode(errors='replace')))
    return out


def sample_months(options, work):
    at = lambda *names: os.path.join(ROOT, 'samples', *names)
    to = lambda name: os.path.join(work, name)
    months = [run(options, to('1'), '--period', '2026-01', '--first', '--rulings', at('2026-01', 'putusan.xml'),
                  at('2026-01', 'gaji.csv'), at('2026-01', 'tpp.csv'))]
    months.append(run(options, to('2'), '--period', '2026-02', '--previous', to('1'), '--rulings',
                      at('2026-02', 'putusan.xml'), at('2026-02', 'gaji.csv'), at('2026-02', 'tpp.csv')))
    months.append(run(options, to('3'), '--period', '2026-03', '--previous', to('2'), '--more', 'tpp', '--income',
                      at('2026-02', 'tpp.csv'), '--rulings', at('2026-03', 'putusan.xml'), at('2026-03', 'gaji.csv')))
    months.append(run(options, to('3-tpp'), '--period', '2026-03', '--continues', to('3'), '--rulings',
                      at('2026-03', 'putusan.xml'), at('2026-03', 'tpp.csv')))
    schema = os.path.join(options.formats, 'schema', 'pelaksanaan.xsd')
    for month in months:
        document = os.path.join(month, 'pelaksanaan.xml')
        demand(subprocess.run(['xmllint', '--noout', '--nonet', '--schema', schema, document],
                              stderr=subprocess.DEVNULL).returncode == 0, '%s does not validate', document)
    return months


def random_months(options, seed, work):
    """The folders of an office's months, those that were not refused."""
    site = office.Office(seed, options.months, options.people, seed % 3 == 0, parts=True)
    runner = compare.ProgramRunner(options.program, options.formats, work)
    previous, folders = None, []
    for month in site.months:
        if month.skip:
            continue
        inputs = compare.inputs_of(month, site.rules)
        outcome = runner.run(inputs, previous)
        made = [outcome.handle]
        if outcome.handle and month.more:
            made.append(runner.run(compare.second_inputs(inputs, month.files(month.second)), outcome.handle).handle)
        if made[-1]:  # a month whose second part was refused is run again by nobody: the chain goes on without it
            folders += made
            previous = made[-1]
    return folders


def verify(options, folders):
    """The last folders come to the same from their own evidence."""
    command = [options.program, 'verify', '--formats', options.formats] + folders[-2:]
    done = subprocess.run(command, **QUIET)
    demand(done.returncode in (0, 1), 'verify: exit %d\n%s', done.returncode, done.stdout.decode(errors='replace'))


def parse_options():
    parser = argparse.ArgumentParser(description='pelaksanaan.xml against the registers of its chain')
    parser.add_argument('program')
    parser.add_argument('--formats', default=os.path.join(ROOT, 'formats'))
    parser.add_argument('--seeds', default='1-12')
    parser.add_argument('--months', type=int, default=7)
    parser.add_argument('--people', type=int, default=40)
    options = parser.parse_args()
    options.program, options.formats = os.path.abspath(options.program), os.path.abspath(options.formats)
    return options


def main():
    options = parse_options()
    first, _, last = options.seeds.partition('-')
    chains = [('samples', sample_months)]
    for seed in range(int(first), int(last or first) + 1):
        chains.append(('seed %d' % seed, lambda options, work, seed=seed: random_months(options, seed, work)))
    passed = failed = cases = 0
    for name, make in chains:
        work = tempfile.mkdtemp(prefix='nafkah-execution-')
        try:
            folders = make(options, work)
            demand(folders, 'no month ran')
            cases += check_chain(folders)
            verify(options, folders)
            passed += 1
        except Difference as difference:
            failed += 1
            print('FAILED %s: %s' % (name, difference), flush=True)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    demand(cases > 0, 'nothing was compared')
    print('execution: %d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
