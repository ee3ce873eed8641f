/// Tags and their attributes.
extension HTMLTokenizer {
  /// Reads a tag whose name begins at `nameStart`. A tag that the source ends in is dropped, as
  /// the standard wants.
  mutating func tag(nameStart: Int, kind: TokenKind) -> Token {
    let start = position
    let name = tagName(from: nameStart)
    attributes.removeAll(keepingCapacity: true)
    guard let isSelfClosing = readAttributes() else {
      position = end
      return endOfFile
    }
    if kind == .startTag { lastStartTag = name }
    return Token(
      kind: kind, tag: names.tag(of: name), name: name, isSelfClosing: isSelfClosing,
      source: start..<position)
  }

  private mutating func tagName(from start: Int) -> Name {
    var offset = start
    var isPlain = true
    while true {
      let byte = source[offset]
      if byte.isMarkupSpace || byte == .slash || byte == .greater { break }
      if byte == 0 {
        if offset == end { break }
        isPlain = false
      }
      if byte.isCapital { isPlain = false }
      offset += 1
    }
    position = offset
    return name(start..<offset, isPlain: isPlain)
  }

  private mutating func name(_ range: Range<Int>, isPlain: Bool) -> Name {
    if isPlain { return names.intern(source, range) }
    scratch.removeAll(keepingCapacity: true)
    for offset in range {
      let byte = source[offset]
      if byte == 0 {
        scratch.append(contentsOf: UTF8.encodedReplacementCharacter)
      } else {
        scratch.append(byte.lowercased)
      }
    }
    return names.intern(scratch)
  }

  /// Reads up to the tag's end. Gives whether it closes itself, or nil where the source ends.
  private mutating func readAttributes() -> Bool? {
    while true {
      switch source[position] {
      case .greater:
        position += 1
        return false
      case .slash:
        position += 1
        if source[position] == .greater {
          position += 1
          return true
        }
      case 0 where position == end:
        return nil
      case let byte where byte.isMarkupSpace:
        position += 1
      default:
        readAttribute()
      }
    }
  }

  private mutating func readAttribute() {
    let start = position
    let name = attributeName()
    var offset = source.skippingSpace(from: position)
    var value = offset..<offset
    if source[offset] == .equals {
      offset = source.skippingSpace(from: offset + 1)
      position = offset
      value = attributeValue()
    } else {
      position = offset
    }
    keep(
      AttributeRecord(name: name, start: UInt32(value.lowerBound), end: UInt32(value.upperBound)),
      at: start)
  }

  private mutating func keep(_ attribute: AttributeRecord, at offset: Int) {
    guard attributes.count < attributeLimit else {
      if firstExcessAttribute == nil { firstExcessAttribute = offset }
      return
    }
    for known in attributes where known.name == attribute.name { return }
    attributes.append(attribute)
  }

  private mutating func attributeName() -> Name {
    let start = position
    // An equals sign at the very start belongs to the name.
    var offset = source[start] == .equals ? start + 1 : start
    var isPlain = true
    while true {
      let byte = source[offset]
      if byte <= .greater,
        byte.isMarkupSpace || byte == .slash || byte == .greater || byte == .equals
      {
        break
      }
      if byte == 0 {
        if offset == end { break }
        isPlain = false
      }
      if byte.isCapital { isPlain = false }
      offset += 1
    }
    position = offset
    return name(start..<offset, isPlain: isPlain)
  }
}

extension HTMLTokenizer {
  /// Reads the value at the position; at a ">" there is none.
  private mutating func attributeValue() -> Range<Int> {
    let start = position
    switch source[start] {
    case .doubleQuote, .singleQuote:
      let close = endOfValue(from: start + 1, closedBy: source[start])
      let value = decodedValue(start + 1..<close)
      position = min(close + 1, end)
      return value
    case .greater:
      return start..<start
    default:
      position = endOfUnquotedValue(from: start)
      return decodedValue(start..<position)
    }
  }

  private func endOfValue(from start: Int, closedBy quote: UInt8) -> Int {
    source.firstOffset(of: quote, in: min(start, end)..<end)
  }

  private func endOfUnquotedValue(from start: Int) -> Int {
    var offset = start
    while offset < end, !source[offset].isMarkupSpace, source[offset] != .greater { offset += 1 }
    return offset
  }

  /// The value as it is meant: the bytes of the source where nothing needs decoding.
  private mutating func decodedValue(_ range: Range<Int>) -> Range<Int> {
    guard let first = firstSpecial(in: range) else { return range }
    let tailStart = tail.end
    tail.append(piece: range.lowerBound..<first, of: source)
    var offset = first
    while offset < range.upperBound {
      let byte = source[offset]
      if byte == .ampersand,
        let found = CharacterReference(in: source, at: offset, isInAttribute: true)
      {
        tail.append(found)
        offset += found.length
        continue
      }
      if byte == 0 {
        tail.append(scalar: 0xFFFD)
      } else {
        tail.bytes.append(byte)
      }
      offset += 1
    }
    return tailStart..<tail.end
  }

  private mutating func firstSpecial(in range: Range<Int>) -> Int? {
    let first = endOfVerbatimText(
      from: range.lowerBound, before: range.upperBound, stopsAtReference: true)
    return first < range.upperBound ? first : nil
  }
}
