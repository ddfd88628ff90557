#include "csv_private.h"

#include <csv.h>

struct csv_judge {
	struct csv_parser parser;
	size_t fields;
	struct slice value;
};

/* Blanks belong to the value. */
static int never_a_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* No field that comes here is longer, so that memory stays bounded whatever libcsv asks for. */
static void *bounded_realloc(void *old, size_t size)
{
	return size <= 2 * (size_t)CSV_FIELD_MAX ? realloc(old, size) : NULL;
}

static bool judge_start(struct csv_judge *j)
{
	if (csv_init(&j->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return false;
	csv_set_space_func(&j->parser, never_a_space);
	csv_set_realloc_func(&j->parser, bounded_realloc);
	csv_set_blk_size(&j->parser, CSV_FIELD_MAX + 1);
	return true;
}

struct csv_judge *csv_judge_new(void)
{
	struct csv_judge *j = calloc(1, sizeof *j);

	if (j != NULL && !judge_start(j)) {
		free(j);
		j = NULL;
	}
	return j;
}

void csv_judge_free(struct csv_judge *j)
{
	if (j == NULL)
		return;
	csv_free(&j->parser);
	free(j);
}

static void take_field(void *bytes, size_t len, void *context)
{
	struct csv_judge *j = context;

	j->fields++;
	j->value = (struct slice){ bytes, len };
}

/* After an error libcsv keeps its state, and csv_fini would deliver half a field: begin anew. */
static enum csv_verdict judge_again(struct csv_judge *j, enum csv_verdict verdict)
{
	csv_free(&j->parser);
	return judge_start(j) ? verdict : CSV_FIELD_NO_MEMORY;
}

enum csv_verdict csv_judge_field(struct csv_judge *j, struct slice raw, char delimiter, struct slice *value,
                                 size_t *at)
{
	j->fields = 0;
	csv_set_delim(&j->parser, (unsigned char)delimiter);
	*at = csv_parse(&j->parser, raw.ptr, raw.len, take_field, NULL, j);
	if (*at != raw.len)
		return judge_again(j, csv_error(&j->parser) == CSV_EPARSE ? CSV_FIELD_STRAY : CSV_FIELD_NO_MEMORY);
	if (csv_fini(&j->parser, take_field, NULL, j) != 0)
		return judge_again(j, CSV_FIELD_OPEN);
	if (j->fields != 1)
		return judge_again(j, CSV_FIELD_STRAY);
	*value = j->value;
	return CSV_FIELD_GOOD;
}
