#!/usr/bin/env python3
"""`formats draft` on one month in every container and style: the draft is valid by the schema, `formats check` accepts it with that
file, and reads the same rows and sums as from the shipped layout's plain file.
Usage: draft.py PROGRAM [--only WORD]; ends with "draft: N passed, M failed"."""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

import check

FORMATS = os.path.join(check.HERE, '..', '..', 'formats')
SCHEMA = f'{FORMATS}/schema/tata-letak.xsd'
passed = failed = 0


def expect(truth, what):
    global passed, failed
    passed, failed = (passed + 1, failed) if truth else (passed, failed + 1)
    if not truth:
        print(f'draft: {what}', flush=True)
    return truth


def run(*arguments):
    return subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={'PATH': os.environ['PATH']}, text=True)


def figures(text):
    """Rows with their figures, wherever in the file they stand, and the sums; not the places, the names or what was passed."""
    rows = [re.sub(r'^ *\d+', '', line).split() for line in text.splitlines() if re.match(r' *\d+  data ', line)]
    sums = [line.split() for line in text.splitlines() if re.match(r'(semua|dihitung|tanpa NIP) ', line)]
    return rows[:9], sums


def difference(found, wanted):
    """The first line of each that the other has not."""
    for a, b in zip(found[0] + found[1], wanted[0] + wanted[1]):
        if a != b:
            return f'{a}, not {b}'
    return f'{len(found[0])} rows and {len(found[1])} sums, not {len(wanted[0])} and {len(wanted[1])}'


def check_way(program, work, way, wanted, label):
    path = os.path.join(work, way.name)
    with open(path, 'wb') as f:
        f.write(way.data)
    draft = run(program, 'formats', 'draft', path)
    if not expect(draft.returncode in (0, 1), f'{label} {way.name}: draft ended with {draft.returncode}: {draft.stderr}'):
        return
    expect((draft.returncode == 1) == ('LENGKAPI' in draft.stdout), f'{label} {way.name}: status {draft.returncode}')
    expect(draft.returncode == 0, f'{label} {way.name}: {re.findall("LENGKAPI[^>]*", draft.stdout)}')
    layout = os.path.join(work, 'draf.xml')
    with open(layout, 'w') as f:
        f.write(draft.stdout)
    valid = run('xmllint', '--noout', '--nonet', '--schema', SCHEMA, layout)
    expect(valid.returncode == 0, f'{label} {way.name}: {valid.stderr}')
    read = run(program, 'formats', 'check', layout, path)
    expect(read.returncode == 0, f'{label} {way.name}: check ended with {read.returncode}: {read.stderr}')
    found = figures(read.stdout)
    if 'nominatif' in way.name: # the same people in another order
        found, wanted = ([], found[1]), ([], wanted[1])
    expect(found == wanted, f'{label} {way.name}: read {difference(found, wanted)}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--only', default='')
    a = parser.parse_args()
    program = os.path.abspath(a.program)
    work = tempfile.mkdtemp(prefix='nafkah-draft-')
    try:
        for label, ways, layout, sample in (
                ('gaji', check.gaji_ways(), 'sipd-gaji', '2026-01/gaji.csv'),
                ('tpp', check.tpp_ways(), 'sipd-tpp', '2026-01/tpp.csv'),
                ('simgaji', check.fgaji_ways(), 'simgaji', 'simgaji/fgaji.csv')):
            shipped = run(program, 'formats', 'check', f'{FORMATS}/payroll/{layout}.xml', f'{check.SAMPLES}/{sample}')
            expect(shipped.returncode == 0, f'{layout}: {shipped.stderr}')
            for way in ways:
                if a.only in way.name:
                    check_way(program, work, way, figures(shipped.stdout), label)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f'draft: {passed} passed, {failed} failed')
    sys.exit(failed > 0)


main()
