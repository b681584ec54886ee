#include "platform.h"

#include "CTerminal.h"

#include <curses.h>

#include "restore.h"
#include "screen.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static terminal_event event(terminal_event_kind kind, uint32_t code) {
  return (terminal_event){.kind = kind, .code = code};
}

static terminal_event of_key(int key) {
  switch (key) {
  case KEY_RESIZE: return event(TERMINAL_RESIZED, 0);
  case KEY_UP: return event(TERMINAL_KEY, TERMINAL_KEY_UP);
  case KEY_DOWN: return event(TERMINAL_KEY, TERMINAL_KEY_DOWN);
  case KEY_LEFT: return event(TERMINAL_KEY, TERMINAL_KEY_LEFT);
  case KEY_RIGHT: return event(TERMINAL_KEY, TERMINAL_KEY_RIGHT);
  case KEY_HOME: case KEY_FIND: case KEY_A1: return event(TERMINAL_KEY, TERMINAL_KEY_HOME);
  case KEY_END: case KEY_LL: case KEY_SELECT: case KEY_C1: return event(TERMINAL_KEY, TERMINAL_KEY_END);
  case KEY_PPAGE: case KEY_A3: return event(TERMINAL_KEY, TERMINAL_KEY_PAGE_UP);
  case KEY_NPAGE: case KEY_C3: return event(TERMINAL_KEY, TERMINAL_KEY_PAGE_DOWN);
  case KEY_IC: return event(TERMINAL_KEY, TERMINAL_KEY_INSERT);
  case KEY_DC: return event(TERMINAL_KEY, TERMINAL_KEY_DELETE);
  case KEY_BACKSPACE: return event(TERMINAL_KEY, TERMINAL_KEY_BACKSPACE);
  case KEY_ENTER: return event(TERMINAL_KEY, TERMINAL_KEY_ENTER);
  case KEY_BTAB: return event(TERMINAL_KEY, TERMINAL_KEY_BACK_TAB);
  case KEY_SR: return event(TERMINAL_KEY, TERMINAL_KEY_SHIFT_UP);
  case KEY_SF: return event(TERMINAL_KEY, TERMINAL_KEY_SHIFT_DOWN);
  case KEY_SLEFT: return event(TERMINAL_KEY, TERMINAL_KEY_SHIFT_LEFT);
  case KEY_SRIGHT: return event(TERMINAL_KEY, TERMINAL_KEY_SHIFT_RIGHT);
  default: break;
  }
  if (key > KEY_F0 && key <= KEY_F(63)) {
    return event(TERMINAL_KEY, TERMINAL_KEY_FUNCTION + (uint32_t)(key - KEY_F0));
  }
  return event(TERMINAL_KEY, TERMINAL_KEY_OTHER);
}

/* The bytes of a character of which not all have come. */
static mbstate_t partial;

/* The character that a byte completes; TERMINAL_NOTHING where more have to come or it is none.
 *
 * ncurses could do this (get_wch), but it drops the first part of a character that comes in two
 * reads, and whatever comes together with a byte that is wrong. */
static terminal_event of_byte(char byte) {
  bool is_first = mbsinit(&partial);
  for (;;) {
    wchar_t character;
    size_t length = mbrtowc(&character, &byte, 1, &partial);
    if (length == (size_t)-2) return event(TERMINAL_NOTHING, 0);
    if (length != (size_t)-1) return event(TERMINAL_CHARACTER, (uint32_t)character);
    partial = (mbstate_t){0};
    /* Either what came before was cut short, and this byte begins anew, or it is wrong itself. */
    if (is_first) return event(TERMINAL_NOTHING, 0);
    is_first = true;
  }
}

/* The next event of what ncurses has read or can read at once; `has_read` says whether there was
 * anything, also where no event came of it. */
static terminal_event take_key(bool *has_read) {
  int key = getch();
  *has_read = key != ERR;
  if (key == ERR) return event(TERMINAL_NOTHING, 0);
  if (key >= 0 && key <= 0xFF) return of_byte((char)key);
  partial = (mbstate_t){0};
  return of_key(key);
}

/* What the self-pipe holds; TERMINAL_NOTHING where it is empty or has been dealt with here. */
static terminal_event take_signal(void) {
  unsigned char signal;
  while (read(screen_signals, &signal, 1) == 1) {
    switch (signal) {
    case SIGWINCH:
      if (screen_take_size()) return event(TERMINAL_RESIZED, 0);
      break;
    case SIGCONT:
      /* After SIGSTOP, which can't be caught: the shell has changed modes and screen. */
      screen_take_back();
      return event(TERMINAL_RESIZED, 0);
    case SIGTSTP:
      terminal_suspend();
      return event(TERMINAL_RESIZED, 0);
    case SIGHUP:
      signals_note_delivery();
      return event(TERMINAL_SIGNAL, TERMINAL_SIGNAL_HANG_UP);
    case SIGINT:
      signals_note_delivery();
      return event(TERMINAL_SIGNAL, TERMINAL_SIGNAL_INTERRUPT);
    default:
      signals_note_delivery();
      return event(TERMINAL_SIGNAL, TERMINAL_SIGNAL_TERMINATE);
    }
  }
  return event(TERMINAL_NOTHING, 0);
}

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

terminal_event terminal_next_event(int timeout_milliseconds, int watched) {
  if (!screen_is_open) return event(TERMINAL_CLOSED, 0);
  int64_t deadline = timeout_milliseconds < 0 ? 0 : milliseconds() + timeout_milliseconds;
  int empty_reads = 0;
  for (;;) {
    terminal_event found = take_signal();
    if (found.kind != TERMINAL_NOTHING) return found;
    /* A size can change without a signal to us, as while we were stopped. */
    if (screen_take_size()) return event(TERMINAL_RESIZED, 0);

    /* ncurses reads ahead: its own queue comes before the descriptor. */
    bool has_read;
    found = take_key(&has_read);
    if (found.kind != TERMINAL_NOTHING) return found;
    if (has_read) continue;

    int wait = -1;
    if (timeout_milliseconds >= 0) {
      int64_t left = deadline - milliseconds();
      wait = left < 0 ? 0 : (int)left;
    }
    struct pollfd files[3] = {
        {STDIN_FILENO, POLLIN, 0}, {screen_signals, POLLIN, 0}, {watched, POLLIN, 0}};
    int ready = poll(files, 3, wait);
    if (ready < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return event(TERMINAL_CLOSED, 0);
    }
    if (ready == 0) return event(TERMINAL_NOTHING, 0);
    if (files[1].revents) continue;
    short input = files[0].revents;
    if (input & POLLIN) {
      found = take_key(&has_read);
      if (found.kind != TERMINAL_NOTHING) return found;
      if (has_read) continue;
      int waiting = 0;
      if (ioctl(STDIN_FILENO, FIONREAD, &waiting) < 0 || waiting == 0) {
        /* Readable without anything to read is the end; once it may be a race. */
        if (input & (POLLHUP | POLLERR) || ++empty_reads >= 3) return event(TERMINAL_CLOSED, 0);
      }
    } else if (input & (POLLHUP | POLLERR | POLLNVAL)) {
      return event(TERMINAL_CLOSED, 0);
    }
    if (watched >= 0 && files[2].revents & POLLNVAL) {
      watched = -1;
    } else if (watched >= 0 && files[2].revents) {
      return event(TERMINAL_WAKE, 0);
    }
  }
}
