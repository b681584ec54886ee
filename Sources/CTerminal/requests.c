#include "platform.h"

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static int request_pipe[2] = {-1, -1};
static volatile sig_atomic_t request;

static void on_request(int signal) {
  int saved_errno = errno;
  request = signal;
  unsigned char byte = 0;
  ssize_t ignored = write(request_pipe[1], &byte, 1);
  (void)ignored;
  errno = saved_errno;
}

int terminal_catch_requests(void) {
  if (request_pipe[0] >= 0) return request_pipe[0];
  if (pipe(request_pipe) < 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(request_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(request_pipe[i], F_SETFL, O_NONBLOCK);
  }
  static const int signals[] = {SIGTERM, SIGHUP, SIGINT};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    /* The second one ends a program that hangs. */
    struct sigaction action = {.sa_handler = on_request, .sa_flags = SA_RESETHAND}, old;
    sigemptyset(&action.sa_mask);
    /* nohup and background shells have them ignored, and so it stays. */
    if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN) {
      sigaction(signals[i], &action, NULL);
    }
  }
  return request_pipe[0];
}

int terminal_request(void) {
  switch (request) {
  case SIGTERM: return TERMINAL_SIGNAL_TERMINATE;
  case SIGHUP: return TERMINAL_SIGNAL_HANG_UP;
  case SIGINT: return TERMINAL_SIGNAL_INTERRUPT;
  default: return 0;
  }
}
