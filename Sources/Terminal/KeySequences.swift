// What terminfo says that keys send. Only keys whose sequences differ between terminals are asked
// for; modified keys in the xterm form are understood without a table, in ControlSequence.

internal import CNcurses
import Screen

/// The byte sequences of keys on one terminal.
struct KeySequences {
  private(set) var keys: [[UInt8]: KeyPress] = [:]
  private var beginnings: Set<[UInt8]> = []
  private var firstBytes: Set<UInt8> = []
  /// The longest sequence, in bytes.
  private(set) var longest = 0

  /// Adds a key; the first to claim a sequence keeps it.
  mutating func add(_ key: KeyPress, _ sequence: [UInt8]) {
    guard !sequence.isEmpty, keys[sequence] == nil else { return }
    keys[sequence] = key
    longest = max(longest, sequence.count)
    firstBytes.insert(sequence[0])
    for length in 1..<max(1, sequence.count) { beginnings.insert(Array(sequence.prefix(length))) }
  }

  /// The longest key that starts the bytes, and how many of them it takes.
  func match(_ bytes: ArraySlice<UInt8>) -> (key: KeyPress, length: Int)? {
    guard let first = bytes.first, firstBytes.contains(first) else { return nil }
    for length in stride(from: min(longest, bytes.count), to: 0, by: -1) {
      if let key = keys[Array(bytes.prefix(length))] { return (key, length) }
    }
    return nil
  }

  /// Whether the bytes are the beginning of a key that has not come whole.
  func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count < longest && beginnings.contains(Array(bytes))
  }
}

extension KeySequences {
  /// The keys of the terminal that is open.
  ///
  /// - Parameter eraseCharacter: what the shell's settings call "erase"; -1 for none.
  /// - Returns: what terminfo and the settings tell.
  static func ofOpenTerminal(eraseCharacter: Int32) -> KeySequences {
    var sequences = KeySequences()
    for (name, key) in capabilities {
      guard let value = stringCapability(name), value.first == 0x1B else { continue }
      sequences.add(key, value)
    }
    if let erase = UInt8(exactly: eraseCharacter), erase != 0 {
      sequences.add(.named(.backspace), [erase])
    }
    return sequences
  }

  /// Names in terminfo and what they stand for here.
  private static let capabilities: [(String, KeyPress)] =
    [
      ("kcuu1", .named(.up)), ("kcud1", .named(.down)), ("kcub1", .named(.left)),
      ("kcuf1", .named(.right)), ("khome", .named(.home)), ("kend", .named(.end)),
      ("kpp", .named(.pageUp)), ("knp", .named(.pageDown)), ("kich1", .named(.insert)),
      ("kdch1", .named(.delete)), ("kent", .named(.enter)),
      ("kcbt", KeyPress(.named(.tab), .shift)), ("kri", KeyPress(.named(.up), .shift)),
      ("kind", KeyPress(.named(.down), .shift)), ("kLFT", KeyPress(.named(.left), .shift)),
      ("kRIT", KeyPress(.named(.right), .shift)), ("kHOM", KeyPress(.named(.home), .shift)),
      ("kEND", KeyPress(.named(.end), .shift)), ("kPRV", KeyPress(.named(.pageUp), .shift)),
      ("kNXT", KeyPress(.named(.pageDown), .shift)),
    ] + (1...12).map { ("kf\($0)", KeyPress(.function($0))) }
}

/// A string of the open terminal's entry without its padding (`$<5>`), as bytes.
func stringCapability(_ name: String) -> [UInt8]? {
  guard let text = unsafe curses_string_capability(name) else { return nil }
  let bytes = Array(unsafe String(cString: text).utf8)
  guard bytes.contains(UInt8(ascii: "$")) else { return bytes }
  var kept: [UInt8] = []
  var rest = bytes[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
      let close = rest.firstIndex(of: UInt8(ascii: ">"))
    {
      rest = rest[(close + 1)...]
    } else {
      kept.append(byte)
    }
  }
  return kept
}
