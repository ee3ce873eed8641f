// Reads the pieces of a query into its tree. "and" binds closer than "or"; parentheses are kept on
// a stack of our own, so that their depth costs no stack of the machine.

extension Query {
  /// How deep parentheses may be nested; SQLite's own parser ends at a hundred symbols on its stack.
  public static let greatestDepth = 8
  /// How many conditions a query may have.
  public static let greatestCount = 200

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - isUnfinished: whether it is still being typed: the last word may go on, and what is open
  ///     at the end counts as closed.
  /// - Throws: `QueryMistake` with the column of the first mistake.
  public init(_ text: String, isUnfinished: Bool = false) throws(QueryMistake) {
    var scanner = QueryScanner(text, isUnfinished: isUnfinished)
    var parser = QueryParser(isUnfinished: isUnfinished)
    for piece in try scanner.pieces() { try parser.take(piece) }
    self = try parser.finish()
  }
}

struct QueryParser {
  /// One query, and whether parentheses keep it apart from its neighbours.
  private struct Operand {
    var query: Query
    var isSealed = false
  }

  /// What stands between two parentheses, as far as it was read.
  private struct Group {
    var alternatives: [Query] = []
    var operands: [Operand] = []
    var column: Int
    var isNegated = false
    /// The column of an "or" that nothing has followed yet.
    var pendingOr: Int?
  }

  private let isUnfinished: Bool
  private var groups = [Group(column: 0)]
  /// The column of a minus that nothing has followed yet.
  private var pendingMinus: Int?
  private var count = 0

  init(isUnfinished: Bool) {
    self.isUnfinished = isUnfinished
  }

  private var top: Group {
    get { groups[groups.count - 1] }
    // In place: setting would copy all that was read at each word.
    _modify { yield &groups[groups.count - 1] }
  }

  mutating func take(_ piece: QueryPiece) throws(QueryMistake) {
    switch piece.kind {
    case .minus:
      // A second minus takes the first back.
      pendingMinus = pendingMinus == nil ? piece.column : nil
    case .open:
      guard groups.count <= Query.greatestDepth else {
        throw QueryMistake(
          "Parentheses are nested more than \(Query.greatestDepth) deep.", column: piece.column)
      }
      groups.append(Group(column: piece.column, isNegated: pendingMinus != nil))
      pendingMinus = nil
    case .close: try close(at: piece.column)
    case .or: try takeOr(at: piece.column)
    case .words:
      count += 1
      guard count <= Query.greatestCount else {
        throw QueryMistake(
          "A query may have at most \(Query.greatestCount) conditions.", column: piece.column)
      }
      append(Operand(query: try piece.query()), isNegated: pendingMinus != nil)
      pendingMinus = nil
    }
  }

  /// The whole query.
  mutating func finish() throws(QueryMistake) -> Query {
    if let pendingMinus, !isUnfinished {
      throw QueryMistake("Nothing follows the minus.", column: pendingMinus)
    }
    pendingMinus = nil
    while groups.count > 1 {
      guard isUnfinished else {
        throw QueryMistake("The parenthesis is not closed.", column: top.column)
      }
      if top.operands.isEmpty && top.alternatives.isEmpty {
        groups.removeLast()
      } else {
        try close(at: top.column)
      }
    }
    return try completed(top)
  }
}

// MARK: - Groups

extension QueryParser {
  private mutating func append(_ operand: Operand, isNegated: Bool) {
    top.pendingOr = nil
    if isNegated {
      top.operands.append(Operand(query: .negation(operand.query)))
    } else if !operand.isSealed, let last = top.operands.last, !last.isSealed,
      case .condition(let first) = last.query, case .condition(let second) = operand.query,
      let joined = first.joined(with: second)
    {
      top.operands[top.operands.count - 1].query = .condition(joined)
    } else {
      top.operands.append(operand)
    }
  }

  private mutating func takeOr(at column: Int) throws(QueryMistake) {
    if let pendingMinus {
      throw QueryMistake("Nothing follows the minus.", column: pendingMinus)
    }
    guard !top.operands.isEmpty else {
      throw QueryMistake("Nothing stands before this “or”.", column: column)
    }
    top.alternatives.append(.conjunction(top.operands.map(\.query)))
    top.operands = []
    top.pendingOr = column
  }

  private mutating func close(at column: Int) throws(QueryMistake) {
    if let pendingMinus {
      throw QueryMistake("Nothing follows the minus.", column: pendingMinus)
    }
    guard groups.count > 1 else {
      throw QueryMistake("No parenthesis is open here.", column: column)
    }
    let group = groups.removeLast()
    guard !group.operands.isEmpty || !group.alternatives.isEmpty else {
      throw QueryMistake("The parentheses hold nothing.", column: group.column)
    }
    let query = try completed(group)
    append(Operand(query: query, isSealed: true), isNegated: group.isNegated)
  }

  private func completed(_ group: Group) throws(QueryMistake) -> Query {
    if let pendingOr = group.pendingOr, !isUnfinished {
      throw QueryMistake("Nothing follows this “or”.", column: pendingOr)
    }
    let last = Query.conjunction(group.operands.map(\.query))
    guard !group.alternatives.isEmpty else { return last }
    return .disjunction(group.alternatives + (group.operands.isEmpty ? [] : [last]))
  }
}
