#include <nafkah/csv.h>

static bool needs_quotes(struct slice value)
{
	for (size_t i = 0; i < value.len; i++)
		if (value.ptr[i] == ',' || value.ptr[i] == '"' || value.ptr[i] == '\n' || value.ptr[i] == '\r')
			return true;
	return false;
}

void csv_write_field(struct buf *out, struct slice value)
{
	if (!needs_quotes(value)) {
		buf_append(out, value);
		return;
	}
	buf_char(out, '"');
	while (value.ptr != NULL) {
		bool quote = memchr(value.ptr, '"', value.len) != NULL;
		buf_append(out, slice_cut(&value, '"'));
		if (quote)
			buf_append(out, SLICE("\"\""));
	}
	buf_char(out, '"');
}
