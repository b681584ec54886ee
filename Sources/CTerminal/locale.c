#include "platform.h"

#include "CTerminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

/* The name that the environment gives LC_CTYPE, or NULL. */
static const char *requested_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return NULL;
}

static bool set_utf8(void) {
  static const char *const names[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (setlocale(LC_CTYPE, names[i])) return true;
  }
  return false;
}

static bool has_charset(const char *name) { return strcasecmp(nl_langinfo(CODESET), name) == 0; }

static bool is_utf8;

void terminal_use_locale(void) {
  is_utf8 = false;
  if (setlocale(LC_CTYPE, "")) {
    is_utf8 = has_charset("UTF-8") || has_charset("utf8");
  } else {
    /* The locale is not installed, as often over SSH. Where it was to be UTF-8, another of UTF-8
     * does: only the classes and widths of characters are taken from it. */
    const char *name = requested_locale();
    const char *charset = name ? strrchr(name, '.') : NULL;
    bool asks = charset
                && (strncasecmp(charset, ".utf-8", 6) == 0 || strncasecmp(charset, ".utf8", 5) == 0);
    is_utf8 = asks && set_utf8();
    if (!is_utf8) setlocale(LC_CTYPE, "C");
  }
  /* Of ASCII alone ncurses would send runs as one character and a number of repetitions, which
   * several programs that say they are an xterm don't understand: they show one character. With
   * UTF-8 it doesn't, and as nothing but ASCII is drawn, that is all that changes. */
  if (!is_utf8 && (has_charset("ANSI_X3.4-1968") || has_charset("US-ASCII"))) set_utf8();
}

bool terminal_is_utf8(void) { return is_utf8; }

int terminal_scalar_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
