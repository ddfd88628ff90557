#include "csv_private.h"

#include <inttypes.h>

enum status csv_no_memory(const struct csv_reader *r)
{
	findings_add(r->findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = r->file });
	return STATUS_FAIL;
}

enum status csv_refuse(const struct csv_reader *r, const struct csv_refusal *fault)
{
	char offset[24], field[24];
	struct finding f = { .code = fault->code, .file = r->file, .line = r->place.line, .value = fault->value };

	for (size_t i = r->place.at; i < fault->at; i++)
		f.line += r->block.bytes[i] == '\n';
	f.detail.ptr = offset;
	f.detail.len = (size_t)snprintf(offset, sizeof offset, "%" PRIu64, r->block.base + fault->at);
	f.column.ptr = field;
	if (fault->field > 0)
		f.column.len = (size_t)snprintf(field, sizeof field, "%zu", fault->field);
	findings_add(r->findings, &f);
	return STATUS_REJECT;
}

enum status csv_refuse_whole(const struct csv_reader *r, enum code code, struct slice value)
{
	findings_add(r->findings, &(struct finding){ .code = code, .file = r->file, .value = value });
	return STATUS_REJECT;
}

enum status csv_refuse_text(const struct csv_reader *r)
{
	const struct csv_block *b = &r->block;
	struct csv_refusal f = { .at = b->clean, .value = { b->bytes + b->clean, b->fault.fault_len } };

	switch (b->fault.fault) {
	case TEXT_CONTROL:
		f.code = N0106_TEXT_CONTROL;
		break;
	case TEXT_BOM:
		f.code = N0107_TEXT_BOM_INSIDE;
		f.value = SLICE("U+FEFF");
		break;
	case TEXT_LONE_CR:
		f.code = N0111_LINE_END_MIXED;
		f.value = SLICE("CR");
		break;
	case TEXT_NOT_UTF8:
	case TEXT_CLEAN:
		f.code = N0109_TEXT_NOT_UTF8;
		break;
	}
	return csv_refuse(r, &f);
}

enum status csv_refuse_split(const struct csv_reader *r)
{
	const struct csv_fault *fault = &r->split.fault;
	struct csv_refusal f = { .code = fault->code, .at = r->place.at + fault->at, .field = fault->field };
	char limit[24];

	f.value.ptr = limit;
	if (fault->limit > 0)
		f.value.len = (size_t)snprintf(limit, sizeof limit, "%zu", fault->limit);
	return csv_refuse(r, &f);
}
