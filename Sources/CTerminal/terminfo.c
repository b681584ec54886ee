#include "platform.h"

#include "terminfo.h"

#include <curses.h>
#include <term.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where distributions keep entries. A statically linked ncurses knows only the folders of the one
 * that it was built on. */
static const char folders[] =
    "/etc/terminfo:/lib/terminfo:/usr/lib/terminfo:/usr/share/terminfo:/usr/local/share/terminfo:"
    "/usr/local/lib/terminfo:/run/current-system/sw/share/terminfo:/usr/pkg/share/terminfo:"
    "/opt/homebrew/share/terminfo";

bool terminfo_add_folders(void) {
  if (getenv("TERMINFO_DIRS")) return false;
  return setenv("TERMINFO_DIRS", folders, 1) == 0;
}

void terminfo_remove_folders(bool added) {
  if (added) unsetenv("TERMINFO_DIRS");
}

terminal_result terminfo_read(void) {
  const char *type = getenv("TERM");
  if (!type || !*type) return TERMINAL_TYPE_IS_UNSET;
  bool has_added = terminfo_add_folders();
  int found = 0;
  int result = setupterm(type, STDOUT_FILENO, &found);
  terminfo_remove_folders(has_added);
  if (result == OK) {
    bool is_enough = terminfo_text("cup") && terminfo_text("clear");
    return is_enough ? TERMINAL_OPENED : TERMINAL_CANNOT_MOVE_CURSOR;
  }
  switch (found) {
  case 1: return TERMINAL_CANNOT_MOVE_CURSOR; /* a printer */
  case 0: return TERMINAL_TYPE_IS_UNKNOWN; /* or a family of types, such as `unknown` */
  default: return TERMINAL_HAS_NO_DATABASE;
  }
}

void terminfo_forget(void) {
  TERMINAL *type = set_curterm(NULL);
  if (type) del_curterm(type);
}

const char *terminfo_text(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

bool terminfo_flag(const char *name) { return tigetflag(name) > 0; }
int terminfo_number(const char *name) { return tigetnum(name); }

/* tputs takes a function without a context. */
static char *target;
static size_t target_length, target_capacity;

static int append_byte(int byte) {
  if (target_length < target_capacity) target[target_length] = (char)byte;
  target_length++;
  return byte;
}

void terminfo_append(const char *name, char *bytes, size_t *length, size_t capacity) {
  const char *value = terminfo_text(name);
  if (!value) return;
  target = bytes;
  target_length = *length;
  target_capacity = capacity;
  tputs(value, 1, append_byte);
  if (target_length <= capacity) *length = target_length;
}
