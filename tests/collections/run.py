#!/usr/bin/env python3
"""Reads public collections of odd files, which this repository does not hold: the test data and examples of Debian packages.
Every workbook, DBF, HTML, CSV and gzip file in them is read by the program's readers under the sanitizers (dump.c), written
again and read again; values of workbooks are held against openpyxl where that is installed.
Usage: run.py DUMP [FOLDER]; FOLDER keeps the packages (default .build/collections). Ends with "collections: N passed, M failed"."""
import collections
import datetime
import decimal
import os
import re
import subprocess
import sys
import warnings

PACKAGES = '''r-cran-readxl r-cran-openxlsx r-cran-rio r-cran-foreign r-cran-sf r-cran-maptools r-cran-spdata r-cran-spdep
r-cran-raster r-cran-readr r-cran-vroom r-cran-data.table golang-github-tealeg-xlsx-dev golang-github-jonas-p-go-shp-dev
python3-xlsxwriter python3-agate python3-tablib gnumeric-doc octave-io geotranz grass-core node-csv-spectrum libdbi-perl
libtext-csv-xs-perl miller csvkit'''.split()
SOURCES = ['libxlsxwriter', 'gnumeric', 'gdal', 'libtext-csv-perl', 'dbf2mysql', 'libdbd-xbase-perl']
ENDINGS = ('.xlsx', '.xlsm', '.xls', '.ods', '.dbf', '.csv', '.tsv', '.html', '.htm', '.gz')
LARGEST, LARGEST_SHEET = 3 << 20, 100_000  # bytes of a file, cells that openpyxl is asked for


def fetch(folder):
    """What is there already is not fetched again; what cannot be fetched is left out and counted."""
    lists = f'{folder}/lists'
    os.makedirs(f'{lists}/partial', exist_ok=True)
    os.makedirs(f'{folder}/parts', exist_ok=True)
    with open(f'{folder}/parts/source.sources', 'w') as f:
        f.write('Types: deb-src\nURIs: http://deb.debian.org/debian\nSuites: bookworm\nComponents: main\n'
                'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n')
    apart = ['-o', 'Dir::Etc::sourcelist=/dev/null', '-o', f'Dir::Etc::sourceparts={folder}/parts',
             '-o', f'Dir::State::lists={lists}']
    quiet = {'cwd': folder, 'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
    subprocess.run(['apt-get', *apart, 'update'], **quiet)
    commands = [(p, ['apt-get', 'download', p]) for p in PACKAGES]
    commands += [(p, ['apt-get', *apart, 'source', '--download-only', p]) for p in SOURCES]
    missing = []
    for name, command in commands:
        if not os.path.exists(f'{folder}/{name}.done'):
            if subprocess.run(command, **quiet).returncode == 0:
                open(f'{folder}/{name}.done', 'w').close()
            else:
                missing.append(name)
    for name in os.listdir(folder):
        out = f'{folder}/files/{name}'
        if os.path.exists(out):
            continue
        if name.endswith('.deb'):
            subprocess.run(['dpkg-deb', '-x', name, out], **quiet)
        elif '.orig.tar' in name:
            os.makedirs(out)
            subprocess.run(['tar', 'xf', name, '-C', out], **quiet)
    return missing


def files_in(folder):
    found = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if name.lower().endswith(ENDINGS) and not os.path.islink(path) and 0 < os.path.getsize(path) <= LARGEST:
                found.append(path)
    return sorted(found)


def cells_of(text):
    out = {}
    for line in text.split('\n'):
        parts = line.split('\t', 3)
        if len(parts) == 4 and parts[3] != '':
            out[int(parts[0]), int(parts[1])] = (parts[2], parts[3])
    return out


def same(kind, value, other):
    """One cell, as the program and as openpyxl read it."""
    if isinstance(other, bool):
        return value == str(int(other))
    if isinstance(other, (int, float)):
        try:
            return kind in 'nf' and float(decimal.Decimal(value)) == float(f'{other:.15g}')
        except decimal.InvalidOperation:
            return False
    if isinstance(other, datetime.datetime):
        return value[:10] == other.strftime('%Y-%m-%d')
    if isinstance(other, datetime.date):
        return value == other.isoformat()
    if isinstance(other, (datetime.time, datetime.timedelta)):
        return kind in 'nfd'
    plain = lambda t: re.sub(r'[\x00-\x1f\s]+', ' ', t).strip()
    return plain(value) == plain(str(other))


def hold_against_openpyxl(openpyxl, path, text):
    """None: not comparable. Else what differs first, or ''."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            book = openpyxl.load_workbook(path, data_only=True)
        if sum(s.max_row * s.max_column for s in book.worksheets) > LARGEST_SHEET:
            return None
        sheets = [s for s in book.worksheets if any(c.value is not None for row in s.iter_rows() for c in row)]
    except Exception:
        return None
    if len(sheets) != 1:
        return None
    ours = cells_of(text)
    for row in sheets[0].iter_rows():
        for cell in row:
            kind, value = ours.pop((cell.row, cell.column), ('t', ''))
            if cell.value is not None and cell.value != '' and not same(kind, value, cell.value):
                return f'{cell.coordinate}: {kind} {value[:40]!r}, openpyxl {cell.value!r}'[:160]
    left = [(place, v) for place, v in ours.items() if v[1].strip()]
    return f'only here: {left[:2]}' if left else ''


def main():
    dump, folder = sys.argv[1], os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else '.build/collections')
    os.makedirs(folder, exist_ok=True)
    missing = fetch(folder)
    try:
        import openpyxl
    except ImportError:
        openpyxl = None
    results, failures, compared, refused = collections.Counter(), [], 0, collections.Counter()
    for path in files_in(f'{folder}/files'):
        try:
            done = subprocess.run([dump, path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        except subprocess.TimeoutExpired:
            failures.append((path, 'takes over two minutes'))
            continue
        ending = path.lower().rsplit('.', 1)[-1]
        results[ending, {0: 'read', 3: 'refused'}.get(done.returncode, 'failed')] += 1
        if done.returncode not in (0, 3):
            failures.append((path, f'exit {done.returncode} {done.stderr[:300]!r}'))
        elif done.returncode == 3:
            refused[done.stdout.decode(errors='replace').split()[0]] += 1
        elif ending in ('xlsx', 'xlsm') and openpyxl:
            differs = hold_against_openpyxl(openpyxl, path, done.stdout.decode())
            compared += differs is not None
            if differs:
                failures.append((path, differs))
    for path, why in failures[:40]:
        print(f'collections: {os.path.relpath(path, folder)}: {why}')
    for ending in sorted({e for e, _ in results}):
        print(f'  .{ending:5}' + ''.join(f' {results[ending, w]:5} {w}' for w in ('read', 'refused', 'failed')))
    print('  refused with ' + ', '.join(f'{code} {n}' for code, n in refused.most_common()))
    print(f'  workbooks held against openpyxl: {compared}; packages that could not be fetched: {" ".join(missing) or "none"}')
    print(f'collections: {sum(results.values()) - len(failures)} passed, {len(failures)} failed')
    sys.exit(bool(failures) or not results)


main()
