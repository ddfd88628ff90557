/* What a payroll may be contained in, and the encodings of its text. */
#ifndef NAFKAH_CONTAINER_H
#define NAFKAH_CONTAINER_H

enum container { CONTAINER_CSV, CONTAINER_XLSX, CONTAINER_DBF, CONTAINER_HTML };
#define CONTAINER_COUNT 4
#define CONTAINER_WORDS "csv xlsx dbf html"

enum encoding { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_WINDOWS_1252, ENCODING_CP437, ENCODING_CP850 };
#define ENCODING_COUNT 6

#endif
