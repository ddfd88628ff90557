"""Every figure in the text: equations hold by themselves, and each item says what the second calculation gives."""
import re
from fractions import Fraction

from printed import AMOUNT, amount, demand, month, rupiah


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


# ---- every item against the second calculation ----------------------------------------------------------------

def amounts(text):
    return [amount(found) for found in re.findall(AMOUNT, text)]


def last(match):
    return amounts(match[0])[-1]


def same(found, expected, what):
    demand(found == expected, '%s: printed %s, computed %s', what, found, expected)


def check_chain(text):
    """'a = b; b : 3 = c': each piece goes on with what the one before gave."""
    pieces = [amounts(piece) for piece in text.split('; ')]
    for one, two in zip(pieces, pieces[1:]):
        same(two[0], one[-1], text)


def item_of(part, line):
    name = ('[%d] %s %s' % (line.place, line.right, line.child)) if line.child else '[%d] %s' % (line.place, line.right)
    return [found[1] for found in part.find(re.escape(name) + ': (.*)')]


def check_rows(found):
    for row, part in zip(found.rows, found.row_parts):
        periksa = amounts(part.one('periksa: .*')[0])
        same(periksa[:2], [row.gross, row.cuts], part.title)
        same(periksa[-1], row.net, part.title)
        given = part.find(r'penghasilan \(.*')
        demand(bool(given) == (row.counted and not found.second), 'income of %s', part.title)
        if given and found.computed:
            same(last(given[0]), found.income(row), part.title)
        if given and len(amounts(given[0][0])) == 3:
            same(amounts(given[0][0])[:2], [row.net, row.voluntary], part.title)
    base = found.text.find_part('PENGHASILAN DASAR (B)', 'Jumlah semua baris yang dihitung')
    if base and found.computed:
        demand(base.lines[-1].startswith('B'), 'the base is not printed last')
        same(amounts(base.lines[-1])[-1], found.b, 'base')
        counted = [found.income(row) for row in found.rows if row.counted]
        same(amounts(base.lines[0]), counted + [sum(counted)] if len(counted) != 1 else counted, 'sum of rows')


def check_shares(found):
    part = found.text.steps['PORSI DARI PENGHASILAN DASAR'][0]
    pool = max(found.income_of(case) for case in found.cases if case.computed)
    for label, who, income, expected in (
            ('porsi ASN', 'asn', found.b, -(-found.b * found.shares['asn'] // 1)),
            ('porsi mantan istri', 'istri', pool, found.floor_share(pool, 'istri')),
            ('porsi anak', 'anak', pool, found.floor_share(pool, 'anak'))):
        for item in part.find(label + ': .*'):
            same(amounts(item[0])[0], income, label)
            same(last(item), expected, label)
            demand(' x %s ' % found.text.rules_text(who) in item[0], '%s: another share', label)


def check_terms(found):
    for line, part in zip(found.lines, found.text.parts('ISI DAN MASA SETIAP HAK')):
        if line.child or line.fraction:
            continue
        whole = line.total + line.paid
        same(last(part.one('amar: .*')), whole, part.title)
        for item in part.find('dikurangi yang sudah dibayar: .*'):
            same(amounts(item[0]), [whole, line.paid, line.total], part.title)
        if line.length == 0:
            continue
        same(last(part.one('angsuran: .*')), line.instalment(1), part.title)
        for item in part.find('angsuran: .* bulan, dibulatkan .*'):
            same(amounts(item[0])[0], line.total, part.title)
        for item in part.find('angsuran terakhir: .*'):
            same([amounts(item[0])[0], last(item)], [line.total, line.instalment(line.length)], part.title)


def check_months(found):
    following = min([found.period] + [line.booked + 1 for line in found.lines if not line.held])
    for part in found.text.parts('HAK MENURUT BULAN'):
        title = re.fullmatch(r'(\S+)(?: sampai (\S+))? \((?:bulan ini|\d+ bulan yang terlewat)\)', part.title)
        demand(title, 'month: %s', part.title)
        first, end = title.groups()
        span = range(month(first), month(end or first) + 1)
        demand(span[0] == following, '%s: a month is missing before it', part.title)
        following = span[-1] + 1
        for when in span:
            check_month(found, part, when)
    demand(following == found.period + 1, 'the last month is missing')


def check_month(found, part, when):
    shared = found.parts(when)
    for line in found.lines:
        items = item_of(part, line)
        check_chain(items[0])
        same(amounts(items[0])[-1], found.part(line, when), '%s [%d]' % (part.title, line.place))
        if len(items) > 1:
            same(amounts(items[1])[-1], shared[line], '%s [%d] shared' % (part.title, line.place))
        else:
            same(shared[line], found.part(line, when), '%s [%d]: the division is not shown' % (part.title, line.place))
    for children, who, label in ((False, 'istri', 'mantan istri'), (True, 'anak', 'anak')):
        given = [found.part(line, when) for line in found.lines if line.fraction and bool(line.child) == children]
        given = [part for part in given if part]
        for item in part.find('bagian pecahan %s dari semua putusan: .*' % label):
            same(amounts(item[0]), given + [sum(given)], part.title)
    for item in part.find('terhadap porsinya: .*'):
        pool = max(found.income_of(case) for case in found.cases if case.computed)
        pools = {found.floor_share(pool, who) for who in ('istri', 'anak')}
        demand(set(amounts(item[0])[1:]) <= pools, '%s', item[0])
        before = part.lines[part.lines.index(item[0]) - 1]
        same(amounts(item[0])[0], amounts(before)[-1], item[0])


def check_dues(found):
    for line, part in zip(found.lines, found.text.parts('YANG HARUS DIBAYAR')):
        same(last(part.one('hak bulan ini: .*')), line.due, part.title)
        same([last(item) for item in part.find('disimpan ASN.*')], [line.kept] if line.kept else [], part.title)
        same([last(item) for item in part.find('susulan .*')], [line.missed] if line.missed else [], part.title)
        same([last(item) for item in part.find('dihapus: .*')], [line.off] if line.off else [], part.title)
        if line.held:
            same(last(part.one('tunggakan yang tertahan: .*')), line.opening, part.title)
        else:
            same(amounts(part.one('tunggakan yang ditagih: .*')[0])[:3], [line.opening, line.missed, line.off],
                 part.title)


def check_limit(found):
    part = found.text.steps['BATAS POTONGAN'][0]
    available = [row.available for row in found.rows if row.adjusted and row.counted]
    for row in found.rows:
        if row.adjusted and row.counted:
            given = amounts(part.one('tersedia pada %s: .*' % re.escape(row.name))[0])
            same([given[0], given[-1]], [row.net, row.available], row.name)
    same(amounts(part.one('tersedia seluruhnya: .*')[0]),
         available + [sum(available)] if len(available) != 1 else available, 'available')
    bounds = [] if found.ceiling is None else [found.ceiling, sum(available)]
    same(amounts(part.one('batas potongan, .*')[0]), bounds + [found.limit], 'limit')
    same(last(part.one('yang harus dibayar: .*')), found.asked, 'to be paid')
    words = [line for line in part.lines if line.startswith(('Yang mengikat: ', 'Tidak ada batas yang mengikat: '))]
    expected = 'Yang mengikat: T dari bagian pertama' if found.second else 'Yang mengikat: porsi ASN'
    if found.limit != found.ceiling:
        expected = 'Yang mengikat: gaji bersih'
    if found.asked <= found.limit:
        expected = 'Tidak ada batas'
    demand(len(words) == 1 and words[0].startswith(expected), 'what binds: %s, not %s', words, expected)
    if found.ceiling is not None:
        same(last(part.one(r'batas (?:menurut porsi )?\(T\).*')), found.ceiling, 'T')
    if found.second:
        same(amounts(part.one(r'batas \(T\).*')[0])[:len(found.lines)], [line.waited for line in found.lines], 'waited')
    elif found.ceiling is not None:
        share = -(-found.b * found.shares['asn'] // 1)
        same(amounts(part.one('B dikurangi porsi ASN: .*')[0])[:2], [found.b, share], 'B less the share')
        kept = sum(line.kept for line in found.lines if line.fraction)
        less = part.find('dikurangi yang disimpan ASN: .*')
        same([amounts(item[0])[1] for item in less], [kept] if kept else [], 'kept')
        for item in less:
            same(amounts(item[0])[0], (found.b - share) // 1, 'T before what is kept')


def check_tiers(found):
    for step, log in (('URUTAN PEMBAYARAN', found.tiers), ('YANG MENUNGGU PENGGAJIAN BERIKUTNYA', found.waiting_tiers)):
        parts = found.text.parts(step) if step in found.text.steps else []
        demand(len(parts) == len(log), '%s: %d tiers, computed %d', step, len(parts), len(log))
        for part, (tier, left, wanted, given) in zip(parts, log):
            demand(part.title.startswith('Tingkat %d,' % (tier + 1)), 'tier: %s', part.title)
            check_tier(part, left, wanted, given)
        for item in found.text.steps[step][0].find('sisa T: .*') if parts or step in found.text.steps else []:
            same(amounts(item[0])[:2], [found.ceiling, sum(map(sum, found.paid.values()))], 'left of T')


def check_tier(part, left, wanted, given):
    asked = dict(re.findall(r'\[(\d+)\] (' + AMOUNT + ')', part.lines[0]))
    same({int(key): amount(text) for key, text in asked.items()}, {line.place: d for line, d in wanted.items()},
         part.title)
    total = sum(wanted.values())
    if left is None:
        part.one('tanpa batas: semuanya')
    elif total <= left:
        same(amounts(part.one('dibayar penuh, sisa batas: .*')[0]), [left, total, left - total], part.title)
    elif left == 0:
        same(last(part.one('tidak dibayar, sisa batas: .*')), 0, part.title)
    else:
        same(amounts(part.one('tidak muat: .*')[0]), [total, left, left], part.title)
        for line, d in wanted.items():
            figures = amounts(item_of(part, line)[0])
            same(figures[:3] + figures[-1:], [left, d, total, given[line]], part.title)


def check_sources(found):
    parts = found.text.parts('SUMBER POTONGAN')
    rows = [row for row in found.sources_in_order()]
    demand(len(parts) == len(rows), 'sources')
    for part, row in zip(parts, rows):
        demand(part.title.startswith(row.name + ', '), 'source: %s', part.title)
        for line in found.lines:
            drawn = sum(rupiahs for one, other, rupiahs in found.draws if one is line and other is row)
            same([amounts(item)[-1] for item in item_of(part, line)], [drawn] if drawn else [], part.title)
        same(last(part.one('potongan nafkah: .*')), row.taken, part.title)
        same(amounts(part.one('potongan baru, .*')[0]), [row.cuts, row.taken, row.cuts + row.taken], part.title)
        same(amounts(part.one('bersih baru, .*')[0]), [row.net, row.taken, row.net - row.taken], part.title)


def check_end(found, text):
    paid = sum(rupiahs for _, _, rupiahs in found.draws)
    cash = sum((row.net // 1 for row in found.rows if row.counted), Fraction(0)) - paid
    words = re.search(r'Dipotong seluruhnya (%s); bersih dari semua baris yang dihitung, sesudah potongan, (%s)\.'
                      % (AMOUNT, AMOUNT), ' '.join(text.split()))
    demand(bool(words) == (paid > 0), 'the sum at the end')
    if words:
        same([rupiah(words[1]), rupiah(words[2])], [paid, cash], 'the sum at the end')
    same(rupiah(found.text.facts['Dipotong'][0]), paid, 'deducted')


def check_figures(found, text):
    check_rows(found)
    check_end(found, text)
    if not found.computed:
        return
    if not found.second:
        check_shares(found)
        check_terms(found)
        check_months(found)
        check_dues(found)
    check_limit(found)
    check_tiers(found)
    check_sources(found)
