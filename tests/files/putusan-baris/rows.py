"""Files of rulings in XML as the tables of rows that say the same.

Usage: rows.py [--short] [--joined] [--delimiter C] FILE.xml             one, on stdout
       rows.py [--short] [--joined] [--delimiter C] --into DIR FILE.xml...  DIR/FILE.csv of each that can be said in rows
--short: further rows of a case leave the ruling's columns empty instead of repeating them.
--joined: the award of a single child describes that child, too.
Exit status 2: the one document says something that no cell can (a stray element, a comment in a value, ...).
"""
import argparse
import csv
import os
import sys
import xml.etree.ElementTree as tree

SPACE = '{urn:nafkah:putusan:1}'
LIST = {'@pengadilan': 'pengadilan', '@tanggal': 'tanggal_daftar'}
CASE = {'@nomor': 'nomor', '@entri': 'entri'}
RULING = {
    'status': 'status', 'jenis': 'jenis', 'tanggal-putusan': 'tanggal_putusan', 'tanggal-bht': 'tanggal_bht',
    'tanggal-ikrar': 'tanggal_ikrar', 'tanggal-terima': 'tanggal_terima', 'mulai-potong': 'mulai_potong',
    'dibayar-sampai': 'dibayar_sampai', 'asn/@nip': 'nip', 'asn/@nama': 'nama_asn', 'mantan/@nama': 'nama_mantan',
    'mantan/@nik': 'nik_mantan', 'mantan/@hubungan': 'hubungan_mantan', 'mantan/rekening/@bank': 'bank_mantan',
    'mantan/rekening/@nomor': 'rekening_mantan', 'mantan/rekening/@nama': 'nama_rekening_mantan',
    'mantan/rekening/@bukti': 'bukti_rekening_mantan', 'mantan/kawin-lagi/@tanggal': 'tanggal_kawin_lagi',
    'mantan/kawin-lagi/@bukti': 'bukti_kawin_lagi', 'mantan/meninggal/@tanggal': 'tanggal_meninggal',
    'mantan/meninggal/@bukti': 'bukti_meninggal', 'mantan/konfirmasi/@tanggal': 'tanggal_konfirmasi_mantan',
    'mantan/konfirmasi/@bukti': 'bukti_konfirmasi_mantan', 'amar/@pembayaran': 'pembayaran', 'amar/@penghasilan': 'penghasilan',
    'selesai/@tanggal': 'tanggal_selesai', 'selesai/@sebab': 'sebab_selesai', 'selesai/@tunggakan': 'tunggakan',
    'selesai/@bukti': 'bukti_selesai',
}
AWARD = {
    '@cara': 'cara', '@bulan': 'bulan', '@per-bulan': 'per_bulan', '@jumlah': 'jumlah', '@dibayar': 'dibayar', '@dari': 'dari',
    '@sampai': 'sampai', '@naik': 'naik', '@anak': 'id_anak',
}
CHILD = {
    '@id': 'id_anak', '@nama': 'nama_anak', '@lahir': 'lahir_anak', '@asuh': 'asuh_anak', '@sekolah': 'sekolah_anak',
    'rekening/@bank': 'bank_anak', 'rekening/@nomor': 'rekening_anak', 'rekening/@nama': 'nama_rekening_anak',
    'rekening/@bukti': 'bukti_rekening_anak', 'berhenti/@tanggal': 'tanggal_berhenti', 'berhenti/@sebab': 'sebab_berhenti',
    'berhenti/@bukti': 'bukti_berhenti', 'konfirmasi/@tanggal': 'tanggal_konfirmasi_anak',
    'konfirmasi/@bukti': 'bukti_konfirmasi_anak',
}
COLUMNS = [*LIST.values(), *CASE.values(), *RULING.values(), 'hak', *list(AWARD.values())[:-1], *CHILD.values(), 'catatan']
ONCE = ('rekening', 'berhenti', 'kawin-lagi', 'meninggal', 'konfirmasi', 'selesai', 'amar', 'asn', 'mantan', 'status', 'jenis')


class Unsayable(Exception):
    """No cell can say it."""


def own_name(node):
    if not isinstance(node.tag, str) or not node.tag.startswith(SPACE):
        raise Unsayable(str(node.tag))
    return node.tag[len(SPACE):]


def blank(text):
    return text is None or text.strip() == ''


def gather(node, path, names, row, skipped=()):
    """Puts everything below `node` into `row`, by the names of its paths."""
    for name, value in node.attrib.items():
        if path + '@' + name not in names:
            raise Unsayable(path + '@' + name)
        row[names[path + '@' + name]] = value
    seen = set()
    for child in node:
        name = own_name(child)
        if not blank(child.tail):
            raise Unsayable('text')
        if path + name in skipped:
            continue
        if name in seen:
            raise Unsayable(name + ' twice')
        seen.add(name)
        if path + name in names:
            if len(child) or child.attrib or blank(child.text):
                raise Unsayable(name)
            row[names[path + name]] = child.text
            continue
        if not any(known.startswith(path + name + '/') for known in names) or not blank(child.text):
            raise Unsayable(path + name)
        if not child.attrib and name in ('rekening', 'kawin-lagi', 'meninggal', 'berhenti', 'konfirmasi', 'selesai'):
            raise Unsayable(name + ' without anything')
        gather(child, path + name + '/', names, row, skipped)
    if path == '' and not blank(node.text):
        raise Unsayable('text')


def award_rows(ruling, haks):
    for amar in ruling.findall(SPACE + 'amar'):
        for award in amar:
            row = {'hak': own_name(award)}
            if row['hak'] not in haks or len(award) or not blank(award.text) or not blank(award.tail):
                raise Unsayable(row['hak'])
            gather(award, '', AWARD, row)
            yield row


def rows_of(ruling, options):
    haks = ('iddah', 'mutah', 'lampau', 'nafkah-anak', 'bagian-gaji')
    top = {}
    gather(ruling, '', {**CASE, **RULING}, top, skipped=('anak', *('amar/' + hak for hak in haks)))
    children = []
    for child in ruling.findall(SPACE + 'anak'):
        row = {}
        gather(child, '', CHILD, row)
        if not row.get('id_anak'):
            raise Unsayable('anak without id')
        children.append(row)
    awards = list(award_rows(ruling, haks))
    if options.joined:
        for award in awards:
            named = [c for c in children if award['hak'] == 'nafkah-anak' and c['id_anak'] == award.get('id_anak')]
            if len(named) == 1 and children and children[0] is named[0]:
                award.update(children.pop(0))
    rows = [*children, *awards] if not options.joined else [*awards, *children]
    for number, row in enumerate(rows or [{}]):
        kept = {'nomor': top.get('nomor', ''), 'entri': top.get('entri', '')} if options.short and number else top
        yield {**kept, **row}


def convert(root, options):
    top = {}
    if own_name(root) != 'daftar-putusan':
        raise Unsayable(root.tag)
    for name, value in root.attrib.items():
        if '@' + name not in LIST:
            raise Unsayable(name)
        top[LIST['@' + name]] = value
    rows = []
    for ruling in root:
        if own_name(ruling) != 'putusan' or not blank(ruling.tail):
            raise Unsayable(ruling.tag)
        rows.extend(rows_of(ruling, options))
    if not blank(root.text):
        raise Unsayable('text')
    for number, row in enumerate(rows or [{}]):
        yield {**(top if number == 0 or not options.short else {}), **row}


def write(rows, options, stream):
    writer = csv.DictWriter(stream, COLUMNS, restval='', delimiter=options.delimiter, lineterminator='\n')
    writer.writeheader()
    writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--short', action='store_true')
    parser.add_argument('--joined', action='store_true')
    parser.add_argument('--delimiter', default=',')
    parser.add_argument('--into')
    parser.add_argument('file', nargs='+')
    options = parser.parse_args()
    for file in options.file:
        try:
            rows = list(convert(tree.parse(file).getroot(), options))
        except (Unsayable, tree.ParseError) as reason:
            if options.into:
                continue
            print(reason, file=sys.stderr)
            return 2
        if options.into:
            name = os.path.splitext(os.path.basename(file))[0] + '.csv'
            with open(os.path.join(options.into, name), 'w', newline='', encoding='utf-8') as stream:
                write(rows, options, stream)
        else:
            write(rows, options, sys.stdout)
    return 0


sys.exit(main())
