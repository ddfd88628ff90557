/* What the parts of a pain message share. Private to src/paper. */
#ifndef NAFKAH_PAIN_PRIVATE_H
#define NAFKAH_PAIN_PRIVATE_H

#include "payment_private.h"

#include <nafkah/xml.h>

/* Characters; Max35Text and so on of the schemas. */
enum { MOST_IN_ID = 35, MOST_IN_ACCOUNT = 34, MOST_IN_TEXT = 140 };

struct message {
	const struct payment_order *order;
	const struct carried *carried;
	struct slice id;
	bool v03;
	struct xml_writer *w;
	const char *misfit;     /* the first element whose text does not fit, and that text */
	struct slice misfitting;
};

/* Elements with text. A payment with a text that does not fit was held before, if the format has the length that the message
 * has; else it is remembered as a misfit. */
void pain_words(struct message *m, const char *element, const char *words);
void pain_within(struct message *m, const char *element, struct slice text, size_t most);
void pain_date(struct message *m, const char *element, struct date d);
void pain_amount(struct message *m, const char *element, int64_t rupiah);

/* Words of people in the channel's characters, in the order's arena. */
struct slice pain_in_channel(struct message *m, struct slice text);

/* A party by its name, which is optional wherever it stands; an account by its number. */
void pain_party(struct message *m, const char *element, struct slice name);
void pain_account(struct message *m, const char *element, struct slice number);

/* A bank by its BIC; else by its code in the clearing; else by the code that the office's table has for it. */
void pain_agent(struct message *m, const char *element, struct slice code, struct slice bic);

#endif
