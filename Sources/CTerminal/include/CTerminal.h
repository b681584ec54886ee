/* The terminal, behind our own integers and structs: no curses header is seen outside.
 *
 * There is one terminal, and all calls but the signal handlers inside come from one thread. */
#ifndef C_TERMINAL_H
#define C_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

/* Why a terminal could not be opened. */
typedef enum {
  TERMINAL_OPENED = 0,
  TERMINAL_INPUT_IS_NONE,      /* standard input is no terminal */
  TERMINAL_OUTPUT_IS_NONE,     /* standard output is no terminal */
  TERMINAL_TYPE_IS_UNSET,      /* TERM is not in the environment */
  TERMINAL_TYPE_IS_UNKNOWN,    /* no terminfo entry has the name in TERM */
  TERMINAL_HAS_NO_DATABASE,    /* there are no terminfo entries at all */
  TERMINAL_CANNOT_MOVE_CURSOR, /* such as TERM=dumb */
  TERMINAL_FAILED,             /* a system call failed: see errno */
} terminal_result;

/* One place of the screen. */
typedef struct {
  uint32_t scalars[5]; /* a base and up to 4 combining scalars; 0 ends them */
  int32_t pair;        /* from terminal_colour_pair */
  uint16_t attributes; /* TERMINAL_BOLD and so on, added */
  uint16_t width;      /* 1; 2 in the left half of a wide character, 0 in its right half */
} terminal_cell;

enum {
  TERMINAL_BOLD = 1,
  TERMINAL_ITALIC = 2,
  TERMINAL_UNDERLINE = 4,
  TERMINAL_REVERSE = 8,
};

/* What has come in. */
typedef enum {
  TERMINAL_NOTHING = 0, /* the time is up */
  TERMINAL_CHARACTER,   /* code: a Unicode scalar, control characters among them */
  TERMINAL_KEY,         /* code: TERMINAL_KEY_UP and so on */
  TERMINAL_RESIZED,     /* there may be another size, and all must be drawn again */
  TERMINAL_WAKE,        /* the watched descriptor can be read */
  TERMINAL_SIGNAL,      /* code: TERMINAL_SIGNAL_TERMINATE and so on */
  TERMINAL_CLOSED,      /* nothing can come any more */
} terminal_event_kind;

typedef struct {
  terminal_event_kind kind;
  uint32_t code;
} terminal_event;

enum {
  TERMINAL_KEY_UP = 1,
  TERMINAL_KEY_DOWN,
  TERMINAL_KEY_LEFT,
  TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_HOME,
  TERMINAL_KEY_END,
  TERMINAL_KEY_PAGE_UP,
  TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_INSERT,
  TERMINAL_KEY_DELETE,
  TERMINAL_KEY_BACKSPACE,
  TERMINAL_KEY_ENTER,
  TERMINAL_KEY_BACK_TAB,
  TERMINAL_KEY_SHIFT_UP,
  TERMINAL_KEY_SHIFT_DOWN,
  TERMINAL_KEY_SHIFT_LEFT,
  TERMINAL_KEY_SHIFT_RIGHT,
  TERMINAL_KEY_OTHER,          /* a key that ncurses knows and we don't */
  TERMINAL_KEY_FUNCTION = 100, /* and the number of the key, from 1 */
};

enum {
  TERMINAL_SIGNAL_TERMINATE = 1,
  TERMINAL_SIGNAL_HANG_UP,
  TERMINAL_SIGNAL_INTERRUPT,
};

/* Takes over the terminal: alternate screen, raw input, our signal handlers. Opening an open one
 * does nothing. Without colours, no sequence that sets one is sent. */
terminal_result terminal_open(bool uses_colours);

/* Gives the terminal back as it was. Closing a closed one does nothing. */
void terminal_close(void);

/* The size that frames should have; at least 1 by 1 while open. */
void terminal_size(int *columns, int *rows);

/* How many colours can be shown: 0 where none, 1 << 24 where colours are 24-bit values. */
int terminal_colours(void);

/* Whether the locale's characters are UTF-8. */
bool terminal_is_utf8(void);

/* The columns that the C library gives a scalar in the active locale: -1 unknown, 0, 1 or 2. */
int terminal_scalar_width(uint32_t scalar);

/* Makes LC_CTYPE what the environment says; see terminal_open, which does it too. */
void terminal_use_locale(void);

/* A number for a foreground and a background, each -1 for the terminal's own; 0 where there are no
 * colours or no more pairs. */
int terminal_colour_pair(int foreground, int background);

/* Puts `count` cells into a row, from its left; what doesn't fit is cut. Shown by terminal_show. */
void terminal_put_row(int row, const terminal_cell *cells, int count);

/* Brings the rows to the screen, and the cursor to its place; it is hidden where column is -1. */
void terminal_show(int column, int row);

/* Draws all that is shown again with the next terminal_show. */
void terminal_redraw_all(void);

/* Sets the title of the terminal's window, where it has one; UTF-8 without control characters. The
 * title from before comes back with terminal_close. */
void terminal_set_title(const char *title);

/* Reports of presses, releases and the wheel; they come as characters, in the form of SGR (1006)
 * where the terminal knows that, else in that of X10. */
void terminal_set_mouse(bool on);

/* Stops the process group as Ctrl-Z does, and returns when it goes on. */
void terminal_suspend(void);

/* Gives the terminal to another program, as it was before it was opened; nothing is drawn until it
 * is taken back, and all of it then. */
void terminal_lend(void);
void terminal_take_back(void);

/* Waits up to `timeout` milliseconds, for ever where it is negative, for the next event; `watched`
 * is a descriptor to watch as well, or -1. */
terminal_event terminal_next_event(int timeout, int watched);

/* What can be said of the terminal without opening it. */
typedef struct {
  bool is_utf8;
  terminal_result result; /* what terminal_open would say, as far as it can be known */
  int colours;
  int columns, rows; /* 0 where unknown */
} terminal_report;

terminal_report terminal_probe(void);

/* Puts /dev/null in the place of standard descriptors that are closed, so that no file that is
 * opened later gets their numbers and what is meant for the screen ends in it. */
void terminal_reserve_standard_descriptors(void);

/* For a program that shows no screen: lets SIGTERM, SIGHUP and SIGINT ask it to end instead of
 * ending it. Gives a descriptor that can be read from then on, or -1. */
int terminal_catch_requests(void);

/* TERMINAL_SIGNAL_TERMINATE and so on, once that was asked; 0 before. */
int terminal_request(void);

#endif
