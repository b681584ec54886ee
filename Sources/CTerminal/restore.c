#include "platform.h"

#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved_modes;
/* Atomic is what handlers look at: the system may run them on any thread. */
static atomic_int armed;
static char sequence[512];
static size_t sequence_length;

bool restore_remember_modes(void) { return tcgetattr(STDIN_FILENO, &saved_modes) == 0; }

void restore_set_sequence(const char *bytes, size_t length) {
  sequence_length = length < sizeof sequence ? length : sizeof sequence;
  memcpy(sequence, bytes, sequence_length);
}

void restore_arm(void) { armed = 1; }
void restore_disarm(void) { armed = 0; }
void restore_modes(void) { tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes); }

/* Standard error while the screen is up */

static atomic_int real_stderr = -1, held_stderr = -1;

static int open_anonymous_file(void) {
#ifdef __linux__
  return memfd_create("stderr", MFD_CLOEXEC);
#else
  char path[] = "/tmp/stderr-XXXXXX";
  int file = mkstemp(path);
  if (file < 0) return -1;
  unlink(path);
  fcntl(file, F_SETFD, FD_CLOEXEC);
  return file;
#endif
}

void restore_hold_stderr(void) {
  if (held_stderr >= 0 || !isatty(STDERR_FILENO)) return; /* 2>file stays what it is */
  int file = open_anonymous_file();
  if (file < 0) return;
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0 || dup2(file, STDERR_FILENO) < 0) {
    if (real >= 0) close(real);
    close(file);
    return;
  }
  real_stderr = real;
  held_stderr = file;
}

/* Only what a signal handler may call. */
void restore_release_stderr(void) {
  int file = atomic_exchange(&held_stderr, -1), real = atomic_exchange(&real_stderr, -1);
  if (file < 0) return;
  dup2(real, STDERR_FILENO);
  lseek(file, 0, SEEK_SET);
  char bytes[4096];
  ssize_t count;
  while ((count = read(file, bytes, sizeof bytes)) > 0) {
    if (write(STDERR_FILENO, bytes, (size_t)count) < 0) break;
  }
  close(file);
  close(real);
}

/* Only what a signal handler may call; endwin is none of it. */
static void restore_in_emergency(void) {
  if (!atomic_exchange(&armed, 0)) return;
  /* On a dead connection nothing can be written; don't wait for it. */
  struct pollfd out = {STDOUT_FILENO, POLLOUT, 0};
  if (poll(&out, 1, 200) == 1) {
    ssize_t ignored = write(STDOUT_FILENO, sequence, sequence_length);
    (void)ignored;
  }
  restore_modes();
  restore_release_stderr();
}

/* Signals */

static const int fatal_signals[] = {
    SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGSEGV, SIGFPE, SIGSYS, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGPIPE,
};
static const int asking_signals[] = {SIGTERM, SIGHUP, SIGINT};
static const int other_signals[] = {SIGTSTP, SIGCONT, SIGWINCH};
enum {
  fatal_count = sizeof fatal_signals / sizeof *fatal_signals,
  asking_count = sizeof asking_signals / sizeof *asking_signals,
  other_count = sizeof other_signals / sizeof *other_signals,
};
static struct sigaction old_fatal[fatal_count], old_asking[asking_count], old_other[other_count];
static bool installed;
static int self_pipe[2] = {-1, -1};
static void *alternate_stack;
static atomic_int output_is_going_on, undelivered;

static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  int saved_errno = errno;
  restore_in_emergency();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal_signals[i] == signal) sigaction(signal, &old_fatal[i], NULL);
  }
  /* The handler before ours, or the default, shall see the signal with its true cause. A faulting
   * instruction faults again when we return; anything else is sent again, and waits until we do. */
  bool repeats = signal == SIGILL || signal == SIGBUS || signal == SIGSEGV || signal == SIGFPE;
  if (!repeats || info->si_code <= 0) raise(signal);
  errno = saved_errno;
}

static void tell(int signal) {
  unsigned char byte = (unsigned char)signal;
  ssize_t ignored = write(self_pipe[1], &byte, 1);
  (void)ignored;
}

static void on_asking(int signal) {
  int saved_errno = errno;
  if (++undelivered >= 3) {
    /* Nobody has looked for the first two: the program hangs. */
    restore_in_emergency();
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(signal, &action, NULL);
    raise(signal);
  } else {
    if (output_is_going_on) tcflush(STDOUT_FILENO, TCOFLUSH);
    tell(signal);
  }
  errno = saved_errno;
}

static void on_other(int signal) {
  int saved_errno = errno;
  tell(signal);
  errno = saved_errno;
}

static int open_self_pipe(void) {
#ifdef __linux__
  return pipe2(self_pipe, O_CLOEXEC | O_NONBLOCK);
#else
  if (pipe(self_pipe) < 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(self_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(self_pipe[i], F_SETFL, O_NONBLOCK);
  }
  return 0;
#endif
}

/* A stack overflow leaves no room for a handler on the stack that overflowed. */
static void provide_alternate_stack(void) {
  stack_t present;
  if (sigaltstack(NULL, &present) < 0 || !(present.ss_flags & SS_DISABLE)) return;
  size_t size = 64 * 1024;
  if (!alternate_stack) alternate_stack = malloc(size);
  if (!alternate_stack) return;
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = size};
  sigaltstack(&stack, NULL);
}

int signals_install(void) {
  if (installed) return self_pipe[0];
  if (self_pipe[0] < 0 && open_self_pipe() < 0) return -1;
  provide_alternate_stack();
  undelivered = 0;

  struct sigaction action = {0};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < asking_count; i++) {
    sigaction(asking_signals[i], NULL, &old_asking[i]);
    /* nohup and background shells have them ignored, and so it stays. */
    if (old_asking[i].sa_handler == SIG_IGN) continue;
    action.sa_handler = on_asking;
    sigaction(asking_signals[i], &action, NULL);
  }
  for (int i = 0; i < other_count; i++) {
    sigaction(other_signals[i], NULL, &old_other[i]);
    if (other_signals[i] == SIGTSTP && old_other[i].sa_handler == SIG_IGN) continue;
    action.sa_handler = on_other;
    sigaction(other_signals[i], &action, NULL);
  }
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  action.sa_sigaction = on_fatal;
  for (int i = 0; i < fatal_count; i++) {
    sigaction(fatal_signals[i], NULL, &old_fatal[i]);
    if (old_fatal[i].sa_handler == SIG_IGN) continue;
    sigaction(fatal_signals[i], &action, NULL);
  }
  installed = true;
  return self_pipe[0];
}

void signals_uninstall(void) {
  if (!installed) return;
  installed = false;
  for (int i = 0; i < asking_count; i++) sigaction(asking_signals[i], &old_asking[i], NULL);
  for (int i = 0; i < other_count; i++) sigaction(other_signals[i], &old_other[i], NULL);
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &old_fatal[i], NULL);
}

void signals_note_output(bool is_going_on) { output_is_going_on = is_going_on; }
void signals_note_delivery(void) { undelivered = 0; }

static struct sigaction lent_stop;

void signals_lend(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, &lent_stop);
}

void signals_take_back(void) { sigaction(SIGTSTP, &lent_stop, NULL); }

void signals_stop(void) {
  struct sigaction action = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, &ours);
  /* The whole group, as when the terminal itself does it: a `make` that waits for us stops too. */
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
