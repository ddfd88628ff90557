"""repack.py FILE.xlsx [PART OLD NEW]: packs a workbook again, without compression; in the part whose name ends in PART the first
OLD becomes NEW."""
import io
import sys
import zipfile

path, part, old, new = (sys.argv[1:] + ['', '', ''])[:4]
out = io.BytesIO()
with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as packed:
    for entry in source.infolist():
        data = source.read(entry)
        if part and entry.filename.endswith(part):
            assert old.encode() in data
            data = data.replace(old.encode(), new.encode(), 1)
        packed.writestr(zipfile.ZipInfo(entry.filename, entry.date_time), data)
open(path, 'wb').write(out.getvalue())
