#!/usr/bin/env python3
"""Random offices, chained over months: the program against the second calculation, and laws that must hold.

  compare.py --program ./nafkah --quick                 what `make check` runs (under a minute)
  compare.py --program ./nafkah --seeds 1-2000 --months 12
  compare.py --self --quick                             the laws on the second calculation itself

Every chain and every law on one seed is one test. The last line is "N passed, M failed".
"""
import argparse
import collections
import copy
import csv
import hashlib
import io
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import office  # noqa: E402
import oracle  # noqa: E402

# part: 0 a whole month, 1 the first part of one (`more` is the kind it announces), 2 the second
Inputs = collections.namedtuple('Inputs', 'period rulings payrolls incomes rules part more', defaults=(0, None))
Outcome = collections.namedtuple('Outcome', 'exit register transfers adjusted handle note')


class Difference(Exception):
    """A test failed; the text says where."""


# ---- what runs a month ----------------------------------------------------------------------------------------

class OracleRunner:
    """The second calculation. handle: an oracle.Folder."""
    name = 'oracle'

    def run(self, inputs, previous, folder=None):
        """previous: the handle of the month before, or for a second part that of the first."""
        before, first = (None, previous) if inputs.part == 2 else (previous, None)
        result, handle = oracle.run(inputs.period, inputs.rules or oracle.DEFAULT_RULES, inputs.rulings,
                                    inputs.payrolls, inputs.incomes, before, inputs.more, first)
        outcome = Outcome(result.exit, result.register_text, result.transfer_text, result.adjusted, handle,
                          result.reason)
        if folder:
            write_outcome(outcome, os.path.join(folder, self.name))
        return outcome


class ProgramRunner:
    """The program. handle: the folder that it wrote."""
    name = 'program'

    def __init__(self, program, formats, work):
        self.program, self.formats, self.work, self.count = os.path.abspath(program), formats, work, 0

    def run(self, inputs, previous, folder=None):
        self.count += 1
        folder = folder or os.path.join(self.work, 'run-%d' % self.count)
        write_inputs(inputs, folder)
        out = os.path.join(folder, self.name)
        if inputs.part == 2 and previous:
            # beside the first part, where the program looks for a folder that continues it already
            out = os.path.join(os.path.dirname(previous), '%s-%d' % (self.name, self.count))
        command = program_command(self.program, self.formats, inputs, folder, out, previous)
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=120)
        text = done.stdout.decode(errors='replace')
        with open(os.path.join(folder, 'command'), 'w') as stream:
            stream.write('%s\n# exit %d\n%s' % (' '.join(command), done.returncode, text))
        if done.returncode not in (0, 1):
            if os.path.exists(out):
                raise Difference('exit %d, and yet an output folder' % done.returncode)
            return Outcome(done.returncode, '', '', {}, None, text)
        return read_outcome(done.returncode, out, inputs, text)


def write_inputs(inputs, folder):
    os.makedirs(folder, exist_ok=True)
    files = [(name, data) for _, name, data in inputs.payrolls + inputs.incomes] + [('putusan.xml', inputs.rulings)]
    if inputs.rules:
        files.append(('aturan.xml', office.rules_xml(inputs.rules)))  # a second part has those of the first
    for name, data in files:
        with open(os.path.join(folder, name), 'wb') as stream:
            stream.write(data)


def program_command(program, formats, inputs, folder, out, previous):
    path = lambda name: os.path.join(folder, name)
    command = [program, 'run', '--period', office.month_text(inputs.period), '--rulings', path('putusan.xml'),
               '--out', out]
    how = '--continues' if inputs.part == 2 else '--previous'
    command += [how, previous] if previous else ['--first']
    command += ['--more', inputs.more] if inputs.more else []
    command += ['--formats', formats] if formats else []
    command += ['--rules', path('aturan.xml')] if inputs.rules and inputs.part != 2 else []
    for _, name, _ in inputs.incomes:
        command += ['--income', path(name)]
    return command + [path(name) for _, name, _ in inputs.payrolls]


def read_outcome(status, out, inputs, note):
    def read(*names):
        with open(os.path.join(out, *names), 'rb') as stream:
            return stream.read()
    adjusted = {name: read('penggajian', name) for _, name, _ in inputs.payrolls}
    return Outcome(status, read('pelaksanaan.csv').decode(), read('transfer.csv').decode(), adjusted, out, note)


def write_outcome(outcome, folder):
    os.makedirs(os.path.join(folder, 'penggajian'), exist_ok=True)
    files = [('pelaksanaan.csv', outcome.register.encode()), ('transfer.csv', outcome.transfers.encode()),
             ('exit', ('%d %s\n' % (outcome.exit, outcome.note)).encode())]
    files += [(os.path.join('penggajian', name), data) for name, data in outcome.adjusted.items()]
    for name, data in files:
        with open(os.path.join(folder, name), 'wb') as stream:
            stream.write(data)


def inputs_of(month, rules):
    return Inputs(month.period, month.rulings_data(), month.files(month.payrolls), month.files(month.incomes), rules,
                  1 if month.more else 0, month.more)


def second_inputs(first, payrolls):
    return first._replace(payrolls=payrolls, incomes=[], part=2, more=None)


# ---- comparing two outcomes -----------------------------------------------------------------------------------

def table(text):
    rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
    if not rows:
        raise Difference('an empty table')
    return rows[0], [dict(zip(rows[0], row)) for row in rows[1:] if len(row) == len(rows[0])], rows[1:]


def compare_tables(name, expected, found, ignored=()):
    head_e, _, rows_e = table(expected)
    head_f, _, rows_f = table(found)
    if head_e != head_f:
        raise Difference('%s: header\n  expected %s\n  found    %s' % (name, head_e, head_f))
    nip = head_e.index('nip')
    for number in range(max(len(rows_e), len(rows_f))):
        if number >= len(rows_e) or number >= len(rows_f):
            which, rows = ('unexpected', rows_f) if number >= len(rows_e) else ('missing', rows_e)
            raise Difference('%s: row %d %s\n%s' % (name, number + 1, which,
                                                    context(head_e, rows_e, rows_f, rows[number][nip])))
        for column, (a, b) in zip(head_e, zip(rows_e[number], rows_f[number])):
            if a != b and column not in ignored:
                raise Difference('%s: row %d, %s: expected %r, found %r\n%s' % (
                    name, number + 1, column, a, b, context(head_e, rows_e, rows_f, rows_e[number][nip])))
        if len(rows_e[number]) != len(rows_f[number]):
            raise Difference('%s: row %d: %d cells' % (name, number + 1, len(rows_f[number])))


def context(head, expected, found, nip):
    """All rows of one NIP, both sides."""
    column = head.index('nip')
    text = '  ' + ','.join(head) + '\n'
    for label, rows in (('expected', expected), ('found   ', found)):
        his = [row for row in rows if len(row) > column and row[column] == nip]
        text += ''.join('  %s %s\n' % (label, ','.join(row)) for row in his)
    return text


def compare_bytes(name, expected, found):
    if expected == found:
        return
    a, b = expected.splitlines(True), found.splitlines(True)
    for number in range(max(len(a), len(b))):
        one = a[number] if number < len(a) else None
        two = b[number] if number < len(b) else None
        if one != two:
            raise Difference('%s: line %d\n  expected %r\n  found    %r' % (name, number + 1, one, two))


def compare_outcomes(expected, found):
    if expected.exit != found.exit:
        raise Difference('exit: expected %d (%s), found %d\n%s' % (
            expected.exit, expected.note, found.exit, found.note))
    if expected.exit == 3:
        return
    compare_tables('pelaksanaan.csv', expected.register, found.register, ('sebab',))
    compare_tables('transfer.csv', expected.transfers, found.transfers)
    for name in expected.adjusted:
        compare_bytes('penggajian/' + name, expected.adjusted[name], found.adjusted[name])


# ---- conservation (SPEC 5.10), from the files alone -----------------------------------------------------------

AMOUNTS = ('hak_bulan_ini', 'disimpan_asn', 'tunggakan_awal', 'susulan', 'dibayar', 'dihapus', 'menunggu',
           'tunggakan_akhir')
RULING_STATUS = ('belum-bht', 'belum-mulai', 'tidak-ditemukan')
STATUS = RULING_STATUS + ('ditahan', 'dipotong', 'sebagian', 'nihil', 'diterima-asn', 'selesai')


def demand(holds, text, *values):
    if not holds:
        raise Difference('law: ' + text % values)


def register_rows(text):
    _, rows, _ = table(text)
    for row in rows:
        for name in AMOUNTS:
            demand(re.fullmatch(r'0|[1-9]\d*', row[name]), '%s is %r', name, row[name])
            row[name] = int(row[name])
    return rows


def line_key(row):
    number, _, entry = row['nomor_perkara'].partition('#')
    return oracle.normal_case(number), int(entry or 1), row['hak'], row['penerima']


def transfer_rows(text):
    """Rows with their rincian taken apart: items (hak, id, due, arrears)."""
    _, rows, _ = table(text)
    for row in rows:
        demand(re.fullmatch(r'[1-9]\d*', row['jumlah']), 'jumlah %r', row['jumlah'])
        row['jumlah'], row['items'] = int(row['jumlah']), []
        for item in row['rincian'].split('; '):
            match = re.fullmatch(r'([a-z-]+)(?: ([^ =/]+))?(?: (\d+)/(\d+))?=(\d+)(?:\+([1-9]\d*))?', item)
            demand(match, 'rincian %r', item)
            row['items'].append((match[1], match[2], int(match[5]), int(match[6] or 0)))
    return rows


def check_register(rows, previous):
    for row in rows:
        owed = row['tunggakan_awal'] + row['susulan'] + row['hak_bulan_ini']
        settled = row['dibayar'] + row['dihapus'] + row['menunggu'] + row['tunggakan_akhir']
        demand(owed == settled, '%s: owed %d, settled %d', line_key(row), owed, settled)
        demand(row['status'] in STATUS, 'status %r', row['status'])
    before = {line_key(r): r['tunggakan_akhir'] for r in register_rows(previous)} if previous else {}
    for row in rows:
        demand(row['tunggakan_awal'] == before.get(line_key(row), 0), '%s: opening is not the last closing', row)
    keys = [line_key(r) for r in rows]
    demand(len(set(keys)) == len(keys), 'a line stands twice in the register')
    gone = [k for k in before if k not in set(keys) and before[k]]
    demand(not gone, 'arrears vanished: %s', gone)
    by_ruling = collections.defaultdict(set)
    for row in rows:
        by_ruling[line_key(row)[:2]].add(row['status'])
    for key, statuses in by_ruling.items():
        demand(len(statuses) == 1 or not statuses & set(RULING_STATUS), '%s has the states %s', key, statuses)


def check_transfers(transfers, register):
    paid = collections.Counter()
    for row in transfers:
        demand(sum(i[2] + i[3] for i in row['items']) == row['jumlah'], 'rincian of %s is not its jumlah', row['no'])
        number, _, entry = row['nomor_perkara'].partition('#')
        case = oracle.normal_case(number)
        for right, child, due, arrears in row['items']:
            paid[case, int(entry or 1), right, 'anak:' + child if child else 'mantan'] += due + arrears
    demand([row['no'] for row in transfers] == [str(n + 1) for n in range(len(transfers))], 'numbering')
    keys = [row['kunci'] for row in transfers]
    demand(len(set(keys)) == len(keys), 'kunci is not unique')
    for row in register:
        demand(paid.pop(line_key(row), 0) == row['dibayar'], 'dibayar of %s is not what was transferred', line_key(row))
    demand(not paid, 'transfers without a line: %s', paid)


def check_payrolls(inputs, outcome, transfers):
    taken = collections.Counter()
    for row in transfers:
        taken[row['sumber'], row['nip']] += 100 * row['jumlah']
    for kind, name, data in inputs.payrolls:
        before, after = (oracle.read_payroll(kind, name, d) for d in (data, outcome.adjusted[name]))
        demand(len(before.rows) == len(after.rows), '%s: rows in %d, out %d', name, len(before.rows), len(after.rows))
        for one, two in zip(before.rows, after.rows):
            less = one.bersih - two.bersih
            demand(less == two.potongan - one.potongan and one.kotor == two.kotor, '%s: row of %s', name, one.nip)
            demand(0 <= less <= max(0, one.bersih), '%s: %d sen taken from %s', name, less, one.nip)
            if less:
                demand(taken.pop((kind, one.nip), 0) == less, '%s: %s is not what %s transferred', name, less, one.nip)
    demand(not taken, 'transfers that were deducted nowhere: %s', taken)


def check_conservation(inputs, outcome, previous):
    register, transfers = register_rows(outcome.register), transfer_rows(outcome.transfers)
    check_register(register, previous)
    check_transfers(transfers, register)
    check_payrolls(inputs, outcome, transfers)
    check_status(outcome, register)
    check_keys(transfers)
    demand(inputs.part == 1 or not any(row['menunggu'] for row in register), 'something waits, and nothing is to come')


def check_status(outcome, register):
    person = any(row['status'] in ('ditahan', 'tidak-ditemukan') for row in register)
    demand(outcome.exit == (1 if person else 0), 'exit %d, but waiting for a person is %s', outcome.exit, person)
    for row in register:
        demand(not row['menunggu'] or row['status'] == 'sebagian', '%s: %d wait and the status is %s', line_key(row),
               row['menunggu'], row['status'])


def check_keys(transfers):
    for row in transfers:
        owners = {i[1] for i in row['items']}
        number, _, entry = row['nomor_perkara'].partition('#')
        case = oracle.normal_case(number) + ('#' + entry if entry else '')
        keys = {hashlib.sha256(('%s|%s|%s|%s' % (row['periode'], row['sumber'], case, owner)).encode()).hexdigest()[:20]
                for owner in ['mantan'] + ['anak:%s' % o for o in owners]}
        demand(row['kunci'] in keys, 'kunci of row %s', row['no'])


def check_two_parts(first_inputs, first, second_inputs, second):
    """The two folders of a month together. Conservation of the first was checked by itself."""
    one, two = register_rows(first.register), register_rows(second.register)
    demand([line_key(r) for r in one] == [line_key(r) for r in two], 'the second register has other lines')
    lists = [transfer_rows(o.transfers) for o in (first, second)]
    keys = [row['kunci'] for rows in lists for row in rows]
    demand(len(set(keys)) == len(keys), 'kunci is not unique over both lists')
    waits, paid, held = collections.Counter(), collections.Counter(), set()
    for a, b in zip(one, two):
        for name in a:
            demand(a[name] == b[name] or name in ('dibayar', 'menunggu', 'tunggakan_akhir', 'status', 'sebab'),
                   '%s: %s was %s and is %s', line_key(a), name, a[name], b[name])
        demand(b['menunggu'] == 0, '%s: something still waits', line_key(a))
        demand(a['status'] != 'ditahan' or b['status'] == 'ditahan', '%s: no longer held', line_key(a))
        waits[a['nip']] += a['menunggu']
        paid[a['nip']] += b['dibayar'] - a['dibayar']
        if b['status'] == 'ditahan':
            demand(a['dibayar'] == b['dibayar'], '%s: held, and paid', line_key(a))
            held.add(a['nip'])
    check_transfers(lists[1], [dict(b, dibayar=b['dibayar'] - a['dibayar']) for a, b in zip(one, two)])
    check_payrolls(second_inputs, second, lists[1])
    check_status(second, two)
    check_keys(lists[1])
    money = collections.Counter()
    for payroll in second_inputs.payrolls:
        for row in oracle.read_payroll(*payroll).rows:
            money[row.nip] += max(0, row.bersih) // 100
    for nip in waits:
        most = min(waits[nip], money[nip])
        demand(paid[nip] == most if nip not in held else paid[nip] <= most,
               '%s: %d waited, the new file has %d, paid %d', nip, waits[nip], money[nip], paid[nip])


# ---- chains ---------------------------------------------------------------------------------------------------

def seed_rules(options, seed):
    return options.rules == 'vary' or (options.rules == 'mixed' and seed % 3 == 0)


def chain(options, seed, work):
    """One office over its months: program against oracle, or the oracle alone, and conservation every month."""
    site = office.Office(seed, options.months, options.people, seed_rules(options, seed), parts=True)
    runners = [OracleRunner()]
    if options.program:
        runners.append(ProgramRunner(options.program, options.formats, work))
    handles, register, tally = [None] * len(runners), None, collections.Counter()
    for month in site.months:
        if month.skip:
            continue
        folder = os.path.join(work, office.month_text(month.period))
        try:
            outcomes = run_month(runners, inputs_of(month, site.rules), month, handles, register, folder, tally)
        except Difference as difference:
            raise Difference('%s: %s' % (office.month_text(month.period), difference))
        if outcomes:
            handles, register = [o.handle for o in outcomes], outcomes[-1].register
            tally.update('status ' + row['status'] for row in register_rows(register))
    return tally


def run_month(runners, inputs, month, handles, register, folder, tally):
    """A month, in both parts where it has two: the last outcomes, or None where it was refused."""
    outcomes = run_all(runners, inputs, handles, folder, tally)
    if outcomes[0].exit == 3:
        return None
    check_conservation(inputs, outcomes[-1], register)
    if not month.more:
        return outcomes
    firsts, handles = outcomes, [o.handle for o in outcomes]
    tally['first parts'] += 1
    tally['lines that wait'] += sum(row['menunggu'] > 0 for row in register_rows(firsts[-1].register))
    if month.wrong_second:
        wrong = second_inputs(inputs, month.files(month.wrong_second))
        outcomes = run_all(runners, wrong, handles, folder + '-kedua-salah', tally)
        demand(outcomes[0].exit == 3, 'a second part that is to be refused was not')
    later = second_inputs(inputs, month.files(month.second))
    outcomes = run_all(runners, later, handles, folder + '-kedua', tally)
    if outcomes[0].exit == 3:
        return None
    check_two_parts(inputs, firsts[-1], later, outcomes[-1])
    return outcomes


def run_all(runners, inputs, handles, folder, tally):
    """The same run by every runner, compared."""
    several = len(runners) > 1
    outcomes = [runner.run(inputs, handle, folder if several else None) for runner, handle in zip(runners, handles)]
    compare_outcomes(outcomes[0], outcomes[-1])
    tally['exit %d' % outcomes[0].exit] += 1
    if outcomes[0].exit == 3:
        tally['refused: ' + re.sub(r'[\d(].*', '', outcomes[0].note)] += 1
    else:
        tally['transfers'] += outcomes[0].transfers.count('\n') - 1
    return outcomes


# ---- laws over variants of a month ----------------------------------------------------------------------------

def runner_of(options, work):
    return ProgramRunner(options.program, options.formats, work) if options.program else OracleRunner()


def walk(options, seed, work, calm=False):
    """Yield (site, index, month, inputs, previous handle, outcome, runner) for the months that are not refused."""
    site = office.Office(seed, min(options.months, 5), options.people, seed_rules(options, seed), calm)
    runner, previous = runner_of(options, work), None
    for index, month in enumerate(site.months):
        if month.skip or month.spoil:
            continue
        for sheet in month.payrolls + month.incomes:
            sheet.style.total = False
        inputs = inputs_of(month, site.rules)
        outcome = runner.run(inputs, previous)
        if outcome.exit in (0, 1):
            yield site, index, month, inputs, previous, outcome, runner
            previous = outcome.handle


def lines_of(data):
    return [line.rstrip(b'\r\n') for line in data.splitlines() if line.strip(b'\r\n')]


def without(text, nip, ignored=('no',)):
    """Rows of all other people."""
    _, rows, _ = table(text)
    return [{k: v for k, v in row.items() if k not in ignored} for row in rows if row['nip'] != nip]


def same(one, two, what):
    if one.exit not in (0, 1) or two.exit not in (0, 1):
        raise Difference('%s: exit %d became %d\n%s' % (what, one.exit, two.exit, two.note))


def law_order(options, seed, work):
    """(a) The order of the rows of a payroll changes only the order."""
    rng = random.Random('order %d' % seed)
    for site, _, month, _, previous, base, runner in walk(options, seed, work):
        other = copy.deepcopy(month)
        for sheet in other.payrolls + other.incomes:
            rng.shuffle(sheet.rows)
        twin = runner.run(inputs_of(other, site.rules), previous)
        same(base, twin, 'rows in another order')
        compare_bytes('pelaksanaan.csv', base.register.encode(), twin.register.encode())
        compare_bytes('transfer.csv', base.transfers.encode(), twin.transfers.encode())
        if any(sheet.style.nip == 'mixed' for sheet in month.payrolls):
            continue
        for name in base.adjusted:
            one, two = (collections.Counter(lines_of(o.adjusted[name])) for o in (base, twin))
            demand(one == two, '%s: other rows than before: %s', name, list((one - two) + (two - one))[:4])


def law_stranger(options, seed, work):
    """(b) A person without a ruling who joins changes nobody."""
    rng = random.Random('stranger %d' % seed)
    for site, _, month, _, previous, base, runner in walk(options, seed, work):
        other = copy.deepcopy(month)
        stranger = office.Person(rng, office.Words(rng), 99)
        drawn = {'gaji': office.draw_gaji, 'tpp': office.draw_tpp}
        for sheet in other.payrolls + other.incomes:
            row = office.payroll_row(stranger, sheet.kind, drawn[sheet.kind](rng, stranger, False))
            if sheet.name != 'gaji-2.csv':
                sheet.rows.append(row)
        twin = runner.run(inputs_of(other, site.rules), previous)
        same(base, twin, 'a stranger joined')
        compare_bytes('pelaksanaan.csv', base.register.encode(), twin.register.encode())
        compare_bytes('transfer.csv', base.transfers.encode(), twin.transfers.encode())
        for name in base.adjusted:
            one, two = (collections.Counter(lines_of(o.adjusted[name])) for o in (base, twin))
            demand(not one - two, '%s: rows of others changed: %s', name, list(one - two)[:3])
            demand(sum((two - one).values()) <= 2, '%s: more than his own row', name)


def law_ruling(options, seed, work):
    """(c) A ruling that is added changes one person."""
    rng = random.Random('ruling %d' % seed)
    for site, index, month, _, previous, base, runner in walk(options, seed, work):
        person = rng.choice(site.people[:-2])
        if most_rows(month, person.nip) > 1:
            continue  # a ruling that names a NIP which stands twice is refused
        court = office.Court(rng, office.Words(rng), site.start, 6)
        text = court.ruling(person)
        court.final_dates(text, month.period - rng.randrange(0, 3), True)
        text['dibayar-sampai'] = office.month_text(month.period - rng.randrange(1, 4))
        text['nomor'] = '77777%s' % text['nomor']  # no case of the office is that long
        other = copy.deepcopy(month)
        other.rulings.insert(rng.randrange(len(other.rulings) + 1), text)
        twin = runner.run(inputs_of(other, site.rules), previous)
        same(base, twin, 'a ruling was added for %s' % person.nip)
        for name, one, two in (('pelaksanaan.csv', base.register, twin.register),
                               ('transfer.csv', base.transfers, twin.transfers)):
            demand(without(one, person.nip) == without(two, person.nip), '%s: rows of others changed', name)
        for kind, name, _ in inputs_of(month, None).payrolls:
            one, two = (oracle.read_payroll(kind, name, o.adjusted[name]).rows for o in (base, twin))
            changed = {a.nip for a, b in zip(one, two) if (a.potongan, a.bersih) != (b.potongan, b.bersih)}
            demand(changed <= {person.nip}, '%s: changed for %s', name, changed)


def most_rows(month, nip):
    """Rows of a NIP in the kind in which it has most."""
    count = collections.Counter()
    for sheet in month.payrolls + month.incomes:
        count[sheet.kind] += sum(row['nip_pegawai'] == nip for row in sheet.rows)
    return max(count.values())


def tiers(outcome, nip):
    total = collections.Counter()
    for row in transfer_rows(outcome.transfers):
        if row['nip'] == nip:
            for _, child, due, arrears in row['items']:
                total[bool(child), 'due'] += due
                total[bool(child), 'arrears'] += arrears
    return total


def net(month, outcome, nip):
    """Sen that the adjusted payrolls leave."""
    return sum(row.bersih for sheet in month.payrolls
               for row in oracle.read_payroll(sheet.kind, sheet.name, outcome.adjusted[sheet.name]).rows
               if row.nip == nip)


def law_pay(options, seed, work):
    """(d) More pay lowers neither what a tier receives, nor the ASN's net, by more than the rounding of the shares."""
    rng = random.Random('pay %d' % seed)
    for site, _, month, _, previous, base, runner in walk(options, seed, work):
        unit = (site.rules or oracle.DEFAULT_RULES)['satuan']
        sources = (site.rules or oracle.DEFAULT_RULES)['sumber']
        other, raised = copy.deepcopy(month), {}
        for sheet in other.payrolls:
            for row in sheet.rows:
                if row['nip_pegawai'] and row['nip_pegawai'] not in raised and row['jumlah_ditransfer'] >= 0 \
                        and sheet.kind in sources and rng.random() < 0.6:
                    more = rng.choice([1, 2, 3, 1000, 123456, 3000001]) * 100
                    row[office.GROSS[sheet.kind]] += more
                    row['jumlah_ditransfer'] += more
                    raised[row['nip_pegawai']] = more
        twin = runner.run(inputs_of(other, site.rules), previous)
        same(base, twin, 'more pay')
        register = register_rows(base.register)
        for nip in {row['nip'] for row in register if row['nip'] in raised}:
            # every share of every line and month is rounded at most once more or once less
            lines = sum(row['nip'] == nip for row in register)
            allowed = {'due': unit * lines * 3 + 2, 'arrears': unit * lines * (2 + most_missed(register, nip)) + 2}
            one, two = tiers(base, nip), tiers(twin, nip)
            for tier in one:
                demand(two[tier] >= one[tier] - allowed[tier[1]], '%s: %d more, but the tier %s fell from %d to %d',
                       nip, raised[nip] // 100, tier, one[tier], two[tier])
            less = net(month, base, nip) - net(other, twin, nip)
            demand(less <= 100 * allowed['arrears'], '%s: %d more, but %d sen less is left', nip, raised[nip] // 100,
                   less)


def most_missed(register, nip):
    """No ruling of a random office begins longer ago."""
    return 110 if any(row['nip'] == nip and row['susulan'] for row in register) else 1


def settled(outcomes):
    """Line -> all that was paid or written off over the months, and what is owed at the end."""
    total = collections.Counter()
    for place, outcome in enumerate(outcomes):
        for row in register_rows(outcome.register):
            total[line_key(row)] += row['dibayar'] + row['dihapus']
            if place == len(outcomes) - 1:
                total[line_key(row)] += row['tunggakan_akhir']
    return total


def steady(options, seed):
    """A calm office with one rulings file for all months, and the NIPs that have exactly one ruling in it."""
    site = office.Office(seed, 6, options.people, seed_rules(options, seed), calm=True)
    if site.rules:
        site.rules['bulan-dasar'] = 'berjalan'
    texts = [story.text(3) or story.text(0) for story in site.stories]
    texts = [text for text in texts if text]
    count = collections.Counter(text['nip'] for text in texts)
    for month in site.months:
        month.rulings = texts
    return site, [text for text in texts if count[text['nip']] == 1]


def run_chain(runner, site, months):
    outcomes, previous = [], None
    for month in months:
        outcome = runner.run(inputs_of(month, site.rules), previous)
        if outcome.exit not in (0, 1):
            return None
        outcomes.append(outcome)
        previous = outcome.handle
    return outcomes


def compare_settled(whole, broken, single, what):
    """Lines that are not held in the end have been settled alike."""
    cases = {(oracle.normal_case(t['nomor']), t['entri']) for t in single}
    one, two = settled(whole), settled(broken)
    held = {line_key(r) for o in (whole[-1], broken[-1]) for r in register_rows(o.register) if r['status'] == 'ditahan'}
    for key in one:
        if key[:2] in cases and key not in held:
            demand(one[key] == two[key], '%s: %s came to %d, but undisturbed to %d', what, key, two[key], one[key])


def law_hold(options, seed, work):
    """(e) A ruling or a payee that was held for two months and released has lost nothing."""
    rng = random.Random('hold %d' % seed)
    site, single = steady(options, seed)
    runner = runner_of(options, work)
    whole = run_chain(runner, site, site.months)
    if not whole:
        return
    first = rng.randrange(1, 4)
    nips = {text['nip'] for text in single}
    for index in (first, first + 1):
        month = site.months[index]
        month.rulings = copy.deepcopy(month.rulings)
        for text in month.rulings:
            if text['nip'] not in nips:
                continue
            # the way is drawn from the number, so that it is the same in both months
            way = int(hashlib.sha256(text['nomor'].encode()).hexdigest(), 16) % 3
            if way == 0:
                text['nama'] = 'XYZXYZ XYZZYX'
            elif way == 1:
                text['mantan']['rekening'] = None
            else:
                for child in text['anak']:
                    if child['rekening']:
                        child['rekening'] = dict(child['rekening'], nomor='1234')
    held = run_chain(runner, site, site.months)
    demand(held, 'a held month was refused')
    compare_settled(whole, held, single, 'held in months %d and %d' % (first + 1, first + 2))


def law_skip(options, seed, work):
    """(f) A month without a run loses nothing."""
    rng = random.Random('skip %d' % seed)
    site, single = steady(options, seed)
    runner = runner_of(options, work)
    whole = run_chain(runner, site, site.months)
    if not whole:
        return
    gap = rng.randrange(1, 5)
    skipped = run_chain(runner, site, site.months[:gap] + site.months[gap + 1:])
    demand(skipped, 'a month after a gap was refused')
    compare_settled(whole, skipped, single, 'without month %d' % (gap + 1))


def in_parts(month, more):
    """(combined month, first part, sheets of the second) of a month, the base the same in all, or None."""
    sheets = month.payrolls + month.incomes
    now, later = ([s for s in sheets if (s.kind == more) == late] for late in (False, True))
    if not now or not later:
        return None
    whole = copy.copy(month)
    whole.payrolls, whole.incomes = sheets, []
    first = copy.copy(month)
    first.payrolls, first.incomes, first.more = now, later, more
    return whole, first, later


def counted_nips(sheets):
    return {oracle.nip_of(row['nip_pegawai']) for sheet in sheets for row in sheet.rows}


def law_parts(options, seed, work):
    """(g) A month in two parts whose first has the base of the whole comes to the same: each tier of a person, and each
    line but for rounding. Only people in the first part's payrolls: the others are not found there."""
    rng = random.Random('parts %d' % seed)
    for site, _, month, _, previous, _, runner in walk(options, seed, work):
        sources = site.rules['sumber'] if site.rules else ['gaji', 'tpp']
        more = rng.choice(['tpp', 'tpp', 'gaji'])
        months = in_parts(month, more) if len(sources) == 2 else None
        if not months:
            continue
        whole = runner.run(inputs_of(months[0], site.rules), previous)
        inputs = inputs_of(months[1], site.rules)
        first = runner.run(inputs, previous)
        same(whole, first, 'the first part')
        later = second_inputs(inputs, month.files(months[2]))
        second = runner.run(later, first.handle)
        same(whole, second, 'the second part')
        check_two_parts(inputs, first, later, second)
        found = counted_nips(months[1].payrolls)
        same_sums(whole, [first, second], found)
        same_lines(whole, second, found)


def same_sums(whole, parts, nips):
    for nip in nips:
        sums = sum((tiers(o, nip) for o in parts), collections.Counter())
        one = +tiers(whole, nip)
        demand(one == sums, '%s: tiers came to %s, in two parts to %s', nip, dict(one), dict(sums))


def same_lines(whole, second, nips):
    """SPEC: each of three divisions (the whole month's and those of the parts) rounds a line by less than a rupiah."""
    for a, b in zip(register_rows(whole.register), register_rows(second.register)):
        if a['nip'] not in nips:
            continue
        near = abs(a['dibayar'] - b['dibayar']) <= 3
        for name in a:
            rounded = name in ('dibayar', 'tunggakan_akhir', 'status') and a['dibayar'] != b['dibayar'] and near
            demand(a[name] == b[name] or rounded or name == 'sebab', '%s: %s is %s, in two parts %s', line_key(a), name,
                   a[name], b[name])


def law_refused(options, seed, work):
    """(h) What may not follow a first part is refused and leaves no trace; nothing is continued twice."""
    rng = random.Random('refused %d' % seed)
    site = office.Office(seed, 2, min(options.people, 20), seed_rules(options, seed), calm=True)
    sources = site.rules['sumber'] if site.rules else ['gaji', 'tpp']
    runner = runner_of(options, work)
    more = rng.choice(['tpp', 'gaji'])
    months = in_parts(site.months[0], more)
    if len(sources) < 2 or not months:
        return
    for sheet in months[0].payrolls:
        sheet.style.total = False
    inputs = inputs_of(months[1], site.rules)
    first = runner.run(inputs, None)
    if first.exit not in (0, 1):
        return
    later = second_inputs(inputs, site.months[0].files(months[2]))
    after = inputs_of(site.months[1], site.rules)
    refused(runner, after, first, 'the month after, with the first part as the month before')
    for what, wrong in wrong_seconds(rng, months, later):
        refused(runner, wrong, first, what)
    second = runner.run(later, first.handle)
    same(first, second, 'the second part, after others were refused')
    check_two_parts(inputs, first, later, second)
    refused(runner, later, first, 'a second part once more')
    refused(runner, later, second, 'a second part of a second part')
    whole = runner.run(inputs_of(months[0], site.rules), None)
    same(first, whole, 'the whole month')
    refused(runner, later, whole, 'a second part of a whole month')
    end = runner.run(after, second.handle)
    demand(end.exit != 70, 'exit 70')


def wrong_seconds(rng, months, later):
    yield 'a second part of another period', later._replace(period=later.period + 1)
    yield 'a second part of another kind', later._replace(payrolls=months[1].files(months[1].payrolls))
    both = later.payrolls + months[1].files(months[1].payrolls)
    yield 'a second part of both kinds', later._replace(payrolls=both)
    for text in other_rulings(rng, months[0].rulings):
        yield 'a second part with other rulings', later._replace(rulings=office.rulings_xml(text, later.period))


def other_rulings(rng, rulings):
    if not rulings:
        return
    gone = copy.deepcopy(rulings)
    gone.remove(rng.choice(gone))
    yield gone
    moved = copy.deepcopy(rulings)
    account = rng.choice(moved)['mantan']
    account['rekening'] = {'bank': '124', 'nomor': '7654321', 'nama': account['nama'], 'bukti': 'BUKTI 9'}
    yield moved
    renamed = copy.deepcopy(rulings)
    rng.choice(renamed)['mantan']['nama'] += ' X'
    yield renamed


def refused(runner, inputs, before, what):
    outcome = runner.run(inputs, before.handle)
    demand(outcome.exit == 3, '%s: exit %d\n%s', what, outcome.exit, outcome.note)


LAWS = {'order': law_order, 'stranger': law_stranger, 'ruling': law_ruling, 'pay': law_pay, 'hold': law_hold,
        'skip': law_skip, 'parts': law_parts, 'refused': law_refused}


# ---- tests ----------------------------------------------------------------------------------------------------

def one_test(task):
    """(name, seed, difference or None, tally, folder that was kept)."""
    options, name, seed = task
    work = tempfile.mkdtemp(prefix='nafkah-%s-%d-' % (name, seed), dir=options.work)
    tally, difference = collections.Counter(), None
    try:
        if name == 'chain':
            tally = chain(options, seed, work)
        else:
            LAWS[name](options, seed, work)
    except Difference as found:
        difference = str(found)
    except Exception:  # an output that cannot be read, a program that does not end: a failure like any other
        difference = traceback.format_exc()
    if difference is None and not options.keep:
        shutil.rmtree(work, ignore_errors=True)
        work = None
    return name, seed, difference, tally, work


def repeat_command(options, name, seed):
    how = '--program %s' % options.program if options.program else '--self'
    formats = ' --formats %s' % options.formats if options.formats else ''
    return 'python3 %s %s%s --only %s --seeds %d-%d --months %d --people %d --rules %s --keep' % (
        os.path.relpath(__file__), how, formats, name, seed, seed, options.months, options.people, options.rules)


def parse_options():
    parser = argparse.ArgumentParser(description='random offices: the program against the second calculation')
    parser.add_argument('--program')
    parser.add_argument('--self', action='store_true', dest='alone')
    parser.add_argument('--formats')
    parser.add_argument('--seeds', default=None)
    parser.add_argument('--months', type=int, default=None)
    parser.add_argument('--people', type=int, default=60)
    parser.add_argument('--rules', choices=('shipped', 'vary', 'mixed'), default='mixed')
    parser.add_argument('--only', choices=['chain'] + list(LAWS), help='one kind of test')
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--jobs', type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument('--work', default=None, help='where folders are made')
    parser.add_argument('--keep', action='store_true', help='keep every folder, not only those of failures')
    parser.add_argument('--stats', action='store_true', help='say what the offices came to')
    parser.add_argument('--most-failures', type=int, default=5)
    options = parser.parse_args()
    if bool(options.program) == options.alone:
        parser.error('exactly one of --program and --self')
    options.seeds = options.seeds or ('1-40' if options.quick else '1-1000')
    options.months = options.months or (6 if options.quick else 12)
    # one parent for each run, so that runs beside each other, and whoever cleans up after one, cannot meet
    options.work = tempfile.mkdtemp(prefix='nafkah-compare-', dir=options.work)
    return options


def tasks_of(options):
    first, _, last = options.seeds.partition('-')
    for seed in range(int(first), int(last or first) + 1):
        for name in [options.only] if options.only else ['chain'] + list(LAWS):
            # laws cost several runs a month: in a quick run each is proved on some seeds only
            if name == 'chain' or options.only or not options.quick or seed % 8 == list(LAWS).index(name):
                yield options, name, seed


def main():
    options = parse_options()
    passed = failed = 0
    total = collections.Counter()
    with multiprocessing.Pool(options.jobs) as pool:
        for name, seed, difference, tally, folder in pool.imap(one_test, tasks_of(options)):
            total.update(tally)
            if difference is None:
                passed += 1
                continue
            failed += 1
            if failed <= options.most_failures:
                print('FAILED %s, seed %d: %s\n  folder: %s\n  repeat: %s\n' % (
                    name, seed, difference.rstrip(), folder, repeat_command(options, name, seed)), flush=True)
    if options.stats:
        for key in sorted(total):
            print('%8d %s' % (total[key], key))
    if not failed and not options.keep:
        shutil.rmtree(options.work, ignore_errors=True)
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
