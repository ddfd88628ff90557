#!/usr/bin/env python3
"""Holds the adjusted payrolls of result folders against the copies that were kept of the inputs: every byte outside the
declared columns is the same, what left `bersih` went to `potongan`, and the rows of people sum to transfer.csv.
Usage: untouched.py RESULT..."""
import csv
import re
import sys
from decimal import Decimal
from pathlib import Path

CUTS = re.compile(r'(jumlah_|[a-z]+_)?potongan')
NET = re.compile(r'jumlah_di_?transfer|([a-z]+_)?bersih')
TOTAL = re.compile(rb'^[\s,;"]*(sub.?)?(total|jumlah|grand)', re.I)


def fields(line, delimiter):
    """The raw fields of a line, quotes and blanks included."""
    out, start, inside = [], 0, False
    for i, c in enumerate(line):
        if c == '"':
            inside = not inside
        elif c == delimiter and not inside:
            out.append(line[start:i])
            start = i + 1
    return out + [line[start:]]


def records(data):
    """The lines of a file; one that holds a line end in quotes is one."""
    out = []
    for line in data.split(b'\n'):
        if out and out[-1].count(b'"') % 2:
            out[-1] += b'\n' + line
        else:
            out.append(line)
    return out


def fold(name):
    return re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_')


def header_of(lines):
    for line in lines:
        for delimiter in ',;\t':
            names = [fold(f) for f in fields(line, delimiter)]
            cuts = [i for i, n in enumerate(names) if CUTS.fullmatch(n)]
            net = [i for i, n in enumerate(names) if NET.fullmatch(n)]
            if cuts and net:
                return delimiter, cuts[0], net[0]
    raise ValueError('no header')


def amount(raw, decimal):
    text = raw.strip().strip('"').strip()
    text = text.replace('.' if decimal == ',' else ',', '').replace(decimal, '.')
    return Decimal(0) if text in ('', '-') else Decimal(text)


def shape(raw):
    """What must not change of a cell: blanks round it, its quotes, its decimals."""
    return re.sub(r'-?[0-9](.*[0-9])?', lambda m: '0' + (re.search(r'[.,][0-9]{1,2}$', m[0]) and '.' or ''), raw).replace('"', '')


def moved(old, new):
    """Rupiah that one payroll lost; raises ValueError when anything else changed."""
    taken = Decimal(0)
    before, after = records(old.read_bytes()), records(new.read_bytes())
    if len(before) != len(after):
        raise ValueError('number of rows')
    delimiter, cuts, net = header_of([b.decode() for b in before])
    decimal = ',' if delimiter == ';' and any(b',00' in b for b in before) else '.'
    for number, (was, now) in enumerate(zip(before, after), 1):
        if was == now:
            continue
        a, b = fields(was.decode(), delimiter), fields(now.decode(), delimiter)
        if len(a) != len(b) or any(x != y for i, (x, y) in enumerate(zip(a, b)) if i not in (cuts, net)):
            raise ValueError(f'row {number}: {was!r} became {now!r}')
        for x, y in ((a[cuts], b[cuts]), (a[net], b[net])):
            if x != y and x.strip(' "') not in ('', '-') and shape(x) != shape(y):
                raise ValueError(f'row {number}: {x!r} is written otherwise: {y!r}')
        more, less = (amount(b[cuts], decimal) - amount(a[cuts], decimal), amount(a[net], decimal) - amount(b[net], decimal))
        if not TOTAL.match(was):
            taken += less
        if less <= 0 or (more != less and not (TOTAL.match(was) and a[cuts].strip() == '')):
            raise ValueError(f'row {number}: {more} went to the deductions, {less} left the net')
    return taken


def check(result):
    taken = sum(moved(result / 'bukti' / 'penggajian' / p.name, p) for p in sorted((result / 'penggajian').iterdir()))
    with open(result / 'transfer.csv', newline='', encoding='utf-8') as f:
        paid = sum(int(row['jumlah']) for row in csv.DictReader(f))
    if taken != paid:
        raise ValueError(f'{taken} left the payrolls, {paid} is transferred')


def main():
    bad = 0
    for name in sys.argv[1:]:
        try:
            check(Path(name))
        except (ValueError, OSError) as e:
            bad += 1
            people = sorted(p.name for p in (Path(name) / 'penggajian').glob('*'))
            print(f'{name} {people}: {e}')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
