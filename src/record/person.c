#include <nafkah/person.h>

static const char *const line_statuses[LINE_STATUS_COUNT] = {
	[LINE_BELUM_BHT] = "belum-bht",
	[LINE_BELUM_MULAI] = "belum-mulai",
	[LINE_DITAHAN] = "ditahan",
	[LINE_TIDAK_DITEMUKAN] = "tidak-ditemukan",
	[LINE_DIPOTONG] = "dipotong",
	[LINE_SEBAGIAN] = "sebagian",
	[LINE_NIHIL] = "nihil",
	[LINE_DITERIMA_ASN] = "diterima-asn",
	[LINE_SELESAI] = "selesai",
};

static const char *const ruling_states[RULING_STATE_COUNT] = {
	[STATE_BELUM_BHT] = "belum-bht",
	[STATE_BELUM_MULAI] = "belum-mulai",
	[STATE_SELESAI] = "selesai",
	[STATE_DITAHAN] = "ditahan",
	[STATE_TIDAK_DITEMUKAN] = "tidak-ditemukan",
	[STATE_DIPOTONG] = "dipotong",
	[STATE_SEBAGIAN] = "sebagian",
	[STATE_NIHIL] = "nihil",
};

const char *line_status_name(enum line_status s)
{
	return line_statuses[s];
}

const char *ruling_state_name(enum ruling_state s)
{
	return ruling_states[s];
}
