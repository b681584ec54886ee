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

void terminal_use_locale(void) {
  if (setlocale(LC_CTYPE, "")) return;
  /* The locale is not installed, as often over SSH. Where it was to be UTF-8, another of UTF-8 does:
   * only the classes and widths of characters are taken from it. */
  const char *name = requested_locale();
  const char *charset = name ? strrchr(name, '.') : NULL;
  if (charset && (strncasecmp(charset, ".utf-8", 6) == 0 || strncasecmp(charset, ".utf8", 5) == 0)) {
    static const char *const others[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
      if (setlocale(LC_CTYPE, others[i])) return;
    }
  }
  setlocale(LC_CTYPE, "C");
}

bool terminal_is_utf8(void) {
  const char *charset = nl_langinfo(CODESET);
  return strcasecmp(charset, "UTF-8") == 0 || strcasecmp(charset, "utf8") == 0;
}

int terminal_scalar_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
