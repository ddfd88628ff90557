#include "dbf_private.h"

#include <inttypes.h>
#include <stdio.h>

enum status dbf_no_memory(const struct dbf *d)
{
	findings_add(d->setup.findings, &(struct finding){ .code = N0903_NO_MEMORY, .file = d->setup.file });
	return STATUS_FAIL;
}

enum status dbf_not_usable(const struct dbf *d, const struct dbf_fault *fault)
{
	findings_add(d->setup.findings, &(struct finding){ .code = N0180_DBF_NOT_USABLE,
	                                                   .file = d->setup.file,
	                                                   .value = slice_from_c(fault->words) });
	return STATUS_REJECT;
}

enum status dbf_header_cut(const struct dbf *d, size_t len)
{
	struct dbf_fault fault = { .found = true };

	if (len == 0) {
		findings_add(d->setup.findings, &(struct finding){ .code = N0105_INPUT_EMPTY, .file = d->setup.file });
		return STATUS_REJECT;
	}
	(void)snprintf(fault.words, sizeof fault.words, "header cut: %zu", len);
	return dbf_not_usable(d, &fault);
}

enum status dbf_cut(const struct dbf *d, uint64_t found)
{
	char have[24], stated[24];

	(void)snprintf(have, sizeof have, "%" PRIu64, found);
	(void)snprintf(stated, sizeof stated, "%" PRIu32, d->shape.records);
	findings_add(d->setup.findings, &(struct finding){ .code = N0181_DBF_CUT,
	                                                   .file = d->setup.file,
	                                                   .value = slice_from_c(have),
	                                                   .detail = slice_from_c(stated) });
	return STATUS_REJECT;
}

enum status dbf_trailing(const struct dbf *d, uint64_t offset)
{
	char where[24];

	(void)snprintf(where, sizeof where, "%" PRIu64, offset);
	findings_add(d->setup.findings, &(struct finding){ .code = N0182_DBF_TRAILING,
	                                                   .file = d->setup.file,
	                                                   .detail = slice_from_c(where) });
	return STATUS_REJECT;
}

enum status dbf_refuse_byte(const struct dbf *d, enum code code, const struct dbf_field *field, size_t at)
{
	char where[24];

	(void)snprintf(where, sizeof where, "%" PRIu64, dbf_record_offset(d, d->rows - 1) + at);
	findings_add(d->setup.findings, &(struct finding){ .code = code,
	                                                   .file = d->setup.file,
	                                                   .line = d->rows + 1,
	                                                   .column = field != NULL ? field->name : (struct slice){ 0 },
	                                                   .value = { d->record + at, 1 },
	                                                   .detail = slice_from_c(where) });
	return STATUS_REJECT;
}
