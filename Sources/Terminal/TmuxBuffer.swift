/// tmux's paste buffer, which tmux passes on to the terminal around it.
struct TmuxBuffer {
  let environment: [String: String]

  /// Gives tmux the bytes. It answers in a few milliseconds, or is stuck.
  ///
  /// - Throws: `clipboard` with a sentence.
  func load(_ bytes: [UInt8]) throws(TerminalError) {
    let tmux = ChildProcess(
      ["tmux", "load-buffer", "-w", "-"], environment: environment, patience: .seconds(2))
    switch tmux.run(with: bytes).end {
    case .exited(0): return
    case .notStarted: throw failure("it could not be started")
    case .late: throw failure("it does not answer")
    case .exited, .killed: throw failure("it refused (tmux 3.2 or later is needed)")
    }
  }

  private func failure(_ reason: String) -> TerminalError {
    .clipboard("tmux did not take the text: \(reason).")
  }
}
