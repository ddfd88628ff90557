/* Where the money of a folder comes from: the finished month, and every transfer and return between it and that folder.
 * Stands in kirim.xml and balasan.xml, so that a folder can be told from its forebears: what they sent and the bank
 * returned may be sent again, what any other folder sent may not. */
#ifndef NAFKAH_ORIGIN_H
#define NAFKAH_ORIGIN_H

#include <nafkah/slice.h>

/* What `nafkah run`, `nafkah transfer` and `nafkah return` write. */
enum folder_kind { FOLDER_MONTH, FOLDER_SENT, FOLDER_RETURNED };
#define FOLDER_KIND_COUNT 3
#define FOLDER_KIND_WORDS "bulan transfer balasan"

struct origin {
	enum folder_kind kind;
	struct slice seal; /* SHA-256 of its SHA256SUMS */
};

/* The month first; the last is the folder that was taken. */
struct origins {
	const struct origin *items;
	size_t count;
};

#endif
