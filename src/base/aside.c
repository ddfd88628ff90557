#include "aside.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Blocks small enough to stay in a processor's cache between the two threads. */
enum { BLOCK = 131072, BLOCKS = 4 };

/* Blocks are numbered from 0 on; number n lies in bytes[n % BLOCKS]. */
struct aside {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	aside_eat *eat;
	void *context;
	char (*bytes)[BLOCK];
	size_t len[BLOCKS];
	size_t given, eaten; /* whole blocks; under the lock, with `over` and `failed` */
	size_t filled;       /* bytes in block `given`, the giver's */
	bool over, failed;
};

static void *work(void *context)
{
	struct aside *a = context;

	(void)pthread_mutex_lock(&a->lock);
	for (;;) {
		size_t at = a->eaten % BLOCKS;
		bool good;

		while (a->eaten == a->given && !a->over)
			(void)pthread_cond_wait(&a->changed, &a->lock);
		if (a->eaten == a->given)
			break;
		(void)pthread_mutex_unlock(&a->lock);
		good = a->eat(a->context, a->bytes[at], a->len[at]);
		(void)pthread_mutex_lock(&a->lock);
		a->failed = a->failed || !good;
		a->eaten++;
		(void)pthread_cond_signal(&a->changed);
	}
	(void)pthread_mutex_unlock(&a->lock);
	return NULL;
}

/* Signals go to the thread that waits for input, so that its calls end. */
static bool start_thread(struct aside *a)
{
	sigset_t all, before;
	bool started;

	(void)sigfillset(&all);
	if (pthread_sigmask(SIG_SETMASK, &all, &before) != 0)
		return false;
	started = pthread_create(&a->thread, NULL, work, a) == 0;
	(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

struct aside *aside_start(aside_eat *eat, void *context)
{
	struct aside *a = calloc(1, sizeof *a);

	if (a == NULL)
		return NULL;
	*a = (struct aside){ .lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .eat = eat };
	a->context = context;
	a->bytes = malloc(sizeof *a->bytes * BLOCKS);
	if (a->bytes != NULL && start_thread(a))
		return a;
	free(a->bytes);
	free(a);
	return NULL;
}

/* Waits until at most `most` blocks are uneaten. */
static bool wait_for(struct aside *a, size_t most)
{
	bool failed;

	(void)pthread_mutex_lock(&a->lock);
	while (a->given - a->eaten > most)
		(void)pthread_cond_wait(&a->changed, &a->lock);
	failed = a->failed;
	(void)pthread_mutex_unlock(&a->lock);
	return !failed;
}

static void hand_over(struct aside *a)
{
	(void)pthread_mutex_lock(&a->lock);
	a->len[a->given % BLOCKS] = a->filled;
	a->given++;
	a->filled = 0;
	(void)pthread_cond_signal(&a->changed);
	(void)pthread_mutex_unlock(&a->lock);
}

bool aside_give(struct aside *a, const void *bytes, size_t len)
{
	const char *from = bytes;

	while (len > 0) {
		size_t part = BLOCK - a->filled < len ? BLOCK - a->filled : len;

		if (a->filled == 0 && !wait_for(a, BLOCKS - 1))
			return false;
		memcpy(a->bytes[a->given % BLOCKS] + a->filled, from, part);
		a->filled += part;
		from += part;
		len -= part;
		if (a->filled == BLOCK)
			hand_over(a);
	}
	return true;
}

static bool finish(struct aside *a)
{
	if (a->filled > 0)
		hand_over(a);
	return wait_for(a, 0);
}

bool aside_wait(struct aside *a)
{
	bool good = finish(a);

	a->failed = false; /* the thread sleeps */
	return good;
}

void aside_stop(struct aside *a)
{
	if (a == NULL)
		return;
	(void)finish(a);
	(void)pthread_mutex_lock(&a->lock);
	a->over = true;
	(void)pthread_cond_signal(&a->changed);
	(void)pthread_mutex_unlock(&a->lock);
	(void)pthread_join(a->thread, NULL);
	free(a->bytes);
	free(a);
}
