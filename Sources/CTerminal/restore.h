/* Giving the terminal back whatever happens, and the signals that ask for something. */
#ifndef C_TERMINAL_RESTORE_H
#define C_TERMINAL_RESTORE_H

#include <stdbool.h>
#include <stddef.h>

/* What the self-pipe carries besides the numbers of SIGTERM, SIGHUP and SIGINT: those of SIGTSTP,
 * SIGCONT and SIGWINCH. */

/* Remembers the terminal's modes; false where that fails (errno says why). */
bool restore_remember_modes(void);

/* Sets the bytes that undo what ncurses and we have switched on; longer ones are cut. */
void restore_set_sequence(const char *bytes, size_t length);

/* From here on a fatal signal restores the terminal, until disarmed. */
void restore_arm(void);
void restore_disarm(void);

/* Puts the remembered modes back. */
void restore_modes(void);

/* Standard error goes to a file in memory while the screen is up: what is written there, the
 * message of a Swift trap above all, would stand on the alternate screen and be lost with it. */
void restore_hold_stderr(void);
void restore_release_stderr(void);

/* Installs the handlers; must come before newterm, which then leaves these signals alone. Gives
 * the end of the self-pipe to read from, or -1 (errno says why). */
int signals_install(void);
void signals_uninstall(void);

/* Says that output is going on, which may block for ever on a dead connection. A signal that asks
 * to end then throws away what is waiting to be sent. */
void signals_note_output(bool is_going_on);

/* Says that a signal that asks to end has been handed on. */
void signals_note_delivery(void);

/* While another program has the terminal, Ctrl-Z stops us with it, or the shell would wait for us. */
void signals_lend(void);
void signals_take_back(void);

/* Stops the process group by SIGTSTP with its default action; returns when continued. */
void signals_stop(void);

#endif
