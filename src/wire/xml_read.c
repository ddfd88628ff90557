/* Documents held against a table, as they come from the parser. What DTDs, entities and encodings could do is out of the
 * parser's reach before it starts (xml_guard.h), and refused there once more (xml_events.h). */
#include "xml_check.h"
#include "xml_events.h"
#include "xml_guard.h"

#include <nafkah/xml.h>

#include <stdio.h>

struct reader {
	struct xml_events events;
	struct xml_check check;
	struct slice file;
	struct findings *findings;
};

static size_t consumed(const struct reader *r)
{
	return (size_t)xml_events_at(&r->events);
}

static size_t tag_offset(const struct reader *r)
{
	uint64_t tag = xml_events_tag(&r->events);

	return tag != UINT64_MAX ? (size_t)tag : 0;
}

/* Behind every event: a tree that ran out of memory gets no further. */
static void settle(struct reader *r)
{
	r->events.done = r->check.end != STATUS_OK;
}

static void on_start(void *context, const struct xml_start *start)
{
	struct reader *r = context;

	xml_check_open(&r->check, slice_from_c(start->name), slice_from_c(start->uri), tag_offset(r));
	for (size_t i = 0; i < start->attributes; i++) {
		struct xml_start_attribute a = xml_start_attribute(start, i);

		xml_check_attribute(&r->check, slice_from_c(a.prefix), slice_from_c(a.name), a.value);
	}
	xml_check_opened(&r->check);
	settle(r);
}

static void on_end(void *context)
{
	struct reader *r = context;

	xml_check_close(&r->check);
	settle(r);
}

static void on_text(void *context, struct slice text)
{
	struct reader *r = context;

	xml_check_text(&r->check, text, consumed(r));
	settle(r);
}

static void on_cdata(void *context, struct slice text)
{
	struct reader *r = context;

	(void)text;
	xml_check_forbidden(&r->check, SLICE("<![CDATA["), consumed(r));
	settle(r);
}

static void on_comment(void *context)
{
	struct reader *r = context;

	xml_check_comment(&r->check, consumed(r));
	settle(r);
}

static void on_instruction(void *context, const char *target)
{
	struct reader *r = context;
	char shown[64];
	int len = snprintf(shown, sizeof shown, "<?%.40s?>", target);

	xml_check_forbidden(&r->check, (struct slice){ shown, len > 0 ? (size_t)len : 0 }, consumed(r));
	settle(r);
}

/* Trouble other than memory was found by the parser; behind xml_guard it is always of one kind. */
static bool is_malformed(const struct xml_events *e)
{
	return e->trouble != XML_TROUBLE_NONE && e->trouble != XML_TROUBLE_MEMORY;
}

static enum status fail_memory(struct slice file, struct findings *findings)
{
	findings_add(findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = file });
	return STATUS_FAIL;
}

static enum status refuse_malformed(const struct xml_events *e, const struct xml_check *check, struct slice file,
                                    struct findings *findings)
{
	struct buf path = { 0 };

	if (check != NULL)
		xml_check_path(check, &path);
	findings_add(findings, &(struct finding){ .code = N0401_XML_MALFORMED,
	                                          .file = file,
	                                          .line = e->error_line,
	                                          .column = buf_slice(&path),
	                                          .value = slice_from_c(e->error) });
	findings->lost |= path.failed;
	buf_release(&path);
	return STATUS_REJECT;
}

static enum status conclude(const struct reader *r)
{
	if (r->events.trouble == XML_TROUBLE_MEMORY || xml_check_exhausted(&r->check))
		return fail_memory(r->file, r->findings);
	if (r->check.end == STATUS_FAIL)
		return STATUS_FAIL;
	if (is_malformed(&r->events))
		return refuse_malformed(&r->events, &r->check, r->file, r->findings);
	return r->check.end == STATUS_OK && r->check.refused == 0 ? STATUS_OK : STATUS_REJECT;
}

enum status xml_read(struct slice bytes, const struct xml_document *doc, struct slice file, struct findings *findings)
{
	static const struct xml_handler handler = { .start = on_start, .end = on_end, .text = on_text, .cdata = on_cdata,
		                                    .comment = on_comment, .instruction = on_instruction };
	struct reader r = { .file = file, .findings = findings };
	struct slice body;
	enum status status = xml_guard(bytes, file, findings, &body);

	if (status != STATUS_OK)
		return status;
	xml_check_init(&r.check, doc, body, file, findings);
	if (xml_events_start(&r.events, &handler, &r))
		xml_events_all(&r.events, body);
	status = conclude(&r);
	xml_check_release(&r.check);
	xml_events_release(&r.events);
	return status;
}

struct root_reader {
	struct xml_events events;
	struct arena *arena;
	struct slice name, uri;
};

static void on_root(void *context, const struct xml_start *start)
{
	struct root_reader *r = context;

	r->name = arena_copy(r->arena, slice_from_c(start->name));
	r->uri = arena_copy(r->arena, slice_from_c(start->uri));
	r->events.done = true;
}

static void on_nothing(void *context)
{
	(void)context;
}

enum status xml_root_of(struct slice bytes, struct slice file, struct arena *arena, struct slice *name,
                        struct slice *namespace_uri, struct findings *findings)
{
	static const struct xml_handler handler = { .start = on_root, .end = on_nothing };
	struct root_reader r = { .arena = arena };
	struct slice body;
	enum status status = xml_guard(bytes, file, findings, &body);

	if (status != STATUS_OK)
		return status;
	if (xml_events_start(&r.events, &handler, &r))
		xml_events_all(&r.events, body);
	if (r.events.trouble == XML_TROUBLE_MEMORY || (r.events.done && (r.name.ptr == NULL || r.uri.ptr == NULL)))
		status = fail_memory(file, findings);
	else if (is_malformed(&r.events))
		status = refuse_malformed(&r.events, NULL, file, findings);
	xml_events_release(&r.events);
	*name = r.name;
	*namespace_uri = r.uri;
	return status;
}

bool xml_looks_like(struct slice first_bytes)
{
	static const struct slice boms[] = { { "\xef\xbb\xbf", 3 }, { "\xff\xfe", 2 }, { "\xfe\xff", 2 }, { "\0\0\xfe\xff", 4 } };
	size_t at = 0;

	for (size_t i = 0; at == 0 && i < sizeof boms / sizeof *boms; i++)
		at = slice_starts_with(first_bytes, boms[i]) ? boms[i].len : 0;
	while (at < first_bytes.len && (xml_is_space(first_bytes.ptr[at]) || first_bytes.ptr[at] == '\0'))
		at++; /* NULs: wide characters */
	return at < first_bytes.len && first_bytes.ptr[at] == '<';
}
