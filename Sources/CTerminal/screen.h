/* What the source files here share of the open screen. */
#ifndef C_TERMINAL_SCREEN_H
#define C_TERMINAL_SCREEN_H

#include <stdbool.h>

/* Whether the terminal is open. */
extern bool screen_is_open;

/* The end of the self-pipe to read from. */
extern int screen_signals;

/* Asks the kernel for the size and takes it over; whether it is another one. */
bool screen_take_size(void);

/* Puts the modes of the program back after another one had the terminal. */
void screen_take_back(void);

#endif
