public import Screen

/// Something that came from the terminal or through it.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyPress)
  /// Text was pasted: UTF-8 repaired, line breaks as "\n", at most `InputDecoder.pasteLimit` bytes.
  case paste(String)
  /// The window has another size now. The screen is already adapted; present a frame.
  case resized(Size)
  /// The program is asked to end: SIGTERM, SIGINT, SIGQUIT or SIGHUP, by its number.
  case terminate(signal: Int32)
  /// Ctrl-Z was pressed or SIGTSTP came: tidy up, then call `suspend()`.
  case suspendRequested
  /// The program was stopped and goes on: present a frame, all of it will be painted.
  case resumed
  /// The terminal is gone. Nothing more will come; the loop must end.
  case hangup
  /// The wake descriptor had something to read; its bytes have been read away.
  case woken
}
