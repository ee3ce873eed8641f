// Signal handlers for a program that owns the terminal. Everything that runs inside a handler is
// async-signal-safe: write, tcsetattr, sigaction, raise. Signals that end the program, crashes among
// them, write a sequence that was prepared beforehand, put the shell's settings back, and end it.

#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int event_signals[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM,
                                    SIGHUP,   SIGINT,  SIGQUIT};
static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
// Nobody here waits for these, but whoever sends one, or a limit of the system's, ends the program.
static const int end_signals[] = {SIGXCPU,   SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM,
                                  SIGPROF,   SIGSYS,  SIGIO,   SIGPWR,  SIGSTKFLT};
enum {
  event_count = sizeof event_signals / sizeof event_signals[0],
  crash_count = sizeof crash_signals / sizeof crash_signals[0],
  end_count = sizeof end_signals / sizeof end_signals[0],
  restore_limit = 512,
};

static struct sigaction old_events[event_count];
static struct sigaction old_crashes[crash_count];
static struct sigaction old_ends[end_count];
static struct sigaction old_pipe;
static struct termios shell_settings;
static int terminal = -1;
static int signal_pipe[2] = {-1, -1};
static char restore_bytes[restore_limit];
static volatile sig_atomic_t restore_length = 0;
static char crash_stack[64 * 1024];
static stack_t old_stack;

static void note_signal(int signal) {
  int saved = errno;
  char byte = (char)signal;
  // A full pipe loses nothing that matters: the reader asks for the state, not for the count.
  if (write(signal_pipe[1], &byte, 1) < 0) { /* full */ }
  errno = saved;
}

void terminal_guard_restore_settings(void) {
  if (terminal < 0) return;
  // A process in the background would be stopped for touching the settings.
  sigset_t blocked, previous;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &blocked, &previous);
  tcsetattr(terminal, TCSANOW, &shell_settings);
  pthread_sigmask(SIG_SETMASK, &previous, NULL);
}

static void give_back(void) {
  if (restore_length > 0) {
    size_t length = (size_t)restore_length;
    restore_length = 0;
    if (write(terminal, restore_bytes, length) < 0) { /* the terminal is gone */ }
  }
  terminal_guard_restore_settings();
}

// Whether it happens again on return from the handler, in its own place, which a backtracer wants to
// see. What somebody sent does not, nor does a breakpoint or the end of a time.
static bool recurs(const siginfo_t *info) {
  switch (info->si_signo) {
  case SIGSEGV:
  case SIGBUS:
  case SIGILL:
  case SIGFPE: return info->si_code > 0;
  default: return false;
  }
}

static void die_politely(int signal, siginfo_t *info, void *context) {
  (void)context;
  give_back();
  for (int i = 0; i < crash_count; i++) {
    if (crash_signals[i] == signal) sigaction(signal, &old_crashes[i], NULL);
  }
  for (int i = 0; i < end_count; i++) {
    if (end_signals[i] == signal) sigaction(signal, &old_ends[i], NULL);
  }
  if (!recurs(info)) raise(signal);
}

static bool keep_ignored(int signal) {
  struct sigaction present;
  sigaction(signal, NULL, &present);
  return present.sa_handler == SIG_IGN && signal != SIGWINCH && signal != SIGCONT;
}

static void install_handlers(void) {
  struct sigaction note = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
  sigemptyset(&note.sa_mask);
  for (int i = 0; i < event_count; i++) {
    sigaction(event_signals[i], NULL, &old_events[i]);
    if (!keep_ignored(event_signals[i])) sigaction(event_signals[i], &note, NULL);
  }
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, &old_stack);
  struct sigaction crash = {.sa_sigaction = die_politely, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&crash.sa_mask);
  for (int i = 0; i < crash_count; i++) {
    sigaction(crash_signals[i], &crash, &old_crashes[i]);
  }
  for (int i = 0; i < end_count; i++) {
    sigaction(end_signals[i], NULL, &old_ends[i]);
    // What is ignored ends nothing, and what somebody handles, as a profiler does, is theirs.
    if (old_ends[i].sa_handler == SIG_DFL) sigaction(end_signals[i], &crash, NULL);
  }
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigemptyset(&ignore.sa_mask);
  sigaction(SIGPIPE, &ignore, &old_pipe);
}

static void close_pipe(void) {
  close(signal_pipe[0]);
  close(signal_pipe[1]);
  signal_pipe[0] = signal_pipe[1] = -1;
}

int terminal_guard_begin(int descriptor) {
  static bool will_give_back_at_exit = false;
  if (terminal >= 0) {
    errno = EBUSY;
    return -1;
  }
  if (tcgetattr(descriptor, &shell_settings) != 0) return -1;
  if (pipe(signal_pipe) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
    fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
  }
  terminal = descriptor;
  install_handlers();
  // For code that leaves by exit() without closing the terminal.
  if (!will_give_back_at_exit) atexit(give_back);
  will_give_back_at_exit = true;
  return signal_pipe[0];
}

void terminal_guard_arm(const char *bytes, size_t length) {
  if (length > restore_limit) length = restore_limit;
  restore_length = 0;
  memcpy(restore_bytes, bytes, length);
  restore_length = (sig_atomic_t)length;
}

static int control_character(int index) {
  cc_t value = shell_settings.c_cc[index];
  return terminal < 0 || value == _POSIX_VDISABLE ? -1 : value;
}

int terminal_guard_suspend_character(void) { return control_character(VSUSP); }
int terminal_guard_erase_character(void) { return control_character(VERASE); }

bool terminal_guard_stop_group(void) {
  struct sigaction stop = {.sa_handler = SIG_DFL};
  struct sigaction previous;
  sigemptyset(&stop.sa_mask);
  sigaction(SIGTSTP, &stop, &previous);
  kill(0, SIGTSTP);
  // Another thread may take the signal, a moment later; SIGCONT is how we know that it is over.
  // A group without a shell is never stopped: then the time runs out and the program goes on.
  struct pollfd over = {.fd = signal_pipe[0], .events = POLLIN};
  bool went_on = poll(&over, 1, 300) != 0;
  sigaction(SIGTSTP, &previous, NULL);
  return went_on;
}

void terminal_guard_end(void) {
  if (terminal < 0) return;
  restore_length = 0;
  terminal_guard_restore_settings();
  for (int i = 0; i < event_count; i++) sigaction(event_signals[i], &old_events[i], NULL);
  for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &old_crashes[i], NULL);
  for (int i = 0; i < end_count; i++) sigaction(end_signals[i], &old_ends[i], NULL);
  sigaction(SIGPIPE, &old_pipe, NULL);
  sigaltstack(&old_stack, NULL);
  terminal = -1;
  close_pipe();
}
