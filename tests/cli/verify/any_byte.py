"""any_byte.py PROGRAM COUNT FOLDER...: changes, inserts and removes single bytes of every file of copies of the folders, COUNT
times each, and demands that verify ends with 3 and names the file, whether the folder was sealed again or not."""
import hashlib
import os
import random
import shutil
import subprocess
import sys

program, count, folders = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
chance = random.Random(20260101)
missed = 0


def seal(folder, files):
    with open(f'{folder}/SHA256SUMS', 'w') as out:
        for path in sorted(files, key=os.fsencode):
            if path != 'SHA256SUMS':
                out.write(hashlib.sha256(open(f'{folder}/{path}', 'rb').read()).hexdigest() + f'  {path}\n')


def other(data):
    at = chance.randrange(len(data))
    how = chance.choice(['bit', 'byte', 'cut', 'more'])
    if how == 'bit':
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:]
    if how == 'byte':
        return data[:at] + bytes([chance.choice([c for c in b'0123456789,;"<> \n' if c != data[at]])]) + data[at + 1:]
    return data[:at] + (data[at + 1:] if how == 'cut' else chance.choice([b'0', b' ', b',', b'\n']) + data[at:])


def judge(folder, path, what):
    global missed
    done = subprocess.run([program, 'verify', folder], capture_output=True, text=True, errors='replace')
    if done.returncode != 3 or (path not in done.stdout and path != 'SHA256SUMS'):
        missed += 1
        print(f'{folder}/{path} {what}: status {done.returncode}\n{done.stdout}{done.stderr}')


for original in folders:
    folder = f'{original}.changed'
    shutil.copytree(original, folder)
    files = [os.path.relpath(os.path.join(d, f), folder) for d, _, names in os.walk(folder) for f in names]
    sums = open(f'{folder}/SHA256SUMS', 'rb').read()
    for path in sorted(files):
        data = open(f'{folder}/{path}', 'rb').read()
        for _ in range(count):
            open(f'{folder}/{path}', 'wb').write(other(data))
            judge(folder, path, 'changed')
            if path != 'SHA256SUMS':
                seal(folder, files)
                judge(folder, path, 'changed and sealed again')
            open(f'{folder}/{path}', 'wb').write(data)
            open(f'{folder}/SHA256SUMS', 'wb').write(sums)
    shutil.rmtree(folder)
sys.exit(missed > 0)
