/* A payee's account in the row of another civil servant. A former wife may be one herself: then the names are of one person. */
#include "scan_private.h"

#include <nafkah/name.h>
#include <nafkah/nip.h>

/* One number may stand at two banks. What is no bank code says nothing. */
static bool is_other_bank(const struct scanning *s, const struct account *a)
{
	int column = s->out->header.of_role[ROLE_BANK];
	struct slice cell = column != NO_COLUMN ? slice_trim(s->values[column]) : (struct slice){ 0 };
	uint64_t here, there;

	return cell.len <= 3 && slice_to_u64(cell, &here) && slice_to_u64(a->bank, &there) && here != there;
}

void scan_payees(struct scanning *s, uint64_t nip, struct slice account)
{
	struct slice name = s->values[s->out->header.of_role[ROLE_NAMA]];
	size_t count;
	const struct payee *found = payees_find(s->setup->payees, account, &count);
	char text[NIP_DIGITS + 1];

	for (const struct payee *p = found; count > 0; p++, count--) {
		if (p->ruling->nip == nip || !account_digits_equal(p->account->number, account) ||
		    is_other_bank(s, p->account) || name_compare(p->name, name) != NAMES_DIFFER)
			continue;
		nip_format(p->ruling->nip, text);
		scan_note_whole(s, &(struct finding){
			.code = N0657_ACCOUNT_OF_OTHER_ASN, .personal = true, .value = account, .detail = slice_trim(name),
			.nip = slice_from_c(text), .perkara = p->ruling->number,
		}, s->out->header.of_role[ROLE_REKENING]);
	}
}
