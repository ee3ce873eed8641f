// Writes running text: white space is folded, invisible characters are left out, emphasis and
// links are kept as ranges. One writer writes the whole canonical text of a page.

import Articles
import Markup

/// Writes words into the canonical text and remembers how they are set.
struct InlineWriter {
  /// What sets words apart from those around them.
  enum Wrapper: Hashable {
    case emphasis
    case strong
    case code
    case link(String)

    /// The same for all wrappers of one kind.
    fileprivate var kind: Int {
      switch self {
      case .emphasis: 0
      case .strong: 1
      case .code: 2
      case .link: 3
      }
    }
  }

  /// The canonical text so far.
  private(set) var text: [UInt8] = []
  /// Where the paragraph being written begins.
  private(set) var start = 0
  /// Bytes of the paragraph that stand in links.
  private(set) var linkedBytes = 0
  private var levels: [[Inline]] = [[]]
  /// The open wrappers; nil for one that adds nothing, being inside another of its kind. So
  /// nesting never goes deeper than there are kinds.
  private var wrappers: [Wrapper?] = []
  private var openKinds = 0
  private var links = 0
  private var owesSpace = false

  /// Whether digits and signs are written raised or lowered, as far as Unicode has them so.
  var script = Script.level

  /// Where digits stand.
  enum Script { case level, raised, lowered }

  /// Whether the paragraph has no word yet.
  var isEmpty: Bool { text.count == start }

  /// Begins a paragraph apart from what was written.
  mutating func begin(after separator: StaticString = "\n\n") {
    owesSpace = false
    linkedBytes = 0
    if !text.isEmpty { separator.withUTF8Buffer { unsafe text.append(contentsOf: $0) } }
    start = text.count
  }

  /// Takes back the separator of a paragraph without words.
  mutating func retreat(to count: Int) {
    text.removeLast(text.count - count)
    start = count
  }

  mutating func open(_ wrapper: Wrapper) {
    let isNew = openKinds & (1 << wrapper.kind) == 0
    wrappers.append(isNew ? wrapper : nil)
    guard isNew else { return }
    openKinds |= 1 << wrapper.kind
    if owesSpace { paySpace() }
    levels.append([])
    if case .link = wrapper { links += 1 }
  }

  /// Closes the innermost wrapper.
  mutating func close() {
    guard let wrapper = wrappers.popLast() ?? nil, let inner = levels.popLast() else { return }
    openKinds &= ~(1 << wrapper.kind)
    if case .link = wrapper { links -= 1 }
    guard !inner.isEmpty else { return }
    switch wrapper {
    case .emphasis: levels[levels.count - 1].append(.emphasis(inner))
    case .strong: levels[levels.count - 1].append(.strong(inner))
    case .code: levels[levels.count - 1].append(.code(inner.coveredRange))
    case .link(let address):
      levels[levels.count - 1].append(.link(inner, destination: address))
    }
  }

  /// The words since `begin`; wrappers that are open stay open for the next paragraph.
  mutating func finish() -> [Inline] {
    let open = wrappers
    while !wrappers.isEmpty { close() }
    var inlines = levels[0]
    levels = [[]]
    trimEnd(&inlines)
    // What is reopened belongs to the next paragraph and must not pay a space into this one.
    owesSpace = false
    for wrapper in open {
      if let wrapper { self.open(wrapper) } else { wrappers.append(nil) }
    }
    return inlines
  }

  /// Asks for white space before the next word.
  mutating func space() { owesSpace = owesSpace || !isEmpty }

  /// Whether a space here would be one too many.
  private var isAtSpace: Bool { isEmpty || text.last == 0x0A || text.last == 0x20 }

  /// Writes the space that is owed outside of what is opened next.
  private mutating func paySpace() {
    owesSpace = false
    guard !isAtSpace else { return }
    text.append(0x20)
    append(TextRange(text.count - 1, text.count))
  }

  /// Takes back white space and line breaks that nothing followed.
  private mutating func trimEnd(_ inlines: inout [Inline]) {
    while let last = inlines.last {
      switch last {
      case .lineBreak: inlines.removeLast()
      case .text(let range) where text[range.upperBound - 1] == 0x20:
        inlines.removeLast()
        if range.count > 1 {
          inlines.append(.text(TextRange(range.lowerBound, range.upperBound - 1)))
        }
      default: return
      }
    }
  }

  /// A line break that the page asks for; whether it is the second in a row.
  mutating func lineBreak() -> Bool {
    guard !isEmpty else { return false }
    if case .lineBreak? = levels[levels.count - 1].last, text.last == 0x0A { return true }
    owesSpace = false
    text.append(0x0A)
    levels[levels.count - 1].append(.lineBreak(TextRange(text.count - 1, text.count)))
    return false
  }

  /// Writes the bytes of a text node.
  mutating func write(_ bytes: [UInt8], _ range: Range<Int>) {
    let lower = text.count
    let span = bytes.span
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = span[index]
      if byte <= 0x20 {
        owesSpace = owesSpace || !isAtSpace
        index += 1
        continue
      }
      let skipped = byte < 0xC2 ? 0 : invisibleWidth(at: index, end: range.upperBound, bytes)
      if skipped > 0 {
        index += skipped
        continue
      }
      if owesSpace, !isAtSpace { text.append(0x20) }
      owesSpace = false
      if script == .level { text.append(byte) } else { text += Self.moved(byte, script) }
      index += 1
    }
    guard text.count > lower else { return }
    if links > 0 { linkedBytes += text.count - lower }
    append(TextRange(lower, text.count))
  }

  /// Writes words as they stand, as for code.
  mutating func writeVerbatim(_ words: some Sequence<UInt8>) {
    text.append(contentsOf: words)
  }

  private mutating func append(_ range: TextRange) {
    let level = levels.count - 1
    if case .text(let last)? = levels[level].last, last.upperBound == range.lowerBound {
      levels[level][levels[level].count - 1] = .text(last.union(range))
    } else {
      levels[level].append(.text(range))
    }
  }

  /// Whether a few bytes can all be written raised or lowered.
  static func canMove(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count <= 8
      && bytes.allSatisfy {
        $0 &- 0x30 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x28 || $0 == 0x29
      }
  }

  private static func moved(_ byte: UInt8, _ script: Script) -> [UInt8] {
    let isRaised = script == .raised
    switch byte {
    case 0x31 where isRaised: return [0xC2, 0xB9]
    case 0x32 where isRaised: return [0xC2, 0xB2]
    case 0x33 where isRaised: return [0xC2, 0xB3]
    case 0x30...0x39: return [0xE2, isRaised ? 0x81 : 0x82, (isRaised ? 0xB0 : 0x80) + byte - 0x30]
    case 0x2B: return [0xE2, isRaised ? 0x81 : 0x82, isRaised ? 0xBA : 0x8A]
    case 0x2D: return [0xE2, isRaised ? 0x81 : 0x82, isRaised ? 0xBB : 0x8B]
    case 0x28: return [0xE2, isRaised ? 0x81 : 0x82, isRaised ? 0xBD : 0x8D]
    case 0x29: return [0xE2, isRaised ? 0x81 : 0x82, isRaised ? 0xBE : 0x8E]
    default: return [byte]
    }
  }

  /// Writes a mark of one's own, as the brackets around a reading.
  mutating func writeMark(_ mark: StaticString) {
    let words = mark.withUTF8Buffer { unsafe Array($0) }
    write(words, 0..<words.count)
  }

  /// The width of a soft hyphen, a zero-width space or a byte order mark.
  private func invisibleWidth(at index: Int, end: Int, _ bytes: [UInt8]) -> Int {
    if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xAD { return 2 }
    guard index + 2 < end else { return 0 }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }
}
