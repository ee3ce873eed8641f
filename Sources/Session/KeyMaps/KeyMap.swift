// Which keys run which commands: the commands' own keys, changed by the settings. Mistakes in
// the settings become sentences; everything else in them still counts.

import Screen

/// The keys of every context.
public struct KeyMap: Hashable, Sendable {
  /// Something wrong with one override.
  public struct Problem: Hashable, Sendable {
    /// The table it stands in.
    public let context: Context
    /// The key, as written.
    public let pattern: String
    /// What is wrong and what to do.
    public let sentence: String
  }

  /// What is wrong with the overrides.
  public let problems: [Problem]
  private var tries: [Context: KeyTrie]
  /// The patterns of every command, kept because every frame names some.
  private var patterns: [Context: [String: [String]]] = [:]

  /// How an override says that a key does nothing.
  public static let unbound = "none"

  /// Makes the default keys, then binds a preset's over them, then the overrides.
  ///
  /// - Parameters:
  ///   - preset: whose habits the keys follow.
  ///   - overrides: for each context, patterns in key notation and command names.
  public init(preset: KeyPreset = .vim, overrides: [Context: [String: String]] = [:]) {
    tries = [:]
    for command in Command.all {
      for context in command.contexts {
        for pattern in command.keys(in: context) {
          tries[context, default: KeyTrie()].bind(pattern, to: command.name)
        }
      }
    }
    var problems: [Problem] = []
    for table in [preset.keys, overrides] {
      for context in Context.allCases {
        problems += tries[context, default: KeyTrie()].bind(table[context] ?? [:], in: context)
      }
    }
    self.problems = problems
    for (context, keys) in tries {
      for (name, bound) in Dictionary(grouping: keys.bindings, by: \.command) {
        let own = Command.named(name)?.keys(in: context) ?? []
        let all = bound.map(\.pattern)
        patterns[context, default: [:]][name] =
          all.filter { !own.contains($0) } + own.filter(all.contains)
      }
    }
  }

  /// The keys of one context.
  public subscript(context: Context) -> KeyTrie { tries[context] ?? KeyTrie() }

  /// The patterns that run a command: those of the settings first, then its own in their order.
  public func patterns(for command: String, in context: Context) -> [String] {
    patterns[context]?[command] ?? []
  }

}

extension KeyTrie {
  /// Binds a table over what is there; says what could not be bound.
  fileprivate mutating func bind(
    _ table: [String: String], in context: Context
  ) -> [KeyMap.Problem] {
    var problems: [KeyMap.Problem] = []
    // What is unbound goes first, so that its place can be given to longer patterns.
    for (pattern, name) in table.sorted(by: KeyTrie.precedes) {
      let check = OverrideCheck(pattern: pattern, name: name, context: context, keys: self)
      if let problem = check.problem {
        problems.append(.init(context: context, pattern: pattern, sentence: problem))
      } else {
        bind(pattern, to: check.command)
      }
    }
    return problems
  }

  private static func precedes(
    _ left: (key: String, value: String), _ right: (key: String, value: String)
  ) -> Bool {
    let (leftBinds, rightBinds) = (left.value != KeyMap.unbound, right.value != KeyMap.unbound)
    return leftBinds == rightBinds ? left.key < right.key : rightBinds
  }
}

/// What can be wrong with one override.
private struct OverrideCheck {
  let pattern: String
  let name: String
  let context: Context
  let keys: KeyTrie

  /// The command to bind; nil to unbind.
  var command: String? { name == KeyMap.unbound ? nil : name }

  var problem: String? {
    let place = "keys.\(context.rawValue)"
    if pattern.isEmpty { return "\(place): an empty key cannot be bound to “\(name)”." }
    guard let command else { return nil }
    guard let known = Command.named(command) else {
      let names = Command.all.filter { $0.contexts.contains(context) }.map(\.name)
      let hint = Spelling.suggestion(for: command, among: names)
      return "\(place): there is no command “\(command)” for “\(pattern)”.\(hint)"
    }
    guard known.contexts.contains(context) else {
      let places = known.contexts.map { "keys.\($0.rawValue)" }.joined(separator: ", ")
      return "\(place): “\(command)” does not work there; it belongs to \(places)."
    }
    return collision(at: place)
  }

  private func collision(at place: String) -> String? {
    let sequence = KeyPress.sequence(pattern)
    if let node = keys[sequence], node.isPrefix, let longer = node.bindings.last?.pattern {
      return "\(place): “\(pattern)” also begins “\(pattern)\(longer)”; "
        + "bind that to “\(KeyMap.unbound)” first."
    }
    for length in 1..<max(1, sequence.count) {
      guard let taken = keys[sequence.prefix(length)]?.command else { continue }
      let shorter = KeyPress.notation(Array(sequence.prefix(length)))
      return "\(place): “\(pattern)” can never be typed, since “\(shorter)” runs “\(taken)”."
    }
    return nil
  }
}
