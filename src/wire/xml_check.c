#include "xml_check.h"
#include "xml_value.h"

#include <string.h>

void xml_check_init(struct xml_check *c, const struct xml_document *doc, struct slice body, struct slice file,
                    struct findings *findings)
{
	*c = (struct xml_check){ .doc = doc, .file = file, .findings = findings, .place = xml_place_start(body) };
}

bool xml_check_exhausted(const struct xml_check *c)
{
	return c->arena.exhausted || c->text.failed || c->findings->lost;
}

void xml_check_release(struct xml_check *c)
{
	arena_release(&c->arena);
	buf_release(&c->text);
}

static size_t attribute_count(const struct xml_element *kind)
{
	size_t count = 0;

	while (kind->attributes != NULL && kind->attributes[count].name != NULL)
		count++;
	return count;
}

static size_t row_count(const struct xml_element *kind)
{
	size_t count = 0;

	while (kind->children != NULL && kind->children[count].element != NULL)
		count++;
	return count;
}

/* Gives the innermost frame its node. Children of the root are not linked to each other: each goes by itself. */
static void build(struct xml_check *c, uint64_t ordinal)
{
	struct xml_frame *f = xml_check_top(c), *parent = c->depth > 1 ? f - 1 : NULL;
	struct xml_node *n = arena_alloc(&c->arena, sizeof *n);

	f->values = arena_array(&c->arena, attribute_count(f->kind), sizeof *f->values);
	f->counts = arena_array(&c->arena, row_count(f->kind), sizeof *f->counts);
	if (n == NULL || f->values == NULL || f->counts == NULL) {
		c->end = STATUS_FAIL;
		return;
	}
	*n = (struct xml_node){ .kind = f->kind, .line = c->place.line, .column = c->place.column, .ordinal = ordinal,
		                .values = f->values, .parent = parent != NULL ? parent->node : NULL };
	f->node = n;
	if (c->depth > 2 && parent->last != NULL)
		parent->last->next = n;
	else if (c->depth > 2)
		parent->node->first = n;
	if (parent != NULL)
		parent->last = n;
}

/* What a child of a known element is. */
static void admit_child(struct xml_check *c)
{
	struct xml_frame *f = xml_check_top(c), *parent = f - 1;
	const struct xml_child *r;
	size_t row = 0;
	enum xml_fit fit = xml_model_admit(parent, f->name, &row);

	if (fit != XML_UNKNOWN) {
		r = &parent->kind->children[row];
		f->kind = r->element;
		build(c, r->max != 1 || parent->counts[row] > 1 ? parent->counts[row] : 0);
	}
	if (fit != XML_FITS)
		xml_refuse_element(c, fit, row);
}

/* A finding about the innermost element itself. */
static void refuse_here(struct xml_check *c, enum code code, struct slice value, struct slice detail)
{
	xml_refuse(c, (struct finding){ .code = code, .value = value, .detail = detail }, "", (struct slice){ 0 });
}

static void admit_root(struct xml_check *c)
{
	struct xml_frame *f = xml_check_top(c);
	struct slice expected = slice_from_c(c->doc->root->name);

	if (slice_equal(f->name, expected)) {
		f->kind = c->doc->root;
		build(c, 0);
		return;
	}
	refuse_here(c, N0408_XML_ELEMENT_UNEXPECTED, f->name, expected);
	c->end = STATUS_REJECT;
}

void xml_check_open(struct xml_check *c, struct slice name, struct slice uri, size_t offset)
{
	const char *expected = c->doc->namespace_uri;

	if (c->end != STATUS_OK)
		return;
	xml_place_move(&c->place, offset);
	if (c->depth == XML_DEPTH_MAX) {
		xml_refuse(c, (struct finding){ .code = N0403_XML_DEPTH, .value = name, .detail = SLICE("32") }, "/",
		           name);
		c->end = STATUS_REJECT;
		return;
	}
	if (c->depth == 1) {
		c->child.mark = arena_mark(&c->arena);
		c->child.refused = c->refused;
	}
	c->frames[c->depth++] = (struct xml_frame){ .name = name };
	if (c->depth > 1 && c->frames[c->depth - 2].kind == NULL)
		return;
	if (!xml_same_name(expected, uri)) {
		refuse_here(c, N0415_XML_NAMESPACE, uri, slice_from_c(expected));
		c->end = c->depth == 1 ? STATUS_REJECT : STATUS_OK;
	} else if (c->depth == 1) {
		admit_root(c);
	} else {
		admit_child(c);
	}
}

/* A copy of an attribute's value. Without entity substitution libxml2 hands out every ampersand as "&#38;"; no other
 * '&' occurs. */
static struct slice copy_value(struct arena *arena, struct slice value)
{
	static const struct slice reference = { "#38;", 4 };
	char *text = arena_alloc(arena, value.len + 1);
	size_t len = 0;

	while (text != NULL && value.len > 0) {
		const char *ampersand = memchr(value.ptr, '&', value.len);
		size_t part = ampersand != NULL ? (size_t)(ampersand - value.ptr) + 1 : value.len;

		memcpy(text + len, value.ptr, part);
		len += part;
		value = slice_sub(value, part, value.len);
		if (ampersand != NULL && slice_starts_with(value, reference))
			value = slice_sub(value, reference.len, value.len);
	}
	return (struct slice){ text, len };
}

/* The value of the innermost element or of one of its attributes. */
static void refuse_bad(struct xml_check *c, const struct xml_value *v, struct slice value, const char *mark,
                       struct slice leaf)
{
	xml_refuse_value(c,
	                 (struct finding){ .code = N0414_XML_VALUE_BAD,
	                                   .personal = xml_value_personal(v),
	                                   .line = xml_check_top(c)->node->line,
	                                   .value = value },
	                 v, mark, leaf);
}

void xml_check_attribute(struct xml_check *c, struct slice prefix, struct slice name, struct slice value)
{
	struct xml_frame *f = xml_check_top(c);
	const struct xml_attribute *a;
	size_t i = 0;

	if (c->end != STATUS_OK || f->kind == NULL)
		return;
	a = f->kind->attributes;
	while (a != NULL && a[i].name != NULL && !xml_same_name(a[i].name, name))
		i++;
	if (prefix.len > 0 || a == NULL || a[i].name == NULL) {
		xml_refuse_attribute(c, prefix, name);
		return;
	}
	f->values[i] = copy_value(&c->arena, value);
	if (f->values[i].ptr == NULL)
		c->end = STATUS_FAIL;
	else if (!xml_value_ok(&a[i].value, f->values[i]))
		refuse_bad(c, &a[i].value, f->values[i], "/@", name);
}

/* Every status that a caller's function may give. */
static void take(struct xml_check *c, enum status status)
{
	if (status == STATUS_REJECT)
		c->refused++;
	else if (status != STATUS_OK)
		c->end = STATUS_FAIL;
}

void xml_check_opened(struct xml_check *c)
{
	struct xml_frame *f = xml_check_top(c);
	const struct xml_attribute *a;

	if (c->end != STATUS_OK || f->kind == NULL)
		return;
	a = f->kind->attributes;
	for (size_t i = 0; a != NULL && a[i].name != NULL; i++) {
		struct finding missing = { .code = N0413_XML_ATTRIBUTE_MISSING, .value = slice_from_c(a[i].name) };

		if (a[i].required && f->values[i].ptr == NULL)
			xml_refuse_value(c, missing, &a[i].value, "/@", missing.value);
	}
	buf_clear(&c->text);
	if (c->depth > 1)
		return;
	c->root_refused = c->refused > 0;
	if (!c->root_refused && c->doc->root_open != NULL)
		take(c, c->doc->root_open(c->doc->context, f->node));
}

static struct slice trimmed(struct slice s)
{
	while (s.len > 0 && xml_is_space(s.ptr[0]))
		s = slice_sub(s, 1, s.len);
	while (s.len > 0 && xml_is_space(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

/* The last byte of the piece that is not blank, so that a finding names a line that shows the text. */
static size_t last_visible(const struct xml_check *c, struct slice text, size_t offset)
{
	if (slice_equal(slice_sub(c->place.bytes, offset, text.len), text))
		offset += text.len;
	while (offset > c->place.offset && xml_is_space(c->place.bytes.ptr[offset - 1]))
		offset--;
	return offset > 0 ? offset - 1 : 0;
}

void xml_check_text(struct xml_check *c, struct slice text, size_t offset)
{
	struct xml_frame *f = xml_check_top(c);

	if (c->end != STATUS_OK || f->kind == NULL || f->text_refused)
		return;
	if (f->kind->text.type != XML_NONE) {
		buf_append(&c->text, text);
		c->end = c->text.failed ? STATUS_FAIL : STATUS_OK;
		return;
	}
	if (f->kind->children != NULL && !xml_has_visible(text))
		return;
	xml_place_move(&c->place, last_visible(c, text, offset));
	f->text_refused = true;
	xml_refuse(c,
	           (struct finding){ .code = N0416_XML_TEXT_UNEXPECTED,
	                             .personal = true,
	                             .value = trimmed(text),
	                             .detail = f->name },
	           "", (struct slice){ 0 });
}

void xml_check_forbidden(struct xml_check *c, struct slice what, size_t offset)
{
	struct xml_frame *f = xml_check_top(c);

	if (c->end != STATUS_OK || (f != NULL && (f->kind == NULL || f->node_refused)))
		return;
	if (f != NULL)
		f->node_refused = f->text_refused = true;
	xml_place_move(&c->place, offset);
	refuse_here(c, N0406_XML_FORBIDDEN_NODE, what, (struct slice){ 0 });
}

void xml_check_comment(struct xml_check *c, size_t offset)
{
	struct xml_frame *f = xml_check_top(c);

	if (f != NULL && f->kind != NULL && f->kind->text.type != XML_NONE)
		xml_check_forbidden(c, SLICE("<!-- -->"), offset);
}

/* The text of the innermost element, now that it is complete. */
static void finish_text(struct xml_check *c, struct xml_frame *f)
{
	const struct xml_value *v = &f->kind->text;

	if (v->type == XML_NONE || f->text_refused)
		return;
	f->node->text = arena_copy(&c->arena, buf_slice(&c->text));
	if (f->node->text.ptr == NULL)
		c->end = STATUS_FAIL;
	else if (!xml_value_ok(v, f->node->text))
		refuse_bad(c, v, f->node->text, "", (struct slice){ 0 });
}

static void refuse_missing(struct xml_check *c, const struct xml_frame *f)
{
	for (size_t row = 0; xml_model_missing(f, row, &row); row++) {
		struct slice name = slice_from_c(f->kind->children[row].element->name);

		xml_refuse(c,
		           (struct finding){ .code = N0409_XML_ELEMENT_MISSING,
		                             .line = f->node->line,
		                             .value = name,
		                             .detail = f->name },
		           "/", name);
	}
}

void xml_check_close(struct xml_check *c)
{
	struct xml_frame *f = xml_check_top(c);

	if (c->end == STATUS_OK && f->kind != NULL) {
		finish_text(c, f);
		refuse_missing(c, f);
	}
	if (c->end != STATUS_OK)
		return;
	c->depth--;
	if (c->depth != 1)
		return;
	if (f->kind != NULL && c->refused == c->child.refused && !c->root_refused && c->doc->child != NULL)
		take(c, c->doc->child(c->doc->context, f->node));
	arena_rewind(&c->arena, c->child.mark);
}
