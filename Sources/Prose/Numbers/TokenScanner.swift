/// Cuts running text into sentences of tokens, one sentence at a time.
///
/// Works on bytes and keeps nothing of the sentences before, so that a text of any length takes
/// the memory of its longest sentence; a "sentence" of more than 1 000 tokens is cut. Sentence
/// ends are guessed from full stops, capitals and blank lines, with a list of abbreviations.
public struct TokenScanner {
  /// The most tokens that one sentence may have.
  public static let longestSentence = 1000

  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var traits: Token.Traits = []

  /// Makes a scanner of the bytes in a range of a text.
  public init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Replaces `tokens` with the next sentence; false at the end of the text.
  public mutating func nextSentence(into tokens: inout [Token]) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    traits = []
    while tokens.count < Self.longestSentence {
      let lines = skipSpace()
      guard position < end else { break }
      if !tokens.isEmpty, lines > 1 || isBoundary(after: tokens, lines: lines) { break }
      let start = position
      scanToken(into: &tokens)
      if position <= start { position = start + 1 }
      traits = []
    }
    return !tokens.isEmpty
  }

  private func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  /// Passes over space; returns how many line breaks it held.
  private mutating func skipSpace() -> Int {
    var lines = 0
    while position < end {
      let byte = bytes[position]
      if byte > 0x20, byte < 0x7F { break }
      if byte == 0x0A || byte == 0x0D && self.byte(position + 1) != 0x0A {
        lines += 1
        position += 1
      } else if byte <= 0x20 || byte == 0x7F {
        position += 1
      } else if byte >= 0xC2, let scalar = bytes.scalar(at: position),
        case .space = ScalarClass(scalar.value)
      {
        position += scalar.length
      } else {
        break
      }
      traits.insert(.spaced)
    }
    if lines > 0 { traits.insert(.startsLine) }
    return lines
  }

  /// Whether the text at `position` begins another sentence than `tokens`.
  private func isBoundary(after tokens: [Token], lines: Int) -> Bool {
    guard traits.contains(.spaced) else { return false }
    let next = byte(position)
    if lines > 0, isListMark(next) || isShortLine(tokens) { return true }
    var last = tokens.count - 1
    while last > 0, tokens[last].isQuotationMark || tokens[last].is(")") { last -= 1 }
    let token = tokens[last]
    if token.isWord, token.traits.contains(.dotted) { return startsSentence(at: position) }
    guard token.is(".") || token.is("!") || token.is("?") || token.is("…") else { return false }
    return !(next | 0x20 &- 0x61 < 26 && next >= 0x61)
  }

  private func isListMark(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0xE2 && bytes[position..<end].starts(with: [0xE2, 0x80, 0xA2])
  }

  /// A short line before a line break is a heading or an entry, not a wrapped line.
  private func isShortLine(_ tokens: [Token]) -> Bool {
    guard let last = tokens.last else { return false }
    let start = tokens.lastIndex { $0.traits.contains(.startsLine) } ?? 0
    return last.end - tokens[start].start < 50
  }

  /// Whether a word stands here that begins sentences and follows no abbreviation otherwise.
  private func startsSentence(at index: Int) -> Bool {
    guard byte(index) &- 0x41 < 26 else { return false }
    var stop = index
    while stop < end, stop - index < 8, ByteClass.isWordPart(bytes[stop]) { stop += 1 }
    return sentenceStarters[WordKey(bytes[index..<stop]).bits] != nil
  }

  private mutating func scanToken(into tokens: inout [Token]) {
    let first = bytes[position]
    if first < 0x80 {
      if ByteClass.isDigit(first) || first == 0x2E && startsDecimal {
        return scanNumber(into: &tokens)
      }
      return ByteClass.isWordPart(first) ? scanWord(into: &tokens) : takeSymbol(1, into: &tokens)
    }
    guard let scalar = bytes.scalar(at: position) else { return takeSymbol(1, into: &tokens) }
    switch ScalarClass(scalar.value) {
    case .letter: scanWord(into: &tokens)
    case .digit, .fraction: scanNumber(into: &tokens)
    case .superscript: scanSuperscript(into: &tokens)
    case .space, .symbol: takeSymbol(scalar.length, into: &tokens)
    }
  }

  /// ".500" is a number where no digit or letter stands before it.
  private var startsDecimal: Bool {
    ByteClass.isDigit(byte(position + 1))
      && (position == 0
        || !ByteClass.isDigit(bytes[position - 1])
          && !ByteClass.isWordPart(bytes[position - 1]))
  }

  private mutating func takeSymbol(_ length: Int, into tokens: inout [Token]) {
    let scalar = bytes.scalar(at: position)?.value.value ?? 0xFFFD
    tokens.append(
      Token(
        start: position, end: min(end, position + length), bits: UInt64(scalar), kind: .symbol,
        traits: traits))
    position += length
  }

  private mutating func scanNumber(into tokens: inout [Token]) {
    var digits = DigitScanner(bytes: bytes, position: position)
    var token = digits.scan()
    token.end = min(token.end, end)
    token.traits.formUnion(traits)
    tokens.append(token)
    position = token.end
  }

  private mutating func scanSuperscript(into tokens: inout [Token]) {
    let start = position
    var value = 0.0
    while position < end, let scalar = bytes.scalar(at: position),
      case .superscript(let digit) = ScalarClass(scalar.value)
    {
      value = min(1e9, value * 10 + Double(digit))
      position += scalar.length
    }
    tokens.append(
      Token(
        start: start, end: position, bits: value.bitPattern, kind: .number,
        traits: traits.union(.superscript)))
  }
}

// MARK: - Words

extension TokenScanner {
  private mutating func scanWord(into tokens: inout [Token]) {
    let start = position
    var key = WordKey()
    var capitals = 0
    var letters = 0
    while position < end {
      letters += passLetters(&key, &capitals)
      guard position < end, bytes[position] == 0x27 || bytes[position] >= 0x80,
        let length = letterLength(at: position)
      else { break }
      if letters > 0, length == 1 || length == 3, isPossessive(at: position) { break }
      for offset in 0..<length {
        let byte = bytes[position + offset]
        key.add(length == 3 && byte == 0xE2 ? UInt8(ascii: "'") : byte)
        // A curly apostrophe counts as a straight one.
        if length == 3, byte == 0xE2 { break }
        if byte &- 0x41 < 26 { capitals += 1 }
      }
      letters += 1
      position += length
    }
    var traits = traits
    if bytes[start] &- 0x41 < 26 || bytes[start] == 0xC3 && byte(start + 1) < 0x9F {
      traits.insert(.capitalised)
    }
    if letters > 1, capitals == letters { traits.insert(.allCapitals) }
    var token = Token(start: start, end: position, bits: key.bits, kind: .word, traits: traits)
    if letters == 1 { scanDottedLetters(&token, key) } else { scanAbbreviationPoint(&token) }
    tokens.append(token)
    scanPossessive(into: &tokens)
  }

  /// Passes over letters of ASCII, nearly all that words are made of, and returns how many.
  private mutating func passLetters(_ key: inout WordKey, _ capitals: inout Int) -> Int {
    let start = position
    var place = position
    while place < end {
      let letter = bytes[place]
      guard letter < 0x80, ByteClass.isWordPart(letter) else { break }
      key.add(letter)
      if letter &- 0x41 < 26 { capitals += 1 }
      place += 1
    }
    position = place
    return place - start
  }

  /// The bytes of the letter or inner apostrophe here, nil where the word ends.
  private func letterLength(at index: Int) -> Int? {
    let first = byte(index)
    if first < 0x80 {
      if first | 0x20 &- 0x61 < 26 && first >= 0x41 { return 1 }
      return first == 0x27 && isInnerApostrophe(index, 1) ? 1 : nil
    }
    guard let scalar = bytes.scalar(at: index), index + scalar.length <= end else { return nil }
    if scalar.value == "’" { return isInnerApostrophe(index, 3) ? 3 : nil }
    if case .letter = ScalarClass(scalar.value) { return scalar.length }
    return nil
  }

  private func isInnerApostrophe(_ index: Int, _ length: Int) -> Bool {
    index > 0 && ByteClass.isWordPart(bytes[index - 1]) && byte(index + length) | 0x20 &- 0x61 < 26
  }

  /// The bytes of the apostrophe of "'s" here, 0 for none.
  private func isPossessive(at index: Int) -> Bool { possessiveLength(at: index) > 0 }

  private func possessiveLength(at index: Int) -> Int {
    let mark = byte(index) == 0x27 ? 1 : 0
    let curly = byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0x99 ? 3 : 0
    let length = max(mark, curly)
    guard length > 0, byte(index + length) | 0x20 == UInt8(ascii: "s"),
      !ByteClass.isWordPart(byte(index + length + 1))
    else { return 0 }
    return length
  }

  private mutating func scanPossessive(into tokens: inout [Token]) {
    let length = possessiveLength(at: position)
    guard length > 0 else { return }
    tokens.append(
      Token(
        start: position, end: position + length + 1, bits: possessiveKey.bits, kind: .word,
        traits: .possessive))
    position += length + 1
  }

  /// "U.S.", "p.m." and "J." are one word each, known by their letters.
  private mutating func scanDottedLetters(_ token: inout Token, _ key: WordKey) {
    var key = key
    var count = 1
    while byte(position) == 0x2E, byte(position + 1) | 0x20 &- 0x61 < 26,
      byte(position + 1) >= 0x41, !ByteClass.isWordPart(byte(position + 2))
    {
      key.add(byte(position + 1))
      position += 2
      count += 1
    }
    guard byte(position) == 0x2E else { return extendDotted(&token, key, count) }
    let isInitial = token.isCapitalised && !token.isGlued && byte(token.start) != UInt8(ascii: "I")
    if count > 1 || isInitial, !ByteClass.isDigit(byte(position + 1)) { position += 1 }
    extendDotted(&token, key, count)
  }

  private func extendDotted(_ token: inout Token, _ key: WordKey, _ count: Int) {
    guard position > token.end else { return }
    token.end = position
    token.bits = key.bits
    token.traits.insert(.dotted)
    if count > 1, token.isCapitalised { token.traits.insert(.allCapitals) }
  }

  private mutating func scanAbbreviationPoint(_ token: inout Token) {
    guard byte(position) == 0x2E, let needsDigit = abbreviations[token.bits] else { return }
    if needsDigit {
      var next = position + 1
      while byte(next) == 0x20 { next += 1 }
      guard ByteClass.isDigit(byte(next)) else { return }
    }
    position += 1
    token.end = position
    token.traits.insert(.dotted)
  }
}

private let possessiveKey = WordKey("'s")

/// Words that a full stop may follow inside a sentence; true where only before a digit.
private let abbreviations = WordTable<Bool>(
  words(
    """
    mr mrs ms dr prof rev gen col lt sgt capt cpl maj adm sen sens rep reps gov pres st ste jan feb
    mar apr jun jul aug sep sept oct nov dec inc corp co ltd bros jr sr vs approx est dept ave blvd
    rd mt ft sq cu lb lbs oz hr hrs min mins sec secs mon tue tues wed thu thur thurs fri messrs
    hon supt insp det ph univ assn cos mfg intl natl bn mn mln tn ca cf
    """, true: false) + words("no nos art fig figs vol pp sec ch rs", true: true))

private let sentenceStarters = WordTable<Bool>(
  words(
    """
    the it he she they we you in on at by for but and a an this that these those there his her its
    their our after before when while if as since from with what who how why
    """, true: true))

private func words(_ list: String, true value: Bool) -> [(String, Bool)] {
  WordList.words(of: list).map { ($0, value) }
}
