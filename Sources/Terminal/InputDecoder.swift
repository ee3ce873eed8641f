// Bytes from the terminal to keys and pastes.
//
// ncurses can decode keys itself, one byte a read, but it drops a character whose bytes come in two
// pieces, hands out the letters of sequences that it does not know as if they were typed, and
// blocks while it waits for the rest of an Escape. Here the rest is waited for in the one `poll`.

import Screen

/// A machine fed with bytes that yields events. What is incomplete waits for more or for `flush()`.
struct InputDecoder {
  /// How many bytes of a paste are kept. The rest is dropped, so that no paste fills the memory.
  static let pasteLimit = 1_000_000
  /// How long a sequence may be before it is given up.
  private static let sequenceLimit = 4096

  private let sequences: KeySequences
  private let suspendByte: UInt8?
  private var pending: ArraySlice<UInt8> = []
  private var paste: [UInt8]?
  /// What the terminal has said of its private modes: state by number, see `ControlSequence`.
  private(set) var modes: [Int: Int] = [:]

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - sequences: the keys of the terminal.
  ///   - suspendByte: the character that asks for suspension instead of being a key.
  init(sequences: KeySequences, suspendByte: UInt8?) {
    self.sequences = sequences
    self.suspendByte = suspendByte
  }

  /// How long the rest of what has begun may take before `flush()` should be called; nil when
  /// nothing has begun. Only for a key that may be Escape does anybody wait.
  func patience(escapeDelay: Duration) -> Duration? {
    if paste != nil { return .seconds(5) }
    guard let first = pending.first else { return nil }
    return first == 0x1B && pending.count <= 2 ? escapeDelay : .seconds(1)
  }

  /// Takes bytes and tells what they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    pending.append(contentsOf: bytes)
    return decode(isFinal: false)
  }

  /// Nothing more came for a while: an Escape was an Escape, half a sequence was nothing, and a
  /// paste without end has ended.
  mutating func flush() -> [TerminalEvent] {
    guard paste == nil else {
      paste?.append(contentsOf: pending.prefix(Self.pasteLimit))
      pending = []
      return finishPaste()
    }
    let events = decode(isFinal: true)
    pending = []
    return events
  }

  private mutating func decode(isFinal: Bool) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while !pending.isEmpty {
      if paste != nil {
        guard collectPaste() else { break }
        events += finishPaste()
        continue
      }
      guard let step = step(pending, isFinal: isFinal) else { break }
      pending = pending.dropFirst(step.length)
      switch step.meaning {
      case .key(let key): events.append(.key(key))
      case .pasteBegins: paste = []
      case .suspend: events.append(.suspendRequested)
      case .mode(let number, let state): modes[number] = state
      case .nothing: break
      }
    }
    // A slice that is eaten from the front keeps its whole storage; this lets go of it.
    pending = pending.isEmpty ? [] : ArraySlice(Array(pending))
    return events
  }
}

// MARK: - Pastes

extension InputDecoder {
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Moves bytes into the paste; true when its end was found.
  private mutating func collectPaste() -> Bool {
    while let escape = pending.firstIndex(of: 0x1B) {
      keep(pending[..<escape])
      pending = pending[escape...]
      if pending.starts(with: Self.pasteEnd) {
        pending = pending.dropFirst(Self.pasteEnd.count)
        return true
      }
      if Self.pasteEnd.starts(with: pending) { return false }
      keep(pending.prefix(1))
      pending = pending.dropFirst()
    }
    keep(pending)
    pending = []
    return false
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = Self.pasteLimit - (paste?.count ?? 0)
    paste?.append(contentsOf: bytes.prefix(max(0, room)))
  }

  /// Terminals send line breaks as CR; CR LF is one, too.
  private mutating func finishPaste() -> [TerminalEvent] {
    var lines: [UInt8] = []
    var previous: UInt8 = 0
    for byte in paste ?? [] {
      if byte != 0x0A || previous != 0x0D { lines.append(byte == 0x0D ? 0x0A : byte) }
      previous = byte
    }
    paste = nil
    return lines.isEmpty ? [] : [.paste(String(decoding: lines, as: UTF8.self))]
  }
}

// MARK: - Keys

extension InputDecoder {
  private enum Meaning {
    case key(KeyPress)
    case pasteBegins
    case suspend
    case mode(Int, state: Int)
    case nothing
  }

  /// What the first bytes are, and how many they are.
  private struct Step {
    var length: Int
    var meaning: Meaning

    init(_ length: Int, _ meaning: Meaning) {
      self.length = length
      self.meaning = meaning
    }
  }

  /// Reads one key from the start of the bytes; nil when more bytes are needed.
  private func step(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
    guard let first = bytes.first else { return nil }
    if first == suspendByte { return Step(1, .suspend) }
    if let (key, length) = sequences.match(bytes) { return Step(length, .key(key)) }
    if !isFinal, sequences.isBeginning(bytes) { return nil }
    if first == 0x1B { return escape(bytes, isFinal: isFinal) }
    return character(bytes, isFinal: isFinal)
  }

  private func escape(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
    let rest = bytes.dropFirst()
    guard let second = rest.first else {
      return isFinal ? Step(1, .key(.named(.escape))) : nil
    }
    switch second {
    case UInt8(ascii: "[") where rest.count > 1 || !isFinal:
      return controlSequence(bytes, isFinal: isFinal)
    case UInt8(ascii: "O") where rest.count > 1 || !isFinal:
      guard let letter = rest.dropFirst().first else { return nil }
      return Step(3, ControlSequence.key(onPad: letter).map { .key(KeyPress($0)) } ?? .nothing)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      if rest.count > 1 || !isFinal { return controlString(bytes, isFinal: isFinal) }
    default: break
    }
    return withAlt(rest, isFinal: isFinal)
  }

  /// A key after an Escape was pressed with Alt.
  private func withAlt(_ rest: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
    // Two Escapes are the key twice, unless a sequence follows: Alt with an arrow, in rxvt.
    if rest.first == 0x1B, rest.count == 1 {
      return isFinal ? Step(1, .key(.named(.escape))) : nil
    }
    let inner = rest.first == 0x1B ? escape(rest, isFinal: isFinal) : step(rest, isFinal: isFinal)
    guard var step = inner else { return nil }
    step.length += 1
    if case .key(var key) = step.meaning {
      key.modifiers.insert(.alt)
      step.meaning = .key(key)
    }
    return step
  }

  /// `ESC [`, parameters from 0x30 to 0x3F, intermediates from 0x20 to 0x2F, a final byte.
  private func controlSequence(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
    let body = bytes.dropFirst(2)
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      let isTooLong = bytes.count > Self.sequenceLimit
      return isFinal || isTooLong ? Step(bytes.count, .nothing) : nil
    }
    let length = end - bytes.startIndex + 1
    // A control character breaks the sequence off and is read for itself.
    guard (0x40...0x7E).contains(bytes[end]) else { return Step(length - 1, .nothing) }
    switch ControlSequence(parameters: body[..<end], final: bytes[end]) {
    case .key(let key): return Step(length, .key(key))
    case .pasteBegins: return Step(length, .pasteBegins)
    case .modeReport(let mode, let state): return Step(length, .mode(mode, state: state))
    case .ignored: return Step(length, .nothing)
    }
  }

  /// An answer of the terminal as a string: until BEL or `ESC \`.
  private func controlString(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
    let body = bytes.dropFirst(2)
    if let end = body.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) {
      let isLong = bytes[end] == 0x1B && bytes[(end + 1)...].first == UInt8(ascii: "\\")
      if bytes[end] == 0x1B, end + 1 == bytes.endIndex, !isFinal { return nil }
      // An Escape that ends nothing breaks the string off and is read for itself.
      let length = end - bytes.startIndex
      return Step(bytes[end] == 0x07 ? length + 1 : isLong ? length + 2 : length, .nothing)
    }
    let isTooLong = bytes.count > Self.sequenceLimit
    return isFinal || isTooLong ? Step(bytes.count, .nothing) : nil
  }

  private func character(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> Step? {
    let first = bytes[bytes.startIndex]
    if first < 0x80 { return Step(1, .key(Self.asciiKey(first))) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first) else { return Step(1, .nothing) }
    let following = bytes.dropFirst().prefix(length - 1)
    guard following.allSatisfy({ (0x80...0xBF).contains($0) }) else { return Step(1, .nothing) }
    if following.count < length - 1 { return isFinal ? Step(bytes.count, .nothing) : nil }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      scalar != "\u{FFFD}", !(0x80..<0xA0).contains(scalar.value)
    else { return Step(length, .nothing) }
    return Step(length, .key(.character(Character(scalar))))
  }

  private static func asciiKey(_ byte: UInt8) -> KeyPress {
    switch byte {
    case 0x00: .control(" ")
    case 0x09: .named(.tab)
    case 0x0A, 0x0D: .named(.enter)
    case 0x1B: .named(.escape)
    case 0x7F: .named(.backspace)
    case 0x01..<0x1B: .control(Character(UnicodeScalar(byte + 0x60)))
    case 0x1C..<0x20: .control(Character(UnicodeScalar(byte + 0x40)))
    default: .character(Character(UnicodeScalar(byte)))
    }
  }
}
