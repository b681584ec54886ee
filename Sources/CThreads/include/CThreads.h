#ifndef CTHREADS_H
#define CTHREADS_H

#include <pthread.h>

/* Starts a thread, as pthread_create does, on another core than the caller's where there is one.
 *
 * Linux often starts a thread on the core of its maker and parts the two at a later tick of the
 * clock, some milliseconds later: longer than a short piece of work takes. The thread may move
 * freely once it runs. Returns 0 or an error number. */
int thread_start_elsewhere(pthread_t *thread, void *(*body)(void *), void *argument);

#endif
