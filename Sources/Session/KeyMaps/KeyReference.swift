// The keys as tables: for the README, and for `pullquote keys`.

extension KeyMap {
  /// The keys as Markdown, one table for each group of commands. The README holds this text.
  public var markdownReference: String {
    Command.Group.allCases.map { group in
      let rows = references(of: group).map { reference in
        let keys = reference.keys.map { "`\($0.markdownCode)`" }.joined(separator: " ")
        return "| \(keys) | \(reference.command.summary) | `\(reference.usage)` |"
      }
      return "### \(group.rawValue)\n\n| Keys | What they do | Command |\n| --- | --- | --- |\n"
        + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The keys as plain text in columns.
  public var plainReference: String {
    let all = Command.Group.allCases.flatMap(references)
    let keyWidth = all.map { $0.keys.joined(separator: " ").count }.max() ?? 0
    let summaryWidth = all.map(\.command.summary.count).max() ?? 0
    return Command.Group.allCases.map { group in
      let rows = references(of: group).map { reference in
        let keys = padded(reference.keys.joined(separator: " "), keyWidth)
        return "  \(keys)  \(padded(reference.command.summary, summaryWidth))  :\(reference.usage)"
      }
      return group.rawValue + "\n" + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private func references(of group: Command.Group) -> [KeyReference] {
    Command.all.filter { $0.group == group }.map { command in
      var keys: [String] = []
      for context in command.contexts {
        for pattern in patterns(for: command.name, in: context) where !keys.contains(pattern) {
          keys.append(pattern)
        }
      }
      return KeyReference(command: command, keys: keys.map(KeyMap.shown))
    }
  }

  /// A pattern as people read it: a single key without its brackets, `<` for itself.
  public static func shown(_ pattern: String) -> String {
    guard pattern.hasPrefix("<"), pattern.hasSuffix(">"), pattern.count > 2,
      !pattern.dropFirst().dropLast().contains(where: { "<>".contains($0) })
    else {
      return pattern.split(separator: "<lt>", omittingEmptySubsequences: false).joined(
        separator: "<")
    }
    let name = String(pattern.dropFirst().dropLast())
    return name == "lt" ? "<" : name
  }

  private func padded(_ words: String, _ width: Int) -> String {
    words + String(repeating: " ", count: max(0, width - words.count))
  }
}

/// One row of the tables.
private struct KeyReference {
  var command: Command
  var keys: [String]

  /// The name and what it takes.
  var usage: String {
    command.name
      + (command.argument.map { $0.isOptional ? " [\($0.placeholder)]" : " \($0.placeholder)" }
        ?? "")
  }
}

extension String {
  /// Without what ends a cell of a Markdown table or a code span.
  fileprivate var markdownCode: String {
    map { $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
