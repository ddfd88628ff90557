/* `nafkah simulate`: what a ruling would mean, as text, as a page, or as JSON. */
#include "simulate_private.h"

static bool write_out(const struct buf *text)
{
	return !text->failed && fwrite(text->ptr, 1, text->len, stdout) == text->len;
}

static enum status print_sheet(const struct call *call, const struct simulation *s, enum exit_status status)
{
	struct buf text = { 0 };
	enum status printed;

	if (call->request.json)
		return simulate_print_json(s, status, call->request.lang);
	printed = call->request.html ? simulate_write_html(s, call->request.lang, &text)
	                             : simulate_write_text(s, call->request.lang, &text);
	if (printed == STATUS_OK && !write_out(&text))
		printed = STATUS_FAIL;
	buf_release(&text);
	return printed;
}

enum exit_status command_simulate(struct call *call)
{
	struct simulation_facts facts = { 0 };
	struct simulation s;
	enum exit_status status;

	if (call->word_count > 0 || (call->request.json && call->request.html)) {
		complain(call->word_count > 0 ? SAY_STRAY : SAY_ONE_FORM, call->request.lang,
		         call->word_count > 0 ? call->words[0] : NULL);
		return EXIT_USAGE;
	}
	if (!simulate_facts_read(call, &call->cycle.arena, &facts))
		return call->cycle.arena.exhausted ? EXIT_ENVIRONMENT : EXIT_USAGE;
	call->request.period = facts.start;
	status = job_simulate(&call->cycle, &facts, &s);
	if (status != EXIT_DONE && status != EXIT_ATTENTION)
		return status;
	return print_sheet(call, &s, status) == STATUS_OK ? status : EXIT_ENVIRONMENT;
}
