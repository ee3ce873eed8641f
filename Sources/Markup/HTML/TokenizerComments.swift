/// Comments, the things that count as comments, and doctypes.
extension HTMLTokenizer {
  /// Reads a comment that begins with "<!--" at the position.
  mutating func comment() -> Token {
    let start = position
    let textStart = start + 4
    if source[textStart] == .greater { return comment(from: start, empty: textStart + 1) }
    if source[textStart] == .dash, source[textStart + 1] == .greater {
      return comment(from: start, empty: textStart + 2)
    }
    var offset = textStart
    while offset < end {
      offset = source.firstOffset(of: .dash, in: offset..<end)
      if source[offset] == .dash, source[offset + 1] == .dash {
        if source[offset + 2] == .greater {
          return comment(from: start, text: textStart..<offset, next: offset + 3)
        }
        if source[offset + 2] == .exclamation, source[offset + 3] == .greater {
          return comment(from: start, text: textStart..<offset, next: offset + 4)
        }
      }
      offset += 1
    }
    return comment(from: start, text: textStart..<endOfOpenComment(from: textStart), next: end)
  }

  /// A comment up to the next ">", for what looks like markup but is none.
  mutating func bogusComment(from start: Int, textStart: Int) -> Token {
    let offset = source.firstOffset(of: .greater, in: textStart..<end)
    return comment(from: start, text: textStart..<offset, next: min(offset + 1, end))
  }

  /// The end of the text of a comment that the source ends in: a started closing mark is dropped.
  private func endOfOpenComment(from start: Int) -> Int {
    let text = source[start..<end]
    if text.suffix(3).elementsEqual("--!".utf8) { return end - 3 }
    if text.suffix(2).elementsEqual("--".utf8) { return end - 2 }
    return text.last == .dash ? end - 1 : end
  }

  private mutating func comment(from start: Int, empty next: Int) -> Token {
    comment(from: start, text: next..<next, next: next)
  }

  private mutating func comment(from start: Int, text: Range<Int>, next: Int) -> Token {
    position = next
    return Token(kind: .comment, text: replacingNull(text), source: start..<next)
  }

  private mutating func replacingNull(_ range: Range<Int>) -> Range<Int> {
    guard source[range].contains(0) else { return range }
    let start = tail.end
    for offset in range {
      if source[offset] == 0 {
        tail.append(scalar: 0xFFFD)
      } else {
        tail.bytes.append(source[offset])
      }
    }
    return start..<tail.end
  }
}

extension HTMLTokenizer {
  /// Reads a doctype that begins with "<!doctype" at the position.
  mutating func doctypeToken() -> Token {
    let start = position
    doctype = DoctypeDetails()
    position = source.skippingSpace(from: start + 9)
    let name = doctypeName()
    if position == end || source[position] == .greater {
      doctype.forcesQuirks = doctype.forcesQuirks || position == end
    } else {
      readIdentifiers()
    }
    skipToGreater()
    return Token(kind: .doctype, name: name, source: start..<position)
  }

  private mutating func doctypeName() -> Name {
    let start = position
    while position < end, source[position] != .greater, !source[position].isMarkupSpace {
      position += 1
    }
    guard position > start else {
      doctype.forcesQuirks = true
      return .empty
    }
    scratch.removeAll(keepingCapacity: true)
    for offset in start..<position {
      let byte = source[offset]
      if byte == 0 {
        scratch.append(contentsOf: UTF8.encodedReplacementCharacter)
      } else {
        scratch.append(byte.lowercased)
      }
    }
    position = source.skippingSpace(from: position)
    return names.intern(scratch)
  }

  private mutating func readIdentifiers() {
    if source.matches("public", at: position) {
      position += 6
      guard let publicID = identifier() else { return }
      doctype.publicID = publicID.range
      guard publicID.isClosed else { return }
      position = source.skippingSpace(from: position)
      if isAtQuote { doctype.systemID = identifierAfterPublic() } else { endWithoutSystem() }
    } else if source.matches("system", at: position) {
      position += 6
      guard let systemID = identifier() else { return }
      doctype.systemID = systemID.range
      noteEndAfterSystem()
    } else {
      doctype.forcesQuirks = true
    }
  }

  private mutating func identifierAfterPublic() -> Range<Int>? {
    let systemID = identifier()?.range
    noteEndAfterSystem()
    return systemID
  }

  /// After a system identifier anything else is dropped; only the end of the source counts.
  private mutating func noteEndAfterSystem() {
    if source.skippingSpace(from: position) == end { doctype.forcesQuirks = true }
  }

  private mutating func endWithoutSystem() {
    if source[position] != .greater { doctype.forcesQuirks = true }
  }

  private var isAtQuote: Bool {
    source[position] == .doubleQuote || source[position] == .singleQuote
  }

  /// A quoted identifier after white space; nil where none begins.
  private mutating func identifier() -> (range: Range<Int>, isClosed: Bool)? {
    position = source.skippingSpace(from: position)
    guard isAtQuote else {
      doctype.forcesQuirks = true
      return nil
    }
    let quote = source[position]
    let start = position + 1
    position = start
    while position < end, source[position] != quote, source[position] != .greater {
      position += 1
    }
    let range = replacingNull(start..<position)
    let isClosed = position < end && source[position] == quote
    if isClosed { position += 1 } else { doctype.forcesQuirks = true }
    return (range, isClosed)
  }

  private mutating func skipToGreater() {
    while position < end, source[position] != .greater { position += 1 }
    position = min(position + 1, end)
  }
}
