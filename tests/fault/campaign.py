#!/usr/bin/env python3
"""A month is run while the machine fails in every way that can be had: README.md says which and what must hold.

Usage: campaign.py [--program P] [--formats F] [--jobs N] [--sample N] CAMPAIGN...
       CAMPAIGN: calls kills signals random memory short limits race power, or all
       --sample N: only every N-th point of a campaign (a quick look); the figures say so
"""
import argparse
import concurrent.futures
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

import power

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SAMPLES = os.path.join(ROOT, "samples")
STRACE = ["strace", "-qqq", "-f", "-o", "/dev/null"]

# What each call may answer. EINTR is tried only where the kernel gives it.
ERRORS = {
    "openat": "EMFILE ENFILE EACCES ENOMEM EIO",
    "read": "EIO EINTR", "pread64": "EIO EINTR",
    "write": "ENOSPC EIO EDQUOT EFBIG EINTR",
    "fsync": "EIO ENOSPC EINTR", "close": "EIO EINTR",
    "renameat2": "EIO ENOSPC EEXIST EINVAL EACCES", "mkdirat": "ENOSPC EACCES EIO EEXIST",
    "newfstatat": "EIO ENOMEM EACCES", "statx": "EIO ENOMEM", "lseek": "EINVAL",
    "unlink": "EACCES EIO", "unlinkat": "EACCES EIO", "getdents64": "EIO",
    "mmap": "ENOMEM", "clone": "EAGAIN", "clone3": "EAGAIN", "memfd_create": "EMFILE ENOMEM",
    "flock": "EAGAIN EINTR ENOLCK", "fchmod": "EPERM EIO", "fadvise64": "EINVAL", "fcntl": "EMFILE EINVAL",
    "getrandom": "EINTR ENOSYS", "wait4": "EINTR ECHILD", "dup2": "EBUSY EMFILE", "prctl": "EINVAL", "prlimit64": "EPERM",
    "sched_getaffinity": "EPERM", "getcwd": "ENOENT", "readlink": "EACCES", "rt_sigaction": "EINVAL", "ftruncate": "EIO",
    "copy_file_range": "EXDEV EIO EINVAL",
}
WRITTEN = {0, 1, 5}           # exit statuses that leave a folder
REFUSED = {2, 3, 4, 6}        # and those that leave none
NOT_LOADED = 127              # the dynamic linker's, when it has no room


class Month:
    """The inputs of one run, its command line, and what it must write."""

    def __init__(self, program, formats, scratch):
        self.program, self.formats, self.scratch = program, formats, scratch
        self.before = os.path.join(scratch, "before")
        inputs = os.path.join(SAMPLES, "2026-01")
        subprocess.run([program, "run", "--quiet", "--formats", formats, "--period", "2026-01", "--first", "--rulings",
                        inputs + "/putusan.xml", "--out", self.before, inputs + "/gaji.csv", inputs + "/tpp.csv"],
                       env=self.environment(), stderr=subprocess.DEVNULL)
        self.reference = os.path.join(scratch, "reference")
        status = subprocess.run(self.command(self.reference), env=self.environment(), stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL).returncode
        if status not in (0, 1):
            sys.exit("the month does not run by itself: exit %d" % status)
        self.files = read_folder(self.reference)

    def environment(self, **more):
        return dict({"PATH": os.environ["PATH"], "TMPDIR": self.scratch}, **more)

    def command(self, out, threads=1):
        inputs = os.path.join(SAMPLES, "2026-02")
        return [self.program, "run", "--quiet", "--threads", str(threads), "--formats", self.formats, "--period", "2026-02",
                "--previous", self.before, "--office", os.path.join(SAMPLES, "kantor.xml"), "--rulings",
                inputs + "/putusan.xml", "--out", out, inputs + "/gaji.csv", inputs + "/tpp.csv"]


def read_folder(path):
    """Every file below with its bytes."""
    found = {}
    for base, _, names in os.walk(path):
        for name in names:
            full = os.path.join(base, name)
            with open(full, "rb") as f:
                found[os.path.relpath(full, path)] = f.read()
    return found


class Judge:
    """Counts what was tried and what came of it; a broken promise is printed at once."""

    def __init__(self, month, campaign):
        self.month, self.campaign = month, campaign
        self.tried, self.faults, self.outcomes = 0, 0, {}

    def fault(self, what, why):
        self.faults += 1
        print("%s: %s: %s" % (self.campaign, what, why), flush=True)

    def judge(self, what, status, folder, may_leave=False, ends_by=(), others=frozenset()):
        """`status` as subprocess has it; `folder` holds nothing but the result; `ends_by`: signals that may end the process."""
        self.tried += 1
        name = "signal %d" % -status if status < 0 else "exit %d" % status
        self.outcomes[name] = self.outcomes.get(name, 0) + 1
        result = os.path.join(folder, "result")
        left = [n for n in os.listdir(folder) if n != "result"]
        if os.path.lexists(result) and read_folder(result) != self.month.files:
            self.fault(what, "other bytes were published (%s)" % name)
        if status in WRITTEN and not os.path.lexists(result):
            self.fault(what, "%s without a folder" % name)
        if status in REFUSED and os.path.lexists(result):
            self.fault(what, "%s with a folder" % name)
        if status < 0 and -status not in ends_by:
            self.fault(what, name)
        if status >= 0 and status not in WRITTEN | REFUSED | others:
            self.fault(what, name)
        if left and not may_leave:
            self.fault(what, "%s left %s" % (name, " ".join(left)))

    def close(self, sample):
        print("%s: %d tried%s, %d faults; %s" % (self.campaign, self.tried, "" if sample == 1 else " (every %d-th)" % sample,
              self.faults, ", ".join("%s: %d" % o for o in sorted(self.outcomes.items()))), flush=True)
        return self.faults


def run_in_fresh_folder(month, prefix, threads=1, limits=None, environment=None, kill_after=None):
    """Runs the month behind `prefix`; gives its status, its messages and the folder that holds the result alone."""
    folder = tempfile.mkdtemp(dir=month.scratch)
    child = subprocess.Popen(prefix + month.command(os.path.join(folder, "result"), threads), stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, env=month.environment(**(environment or {})), preexec_fn=limits)
    try:
        stderr = child.communicate(timeout=kill_after[0] if kill_after else 300)[1]
    except subprocess.TimeoutExpired:
        child.send_signal(kill_after[1] if kill_after else signal.SIGKILL)
        stderr = child.communicate()[1]
        if not kill_after:
            stderr += b"\nhung"
    return child.returncode, stderr, folder


def in_turn(args, month, campaign, points, run, **judging):
    """run(point) on every point, several at once; each result is judged in order."""
    judge = Judge(month, campaign)
    chosen = points[::args.sample]
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for what, (status, stderr, folder) in zip(chosen, pool.map(run, chosen)):
            judge.judge(what, status, folder, **judging)
            if b"hung" in stderr:
                judge.fault(what, "it hung")
            shutil.rmtree(folder, ignore_errors=True)
    ended = sum(n for outcome, n in judge.outcomes.items() if outcome.startswith("signal"))
    if ended * 4 < judge.tried and judging.get("ends_by") and campaign != "limits":
        judge.fault("signals", "only %d of %d arrived" % (ended, judge.tried))
    return judge.close(args.sample)


def count_calls(month):
    """For each system call the numbers that one undisturbed run gives it, its children included: from the first that is not
    the dynamic linker's (the program begins by opening /dev/null) to the last."""
    folder = tempfile.mkdtemp(dir=month.scratch)
    table = os.path.join(folder, "calls")
    subprocess.run(["strace", "-qqq", "-f", "-o", table] + month.command(os.path.join(folder, "result")),
                   env=month.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    linker, counts, begun = {}, {}, False
    with open(table, encoding="latin-1") as lines:
        for line in lines:
            made = re.match(r"\d+ +(\w+)\(", line)
            begun = begun or '"/dev/null"' in line
            if made:
                counts[made.group(1)] = counts.get(made.group(1), 0) + 1
                linker[made.group(1)] = linker.get(made.group(1), 0) + (0 if begun else 1)
    shutil.rmtree(folder)
    return {name: range(linker[name] + 1, counts[name] + 1) for name in counts}


def points_of_calls(counts, what):
    return ["%s:%s:when=%d" % (name, how, n) for name in sorted(counts) for how in what(name)
            for n in counts[name]]


def behind_strace(month):
    return lambda point: run_in_fresh_folder(month, STRACE + ["-e", "trace=" + point.split(":")[0], "--inject=" + point])


def calls(args, month):
    points = points_of_calls(count_calls(month), lambda name: ["error=" + e for e in ERRORS.get(name, "").split()])
    return in_turn(args, month, "calls", points, behind_strace(month), may_leave=True)


def kills(args, month):
    points = points_of_calls(count_calls(month), lambda name: ["signal=SIGKILL"])
    return in_turn(args, month, "kills", points, behind_strace(month), may_leave=True, ends_by={signal.SIGKILL})


def signals(args, month):
    points = points_of_calls(count_calls(month), lambda name: ["signal=SIGTERM"])
    return in_turn(args, month, "signals", points, behind_strace(month), ends_by={signal.SIGTERM})


def killed_at_random(args, month):
    """SIGKILL and SIGTERM after a random time, with two threads."""
    dice = random.Random(20260201)
    points = ["%s after %.6f s" % (dice.choice(["SIGKILL", "SIGTERM"]), dice.uniform(0, 0.15)) for _ in range(10000)]

    def run(point):
        name, _, seconds, _ = point.split()
        return run_in_fresh_folder(month, [], threads=2, kill_after=(float(seconds), getattr(signal, name)))

    return in_turn(args, month, "random", points, run, may_leave=True, ends_by={signal.SIGKILL, signal.SIGTERM})


def shim(month, **settings):
    library = os.path.join(os.path.dirname(month.scratch), os.path.basename(month.scratch), "shim.so")
    if not os.path.exists(library):
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, os.path.join(HERE, "shim.c"), "-ldl"], check=True)
    return dict(settings, LD_PRELOAD=library)


def allocations(month):
    counter = os.path.join(month.scratch, "allocations")
    _, _, folder = run_in_fresh_folder(month, [], environment=shim(month, SHIM_COUNT=counter))
    shutil.rmtree(folder)
    with open(counter, "rb") as f:
        return int.from_bytes(f.read(8), "little")


def memory(args, month):
    count = allocations(month)
    points = ["%s %d" % (how, n) for n in range(1, count + 1) for how in ("once", "from")]

    def run(point):
        how, n = point.split()
        return run_in_fresh_folder(month, [], environment=shim(month, SHIM_FAIL=n, SHIM_HOW=how))

    print("memory: %d allocations" % count)
    return in_turn(args, month, "memory", points, run, may_leave=True)


def short(args, month):
    """Every read and write cut to so many bytes, with EINTR before each."""
    points = ["%d bytes%s" % (n, eintr) for n in (1, 2, 3, 7, 61, 509, 4093) for eintr in ("", " and EINTR")]

    def run(point):
        return run_in_fresh_folder(month, [], environment=shim(month, SHIM_SHORT=point.split()[0],
                                                               SHIM_EINTR="1" if "EINTR" in point else "0"))

    return in_turn(args, month, "short", points, run)


def limits(args, month):
    """File size, open files, address space and processor time, from nothing to enough."""
    kinds = {"FSIZE": range(0, 400000, 2000), "NOFILE": range(0, 40), "AS": range(8 << 20, 256 << 20, 2 << 20), "CPU": range(0, 2)}
    points = ["%s %d" % (name, value) for name, values in kinds.items() for value in values]

    def run(point):
        name, value = point.split()
        limit = getattr(resource, "RLIMIT_" + name)
        return run_in_fresh_folder(month, [], limits=lambda: resource.setrlimit(limit, (int(value), int(value))))

    return in_turn(args, month, "limits", points, run, may_leave=True, ends_by={signal.SIGKILL}, others={NOT_LOADED})


def race(args, month):
    """Two to four runs for one folder at once: one publishes, the others say that it exists."""
    judge = Judge(month, "race")
    dice = random.Random(7)
    for n in range(0, 200, args.sample):
        folder = tempfile.mkdtemp(dir=month.scratch)
        runners = [subprocess.Popen(month.command(os.path.join(folder, "result"), dice.choice([1, 2])), env=month.environment(),
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(dice.randint(2, 4))]
        statuses = sorted(r.wait() for r in runners)
        judge.judge("race %d" % n, statuses[0], folder)
        if statuses[0] != 1 or any(s != 6 for s in statuses[1:]):
            judge.fault("race %d" % n, "ended with %s" % statuses)
        shutil.rmtree(folder)
    return judge.close(args.sample)


def states_after(month, folder, steps):
    """(step, state, outcome) for every state of the disk that a loss of power may leave after each step."""
    disk = power.Disk(folder)
    for at, step in enumerate(steps):
        disk.apply(step)
        for what, files in disk.states():
            result = power.below(files, "result")
            outcome = "absent" if result is None else "complete" if result == month.files else "not whole"
            yield at, what, "gone at the end" if outcome == "absent" and at == len(steps) - 1 else outcome


def power_loss(args, month):
    """Power is lost after each step of one run. That the model would notice is shown by leaving out each sync in turn."""
    judge = Judge(month, "power")
    folder = tempfile.mkdtemp(dir=month.scratch)
    record = os.path.join(month.scratch, "record")
    status = subprocess.run(power.STRACE + ["-o", record] + month.command(os.path.join(folder, "result")),
                            env=month.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    steps = power.steps(record, folder)
    for at, what, outcome in states_after(month, folder, steps):
        judge.tried += 1
        judge.outcomes[outcome] = judge.outcomes.get(outcome, 0) + 1
        if outcome not in ("absent", "complete"):
            judge.fault("step %d, %s" % (at, what), outcome)
    if status not in WRITTEN or not judge.outcomes.get("complete"):
        judge.fault("record", "exit %d, nothing complete" % status)
    for at in [i for i, step in enumerate(steps) if step[0] == "sync"][::args.sample]:
        without = steps[:at] + [("nothing", folder, None)] + steps[at + 1:]
        judge.outcomes["syncs left out"] = judge.outcomes.get("syncs left out", 0) + 1
        if all(outcome in ("absent", "complete") for _, _, outcome in states_after(month, folder, without)):
            judge.fault("sync %d" % at, "nobody notices that it is left out")
    shutil.rmtree(folder)
    return judge.close(args.sample)


CAMPAIGNS = {"calls": calls, "kills": kills, "signals": signals, "random": killed_at_random, "memory": memory, "short": short,
             "limits": limits, "race": race, "power": power_loss}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=os.path.join(ROOT, "nafkah"))
    parser.add_argument("--formats", default=os.path.join(ROOT, "formats"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("campaign", nargs="+", choices=list(CAMPAIGNS) + ["all"])
    args = parser.parse_args()
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    scratch = tempfile.mkdtemp(prefix="nafkah-fault-", dir=base)
    try:
        month = Month(os.path.abspath(args.program), os.path.abspath(args.formats), scratch)
        names = list(CAMPAIGNS) if "all" in args.campaign else args.campaign
        faults = sum(CAMPAIGNS[name](args, month) for name in names)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print("fault: %d campaigns, %d faults" % (len(names), faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
