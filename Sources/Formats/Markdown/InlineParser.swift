// Markdown's running text, after the algorithm of the CommonMark specification: a scan to tokens
// with a stack of brackets and a list of emphasis delimiters. Linear: every look-ahead is bounded
// or remembers that it failed.

/// Turns a paragraph's bytes into tokens.
struct InlineParser {
  let bytes: [UInt8]
  let references: [String: LinkTarget]
  /// The pieces, in order.
  var tokens: [InlineToken] = []
  var delimiters: [EmphasisDelimiter] = []
  /// The last delimiter in play; -1 for none.
  var lastDelimiter = -1
  var brackets: [OpenBracket] = []
  /// Brackets below this height of the stack can no longer become links.
  private var linksOffBelow = 0
  private var index = 0
  private var textStart = 0
  /// The last place of a run of backticks by its length, once looked up.
  private var lastBackticks: [Int: Int]?

  /// Reads a paragraph's lines, joined by line feeds.
  init(_ bytes: [UInt8], references: [String: LinkTarget]) {
    self.bytes = bytes
    self.references = references
    while index < bytes.count {
      if Self.isSpecial[Int(bytes[index])] {
        readSpecial()
      } else {
        index += 1
      }
    }
    closeText(at: bytes.count)
    pairEmphasis(above: -1)
  }

  /// Bytes that may begin markup.
  private static let isSpecial: [Bool] = {
    var table = Array(repeating: false, count: 256)
    for byte in "\\`*_[]!<&\n:".utf8 { table[Int(byte)] = true }
    return table
  }()

  private mutating func readSpecial() {
    switch bytes[index] {
    case 0x5C: readEscape()
    case 0x60: readCode()
    case 0x2A, 0x5F: readDelimiter()
    case 0x5B: openBracket(isImage: false)
    case 0x21:
      if byte(after: 1) == 0x5B { openBracket(isImage: true) } else { index += 1 }
    case 0x5D: closeBracket()
    case 0x3C: readAngle()
    case 0x26: readEntity()
    case 0x0A: readLineEnd()
    default: readBareAddress()
    }
  }

  private func byte(after offset: Int) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  private mutating func closeText(at end: Int) {
    if end > textStart { tokens.append(InlineToken(words: .source(textStart..<end))) }
  }

  /// Ends the words so far and appends a token that takes so many bytes.
  private mutating func append(_ words: InlineToken.Words, width: Int) {
    closeText(at: index)
    tokens.append(InlineToken(words: words))
    index += width
    textStart = index
  }

  private mutating func readEscape() {
    let next = byte(after: 1)
    if next == 0x0A {
      append(.hardBreak, width: 2)
    } else if isPunctuation(next) {
      append(.source((index + 1)..<(index + 2)), width: 2)
    } else {
      index += 1
    }
  }

  private mutating func readLineEnd() {
    var end = index
    while end > textStart, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    let isHard = index - end >= 2 && bytes[index - 1] == 0x20
    let width = index + 1 - end
    index = end
    append(isHard ? .hardBreak : .softBreak, width: width)
  }

  private mutating func readEntity() {
    guard let entity = entity(at: index, in: bytes) else {
      index += 1
      return
    }
    append(.decoded(entity.words), width: entity.width)
  }

  private mutating func readCode() {
    var length = 0
    while byte(after: length) == 0x60 { length += 1 }
    let places = lastBackticks ?? Self.lastBackticks(in: bytes)
    lastBackticks = places
    let start = index + length
    guard let last = places[length], last >= start, let close = codeEnd(length, from: start) else {
      index += length
      return
    }
    append(.code(codeWords(start..<close)), width: close + length - index)
  }

  private static func lastBackticks(in bytes: [UInt8]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == 0x60 {
        start = start ?? index
      } else if let run = start {
        places[index - run] = run
        start = nil
      }
    }
    if let start { places[bytes.count - start] = start }
    return places
  }

  private func codeEnd(_ length: Int, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      guard bytes[at] == 0x60 else {
        at += 1
        continue
      }
      let run = at
      while at < bytes.count, bytes[at] == 0x60 { at += 1 }
      if at - run == length { return run }
    }
    return nil
  }

  /// One space inside each end belongs to the markup, if there is more than spaces.
  private func codeWords(_ range: Range<Int>) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
    guard range.count > 2, isSpace(bytes[range.lowerBound]), isSpace(bytes[range.upperBound - 1]),
      !bytes[range].allSatisfy(isSpace)
    else { return range }
    return (range.lowerBound + 1)..<(range.upperBound - 1)
  }
}

extension InlineParser {
  private mutating func readDelimiter() {
    let mark = bytes[index]
    var length = 1
    while byte(after: length) == mark { length += 1 }
    let before = flank(before: index)
    let after = flank(after: index + length)
    let opens = after != .space && (after != .punctuation || before != .word)
    let closes = before != .space && (before != .punctuation || after != .word)
    let isUnderscore = mark == 0x5F
    append(.source(index..<(index + length)), width: length)
    let delimiter = EmphasisDelimiter(
      token: tokens.count - 1, mark: mark, count: length, length: length,
      canOpen: isUnderscore ? opens && (!closes || before == .punctuation) : opens,
      canClose: isUnderscore ? closes && (!opens || after == .punctuation) : closes,
      previous: lastDelimiter)
    guard delimiter.canOpen || delimiter.canClose else { return }
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
    lastDelimiter = delimiters.count
    delimiters.append(delimiter)
  }

  private enum Flank { case space, punctuation, word }

  private func flank(after index: Int) -> Flank {
    index < bytes.count ? flank(at: index) : .space
  }

  private func flank(before index: Int) -> Flank {
    guard index > 0 else { return .space }
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return flank(at: start)
  }

  private func flank(at index: Int) -> Flank {
    if whiteSpaceWidth(in: bytes, at: index) > 0 { return .space }
    if bytes[index] < 0x80 { return isPunctuation(bytes[index]) ? .punctuation : .word }
    guard index + 2 < bytes.count else { return .word }
    // General punctuation and the marks of Latin-1.
    let isGeneral = bytes[index] == 0xE2 && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)
    return isGeneral || bytes[index] == 0xC2 ? .punctuation : .word
  }

  /// "<https://…>", "<name@host>" or a tag, which is markup and dropped but for line breaks.
  private mutating func readAngle() {
    if let close = autolinkEnd() {
      let inner = (index + 1)..<close
      let words = String(decoding: bytes[inner], as: UTF8.self)
      let isMail = !words.contains(":")
      append(
        .link(inner, destination: isMail ? "mailto:" + words : words),
        width: close + 1 - index)
    } else if let width = htmlTagWidth(bytes, at: index, end: bytes.count) {
      let name = bytes[(index + 1)..<(index + width)].prefix(3).map { $0 | 0x20 }
      let isBreak = name.starts(with: "br".utf8) && !(name.count > 2 && name[2] &- 0x61 < 26)
      append(isBreak ? .hardBreak : .nothing, width: width)
    } else {
      index += 1
    }
  }

  private func autolinkEnd() -> Int? {
    var at = index + 1
    var holdsMark = false
    while at < bytes.count, at - index < 2000, bytes[at] != 0x3E {
      if bytes[at] <= 0x20 || bytes[at] == 0x3C || bytes[at] == 0x22 { return nil }
      if bytes[at] == 0x3A || bytes[at] == 0x40 { holdsMark = at > index + 1 }
      at += 1
    }
    let isEnd = at < bytes.count && bytes[at] == 0x3E && bytes[index + 1] != 0x2F
    return isEnd && holdsMark && at - index > 3 ? at : nil
  }

  /// An address without marks around it, told by its "://".
  private mutating func readBareAddress() {
    guard byte(after: 1) == 0x2F, byte(after: 2) == 0x2F, let start = schemeStart() else {
      index += 1
      return
    }
    var end = index + 3
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x3C, bytes[end] != 0x5D { end += 1 }
    end = withoutTrailingMarks(start..<end)
    guard end > index + 3 else {
      index += 1
      return
    }
    let destination = String(decoding: bytes[start..<end], as: UTF8.self)
    index = start
    append(.link(start..<end, destination: destination), width: end - start)
  }

  private func schemeStart() -> Int? {
    for scheme in ["https", "http"] {
      let start = index - scheme.utf8.count
      guard start >= textStart, bytes[start..<index].elementsEqual(scheme.utf8) else { continue }
      return flank(before: start) == .word ? nil : start
    }
    return nil
  }

  private func withoutTrailingMarks(_ range: Range<Int>) -> Int {
    let opened = bytes[range].count { $0 == 0x28 }
    var closed = bytes[range].count { $0 == 0x29 }
    var end = range.upperBound
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case 0x21, 0x22, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F, 0x7E: end -= 1
      case 0x29 where closed > opened:
        closed -= 1
        end -= 1
      default: return end
      }
    }
    return end
  }
}

extension InlineParser {
  private mutating func openBracket(isImage: Bool) {
    let width = isImage ? 2 : 1
    append(.source(index..<(index + width)), width: width)
    linksOffBelow = min(linksOffBelow, brackets.count)
    brackets.append(
      OpenBracket(
        token: tokens.count - 1, isImage: isImage, delimiterBottom: lastDelimiter, start: index))
  }

  private mutating func closeBracket() {
    guard let bracket = brackets.popLast() else {
      index += 1
      return
    }
    let isActive = bracket.isImage || brackets.count >= linksOffBelow
    guard isActive, let (target, end) = target(of: bracket) else {
      index += 1
      return
    }
    closeText(at: index)
    pairEmphasis(above: bracket.delimiterBottom)
    let mark = bracket.isImage ? InlineMark.image(target) : InlineMark.link(target)
    tokens[bracket.token].words = .nothing
    tokens[bracket.token].opens = [mark]
    tokens.append(InlineToken(words: .nothing, closes: [mark]))
    index = end
    textStart = end
    // Links do not nest.
    if !bracket.isImage { linksOffBelow = brackets.count }
  }

  /// Where a closing bracket leads, and the byte after the link.
  private func target(of bracket: OpenBracket) -> (LinkTarget, Int)? {
    var scanner = LinkScanner(bytes: bytes, index: index + 1)
    if let target = scanner.inlineTarget() { return (target, scanner.index) }
    guard !references.isEmpty else { return nil }
    scanner.index = index + 1
    if let name = scanner.label() {
      return references[name].map { ($0, scanner.index) }
    }
    guard index - bracket.start <= 999 else { return nil }
    let name = evenedLabel(bracket.start..<index, in: bytes)
    let isCollapsed = byte(after: 1) == 0x5B && byte(after: 2) == 0x5D
    return references[name].map { ($0, index + (isCollapsed ? 3 : 1)) }
  }
}
