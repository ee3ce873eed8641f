internal import Session
internal import Terminal

/// A command that is given the article. What it prints first comes back as a sentence.
struct PipedCommand {
  /// How long a command may take, in seconds.
  private static let patience = 30
  /// How much of its output is kept.
  private static let outputLimit = 1 << 16

  private let arguments: [String]
  private var name: String { arguments.first ?? "" }

  init(_ arguments: [String]) { self.arguments = arguments }

  /// Runs the command to its end.
  ///
  /// - Returns: what it printed first, or how it failed.
  func run(with input: String) -> Notice {
    let child = ChildProcess(
      arguments, patience: .seconds(Self.patience), outputLimit: Self.outputLimit)
    let outcome = child.run(with: Array(input.utf8))
    if case .late = outcome.end {
      return .error("\(name) was stopped: it took longer than \(Self.patience) seconds.")
    }
    let said = firstLine(outcome.output)
    return outcome.end.problem(of: name, saying: said)
      ?? Notice(said.map { "\(name): \($0)" } ?? "\(name) is done.")
  }

  /// The first line that holds something, and how many more there are.
  private func firstLine(_ output: [UInt8]) -> String? {
    let lines = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { $0.contains { !$0.isWhitespace } }
    guard let first = lines.first else { return nil }
    let more = lines.count - 1
    return first.drop(while: \.isWhitespace)
      + (more > 0 ? " (and \(more) more \(more == 1 ? "line" : "lines"))" : "")
  }
}

extension ChildProcess.End {
  /// What went wrong with a program, in a sentence; nil where nothing did.
  func problem(of name: String, saying said: String? = nil) -> Notice? {
    switch self {
    case .exited(0): nil
    case .exited(let status):
      .error("\(name) ended with status \(status)\(said.map { ": \($0)" } ?? ".")")
    case .killed(let signal): .error("\(name) was ended by signal \(signal).")
    case .late: .error("\(name) was stopped: it took too long.")
    case .notStarted(let number):
      .error("\(name) could not be started: \(systemMessage(number)).")
    }
  }
}
