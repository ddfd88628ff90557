"""The page of `nafkah explain --html` read back: from its elements alone the text that the program prints without --html."""
import xml.etree.ElementTree as tree

from printed import demand

SPACE = '{http://www.w3.org/1999/xhtml}'
WIDTH, LABEL = 100, 18


def notes_of(page):
    """(kind, text) in the order of the page; every element of the body is one, or holds some."""
    body = tree.fromstring(page).find(SPACE + 'body')
    demand(body is not None, 'a page without a body')
    for element in body:
        if element.tag == SPACE + 'section':
            demand(not (element.text or '').strip(), 'stray text in a section: %r', element.text)
            for child in element:
                yield from note_of(child, 'item')
        else:
            yield from note_of(element, 'fact')


def note_of(element, row):
    tag, style = element.tag.replace(SPACE, ''), element.get('class')
    demand(not (element.tail or '').strip(), 'stray text behind %s: %r', tag, element.tail)
    if tag == 'table':
        for line in element:
            cells = [(cell.text or '').replace('\u2212Rp', '-Rp') for cell in line]
            demand(line.tag == SPACE + 'tr' and [c.tag.replace(SPACE, '') for c in line] == ['th', 'td'], 'row: %s', cells)
            yield row, cells
        return
    kind = {('h1', None): 'title', ('h2', None): 'step', ('h3', None): 'part', ('p', None): 'prose', ('p', 'law'): 'law',
            ('p', 'held'): 'held'}.get((tag, style))
    demand(kind and len(element) == 0, 'an element that is not known: %s %s', tag, style)
    yield kind, element.text or ''


def wrapped(text, first, following):
    lines, line = [], None
    for word in text.split(' '):
        if line is None:
            line = first + word
        elif len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = following + word
        else:
            line += ' ' + word
    return lines + [line]


def text_of(page):
    lines, before = [], 'title'
    for kind, text in notes_of(page):
        if kind in ('step', 'part') or (before == 'fact' and kind != 'fact'):
            lines.append('')
        if kind == 'fact':
            lines.append('  ' + text[0].ljust(LABEL) + text[1])
        elif kind == 'item':
            lines.append('    ' + ': '.join(text))
        elif kind in ('prose', 'law', 'held'):
            lead = {'prose': '    ', 'law': '    > ', 'held': '    ! '}[kind]
            lines += wrapped(text, lead, '    ' if kind == 'prose' else '      ')
        else:
            lines.append({'title': '', 'step': '', 'part': '  '}[kind] + text)
        if kind == 'title':
            lines.append('')
        before = kind
    return '\n'.join(lines) + '\n'
