/* The linear pass over a document before any parser sees it: what libxml2 would read, but slowly, at length, or with
 * a meaning that no input here may have. */
#ifndef NAFKAH_WIRE_XML_GUARD_H
#define NAFKAH_WIRE_XML_GUARD_H

#include <nafkah/finding.h>
#include <nafkah/slice.h>
#include <nafkah/status.h>

/* STATUS_OK: *body is `bytes` without a byte order mark: valid UTF-8 without NUL, of XML 1.0 by its declaration,
 * without a DOCTYPE, every tag, text and comment within the limits of nafkah/xml.h. It may still be malformed, but
 * not by a '<' inside a tag and not by a construct that never ends: those are refused here, because the parser would
 * collect all the rest of the document before it noticed.
 * STATUS_REJECT: one finding (N0401, N0402, N0404, N0405, N0407) was made. */
enum status xml_guard(struct slice bytes, struct slice file, struct findings *findings,
                      struct slice *body) NAFKAH_MUST_USE;

#endif
