/// What a terminal is opened with.
public struct TerminalOptions: Sendable {
  /// The environment: `TERM`, `COLORTERM`, `NO_COLOR`, `TMUX` and, for tmux itself, all the rest.
  public var environment: [String: String]
  /// How long an Escape may be the start of a longer key: 25 to 100 ms, more on slow lines.
  public var escapeDelay: Duration

  /// Makes options; the delay is kept between 25 and 100 ms.
  public init(environment: [String: String], escapeDelay: Duration = .milliseconds(50)) {
    self.environment = environment
    self.escapeDelay = min(max(escapeDelay, .milliseconds(25)), .milliseconds(100))
  }
}
