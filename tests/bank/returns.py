#!/usr/bin/env python3
"""To the bank and back, at random: months of random offices and the sample months are sent, by channels that carry all or some of
it or by hand; a bank pays, returns (some accounts are wrong), returns what it had paid, or stays silent, and tells so in files of
many shapes; what came back is sent again. Held after every step: paid + returned + unknown = sent, line by line as a model has it
that shares nothing with the program; no folder that was read changes; the same arguments give the same bytes; the same news again
change nothing. The bank never has a key twice, whatever is tried beside (sending again, results of an earlier sending, results of
other payments): each such attempt is refused without a trace. In the end every line of the month is paid, once.
Usage: returns.py PROGRAM [--formats DIR] [--seeds FIRST-LAST] [--work DIR]
Ends with "returns: N passed, M failed"."""
import argparse
import csv
import datetime
import hashlib
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, '..', '..'))
sys.path.insert(0, os.path.join(HERE, '..', 'property'))
import office  # noqa: E402

UNKNOWN, PAID, BACK = 'belum-diketahui', 'dibayar', 'dikembalikan'
EVENTS = 40


class Fault(Exception):
    pass


def hold(good, what):
    if not good:
        raise Fault(what)


def rows_of(folder, name):
    with open(os.path.join(folder, name), encoding='utf-8', newline='') as stream:
        return list(csv.DictReader(stream, strict=True))


def tree(folder):
    """Everything in a folder, as one hash."""
    total = hashlib.sha256()
    for path, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            with open(os.path.join(path, name), 'rb') as stream:
                total.update(os.path.relpath(os.path.join(path, name), folder).encode() + b'\0' + stream.read() + b'\0')
    return total.hexdigest()


# ---- the bank -------------------------------------------------------------------------------------------------

class Bank:
    """What really happens to money. A key is at the bank at most once: pending or paid."""

    def __init__(self, rng, keys):
        self.rng = rng
        self.has = dict.fromkeys(keys)  # key: the sending that the bank has it of
        self.wrong = set()              # accounts that do not take money
        self.payments, self.day = 0, None

    def take(self, sending):
        for key, row in sending.rows.items():
            hold(self.has[key] is None, 'the bank gets %s twice' % key)
            self.has[key] = sending
            if self.rng.random() < .3:
                self.wrong.add((row['bank'], row['rekening']))

    def work(self, sending, share, late):
        """Some of what is silent happens; now and then something that was paid comes back."""
        for key, row in sending.rows.items():
            if sending.truth[key] == UNKNOWN and self.rng.random() < share:
                bad = (row['bank'], row['rekening']) in self.wrong
                self.settle(sending, key, BACK if bad else PAID)
            elif sending.truth[key] == PAID and self.rng.random() < late:
                self.settle(sending, key, BACK)

    def settle(self, sending, key, fate):
        hold(self.has[key] is sending, '%s is settled by another sending' % key)
        sending.truth[key], sending.days[key] = fate, self.day
        self.payments += fate == PAID
        if fate == BACK:
            self.has[key] = None


class Sending:
    """A list that went to the bank, and what the office has been told of it."""

    def __init__(self, folder, rows, attempt, day):
        self.folder, self.head, self.attempt, self.day = folder, folder, attempt, day
        self.rows = {row['kunci']: row for row in rows}
        self.truth = dict.fromkeys(self.rows, UNKNOWN)
        self.known = dict.fromkeys(self.rows, UNKNOWN)
        self.days = dict.fromkeys(self.rows, day)  # of what happened last
        self.files = []  # the bank's, that were applied


# ---- files of banks -------------------------------------------------------------------------------------------

def write_csv(path, rows, delimiter, end):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows(rows)
    with open(path, 'w', encoding='utf-8', newline='') as stream:
        stream.write(text.getvalue())


def write_xlsx(path, rows):
    """A workbook of texts, as small as one can be."""
    cells = ''.join('<row r="%d">%s</row>' % (n, ''.join('<c t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % escape(cell)
                                                        for cell in row)) for n, row in enumerate(rows, 1))
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006/'
    parts = {
        '[Content_Types].xml': '<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/'
                               'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType='
                               '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName='
                               '"/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                               'spreadsheetml.worksheet+xml"/></Types>' % package,
        '_rels/.rels': '<Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>' % (package, rel),
        'xl/workbook.xml': '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Hasil" sheetId="1" r:id="r1"/></sheets>'
                           '</workbook>' % (main, rel),
        'xl/_rels/workbook.xml.rels': '<Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/worksheet" '
                                      'Target="worksheets/sheet1.xml"/></Relationships>' % (package, rel),
        'xl/worksheets/sheet1.xml': '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, cells),
    }
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)


def key_text(rng, sending, row):
    """As channels give keys back: whole, in capitals, cut to 19; or not at all, where account and amount say which line it is."""
    key, others = row['kunci'], [r for r in sending.rows.values() if r is not row]
    way = rng.random()
    cut = rng.choice([10, 16, 19])
    if way < .15 and not any(r['kunci'][:cut] == key[:cut] for r in others):
        return key[:cut]
    if way < .3 and not any((r['rekening'].lstrip('0'), r['jumlah']) == (row['rekening'].lstrip('0'), row['jumlah']) for r in others):
        return ''
    return key.upper() if way < .45 else key


def bri_rows(rng, sending, fates):
    words = {PAID: ['Success', 'SUKSES'], BACK: ['Failed', 'rejected'], UNKNOWN: ['Pending', 'on process']}
    rows = [['NO', 'NAMA', 'ACCOUNT', 'AMOUNT', 'EMAIL', 'CUSTOMERREFF', 'STATUS', 'REMARK', 'TRANSACTION DATE']]
    for key, fate, reason, day in fates:
        row = sending.rows[key]
        rows.append([str(len(rows)), row['nama_rekening'], row['rekening'], '{:,}.00'.format(int(row['jumlah'])), '',
                     key_text(rng, sending, row), rng.choice(words[fate]), reason, day.strftime('%d-%m-%Y')])
    return [['HASIL UNGGAHAN'] + [''] * 8] + rows + [['TOTAL', '', '', '1.00', '', '', '', '', '']]


def plain_rows(rng, sending, fates):
    words = {PAID: ['Dibayar', 'BERHASIL'], BACK: ['dikembalikan', 'Gagal', 'ditolak'], UNKNOWN: ['', 'diproses', 'Belum Diketahui']}
    rows = [['Status', 'Kunci', 'Alasan', 'Tanggal', 'Rekening', 'Jumlah', 'Catatan']]
    for key, fate, reason, day in fates:
        row = sending.rows[key]
        account = '*' * 6 + row['rekening'][-4:] if rng.random() < .1 else row['rekening']
        text = key_text(rng, sending, row)
        rows.append([rng.choice(words[fate]), text if text or '*' not in account else key, reason, day.isoformat() + ' 10:15:00',
                     account, rng.choice([row['jumlah'], '{:,}'.format(int(row['jumlah'])).replace(',', '.')]), 'x'])
    return rows


def write_answer(rng, path, sending, fates):
    """Results in one of the shapes that the shipped formats read. The name of the file."""
    rows = rng.choice([bri_rows, plain_rows])(rng, sending, fates)
    if rng.random() < .25:
        write_xlsx(path + '.xlsx', rows)
        return path + '.xlsx'
    write_csv(path + '.csv', rows, rng.choice(',;'), rng.choice(['\n', '\r\n']))
    return path + '.csv'


# ---- an office and its folders ----------------------------------------------------------------------------------

class World:
    def __init__(self, options, seed, work):
        self.options, self.rng, self.work, self.log = options, random.Random('returns %d' % seed), work, []
        self.day = datetime.date(2026, 2, 5)
        self.count = 0
        self.sendings, self.resends, self.rests = [], [], []
        self.banks = os.path.join(work, 'banks.xml')
        with open(os.path.join(options.formats, 'bank', 'bank.xml'), encoding='utf-8') as stream:
            table = stream.read().replace('dipastikan="tidak"', 'dipastikan="ya"')
        with open(self.banks, 'w', encoding='utf-8') as stream:
            stream.write(table)

    def new(self, name):
        self.count += 1
        return os.path.join(self.work, '%s%d' % (name, self.count))

    def run(self, *words):
        self.log.append(' '.join(os.path.relpath(w, self.work) if w.startswith(self.work) else w for w in words))
        done = subprocess.run([self.options.program, *words, '--formats', self.options.formats], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        text = done.stdout.decode(errors='replace')
        self.log.append('    exit %d' % done.returncode)
        hold(done.returncode in (0, 1, 3), 'exit %d: %s' % (done.returncode, text))
        return done.returncode, text

    def refused(self, what, code, *words):
        out = self.new('x')
        status, text = self.run(*words, '--out', out)
        hold(status == 3 and code in text, '%s: exit %d, without %s: %s' % (what, status, code, text))
        hold(not os.path.exists(out), what + ': refused, and yet a folder')

    def later(self):
        self.day += datetime.timedelta(days=self.rng.randrange(1, 4))

    # ---- sending

    def began(self, folder, rows, attempt):
        sending = Sending(folder, rows, attempt, self.day)
        self.sendings.append(sending)
        self.bank.take(sending)
        self.later()

    def transfer(self, folder, rows, attempt):
        """What a channel carries is with the bank; the rest waits for another one."""
        out, name = self.new('t'), self.rng.choice(['csv-umum', 'csv-umum', 'xlsx-umum', 'bri', 'mandiri-mcm'])
        words = ['transfer', folder, '--format', name, '--pay-date', self.day.isoformat(), '--banks', self.banks, '--office',
                 os.path.join(self.work, 'kantor-%s.xml' % {'bri': '002', 'mandiri-mcm': '008'}.get(name, '124'))]
        status, text = self.run(*words, '--out', out)
        if status == 3:
            hold('N1020' in text, 'nothing else keeps %s from being sent: %s' % (folder, text))
            return self.rests.append((folder, rows, attempt))
        sent, left = rows_of(out, 'terkirim.csv'), rows_of(out, 'belum-terkirim.csv')
        hold(sorted(r['kunci'] for r in sent + left) == sorted(r['kunci'] for r in rows), 'a line is lost between lists')
        hold(status == (1 if left else 0), 'exit %d, %d left' % (status, len(left)))
        self.began(out, sent, attempt)
        if left:
            self.rests.append((out, left, attempt))
        self.refused('sent once more', 'N1011', *words)

    # ---- what comes back

    def answer(self, sending, everything):
        """The fates that a file tells: all, or those that are news."""
        fates = []
        for key, fate in sending.truth.items():
            if everything or fate != sending.known[key]:
                fates.append((key, fate, 'Rekening tidak ada' if fate == BACK else '', sending.days[key]))
        self.rng.shuffle(fates)
        return fates

    def corrections(self, sending, keys):
        fixed = {}
        for key in keys:
            if self.rng.random() < .6:
                account = '77%011d' % self.rng.randrange(10 ** 10)
                fixed[key] = [key, self.rng.choice(['002', '008', '124']), account, 'PENERIMA ' + key[:4].upper(), 'Surat %s/2026' % key[:3]]
        path = self.new('koreksi') + '.csv'
        write_csv(path, [['kunci', 'bank', 'rekening', 'nama_rekening', 'bukti']] + list(fixed.values()), ',', '\n')
        return path, fixed

    def give_back(self, sending):
        fates = self.answer(sending, self.rng.random() < .5)
        path = write_answer(self.rng, self.new('bank'), sending, fates)
        news = [key for key, fate, _, _ in fates if fate == BACK and sending.known[key] != BACK]
        before, out = tree(sending.head), self.new('r')
        words = ['return', sending.head, path]
        koreksi, fixed = self.corrections(sending, news)
        if fixed:
            words += ['--corrections', koreksi]
        status, text = self.run(*words, '--out', out)
        hold(status < 3, 'refused: ' + text)
        for key, fate, _, _ in fates:
            if (sending.known[key], fate) not in ((PAID, UNKNOWN), (BACK, UNKNOWN)):
                sending.known[key] = fate
        self.check_return(sending, out, status, news, fixed)
        hold(tree(sending.head) == before, 'what was read has changed')
        if self.rng.random() < .3:
            twin = self.new('r')
            hold(self.run(*words, '--out', twin)[0] == status and tree(twin) == tree(out), 'another result of the same')
            shutil.rmtree(twin)
        if self.rng.random() < .3:
            self.once_more(out, path, status)
        if self.rng.random() < .3:
            self.mischief(sending, out)
        sending.head = out
        if fates:
            sending.files.append(path)
        self.later()
        if news:
            self.resends.append((out, rows_of(out, 'kirim-ulang.csv'), sending.attempt + 1))

    def check_return(self, sending, out, status, news, fixed):
        rows, resend = rows_of(out, 'status-transfer.csv'), rows_of(out, 'kirim-ulang.csv')
        hold([r['kunci'] for r in rows] == list(sending.rows), 'other lines than were sent')
        sums = dict.fromkeys((UNKNOWN, PAID, BACK), 0)
        for row in rows:
            sent = sending.rows[row['kunci']]
            hold(all(row[c] == sent[c] for c in sent if c in row and c not in ('tanggal_putusan', 'bukti_rekening', 'sebab')), 'a line changed')
            hold(row['status'] == sending.known[row['kunci']], '%s is %s, not %s' % (row['kunci'], row['status'], sending.known[row['kunci']]))
            hold(row['percobaan'] == str(sending.attempt), 'attempt %s, not %d' % (row['percobaan'], sending.attempt))
            sums[row['status']] += int(row['jumlah'])
        hold(sum(sums.values()) == sum(int(r['jumlah']) for r in sending.rows.values()), 'paid + returned + unknown is not what was sent')
        paper = rows_of(out, 'pelaksanaan-bank.csv')
        for column, fate in (('dibayar', PAID), ('dikembalikan', BACK), ('belum_diketahui', UNKNOWN)):
            hold(sum(int(r[column]) for r in paper) == sums[fate], 'pelaksanaan-bank.csv: ' + column)
        hold(all(r['penerima'] for r in paper), 'a payee is not known')
        hold(status == (0 if set(sending.known.values()) <= {PAID} else 1), 'exit %d' % status)
        hold(sorted(r['kunci'] for r in resend) == sorted(news), 'other lines are to be sent again than came back now')
        for row in resend:
            sent = sending.rows[row['kunci']]
            wanted = fixed.get(row['kunci'], [0, sent['bank'], sent['rekening'], sent['nama_rekening'], sent.get('bukti_rekening', '')])
            hold([row[c] for c in ('bank', 'rekening', 'nama_rekening', 'bukti_rekening')] == wanted[1:], 'another account is sent to')
            hold(row['jumlah'] == sent['jumlah'] and row['nip'] == sent['nip'], 'a line to be sent again changed')

    def once_more(self, out, path, status):
        """The same news on top of the result."""
        again = self.new('r')
        hold(self.run('return', out, path, '--out', again)[0] == status, 'once more: status')
        hold([r['status'] for r in rows_of(again, 'status-transfer.csv')] == [r['status'] for r in rows_of(out, 'status-transfer.csv')],
             'once more: a status changed')
        hold(not rows_of(again, 'kirim-ulang.csv'), 'once more: something is sent twice')
        shutil.rmtree(again)

    def mischief(self, sending, out):
        """What nobody should do, and nothing comes of it."""
        key, row = self.rng.choice(list(sending.rows.items()))
        heading = ['kunci', 'rekening', 'jumlah', 'status']
        wrong = [('N1049', [key, row['rekening'], str(int(row['jumlah']) + 1), 'dibayar']),
                 ('N1050', [key, row['rekening'] + '1', row['jumlah'], 'dibayar']),
                 ('N1047', ['f' * 20, row['rekening'], row['jumlah'], 'dibayar']),
                 ('N1046', [key, row['rekening'], row['jumlah'], 'lunas'])]
        if sending.known[key] == BACK:
            wrong.append(('N1052', [key, '', '', 'dibayar']))
        code, line = self.rng.choice(wrong)
        path = self.new('salah') + '.csv'
        write_csv(path, [heading, line], ',', '\n')
        self.refused('a wrong result', code, 'return', out, path)
        older = [f for s in self.sendings if s.attempt < sending.attempt and set(sending.rows) <= set(s.rows) for f in s.files]
        if older:
            self.refused('a result of before', 'N10', 'return', out, self.rng.choice(older))

    # ---- all of it

    def event(self, last):
        self.bank.day = self.day
        if last:
            self.bank.wrong = set()
        if self.rests and self.rng.random() < .5:
            return self.transfer(*self.rests.pop())
        if self.resends and self.rng.random() < .5:
            return self.transfer(*self.resends.pop(self.rng.randrange(len(self.resends))))
        sending = self.rng.choice(self.sendings)
        self.bank.work(sending, 1 if last else self.rng.random(), 0 if last else .05)
        return self.give_back(sending)

    def settled(self):
        return not self.rests and not self.resends and all(s.known == s.truth and UNKNOWN not in s.truth.values() for s in self.sendings)

    def play(self, month):
        rows = rows_of(month, 'transfer.csv')
        before = tree(month)
        self.bank = Bank(self.rng, [r['kunci'] for r in rows])
        if self.rng.random() < .3:
            self.began(month, rows, 1)  # by hand
        else:
            self.transfer(month, rows, 1)
        for _ in range(EVENTS):
            if self.settled() or not self.sendings:
                break
            self.event(False)
        for _ in range(10 * EVENTS):
            if self.settled():
                break
            self.event(True) if self.sendings else self.transfer(*self.rests.pop())
        hold(self.settled(), 'it does not come to an end')
        hold(all(s is not None and s.truth[k] == PAID for k, s in self.bank.has.items()), 'a line is not paid in the end')
        hold(tree(month) == before, 'the month has changed')


# ---- months -----------------------------------------------------------------------------------------------------

def offices(work):
    """The sample office, paying from three banks, with every format tested there."""
    with open(os.path.join(ROOT, 'samples', 'kantor.xml'), encoding='utf-8') as stream:
        text = stream.read()
    tested = ''.join('<uji-format id="%s" oleh="RINA" tanggal="2026-02-01"/>' % f for f in ('csv-umum', 'xlsx-umum', 'bri', 'mandiri-mcm'))
    for bank in ('124', '002', '008'):
        with open(os.path.join(work, 'kantor-%s.xml' % bank), 'w', encoding='utf-8') as stream:
            stream.write(text.replace('rekening bank="124"', 'rekening bank="%s"' % bank).replace('</kantor>', tested + '</kantor>'))


def sample(world, part):
    where = os.path.join(ROOT, 'samples', part)
    out = os.path.join(world.work, 'bulan')
    files = [os.path.join(where, name) for name in ('fgaji.csv' if part == 'simgaji' else 'gaji.csv', 'tpp.csv')]
    status, text = world.run('run', '--period', '2026-01', '--first', '--rulings', os.path.join(where, 'putusan.xml'), '--out', out, *files)
    hold(status < 3, 'the sample month is refused: ' + text)
    return out


def random_month(world, seed):
    """The first month of a random office that pays somebody; None: there is none."""
    for month in office.Office(seed, 4, 60, None, parts=False).months:
        if month.skip:
            continue
        folder, out = world.new('masuk'), world.new('bulan')
        office.write_month(month, folder)
        words = ['run', '--period', office.month_text(month.period), '--first', '--rulings', os.path.join(folder, 'putusan.xml')]
        for _, name, _ in month.files(month.incomes):
            words += ['--income', os.path.join(folder, name)]
        words += [os.path.join(folder, name) for _, name, _ in month.files(month.payrolls)]
        if world.run(*words, '--out', out)[0] < 3 and rows_of(out, 'transfer.csv'):
            return out
        shutil.rmtree(out, ignore_errors=True)
    return None


def one(options, seed):
    """One world. What went wrong, or None."""
    work = tempfile.mkdtemp(prefix='returns-%d-' % seed, dir=options.work)
    world = World(options, seed, work)
    try:
        offices(work)
        month = sample(world, ['2026-01', 'simgaji'][seed]) if seed < 2 else random_month(world, seed)
        if month:
            world.play(month)
    except (Fault, OSError, KeyError, ValueError, subprocess.TimeoutExpired) as fault:
        with open(os.path.join(work, 'log'), 'w', encoding='utf-8') as stream:
            stream.write('\n'.join(world.log) + '\n')
        return '%s: %s\n    %s' % (type(fault).__name__, fault, work), world
    shutil.rmtree(work)
    return None, world


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('program')
    parser.add_argument('--formats', default=os.path.join(ROOT, 'formats'))
    parser.add_argument('--seeds', default='0-11')
    parser.add_argument('--work')
    options = parser.parse_args()
    options.program, options.formats = os.path.abspath(options.program), os.path.abspath(options.formats)
    first, last = (int(n) for n in options.seeds.split('-'))
    passed = failed = sendings = payments = 0
    for seed in range(first, last + 1):
        fault, world = one(options, seed)
        sendings += len(world.sendings)
        payments += world.bank.payments if hasattr(world, 'bank') else 0
        passed += fault is None
        failed += fault is not None
        if fault:
            print('FAIL seed %d: %s' % (seed, fault))
    print('%d sendings, %d payments made' % (sendings, payments))
    print('returns: %d passed, %d failed' % (passed, failed))
    sys.exit(1 if failed or passed == 0 else 0)


if __name__ == '__main__':
    main()
