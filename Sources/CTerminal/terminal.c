#define _XOPEN_SOURCE 700 /* wcwidth */

#include "CTerminal.h"

#if !__has_include(<curses.h>)
#error "the header of ncurses is missing: install libncurses-dev (apt) or ncurses-devel (dnf)"
#endif

#include <curses.h>
#include <wchar.h>

int terminal_scalar_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }
