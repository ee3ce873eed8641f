public import Screen

/// The keys of one context as a tree: what every key leads to, and where a command is complete.
public struct KeyTrie: Hashable, Sendable {
  /// The command that is complete here.
  public private(set) var command: String?
  /// What may follow.
  public private(set) var children: [KeyPress: KeyTrie] = [:]
  /// The command that any other letter completes, as a mark's name after `m`.
  public private(set) var letterCommand: String?

  /// How a key pattern ends that takes any letter.
  static let letterSuffix = "<letter>"

  /// Whether anything can follow.
  public var isPrefix: Bool { !children.isEmpty || letterCommand != nil }

  /// The part of the tree below some keys.
  public subscript(keys: some Collection<KeyPress>) -> KeyTrie? {
    var node = self
    for key in keys {
      guard let child = node.children[key] else { return nil }
      node = child
    }
    return node
  }

  /// Every binding below here, as patterns in key notation, in their written order.
  public var bindings: [(pattern: String, command: String)] {
    var found: [(pattern: String, command: String)] = []
    collect(into: &found, after: [])
    return found.sorted { $0.pattern < $1.pattern }
  }

  /// Depth is bounded by the longest pattern bound.
  private func collect(
    into found: inout [(pattern: String, command: String)], after keys: [KeyPress]
  ) {
    if let command { found.append((KeyPress.notation(keys), command)) }
    if let letterCommand {
      found.append((KeyPress.notation(keys) + Self.letterSuffix, letterCommand))
    }
    for (key, child) in children { child.collect(into: &found, after: keys + [key]) }
  }

  /// Binds a pattern; nil removes what is bound to it.
  mutating func bind(_ pattern: String, to command: String?) {
    let takesLetter = pattern.hasSuffix(Self.letterSuffix)
    let head = takesLetter ? String(pattern.dropLast(Self.letterSuffix.count)) : pattern
    bind(KeyPress.sequence(head)[...], takesLetter: takesLetter, to: command)
  }

  private mutating func bind(
    _ keys: ArraySlice<KeyPress>, takesLetter: Bool, to bound: String?
  ) {
    guard let key = keys.first else {
      if takesLetter { letterCommand = bound } else { command = bound }
      return
    }
    var child = children[key] ?? KeyTrie()
    child.bind(keys.dropFirst(), takesLetter: takesLetter, to: bound)
    children[key] = child.command == nil && !child.isPrefix ? nil : child
  }
}
