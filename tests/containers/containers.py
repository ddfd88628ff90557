"""Payroll tables as CSV, XLSX, DBF and HTML: written in many ways and read back, with Python's standard library alone, so that
nothing here shares a line with the program. A table is a list of rows, a row a list of texts."""
import csv
import datetime
import gzip
import html
import html.parser
import io
import re
import struct
import zipfile
import xml.etree.ElementTree as ElementTree

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'


# ---- CSV ----

def write_csv(rows, delimiter=',', end='\n', bom=False, encoding='utf-8', head='', quote=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quote).writerows(rows)
    return (('\ufeff' if bom else '') + head + out.getvalue()).encode(encoding)


def read_csv(data, delimiter=',', encoding='utf-8', head=''):
    text = data.decode(encoding).removeprefix('\ufeff')
    assert text.startswith(head)
    return list(csv.reader(io.StringIO(text[len(head):], newline=''), delimiter=delimiter))


def write_gzip(data, members=1):
    size = -(-len(data) // members)
    return b''.join(gzip.compress(data[i:i + size], mtime=0) for i in range(0, len(data), size))


# ---- XLSX ----

def column_letters(i):
    letters = ''
    i += 1
    while i:
        i, rest = divmod(i - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(reference):
    n = 0
    for c in re.match(r'[A-Z]+', reference).group():
        n = n * 26 + ord(c) - 64
    return n - 1


def is_amount(text):
    return re.fullmatch(r'-?\d{1,18}(\.\d{1,2})?', text) is not None and not re.match(r'0\d', text)


class Sheet:
    """How the sheet of a workbook is written. money: columns whose amounts are stored as numbers."""
    def __init__(self, money=(), shared=False, prefix='', strict=False, bare=False, formulas=None, merges=(), hidden=(),
                 dates=(), from_1904=False):
        self.money, self.shared, self.prefix, self.strict, self.bare = set(money), shared, prefix, strict, bare
        self.formulas, self.merges, self.hidden = formulas or {}, merges, set(hidden)
        self.dates, self.from_1904 = set(dates), from_1904
        self.strings = []

    def cell(self, row, column, text):
        x = self.prefix
        where = '' if self.bare else f' r="{column_letters(column)}{row}"'
        style = ' s="1"' if column in self.money else ''
        formula = self.formulas.get((row, column))
        if formula:
            return f'<{x}c{where}{style}><{x}f>{html.escape(formula)}</{x}f><{x}v>{text}</{x}v></{x}c>'
        if text == '':
            return '' if not self.bare else f'<{x}c/>'
        if column in self.dates and re.fullmatch(r'\d{4}-\d\d-\d\d', text):
            first = datetime.date(1904, 1, 1) if self.from_1904 else datetime.date(1899, 12, 30)
            days = (datetime.date.fromisoformat(text) - first).days
            return f'<{x}c{where} s="2"><{x}v>{days}</{x}v></{x}c>'
        if column in self.money and is_amount(text):
            return f'<{x}c{where}{style}><{x}v>{text}</{x}v></{x}c>'
        if self.shared:
            if text not in self.strings:
                self.strings.append(text)
            return f'<{x}c{where}{style} t="s"><{x}v>{self.strings.index(text)}</{x}v></{x}c>'
        return f'<{x}c{where}{style} t="inlineStr"><{x}is><{x}t xml:space="preserve">{html.escape(text)}</{x}t></{x}is></{x}c>'

    def xml(self, rows):
        x = self.prefix
        space = STRICT if self.strict else MAIN
        name = f'xmlns:{x[:-1]}' if x else 'xmlns'
        out = [f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{x}worksheet {name}="{space}"><{x}sheetData>']
        for number, row in enumerate(rows, 1):
            where = '' if self.bare else f' r="{number}"'
            hide = ' hidden="1"' if number in self.hidden else ''
            cells = ''.join(self.cell(number, i, text) for i, text in enumerate(row))
            out.append(f'<{x}row{where}{hide}>{cells}</{x}row>')
        out.append(f'</{x}sheetData>')
        if self.merges:
            out.append(f'<{x}mergeCells count="{len(self.merges)}">' +
                       ''.join(f'<{x}mergeCell ref="{m}"/>' for m in self.merges) + f'</{x}mergeCells>')
        out.append(f'</{x}worksheet>')
        return ''.join(out)


STYLES = (f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
          '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
          '<cellXfs count="3"><xf/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>')


def write_xlsx(rows, sheet=None, name='Sheet1', more=None, path='worksheets/sheet1.xml'):
    """more: further sheets, {name: XML}."""
    sheet = sheet or Sheet()
    body = sheet.xml(rows)
    sheets = [(name, path, body)] + [(n, f'worksheets/more{i}.xml', xml) for i, (n, xml) in enumerate((more or {}).items())]
    types = ['<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
             '<Default Extension="xml" ContentType="application/xml"/>',
             '<Override PartName="/xl/workbook.xml" '
             'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
             '<Override PartName="/xl/styles.xml" '
             'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>']
    relations = [f'<Relationship Id="rId9" Type="{RELATIONS}/styles" Target="styles.xml"/>']
    listed = []
    for i, (n, p, _) in enumerate(sheets, 1):
        types.append(f'<Override PartName="/xl/{p}" '
                     'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>')
        relations.append(f'<Relationship Id="rId{i}0" Type="{RELATIONS}/worksheet" Target="{p}"/>')
        listed.append(f'<sheet name="{html.escape(n)}" sheetId="{i}" r:id="rId{i}0"/>')
    parts = {}
    if sheet.shared:
        types.append('<Override PartName="/xl/sharedStrings.xml" '
                     'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>')
        relations.append(f'<Relationship Id="rId8" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>')
        parts['xl/sharedStrings.xml'] = f'<sst xmlns="{MAIN}">' + ''.join(
            f'<si><t xml:space="preserve">{html.escape(s)}</t></si>' for s in sheet.strings) + '</sst>'
    parts['xl/styles.xml'] = STYLES
    parts['xl/workbook.xml'] = (f'<workbook xmlns="{STRICT if sheet.strict else MAIN}" xmlns:r="{RELATIONS}">' +
                                ('<workbookPr date1904="1"/>' if sheet.from_1904 else '') + '<sheets>' +
                                ''.join(listed) + '</sheets></workbook>')
    parts['xl/_rels/workbook.xml.rels'] = f'<Relationships xmlns="{PACKAGE}">' + ''.join(relations) + '</Relationships>'
    parts['_rels/.rels'] = (f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" '
                            'Target="xl/workbook.xml"/></Relationships>')
    for _, p, xml in sheets:
        parts[f'xl/{p}'] = xml
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        first = '[Content_Types].xml'
        z.writestr(first, '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' + ''.join(types) + '</Types>')
        for p, xml in parts.items():
            z.writestr(p, xml)
    return out.getvalue()


def read_xlsx(data, path='worksheets/sheet1.xml'):
    """The cells as (value, formula), gaps filled."""
    local = lambda e: e.tag.rsplit('}', 1)[-1]
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        assert z.testzip() is None
        strings = []
        if 'xl/sharedStrings.xml' in z.namelist():
            for si in ElementTree.fromstring(z.read('xl/sharedStrings.xml')):
                strings.append(''.join(t.text or '' for t in si.iter() if local(t) == 't'))
        root = ElementTree.fromstring(z.read(f'xl/{path}'))
    rows = []
    for row in (e for e in root.iter() if local(e) == 'row'):
        number = int(row.get('r', len(rows) + 1))
        while len(rows) < number:
            rows.append([])
        cells = rows[number - 1]
        for c in row:
            at = column_index(c.get('r')) if c.get('r') else len(cells)
            while len(cells) <= at:
                cells.append('')
            parts = {local(e): e for e in c}
            text = parts['v'].text if 'v' in parts else ''
            if c.get('t') == 's':
                text = strings[int(text)]
            elif c.get('t') == 'inlineStr':
                text = ''.join(t.text or '' for t in parts['is'].iter() if local(t) == 't')
            cells[at] = text or ''
    return rows


# ---- DBF ----

def write_dbf(rows, amounts, dates=(), widths=None, encoding='cp437', page=0, deleted=(), version=3, end=b'\x1a'):
    """amounts, dates: columns that are N and D; the first row names the fields."""
    names, body = rows[0], rows[1:]
    fields = []
    for i, name in enumerate(names):
        if i in dates:
            kind, width, decimals = b'D', 8, 0
        elif i in amounts:
            kind, decimals = b'N', 2 if any('.' in r[i] for r in body) else 0
            width = max(12 + (3 if decimals else 0), *(len(r[i]) for r in body))
        else:
            kind, decimals = b'C', 0
            width = max(1, *(len(r[i].encode(encoding)) for r in body))
        fields.append((name[:10].encode().ljust(11, b'\0'), kind, (widths or {}).get(i, width), decimals))
    length = 1 + sum(f[2] for f in fields)
    head = struct.pack('<BBBBIHH16xBBxx', version, 126, 1, 5, len(body), 32 + 32 * len(fields) + 1, length, 0, page)
    for name, kind, width, decimals in fields:
        head += name + kind + bytes(4) + bytes([width, decimals]) + bytes(14)
    out = [head, b'\r']
    for number, row in enumerate(body):
        out.append(b'*' if number in deleted else b' ')
        for text, (_, kind, width, _) in zip(row, fields):
            if kind == b'D':
                text = text.replace('-', '')
            raw = text.encode(encoding)
            out.append(raw.rjust(width) if kind == b'N' else raw.ljust(width))
    return b''.join(out) + end


def read_dbf(data, encoding='cp437'):
    count, start, length = struct.unpack('<IHH', data[4:12])
    fields, at = [], 32
    while data[at] != 13:
        fields.append((data[at:at + 11].rstrip(b'\0').decode(), data[at + 16]))
        at += 32
    rows = [[name for name, _ in fields]]
    for i in range(count):
        at, row = start + i * length + 1, []
        for _, width in fields:
            row.append(data[at:at + width].decode(encoding).strip())
            at += width
        rows.append(row)
    return rows


# ---- HTML ----

def write_html(rows, whole=True, header=0, ends=True, spans=None, th='th'):
    """spans: {(row, column): (colspan, rowspan)}; cells that a span covers are left out."""
    out, covered = [], set()
    for (r, c), (across, down) in (spans or {}).items():
        covered |= {(r + j, c + i) for j in range(down) for i in range(across)} - {(r, c)}
    for r, row in enumerate(rows):
        cells = []
        for c, text in enumerate(row):
            if (r, c) in covered:
                continue
            across, down = (spans or {}).get((r, c), (1, 1))
            tag = th if r <= header else 'td'
            attributes = (f' colspan="{across}"' if across > 1 else '') + (f' rowspan="{down}"' if down > 1 else '')
            cells.append(f'<{tag}{attributes}>{html.escape(text) or "&nbsp;"}' + (f'</{tag}>' if ends else ''))
        out.append('<tr>' + ''.join(cells) + ('</tr>' if ends else ''))
    table = '<table border="1">\n' + '\n'.join(out) + '\n</table>\n'
    if not whole:
        return table.encode()
    return ('<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head><meta charset="utf-8"><title>Daftar gaji</title>\n'
            '<style>td {mso-number-format:"\\@";}</style></head>\n<body>\n' + table + '</body></html>\n').encode()


class HtmlReader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.text = [], None

    def close_cell(self):
        if self.text is not None:
            self.rows[-1].append(' '.join(self.text.replace('\xa0', ' ').split()))
        self.text = None

    def handle_starttag(self, tag, attributes):
        if tag in ('td', 'th', 'tr'):
            self.close_cell()
        if tag == 'tr':
            self.rows.append([])
        elif tag in ('td', 'th'):
            self.text = ''

    def handle_endtag(self, tag):
        if tag in ('td', 'th', 'tr', 'table'):
            self.close_cell()

    def handle_data(self, data):
        if self.text is not None:
            self.text += data


def read_html(data):
    reader = HtmlReader()
    reader.feed(data.decode())
    return reader.rows
