/* What the tests of wire/xml share: reading a document of xml_table.h and comparing its findings. */
#ifndef TESTS_XML_SUPPORT_H
#define TESTS_XML_SUPPORT_H

#include "xml_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define DECL "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define HEAD "<daftar xmlns='" UJI_URI "' judul='u'>"
#define TAIL "</daftar>"
#define NIP "nip='198503122010011005'"
#define NAMA "<nama>B</nama>"
#define ORANG(inside) HEAD "<orang " NIP ">" inside "</orang>" TAIL
#define WITH(attribute) HEAD "<orang " NIP " " attribute ">" NAMA "<amar/></orang>" TAIL
#define AT "daftar/orang[1]"

struct seen {
	size_t roots, children;
	enum status answer_root, answer;
	struct buf log;
};

static inline enum status see_root(void *context, const struct xml_node *root)
{
	struct seen *s = context;

	assert_null(root->first);
	s->roots++;
	return s->answer_root;
}

/* NAME(attr=value ...){text}[children] */
static inline void describe(const struct xml_node *n, struct buf *out)
{
	buf_printf(out, "%s", n->kind->name);
	for (size_t i = 0; n->kind->attributes != NULL && n->kind->attributes[i].name != NULL; i++)
		if (n->values[i].ptr != NULL)
			buf_printf(out, " %s=%.*s", n->kind->attributes[i].name, SLICE_ARG(n->values[i]));
	if (n->text.ptr != NULL)
		buf_printf(out, "{%.*s}", SLICE_ARG(n->text));
	for (const struct xml_node *c = n->first; c != NULL; c = c->next) {
		assert_ptr_equal(c->parent, n);
		buf_append(out, c == n->first ? SLICE("[") : SLICE(" "));
		describe(c, out);
	}
	if (n->first != NULL)
		buf_char(out, ']');
}

static inline enum status see_child(void *context, const struct xml_node *child)
{
	struct seen *s = context;

	assert_int_equal(s->roots, 1);
	assert_null(child->next);
	s->children++;
	if (s->children < 20) {
		describe(child, &s->log);
		buf_char(&s->log, ';');
	}
	return s->answer;
}

static inline enum status read_into(struct slice bytes, struct seen *seen, struct findings *fs)
{
	struct xml_document doc = {
		.root = &uji_root, .namespace_uri = UJI_URI, .root_open = see_root, .child = see_child, .context = seen
	};

	return xml_read(bytes, &doc, SLICE("uji.xml"), fs);
}

static inline struct seen nothing_seen(void)
{
	return (struct seen){ .answer_root = STATUS_OK, .answer = STATUS_OK };
}

/* The status; *code is that of the first finding (CODE_COUNT: none). */
static inline enum status read_quietly(struct slice bytes, enum code *code)
{
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();
	enum status status = read_into(bytes, &seen, &fs);

	*code = fs.count > 0 ? fs.items[0].code : CODE_COUNT;
	assert_true((status == STATUS_OK) == (fs.count == 0));
	findings_release(&fs);
	buf_release(&seen.log);
	return status;
}

static inline void assert_text(const char *name, const char *what, struct slice got, const char *expected)
{
	if (expected == NULL || slice_equal(got, slice_from_c(expected)))
		return;
	fail_msg("%s: %s is '%.*s', not '%s'", name, what, SLICE_ARG(got), expected);
}

struct refusal {
	const char *name, *xml;
	enum code code;
	uint64_t line; /* 0: any; the strings: NULL for any */
	const char *column, *value, *detail;
};

/* Exactly one finding, and it is this one. */
static inline void assert_refused(const struct refusal *r)
{
	struct findings fs = { 0 };
	struct seen seen = nothing_seen();
	enum status status = read_into(slice_from_c(r->xml), &seen, &fs);

	if (status != STATUS_REJECT || fs.count != 1 || fs.items[0].code != r->code)
		fail_msg("%s: status %d, %zu findings, first %s", r->name, (int)status, fs.count,
		         fs.count > 0 ? code_name(fs.items[0].code) : "none");
	assert_text(r->name, "file", fs.items[0].file, "uji.xml");
	if (r->line != 0 && r->line != fs.items[0].line)
		fail_msg("%s: line %d", r->name, (int)fs.items[0].line);
	assert_text(r->name, "column", fs.items[0].column, r->column);
	assert_text(r->name, "value", fs.items[0].value, r->value);
	assert_text(r->name, "detail", fs.items[0].detail, r->detail);
	findings_release(&fs);
	buf_release(&seen.log);
}

static inline void assert_all_refused(const struct refusal *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_refused(&rows[i]);
}

static const char uji_sample[] =
	DECL "<!-- contoh -->\n"
	"<daftar xmlns='" UJI_URI "' judul='Daftar &amp; uji'>\n"
	"  <orang " NIP " ket='a&#x41;>'>\n"
	"    <nama>SITI &lt;A&gt;</nama>\n"
	"    <!-- di antara --><hak cara='pecahan'/>\n"
	"    <amar><iddah/><mutah> x </mutah><iddah/></amar>\n"
	"    <status>bht</status>\n"
	"  </orang>\n"
	"  <orang nip='198503122010011006'><nama>Ä</nama><amar/></orang>\n"
	"</daftar>\n<!-- akhir -->\n";

#endif
