/* The types of nafkah/xml.h held against values, and described for findings. */
#ifndef NAFKAH_WIRE_XML_VALUE_H
#define NAFKAH_WIRE_XML_VALUE_H

#include <nafkah/buf.h>
#include <nafkah/xml.h>

#include <stdbool.h>

/* Has other characters than XML's four blanks. */
bool xml_has_visible(struct slice s);

/* `s` is valid UTF-8. XML_NONE is no type of a value: false. */
bool xml_value_ok(const struct xml_value *v, struct slice s);

/* What a value of this type looks like: "YYYY-MM-DD", "1..600", the words. */
void xml_value_expected(const struct xml_value *v, struct buf *out);

/* Whether values of this type name a person, an account or the like. */
bool xml_value_personal(const struct xml_value *v);

#endif
