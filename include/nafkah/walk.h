/* Everything that lies in a folder, however deep. */
#ifndef NAFKAH_WALK_H
#define NAFKAH_WALK_H

#include <nafkah/arena.h>
#include <nafkah/finding.h>
#include <nafkah/status.h>

#include <stdint.h>

enum walk_kind {
	WALK_FILE,
	WALK_FOLDER,
	WALK_OTHER /* a link, a device, a FIFO, a socket: never followed, never opened */
};

struct walk_entry {
	struct slice path; /* below the folder, with a NUL behind it */
	enum walk_kind kind;
	uint64_t size;     /* of a file */
};

/* In byte order of the paths, hidden ones included; a folder of another file system is not entered. Lives in `a`.
 * N0101: there is no such folder; N0901: it, or a folder in it, cannot be read, or lies more than 64 deep. */
enum status walk_folder(const char *folder, struct arena *a, struct findings *findings, struct walk_entry **out,
                        size_t *count) NAFKAH_MUST_USE;

#endif
