#!/usr/bin/env python3
"""Writes a month of an invented office into a folder: gaji.csv, tpp.csv, putusan.xml, with one ruling a person.
Usage: month.py DIR PEOPLE [hostile]: with `hostile` names, case numbers and departments hold markup, formulas, words without a
blank and amounts near the limit."""
import os
import sys
from xml.sax.saxutils import quoteattr

HOSTILE = ['<script>document.title="gotcha"</script>', '=HYPERLINK("http://contoh.invalid","klik")', '@SUM(A1:A9)',
           '+62 811', '-1+1', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', 'A' * 200, "'; --", ']]></style>', 'ÉÑ 漢字']
GAJI = 'nip_pegawai,nama_pegawai,nomor_rekening_bank_pegawai,zakat,jumlah_gaji_dan_tunjangan,jumlah_potongan,' \
       'jumlah_ditransfer,skpd'
TPP = 'nip_pegawai,nama_pegawai,nomor_rekening_bank_pegawai,zakat,jumlah_tpp,jumlah_potongan,jumlah_ditransfer,skpd'


def nip(i):
    born = f'{1965 + i % 30}{1 + i // 30 % 12:02}{1 + i // 360 % 28:02}'
    return f'{born}2010011{1 + i // 10080 % 900:03}'


def field(text):
    return '"' + text.replace('"', '""') + '"'


def name(i, hostile):
    return f'PEGAWAI {HOSTILE[i % len(HOSTILE)]}' if hostile and i % 3 else f'PEGAWAI NOMOR {i}'


def free(i, hostile, plain):
    """A text that may begin as it likes."""
    return HOSTILE[i % len(HOSTILE)] if hostile else plain


def awards(i, hostile):
    kind = i % 6
    if hostile and i == 7:
        return '<mutah cara="nominal" bulan="1" jumlah="1000000000000"/>'
    return ('<iddah cara="pecahan" bulan="3"/><nafkah-anak cara="pecahan"/>',
            '<mutah cara="nominal" bulan="12" jumlah="10000000"/><nafkah-anak cara="nominal" per-bulan="1000001" naik="10"/>',
            '<iddah cara="nominal" bulan="3" per-bulan="1500000"/><nafkah-anak cara="nominal" per-bulan="2000001"/>',
            '<iddah cara="pecahan" bulan="4"/><nafkah-anak cara="pecahan"/>',
            '<bagian-gaji cara="pecahan"/><nafkah-anak cara="pecahan"/>',
            '<lampau cara="nominal" bulan="6" per-bulan="9000000"/><nafkah-anak cara="pecahan"/>')[kind]


def ruling(i, hostile):
    account = '' if i % 11 == 0 else f'<rekening bank="124" nomor="{i + 3000000:010}" nama={quoteattr(free(i, hostile, "PENERIMA"))}/>'
    number = f'{i}/Pdt.G/2025/PA.{free(i, hostile, "Contoh")}'[:100]
    who = name(i, hostile) if i % 29 else 'ORANG LAIN'
    return f'''<putusan nomor={quoteattr(number)}><status>bht</status><jenis>cerai-gugat</jenis>
<tanggal-putusan>2025-10-02</tanggal-putusan><tanggal-bht>2025-12-20</tanggal-bht>
<asn nip="{nip(i if i % 37 else i + 100000)}" nama={quoteattr(who)}/>
<mantan nama={quoteattr(free(i + 1, hostile, f"MANTAN NOMOR {i}"))} hubungan="istri">{account}</mantan>
<anak id="a1" nama={quoteattr(free(i + 2, hostile, f"ANAK SATU {i}"))} lahir="2015-06-01" asuh="ibu"/>
<anak id="a2" nama={quoteattr(free(i + 3, hostile, f"ANAK DUA {i}"))} lahir="2017-06-01" asuh="ibu"/>
<amar>{awards(i, hostile)}</amar></putusan>
'''


def main():
    folder, people, hostile = sys.argv[1], int(sys.argv[2]), 'hostile' in sys.argv[3:]
    os.makedirs(folder, exist_ok=True)
    with open(f'{folder}/gaji.csv', 'w') as gaji, open(f'{folder}/tpp.csv', 'w') as tpp:
        gaji.write(GAJI + '\n')
        tpp.write(TPP + '\n')
        for i in range(1, people + 1):
            who, skpd = field(name(i, hostile)), field(free(i % 40, hostile, f'DINAS NOMOR {i % 40}'))
            pay = 9000000000000 if hostile and i == 8 else 6000000 + 1001 * (i % 3000)
            gaji.write(f'{nip(i)},{who},{i:010},0,{pay},600000,{pay - 600000},{skpd}\n')
            tpp.write(f'{nip(i)},{who},{i:010},0,{4000000 + i},100000,{3900000 + i},{skpd}\n')
    with open(f'{folder}/putusan.xml', 'w') as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<daftar-putusan xmlns="urn:nafkah:putusan:1" '
                  f'pengadilan={quoteattr(free(1, hostile, "PA Contoh"))} tanggal="2026-01-05">\n')
        out.writelines(ruling(i, hostile) for i in range(1, people + 1))
        out.write('</daftar-putusan>\n')


main()
