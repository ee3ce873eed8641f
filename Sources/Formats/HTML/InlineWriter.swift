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
    for wrapper in open {
      if let wrapper { self.open(wrapper) } else { wrappers.append(nil) }
    }
    owesSpace = false
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
      text.append(byte)
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
