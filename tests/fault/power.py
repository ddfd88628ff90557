"""A model of a disk that loses power: what strace saw of one run is played again, and after each step every state that POSIX
allows the disk to be in is told. What was written counts only once its file was synced; an entry of a folder only once that
folder was; until then each may be there or not, whatever else is."""
import os
import re

STRACE = ["strace", "-qqq", "-f", "-y", "-xx", "-s", "100000000",
          "-e", "trace=openat,write,pwrite64,fsync,fdatasync,ftruncate,mkdirat,renameat2,unlink,unlinkat"]
ALONE = 40  # single files or folders that are late while all the others are not, tried at each step


def unhex(text):
    return re.sub(rb"\\x(..)", lambda m: bytes([int(m.group(1), 16)]), text)


def strings(arguments):
    return [unhex(s) for s in re.findall(rb'"((?:\\x..)*)"', arguments)]


def places(arguments):
    return [unhex(s).decode("utf-8", "surrogateescape") for s in re.findall(rb"<((?:\\x..)*)>", arguments)]


def whole_lines(record):
    """The calls of each process as one line, those that strace told in two halves included."""
    halves = {}
    with open(record, "rb") as lines:
        for line in lines:
            pid, _, call = line.rstrip(b"\n").partition(b" ")
            call = call.strip()
            if call.endswith(b"<unfinished ...>"):
                halves[pid] = call[:-len(b"<unfinished ...>")]
                continue
            resumed = re.match(rb"<\.\.\. \w+ resumed>(.*)", call, re.S)
            yield halves.pop(pid) + resumed.group(1) if resumed else call


def join(folder, name):
    return os.path.normpath(os.path.join(folder, name.decode("utf-8", "surrogateescape")))


def read_step(name, arguments, result):
    """One call as a step: (verb, path, what belongs to it), or None."""
    text, where = strings(arguments), places(arguments)
    if name == "openat":
        if b"O_CREAT" not in arguments:
            return None
        opened = places(result)
        return ("create", opened[0] if opened else join(where[0], text[0]), b"O_TRUNC" in arguments)
    if name == "write":
        return ("write", where[0], text[0])
    if name == "pwrite64":
        return ("pwrite", where[0], (int(arguments.rsplit(b",", 1)[1]), text[0]))
    if name == "ftruncate":
        return ("truncate", where[0], int(arguments.rsplit(b",", 1)[1]))
    if name in ("fsync", "fdatasync"):
        return ("sync", where[0], None)
    if name == "mkdirat":
        return ("folder", join(where[0], text[0]), None)
    if name == "renameat2":
        return ("rename", join(where[0], text[0]), join(where[1], text[1]))
    if name == "unlinkat":
        return ("remove", join(where[0], text[0]), None)
    return ("unlink", os.path.basename(text[0]).decode("utf-8", "surrogateescape"), None)


def steps(record, root):
    """Everything that changes something below `root`, in order."""
    found, by_name = [], {}  # a library unlinks what it opened by way of /proc/self/fd: the name is looked up
    for line in whole_lines(record):
        call = re.match(rb"(\w+)\((.*)\) += (.*)$", line, re.S)
        if call is None or call.group(3).startswith(b"-"):
            continue
        step = read_step(call.group(1).decode(), call.group(2), call.group(3))
        if step is not None and step[0] == "unlink":
            step = ("remove", by_name.pop(step[1], "/"), None)
        if step is not None and (step[1] + "/").startswith(root + "/"):
            found.append(step)
            by_name[os.path.basename(step[1])] = step[1]
    return found


class File:
    def __init__(self):
        self.now, self.kept = b"", b""

    def contents(self):
        """What may be found in it: what was synced, all of it, and half of what came since."""
        return [self.kept, self.now, self.now[:(len(self.kept) + len(self.now)) // 2]]


class Folder:
    def __init__(self):
        self.now, self.kept = {}, {}


class Disk:
    def __init__(self, root):
        self.root, self.top = root, Folder()
        self.everything = [self.top]

    def parent_of(self, path):
        folder, rest = self.top, os.path.relpath(path, self.root).split("/")
        for name in rest[:-1]:
            folder = folder.now[name]
        return folder, rest[-1]

    def find(self, path):
        if path == self.root:
            return self.top
        folder, name = self.parent_of(path)
        return folder.now.get(name)

    def apply(self, step):
        verb, path, more = step
        if verb in ("write", "pwrite", "truncate", "sync") and self.find(path) is None:
            return  # it has no name any more
        getattr(self, verb)(path, more)

    def add(self, path, item):
        folder, name = self.parent_of(path)
        folder.now[name] = item
        self.everything.append(item)

    def create(self, path, cut):
        if self.find(path) is None:
            self.add(path, File())
        elif cut:
            self.find(path).now = b""

    def folder(self, path, _):
        self.add(path, Folder())

    def write(self, path, content):
        self.find(path).now += content

    def pwrite(self, path, more):
        at, content = more
        f = self.find(path)
        f.now = f.now[:at].ljust(at, b"\0") + content + f.now[at + len(content):]

    def truncate(self, path, size):
        f = self.find(path)
        f.now = f.now[:size].ljust(size, b"\0")

    def sync(self, path, _):
        item = self.find(path)
        item.kept = dict(item.now) if isinstance(item, Folder) else item.now

    def nothing(self, path, _):
        pass

    def rename(self, path, to):
        folder, name = self.parent_of(path)
        item = folder.now.pop(name)
        folder, name = self.parent_of(to)
        folder.now[name] = item

    def remove(self, path, _):
        folder, name = self.parent_of(path)
        folder.now.pop(name, None)

    def view(self, entries, content, folder=None, at=""):
        """All files, with the entries and the content that the two functions choose."""
        found = {}
        for name, item in entries(folder or self.top).items():
            path = os.path.join(at, name)
            if isinstance(item, Folder):
                found.update(self.view(entries, content, item, path))
                found.setdefault(path + "/", b"")
            else:
                found[path] = content(item)
        return found

    def states(self):
        """(words, files) for each state that is tried: the top and all below it early or late, contents early, late and torn,
        and each single thing late alone."""
        for top in ("now", "kept"):
            for below_it in ("now", "kept"):
                for torn in range(3):
                    yield ("top %s, below %s, content %d" % (top, below_it, torn),
                           self.view(lambda d: getattr(d, top if d is self.top else below_it), lambda f: f.contents()[torn]))
        late = [x for x in self.everything if x.kept != x.now][:ALONE]
        for i, one in enumerate(late):
            yield ("only thing %d late" % i, self.view(lambda d: d.kept if d is one else d.now,
                                                       lambda f: f.kept if f is one else f.now))


def below(files, name):
    """The files of the folder `name`; None: there is no such folder."""
    if name + "/" not in files:
        return None
    return {p[len(name) + 1:]: c for p, c in files.items() if p.startswith(name + "/") and not p.endswith("/")}
