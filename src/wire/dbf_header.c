#include "dbf_private.h"

#include <nafkah/dbf.h>

#include <stdio.h>

enum { FOXPRO = 0x30, TERMINATOR = 0x0d, BACKLINK = 263, NUMBER_WIDTH_MAX = 32 };

/* Kinds of table by the first byte. Those that are not usable are known so that they can be refused by name. */
struct version {
	unsigned char byte;
	bool usable;
	const char *name;
};

static const struct version versions[] = {
	{ 0x02, false, "FoxBASE / dBASE II" },
	{ 0x03, true, "dBASE III+, FoxPro" },
	{ 0x04, false, "dBASE 7" },
	{ 0x05, false, "dBASE 5" },
	{ FOXPRO, true, "Visual FoxPro" },
	{ 0x31, false, "Visual FoxPro, autoincrement" },
	{ 0x32, false, "Visual FoxPro, Varchar" },
	{ 0x43, false, "dBASE IV SQL" },
	{ 0x63, false, "dBASE IV SQL system" },
	{ 0x7b, false, "dBASE IV, memo" },
	{ 0x83, false, "dBASE III+, memo" },
	{ 0x8b, false, "dBASE IV, memo" },
	{ 0x8c, false, "dBASE 7, memo" },
	{ 0x8e, false, "dBASE IV SQL, memo" },
	{ 0xcb, false, "dBASE IV SQL, memo" },
	{ 0xe5, false, "HiPer-Six, memo" },
	{ 0xf5, false, "FoxPro, memo" },
	{ 0xfb, false, "FoxBASE, memo" },
};

/* The code page byte, for those that this program decodes. */
struct language {
	unsigned char byte;
	enum encoding encoding;
};

static const struct language languages[] = {
	{ 0x01, ENCODING_CP437 }, { 0x02, ENCODING_CP850 }, { 0x03, ENCODING_WINDOWS_1252 },
	{ 0x09, ENCODING_CP437 }, { 0x0a, ENCODING_CP850 }, /* Dutch */
	{ 0x0b, ENCODING_CP437 },                           /* Finnish */
	{ 0x0d, ENCODING_CP437 }, { 0x0e, ENCODING_CP850 }, /* French */
	{ 0x0f, ENCODING_CP437 }, { 0x10, ENCODING_CP850 }, /* German */
	{ 0x11, ENCODING_CP437 }, { 0x12, ENCODING_CP850 }, /* Italian */
	{ 0x14, ENCODING_CP850 },                           /* Spanish */
	{ 0x15, ENCODING_CP437 }, { 0x16, ENCODING_CP850 }, /* Swedish */
	{ 0x18, ENCODING_CP437 },                           /* Spanish */
	{ 0x19, ENCODING_CP437 }, { 0x1a, ENCODING_CP850 }, /* English, Britain */
	{ 0x1b, ENCODING_CP437 }, { 0x37, ENCODING_CP850 }, /* English, US */
	{ 0x1d, ENCODING_CP850 }, { 0x25, ENCODING_CP850 }, /* French, Portuguese */
	{ 0x57, ENCODING_WINDOWS_1252 },                    /* "ANSI", which many writers put there */
	{ 0x58, ENCODING_WINDOWS_1252 }, { 0x59, ENCODING_WINDOWS_1252 },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint32_t u16(const unsigned char *at)
{
	return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static uint32_t u32(const unsigned char *at)
{
	return u16(at) | u16(at + 2) << 16;
}

static bool fault_at(struct dbf_fault *fault, const char *what, unsigned value)
{
	fault->found = true;
	(void)snprintf(fault->words, sizeof fault->words, "%s: 0x%02X", what, value);
	return false;
}

static bool fault_size(struct dbf_fault *fault, const char *what, uint32_t value)
{
	fault->found = true;
	(void)snprintf(fault->words, sizeof fault->words, "%s: %lu", what, (unsigned long)value);
	return false;
}

static const struct version *version_of(unsigned char byte)
{
	for (size_t i = 0; i < COUNT(versions); i++)
		if (versions[i].byte == byte)
			return &versions[i];
	return NULL;
}

static bool date_fits(const unsigned char *head)
{
	return head[2] <= 12 && head[3] <= 31;
}

static bool sizes_fit(const unsigned char *head)
{
	return u16(head + 8) > DBF_HEAD + DBF_FIELD && u16(head + 10) >= 2;
}

bool dbf_looks_like(struct slice head)
{
	unsigned char h[DBF_HEAD];

	if (head.len < sizeof h)
		return false;
	memcpy(h, head.ptr, sizeof h);
	/* Bytes 12 and 13 are reserved and 0, which no text has. */
	return version_of(h[0]) != NULL && date_fits(h) && sizes_fit(h) && u16(h + 12) == 0;
}

static bool take_code_page(unsigned char byte, struct dbf_shape *shape)
{
	for (size_t i = 0; i < COUNT(languages); i++) {
		if (languages[i].byte == byte) {
			shape->code_page_stated = true;
			shape->code_page = languages[i].encoding;
			return true;
		}
	}
	return byte == 0;
}

bool dbf_check_head(const unsigned char *head, struct dbf_shape *shape, struct dbf_fault *fault)
{
	const struct version *version = version_of(head[0]);

	shape->records = u32(head + 4);
	shape->header_len = u16(head + 8);
	shape->record_len = u16(head + 10);
	if (version == NULL || !version->usable)
		return fault_at(fault, version != NULL ? version->name : "version", head[0]);
	if (head[14] != 0)
		return fault_at(fault, "incomplete transaction", head[14]);
	if (head[15] != 0)
		return fault_at(fault, "encrypted", head[15]);
	if (head[28] > 1) /* 1: has an index file beside it */
		return fault_at(fault, (head[28] & 2) != 0 ? "memo flag" : "table flag", head[28]);
	if (!date_fits(head))
		return fault_at(fault, "date of last change, month", head[2]);
	if (shape->header_len <= DBF_HEAD + DBF_FIELD)
		return fault_size(fault, "header length", shape->header_len);
	if (shape->record_len < 2)
		return fault_size(fault, "record length", shape->record_len);
	if (!take_code_page(head[29], shape))
		return fault_at(fault, "code page", head[29]);
	return true;
}

/* Field names are ASCII; what follows a NUL in them is left over from memory. */
static bool take_name(const unsigned char *d, struct dbf_field *f)
{
	size_t len = 0;

	while (len < DBF_NAME_MAX && d[len] != 0)
		len++;
	f->name = (struct slice){ (const char *)d, len };
	for (size_t i = 0; i < len; i++)
		if (d[i] <= ' ' || d[i] >= 0x7f)
			return false;
	return len > 0;
}

static bool width_fits(const struct dbf_field *f)
{
	switch (f->type) {
	case 'D':
		return f->width == 8;
	case 'L':
		return f->width == 1;
	case 'N':
	case 'F':
		return f->width >= 1 && f->width <= NUMBER_WIDTH_MAX && (f->decimals == 0 || f->decimals + 2u <= f->width);
	default:
		return f->width >= 1;
	}
}

/* The word for a type is the type itself, where it is a letter. */
static bool fault_field(struct dbf_fault *fault, const char *what, const struct dbf_field *f, unsigned value)
{
	fault->found = true;
	(void)snprintf(fault->words, sizeof fault->words, "%.*s: %s %u", SLICE_ARG(f->name), what, value);
	return false;
}

static bool fault_type(struct dbf_fault *fault, const struct dbf_field *f)
{
	unsigned char type = (unsigned char)f->type;

	fault->found = true;
	if (type > ' ' && type < 0x7f)
		(void)snprintf(fault->words, sizeof fault->words, "%.*s: type %c%s", SLICE_ARG(f->name), f->type,
		               f->type == 'M' ? " (memo)" : "");
	else
		(void)snprintf(fault->words, sizeof fault->words, "%.*s: type 0x%02X", SLICE_ARG(f->name), type);
	return false;
}

static bool take_field(const unsigned char *d, bool foxpro, struct dbf_field *f, struct dbf_fault *fault)
{
	if (!take_name(d, f))
		return fault_at(fault, "field name", d[0]);
	f->type = (char)d[11];
	f->width = d[16];
	f->decimals = f->type == 'N' || f->type == 'F' ? d[17] : 0;
	if (f->type == 0 || memchr("CNFDL", f->type, 5) == NULL)
		return fault_type(fault, f);
	if (!width_fits(f))
		return fault_field(fault, "width", f, f->width);
	if (foxpro && d[18] != 0) /* may be NULL, binary, counts by itself */
		return fault_field(fault, "flag", f, d[18]);
	if (foxpro && u32(d + 12) != 0 && u32(d + 12) != f->at)
		return fault_field(fault, "place", f, d[12]);
	return true;
}

bool dbf_check_fields(const unsigned char *header, struct dbf_shape *shape, struct dbf_fault *fault)
{
	const unsigned char *d = header + DBF_HEAD, *end = header + shape->header_len;
	bool foxpro = header[0] == FOXPRO;
	uint32_t at = 1;

	for (shape->count = 0; d < end && *d != TERMINATOR; d += DBF_FIELD) {
		struct dbf_field *f = &shape->fields[shape->count];

		if (end - d <= DBF_FIELD)
			return fault_size(fault, "header length", shape->header_len);
		if (shape->count == TABLE_COLUMNS_MAX)
			return fault_size(fault, "fields", TABLE_COLUMNS_MAX + 1);
		*f = (struct dbf_field){ .at = at };
		if (!take_field(d, foxpro, f, fault))
			return false;
		at += f->width;
		shape->count++;
	}
	if (shape->count == 0)
		return fault_size(fault, "fields", 0);
	/* Behind the terminator stand nothing, one byte (Clipper), or the name of Visual FoxPro's database. */
	if (end - d != 1 && end - d != 2 && end - d != 1 + BACKLINK)
		return fault_size(fault, "header length", shape->header_len);
	return at == shape->record_len || fault_size(fault, "record length", shape->record_len);
}
