// Gives the terminal back whatever happens, and turns signals into bytes on a pipe.
// One terminal at a time: the state is static, because signal handlers can reach nothing else.
#ifndef PULLQUOTE_TERMINAL_GUARD_H
#define PULLQUOTE_TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/// Saves the settings of the terminal, opens the signal pipe and installs all handlers.
/// Returns the end of the pipe to read, or -1 with errno (EBUSY when a terminal is guarded).
int terminal_guard_begin(int descriptor);

/// What to write when the program dies: at most 512 bytes, copied. Without it nothing is written.
void terminal_guard_arm(const char *bytes, size_t length);

/// Puts the saved settings back. Safe at any time.
void terminal_guard_restore_settings(void);

/// Characters of the saved settings that mean "suspend" and "erase"; -1 where switched off.
int terminal_guard_suspend_character(void);
int terminal_guard_erase_character(void);

/// Stops the process group as the shell expects of Ctrl-Z, and returns when it goes on: true when
/// SIGCONT came, false when nobody was there to stop it.
bool terminal_guard_stop_group(void);

/// Settings and handlers are put back and the pipe is closed. Nothing is written.
void terminal_guard_end(void);

#endif
