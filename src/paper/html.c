#include <nafkah/html.h>

#include <assert.h>
#include <inttypes.h>
#include <string.h>

static bool is_one_of(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

static bool is_void(const char *element)
{
	static const char *const list[] = { "br", "col", "hr", "meta", NULL };

	return is_one_of(element, list);
}

/* A line end behind these keeps the page readable as text, and changes nothing on it. */
static bool ends_line(const char *element)
{
	static const char *const list[] = {
		"html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "div", "p", "h1",
		"h2", "h3", "table", "caption", "thead", "tbody", "tfoot", "tr", "ul", "li", "figure", "figcaption", "svg", "rect",
		"line", NULL,
	};

	return is_one_of(element, list);
}

static void end_tag_start(struct html *h)
{
	if (h->in_tag)
		buf_char(h->out, '>');
	h->in_tag = false;
}

void html_begin(struct html *h)
{
	buf_append(h->out, SLICE("<!DOCTYPE html>\n"));
}

void html_open(struct html *h, const char *element)
{
	assert(h->depth < HTML_DEPTH_MAX);
	end_tag_start(h);
	buf_char(h->out, '<');
	buf_append(h->out, slice_from_c(element));
	h->open[h->depth++] = element;
	h->in_tag = true;
}

void html_close(struct html *h)
{
	const char *element;

	assert(h->depth > 0);
	element = h->open[--h->depth];
	if (is_void(element)) {
		assert(h->in_tag);
		buf_append(h->out, SLICE("/>"));
		h->in_tag = false;
	} else {
		end_tag_start(h);
		buf_append(h->out, SLICE("</"));
		buf_append(h->out, slice_from_c(element));
		buf_char(h->out, '>');
	}
	if (ends_line(element))
		buf_char(h->out, '\n');
}

/* ---- escaping ---- */

/* One character of valid UTF-8 at the start of `s`. */
static uint32_t character(struct slice s, size_t *len)
{
	unsigned char first = (unsigned char)s.ptr[0];
	uint32_t c;

	*len = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	c = first < 0x80 ? first : (uint32_t)first & (0xffU >> (*len + 1));
	for (size_t i = 1; i < *len; i++)
		c = c << 6 | ((unsigned char)s.ptr[i] & 0x3f);
	return c;
}

/* Characters that a reader does not see, that turn the order of reading, or that XML cannot carry. A plain line end or
 * TAB counts as one: no text of an input has a reason to hold it. */
static bool is_unfit(uint32_t c)
{
	static const struct { uint32_t from, to; } unfit[] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f }, { 0xad, 0xad }, { 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x115f, 0x1160 },
		{ 0x180e, 0x180e }, { 0x200b, 0x200f }, { 0x2028, 0x202e }, { 0x2060, 0x206f }, { 0x3164, 0x3164 },
		{ 0xfdd0, 0xfdef }, { 0xfeff, 0xfeff }, { 0xfff9, 0xfffb }, { 0xe0000, 0xe0fff },
	};

	for (size_t i = 0; i < sizeof unfit / sizeof *unfit; i++)
		if (c >= unfit[i].from && c <= unfit[i].to)
			return true;
	return (c & 0xfffe) == 0xfffe;
}

static bool append_markup(struct buf *out, uint32_t c)
{
	static const char *const escapes[] = {
		['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;", ['\''] = "&#39;",
	};
	const char *escape = c < sizeof escapes / sizeof *escapes ? escapes[c] : NULL;

	if (escape != NULL)
		buf_append(out, slice_from_c(escape));
	return escape != NULL;
}

static void append_safe(struct buf *out, struct slice s)
{
	while (s.len > 0) {
		size_t good = utf8_valid_prefix(s), at = 0;

		while (at < good) {
			size_t len;
			struct slice rest = slice_sub(s, at, good - at);
			uint32_t c = character(rest, &len);

			if (is_unfit(c))
				buf_printf(out, "\\u%04" PRIX32, c);
			else if (!append_markup(out, c))
				buf_append(out, slice_sub(rest, 0, len));
			at += len;
		}
		if (good < s.len)
			buf_printf(out, "\\x%02X", (unsigned)(unsigned char)s.ptr[good++]);
		s = slice_sub(s, good, s.len);
	}
}

/* Whether a spreadsheet would compute it. Pasting drops the blanks in front, those that Unicode adds as well. */
static bool looks_like_formula(struct slice s)
{
	static const uint32_t starts[] = { '=', '+', '-', '@', 0xff1d, 0xff0b, 0xff0d, 0xff20, 0x2212 };
	struct slice good = slice_sub(s, 0, utf8_valid_prefix(s));

	if (s.len > 0 && (s.ptr[0] == '\t' || s.ptr[0] == '\r'))
		return true;
	while (good.len > 0) {
		size_t len;
		uint32_t c = character(good, &len);

		for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
			if (c == starts[i])
				return true;
		if (c > 0x20 && c != 0xa0 && c != 0x3000 && (c < 0x2000 || c > 0x200a))
			return false;
		good = slice_sub(good, len, good.len);
	}
	return false;
}

static void append_input(struct buf *out, struct slice s)
{
	if (looks_like_formula(s))
		buf_append(out, SLICE("&#39;"));
	append_safe(out, s);
}

static void attribute(struct html *h, const char *name)
{
	assert(h->in_tag);
	buf_printf(h->out, " %s=\"", name);
}

void html_attr(struct html *h, const char *name, struct slice value)
{
	attribute(h, name);
	append_input(h->out, value);
	buf_char(h->out, '"');
}

void html_attr_words(struct html *h, const char *name, const char *words)
{
	attribute(h, name);
	append_safe(h->out, slice_from_c(words));
	buf_char(h->out, '"');
}

void html_attr_number(struct html *h, const char *name, int64_t value)
{
	attribute(h, name);
	buf_printf(h->out, "%" PRId64 "\"", value);
}

void html_words(struct html *h, const char *words)
{
	end_tag_start(h);
	append_safe(h->out, slice_from_c(words));
}

void html_text(struct html *h, struct slice from_input)
{
	end_tag_start(h);
	append_input(h->out, from_input);
}

void html_style(struct html *h, const char *sheet)
{
	assert(strpbrk(sheet, "<&") == NULL);
	end_tag_start(h);
	buf_append(h->out, slice_from_c(sheet));
}

void html_open_class(struct html *h, const char *element, const char *class)
{
	html_open(h, element);
	if (class != NULL)
		html_attr_words(h, "class", class);
}

void html_element(struct html *h, const char *element, const char *class, const char *words)
{
	html_open_class(h, element, class);
	html_words(h, words);
	html_close(h);
}

void html_element_text(struct html *h, const char *element, const char *class, struct slice from_input)
{
	html_open_class(h, element, class);
	html_text(h, from_input);
	html_close(h);
}

static void meta(struct html *h, const char *key, const char *name, const char *content)
{
	html_open(h, "meta");
	html_attr_words(h, key, name);
	if (content != NULL)
		html_attr_words(h, "content", content);
	html_close(h);
}

void html_begin_page(struct html *h, const char *lang, struct slice title, const char *const *sheets)
{
	html_begin(h);
	html_open(h, "html");
	html_attr_words(h, "xmlns", "http://www.w3.org/1999/xhtml");
	html_attr_words(h, "lang", lang);
	html_attr_words(h, "xml:lang", lang);
	html_open(h, "head");
	meta(h, "charset", "UTF-8", NULL);
	meta(h, "http-equiv", "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
	meta(h, "name", "viewport", "width=device-width, initial-scale=1");
	html_element_text(h, "title", NULL, title);
	html_open(h, "style");
	for (; *sheets != NULL; sheets++)
		html_style(h, *sheets);
	html_close(h);
	html_close(h);
	html_open(h, "body");
}
