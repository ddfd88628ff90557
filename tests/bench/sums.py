#!/usr/bin/env python3
"""A contender of the benchmark: sums the money columns of SIPD exports per department, with python's csv."""
import collections
import csv
import decimal
import sys

COLUMNS = {
    'gaji': ('skpd', 'jumlah_gaji_dan_tunjangan', 'jumlah_potongan', 'jumlah_ditransfer', 'zakat'),
    'tpp': ('SKPD', 'Jumlah TPP', 'Jumlah Potongan', 'Jumlah Ditransfer', 'Zakat'),
}

for path in sys.argv[1:]:
    sums = collections.defaultdict(lambda: [0, 0, 0, 0])
    with open(path, newline='', encoding='utf-8') as file:
        rows = csv.reader(file)
        header = next(rows)
        names = COLUMNS['gaji' if 'skpd' in header else 'tpp']
        department, *money = [header.index(name) for name in names]
        for row in rows:
            total = sums[row[department]]
            for i, column in enumerate(money):
                text = row[column]
                total[i] += int(text) * 100 if '.' not in text else int(text.replace('.', ''))
    for name, total in sorted(sums.items()):
        print(name, *(decimal.Decimal(sen).scaleb(-2) for sen in total), sep=',')
