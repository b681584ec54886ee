#include "platform.h"

#include "CTerminal.h"

#if !__has_include(<curses.h>)
#error "the header of ncurses is missing: install libncurses-dev (apt) or ncurses-devel (dnf)"
#endif

#include <curses.h>

#include "restore.h"
#include "screen.h"
#include "terminfo.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

bool screen_is_open;
int screen_signals = -1;

static SCREEN *screen;
static bool has_colours_ready, speaks_ansi, has_titles, mouse_is_on, title_is_set;
static bool redraws_all;
static int kernel_columns, kernel_rows;
static cchar_t *line;
static int line_capacity;

/* Before opening */

terminal_report terminal_probe(void) {
  terminal_report report = {0};
  if (screen_is_open) return report;
  terminal_use_locale();
  report.is_utf8 = terminal_is_utf8();
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    report.columns = size.ws_col;
    report.rows = size.ws_row;
  }
  report.result = terminfo_read();
  if (report.result == TERMINAL_OPENED) {
    int colours = terminfo_number("colors");
    report.colours = colours > 0 ? colours : 0;
  }
  terminfo_forget();
  if (!isatty(STDOUT_FILENO)) report.result = TERMINAL_OUTPUT_IS_NONE;
  if (!isatty(STDIN_FILENO)) report.result = TERMINAL_INPUT_IS_NONE;
  return report;
}

void terminal_reserve_standard_descriptors(void) {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++) {
    if (fcntl(file, F_GETFD) >= 0 || errno != EBADF) continue;
    /* The lowest free number is this one, since those below are open by now. */
    int opened = open("/dev/null", file == STDIN_FILENO ? O_RDONLY : O_WRONLY);
    if (opened >= 0 && opened != file) close(opened);
  }
}

/* Leaving and coming back */

static void write_all(const char *bytes) {
  size_t left = strlen(bytes);
  while (left > 0) {
    ssize_t count = write(STDOUT_FILENO, bytes, left);
    if (count < 0) {
      if (errno == EINTR) continue;
      return;
    }
    bytes += count;
    left -= (size_t)count;
  }
}

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";
static const char title_push[] = "\033[22;2t", title_pop[] = "\033[23;2t";

/* What a fatal signal writes: everything that terminal_close would. */
static void prepare_emergency(void) {
  char bytes[512];
  size_t length = 0;
  const char *const ours[] = {speaks_ansi ? paste_off : "", speaks_ansi ? mouse_off : "",
                              title_is_set ? title_pop : ""};
  for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
    memcpy(bytes + length, ours[i], strlen(ours[i]));
    length += strlen(ours[i]);
  }
  static const char *const capabilities[] = {"rmkx", "sgr0", "op", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
    terminfo_append(capabilities[i], bytes, &length, sizeof bytes);
  }
  restore_set_sequence(bytes, length);
}

static void leave_screen(void) {
  struct pollfd out = {STDOUT_FILENO, POLLOUT, 0};
  /* Nobody reads any more: throw away what is waiting, or endwin would wait for it for ever. */
  if (poll(&out, 1, 1000) == 0) tcflush(STDOUT_FILENO, TCOFLUSH);
  if (mouse_is_on) write_all(mouse_off);
  if (speaks_ansi) write_all(paste_off);
  if (title_is_set) write_all(title_pop);
  endwin();
}

static void enter_screen(void) {
  if (speaks_ansi) write_all(paste_on);
  if (mouse_is_on) write_all(mouse_on);
}

/* Opening and closing */

/* More than any screen has. Terminals can say what they like, and every cell takes memory. */
enum { most_columns = 2000, most_rows = 1000 };

/* Opens ncurses' screen in the size that the kernel says. */
static SCREEN *open_screen(void) {
  struct winsize size;
  bool is_too_large = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0
                      && (size.ws_col > most_columns || size.ws_row > most_rows);
  /* LINES and COLUMNS are often exported and out of date. */
  use_env(is_too_large);
#if defined(NCURSES_VERSION_PATCH) && NCURSES_VERSION_PATCH >= 20120714
  use_tioctl(!is_too_large);
#endif
  if (is_too_large) {
    char text[16];
    snprintf(text, sizeof text, "%d", size.ws_col < most_columns ? size.ws_col : most_columns);
    setenv("COLUMNS", text, 1);
    snprintf(text, sizeof text, "%d", size.ws_row < most_rows ? size.ws_row : most_rows);
    setenv("LINES", text, 1);
  }
  /* newterm reads the entry again, by the same folders; initscr would exit where it fails. */
  bool has_added = terminfo_add_folders();
  SCREEN *opened = newterm(NULL, stdout, stdin);
  terminfo_remove_folders(has_added);
  return opened;
}

static void close_at_exit(void) { terminal_close(); }

terminal_result terminal_open(bool uses_colours) {
  if (screen_is_open) return TERMINAL_OPENED;
  if (!isatty(STDIN_FILENO)) return TERMINAL_INPUT_IS_NONE;
  if (!isatty(STDOUT_FILENO)) return TERMINAL_OUTPUT_IS_NONE;
  terminal_use_locale();
  terminal_result result = terminfo_read();
  terminfo_forget();
  if (result != TERMINAL_OPENED) return result;
  if (!restore_remember_modes() || (screen_signals = signals_install()) < 0) return TERMINAL_FAILED;
  fflush(stdout);
  screen = open_screen();
  if (!screen) {
    int error = errno;
    signals_uninstall();
    restore_modes();
    errno = error;
    return TERMINAL_FAILED;
  }
  set_term(screen);
  restore_hold_stderr();
  const char *move = terminfo_text("cup");
  speaks_ansi = move && strncmp(move, "\033[", 2) == 0;
  has_titles = speaks_ansi && terminfo_flag("XT");
  mouse_is_on = title_is_set = false;
  prepare_emergency();
  restore_arm();
  screen_is_open = true;
  static bool closes_at_exit;
  if (!closes_at_exit) closes_at_exit = atexit(close_at_exit) == 0;

  set_escdelay(25);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  /* Reports of the mouse are decoded with the other sequences: ncurses gives their digits as typed
   * ones when one arrives after the mouse has been switched off. */
  const char *mouse = terminfo_text("kmous");
  if (mouse) define_key(mouse, 0);
  nodelay(stdscr, TRUE);
  /* No `meta`: it would tell the terminal what its Meta key sends, and there is no asking what it was
   * before. All eight bits come without it, since newterm finds the line set to eight. */
  typeahead(-1);
  /* Without these two there is no way to the terminal's own colours. */
  has_colours_ready = uses_colours && has_colors() && start_color() == OK && use_default_colors() == OK;
  redraws_all = false;
  kernel_columns = COLS;
  kernel_rows = LINES;
  screen_take_size();
  enter_screen();
  return TERMINAL_OPENED;
}

void terminal_close(void) {
  if (!screen_is_open) return;
  screen_is_open = false;
  leave_screen();
  restore_disarm();
  restore_modes();
  delscreen(screen);
  screen = NULL;
  terminfo_forget();
  free(line);
  line = NULL;
  line_capacity = 0;
  restore_release_stderr();
  signals_uninstall();
}

void terminal_suspend(void) {
  if (!screen_is_open) return;
  leave_screen();
  restore_modes();
  restore_release_stderr();
  signals_stop();
  /* The modes that the shell has set by now are those to leave behind. */
  restore_remember_modes();
  restore_hold_stderr();
  enter_screen();
  screen_take_back();
}

void terminal_lend(void) {
  if (!screen_is_open) return;
  leave_screen();
  restore_modes();
  restore_release_stderr();
  signals_lend();
}

void terminal_take_back(void) {
  if (!screen_is_open) return;
  signals_take_back();
  restore_hold_stderr();
  enter_screen();
  screen_take_back();
}

void screen_take_back(void) {
  reset_prog_mode();
  redraws_all = true;
  screen_take_size();
}

/* Size */

bool screen_take_size(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0) return false;
  /* 0 stands for "unknown", as on serial lines: what ncurses took from terminfo stays. */
  if (size.ws_col == 0 || size.ws_row == 0) return false;
  int columns = size.ws_col < most_columns ? size.ws_col : most_columns;
  int rows = size.ws_row < most_rows ? size.ws_row : most_rows;
  if (columns == kernel_columns && rows == kernel_rows) return false;
  kernel_columns = columns;
  kernel_rows = rows;
  resize_term(kernel_rows, kernel_columns);
  redraws_all = true;
  return true;
}

void terminal_size(int *columns, int *rows) {
  int height = 1, width = 1;
  if (screen_is_open) getmaxyx(stdscr, height, width);
  *columns = width > 0 ? width : 1;
  *rows = height > 0 ? height : 1;
}

/* Drawing */

int terminal_colours(void) { return screen_is_open && has_colours_ready ? COLORS : 0; }

int terminal_colour_pair(int foreground, int background) {
  if (!screen_is_open || !has_colours_ready || (foreground < 0 && background < 0)) return 0;
  if (foreground >= COLORS || background >= COLORS) return 0;
#if defined(NCURSES_VERSION_PATCH) && NCURSES_VERSION_PATCH >= 20170401
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
#else
  /* Older ones, such as that of macOS, have pairs only by number. */
  static short pairs[64][2];
  static int used;
  for (int i = 0; i < used; i++) {
    if (pairs[i][0] == foreground && pairs[i][1] == background) return i + 1;
  }
  if (used == 64 || used + 1 >= COLOR_PAIRS) return 0;
  if (init_pair((short)(used + 1), (short)foreground, (short)background) == ERR) return 0;
  pairs[used][0] = (short)foreground;
  pairs[used][1] = (short)background;
  return ++used;
#endif
}

static attr_t attributes_of(uint16_t attributes) {
  attr_t result = A_NORMAL;
  if (attributes & TERMINAL_BOLD) result |= A_BOLD;
  if (attributes & TERMINAL_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & TERMINAL_REVERSE) result |= A_REVERSE;
#ifdef A_ITALIC
  if (attributes & TERMINAL_ITALIC) result |= A_ITALIC;
#endif
  return result;
}

static bool make_line(int columns) {
  if (columns <= line_capacity) return true;
  cchar_t *longer = realloc(line, (size_t)columns * sizeof *line);
  if (!longer) return false;
  line = longer;
  line_capacity = columns;
  return true;
}

static void set_cell(cchar_t *cell, const wchar_t *text, uint16_t attributes, int pair) {
#if defined(NCURSES_VERSION_PATCH) && NCURSES_VERSION_PATCH >= 20170401
  /* By `opts` the pair may be above the range of short. */
  setcchar(cell, text, attributes_of(attributes), 0, &pair);
#else
  setcchar(cell, text, attributes_of(attributes), (short)pair, NULL);
#endif
}

void terminal_put_row(int row, const terminal_cell *cells, int count) {
  if (!screen_is_open) return;
  int columns, rows;
  terminal_size(&columns, &rows);
  if (row < 0 || row >= rows || !make_line(columns)) return;
  if (count > columns) count = columns;
  int used = 0;
  for (int column = 0; column < count; column++) {
    const terminal_cell *cell = &cells[column];
    if (cell->width == 0) continue; /* ncurses fills the right half of the one before */
    wchar_t text[6];
    int length = 0;
    uint32_t base = cell->scalars[0];
    bool is_plain = base >= 0x20 && base < 0x7F;
    /* ncurses moves on by wcwidth: where that is not what the row was laid out by, a stand-in of
     * the right width keeps everything behind it in its place. */
    bool fits = column + cell->width <= count
                && (is_plain ? cell->width == 1 : wcwidth((wchar_t)base) == cell->width);
    if (!fits) {
      for (int i = 0; i < cell->width && column + i < count; i++) {
        set_cell(&line[used++], column + cell->width <= count ? L"?" : L" ", cell->attributes, cell->pair);
      }
      continue;
    }
    text[length++] = (wchar_t)base;
    for (int i = 1; i < 5 && cell->scalars[i]; i++) {
      if (wcwidth((wchar_t)cell->scalars[i]) == 0) text[length++] = (wchar_t)cell->scalars[i];
    }
    text[length] = 0;
    set_cell(&line[used++], text, cell->attributes, cell->pair);
  }
  if (used > 0) mvadd_wchnstr(row, 0, line, used);
}

void terminal_show(int column, int row) {
  if (!screen_is_open) return;
  if (redraws_all) clearok(curscr, TRUE);
  redraws_all = false;
  curs_set(column >= 0 ? 1 : 0);
  if (column >= 0) move(row, column);
  signals_note_output(true);
  refresh();
  signals_note_output(false);
}

void terminal_redraw_all(void) { redraws_all = true; }

void terminal_set_mouse(bool on) {
  if (!screen_is_open || !speaks_ansi || on == mouse_is_on) return;
  mouse_is_on = on;
  write_all(on ? mouse_on : mouse_off);
}

void terminal_set_title(const char *title) {
  if (!screen_is_open || !has_titles) return;
  if (!title_is_set) {
    title_is_set = true;
    write_all(title_push);
    prepare_emergency();
  }
  write_all("\033]2;");
  write_all(title);
  write_all("\a");
}
