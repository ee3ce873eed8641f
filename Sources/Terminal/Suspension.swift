// Ctrl-Z and back.

internal import CNcurses
internal import CTerminalGuard
import Screen

extension CursesTerminal {
  /// Gives the terminal back, stops the program as the shell expects, and takes the terminal again
  /// when the program goes on. The next wait then yields `resized` and `resumed` at once.
  ///
  /// Returns at once where no shell could continue the program.
  public func suspend() {
    guard isOpen else { return }
    leave()
    expectsContinuation = terminal_guard_stop_group()
    enter()
    queued += [.resized(size), .resumed]
  }

  /// Gives the terminal back while `body` runs: for a program that wants the screen itself.
  public func whileReleased<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen else { return try body() }
    leave()
    defer { enter() }
    return try body()
  }

  /// SIGCONT: after a stop that nobody announced, the shell has had the terminal meanwhile.
  func continued() -> [TerminalEvent] {
    if expectsContinuation {
      expectsContinuation = false
      return []
    }
    releaseScreen()
    endwin()
    enter()
    return [.resized(size), .resumed]
  }

  private func leave() {
    awaitAnswer()
    releaseScreen()
    streams.write(Self.pasteOff)
    curs_set(1)
    endwin()
    terminal_guard_restore_settings()
  }

  /// ncurses goes back to its own screen and settings with the next frame.
  private func enter() {
    reset_prog_mode()
    // Leaving switched the keypad off, and ncurses would switch it on only when it read keys.
    unsafe keypad(curses_whole_screen(), true)
    streams.write(Self.pasteOn)
    isCursorVisible = nil
    adaptToWindow()
    unsafe clearok(curses_whole_screen(), true)
  }
}
