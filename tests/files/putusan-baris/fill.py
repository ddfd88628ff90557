"""Fills the template workbook with the rows of a CSV, as a person would: every cell that is not empty as text, amounts and
other numbers as numbers where the column is one of numbers.

Usage: fill.py TEMPLATE.xlsx ROWS.csv OUT.xlsx
"""
import csv
import sys
import zipfile
from xml.sax.saxutils import escape

NUMBERS = ('entri', 'penghasilan', 'bulan', 'per_bulan', 'jumlah', 'dibayar', 'naik')


def column_name(index):
    name = ''
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord('A') + rest) + name
    return name


def cell(row, index, heading, value):
    place = f'r="{column_name(index)}{row}"'
    if heading in NUMBERS:
        return f'<c {place}><v>{value}</v></c>'
    return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def rows_of(path):
    with open(path, newline='', encoding='utf-8') as stream:
        lines = csv.reader(stream)
        names = next(lines)
        for number, line in enumerate(lines, start=2):
            cells = ''.join(cell(number, i, names[i], value) for i, value in enumerate(line) if value)
            yield f'<row r="{number}">{cells}</row>'


def main():
    template, rows, out = sys.argv[1:]
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == 'xl/worksheets/sheet1.xml':
                content = content.replace(b'</sheetData>', ''.join(rows_of(rows)).encode() + b'</sheetData>', 1)
            target.writestr(entry, content)


main()
