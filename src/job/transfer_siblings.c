/* No state is kept anywhere, so what was sent before is seen in the folders beside, or not at all. A line may stand in
 * a transfer folder and be sent again only if that folder is one that it comes from: then the channel did not carry it,
 * or the bank returned it. The keys also tell when a month was run a second time after its first result had gone to the
 * bank. */
#include "transfer_private.h"

#include <nafkah/listing.h>

/* What is looked at beside: with findings of its own, which nobody needs. */
struct looking {
	struct sending *s;
	struct slice name;
	struct arena arena;
	struct findings ignored;
};

static enum status refuse(struct sending *s, struct slice name, struct slice what)
{
	cycle_note(s->c, N1011_SENT_ALREADY, (struct slice){ 0 }, name, what);
	return STATUS_REJECT;
}

static bool is_forebear(const struct sending *s, const struct sha256 *seal)
{
	for (size_t i = 0; i < s->source.origins.count; i++)
		if (slice_equal(s->source.origins.items[i].seal, slice_from_c(seal->hex)))
			return true;
	return false;
}

/* A list that cannot be read may have anything in it. */
static enum status compare_list(struct looking *l, struct sealed *sealed)
{
	struct slice bytes;
	struct credit_transfers sent;
	enum status status = sealed_file(sealed, SENT_LIST_NAME, &l->arena, &bytes);

	if (status == STATUS_OK)
		status = credit_transfers_read(bytes, SLICE(SENT_LIST_NAME), &l->arena, &sent, &l->ignored);
	if (status == STATUS_FAIL && (l->arena.exhausted || l->ignored.lost))
		return STATUS_FAIL;
	if (status != STATUS_OK)
		return refuse(l->s, l->name, SLICE(SENT_LIST_NAME));
	for (size_t i = 0; i < l->s->list.transfers.count; i++) {
		struct slice key = l->s->list.transfers.items[i].key;

		if (credit_transfers_find(&sent, key) != NULL)
			return refuse(l->s, l->name, key);
	}
	return STATUS_OK;
}

/* Whether a folder whose seal cannot be read has been a transfer's. */
static bool has_record(struct looking *l, const char *path)
{
	const char *record = arena_printf(&l->arena, "%s/" SENT_RECORD_NAME, path).ptr;
	struct input *in = NULL;
	bool found = record != NULL && input_open(record, &l->ignored, &in) == STATUS_OK;

	input_close(in);
	return found;
}

static enum status look_into(struct looking *l, const char *path)
{
	struct sealed *sealed = NULL;
	struct sha256 seal;
	enum status status = sealed_open_unchecked(path, &l->ignored, &sealed);

	if (status != STATUS_OK && has_record(l, path))
		return refuse(l->s, l->name, SLICE("SHA256SUMS"));
	if (status != STATUS_OK)
		return l->ignored.lost || l->arena.exhausted ? STATUS_FAIL : STATUS_OK; /* no folder of this program */
	if (sealed_find(sealed, SLICE(SENT_RECORD_NAME)) != NULL) {
		seal = sealed_hash(sealed);
		status = is_forebear(l->s, &seal) ? STATUS_OK : compare_list(l, sealed);
	}
	sealed_close(sealed);
	return status;
}

static enum status look_at(struct sending *s, struct slice parent, struct slice name)
{
	struct looking l = { .s = s, .name = name };
	struct slice path = arena_printf(&l.arena, "%.*s/%.*s", SLICE_ARG(parent), SLICE_ARG(name));
	enum status status = path.ptr != NULL ? look_into(&l, path.ptr) : STATUS_FAIL;

	arena_release(&l.arena);
	findings_release(&l.ignored);
	return status;
}

static enum status look_beside(struct sending *s, struct slice parent)
{
	struct findings ignored = { 0 };
	struct slice *names;
	size_t count = 0;
	enum status status = parent.ptr != NULL ? folder_list(parent.ptr, SLICE(""), &s->c->arena, &ignored, &names,
	                                                      &count)
	                                        : STATUS_FAIL;

	findings_release(&ignored);
	if (status != STATUS_OK)
		/* the output's parent is checked where the output is made */
		return status == STATUS_REJECT ? STATUS_OK : status;
	for (size_t i = 0; status == STATUS_OK && i < count; i++)
		status = look_at(s, parent, names[i]);
	return status;
}

enum status sending_not_sent_before(struct sending *s)
{
	struct arena *a = &s->c->arena;
	enum status status = look_beside(s, arena_printf(a, "%s/..", s->c->request->finished));

	return status == STATUS_OK ? look_beside(s, beside_parent(a, s->c->request->out)) : status;
}
