/// One key as a terminal reports it.
public struct KeyPress: Hashable, Sendable {
  /// Keys that are no character.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// The keys, named as in key notation.
    case enter = "Enter"
    case escape = "Esc"
    case tab = "Tab"
    case backspace = "BS"
    case delete = "Del"
    case insert = "Ins"
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PageUp"
    case pageDown = "PageDown"
  }

  /// What was pressed.
  public enum Key: Hashable, Sendable {
    /// A character; with control held, the lower-case letter.
    case character(Character)
    /// A key with a name.
    case named(Name)
    /// A function key, from 1.
    case function(Int)
  }

  /// Keys held with it.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Control.
    public static let control = Modifiers(rawValue: 1)
    /// Alt or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift, where the key has no shifted character of its own.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// What was pressed.
  public var key: Key
  /// What was held with it.
  public var modifiers: Modifiers

  /// Makes a key press.
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A plain character.
  public static func character(_ character: Character) -> KeyPress {
    KeyPress(.character(character))
  }

  /// A letter with control held.
  public static func control(_ character: Character) -> KeyPress {
    KeyPress(.character(character), .control)
  }

  /// A key with a name.
  public static func named(_ name: Name) -> KeyPress { KeyPress(.named(name)) }
}

extension KeyPress: CustomStringConvertible {
  /// The notation used in help, settings and key scripts: `j`, `C-d`, `S-Tab`, `Enter`, `Space`.
  public var description: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "M-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    return prefix + bareName
  }

  private var bareName: String {
    switch key {
    case .character(" "): "Space"
    case .character("<") where !modifiers.isEmpty: "lt"
    case .character(">") where !modifiers.isEmpty: "gt"
    case .character(let character): String(character)
    case .named(let name): name.rawValue
    case .function(let number): "F\(number)"
    }
  }
}

extension KeyPress {
  /// Reads key notation: characters stand for themselves, `<…>` holds a name (`<Enter>`, `<C-d>`,
  /// `<S-Tab>`, `<Space>`, `<lt>`), in any case. A `<` that opens no known name is itself.
  public static func sequence(_ notation: String) -> [KeyPress] {
    var keys: [KeyPress] = []
    var rest = notation[...]
    while let first = rest.first {
      if first == "<", let close = rest.firstIndex(of: ">"),
        let key = KeyPress(name: rest[rest.index(after: rest.startIndex)..<close])
      {
        keys.append(key)
        rest = rest[rest.index(after: close)...]
      } else {
        keys.append(.character(first))
        rest.removeFirst()
      }
    }
    return keys
  }

  /// Writes a sequence so that `sequence(_:)` reads it back.
  public static func notation(_ keys: [KeyPress]) -> String {
    keys.map { key in
      if case .character(let character) = key.key, key.modifiers.isEmpty, character != " " {
        return character == "<" ? "<lt>" : String(character)
      }
      return "<\(key.description)>"
    }.joined()
  }

  /// A key from its name, as `C-d`, `Enter`, `F5`; nil if there is no such key.
  public init?(name: some StringProtocol) {
    var modifiers: Modifiers = []
    var rest = name[...]
    while rest.count > 2, rest.dropFirst().first == "-",
      let modifier = KeyPress.modifier(rest.first)
    {
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    guard let key = KeyPress.key(named: rest, alone: modifiers.isEmpty) else { return nil }
    self.init(key, modifiers)
  }

  private static func modifier(_ letter: Character?) -> Modifiers? {
    switch letter {
    case "C", "c": .control
    case "M", "m", "A", "a": .alt
    case "S", "s": .shift
    default: nil
    }
  }

  private static func key(named name: some StringProtocol, alone: Bool) -> Key? {
    let lower = name.lowercased()
    if let named = Name.allCases.first(where: { $0.rawValue.lowercased() == lower }) {
      return .named(named)
    }
    if lower == "space" { return .character(" ") }
    if lower == "lt" { return .character("<") }
    if lower == "gt" { return .character(">") }
    if lower == "return" || lower == "cr" { return .named(.enter) }
    if lower.first == "f", let number = Int(lower.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    if !alone, name.count == 1, let character = name.first { return .character(character) }
    return nil
  }
}
