"""The second calculation: what follows from the inputs that the text prints, and from nothing else."""
import re
from fractions import Fraction

from printed import AMOUNT, FOREVER, Case, Line, Row, Text, amount, demand, month, rupiah


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
        self.tiers, self.waiting_tiers = [], []  # (tier, what is left, {line: demand}, {line: part})
        self.rules = self.text.rules
        self.read_rows()
        if not self.computed:
            return
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
        self.row_parts = [part for part in self.text.steps.get(step, []) if ', tata letak ' in part.title]
        self.rows = [Row(part) for part in self.row_parts]

    def income(self, row):
        part = {'kotor': lambda row: row.gross, 'bersih': lambda row: row.net,
                'setelah-iuran-wajib': lambda row: row.net + row.voluntary}[self.rules['dasar']['nilai']]
        return part(row)

    def base(self):
        sources = self.rules['sumber']['nilai'].split(' ')
        for row in self.rows:
            demand(not row.counted or row.kind in sources, 'a row of kind %s counts', row.kind)
        self.b = max(Fraction(0), sum((self.income(row) for row in self.rows if row.counted), Fraction(0)))
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

    def fill(self, left, log):
        """Fills the tiers; gives (tier, line, part) one after another, so that what is wanted next can depend on it."""
        for tier in range(4):
            wanted = self.wanted(tier)
            parts = proportion(left, wanted) if left is not None and sum(wanted.values()) > left else dict(wanted)
            if wanted:
                log.append((tier, left, wanted, parts))
            left = None if left is None else left - sum(parts.values())
            for line, part in parts.items():
                yield tier, line, part

    def pay(self):
        self.asked = sum(sum(self.wanted(tier).values()) for tier in range(4))
        for tier, line, part in self.fill(self.limit, self.tiers):
            self.paid.setdefault(line, [0, 0])[tier // 2] += part
        if not self.more:
            return
        left = None if self.ceiling is None else self.ceiling - sum(map(sum, self.paid.values()))
        for _, line, part in list(self.fill(left, self.waiting_tiers)):
            self.waiting[line] = self.waiting.get(line, 0) + part

    def sources_in_order(self):
        return [row for kind in self.rules['sumber']['nilai'].split(' ') for row in self.rows
                if row.kind == kind and row.adjusted and row.counted]

    def sources(self):
        rows = self.sources_in_order()
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
