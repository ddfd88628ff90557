/* Comparing people's names. Both are put in upper case, what follows the first comma (degrees) and words that end in a
 * full stop (titles, initials) are left out; what remains is compared word by word. */
#ifndef NAFKAH_NAME_H
#define NAFKAH_NAME_H

#include <nafkah/slice.h>

enum name_match {
	NAMES_EQUAL,
	NAMES_SHARE_WORD, /* different, but with a common word of three letters or more */
	NAMES_DIFFER
};

enum name_match name_compare(struct slice a, struct slice b);

#endif
