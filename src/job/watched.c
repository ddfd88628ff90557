#include <nafkah/cycle.h>

enum { STEP = 16 << 20 }; /* bytes between two words */

enum status watched_read(void *context, char *into, size_t cap, size_t *got)
{
	struct watched *w = context;
	enum status status = input_read(w->input, into, cap, got);
	uint64_t total = input_size(w->input);

	w->done += *got;
	if (w->progress->tell != NULL && status == STATUS_OK && (w->done - w->told >= STEP || (*got == 0 && w->told > 0))) {
		w->progress->tell(w->name, *got == 0 ? total : w->done, total);
		w->told = w->done;
	}
	return status;
}
