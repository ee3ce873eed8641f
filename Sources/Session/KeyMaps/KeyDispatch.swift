// From a key to what it asks for. The only code that looks at keys one by one.

public import Screen

/// Keys typed so far of a command that is not complete.
public struct PendingKeys: Hashable, Sendable {
  /// The number typed before the command.
  public internal(set) var count: Int?
  /// The keys of the command.
  public internal(set) var keys: [KeyPress] = []
  /// Whether what may follow is shown.
  public internal(set) var showsHints = false

  /// Nothing typed.
  public init() {}

  /// Whether nothing was typed.
  public var isEmpty: Bool { count == nil && keys.isEmpty }

  /// What was typed, for the status line.
  public var text: String { (count.map(String.init) ?? "") + KeyPress.notation(keys) }
}

/// What a key asks for.
enum Dispatch: Equatable {
  /// Run a command.
  case run(String, letter: Character?)
  /// Wait for more.
  case wait(PendingKeys)
  /// Put text into the prompt.
  case insert(String)
  /// Forget the keys typed so far.
  case forget
  /// The keys mean nothing here.
  case unknown(String)
}

extension KeyMap {
  /// The greatest number that can be typed before a command.
  static let countLimit = 99_999

  func dispatch(_ key: KeyPress, after pending: PendingKeys, in context: Context) -> Dispatch {
    let node = self[context][pending.keys] ?? KeyTrie()
    if let child = node.children[key] {
      return outcome(of: child, key, pending)
    }
    if let letter = key.text, let command = node.letterCommand {
      return .run(command, letter: letter)
    }
    if context == .prompt, pending.keys.isEmpty {
      return key.text.map { .insert(String($0)) } ?? .unknown(key.description)
    }
    if pending.keys.isEmpty, let digit = key.digit, digit > 0 || pending.count != nil {
      var longer = pending
      longer.count = min((pending.count ?? 0) * 10 + digit, Self.countLimit)
      return .wait(longer)
    }
    return key == .named(.escape) && !pending.isEmpty
      ? .forget : .unknown(KeyPress.notation(pending.keys + [key]))
  }

  private func outcome(
    of child: KeyTrie, _ key: KeyPress, _ pending: PendingKeys
  ) -> Dispatch {
    if key == .named(.escape), !pending.isEmpty { return .forget }
    if let command = child.command { return .run(command, letter: nil) }
    var longer = pending
    longer.keys.append(key)
    return .wait(longer)
  }
}

extension KeyPress {
  /// The character that the key types, if it types one.
  fileprivate var text: Character? {
    guard case .character(let character) = key, modifiers.isEmpty else { return nil }
    return character
  }

  fileprivate var digit: Int? {
    text.flatMap { $0.isASCII ? $0.wholeNumberValue : nil }
  }
}
