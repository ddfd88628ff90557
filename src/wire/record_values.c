#include "record_values.h"

#include "xml_table.h"

#include <string.h>

static const struct xml_attribute origin_attributes[] = {
	A("jenis", true, WORDS(FOLDER_KIND_WORDS)), A("segel", true, NAME(0)), END_ATTRIBUTES,
};
const struct xml_element origin_element = { .name = "asal", .attributes = origin_attributes };

struct slice record_copy(struct record_reading *rd, const struct xml_node *n, const char *name)
{
	return arena_copy(rd->arena, xml_attr(n, name));
}

struct slice record_name(struct record_reading *rd, const struct xml_node *n, const char *name)
{
	struct slice s = xml_attr(n, name);

	if (s.len > 0 && memchr(s.ptr, '/', s.len) != NULL)
		xml_refuse_as(n, name, s, "nama berkas / a base name", false, rd->file, rd->findings);
	return arena_copy(rd->arena, s);
}

struct slice record_hash(struct record_reading *rd, const struct xml_node *n, const char *name)
{
	struct slice s = xml_attr(n, name);
	bool hex = s.len == 64;

	for (size_t i = 0; hex && i < s.len; i++)
		hex = ascii_is_digit(s.ptr[i]) || (s.ptr[i] >= 'a' && s.ptr[i] <= 'f');
	if (s.ptr != NULL && !hex)
		xml_refuse_as(n, name, s, "64 x 0-9 a-f", false, rd->file, rd->findings);
	return arena_copy(rd->arena, s);
}

struct sent_file record_file(struct record_reading *rd, const struct xml_node *n)
{
	return (struct sent_file){ record_name(rd, n, "nama"), record_hash(rd, n, "sha256") };
}

/* A month begins every chain; it stands nowhere else in it, and a return answers a transfer, another return, or the
 * month whose list was uploaded by hand. */
enum status record_take_origin(struct record_reading *rd, const struct xml_node *n)
{
	struct origin o = {
		(enum folder_kind)xml_take_word(n, "jenis", FOLDER_KIND_WORDS, 0), record_hash(rd, n, "segel"),
	};

	if ((rd->origin_count == 0) != (o.kind == FOLDER_MONTH))
		xml_refuse_as(n, "jenis", xml_attr(n, "jenis"), "bulan, ...", false, rd->file, rd->findings);
	for (size_t i = 0; i < rd->origin_count; i++)
		if (slice_equal(rd->origins[i].seal, o.seal))
			xml_refuse_as(n, "segel", o.seal, "segel lain / another seal", false, rd->file, rd->findings);
	rd->origins = arena_grow(rd->arena, rd->origins, rd->origin_count, &rd->origin_room, sizeof *rd->origins);
	if (rd->origins == NULL)
		return STATUS_FAIL;
	rd->origins[rd->origin_count++] = o;
	return STATUS_OK;
}

void record_write_origins(struct xml_writer *w, struct origins origins)
{
	for (size_t i = 0; i < origins.count; i++) {
		struct slice words = slice_from_c(FOLDER_KIND_WORDS), word = { 0 };

		for (unsigned k = 0; k <= (unsigned)origins.items[i].kind; k++)
			word = next_of_words(&words);
		xml_open(w, origin_element.name);
		xml_attribute_text(w, "jenis", word);
		xml_attribute_text(w, "segel", origins.items[i].seal);
		xml_close(w);
	}
}

void record_write_file(struct xml_writer *w, const struct sent_file *f)
{
	xml_attribute_text(w, "nama", f->name);
	xml_attribute_text(w, "sha256", f->hash);
}

void record_write_day(struct xml_writer *w, const char *name, struct date d)
{
	char text[11];

	date_format(d, text);
	xml_attribute_text(w, name, slice_from_c(text));
}

void record_write_month(struct xml_writer *w, const char *name, month_no m)
{
	char text[8];

	month_format(m, text);
	xml_attribute_text(w, name, slice_from_c(text));
}

void record_write_yes(struct xml_writer *w, const char *name, bool yes)
{
	xml_attribute_text(w, name, yes ? SLICE("ya") : SLICE("tidak"));
}
