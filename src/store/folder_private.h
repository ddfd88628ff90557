/* What the files behind folder.h share. */
#ifndef NAFKAH_FOLDER_PRIVATE_H
#define NAFKAH_FOLDER_PRIVATE_H

#include "store_private.h"

#include <nafkah/folder.h>

#include <limits.h>

/* `.NAME.partial-` and eight random hex digits. */
#define PARTIAL_MARK ".partial-"
enum { PARTIAL_RANDOM_HEX = 8 };

/* A folder that this run made; the partial folder itself is the one without `above`. */
struct made_dir {
	struct made_dir *older, *above;
	struct slice path; /* relative to the partial folder; empty for that itself */
	const char *name;  /* in `above`, or in the parent */
	int fd;            /* -1 until it is open */
};

/* A file that this run made. */
struct made_file {
	struct made_file *older;
	struct made_dir *dir;
	struct slice path;
	const char *name; /* in `dir` */
	bool closed;      /* complete, synced; `hash` stands */
	struct sha256 hash;
	struct compared *compared; /* in a folder that is compared */
};

enum folder_state { FOLDER_BUILDING, FOLDER_PUBLISHED, FOLDER_GONE, FOLDER_COMPARED };

struct folder {
	struct findings *findings;
	struct arena arena; /* what the lists hold */
	enum folder_state state;
	bool broken; /* a file or folder could not be completed: never publish */
	int parent;
	char name[NAME_MAX + 1];
	char partial[NAME_MAX + 1];
	struct made_dir *root, *dirs;  /* newest first; the root is the last */
	struct made_file *files;       /* newest first */
	int scratch;                   /* of a folder that is compared: for temporary files, which are none of its own */
	size_t file_count;
};

/* N0902 about a path of this folder, which may never be published after it. */
enum status folder_broken(struct folder *f, struct slice path, int error);

/* Makes and opens a folder of mode 0700 and puts it on the list. 0 or an errno value. */
int folder_make_dir(struct folder *f, struct made_dir *d);

/* The folder of a relative path (empty: the partial folder), made if need be. NULL: a finding was made. */
struct made_dir *folder_dir(struct folder *f, struct slice path);

/* A closed file of this folder, or NULL. */
struct made_file *folder_find(const struct folder *f, struct slice path);

/* A file of a folder that is compared: made->compared is told how it goes. 0, an errno value, or WRITE_INTERRUPTED. */
struct comparison; /* opaque */
int comparison_open(struct folder *f, struct made_file *made, struct comparison **out);
int comparison_take(struct comparison *c, const char *bytes, size_t len);
int comparison_end(struct comparison *c);
void comparison_free(struct comparison *c);

/* Removes exactly what this run made, innermost first, without following anything. */
void folder_roll_back(struct folder *f);

/* True when `name` in `parent` is the very folder that `fd` holds. */
bool entry_is(int parent, const char *name, int fd);

/* Takes the lock of a partial folder. 0 or an errno value, EWOULDBLOCK when another holds it. */
int partial_lock(int fd);

/* Reports folders that earlier runs left behind, and removes those that are free and ours. */
enum folder_made leftovers_clear(struct folder *f, struct slice path);

/* Removes what lies in the partial folder itself and is no file or folder of this run: temporary files that a library could
 * not remove. 0 or an errno value. */
int strays_clear(struct folder *f);

/* `.NAME.partial-`, NAME cut where the whole would be too long for a name. */
void partial_prefix(const struct folder *f, struct buf *out);

#endif
