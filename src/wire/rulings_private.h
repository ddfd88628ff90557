/* How the readers of rulings, from XML and from rows, hand over what they read. Private to src/wire. */
#ifndef NAFKAH_RULINGS_PRIVATE_H
#define NAFKAH_RULINGS_PRIVATE_H

#include <nafkah/ruling.h>
#include <nafkah/xml.h>

struct rulings_taking {
	struct rulings *out;
	size_t room;
	struct arena *arena;
	struct findings *findings;
	bool from_rows; /* findings name columns of a table, not paths of XML */
	bool refused;   /* the present ruling */
};

/* The list itself, and one ruling: a node that the table has found good, with its whole subtree, as struct
 * xml_document calls for them. `taking` is a struct rulings_taking. */
enum status rulings_take_list(void *taking, const struct xml_node *root) NAFKAH_MUST_USE;
enum status rulings_take(void *taking, const struct xml_node *ruling) NAFKAH_MUST_USE;

/* A table whose rows come from `table`; in a CSV the delimiter is found with the header. */
struct table;
enum status rulings_from_rows(struct rulings_taking *taking, const struct table *table) NAFKAH_MUST_USE;

#endif
