/* libxml2's own tree and schema validation, to hold wire/xml against. */
#ifndef TESTS_XML_ORACLE_H
#define TESTS_XML_ORACLE_H

#include "xml_table.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <stdlib.h>

static inline void oracle_silence(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

static inline xmlDocPtr oracle_parse(struct slice s)
{
	return xmlReadMemory(s.ptr, (int)s.len, "a", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

static inline xmlSchemaPtr oracle_schema(void)
{
	xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt(uji_xsd, sizeof uji_xsd - 1);
	xmlSchemaPtr schema = xmlSchemaParse(parser);

	xmlSchemaFreeParserCtxt(parser);
	return schema;
}

static inline bool oracle_valid(xmlSchemaPtr schema, xmlDocPtr doc)
{
	xmlSchemaValidCtxtPtr check = xmlSchemaNewValidCtxt(schema);
	bool ok;

	xmlSchemaSetValidStructuredErrors(check, oracle_silence, NULL);
	ok = doc != NULL && xmlSchemaValidateDoc(check, doc) == 0;
	xmlSchemaFreeValidCtxt(check);
	return ok;
}

/* The element at `n` or behind it among its siblings. */
static inline xmlNodePtr oracle_element(xmlNodePtr n)
{
	while (n != NULL && n->type != XML_ELEMENT_NODE)
		n = n->next;
	return n;
}

/* Frees `text`; NULL equals an absent value. */
static inline bool oracle_same_text(xmlChar *text, struct slice value)
{
	bool same = text == NULL ? value.ptr == NULL
	                         : value.ptr != NULL && slice_equal(slice_from_c((const char *)text), value);

	xmlFree(text);
	return same;
}

/* The same element with the same values all the way down. */
static inline bool oracle_same(const struct xml_node *n, xmlNodePtr dom)
{
	const struct xml_attribute *a = n->kind->attributes;
	const struct xml_node *child = n->first;

	if (!slice_equal(slice_from_c((const char *)dom->name), slice_from_c(n->kind->name)))
		return false;
	for (size_t i = 0; a != NULL && a[i].name != NULL; i++)
		if (!oracle_same_text(xmlGetNoNsProp(dom, (const xmlChar *)a[i].name), n->values[i]))
			return false;
	if (n->kind->text.type != XML_NONE)
		return oracle_same_text(xmlNodeGetContent(dom), n->text);
	dom = oracle_element(dom->children);
	for (; dom != NULL && child != NULL; dom = oracle_element(dom->next), child = child->next)
		if (!oracle_same(child, dom))
			return false;
	return dom == NULL && child == NULL;
}

#endif
