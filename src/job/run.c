#include <nafkah/job.h>

#include <nafkah/interrupt.h>

/* A failure without a finding is memory, unless a signal stopped the work. */
enum exit_status cycle_failed(struct cycle *c, enum status status)
{
	if (c->findings->per_level[LEVEL_RUSAK] > 0)
		return EXIT_BUG;
	if (status == STATUS_FAIL && c->findings->per_level[LEVEL_GAGAL] == 0 && interrupted_by == 0)
		cycle_note(c, N0903_NO_MEMORY, (struct slice){ 0 }, (struct slice){ 0 }, (struct slice){ 0 });
	if (status == STATUS_FAIL || c->findings->lost)
		return EXIT_ENVIRONMENT;
	return c->wrong_usage ? EXIT_USAGE : EXIT_REFUSED;
}

enum status cycle_calculate(struct cycle *c)
{
	enum status status = cycle_prepare(c);

	if (status == STATUS_OK)
		status = cycle_scan(c);
	if (status == STATUS_OK)
		status = cycle_compute(c);
	return status == STATUS_OK && c->findings->lost ? STATUS_FAIL : status;
}

enum exit_status job_check(struct cycle *c)
{
	enum status status = cycle_calculate(c);

	if (status != STATUS_OK)
		return cycle_failed(c, status);
	return cycle_needs_person(c) ? EXIT_ATTENTION : EXIT_DONE;
}

enum exit_status cycle_open_output(struct cycle *c)
{
	switch (folder_create(c->request->out, c->findings, &c->folder)) {
	case FOLDER_MADE:
		return EXIT_DONE;
	case FOLDER_EXISTS:
		return EXIT_EXISTS;
	case FOLDER_FAILED:
		break;
	}
	return cycle_failed(c, STATUS_FAIL);
}

enum exit_status cycle_publish(struct cycle *c, enum exit_status done)
{
	switch (folder_publish(c->folder)) {
	case PUBLISH_DONE:
		return done;
	case PUBLISH_NOT_DURABLE:
		return EXIT_NOT_PROVEN;
	case PUBLISH_EXISTS:
		return EXIT_EXISTS;
	case PUBLISH_FAILED:
		break;
	}
	return EXIT_ENVIRONMENT;
}

enum exit_status job_run(struct cycle *c)
{
	enum exit_status made = cycle_open_output(c);
	enum status status;

	if (made != EXIT_DONE)
		return made;
	status = cycle_calculate(c);
	if (status == STATUS_OK)
		status = cycle_write(c);
	return status == STATUS_OK ? cycle_publish(c, cycle_needs_person(c) ? EXIT_ATTENTION : EXIT_DONE) : cycle_failed(c, status);
}
