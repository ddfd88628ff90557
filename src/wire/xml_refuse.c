#include "xml_check.h"
#include "xml_value.h"

enum { SAMPLE_MAX = 120 }; /* bytes of a value that a finding keeps */

struct xml_frame *xml_check_top(struct xml_check *c)
{
	return c->depth > 0 ? &c->frames[c->depth - 1] : NULL;
}

static struct slice sample(struct slice s)
{
	s = slice_sub(s, 0, SAMPLE_MAX);
	return slice_sub(s, 0, utf8_valid_prefix(s));
}

void xml_check_path(const struct xml_check *c, struct buf *out)
{
	for (size_t i = 0; i < c->depth; i++) {
		if (i > 0)
			buf_char(out, '/');
		xml_path_step(out, sample(c->frames[i].name),
		              c->frames[i].node != NULL ? c->frames[i].node->ordinal : 0);
	}
}

/* Beyond the findings that are kept the path is not worth its time. */
void xml_refuse(struct xml_check *c, struct finding f, const char *mark, struct slice leaf)
{
	struct buf path = { 0 };

	c->refused++;
	if (c->findings->per_code[f.code] < FINDINGS_KEPT_PER_CODE) {
		xml_check_path(c, &path);
		buf_append(&path, slice_from_c(mark));
		buf_append(&path, sample(leaf));
	}
	f.file = c->file;
	f.column = buf_slice(&path);
	f.value = sample(f.value);
	if (f.line == 0)
		f.line = c->place.line;
	findings_add(c->findings, &f);
	c->findings->lost |= path.failed;
	buf_release(&path);
}

void xml_refuse_element(struct xml_check *c, enum xml_fit fit, size_t row)
{
	struct xml_frame *element = &c->frames[c->depth - 1], *parent = element - 1;
	struct finding f = { .code = N0408_XML_ELEMENT_UNEXPECTED, .value = element->name };
	struct buf detail = { 0 };

	if (fit == XML_REPEATED) {
		f.code = N0410_XML_ELEMENT_REPEATED;
		buf_printf(&detail, "%u", (unsigned)parent->kind->children[row].max);
	} else {
		xml_model_allowed(parent, &detail);
	}
	f.detail = buf_slice(&detail);
	xml_refuse(c, f, "", (struct slice){ 0 });
	c->findings->lost |= detail.failed;
	buf_release(&detail);
	parent->text_refused |= parent->kind->text.type != XML_NONE;
}

void xml_refuse_attribute(struct xml_check *c, struct slice prefix, struct slice name)
{
	const struct xml_attribute *known = c->frames[c->depth - 1].kind->attributes;
	struct buf shown = { 0 }, detail = { 0 };

	buf_append(&shown, prefix);
	if (prefix.len > 0)
		buf_char(&shown, ':');
	buf_append(&shown, name);
	for (size_t i = 0; known != NULL && known[i].name != NULL; i++) {
		if (i > 0)
			buf_char(&detail, ' ');
		buf_append(&detail, slice_from_c(known[i].name));
	}
	if (detail.len == 0)
		buf_char(&detail, '-');
	xml_refuse(c, (struct finding){ .code = N0412_XML_ATTRIBUTE_UNKNOWN, .value = buf_slice(&shown),
	                                .detail = buf_slice(&detail) }, "/@", buf_slice(&shown));
	c->findings->lost |= shown.failed || detail.failed;
	buf_release(&shown);
	buf_release(&detail);
}

void xml_refuse_value(struct xml_check *c, struct finding f, const struct xml_value *v, const char *mark,
                      struct slice leaf)
{
	struct buf expected = { 0 };

	xml_value_expected(v, &expected);
	f.detail = buf_slice(&expected);
	xml_refuse(c, f, mark, leaf);
	c->findings->lost |= expected.failed;
	buf_release(&expected);
}
