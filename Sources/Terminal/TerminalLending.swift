// A program that is lent the terminal, as a browser for text. It runs in this process's group, so
// that the terminal's keys reach it; meanwhile they mean nothing to this program.

import Glibc
import Synchronization

extension ChildProcess {
  /// What the terminal's keys send to all of the group, and what lets it go on: meanwhile not for
  /// this program.
  private static let lentSignals = [SIGINT, SIGQUIT, SIGTSTP, SIGCONT]

  /// Runs a program to its end on this process's terminal, which must be released before.
  ///
  /// - Parameter arguments: the program, looked up in `PATH`, and what it is given.
  /// - Returns: how it ended; never `late`, since a person reads in it.
  public static func runOnTerminal(_ arguments: [String]) -> End {
    let before = lentSignals.map { replaceAction(of: $0, with: ignoring) }
    defer {
      for (signal, action) in zip(lentSignals, before) {
        _ = replaceAction(of: signal, with: action)
      }
    }
    let (child, failure) = starting.withLock { _ in spawnOnTerminal(arguments) }
    return failure == 0 ? end(of: child) : .notStarted(errno: failure)
  }

  private static func spawnOnTerminal(_ arguments: [String]) -> (child: pid_t, failure: Int32) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // Standard input may be a pipe that an article came through.
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/tty", O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // What is ignored here is not to be ignored there.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in lentSignals + [SIGPIPE, SIGXFSZ] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return unsafe ChildProcess(arguments, patience: .zero).start(&actions, &attributes)
  }

  /// Waits for a child. One that stops goes on at once, with all that it started: no shell would
  /// continue them.
  private static func end(of child: pid_t) -> End {
    var status: Int32 = 0
    while true {
      let found = unsafe waitpid(child, &status, WUNTRACED)
      if found < 0, errno == EINTR { continue }
      guard found >= 0 else { return .exited(0) }
      let signal = status & 0x7F
      if signal == 0x7F {
        kill(0, SIGCONT)
      } else {
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
      }
    }
  }

  private static var ignoring: sigaction {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = SIG_IGN
    return action
  }

  private static func replaceAction(of signal: Int32, with action: sigaction) -> sigaction {
    var action = action
    var before = sigaction()
    unsafe sigaction(signal, &action, &before)
    return before
  }
}
