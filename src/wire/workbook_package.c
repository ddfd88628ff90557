/* The parts of the package that say what the others are: content types and relations (ECMA-376 part 2). */
#include "workbook_private.h"

#include <stdlib.h>
#include <string.h>

enum { RELATIONSHIPS = 1, RELATIONSHIP, TYPES, DEFAULT, OVERRIDE };

/* ---- names of parts ---- */

static struct slice folder_of(struct slice part)
{
	const char *slash = part.len > 0 ? memrchr(part.ptr, '/', part.len) : NULL;

	return slice_sub(part, 0, slash != NULL ? (size_t)(slash - part.ptr) : 0);
}

static int hex_digit(char c)
{
	if (ascii_is_digit(c))
		return c - '0';
	return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f' ? ascii_lower(c) - 'a' + 10 : -1;
}

static void append_unescaped(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		int high = i + 2 < s.len && s.ptr[i] == '%' ? hex_digit(s.ptr[i + 1]) : -1;
		int low = high >= 0 ? hex_digit(s.ptr[i + 2]) : -1;

		if (low >= 0) {
			buf_char(out, (char)(16 * high + low));
			i += 2;
		} else {
			buf_char(out, s.ptr[i]);
		}
	}
}

/* Adds the segments of a path to a path without a '/' at either end. */
static void append_path(struct buf *out, struct slice path)
{
	while (path.ptr != NULL) {
		struct slice segment = slice_cut(&path, '/');

		if (segment.len == 0 || slice_equal(segment, SLICE(".")))
			continue;
		if (slice_equal(segment, SLICE(".."))) {
			out->len = folder_of(buf_slice(out)).len;
			continue;
		}
		if (out->len > 0)
			buf_char(out, '/');
		append_unescaped(out, segment);
	}
}

/* The name of the entry that a target means, seen from the part `source`. */
static struct slice resolve(struct workbook *w, struct slice source, struct slice target)
{
	struct buf path = { 0 };
	struct slice resolved = { 0 };

	if (!slice_starts_with(target, SLICE("/")))
		append_path(&path, folder_of(source));
	append_path(&path, target);
	resolved = arena_copy(&w->arena, buf_slice(&path));
	w->arena.exhausted |= path.failed;
	buf_release(&path);
	return resolved;
}

/* ---- relations ---- */

struct relations_reader {
	struct workbook *w;
	struct slice source;
	struct relations *out;
};

static struct slice last_word(struct slice address)
{
	size_t folder = folder_of(address).len;

	return folder > 0 ? slice_sub(address, folder + 1, address.len) : address;
}

static void on_relation(void *context, uint8_t element, const struct xml_start *start)
{
	struct relations_reader *r = context;
	struct arena *arena = &r->w->arena;
	struct slice id = { 0 }, type = { 0 }, target = { 0 }, mode = { 0 };
	struct relation *made;

	if (element != RELATIONSHIP)
		return;
	if (!part_attribute(start, "Id", &id) || !part_attribute(start, "Type", &type) ||
	    !part_attribute(start, "Target", &target)) {
		part_refuse(r->w->part, SLICE("Relationship"));
		return;
	}
	(void)part_attribute(start, "TargetMode", &mode);
	if (!part_room((void **)&r->out->items, &r->out->cap, r->out->count, sizeof *r->out->items)) {
		part_no_memory(r->w->part);
		return;
	}
	made = &r->out->items[r->out->count++];
	*made = (struct relation){
		.id = part_copy(arena, id), .type = arena_copy(arena, last_word(type)), .entry = SIZE_MAX
	};
	made->target = resolve(r->w, r->source, part_copy(arena, target));
	if (!slice_equal(mode, SLICE("External")) && !archive_find(r->w->archive, made->target, &made->entry))
		made->entry = SIZE_MAX;
	if (arena->exhausted)
		part_no_memory(r->w->part);
}

enum status relations_read(struct workbook *w, struct slice source, struct relations *out)
{
	static const struct part_rule rules[] = { { ELEMENT_NONE, RELATIONSHIPS, "Relationships" },
		                                  { RELATIONSHIPS, RELATIONSHIP, "Relationship" } };
	static const struct part_kind kind = {
		.namespaces = { "http://schemas.openxmlformats.org/package/2006/relationships" },
		.rules = rules, .count = sizeof rules / sizeof *rules, .open = on_relation
	};
	struct relations_reader r = { w, source, out };
	struct slice folder = folder_of(source);
	struct slice name = arena_printf(&w->arena, "%.*s%s_rels/%.*s.rels", SLICE_ARG(folder), folder.len > 0 ? "/" : "",
	                                 SLICE_ARG(last_word(source)));
	size_t entry;

	if (name.ptr == NULL)
		return workbook_no_memory(w);
	if (!archive_find(w->archive, name, &entry))
		return STATUS_OK;
	return part_read(w->archive, entry, &kind, &r, w->file, w->findings, &w->part);
}

const struct relation *relations_find(const struct relations *r, const char *type)
{
	for (size_t i = 0; i < r->count; i++)
		if (slice_equal(r->items[i].type, slice_from_c(type)))
			return &r->items[i];
	return NULL;
}

/* ---- content types ---- */

struct types_reader {
	struct workbook *w;
	struct slice part, extension;      /* of workbook.xml */
	struct slice by_name, by_extension;
	bool macros;
};

static bool contains(struct slice s, const char *word)
{
	return s.len > 0 && memmem(s.ptr, s.len, word, strlen(word)) != NULL;
}

static void on_type(void *context, uint8_t element, const struct xml_start *start)
{
	struct types_reader *r = context;
	struct arena *arena = &r->w->arena;
	struct slice of = { 0 }, type = { 0 };

	if (element == TYPES)
		return;
	if (!part_attribute(start, "ContentType", &type) ||
	    !part_attribute(start, element == OVERRIDE ? "PartName" : "Extension", &of)) {
		part_refuse(r->w->part, SLICE("ContentType"));
		return;
	}
	r->macros |= contains(type, "vbaProject");
	if (element == OVERRIDE && archive_same_name(slice_sub(of, 1, of.len), r->part))
		r->by_name = arena_copy(arena, type);
	else if (element == DEFAULT && archive_same_name(of, r->extension))
		r->by_extension = arena_copy(arena, type);
	if (arena->exhausted)
		part_no_memory(r->w->part);
}

static enum status read_types(struct types_reader *r, size_t entry)
{
	static const struct part_rule rules[] = { { ELEMENT_NONE, TYPES, "Types" },
		                                  { TYPES, OVERRIDE, "Override" },
		                                  { TYPES, DEFAULT, "Default" } };
	static const struct part_kind kind = {
		.namespaces = { "http://schemas.openxmlformats.org/package/2006/content-types" },
		.rules = rules, .count = sizeof rules / sizeof *rules, .open = on_type
	};
	const char *dot = r->part.len > 0 ? memrchr(r->part.ptr, '.', r->part.len) : NULL;

	if (dot != NULL)
		r->extension = slice_sub(r->part, (size_t)(dot - r->part.ptr) + 1, r->part.len);
	return part_read(r->w->archive, entry, &kind, r, r->w->file, r->w->findings, &r->w->part);
}

/* ---- what it is ---- */

static enum status refuse_as(struct workbook *w, const char *what)
{
	findings_add(w->findings,
	             &(struct finding){ .code = N0160_XLSX_NOT_USABLE, .file = w->file, .value = slice_from_c(what) });
	return STATUS_REJECT;
}

/* NULL: an ordinary workbook. */
static const char *kind_of(struct slice type, bool macros)
{
	static const struct {
		const char *word, *name;
	} others[] = {
		{ "sheet.binary", ".xlsb" }, { "addin.macroEnabled", ".xlam" }, { "template.macroEnabled", ".xltm" },
		{ "sheet.macroEnabled", ".xlsm" }, { "spreadsheetml.template", ".xltx" },
		{ "wordprocessingml", ".docx" }, { "presentationml", ".pptx" },
	};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (contains(type, others[i].word))
			return others[i].name;
	if (macros)
		return ".xlsm";
	return contains(type, "spreadsheetml.sheet.main+xml") ? NULL : "ZIP";
}

static bool has_entry(const struct workbook *w, struct slice folder)
{
	for (size_t i = 0; i < archive_count(w->archive); i++)
		if (slice_starts_with(archive_entry(w->archive, i)->name, folder))
			return true;
	return false;
}

static enum status judge(struct workbook *w, const struct relations *package, size_t types)
{
	const struct relation *main = relations_find(package, "officeDocument");
	struct types_reader r = { .w = w };
	enum status status;
	const char *other;

	if (relations_find(package, "origin") != NULL || has_entry(w, SLICE("_xmlsignatures/")))
		return refuse_as(w, "XLSX + digital signature");
	if (main == NULL)
		return refuse_as(w, "ZIP");
	if (main->entry == SIZE_MAX)
		return workbook_refuse_part(w, main->target, "missing");
	w->entries.main = main->entry;
	r.part = archive_entry(w->archive, main->entry)->name;
	status = read_types(&r, types);
	if (status != STATUS_OK)
		return status;
	other = kind_of(r.by_name.ptr != NULL ? r.by_name : r.by_extension, r.macros);
	return other != NULL ? refuse_as(w, other) : STATUS_OK;
}

enum status package_identify(struct workbook *w)
{
	struct relations package = { 0 };
	enum status status;
	size_t types, unused;

	if (archive_find(w->archive, SLICE("mimetype"), &unused))
		return refuse_as(w, "OpenDocument (.ods)");
	if (!archive_find(w->archive, SLICE("[Content_Types].xml"), &types))
		return refuse_as(w, "ZIP");
	status = relations_read(w, (struct slice){ 0 }, &package);
	if (status == STATUS_OK)
		status = judge(w, &package, types);
	free(package.items);
	return status;
}
