#include <nafkah/bytes.h>

#include <string.h>

static enum status read_slice(void *context, char *into, size_t cap, size_t *got)
{
	struct slice *rest = context;

	*got = rest->len < cap ? rest->len : cap;
	if (*got > 0)
		memcpy(into, rest->ptr, *got);
	*rest = slice_sub(*rest, *got, rest->len);
	return STATUS_OK;
}

struct byte_source bytes_of(struct slice *rest)
{
	return (struct byte_source){ read_slice, rest };
}

enum status bytes_fill(struct byte_source from, char *into, size_t cap, size_t *len)
{
	enum status status = STATUS_OK;
	size_t got = 1;

	*len = 0;
	while (status == STATUS_OK && got > 0 && *len < cap) {
		status = from.read(from.context, into + *len, cap - *len, &got);
		*len += status == STATUS_OK ? got : 0;
	}
	return status;
}
