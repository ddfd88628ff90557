#!/usr/bin/env python3
"""Looks at rekonsiliasi.html in a real browser, on screen and on A4: nothing overflows, breaks apart, comes from outside or runs;
what an input holds is text. The sample months, a month of hostile names, one of 600 people on paper, one of 5,000 on screen.
Usage: check.py PROGRAM [--people N] [--keep DIR]; needs Chromium and poppler-utils. Ends with "page: N passed, M failed"."""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

import browser

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, '..', '..', 'samples')
PAPER = 680  # CSS pixels between the margins of A4: 210 mm - 2 * 15 mm
MARGIN = 15 / 25.4 * 72 - 2  # points; browsers round to their own pixels
passed = failed = 0


def expect(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f'page: {what}', flush=True)


# ---- months ----

def run(program, out, period, inputs, *options, kinds=('gaji', 'tpp')):
    command = [program, 'run', '--quiet', '--period', period, '--rulings', f'{inputs}/putusan.xml', '--out', out, *options,
               *(f'{inputs}/{kind}.csv' for kind in kinds)]
    status = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    if status not in (0, 1):
        sys.exit(f'page: could not make {out}: exit {status}')
    return f'{out}/rekonsiliasi.html'


def sample_months(program, work):
    office, before, pages = ('--office', f'{SAMPLES}/kantor.xml'), ('--first',), []
    for period in ('2026-01', '2026-02'):
        pages.append((period, run(program, f'{work}/{period}', period, f'{SAMPLES}/{period}', *before, *office)))
        before = ('--previous', f'{work}/{period}')
    march = f'{SAMPLES}/2026-03'
    pages.append(('2026-03', run(program, f'{work}/2026-03', '2026-03', march, *before, *office, '--more', 'tpp', '--income',
                                 f'{SAMPLES}/2026-02/tpp.csv', kinds=['gaji'])))
    pages.append(('2026-03-tpp', run(program, f'{work}/2026-03-tpp', '2026-03', march, *office, '--continues',
                                     f'{work}/2026-03', kinds=['tpp'])))
    return pages


def made_month(program, work, name, people, *how):
    subprocess.run([sys.executable, f'{HERE}/month.py', f'{work}/{name}-in', str(people), *how], check=True)
    return name, run(program, f'{work}/{name}', '2026-01', f'{work}/{name}-in', '--first')


# ---- on screen ----

# Elements that stick out of the window, and cells that do not hold their content.
OVERFLOW = '''(() => {
    const limit = document.documentElement.clientWidth + 1;
    const out = document.documentElement.scrollWidth > limit ? ['the page: ' + document.documentElement.scrollWidth] : [];
    for (const e of document.querySelectorAll('section, table, td, th, p, li, figure, div'))
        if (e.getBoundingClientRect().right > limit || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
            out.push(e.tagName + ': ' + e.textContent.slice(0, 60));
    return out.slice(0, 5);
})()'''

# Colours other than greys, and texts too pale to read.
COLOURS = '''(() => {
    const out = [];
    for (const e of document.querySelectorAll('body *')) {
        const style = getComputedStyle(e);
        for (const name of ['color', 'backgroundColor', 'borderTopColor', 'fill', 'stroke']) {
            const m = /^rgba?\\((\\d+), (\\d+), (\\d+)(?:, ([\\d.]+))?\\)$/.exec(style[name]);
            if (m && m[4] !== '0' && !(m[1] === m[2] && m[2] === m[3])) out.push(e.tagName + ' ' + name + ' ' + style[name]);
            if (m && name === 'color' && Number(m[1]) > 0x59) out.push('pale: ' + e.tagName + ' ' + style.color);
        }
        if (out.length > 5) break;
    }
    return out;
})()'''

# Texts that a spreadsheet would compute when the page is copied into it.
FORMULAS = '''[...document.querySelectorAll('td, th, p, li, div, span, small, strong, a, figcaption, text, h1, h2, h3, title')]
    .map(e => e.textContent).filter(text => /^[\\s]*[=+\\-@]/.test(text)).slice(0, 5)'''

STRUCTURE = '''(() => ({
    scripts: document.scripts.length,
    outside: document.querySelectorAll('[src], link, iframe, object, embed, img, [style]').length,
    handlers: [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on'))).length,
    lang: document.documentElement.lang, title: document.title, mode: document.compatMode, sheets: document.styleSheets.length,
    scopes: document.querySelectorAll('th:not([scope])').length,
    headless: [...document.querySelectorAll('table')].filter(t => !t.tHead).length,
    dangling: [...document.querySelectorAll('a[href]')].filter(a => !document.querySelector(a.getAttribute('href'))).length,
    figures: [...document.querySelectorAll('td.n')].filter(c => getComputedStyle(c).textAlign !== 'right').length,
    words: document.body.innerText.length,
}))()'''


def check_structure(chrome, name, path):
    s = chrome.ask(STRUCTURE)
    for what in ('scripts', 'outside', 'handlers', 'scopes', 'headless', 'dangling', 'figures'):
        expect(s[what] == 0, f'{name}: {s[what]} {what}')
    expect(s['lang'] == 'id' and s['mode'] == 'CSS1Compat' and s['sheets'] == 1, f'{name}: {s}')
    expect(s['title'].startswith('Rekonsiliasi potongan nafkah '), f'{name}: title {s["title"]!r}')
    expect(chrome.requests() == ['file://' + os.path.abspath(path)], f'{name}: requests {chrome.requests()}')
    expect(chrome.complaints() == [], f'{name}: {chrome.complaints()[:2]}')
    expect(subprocess.run(['xmllint', '--noout', '--nonet', path]).returncode == 0, f'{name}: not well-formed')


def check_screen(chrome, name, path, keep):
    chrome.look(1200)
    chrome.open(path)
    check_structure(chrome, name, path)
    expect(chrome.ask(COLOURS) == [], f'{name}: colours {chrome.ask(COLOURS)}')
    expect(chrome.ask(FORMULAS) == [], f'{name}: formulas {chrome.ask(FORMULAS)}')
    if keep:
        chrome.screenshot(f'{keep}/{name}.png')
    for width in (1600, 1200, 1000):
        chrome.look(width)
        out = chrome.ask(OVERFLOW)
        expect(out == [], f'{name} at {width}: {out}')
    for width in (768, 390):  # tables may scroll inside their section, the page may not
        chrome.look(width)
        wide = chrome.ask('document.documentElement.scrollWidth')
        expect(wide <= width, f'{name} at {width}: the page is {wide} wide')
    chrome.look(PAPER, medium='print')
    out = chrome.ask(OVERFLOW)
    expect(out == [], f'{name} on paper: {out}')


# ---- on paper ----

def words_of(pdf):
    """The words of each page with their places."""
    text = subprocess.run(['pdftotext', '-bbox', pdf, '-'], capture_output=True, check=True).stdout.decode()
    text = re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', '', text)
    space = '{http://www.w3.org/1999/xhtml}'
    for page in ElementTree.fromstring(text).iter(space + 'page'):
        yield float(page.get('width')), float(page.get('height')), [
            (w.text or '', float(w.get('xMin')), float(w.get('xMax')), float(w.get('yMax'))) for w in page.iter(space + 'word')]


def first_below(words, heading):
    """The leftmost word of the first row below the last of these words."""
    bottom = max(w[3] for w in words if w[0] in heading and w[3] < 110)
    below = [w for w in words if w[3] > bottom + 3]
    top = min(w[3] for w in below)
    return min((w for w in below if w[3] < top + 3), key=lambda w: w[1])[0]


def has_row(words, row):
    """Whether these words stand one behind the other."""
    texts = [w[0] for w in words]
    return any(texts[i:i + len(row)] == row for i in range(len(texts)))


def check_pages(name, pages, hostile):
    heading, in_list, end = ['Putusan,', 'hak,', 'dan', 'penerima'], [], 0
    in_calendar, calendar_end = [], 0
    beyond = {}
    for number, (width, height, words) in enumerate(pages, 1):
        expect(abs(width - 595) < 1 and abs(height - 842) < 1, f'{name} page {number}: {width} x {height}')
        beyond.update({number: w for w in words if w[1] < MARGIN or w[2] > width - MARGIN})
        expect(has_row(words, [str(number), '/', str(len(pages))]), f'{name} page {number}: no page number')
        if has_row(words, heading):
            in_list.append((number, words))
        if in_list and not end and has_row(words, ['Kalender', 'dua', 'belas', 'bulan']):
            end = number
        if has_row(words, ['Hak', 'atau', 'konfirmasi']):
            in_calendar.append(number)
        if end and not calendar_end and has_row(words, ['Temuan', 'dan', 'tindakannya']):
            calendar_end = number
    expect(beyond == {}, f'{name}: beyond the margin: {list(beyond.items())[:3]}')
    expect(in_list != [], f'{name}: no list of rulings')
    numbers = [n for n, _ in in_list]
    bare = [n for n in range(numbers[0], end) if n not in numbers]
    expect(end > 0 and bare == [], f'{name}: pages of the list without column headers: {bare[:5]}')
    bare = [n for n in range(end + 1, calendar_end) if n not in in_calendar]
    expect(calendar_end > 0 and bare == [], f'{name}: pages of the calendar without column headers: {bare[:5]}')
    apart = [(number, first_below(words, heading)) for number, words in in_list[1:] if not hostile]
    apart = [(number, first) for number, first in apart if '/Pdt' not in first]
    expect(apart == [], f'{name}: rulings are broken apart, the pages go on with {apart[:3]}')


def check_paper(chrome, name, path, work, hostile):
    pdf = f'{work}/{name}.pdf'
    chrome.look(1200)
    chrome.call('Emulation.setEmulatedMedia', media='')
    chrome.pdf(pdf)
    check_pages(name, list(words_of(pdf)), hostile)


# ---- the month of hostile names ----

def check_hostile(chrome, path):
    chrome.open(path)
    text = chrome.ask('document.body.innerText')
    for wanted in ('<script>document.title="gotcha"</script>', '\'=HYPERLINK("http://contoh.invalid","klik")', "'@SUM(A1:A9)",
                   "'+62 811", "'-1+1", '"><img src=x onerror=alert(1)>', '&lt;b&gt;', ']]></style>', 'ÉÑ 漢字'):
        expect(wanted in text, f'hostile: not on the page as text: {wanted}')
    expect('gotcha' not in chrome.ask('document.title'), 'hostile: a script ran')


def check_many(chrome, path, people):
    """A long list stays usable: its middle can be reached. How long it took is said, not judged."""
    began = time.monotonic()
    chrome.look(1200)
    chrome.open(path)
    height = chrome.ask('document.documentElement.scrollHeight')
    there = time.monotonic()
    chrome.ask(f'window.scrollTo(0, {height // 2})')
    middle = chrome.ask('document.elementFromPoint(300, 300).textContent')
    scrolled = time.monotonic()
    print(f'page: {people} rulings: {os.path.getsize(path) >> 10} KiB, laid out in {there - began:.1f} s, scrolled in '
          f'{scrolled - there:.1f} s')
    expect(middle and height > 20 * people, f'many: {height} pixels high, its middle says {middle!r}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('--people', type=int, default=5000)
    parser.add_argument('--keep')
    a = parser.parse_args()
    program = os.path.abspath(a.program)
    if browser.program() is None or shutil.which('pdftotext') is None:
        sys.exit('page: needs a Chromium and pdftotext: apt-get install chromium poppler-utils')
    if a.keep:
        os.makedirs(a.keep, exist_ok=True)
    work = tempfile.mkdtemp(prefix='nafkah-page-')
    chrome = browser.Browser()
    try:
        pages = sample_months(program, work)
        pages += [made_month(program, work, 'hostile', 60, 'hostile'), made_month(program, work, 'several', 600),
                  made_month(program, work, 'many', a.people)]
        for name, path in pages:
            check_screen(chrome, name, path, a.keep)
            if name != 'many':
                check_paper(chrome, name, path, a.keep or work, name == 'hostile')
        check_hostile(chrome, dict(pages)['hostile'])
        check_many(chrome, dict(pages)['many'], a.people)
    finally:
        chrome.close()
        shutil.rmtree(work, ignore_errors=True)
    print(f'page: {passed} passed, {failed} failed')
    sys.exit(failed > 0)


main()
