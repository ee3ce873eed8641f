/// The tokenizer of the WHATWG standard over a source that is complete in memory.
///
/// The states that only last within one token are places in straight code here; those that last
/// longer are a `TextMode`. Parse errors are repaired and not reported. The source ends with a
/// zero byte that is not part of it, so that looking at the next byte needs no test for the end.
struct HTMLTokenizer {
  var source: [UInt8]
  /// The offset of the closing zero byte.
  let end: Int
  private var less = NextByte(.less)
  private var ampersand = NextByte(.ampersand)
  private var null = NextByte(0)
  var tail: TextTail
  var names = NameTable.known
  var position = 0
  var mode = TextMode.data {
    didSet { modeEnd = -1 }
  }
  /// The start tag whose end tag closes raw text.
  var lastStartTag = Name.empty
  /// Whether `<![CDATA[` opens a section, as it does inside SVG and MathML.
  var allowsCDATA = false
  let attributeLimit: Int

  /// The attributes of the tag that was read last.
  var attributes: [AttributeRecord] = []
  /// What the doctype that was read last says.
  var doctype = DoctypeDetails()
  /// Where a tag first had more attributes than the limit.
  var firstExcessAttribute: Int?

  /// Where the raw text being read ends, or -1 if that is not known yet.
  var modeEnd = -1
  var scratch: [UInt8] = []

  /// Makes a tokenizer for UTF-8 without carriage returns, followed by one zero byte.
  init(_ text: [UInt8], attributeLimit: Int) {
    source = text
    end = text.count - 1
    tail = TextTail(base: text.count - 1)
    self.attributeLimit = attributeLimit
  }

  /// The next token; `.endOfFile` again and again at the end.
  mutating func next() -> Token {
    while true {
      let token =
        switch mode {
        case .data: nextInData()
        case .rcdata, .rawtext, .scriptData: nextInRawText()
        case .plaintext: nextPiece(until: end, replacingNull: true)
        case .cdata: nextInCDATA()
        }
      if let token { return token }
    }
  }

  var endOfFile: Token {
    Token(kind: .endOfFile, source: end..<end)
  }
}

// Each function gives nil where it has read something that makes no token.
extension HTMLTokenizer {
  private mutating func nextInData() -> Token? {
    let start = position
    switch source[start] {
    case .less:
      return markup()
    case .ampersand:
      return reference()
    case 0:
      guard start < end else { return endOfFile }
      position += 1
      return Token(kind: .null, text: start..<position, source: start..<position)
    default:
      position = endOfPlainText(from: start)
      return Token(kind: .text, text: start..<position, source: start..<position)
    }
  }

  /// The first "<", "&" or zero byte from `start`.
  private mutating func endOfPlainText(from start: Int) -> Int {
    min(
      less.offset(from: start, in: source, before: end),
      endOfVerbatimText(from: start, before: end, stopsAtReference: true))
  }

  /// The first zero byte and, if asked for, the first "&" from `start`.
  mutating func endOfVerbatimText(from start: Int, before limit: Int, stopsAtReference: Bool)
    -> Int
  {
    var stop = min(limit, null.offset(from: start, in: source, before: end))
    if stopsAtReference {
      stop = min(stop, ampersand.offset(from: start, in: source, before: end))
    }
    return stop
  }

  private mutating func markup() -> Token? {
    let start = position
    let next = source[start + 1]
    if next.isLetter { return tag(nameStart: start + 1, kind: .startTag) }
    switch next {
    case .slash: return endTagOrComment()
    case .exclamation: return declaration()
    case .question: return bogusComment(from: start, textStart: start + 1)
    default:
      position = start + 1
      return Token(kind: .text, text: start..<position, source: start..<position)
    }
  }

  private mutating func endTagOrComment() -> Token? {
    let start = position
    let next = source[start + 2]
    if next.isLetter { return tag(nameStart: start + 2, kind: .endTag) }
    if next == .greater {
      position = start + 3
      return nil
    }
    if start + 2 == end {
      position = end
      return Token(kind: .text, text: start..<end, source: start..<end)
    }
    return bogusComment(from: start, textStart: start + 2)
  }

  private mutating func declaration() -> Token? {
    let start = position
    if source[start + 2] == .dash, source[start + 3] == .dash { return comment() }
    if source.matches("doctype", at: start + 2) { return doctypeToken() }
    if allowsCDATA, isCDATAOpening(at: start) {
      mode = .cdata
      position = start + 9
      return nil
    }
    return bogusComment(from: start, textStart: start + 2)
  }

  private func isCDATAOpening(at offset: Int) -> Bool {
    offset + 9 <= end && source[offset..<offset + 9].elementsEqual("<![CDATA[".utf8)
  }

  /// A reference as text; an "&" that begins none stands for itself.
  mutating func reference() -> Token {
    let start = position
    guard let found = CharacterReference(in: source, at: start, isInAttribute: false) else {
      position = start + 1
      return Token(kind: .text, text: start..<position, source: start..<position)
    }
    position = start + found.length
    let tailStart = tail.end
    tail.append(found)
    return Token(kind: .text, text: tailStart..<tail.end, source: start..<position)
  }
}

/// Where a byte comes next. Remembered, because text that stops at many of one kind would else be
/// searched again and again for another.
private struct NextByte {
  private let byte: UInt8
  private var known = -1

  init(_ byte: UInt8) { self.byte = byte }

  mutating func offset(from start: Int, in source: [UInt8], before end: Int) -> Int {
    if known < start { known = source.firstOffset(of: byte, in: start..<end) }
    return known
  }
}

extension TextTail {
  mutating func append(_ reference: CharacterReference) {
    append(scalar: reference.scalars.0)
    if reference.scalars.1 != 0 { append(scalar: reference.scalars.1) }
  }
}
