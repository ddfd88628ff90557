#!/usr/bin/env python3
"""Holds pain.001.001.09 and .03 files against the sequences, cardinalities and simple types of ISO 20022, written down here
from the message definitions, and against the list that they carry. The schemas themselves are not in this tree; with --xsd DIR
(pain.001.001.09.xsd, pain.001.001.03.xsd) xmllint validates against them as well.
Usage: pain.py FILE... [--list CSV] [--xsd DIR]
       pain.py --program NAFKAH [--xsd DIR]     the sample months through every pain format, and broken copies of them
Ends with "pain: N passed, M failed"."""
import argparse
import copy
import csv
import decimal
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..')
NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.'
passed = failed = 0

# A type is a sequence "name:type" with ? (0..1), * (0..n), + (1..n) or {2} (0..2) behind it, or a choice with |. A type "-" is
# one that this program never writes: the element would be valid, and is a finding here.
COMMON = {
    'Document': 'CstmrCdtTrfInitn:Message',
    'Account': 'Id:AccountId Tp:-? Ccy:-? Nm:-? Prxy:-?',
    'AccountId': 'IBAN:- | Othr:GenericAccount',
    'GenericAccount': 'Id:Max34Text SchmeNm:-? Issr:-?',
    'Agent': 'FinInstnId:Institution BrnchId:-?',
    'ClearingMember': 'ClrSysId:-? MmbId:Max35Text',
    'GenericInstitution': 'Id:Max35Text SchmeNm:-? Issr:-?',
    'Party': 'Nm:Max140Text? PstlAdr:-? Id:-? CtryOfRes:-? CtctDtls:-?',
    'GroupHeader': 'MsgId:Max35Text CreDtTm:ISODateTime Authstn:-{2} NbOfTxs:Max15NumericText CtrlSum:DecimalNumber? '
                   'InitgPty:Party FwdgAgt:-?',
    'ServiceLevel': 'Cd:ExternalCode4 | Prtry:Max35Text',
    'LocalInstrument': 'Cd:Max35Text | Prtry:Max35Text',
    'AmountType': 'InstdAmt:Amount | EqvtAmt:-',
    'Purpose': 'Cd:ExternalCode4 | Prtry:Max35Text',
}
VERSIONS = {
    '09': {
        **COMMON,
        'Message': 'GrpHdr:GroupHeader PmtInf:Instruction+ SplmtryData:-*',
        'Institution': 'BICFI:BICFIDec2014Identifier? ClrSysMmbId:ClearingMember? LEI:-? Nm:-? PstlAdr:-? Othr:GenericInstitution?',
        'Instruction': 'PmtInfId:Max35Text PmtMtd:PaymentMethod3Code BtchBookg:-? NbOfTxs:Max15NumericText? CtrlSum:DecimalNumber? '
                       'PmtTpInf:PaymentType? ReqdExctnDt:DateChoice PoolgAdjstmntDt:-? Dbtr:Party DbtrAcct:Account DbtrAgt:Agent '
                       'DbtrAgtAcct:-? InstrForDbtrAgt:-? UltmtDbtr:-? ChrgBr:ChargeBearerType1Code? ChrgsAcct:-? ChrgsAcctAgt:-? '
                       'CdtTrfTxInf:Transaction+',
        'PaymentType': 'InstrPrty:-? SvcLvl:ServiceLevel* LclInstrm:LocalInstrument? CtgyPurp:-?',
        'DateChoice': 'Dt:ISODate | DtTm:-',
        'Transaction': 'PmtId:PaymentId PmtTpInf:-? Amt:AmountType XchgRateInf:-? ChrgBr:-? ChqInstr:-? UltmtDbtr:-? IntrmyAgt1:-? '
                       'IntrmyAgt1Acct:-? IntrmyAgt2:-? IntrmyAgt2Acct:-? IntrmyAgt3:-? IntrmyAgt3Acct:-? CdtrAgt:Agent? '
                       'CdtrAgtAcct:-? Cdtr:Party? CdtrAcct:Account? UltmtCdtr:-? InstrForCdtrAgt:-* InstrForDbtrAgt:-? '
                       'Purp:Purpose? RgltryRptg:-* Tax:-? RltdRmtInf:-* RmtInf:Remittance? SplmtryData:-*',
        'PaymentId': 'InstrId:-? EndToEndId:Max35Text UETR:-?',
        'Remittance': 'Ustrd:Max140Text* Strd:Structured*',
        'Structured': 'RfrdDocInf:-* RfrdDocAmt:-? CdtrRefInf:-? Invcr:-? Invcee:-? TaxRmt:-? GrnshmtRmt:Garnishment? '
                      'AddtlRmtInf:-*',
        'Garnishment': 'Tp:GarnishmentType Grnshee:-? GrnshmtAdmstr:-? RefNb:Max140Text? Dt:ISODate? RmtdAmt:Amount? '
                       'FmlyMdclInsrncInd:-? MplyeeTermntnInd:-?',
        'GarnishmentType': 'CdOrPrtry:GarnishmentChoice Issr:-?',
        'GarnishmentChoice': 'Cd:ExternalCode4 | Prtry:Max35Text',
    },
    '03': {
        **COMMON,
        'Message': 'GrpHdr:GroupHeader PmtInf:Instruction+',
        'Institution': 'BIC:BICIdentifier? ClrSysMmbId:ClearingMember? Nm:-? PstlAdr:-? Othr:GenericInstitution?',
        'Instruction': 'PmtInfId:Max35Text PmtMtd:PaymentMethod3Code BtchBookg:-? NbOfTxs:Max15NumericText? CtrlSum:DecimalNumber? '
                       'PmtTpInf:PaymentType? ReqdExctnDt:ISODate PoolgAdjstmntDt:-? Dbtr:Party DbtrAcct:Account DbtrAgt:Agent '
                       'DbtrAgtAcct:-? UltmtDbtr:-? ChrgBr:ChargeBearerType1Code? ChrgsAcct:-? ChrgsAcctAgt:-? '
                       'CdtTrfTxInf:Transaction+',
        'PaymentType': 'InstrPrty:-? SvcLvl:ServiceLevel? LclInstrm:LocalInstrument? CtgyPurp:-?',
        'Transaction': 'PmtId:PaymentId PmtTpInf:-? Amt:AmountType XchgRateInf:-? ChrgBr:-? ChqInstr:-? UltmtDbtr:-? IntrmyAgt1:-? '
                       'IntrmyAgt1Acct:-? IntrmyAgt2:-? IntrmyAgt2Acct:-? IntrmyAgt3:-? IntrmyAgt3Acct:-? CdtrAgt:Agent? '
                       'CdtrAgtAcct:-? Cdtr:Party? CdtrAcct:Account? UltmtCdtr:-? InstrForCdtrAgt:-* InstrForDbtrAgt:-? '
                       'Purp:Purpose? RgltryRptg:-* Tax:-? RltdRmtInf:-* RmtInf:Remittance?',
        'PaymentId': 'InstrId:-? EndToEndId:Max35Text',
        'Remittance': 'Ustrd:Max140Text* Strd:-*',
    },
}


def decimal_within(least, digits, fraction):
    def fits(text):
        if not re.fullmatch(r'[+-]?(\d+(\.\d*)?|\.\d+)', text):
            return False
        whole, _, rest = text.lstrip('+-').partition('.')
        whole, rest = whole.lstrip('0'), rest.rstrip('0')
        return len(whole) + len(rest) <= digits and len(rest) <= fraction and (least is None or decimal.Decimal(text) >= least)
    return fits


def is_date(text):
    days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    m = re.fullmatch(r'(\d{4})-(\d\d)-(\d\d)', text)
    if not m:
        return False
    year, month, day = map(int, m.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= days[month - 1] and (leap or (month, day) != (2, 29))


def is_moment(text):
    return is_date(text[:10]) and re.fullmatch(r'T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]\d\d:\d\d)?', text[10:]) is not None


def length(most):
    return lambda text: 1 <= len(text) <= most


def pattern(expression):
    return lambda text: re.fullmatch(expression, text) is not None


SIMPLE = {
    'Max34Text': length(34), 'Max35Text': length(35), 'Max140Text': length(140), 'ExternalCode4': length(4),
    'Max15NumericText': pattern(r'[0-9]{1,15}'), 'DecimalNumber': decimal_within(None, 18, 17),
    'Amount': decimal_within(0, 18, 5), 'ISODate': is_date, 'ISODateTime': is_moment,
    'PaymentMethod3Code': pattern('CHK|TRF|TRA'), 'ChargeBearerType1Code': pattern('DEBT|CRED|SHAR|SLEV'),
    'BICFIDec2014Identifier': pattern('[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?'),
    'BICIdentifier': pattern('[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?'),
}
BOUNDS = {'': (1, 1), '?': (0, 1), '*': (0, None), '+': (1, None), '{2}': (0, 2)}


def places(version, kind):
    """[(name, type, least, most)] and whether one of them is to be chosen."""
    text = VERSIONS[version][kind]
    found = re.findall(r'(\w+):(-|\w+)(\{2\}|[?*+]?)', text)
    return [(n, t, *BOUNDS[b]) for n, t, b in found], '|' in text


# ---- the structure ----

def check_value(kind, element, path, complaints):
    if len(element):
        complaints.append(f'{path}: elements inside of a value')
    attributes = {'Ccy'} if kind == 'Amount' else set()
    if set(element.attrib) != attributes:
        complaints.append(f'{path}: attributes {sorted(element.attrib)}')
    if kind == 'Amount' and not re.fullmatch('[A-Z]{3}', element.get('Ccy', '')):
        complaints.append(f'{path}: Ccy {element.get("Ccy")!r}')
    if not SIMPLE[kind](element.text or ''):
        complaints.append(f'{path}: {element.text!r} is no {kind}')


def check_order(version, kind, element, path, complaints):
    """The children's names against the sequence; returns the type of each."""
    rows, choice = places(version, kind)
    names = [c.tag.partition('}')[2] for c in element]
    if choice:
        if len(names) != 1 or names[0] not in [r[0] for r in rows]:
            complaints.append(f'{path}: {names} where one of {[r[0] for r in rows]} must stand')
        return {r[0]: r[1] for r in rows}
    at = 0
    for name, _, least, most in rows:
        count = 0
        while at < len(names) and names[at] == name:
            at, count = at + 1, count + 1
        if count < least or (most is not None and count > most):
            complaints.append(f'{path}: {count} x {name}')
    if at < len(names):
        complaints.append(f'{path}: {names[at]} out of place')
    return {r[0]: r[1] for r in rows}


def check_element(version, kind, element, path, complaints):
    if not element.tag.startswith('{' + NAMESPACE + version + '}'):
        complaints.append(f'{path}: namespace of {element.tag}')
    if kind == '-':
        complaints.append(f'{path}: never written by this program')
        return
    if kind in SIMPLE:
        check_value(kind, element, path, complaints)
        return
    if element.attrib or (element.text or '').strip():
        complaints.append(f'{path}: text or attributes')
    kinds = check_order(version, kind, element, path, complaints)
    for child in element:
        name = child.tag.partition('}')[2]
        if (child.tail or '').strip():
            complaints.append(f'{path}: text behind {name}')
        if name in kinds:
            check_element(version, kinds[name], child, f'{path}/{name}', complaints)


# ---- what it says ----

def texts(element, path):
    return [e.text for e in element.findall('/'.join('{*}' + step for step in path.split('/')))]


def check_sums(element, payments, path, complaints):
    total = sum(decimal.Decimal(texts(p, 'Amt/InstdAmt')[0]) for p in payments)
    if texts(element, 'NbOfTxs') != [str(len(payments))]:
        complaints.append(f'{path}: NbOfTxs {texts(element, "NbOfTxs")} of {len(payments)}')
    if [decimal.Decimal(t) for t in texts(element, 'CtrlSum')] != [total]:
        complaints.append(f'{path}: CtrlSum {texts(element, "CtrlSum")} of {total}')


def check_sense(version, root, complaints):
    """What the schema does not say and this program promises."""
    header = root.find('./*/{*}GrpHdr')
    batches = root.findall('./*/{*}PmtInf')
    payments = root.findall('./*/{*}PmtInf/{*}CdtTrfTxInf')
    day = texts(header, 'CreDtTm')[0][:10]
    check_sums(header, payments, 'GrpHdr', complaints)
    for batch in batches:
        check_sums(batch, batch.findall('{*}CdtTrfTxInf'), 'PmtInf', complaints)
        dates = texts(batch, 'ReqdExctnDt/Dt' if version == '09' else 'ReqdExctnDt')
        if dates != [day] or texts(header, 'CreDtTm') != [day + 'T00:00:00']:
            complaints.append(f'PmtInf: dates {dates}, {texts(header, "CreDtTm")}')
        if texts(batch, 'ChrgBr') != ['DEBT'] or texts(batch, 'PmtMtd') != ['TRF']:
            complaints.append('PmtInf: ChrgBr or PmtMtd')
    for what, values in (('PmtInfId', texts(root, 'CstmrCdtTrfInitn/PmtInf/PmtInfId')),
                         ('EndToEndId', [t for p in payments for t in texts(p, 'PmtId/EndToEndId')])):
        if len(set(values)) != len(values):
            complaints.append(f'{what}: one stands twice')
    for bank in root.iter('{' + NAMESPACE + version + '}FinInstnId'):
        if len(bank) != 1:
            complaints.append('FinInstnId: not one way to say the bank')
    for p in payments:
        check_payment(version, p, complaints)


def check_payment(version, p, complaints):
    key = texts(p, 'PmtId/EndToEndId')[0]
    amounts = texts(p, 'Amt/InstdAmt')
    purpose = texts(p, 'Purp/Cd')
    if not re.fullmatch('[0-9a-f]{20}', key):
        complaints.append(f'{key}: no kunci')
    if not all(re.fullmatch(r'[1-9]\d*\.\d\d', a) for a in amounts) or any(e.get('Ccy') not in (None, 'IDR') for e in p.iter()):
        complaints.append(f'{key}: amount {amounts}')
    if purpose not in (['ALMY'], ['DEPD']):
        complaints.append(f'{key}: purpose {purpose}')
    for needed in ('CdtrAgt/FinInstnId', 'Cdtr/Nm', 'CdtrAcct/Id/Othr/Id'):
        if len(texts(p, needed)) != 1:
            complaints.append(f'{key}: {needed}')
    if version == '03':
        if len(texts(p, 'RmtInf/Ustrd')) != 1:
            complaints.append(f'{key}: no case')
        return
    court = 'RmtInf/Strd/GrnshmtRmt/'
    if texts(p, court + 'RmtdAmt') != amounts or len(texts(p, court + 'RefNb')) != 1:
        complaints.append(f'{key}: garnishment {texts(p, court + "RmtdAmt")}')
    if bool(texts(p, court + 'Tp/CdOrPrtry/Cd')) != (purpose == ['DEPD']):
        complaints.append(f'{key}: kind of garnishment')


def letters(text):
    """What is left of a text in any set of characters."""
    return re.sub('[^A-Z0-9]', '', text.upper())


def check_list(version, root, rows, complaints):
    """Every payment of the list once, with its account, amount, case, and purpose."""
    carried = {texts(p, 'PmtId/EndToEndId')[0]: p for p in root.findall('./*/{*}PmtInf/{*}CdtTrfTxInf')}
    if set(carried) != {r['kunci'] for r in rows}:
        complaints.append(f'keys: {sorted(set(carried) ^ {r["kunci"] for r in rows})}')
    for r in rows:
        p = carried.get(r['kunci'])
        if p is None:
            continue
        case = texts(p, 'RmtInf/Ustrd' if version == '03' else 'RmtInf/Strd/GrnshmtRmt/RefNb')
        children = all(item.startswith('nafkah-anak ') for item in r['rincian'].split('; '))
        ruled = texts(p, 'RmtInf/Strd/GrnshmtRmt/Dt')
        if texts(p, 'CdtrAcct/Id/Othr/Id') != [r['rekening']] or texts(p, 'Amt/InstdAmt') != [r['jumlah'] + '.00']:
            complaints.append(f'{r["kunci"]}: account or amount')
        if [letters(c) for c in case] != [letters(r['nomor_perkara'])]:
            complaints.append(f'{r["kunci"]}: case {case}')
        if texts(p, 'Purp/Cd') != ['DEPD' if children else 'ALMY']:
            complaints.append(f'{r["kunci"]}: purpose')
        if version == '09' and r.get('tanggal_putusan') is not None and ruled != [d for d in [r['tanggal_putusan']] if d]:
            complaints.append(f'{r["kunci"]}: ruled {ruled}')


def check(root, rows):
    complaints = []
    version = root.tag[-len('09}Document'):][:2]
    if root.tag != '{' + NAMESPACE + version + '}Document' or version not in VERSIONS:
        return [f'root {root.tag}']
    check_element(version, 'Document', root, 'Document', complaints)
    if not complaints:
        check_sense(version, root, complaints)
        if rows is not None:
            check_list(version, root, rows, complaints)
    return complaints


# ---- files ----

def expect(truth, what):
    global passed, failed
    if truth:
        passed += 1
    else:
        failed += 1
        print(f'pain: {what}', flush=True)
    return truth


def list_of(path):
    with open(path, encoding='utf-8', newline='') as f:
        return list(csv.DictReader(f))


def check_file(path, rows, xsd):
    root = ET.parse(path).getroot()
    complaints = check(root, rows)
    expect(not complaints, f'{path}: ' + '; '.join(complaints[:5]))
    if xsd:
        schema = os.path.join(xsd, f'pain.001.001.{root.tag.partition("}")[0][-2:]}.xsd')
        result = subprocess.run(['xmllint', '--nonet', '--noout', '--schema', schema, path], capture_output=True, text=True)
        expect(result.returncode == 0, f'{path}: {result.stderr.strip()[:400]}')
    return root


def broken_copies(root):
    """Each differs in one place from a file that holds; none may pass."""
    for i, element in enumerate(root.iter()):
        for k in range(len(element)):
            changed = copy.deepcopy(root)
            parent = list(changed.iter())[i]
            child = parent[k]
            name = child.tag.partition('}')[2]
            if k + 1 < len(parent) and parent[k + 1].tag != child.tag:
                parent.remove(child)
                parent.insert(k + 1, child)
                yield f'{name} behind the next', changed
                changed = copy.deepcopy(root)
                parent = list(changed.iter())[i]
                child = parent[k]
            if name not in ('Nm', 'InitgPty', 'Dt', 'PmtTpInf', 'SvcLvl', 'LclInstrm'):
                parent.remove(child)
                yield f'no {name}', changed
        if element.text and element.text.strip():
            changed = copy.deepcopy(root)
            target = list(changed.iter())[i]
            target.text = ''
            yield f'empty {element.tag.partition("}")[2]}', changed


def check_broken(path, rows):
    """On a copy with the first payment of each batch only, so that it stays quick."""
    root = ET.parse(path).getroot()
    kept = set()
    for batch in root.findall('./*/{*}PmtInf'):
        payments = batch.findall('{*}CdtTrfTxInf')
        for p in payments[1:]:
            batch.remove(p)
        kept.update(texts(payments[0], 'PmtId/EndToEndId'))
        set_sums(batch, payments[:1])
    set_sums(root.find('./*/{*}GrpHdr'), root.findall('./*/{*}PmtInf/{*}CdtTrfTxInf'))
    rows = [r for r in rows if r['kunci'] in kept]
    if not expect(not check(root, rows), f'{path}: a shorter copy does not hold'):
        return
    for what, changed in broken_copies(root):
        expect(check(changed, rows), f'{path}: passes with {what}')


def set_sums(element, payments):
    element.find('{*}NbOfTxs').text = str(len(payments))
    element.find('{*}CtrlSum').text = str(sum(decimal.Decimal(texts(p, 'Amt/InstdAmt')[0]) for p in payments))


# ---- the sample months ----

def run(*words, ends=(0, 1)):
    result = subprocess.run(words, capture_output=True, text=True, cwd=ROOT)
    return expect(result.returncode in ends, f'{" ".join(words)}: {result.returncode} {result.stderr.strip()[:400]}')


# As samples/run.sh has them.
MONTHS = [('2026-01', '2026-01', ['--first'], ['2026-01/gaji.csv', '2026-01/tpp.csv']),
          ('2026-02', '2026-02', ['--previous', '2026-01'], ['2026-02/gaji.csv', '2026-02/tpp.csv']),
          ('2026-03', '2026-03', ['--previous', '2026-02', '--more', 'tpp', '--income', 'samples/2026-02/tpp.csv'], ['2026-03/gaji.csv']),
          ('2026-03', '2026-03-tpp', ['--continues', '2026-03'], ['2026-03/tpp.csv'])]


def sample_months(program, out):
    for period, name, words, payrolls in MONTHS:
        words = [os.path.join(out, w) if re.match(r'\d', w) else w for w in words]
        if run(program, 'run', '--period', period, *words, '--formats', 'formats', '--office', 'samples/kantor.xml', '--rulings',
               f'samples/{period}/putusan.xml', '--out', os.path.join(out, name), *[f'samples/{p}' for p in payrolls]):
            yield os.path.join(out, name)


def check_month(program, month, version, xsd):
    # Beside one another they would be refused: the same lines twice.
    beside = os.path.join(os.path.dirname(month), f'pain-{version}')
    os.makedirs(beside, exist_ok=True)
    out = os.path.join(beside, os.path.basename(month))
    if not run(program, 'transfer', month, '--format', f'pain-001-{version}', '--pay-date', '2026-03-30', '--out', out,
               '--formats', 'formats', '--office', 'samples/kantor.xml'):
        return
    files = [f for f in os.listdir(out) if f.endswith('.xml') and f != 'kirim.xml']
    sent, left = list_of(os.path.join(out, 'terkirim.csv')), list_of(os.path.join(out, 'belum-terkirim.csv'))
    keys = [r['kunci'] for r in sent + left]
    if not expect(len(files) == 1, f'{out}: {files}'):
        return
    expect(sorted(keys) == sorted(r['kunci'] for r in list_of(os.path.join(month, 'transfer.csv'))), f'{out}: lines lost or twice')
    check_file(os.path.join(out, files[0]), sent, xsd)
    if os.path.basename(month) == '2026-01':
        check_broken(os.path.join(out, files[0]), sent)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('files', nargs='*')
    options.add_argument('--list')
    options.add_argument('--xsd')
    options.add_argument('--program')
    options = options.parse_args()
    for path in options.files:
        check_file(path, list_of(options.list) if options.list else None, options.xsd)
    if options.program:
        with tempfile.TemporaryDirectory() as out:
            program = os.path.abspath(options.program)
            for month in list(sample_months(program, out)):
                for version in VERSIONS:
                    check_month(program, month, version, options.xsd)
    print(f'pain: {passed} passed, {failed} failed')
    return failed > 0 or passed == 0


if __name__ == '__main__':
    sys.exit(main())
