"""The text of `nafkah explain` taken apart: its numbers, its steps, and the inputs that it prints."""
import re
from fractions import Fraction

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

    def find_part(self, step, title):
        return next((part for part in self.steps.get(step, []) if part.title == title), None)

    def rules_text(self, who):
        """A share as the rule file writes it."""
        return self.rules.get('porsi-dengan-anak', self.rules.get('porsi-tanpa-anak'))[who]


# ---- the printed inputs ---------------------------------------------------------------------------------------

class Case:
    def __init__(self, part):
        self.number = part.title
        self.state = part.one(r'keadaan bulan ini: ([a-z-]+)')[1]
        self.computed = part.has('Putusan ini final, sudah mulai, dan dihitung.*')
        self.start = month(part.one(r'mulai potong: (.*)')[1])
        judged = part.find('penghasilan menurut putusan: (' + AMOUNT + ')')
        self.judged = rupiah(judged[0][1]) if judged else None
        spouse = part.one('mantan (?:istri|suami): (.*)')[1]
        self.remarried, self.died = (self.date(spouse, r'; %s (\d{4}-\d\d-\d\d)' % word)
                                     for word in ('kawin lagi', 'meninggal'))
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
        voluntary = part.find('potongan sukarela(?:, kolom .*)?: (' + AMOUNT + ')')
        self.voluntary = sum((amount(column[1]) for column in voluntary), Fraction(0))
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
        child = re.fullmatch('(' + AMOUNT + r') sebulan untuk (anak ini|semua anak bersama)(?:, naik (\d+)% setahun)?',
                             text)
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
