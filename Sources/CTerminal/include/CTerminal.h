/* The terminal, behind our own integers and structs: no curses header is seen outside. */
#ifndef C_TERMINAL_H
#define C_TERMINAL_H

#include <stdint.h>

/* The columns that the C library gives a scalar in the active locale: -1 unknown, 0, 1 or 2. */
int terminal_scalar_width(uint32_t scalar);

#endif
