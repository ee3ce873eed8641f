import Screen

/// What stands left of a block: bullets, numbers, bars and blanks.
struct Margin: Sendable {
  /// Before the first row.
  private(set) var lead: [InkedSpan] = []
  /// Before the others; as wide as the lead.
  private(set) var hang: [InkedSpan] = []
  /// The columns of either.
  private(set) var width = 0

  /// The margin with more at its right, or as it is where too little room would be left for
  /// words: in a narrow window the text matters more than its indents.
  ///
  /// - Parameters:
  ///   - lead: what is added before the first row.
  ///   - hang: what is added before the others; blanks as wide as the lead unless given.
  ///   - measure: the columns of a whole row.
  /// - Returns: the margin to use.
  func adding(_ lead: InkedSpan, hang: InkedSpan? = nil, measure: Int) -> Margin {
    let added = lead.text.columns
    let room = max(1, min(12, measure * 2 / 3))
    guard added > 0, width + added <= measure - room else { return self }
    var margin = self
    margin.lead.append(lead)
    margin.hang.append(hang ?? .blanks(added))
    margin.width += added
    return margin
  }

  /// The margin below its first row.
  var continued: Margin {
    var margin = self
    margin.lead = hang
    return margin
  }

  /// The margin of a row without words: its bars, without blanks at the end.
  var bare: [InkedSpan] {
    guard let bar = hang.lastIndex(where: { $0.role == .ornament }) else { return [] }
    var spans = Array(hang[...bar])
    spans[bar] = InkedSpan(text: String(spans[bar].text.prefix { $0 != " " }), role: .ornament)
    return spans
  }
}

extension InkedSpan {
  /// Blanks that are not the article's.
  static func blanks(_ count: Int) -> InkedSpan {
    InkedSpan(text: String(repeating: " ", count: count), role: .background)
  }
}
