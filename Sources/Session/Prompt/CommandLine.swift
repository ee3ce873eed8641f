/// What is typed after `:`: a name, then what the command takes.
enum CommandLine {
  /// The name and what follows the first blank; nil where there is no blank.
  static func split(_ line: String) -> (name: String, argument: String?) {
    let line = line.drop { $0 == " " }
    guard let blank = line.firstIndex(of: " ") else { return (String(line), nil) }
    let rest = line[line.index(after: blank)...].drop { $0 == " " }
    return (String(line[..<blank]), String(rest))
  }

  /// The name of a command without the `!` that forces it.
  static func unforced(_ name: String) -> String {
    name.hasSuffix("!") ? String(name.dropLast()) : name
  }

  /// The number of `42%` or `42`.
  static func percent(_ word: String) -> Int? {
    let digits = word.hasSuffix("%") ? word.dropLast() : word[...]
    return digits.count <= 3 ? Int(digits).flatMap { $0 >= 0 ? $0 : nil } : nil
  }
}

extension AppState {
  /// Runs a command line.
  mutating func runLine(_ line: String) -> [Effect] {
    let (name, argument) = CommandLine.split(line)
    guard !name.isEmpty else { return [] }
    if let percent = CommandLine.percent(name), argument == nil {
      return run("percent", Invocation(count: percent))
    }
    let isForced = name.hasSuffix("!")
    guard let command = Command.named(CommandLine.unforced(name)) else {
      let hint = Spelling.suggestion(for: name, among: Command.all.map(\.name))
      notice = .error("There is no command “\(name)”.\(hint)")
      return []
    }
    guard command.isForceable || !isForced else {
      notice = .error("“\(command.name)” cannot be forced: leave out the “!”.")
      return []
    }
    let given = argument.flatMap { $0.isEmpty ? nil : $0 }
    if let given, command.argument == nil {
      notice = .error("“\(command.name)” takes nothing after its name, but “\(given)” is there.")
      return []
    }
    return run(command.name, Invocation(argument: given, isForced: isForced))
  }
}
