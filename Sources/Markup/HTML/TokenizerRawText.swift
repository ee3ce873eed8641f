/// Text in which tags mean nothing until the right end tag: titles, styles, scripts, CDATA.
///
/// The end is looked for once; the pieces up to it are then handed out, cut where a zero byte or
/// a reference needs replacing.
extension HTMLTokenizer {
  mutating func nextInRawText() -> Token {
    if modeEnd < 0 {
      modeEnd = mode == .scriptData ? endOfScript(from: position) : endOfRawText(from: position)
    }
    if position < modeEnd {
      if mode == .rcdata, source[position] == .ampersand { return reference() }
      return nextPiece(until: modeEnd, replacingNull: true)
    }
    guard position < end else { return endOfFile }
    mode = .data
    return tag(nameStart: position + 2, kind: .endTag)
  }

  mutating func nextInCDATA() -> Token? {
    if modeEnd < 0 { modeEnd = endOfCDATA(from: position) }
    if position < modeEnd { return nextPiece(until: modeEnd, replacingNull: false) }
    position = min(end, position + 3)
    mode = .data
    return nil
  }

  /// The next run of text that needs no replacing, or one zero byte.
  mutating func nextPiece(until limit: Int, replacingNull: Bool) -> Token {
    let start = position
    guard start < limit else { return endOfFile }
    if source[start] == 0 {
      position += 1
      guard replacingNull else {
        return Token(kind: .null, text: start..<position, source: start..<position)
      }
      let text = tail.append(contentsOf: UTF8.encodedReplacementCharacter)
      return Token(kind: .text, text: text, source: start..<position)
    }
    position = endOfVerbatimText(
      from: start, before: limit, stopsAtReference: mode == .rcdata)
    return Token(kind: .text, text: start..<position, source: start..<position)
  }

  private func endOfRawText(from start: Int) -> Int {
    var offset = source.firstOffset(of: .less, in: start..<end)
    while offset < end, !closesRawText(at: offset) {
      offset = source.firstOffset(of: .less, in: offset + 1..<end)
    }
    return offset
  }

  /// Whether "</" and the name of the last start tag stand at `offset`, and the name ends there.
  private func closesRawText(at offset: Int) -> Bool {
    guard source[offset + 1] == .slash else { return false }
    let name = names.utf8(of: lastStartTag)
    guard !name.isEmpty, offset + 2 + name.count < end else { return false }
    var index = offset + 2
    for byte in name {
      guard source[index].lowercased == byte else { return false }
      index += 1
    }
    return endsTagName(source[index])
  }

  private func endsTagName(_ byte: UInt8) -> Bool {
    byte.isMarkupSpace || byte == .slash || byte == .greater
  }

  private func endOfCDATA(from start: Int) -> Int {
    var offset = start
    while offset + 2 < end {
      if source[offset] == .closeBracket, source[offset + 1] == .closeBracket,
        source[offset + 2] == .greater
      {
        return offset
      }
      offset += 1
    }
    return end
  }
}

extension HTMLTokenizer {
  private enum ScriptState { case plain, escaped, doubleEscaped }

  /// The end of a script. A comment hides the end tag from view only where the comment also holds
  /// a start tag of a script.
  private func endOfScript(from start: Int) -> Int {
    var state = ScriptState.plain
    var offset = start
    var dashes = 0
    while offset < end {
      if state == .plain { offset = source.firstOffset(of: .less, in: offset..<end) }
      switch source[offset] {
      case .dash where state != .plain:
        dashes += 1
      case .greater where dashes >= 2:
        state = .plain
        dashes = 0
      case .less:
        if state != .doubleEscaped, closesRawText(at: offset) { return offset }
        dashes = 0
        if state == .plain, isCommentOpening(at: offset) {
          state = .escaped
          dashes = 2
          offset += 3
        } else if switchesEscape(at: offset, in: state) {
          state = state == .escaped ? .doubleEscaped : .escaped
        }
      default:
        dashes = 0
      }
      offset += 1
    }
    return end
  }

  private func isCommentOpening(at offset: Int) -> Bool {
    offset + 4 <= end && source[offset + 1] == .exclamation && source[offset + 2] == .dash
      && source[offset + 3] == .dash
  }

  private func switchesEscape(at offset: Int, in state: ScriptState) -> Bool {
    let nameStart = state == .doubleEscaped ? offset + 2 : offset + 1
    if state == .plain || (state == .doubleEscaped && source[offset + 1] != .slash) {
      return false
    }
    return source.matches("script", at: nameStart) && endsTagName(source[nameStart + 6])
  }
}
