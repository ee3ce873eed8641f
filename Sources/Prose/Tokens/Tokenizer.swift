/// Splits bytes of running prose into tokens and sentences, in one pass and without strings.
///
/// Line breaks are not tokens: the caller splits one paragraph at a time. The limits: sentence
/// ends are told by signs, capitals and a list of abbreviations; scripts without spaces become one
/// long word.
public struct Tokenizer {
  /// The tokens so far.
  public private(set) var tokens: [Lexeme] = []
  /// The number of the next sentence.
  public private(set) var sentence: Int32 = 0
  private let bytes: [UInt8]
  private let lexicon = Lexicon.english
  private var position = 0
  private var end = 0
  private var awaitsSentence = true

  /// Makes a tokenizer over valid UTF-8.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Prose has a token for each five bytes; growing an array that is too small would copy it.
    tokens.reserveCapacity(bytes.count / 4 + 8)
  }

  /// Splits one paragraph, which always starts a sentence.
  ///
  /// - Parameter range: byte offsets, on scalar boundaries.
  /// - Returns: the places of its tokens in `tokens`.
  public mutating func split(_ range: Range<Int>) -> Range<Int> {
    let first = tokens.count
    (position, end) = (range.lowerBound, range.upperBound)
    if !awaitsSentence { endSentence() }
    while position < end { readToken() }
    return first..<tokens.count
  }

  private mutating func endSentence() {
    sentence += 1
    awaitsSentence = true
  }

  private mutating func readToken() {
    let byte = bytes[position]
    if byte <= 0x20 {
      position += 1
    } else if ByteClass.isDigit(byte) {
      readNumber()
    } else if byte < 0x80 {
      if ByteClass.isWordPart(byte) { readWord() } else { readSign(byte) }
    } else {
      readScalar()
    }
  }

  private mutating func readScalar() {
    let (kind, length) = ProseScalar.kind(in: bytes, at: position)
    switch kind {
    case .letter: readWord()
    case .space: position += length
    case .dash: append(.dash, length: length)
    case .mark: readMark(length: length)
    case .ellipsis: append(.stop, length: length)
    case .sign: append(.sign, length: length)
    }
  }

  private mutating func readSign(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): readStops()
    case UInt8(ascii: ","): append(.comma, length: 1)
    case UInt8(ascii: ":"): append(.colon, length: 1)
    case UInt8(ascii: ";"): append(.semicolon, length: 1)
    case UInt8(ascii: "-"): readDash()
    case UInt8(ascii: "("), UInt8(ascii: "["): append(.opening, length: 1)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): append(.closing, length: 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): readMark(length: 1)
    default: append(.sign, length: 1)
    }
  }

  private mutating func readDash() {
    var length = 1
    while position + length < end, bytes[position + length] == UInt8(ascii: "-") { length += 1 }
    append(.dash, length: length)
  }

  /// Full stops end a sentence when what follows can start one.
  private mutating func readStops() {
    var length = 0
    while position + length < end, isStop(bytes[position + length]) { length += 1 }
    append(.stop, length: length)
    if nextCanStartSentence() { endSentence() }
  }

  private func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Whether closing marks and a space follow, and then no lower-case letter.
  private func nextCanStartSentence() -> Bool {
    var offset = position
    var sawSpace = false
    while offset < end {
      let byte = bytes[offset]
      if byte <= 0x20 {
        sawSpace = true
        offset += 1
      } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || isASCIIMark(byte) {
        offset += 1
      } else if byte < 0x80 {
        return sawSpace && !(byte &- 0x61 < 26) && byte != UInt8(ascii: ",")
          && byte != UInt8(ascii: "-")
      } else {
        let (kind, length) = ProseScalar.kind(in: bytes, at: offset)
        switch kind {
        case .mark: offset += length
        case .space:
          sawSpace = true
          offset += length
        case .letter(let isUpper): return sawSpace && isUpper
        case .dash: return false
        case .ellipsis, .sign: return sawSpace
        }
      }
    }
    return true
  }

  private func isASCIIMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// An apostrophe right after a word is its genitive ending or closes a quotation.
  private mutating func readMark(length: Int) {
    if isApostrophe(at: position) > 0, let last = tokens.last, last.end == position,
      last.kind == .word || last.kind == .number
    {
      let after = position + length
      if after < end, bytes[after] | 0x20 == UInt8(ascii: "s"), !isWordPart(at: after + 1) {
        return append(.genitive, length: length + 1)
      }
    }
    append(.mark, length: length)
  }

  /// The length of the apostrophe at an offset, straight or curly; 0 where there is none.
  private func isApostrophe(at offset: Int) -> Int {
    guard offset < end else { return 0 }
    if bytes[offset] == UInt8(ascii: "'") { return 1 }
    guard offset + 2 < end, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80 else { return 0 }
    return bytes[offset + 2] == 0x99 ? 3 : 0
  }

  private func isWordPart(at offset: Int) -> Bool {
    guard offset < end else { return false }
    let byte = bytes[offset]
    if byte < 0x80 { return ByteClass.isWordPart(byte) || ByteClass.isDigit(byte) }
    if case .letter = ProseScalar.kind(in: bytes, at: offset).kind { return true }
    return false
  }

  private mutating func append(_ kind: Lexeme.Kind, length: Int) {
    var hash = WordHash.seed
    for byte in bytes[position..<position + length] { hash = WordHash.adding(byte, to: hash) }
    tokens.append(
      Lexeme(
        start: position, end: position + length, hash: hash, sentence: sentence, classes: [],
        kind: kind, shape: .none, ending: .plain, opensSentence: false))
    position += length
  }
}

// MARK: - Words and numbers

extension Tokenizer {
  private mutating func readNumber() {
    var offset = position
    while offset < end {
      let byte = bytes[offset]
      if ByteClass.isDigit(byte) || ByteClass.isWordPart(byte) && byte < 0x80 {
        offset += 1
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"),
        offset + 1 < end,
        ByteClass.isDigit(bytes[offset + 1])
          || byte == UInt8(ascii: "-") && isWordPart(at: offset + 1)
      {
        offset += 1
      } else {
        break
      }
    }
    appendWord(to: offset, as: .number, isUpper: false, allUpper: false)
  }

  private mutating func readWord() {
    var offset = position
    var (firstIsUpper, allUpper, letters) = (false, true, 0)
    var hash = WordHash.seed
    while offset < end {
      let byte = bytes[offset]
      if byte &- 0x61 < 26 {
        // Most bytes by far are small letters.
        hash = WordHash.adding(byte, to: hash)
        (offset, letters, allUpper) = (offset + 1, letters + 1, false)
      } else if byte < 0x80 {
        guard ByteClass.isWordPart(byte) || ByteClass.isDigit(byte) else {
          guard mayJoinWord(byte), joinsWord(at: offset) else { break }
          hash = WordHash.adding(byte, to: hash)
          offset += 1
          continue
        }
        let isUpper = byte &- 0x41 < 26
        if letters == 0 { firstIsUpper = isUpper }
        allUpper = allUpper && (isUpper || ByteClass.isDigit(byte))
        hash = WordHash.adding(isUpper ? byte | 0x20 : byte, to: hash)
        (offset, letters) = (offset + 1, letters + 1)
      } else if isApostrophe(at: offset) > 0, joinsWord(at: offset) {
        hash = WordHash.adding(UInt8(ascii: "'"), to: hash)
        offset += 3
      } else {
        let (kind, length) = ProseScalar.kind(in: bytes, at: offset)
        guard case .letter(let isUpper) = kind else { break }
        if letters == 0 { firstIsUpper = isUpper }
        allUpper = allUpper && isUpper
        for part in bytes[offset..<offset + length] {
          hash = WordHash.adding(
            isUpper && part >= 0x80 && part < 0xA0 && length == 2
              ? part | 0x20 : part, to: hash)
        }
        (offset, letters) = (offset + length, letters + 1)
      }
    }
    offset = endOfAbbreviation(from: offset, letters: letters, hash: hash)
    appendWord(
      to: offset, as: .word, isUpper: firstIsUpper, allUpper: allUpper && letters > 1, hash: hash)
  }

  private func mayJoinWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "&")
  }

  /// Whether a sign inside a word belongs to it: a hyphen, an apostrophe that is no genitive, the
  /// point of "U.S".
  private func joinsWord(at offset: Int) -> Bool {
    let apostrophe = isApostrophe(at: offset)
    if apostrophe > 0 {
      let after = offset + apostrophe
      guard isWordPart(at: after) else { return false }
      return bytes[after] | 0x20 != UInt8(ascii: "s") || isWordPart(at: after + 1)
    }
    if bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "&") {
      return isWordPart(at: offset + 1)
    }
    guard bytes[offset] == UInt8(ascii: "."), offset > position else { return false }
    let isInitial = offset - position == 1 || bytes[offset - 2] == UInt8(ascii: ".")
    return isInitial && isWordPart(at: offset + 1)
  }

  /// The point after "Mr", "J" and "U.S" belongs to the word; after "U.S" a sentence may still end.
  private func endOfAbbreviation(from offset: Int, letters: Int, hash: UInt32) -> Int {
    guard offset < end, bytes[offset] == UInt8(ascii: ".") else { return offset }
    let isInitial = letters == 1 && bytes[position] &- 0x41 < 26 && bytes[position] != 0x49
    let isPointed =
      letters > 1 && offset - position >= 3 && bytes[offset - 2] == UInt8(ascii: ".")
    let isKnown = lexicon.classes(of: hash).contains(.abbreviation)
    guard isInitial || isPointed || isKnown else { return offset }
    return offset + 1 < end ? offset + 1 : offset
  }

  private mutating func appendWord(
    to offset: Int, as kind: Lexeme.Kind, isUpper: Bool, allUpper: Bool, hash: UInt32? = nil
  ) {
    let hash = hash ?? hashOfBytes(position..<offset)
    var classes = kind == .word ? lexicon.classes(of: hash) : .number
    if classes.isEmpty, !isUpper, namesPerson(before: offset) { classes = .person }
    tokens.append(
      Lexeme(
        start: position, end: offset, hash: hash, sentence: sentence, classes: classes,
        kind: kind, shape: !isUpper ? .lower : allUpper ? .upper : .capital,
        ending: kind == .word ? ending(before: offset) : .plain, opensSentence: awaitsSentence))
    awaitsSentence = false
    position = offset
  }

  /// "signalman", "geologist", "goalkeeper": the ending says that it is a person.
  private func namesPerson(before end: Int) -> Bool {
    guard end - position > 4 else { return false }
    // Few words end in one of these pairs, so that few are compared with the endings.
    switch (bytes[end - 2], bytes[end - 1]) {
    case (UInt8(ascii: "a"), UInt8(ascii: "n")), (UInt8(ascii: "s"), UInt8(ascii: "t")),
      (UInt8(ascii: "t"), UInt8(ascii: "s")), (UInt8(ascii: "e"), UInt8(ascii: "r")):
      return personEndings.contains { ending in
        end - position > ending.count + 1
          && bytes[end - ending.count..<end].elementsEqual(ending)
      }
    default: return false
    }
  }

  private func ending(before end: Int) -> Lexeme.Ending {
    guard end - position > 3 else { return .plain }
    switch (bytes[end - 3] | 0x20, bytes[end - 2] | 0x20, bytes[end - 1] | 0x20) {
    case (_, UInt8(ascii: "e"), UInt8(ascii: "d")): return .past
    case (UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "g")): return .progressive
    case (_, UInt8(ascii: "l"), UInt8(ascii: "y")): return .adverbial
    case (_, UInt8(ascii: "s"), UInt8(ascii: "s")): return .plain
    case (_, _, UInt8(ascii: "s")): return .plural
    default: return .plain
    }
  }

  private func hashOfBytes(_ range: Range<Int>) -> UInt32 {
    bytes[range].reduce(WordHash.seed) { WordHash.adding($1, to: $0) }
  }
}

private let personEndings = ["man", "ist", "ists", "keeper", "maker", "holder"]
  .map { Array($0.utf8) }
