// The only place that includes curses.h. Swift sees functions and plain types by itself; what is
// here are the globals (shared mutable state to Swift 6), the macros with casts, the results that
// are -1 as a pointer, and what the C library's Swift module hides.
#ifndef PULLQUOTE_CNCURSES_SHIM_H
#define PULLQUOTE_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_OPAQUE 1
#define _GNU_SOURCE 1

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_italic = A_ITALIC;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;

/// The window that covers the screen; NULL before newterm.
static inline WINDOW *curses_whole_screen(void) { return stdscr; }

/// How many colours and pairs there are; 0 before start_color.
static inline int curses_color_count(void) { return COLORS; }
static inline int curses_pair_count(void) { return COLOR_PAIRS; }

/// A string capability of the entry loaded last; NULL when it has none of that name.
static inline const char *curses_string_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// Whether terminfo has an entry that can be used. Prints nothing. Where it does, `moves` says
/// whether the cursor can be put anywhere.
static inline bool curses_entry_loads(const char *name, int descriptor, bool *moves) {
  int problem = 0;
  if (setupterm(name, descriptor, &problem) != OK) return false;
  *moves = curses_string_capability("cup") != NULL;
  del_curterm(set_curterm(NULL));
  return true;
}

/// A file in memory that another program does not inherit; -1 where the system has none.
static inline int curses_memory_file(void) { return memfd_create("frame", MFD_CLOEXEC); }

/// Makes a descriptor mean what another one means. ncurses writes to the number that it was given.
static inline bool curses_redirect(int descriptor, int source) {
  return dup3(source, descriptor, O_CLOEXEC) == descriptor;
}

/// Whether text is UTF-8 in the locale of the process.
static inline bool curses_locale_is_utf8(void) {
  const char *name = nl_langinfo(CODESET);
  return name[0] == 'U' && name[1] == 'T' && name[2] == 'F' && name[3] == '-' && name[4] == '8';
}

/// Sets the attributes and the colour pair of what is written next. The pair has its own
/// argument because a short holds too few of them.
static inline int curses_use(WINDOW *window, attr_t attributes, int pair) {
  return wattr_set(window, attributes, 0, &pair);
}

/// A rectangle has moved up by so many rows (down, when negative), and blanks came in. Moves it in
/// what ncurses believes to be on the screen, and has the next update compare all of its rows.
static inline void curses_has_moved(int x, int y, int width, int height, int rows) {
  int kept = height - (rows > 0 ? rows : -rows), plain = 0;
  for (int i = 0; i < kept; i++) {
    int row = rows > 0 ? y + i : y + height - 1 - i;
    copywin(curscr, curscr, row + rows, x, row, x, row, x + width - 1, FALSE);
  }
  wattr_set(curscr, A_NORMAL, 0, &plain);
  for (int i = kept; i < height; i++) {
    int row = rows > 0 ? y + i : y + height - 1 - i;
    for (int column = x; column < x + width; column++) mvwaddch(curscr, row, column, ' ');
  }
  wtouchln(newscr, y, height, 1);
}

/// The C library's columns of a character, as ncurses sees them.
static inline int curses_width(wchar_t character) { return wcwidth(character); }

#endif
