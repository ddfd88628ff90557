/* What the records of transfer and return folders have in common: kirim.xml and balasan.xml. Private to src/wire. */
#ifndef NAFKAH_RECORD_VALUES_H
#define NAFKAH_RECORD_VALUES_H

#include <nafkah/origin.h>
#include <nafkah/sent_record.h>
#include <nafkah/xml_take.h>

#define YES_NO "ya tidak"

/* Where values come from, and where they go. */
struct record_reading {
	struct slice file;
	struct arena *arena;
	struct findings *findings;
	struct origin *origins;
	size_t origin_count, origin_room;
};

/* <asal jenis segel>: one for each forebear, the month first. Their order is checked (N0414). */
extern const struct xml_element origin_element;
enum status record_take_origin(struct record_reading *rd, const struct xml_node *n) NAFKAH_MUST_USE;
void record_write_origins(struct xml_writer *w, struct origins origins);

struct slice record_copy(struct record_reading *rd, const struct xml_node *n, const char *name);
/* A base name, never a path: files are opened by it. */
struct slice record_name(struct record_reading *rd, const struct xml_node *n, const char *name);
/* A SHA-256 in lower-case hex. */
struct slice record_hash(struct record_reading *rd, const struct xml_node *n, const char *name);
/* Attributes nama and sha256. */
struct sent_file record_file(struct record_reading *rd, const struct xml_node *n);

void record_write_file(struct xml_writer *w, const struct sent_file *f);
void record_write_day(struct xml_writer *w, const char *name, struct date d);
void record_write_month(struct xml_writer *w, const char *name, month_no m);
void record_write_yes(struct xml_writer *w, const char *name, bool yes);

#endif
