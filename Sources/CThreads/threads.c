#ifdef __linux__
#define _GNU_SOURCE
#endif

#include "CThreads.h"

#ifdef __linux__

#include <sched.h>
#include <stdlib.h>

/* What a new thread needs to know, until it has begun. */
struct beginning {
  void *(*body)(void *);
  void *argument;
  cpu_set_t cores;
};

static void *begin(void *pointer) {
  struct beginning beginning = *(struct beginning *)pointer;
  free(pointer);
  sched_setaffinity(0, sizeof beginning.cores, &beginning.cores);
  return beginning.body(beginning.argument);
}

int thread_start_elsewhere(pthread_t *thread, void *(*body)(void *), void *argument) {
  int core = sched_getcpu();
  struct beginning *beginning = malloc(sizeof *beginning);
  pthread_attr_t attributes;
  if (beginning && core >= 0 && pthread_attr_init(&attributes) == 0) {
    *beginning = (struct beginning){.body = body, .argument = argument};
    int error = -1;
    if (sched_getaffinity(0, sizeof beginning->cores, &beginning->cores) == 0) {
      cpu_set_t others = beginning->cores;
      CPU_CLR(core, &others);
      if (CPU_COUNT(&others) > 0 &&
          pthread_attr_setaffinity_np(&attributes, sizeof others, &others) == 0)
        error = pthread_create(thread, &attributes, begin, beginning);
    }
    pthread_attr_destroy(&attributes);
    if (error == 0) return 0;
  }
  free(beginning);
  return pthread_create(thread, NULL, body, argument);
}

#else

int thread_start_elsewhere(pthread_t *thread, void *(*body)(void *), void *argument) {
  return pthread_create(thread, NULL, body, argument);
}

#endif
