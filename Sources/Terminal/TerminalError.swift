/// Why a terminal cannot be used, or not for this.
public enum TerminalError: Error, Hashable {
  /// Standard output leads to a file or a pipe, or there is no terminal to read keys from.
  case notATerminal
  /// The terminal cannot place its cursor, so there can be no screen; the value of `TERM`.
  case notCapable(String)
  /// A terminal is open already; there is one at a time.
  case alreadyOpen
  /// The system refused; a sentence.
  case refused(String)
  /// Text could not be handed to the clipboard; a sentence.
  case clipboard(String)
}

extension TerminalError: CustomStringConvertible {
  /// A sentence for the reader.
  public var description: String {
    switch self {
    case .notATerminal: "This is not a terminal, so there is no screen to draw on."
    case .notCapable(""): "TERM is not set, so it is unknown how to draw on this terminal."
    case .notCapable(let name):
      "A terminal of the kind \u{201C}\(name)\u{201D} cannot place its cursor, so there is no screen."
    case .alreadyOpen: "The terminal is in use already."
    case .refused(let sentence), .clipboard(let sentence): sentence
    }
  }
}
