#include "xml_guard.h"
#include "xml_place.h"

#include <nafkah/xml.h>

#include <stdbool.h>
#include <string.h>

struct guard {
	struct slice text, file;
	struct findings *findings;
	size_t at; /* of the byte that is looked at next */
};

static enum status refuse(const struct guard *g, enum code code, struct slice value, struct slice detail)
{
	struct xml_place place = xml_place_start(g->text);

	xml_place_move(&place, g->at);
	findings_add(g->findings, &(struct finding){ .code = code,
	                                             .personal = code == N0405_XML_TEXT_TOO_LONG,
	                                             .file = g->file,
	                                             .line = place.line,
	                                             .value = value,
	                                             .detail = detail });
	return STATUS_REJECT;
}

static enum status malformed(const struct guard *g, const char *words)
{
	return refuse(g, N0401_XML_MALFORMED, slice_from_c(words), (struct slice){ 0 });
}

/* The beginning of what stands at g->at: enough to find it again. */
static struct slice sample(const struct guard *g)
{
	struct slice s = slice_sub(g->text, g->at, 40);

	return slice_sub(s, 0, utf8_valid_prefix(s));
}

static bool equal_ignoring_case(struct slice a, struct slice b)
{
	size_t i = 0;

	while (i < a.len && i < b.len && ascii_lower(a.ptr[i]) == ascii_lower(b.ptr[i]))
		i++;
	return i == a.len && i == b.len;
}

static enum status check_bytes(struct guard *g)
{
	static const struct {
		struct slice mark;
		const char *name;
	} foreign[] = {
		{ { "\xff\xfe\0\0", 4 }, "UTF-32" }, { { "\0\0\xfe\xff", 4 }, "UTF-32" },
		{ { "\0\0\0<", 4 }, "UTF-32" },       { { "<\0\0\0", 4 }, "UTF-32" },
		{ { "\xff\xfe", 2 }, "UTF-16" },       { { "\xfe\xff", 2 }, "UTF-16" },
		{ { "\0<", 2 }, "UTF-16" },          { { "<\0", 2 }, "UTF-16" },
	};
	const char *nul;

	for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
		if (slice_starts_with(g->text, foreign[i].mark))
			return refuse(g, N0407_XML_ENCODING, slice_from_c(foreign[i].name), SLICE("UTF-8"));
	if (slice_starts_with(g->text, SLICE("\xef\xbb\xbf")))
		g->text = slice_sub(g->text, 3, g->text.len);
	g->at = utf8_valid_prefix(g->text);
	if (g->at < g->text.len)
		return refuse(g, N0407_XML_ENCODING, slice_sub(g->text, g->at, 1), SLICE("UTF-8"));
	nul = g->text.len > 0 ? memchr(g->text.ptr, 0, g->text.len) : NULL;
	g->at = nul != NULL ? (size_t)(nul - g->text.ptr) : 0;
	return nul != NULL ? malformed(g, "NUL byte") : STATUS_OK;
}

static struct slice skip_space(struct slice s)
{
	while (s.len > 0 && xml_is_space(s.ptr[0]))
		s = slice_sub(s, 1, s.len);
	return s;
}

/* Takes ` name = "value"` off the front of *rest. False: something else stands there, and *rest is as it was. */
static bool take_pseudo_attribute(struct slice *rest, struct slice name, struct slice *value)
{
	struct slice s = skip_space(*rest);
	char quote;

	if (s.len == rest->len || !slice_starts_with(s, name))
		return false;
	s = skip_space(slice_sub(s, name.len, s.len));
	if (!slice_starts_with(s, SLICE("=")))
		return false;
	s = skip_space(slice_sub(s, 1, s.len));
	if (s.len == 0 || (s.ptr[0] != '"' && s.ptr[0] != '\''))
		return false;
	quote = s.ptr[0];
	s = slice_sub(s, 1, s.len);
	*value = slice_cut(&s, quote);
	if (s.ptr == NULL)
		return false;
	*rest = s;
	return true;
}

/* A declaration that is understood only in part could make the parser switch to another encoding, so all of it must
 * be as the standard writes it. */
static enum status check_declaration(struct guard *g)
{
	struct slice rest = slice_sub(g->text, 5, g->text.len), version, encoding = SLICE("UTF-8"), standalone;
	const char *end;

	if (!slice_starts_with(g->text, SLICE("<?xml")) || rest.len == 0 || !xml_is_space(rest.ptr[0]))
		return STATUS_OK;
	end = memmem(rest.ptr, rest.len, "?>", 2);
	if (end == NULL)
		return malformed(g, "XML declaration without end");
	g->at = (size_t)(end - g->text.ptr) + 2;
	rest = slice_sub(rest, 0, (size_t)(end - rest.ptr));
	if (!take_pseudo_attribute(&rest, SLICE("version"), &version))
		return malformed(g, "XML declaration without version");
	if (!slice_equal(version, SLICE("1.0")))
		return refuse(g, N0407_XML_ENCODING, version, SLICE("1.0"));
	(void)take_pseudo_attribute(&rest, SLICE("encoding"), &encoding);
	if (!equal_ignoring_case(encoding, SLICE("UTF-8")))
		return refuse(g, N0407_XML_ENCODING, encoding, SLICE("UTF-8"));
	(void)take_pseudo_attribute(&rest, SLICE("standalone"), &standalone);
	return skip_space(rest).len > 0 ? malformed(g, "XML declaration") : STATUS_OK;
}

/* Passes over a tag. Quotes are honoured, because '>' may stand in a value. */
static enum status pass_tag(struct guard *g)
{
	static const bool counts[256] = { ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true };
	struct slice rest = slice_sub(g->text, g->at, XML_TAG_MAX);
	unsigned attributes = 0;
	char quote = 0;

	for (size_t i = 1; i < rest.len; i++) {
		char c = rest.ptr[i];

		if (!counts[(unsigned char)c])
			continue;
		if (c == '<')
			return malformed(g, "'<' inside a tag");
		if (quote != 0) {
			quote = c == quote ? 0 : quote;
		} else if (c == '>') {
			g->at += i + 1;
			return STATUS_OK;
		} else {
			quote = c;
			if (++attributes > XML_ATTRIBUTES_MAX)
				return refuse(g, N0404_XML_TAG_TOO_LONG, sample(g), SLICE("128"));
		}
	}
	if (g->text.len - g->at > XML_TAG_MAX)
		return refuse(g, N0404_XML_TAG_TOO_LONG, sample(g), SLICE("64 KiB"));
	return malformed(g, "tag without end");
}

struct span {
	struct slice open, close;
	enum code too_long;
};

/* Passes over a comment, a CDATA section or a processing instruction. */
static enum status pass_span(struct guard *g, const struct span *span)
{
	struct slice rest = slice_sub(g->text, g->at + span->open.len, XML_TEXT_MAX + span->close.len);
	const char *end = rest.len > 0 ? memmem(rest.ptr, rest.len, span->close.ptr, span->close.len) : NULL;

	if (end == NULL && rest.len == XML_TEXT_MAX + span->close.len)
		return refuse(g, span->too_long, sample(g), SLICE("64 KiB"));
	if (end == NULL)
		return malformed(g, "comment, CDATA section or instruction without end");
	g->at = (size_t)(end - g->text.ptr) + span->close.len;
	return STATUS_OK;
}

static enum status pass_markup(struct guard *g)
{
	static const struct span spans[] = {
		{ { "<!--", 4 }, { "-->", 3 }, N0405_XML_TEXT_TOO_LONG },
		{ { "<![CDATA[", 9 }, { "]]>", 3 }, N0405_XML_TEXT_TOO_LONG },
		{ { "<?", 2 }, { "?>", 2 }, N0404_XML_TAG_TOO_LONG },
	};
	struct slice rest = slice_sub(g->text, g->at, 16);

	if (rest.len < 2 || (rest.ptr[1] != '!' && rest.ptr[1] != '?'))
		return pass_tag(g);
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
		if (slice_starts_with(rest, spans[i].open))
			return pass_span(g, &spans[i]);
	if (slice_starts_with(rest, SLICE("<!DOCTYPE")))
		return refuse(g, N0402_XML_DOCTYPE, SLICE("<!DOCTYPE"), (struct slice){ 0 });
	return malformed(g, "unknown markup behind <!");
}

static enum status check_markup(struct guard *g)
{
	enum status status = STATUS_OK;

	while (status == STATUS_OK && g->at < g->text.len) {
		const char *from = g->text.ptr + g->at, *tag = memchr(from, '<', g->text.len - g->at);
		size_t len = tag != NULL ? (size_t)(tag - from) : g->text.len - g->at;

		if (len > XML_TEXT_MAX)
			return refuse(g, N0405_XML_TEXT_TOO_LONG, sample(g), SLICE("64 KiB"));
		g->at += len;
		if (tag != NULL)
			status = pass_markup(g);
	}
	return status;
}

enum status xml_guard(struct slice bytes, struct slice file, struct findings *findings, struct slice *body)
{
	struct guard g = { .text = bytes, .file = file, .findings = findings };
	enum status status = check_bytes(&g);

	if (status == STATUS_OK)
		status = check_declaration(&g);
	if (status == STATUS_OK)
		status = check_markup(&g);
	*body = g.text;
	return status;
}
