"""Kills runs at times that are spread over the length of a whole one. Afterwards the output is absent or complete; only
SIGKILL leaves a partial folder, and the next run clears it."""
import filecmp
import glob
import os
import shutil
import signal
import subprocess
import sys
import time

PROGRAM, FILES, PAYROLL = sys.argv[1:]
ROUNDS = 8


def start(out):
    return subprocess.Popen(
        [PROGRAM, 'run', '--period', '2026-01', '--first', '--rulings', FILES + '/payroll/putusan.xml', '--out', out,
         PAYROLL, FILES + '/payroll/tpp.csv'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tree(folder):
    return sorted(os.path.relpath(os.path.join(d, f), folder) for d, _, files in os.walk(folder) for f in files)


def partials():
    return set(glob.glob('.hasil.partial-*'))


def fault_of(number, code, before):
    """What is wrong after a run that was sent signal `number` and ended with `code`; None: nothing. `before`: the partial
    folders that others had left, which it has cleared unless it was hit at once."""
    partial, there = partials() - before, os.path.lexists('hasil')
    if there:
        names = tree('whole')
        if tree('hasil') != names or filecmp.cmpfiles('whole', 'hasil', names, shallow=False)[0] != names:
            return 'the output is not whole'
    elif code != -number:
        return f'ended with {code} without an output'
    if number != signal.SIGKILL and partial:
        return f'a partial folder is left: {partial}'
    if code not in (0, -number):
        return f'ended with {code}'
    return None


def main():
    started = time.monotonic()
    if start('whole').wait() != 0:
        return 'a run that nobody kills fails'
    whole = time.monotonic() - started
    ends = {}
    for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        for i in range(ROUNDS):
            before = partials()
            run = start('hasil')
            time.sleep(whole * (i + 0.5) / ROUNDS)
            run.send_signal(number)
            code = run.wait()
            fault = fault_of(number, code, before)
            if fault is not None:
                return f'{number.name} after {(i + 0.5) / ROUNDS:.2f} of a run: {fault}'
            ends[code] = ends.get(code, 0) + 1
            shutil.rmtree('hasil', ignore_errors=True)
    if ends.get(-signal.SIGKILL, 0) < 3 or ends.get(-signal.SIGTERM, 0) < 3:
        return f'too few runs were hit: {ends}'
    if start('hasil').wait() != 0 or partials():
        return 'the next run does not clear what is left'
    return 0


sys.exit(main())
