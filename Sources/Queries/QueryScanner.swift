// Splits a query into its pieces. Works on scalars, so that columns are what a person counts.

/// One piece of a query with the column that it starts at, from 1.
struct QueryPiece: Hashable {
  /// What a piece is.
  enum Kind: Hashable {
    case open, close, or, minus
    /// Words, in marks or bare, perhaps of a field.
    case words(String, field: QueryField?, isQuoted: Bool, isPrefix: Bool)
  }

  var kind: Kind
  var column: Int
  /// The column of the words after the field's colon.
  var valueColumn: Int
}

struct QueryScanner {
  private let scalars: [Unicode.Scalar]
  private let isUnfinished: Bool
  private var index = 0

  init(_ text: String, isUnfinished: Bool) {
    scalars = Array(text.unicodeScalars)
    self.isUnfinished = isUnfinished
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private var isAtEnd: Bool { index >= scalars.count }

  /// Every piece in order.
  mutating func pieces() throws(QueryMistake) -> [QueryPiece] {
    var pieces: [QueryPiece] = []
    skipBlanks()
    while let scalar = current {
      let column = index + 1
      switch scalar {
      case "(", ")", "-":
        index += 1
        let kind: QueryPiece.Kind = scalar == "(" ? .open : scalar == ")" ? .close : .minus
        if kind != .minus || !isBlank(current) || !isUnfinished {
          pieces.append(QueryPiece(kind: kind, column: column, valueColumn: column))
        }
      default: try pieces.append(contentsOf: words())
      }
      skipBlanks()
    }
    return pieces
  }

  private mutating func skipBlanks() {
    while let scalar = current, scalar.properties.isWhitespace { index += 1 }
  }

  /// Whether a scalar is white space or the end.
  private func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.isWhitespace ?? true
  }
}

// MARK: - Words

extension QueryScanner {
  private mutating func words() throws(QueryMistake) -> [QueryPiece] {
    let column = index + 1
    let field = try fieldName()
    let valueColumn = index + 1
    if let closing = Self.closingMark[current ?? " "] {
      let text = try quoted(until: closing, column: valueColumn)
      let isOpen = isAtEnd && scalars.last != closing
      let isPrefix = takeStar() || isOpen
      return [piece(text, field, isQuoted: true, isPrefix, column, valueColumn)]
    }
    var text = bareWord()
    if field == nil, text.lowercased() == "or" {
      return [QueryPiece(kind: .or, column: column, valueColumn: column)]
    }
    let isPrefix = text.hasSuffix("*")
    if isPrefix { text.removeLast() }
    if text.isEmpty, !isPrefix, let field {
      if isUnfinished && isAtEnd { return [] }
      throw QueryMistake("\(field.rawValue): wants something after it.", column: column)
    }
    let goesOn = isUnfinished && isAtEnd && mayGoOn(text)
    return [piece(text, field, isQuoted: false, isPrefix || goesOn, column, valueColumn)]
  }

  /// Whether a word that is being typed is looked for as the beginning of longer ones: not while it is
  /// so short, or so common by itself, that nearly every article has one of them.
  private func mayGoOn(_ text: String) -> Bool {
    text.unicodeScalars.count >= 3 && !Self.commonWords.contains(text.lowercased())
      || text.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  private static let commonWords: Set<String> = [
    "the", "and", "for", "are", "but", "not", "you", "all", "any", "can", "had", "her", "was",
    "one",
    "our", "out", "has", "him", "his", "how", "its", "may", "new", "now", "two", "who", "did",
    "she",
    "too", "con", "pro", "com", "pre", "res", "par", "per", "int", "that", "with", "from", "have",
    "this", "they", "were", "said", "will", "been",
  ]

  private func piece(
    _ text: String, _ field: QueryField?, isQuoted: Bool, _ isPrefix: Bool, _ column: Int,
    _ valueColumn: Int
  ) -> QueryPiece {
    QueryPiece(
      kind: .words(text, field: field, isQuoted: isQuoted, isPrefix: isPrefix), column: column,
      valueColumn: valueColumn)
  }

  /// Passes a known name and its colon. Addresses and times have colons too and are words.
  private mutating func fieldName() throws(QueryMistake) -> QueryField? {
    var end = index
    while end < scalars.count, scalars[end].isASCII, scalars[end].properties.isAlphabetic {
      end += 1
    }
    guard end > index, end < scalars.count, scalars[end] == ":" else { return nil }
    if end + 1 < scalars.count, scalars[end + 1] == "/" { return nil }
    let name = String(String.UnicodeScalarView(scalars[index..<end])).lowercased()
    guard let field = QueryField(name: name) else {
      if isUnfinished, end + 1 == scalars.count { return nil }
      let hint = nearest(name, among: QueryField.allCases.map(\.rawValue))
      let advice = hint.map { "Did you mean \($0):?" } ?? "In quotation marks it is searched for."
      throw QueryMistake("There is no field \(name):. \(advice)", column: index + 1)
    }
    index = end + 1
    return field
  }

  /// A doubled mark inside marks stands for one.
  private mutating func quoted(
    until closing: Unicode.Scalar, column: Int
  ) throws(QueryMistake) -> String {
    index += 1
    var text = String.UnicodeScalarView()
    while let scalar = current {
      index += 1
      guard scalar == closing else {
        text.append(scalar)
        continue
      }
      guard current == closing, closing == "\"" else { return String(text) }
      text.append(scalar)
      index += 1
    }
    if isUnfinished { return String(text) }
    throw QueryMistake("The quotation mark is not closed.", column: column)
  }

  private mutating func takeStar() -> Bool {
    guard current == "*" else { return false }
    index += 1
    return true
  }

  private mutating func bareWord() -> String {
    var text = String.UnicodeScalarView()
    while let scalar = current, !Self.endsWord(scalar) {
      text.append(scalar)
      index += 1
    }
    return String(text)
  }

  /// Whether a scalar cannot stand in a bare word.
  static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "(" || scalar == ")" || closingMark[scalar] != nil
  }

  private static let closingMark: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "\u{201C}": "\u{201D}", "\u{201E}": "\u{201C}", "\u{00AB}": "\u{00BB}",
  ]
}
