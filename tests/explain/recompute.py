#!/usr/bin/env python3
"""Computes again, from nothing but the printed text of `nafkah explain`, what was transferred.

  recompute.py --program ./nafkah                        the sample months
  recompute.py --program ./nafkah --seeds 1-20           random offices of tests/property/office.py as well
  recompute.py --program ./nafkah --only FOLDER [NIP]    finished folders that lie there already

For every person of every month:
- every equation in the text holds, with the rounding that it states;
- base, shares, months of each right, parts, pools, dues, limit, tiers, sources and transfers are computed again from the
  columns, terms, dates and parameters that the text prints, as a second pocket calculator would, and equal the lines of
  transfer.csv and pelaksanaan.csv of that person, and the amounts in the text;
- the text from the original files and that from the finished folder are the same;
- English has the same figures in the same order.
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
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FOREVER = 10 ** 9


class Wrong(Exception):
    """The text does not add up; the message says where."""


def demand(holds, message, *values):
    if not holds:
        raise Wrong(message % values)


# ---- numbers and dates ----------------------------------------------------------------------------------------

AMOUNT = r'-?Rp[\d.]+(?:,\d\d)?…?'


def amount(text):
    """'Rp1.234,50' -> 1234.5, exactly. A mark at the end says that there is more behind the second decimal."""
    match = re.fullmatch(r'(-?)Rp([\d.]+)(?:,(\d\d))?…?', text)
    demand(match, 'not an amount: %r', text)
    value = Fraction(int(match[2].replace('.', '')) * 100 + int(match[3] or 0), 100)
    return -value if match[1] else value


def rupiah(text):
    value = amount(text)
    demand(value.denominator == 1, 'not whole rupiah: %r', text)
    return int(value)


def month(text):
    if text == 'tanpa batas':
        return FOREVER
    match = re.fullmatch(r'(\d{4})-(\d\d)(?:-\d\d)?', text)
    return 12 * int(match[1]) + int(match[2]) - 1 if match else None


def span(text):
    if text == 'tidak ada bulan':
        return (1, 0)
    first, _, last = text.partition(' sampai ')
    return (month(first), month(last))


# ---- every printed equation -----------------------------------------------------------------------------------

NUMBER = r'(?:' + AMOUNT + r'|\d+/\d+|\d+)'
SIDE = NUMBER + r'(?: [-+x:] ' + NUMBER + r')*'
EQUATION = re.compile(r'(?<![\w/.])(' + SIDE + r') = (' + SIDE + r')((?: sisa \d+)?)'
                      r'((?: dibulatkan ke (?:bawah|atas)(?: \(kelipatan Rp[\d.]+\))? menjadi ' + AMOUNT + r')?)')


def value(token):
    if token.startswith(('Rp', '-Rp')):
        return amount(token)
    return Fraction(token)


def evaluate(side):
    tokens = side.split(' ')
    terms, sign, term, operation = Fraction(0), 1, value(tokens[0]), None
    for token in tokens[1:]:
        if token in '+-x:':
            operation = token
        elif operation in 'x:':
            term = term * value(token) if operation == 'x' else term / value(token)
        else:
            terms += sign * term
            sign, term = (1 if operation == '+' else -1), value(token)
    return terms + sign * term


def check_equation(match):
    left, right, rest, rounding = match.groups()
    exact = evaluate(left)
    if rest:
        divisor = value(left.rsplit(' ', 1)[1])
        demand(exact == evaluate(right) + Fraction(int(rest.split()[1])) / divisor, 'equation: %s', match[0])
    elif right.endswith('…'):
        demand(evaluate(right) < exact < evaluate(right) + Fraction(1, 100), 'equation: %s', match[0])
        demand(rounding, 'equation without rounding: %s', match[0])
    else:
        demand(exact == evaluate(right), 'equation: %s', match[0])
    if rounding:
        unit = re.search(r'kelipatan (Rp[\d.]+)', rounding)
        unit = rupiah(unit[1]) if unit else 1
        whole = exact // unit * unit
        if 'ke atas' in rounding and whole < exact:
            whole += 1
        demand(rupiah(rounding.rsplit(' ', 1)[1]) == whole, 'rounding: %s', match[0])


def check_equations(text):
    count = 0
    for line in text.splitlines():
        plain = re.sub(r'\[\d+\] ', '', line)
        plain = re.sub(r'\b(?:hak|tunggakan) (Rp)', r'\1', plain)
        plain = re.sub(r'(\d) (?:anak|bulan)\b', r'\1', plain)
        for match in EQUATION.finditer(plain):
            check_equation(match)
            count += 1
        for match in re.finditer(r'(' + SIDE + r'), dibulatkan ke bawah menjadi (' + AMOUNT + ')', plain):
            demand(evaluate(match[1]) // 1 == amount(match[2]), 'rounding: %s', match[0])
        demand(' = ' not in EQUATION.sub('', plain), 'an equation that cannot be read: %s', line)
    return count


# ---- the text as steps, parts and items -----------------------------------------------------------------------

class Part:
    def __init__(self, title):
        self.title, self.lines, self.laws = title, [], []

    def find(self, pattern):
        return [match for match in (re.fullmatch(pattern, line) for line in self.lines) if match]

    def one(self, pattern):
        found = self.find(pattern)
        demand(len(found) == 1, '%s: %d lines like %r', self.title, len(found), pattern)
        return found[0]

    def has(self, pattern):
        return bool(self.find(pattern))


class Text:
    """facts: label -> values; steps: title -> list of parts, the first one for what stands before any."""

    def __init__(self, text):
        self.facts, self.steps, self.rules = {}, {}, {}
        parts, part = None, None
        for block in self.join(text):
            kind, line = block
            if kind == 'step':
                part = Part(line)
                parts = self.steps.setdefault(re.sub(r'^\d+\. ', '', line), [])
                parts.append(part)
            elif kind == 'part' and parts is not None:
                part = Part(line)
                parts.append(part)
            elif kind == 'part':
                label, _, rest = re.sub('  +', '\t', line, count=1).partition('\t')
                self.facts.setdefault(label, []).append(rest or line[18:])
            elif kind == 'law':
                self.rule(line)
                part.laws.append(line)
            elif part is not None:
                part.lines.append(line)

    @staticmethod
    def join(text):
        """(kind, line); wrapped laws and holds are put together again. Wrapped sentences stay in pieces."""
        out = []
        for line in text.splitlines()[1:]:
            if not line:
                continue
            body = line.lstrip(' ')
            indent = len(line) - len(body)
            if indent == 6 and out and out[-1][0] in ('law', 'held'):
                out[-1] = (out[-1][0], out[-1][1] + ' ' + body)
            elif indent == 4 and body.startswith(('> ', '! ')):
                out.append(('law' if body[0] == '>' else 'held', body[2:]))
            else:
                demand(indent in (0, 2, 4), 'indentation: %r', line)
                out.append(({0: 'step', 2: 'part', 4: 'item'}[indent], body))
        return out

    def rule(self, line):
        match = re.match(r'Dasar: aturan ([a-z-]+) \(([^)]*)\)(?:\. .|, dikutip pada langkah \d+$)', line)
        demand(match or line.startswith(('Dasar: putusan ', 'Dasar: tata cara program, ')), 'basis: %s', line)
        if match:
            self.rules[match[1]] = dict(re.findall(r'([a-z-]+)="([^"]*)"', match[2]))

    def parts(self, step):
        return self.steps[step][1:]


# ---- the printed inputs ---------------------------------------------------------------------------------------

class Case:
    def __init__(self, part):
        self.number = part.title
        self.state = part.one(r'keadaan bulan ini: ([a-z-]+)')[1]
        self.computed = part.has('Putusan ini final, sudah mulai, dan dihitung bulan ini.')
        self.start = month(part.one(r'mulai potong: (.*)')[1])
        judged = part.find('penghasilan menurut putusan: (' + AMOUNT + ')')
        self.judged = rupiah(judged[0][1]) if judged else None
        spouse = part.one('mantan (?:istri|suami): (.*)')[1]
        self.remarried, self.died = (self.date(spouse, r'; %s (\d{4}-\d\d-\d\d)' % word) for word in ('kawin lagi', 'meninggal'))
        over = part.find(r'selesai: (\S+) karena (\S+), tunggakan (lanjut ditagih|dihapus)')
        self.over = month(over[0][1]) if over else None
        self.write_off = bool(over) and over[0][3] == 'dihapus'
        self.children = {}
        for found in part.find(r'anak (\S+): (.*), lahir (\d{4}-\d\d-\d\d), asuh (ibu|ayah|wali)((?:; .*)?)'):
            self.children[found[1]] = {
                'born': found[3], 'father': found[4] == 'ayah', 'school': '; bersekolah' in found[5],
                'stopped': self.date(found[5], r'; berhenti (\d{4}-\d\d-\d\d)')}
        self.sequential = None

    @staticmethod
    def date(text, pattern):
        match = re.search(pattern, text)
        return month(match[1]) if match else None


class Row:
    def __init__(self, part):
        match = re.fullmatch(r'(.*) baris (\d+): (\w+), tata letak \S+, (disesuaikan|hanya dihitung)', part.title)
        demand(match, 'row: %s', part.title)
        self.name, self.kind, self.adjusted = '%s baris %s' % (match[1], match[2]), match[3], match[4] == 'disesuaikan'
        self.gross, self.cuts, self.net = (amount(part.one('%s, kolom .*: (%s)' % (word, AMOUNT))[1])
                                           for word in ('kotor', 'potongan', 'bersih'))
        self.voluntary = sum((amount(m[1]) for m in part.find('potongan sukarela(?:, kolom .*)?: (' + AMOUNT + ')')), Fraction(0))
        self.counted = not part.has(r'Tidak dihitung: .*')
        self.sums = not part.has('periksa: .*, padahal bersih tertulis .*')
        demand(self.sums == (self.gross - self.cuts == self.net), 'row arithmetic: %s', part.title)
        self.taken = 0

    @property
    def available(self):
        return max(0, int(self.net // 1)) if self.adjusted and self.counted else 0


class Line:
    def __init__(self, part, cases):
        match = re.fullmatch(r'\[(\d+)\] ([a-z-]+)(?: (\S+))?, perkara (.*)', part.title)
        demand(match, 'line: %s', part.title)
        self.place, self.right, self.child = int(match[1]), match[2], match[3]
        self.case = next(case for case in cases if case.number == match[4])
        self.terms(part)
        self.printed_right = span(re.sub(', berakhir karena .*', '', part.one('bulan yang menjadi hak: (.*)')[1]))
        term = part.find(r'masa \((berurutan|bersamaan)\): (.*), (\d+) bulan')
        self.printed_term = span(term[0][2]) if term else (1, 0)
        if term:
            self.case.sequential = term[0][1] == 'berurutan'
            demand(int(term[0][3]) == self.printed_term[1] - self.printed_term[0] + 1, 'months of %s', part.title)
        booked = part.one('sudah dibukukan sampai: (.*)')[1]
        self.booked = month(booked)
        self.opening = rupiah(part.one('tunggakan awal: (' + AMOUNT + ')')[1])
        self.held = part.has('ditahan: .*')
        self.father = part.has('bagian anak ini: tidak ditransfer, .*')
        payee = part.find(r'dibayarkan kepada (\S+): (.*)')
        self.owner = payee[0][1] if payee else None
        self.account = payee[0][2] if payee else None

    def terms(self, part):
        """The award as stated."""
        text = part.one('amar: (.*)')[1]
        self.fraction = text.startswith('pecahan')
        self.months = self.monthly = self.lump = None
        self.raise_, self.alone = 0, False
        months = re.fullmatch(r'pecahan, porsi mantan istri selama (\d+) bulan', text)
        child = re.fullmatch('(' + AMOUNT + r') sebulan untuk (anak ini|semua anak bersama)(?:, naik (\d+)% setahun)?', text)
        lump = re.fullmatch('(' + AMOUNT + r') dalam (\d+) bulan', text)
        each = re.fullmatch(r'(\d+) x (' + AMOUNT + ') = ' + AMOUNT, text)
        if months:
            self.months = int(months[1])
        elif child:
            self.monthly, self.alone, self.raise_ = rupiah(child[1]), child[2] == 'anak ini', int(child[3] or 0)
        elif lump:
            self.lump, self.months = rupiah(lump[1]), int(lump[2])
        elif each:
            self.months, self.monthly = int(each[1]), rupiah(each[2])
        else:
            demand(text in ('pecahan, porsi anak', 'pecahan, porsi mantan istri'), 'terms: %s', text)
        paid = part.find('dikurangi yang sudah dibayar: ' + AMOUNT + ' - (' + AMOUNT + ') = ' + AMOUNT)
        self.paid = rupiah(paid[0][1]) if paid else 0

    @property
    def total(self):
        return (self.lump if self.lump is not None else self.monthly * self.months) - self.paid

    @property
    def length(self):
        if self.fraction:
            return self.months
        if self.total <= 0:
            return 0
        return self.months if self.lump is not None else -(-self.total // self.monthly)

    def instalment(self, nth):
        each = self.total // self.months if self.lump is not None else self.monthly
        return each if nth < self.length else self.total - each * (self.length - 1)


# ---- the second calculation -----------------------------------------------------------------------------------

def proportion(whole, demands):
    """{key: demand} -> {key: part}: largest remainders, ties in order."""
    total = sum(demands.values())
    parts = {key: whole * d // total for key, d in demands.items()}
    rests = sorted(demands, key=lambda key: -(whole * demands[key] % total))
    for key in rests[:whole - sum(parts.values())]:
        parts[key] += 1
    return parts


def last_of(*ends):
    return min([end for end in ends if end is not None] or [FOREVER])


class Month:
    """What one text prints, and what follows from it."""

    def __init__(self, text):
        self.text = Text(text)
        self.period = month(self.text.facts['Bulan'][0])
        self.second = 'Bagian pertama' in self.text.facts
        self.more = 'Menyusul' in self.text.facts
        self.cases = [Case(part) for part in self.text.parts('PUTUSAN')]
        self.computed = 'TRANSFER' in self.text.steps
        self.lines, self.rows, self.paid, self.draws, self.waiting = [], [], {}, [], {}
        if not self.computed:
            return
        self.rules = self.text.rules
        self.read_rows()
        if self.second:
            self.read_first_part()
        else:
            self.lines = [Line(part, self.cases) for part in self.text.parts('ISI DAN MASA SETIAP HAK')]
            self.rights()
            self.base()
            self.dues()
        self.limits()
        self.pay()
        self.sources()

    # -- rows and base

    def read_rows(self):
        step = 'BARIS GAJI YANG DIBERIKAN SEKARANG' if self.second else 'PENGHASILAN DASAR (B)'
        self.rows = [Row(part) for part in self.text.parts(step) if ' baris ' in part.title]

    def base(self):
        part = {'kotor': lambda row: row.gross, 'bersih': lambda row: row.net,
                'setelah-iuran-wajib': lambda row: row.net + row.voluntary}[self.rules['dasar']['nilai']]
        sources = self.rules['sumber']['nilai'].split(' ')
        for row in self.rows:
            demand(not row.counted or row.kind in sources, 'a row of kind %s counts', row.kind)
        self.b = max(Fraction(0), sum((part(row) for row in self.rows if row.counted), Fraction(0)))
        shares = self.rules.get('porsi-dengan-anak' if any(c.computed and c.children for c in self.cases)
                                else 'porsi-tanpa-anak')
        demand(shares, 'the shares are not quoted')
        self.shares = {key: Fraction(text) for key, text in shares.items()}
        self.unit = int(self.rules['satuan']['rupiah'])

    def floor_share(self, income, who):
        return int(income * self.shares.get(who, 0) // self.unit * self.unit)

    def income_of(self, case):
        return Fraction(case.judged) if self.rules['bulan-dasar']['nilai'] == 'putusan' else self.b

    # -- rights

    def rights(self):
        for case in self.cases:
            self.place_terms(case, [line for line in self.lines if line.case is case])
        for line in self.lines:
            line.months_of_right = self.child_right(line) if line.child else self.wife_right(line)
            empty = line.months_of_right[0] > line.months_of_right[1] and line.printed_right[0] > line.printed_right[1]
            demand(empty or line.months_of_right == line.printed_right, 'right of [%d]: %s, printed %s', line.place,
                   line.months_of_right, line.printed_right)

    def place_terms(self, case, lines):
        wife = {line.right: line for line in lines if not line.child and line.right != 'bagian-gaji'}
        following = case.start
        for right in self.rules['pembayaran']['urutan'].split(' ') if wife else []:
            line = wife.get(right)
            if not line:
                continue
            first = following if case.sequential or line.fraction else case.start
            line.term = (first, first + line.length - 1)
            if case.sequential or line.fraction:
                following += line.length
            demand(line.length == 0 or line.term == line.printed_term, 'term of [%d]', line.place)

    def wife_right(self, line):
        case = line.case
        first, last = line.term if line.right != 'bagian-gaji' else (case.start, FOREVER)
        remarriage = self.rules.get('kawin-lagi', {}).get('nilai')
        demand(case.remarried is None or remarriage, 'kawin-lagi is not quoted')
        ends = line.right == 'bagian-gaji' or remarriage == 'semua' or (remarriage == 'pecahan' and line.fraction)
        return (first, last_of(last, case.remarried if ends else None, case.died, case.over))

    def child_right(self, line):
        child = line.case.children[line.child]
        limit = int(self.rules['usia-anak']['sekolah' if child['school'] else 'batas'])
        demand(child['father'] == line.father, 'custody of [%d]', line.place)
        return (max(line.case.start, month(child['born'])),
                last_of(month(child['born']) + 12 * limit, child['stopped'], line.case.over))

    # -- dues

    def has(self, line, when):
        return line.months_of_right[0] <= when <= line.months_of_right[1]

    def part(self, line, when):
        if not self.has(line, when):
            return 0
        income = self.income_of(line.case)
        if not line.child:
            return self.floor_share(income, 'istri') if line.fraction else line.instalment(when - line.term[0] + 1)
        if line.fraction:
            whole = self.floor_share(income, 'anak')
        else:
            whole = line.monthly
            for _ in range((when - line.case.start) // 12):
                whole = min(whole * (100 + line.raise_) // 100, 10 ** 15)
        if line.alone:
            return whole
        every = self.rules['anak-berhenti']['nilai'] == 'kembali'
        among = [other for other in self.lines if other.case is line.case and other.child and not other.alone
                 and (every or self.has(other, when))]
        place = among.index(line)
        return whole // len(among) + (1 if place < whole % len(among) else 0)

    def parts(self, when):
        parts = {line: self.part(line, when) for line in self.lines}
        income = max(self.income_of(case) for case in self.cases if case.computed)
        for children, who in ((False, 'istri'), (True, 'anak')):
            pool = self.floor_share(income, who)
            demands = {line: parts[line] for line in self.lines if line.fraction and bool(line.child) == children}
            if sum(demands.values()) > pool:
                parts.update(proportion(pool, demands))
        return parts

    def dues(self):
        active = [line for line in self.lines if not line.held]
        for line in self.lines:
            line.due = line.kept = line.missed = line.off = line.earlier_due = line.earlier_arrears = 0
        for when in range(min([self.period] + [line.booked + 1 for line in active]), self.period + 1):
            parts = self.parts(when)
            for line in active:
                if when <= line.booked:
                    continue
                if line.father:
                    line.kept = parts[line] if when == self.period else 0
                elif when == self.period:
                    line.due = parts[line]
                else:
                    line.missed += parts[line]
        for line in active:
            if line.case.write_off and self.period > line.case.over:
                line.off = line.opening + line.missed

    # -- the first part of a month

    def read_first_part(self):
        for part in self.text.parts('YANG SUDAH DITETAPKAN BAGIAN PERTAMA'):
            line = Line.__new__(Line)
            match = re.fullmatch(r'\[(\d+)\] ([a-z-]+)(?: (\S+))?, perkara (.*)', part.title)
            demand(match, 'line: %s', part.title)
            line.place, line.right, line.child = int(match[1]), match[2], match[3]
            line.case = next(case for case in self.cases if case.number == match[4])
            one = lambda pattern: rupiah(part.one(pattern + ': (' + AMOUNT + ')')[1])
            line.opening, line.missed = one('tunggakan awal'), one('susulan untuk bulan yang terlewat')
            line.due, line.waited = one('hak bulan ini'), one('menunggu dari bagian pertama')
            earlier = part.one('dibayar bagian pertama: (%s) \\+ (%s) = %s' % (AMOUNT, AMOUNT, AMOUNT))
            line.earlier_due, line.earlier_arrears = rupiah(earlier[1]), rupiah(earlier[2])
            off = part.find('dihapus: (' + AMOUNT + ') karena .*')
            line.off, line.kept = rupiah(off[0][1]) if off else 0, 0
            line.held = part.has('ditahan: .*')
            payee = part.find(r'dibayarkan kepada (\S+): (.*)')
            line.owner, line.account = (payee[0][1], payee[0][2]) if payee else (None, None)
            self.lines.append(line)

    # -- limit, tiers, sources

    def limits(self):
        available = sum(row.available for row in self.rows)
        if self.second:
            self.ceiling = sum(line.waited for line in self.lines)
        elif self.rules['batas']['nilai'] == 'tanpa':
            self.ceiling = None
        else:
            share = -(-self.b * self.shares['asn'] // 1)
            kept = sum(line.kept for line in self.lines if line.fraction)
            self.ceiling = max(0, int((self.b - share) // 1) - kept)
        self.limit = available if self.ceiling is None else min(available, self.ceiling)

    def wanted(self, tier):
        """What each line still wants of a tier."""
        out = {}
        for line in self.lines:
            if line.held or not line.case.computed or bool(line.child) != (tier % 2 == 0):
                continue
            due, arrears = self.paid.get(line, [0, 0])
            left = line.due - line.earlier_due - due if tier < 2 else \
                line.opening + line.missed - line.off - line.earlier_arrears - arrears
            if left:
                out[line] = left
        return out

    def pay(self):
        left = self.limit
        for tier in range(4):
            wanted = self.wanted(tier)
            parts = proportion(left, wanted) if sum(wanted.values()) > left else wanted
            left -= sum(parts.values())
            for line, part in parts.items():
                self.paid.setdefault(line, [0, 0])[tier // 2] += part
        if not self.more:
            return
        left = None if self.ceiling is None else self.ceiling - sum(map(sum, self.paid.values()))
        for tier in range(4):
            wanted = self.wanted(tier)
            parts = proportion(left, wanted) if left is not None and sum(wanted.values()) > left else wanted
            left = None if left is None else left - sum(parts.values())
            for line, part in parts.items():
                self.waiting[line] = self.waiting.get(line, 0) + part

    def sources(self):
        rows = [row for kind in self.rules['sumber']['nilai'].split(' ') for row in self.rows
                if row.kind == kind and row.adjusted and row.counted]
        for tier in range(4):
            for line in self.lines:
                if bool(line.child) == (tier % 2 == 0):
                    self.draw(line, rows, self.paid.get(line, [0, 0])[tier // 2])

    def draw(self, line, rows, left):
        for row in rows:
            part = min(left, row.available - row.taken)
            row.taken += part
            left -= part
            if part:
                self.draws.append((line, row, part))
        demand(left == 0, '[%d]: %d cannot be taken from anywhere', line.place, left)

    # -- results

    def transfers(self):
        """{(kind, case, account): rupiah}"""
        out = {}
        for line, row, part in self.draws:
            demand(line.account, '[%d] is paid without an account', line.place)
            key = (row.kind, line.case.number, line.owner, line.account)
            out[key] = out.get(key, 0) + part
        return out

    def balances(self):
        """{(case, right, payee): the amounts of the register}"""
        out = {}
        for line in self.lines:
            paid = sum(self.paid.get(line, [0, 0])) + line.earlier_due + line.earlier_arrears
            waiting = self.waiting.get(line, 0)
            rest = line.opening + line.missed + line.due - paid - line.off - waiting
            out[line.case.number, line.right, 'anak:' + line.child if line.child else 'mantan'] = (
                line.opening, line.missed, line.due, paid, line.off, waiting, rest)
        return out


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


def check_total(found):
    total = sum(part for _, _, part in found.draws)
    demand(rupiah(found.text.facts['Dipotong'][0]) == total, 'deducted: computed %d', total)


def figures_of(text):
    return re.findall(r'[\d.,]*\d', text)


def check_text(text, english, folder, nip):
    count = check_equations(text)
    found = Month(text)
    check_total(found)
    check_transfers(found, folder, nip)
    check_register(found, folder, nip)
    demand(figures_of(strip_words(text)) == figures_of(strip_words(english)), 'English has other figures')
    return count


def strip_words(text):
    """Sentences hold figures of the law in any order; items do not."""
    return '\n'.join(line for line in text.splitlines() if line.startswith('    ') and ' = ' in line)


# ---- months ---------------------------------------------------------------------------------------------------

class Task:
    """One person of a finished month; `arguments`: the command line that made it, without --out."""

    def __init__(self, options, folder, nip, arguments=None):
        self.options, self.folder, self.nip, self.arguments = options, folder, nip, arguments

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
        if self.arguments:
            again, other = self.explain(*self.arguments)
            demand(again == text and other == status, 'the folder and the files are explained differently')
        waits = any(row['status'] in ('ditahan', 'tidak-ditemukan')
                    for row in rows_of(self.folder, 'pelaksanaan.csv', self.nip))
        demand(status == (1 if waits else 0), 'exit %d', status)
        return check_text(text, english, self.folder, self.nip)


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
    """Runs the month and gives the tasks of all its people; None when it was refused."""
    formats = ['--formats', options.formats] if options.formats else []
    done = subprocess.run([options.program, 'run', '--quiet', '--out', out] + formats + arguments, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=300)
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
        made = run_month(options, os.path.join(work, name), ['--period', period, '--rulings', path(source, 'putusan.xml')] + words)
        if made is None:
            raise Wrong('sample month %s was refused' % name)
        tasks += [Task(options, t.folder, t.nip, None if name == '2026-03-gaji' else t.arguments) for t in made]
    return tasks


def office_tasks(options, seed, work):
    sys.path.insert(0, os.path.join(ROOT, 'tests', 'property'))
    import office
    site = office.Office(seed, options.months, options.people, vary_rules=seed % 3 == 0)
    tasks, previous = [], None
    for one in site.months:
        if one.skip:
            continue
        folder = os.path.join(work, '%d' % seed, office.month_text(one.period))
        office.write_month(one, folder)
        words = ['--period', office.month_text(one.period), '--rulings', os.path.join(folder, 'putusan.xml')]
        words += ['--previous', previous] if previous else ['--first']
        if site.rules:
            with open(os.path.join(folder, 'aturan.xml'), 'wb') as stream:
                stream.write(office.rules_xml(site.rules))
            words += ['--rules', os.path.join(folder, 'aturan.xml')]
        for sheet in one.incomes:
            words += ['--income', os.path.join(folder, sheet.name)]
        words += [os.path.join(folder, sheet.name) for sheet in one.payrolls]
        out = os.path.join(folder, 'hasil')
        made = run_month(options, out, words)
        if made is not None:
            previous = out
            tasks += made
    return tasks


def parse_options():
    parser = argparse.ArgumentParser(description='computes again from the printed text what was transferred')
    parser.add_argument('--program', required=True)
    parser.add_argument('--formats')
    parser.add_argument('--seeds', help='random offices, such as 1-20')
    parser.add_argument('--months', type=int, default=6)
    parser.add_argument('--people', type=int, default=30)
    parser.add_argument('--only', nargs='+', metavar='FOLDER', help='finished folders, or one and a NIP')
    parser.add_argument('--jobs', type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument('--keep', action='store_true', help='keep the folders that were made')
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    return options


def tasks_of(options, work):
    if options.only:
        nips = [word for word in options.only if re.fullmatch(r'\d{18}', word)]
        return [Task(options, folder, nip) for folder in options.only if folder not in nips
                for nip in nips or nips_of(folder)]
    tasks = sample_tasks(options, work)
    if options.seeds:
        first, _, last = options.seeds.partition('-')
        for seed in range(int(first), int(last or first) + 1):
            tasks += office_tasks(options, seed, work)
    return tasks


def main():
    options = parse_options()
    # A folder that the program writes is private; its parent must be, too.
    work = tempfile.mkdtemp(prefix='nafkah-explain-')
    passed = failed = equations = 0
    try:
        with multiprocessing.Pool(options.jobs) as pool:
            for task, count, wrong in pool.imap(run_task, tasks_of(options, work)):
                equations += count
                if wrong is None:
                    passed += 1
                    continue
                failed += 1
                if failed <= 5:
                    print('FAILED %s in %s: %s\n  repeat: %s\n' % (task.nip, task.folder, wrong,
                                                                   ' '.join(task.command(task.folder))), flush=True)
    finally:
        if not options.keep and not failed:
            shutil.rmtree(work, ignore_errors=True)
    print('%d equations' % equations)
    print('explain: %d passed, %d failed' % (passed, failed))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
