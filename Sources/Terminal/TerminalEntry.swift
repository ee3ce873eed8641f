// Which terminfo entry describes this terminal, and how many colours may be used.
//
// A plain server has no entries for many of today's terminals. All of those speak the language of
// xterm, so an unknown name is no reason to refuse: the nearest known entry serves, and says so.

import Screen

/// The entry that is used for a terminal.
struct TerminalEntry: Equatable {
  /// Its name in terminfo.
  var name: String
  /// What the reader should be told about the choice; nil when it is the one that was asked for.
  var notice: String?
  /// Whether colours are 24-bit values in this entry.
  var isDirect = false

  /// What is known of an entry: nil when there is none, else whether it can place the cursor.
  typealias Lookup = (_ name: String) -> Bool?

  /// Chooses an entry.
  ///
  /// - Parameters:
  ///   - environment: `TERM`, `COLORTERM` and `NO_COLOR` are read.
  ///   - lookup: asks terminfo.
  /// - Returns: an entry that terminfo has, which can place the cursor.
  /// - Throws: `notCapable` when neither the terminal nor a stand-in can have a screen.
  static func choose(
    environment: [String: String], lookup: Lookup
  ) throws(TerminalError) -> TerminalEntry {
    let wanted = environment["TERM"] ?? ""
    if ["", "dumb", "unknown"].contains(wanted) { throw .notCapable(wanted) }
    if let direct = directName(for: wanted, environment: environment), lookup(direct) == true {
      return TerminalEntry(name: direct, isDirect: true)
    }
    if let isCapable = lookup(wanted) {
      guard isCapable else { throw .notCapable(wanted) }
      return TerminalEntry(name: wanted)
    }
    for name in [standIn(for: wanted), "vt100"] where lookup(name) == true {
      let quoted = "\u{201C}\(wanted.harmless)\u{201D}"
      return TerminalEntry(
        name: name, notice: "This system does not know the terminal \(quoted); \(name) is used.")
    }
    throw .notCapable(wanted)
  }

  private static let xtermLike = [
    "xterm", "kitty", "foot", "ghostty", "wezterm", "contour", "alacritty", "rio", "iterm", "vte",
    "konsole", "gnome", "st-", "tmux", "screen",
  ]

  private static func standIn(for wanted: String) -> String {
    let isXtermLike = xtermLike.contains { wanted.contains($0) } || wanted.hasSuffix("256color")
    return isXtermLike ? "xterm-256color" : "vt100"
  }

  /// The entry with 24-bit colours, where the terminal says that it has them.
  private static func directName(for wanted: String, environment: [String: String]) -> String? {
    guard environment["NO_COLOR", default: ""].isEmpty,
      ["truecolor", "24bit"].contains(environment["COLORTERM", default: ""])
    else { return nil }
    if wanted.hasSuffix("-direct") { return wanted }
    if wanted.hasPrefix("tmux") || wanted.hasPrefix("screen") { return "tmux-direct" }
    return xtermLike.contains { wanted.contains($0) } ? "xterm-direct" : nil
  }

  /// The colours to use when terminfo names so many.
  func depth(colors: Int, environment: [String: String]) -> ColorDepth {
    guard environment["NO_COLOR", default: ""].isEmpty, colors >= 8 else { return .none }
    if isDirect, colors > 256 { return .full }
    return colors >= 256 ? .indexed : colors >= 16 ? .sixteen : .eight
  }
}
