/* The entry of the terminal's type. In a file of its own, because <term.h> defines macros by names
 * such as `columns`. */
#ifndef C_TERMINAL_TERMINFO_H
#define C_TERMINAL_TERMINFO_H

#include "CTerminal.h"

#include <stddef.h>

/* Reads the entry that TERM names, and says whether a screen can be driven by it. */
terminal_result terminfo_read(void);
void terminfo_forget(void);

/* Makes ncurses search all folders in which distributions keep entries; to be undone. Whether
 * anything has to be undone. */
bool terminfo_add_folders(void);
void terminfo_remove_folders(bool added);

/* A capability that is text, or NULL where the terminal doesn't have it. */
const char *terminfo_text(const char *name);
bool terminfo_flag(const char *name);
int terminfo_number(const char *name);

/* Appends what a capability writes, without waiting times, to `length` of `capacity` bytes; what
 * doesn't fit is left out whole. */
void terminfo_append(const char *name, char *bytes, size_t *length, size_t capacity);

#endif
