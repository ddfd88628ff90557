/* JSON put together without naming the library: json.c alone knows it. A failure is remembered in the tree, and the one
 * look at the end suffices. Values belong to what they are put into. */
#ifndef NAFKAH_JSON_TREE_H
#define NAFKAH_JSON_TREE_H

#include <nafkah/slice.h>
#include <nafkah/status.h>

struct json_t;

struct json_tree {
	bool failed;
};

struct json_t *tree_object(struct json_tree *t);
struct json_t *tree_list(struct json_tree *t);
struct json_t *tree_text(struct json_tree *t, struct slice s); /* valid UTF-8 */
struct json_t *tree_word(struct json_tree *t, const char *word);
struct json_t *tree_number(struct json_tree *t, int64_t n);
struct json_t *tree_yes(struct json_tree *t, bool yes);
struct json_t *tree_nothing(struct json_tree *t);

void tree_put(struct json_tree *t, struct json_t *object, const char *key, struct json_t *value);
void tree_add(struct json_tree *t, struct json_t *list, struct json_t *value);

/* Prints the whole to stdout, and frees it. STATUS_FAIL: memory, or a text that is not UTF-8; nothing was printed then.
 */
enum status tree_print(struct json_tree *t, struct json_t *root) NAFKAH_MUST_USE;

#endif
