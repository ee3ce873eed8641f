// Prompts for queries: `S` looks through the library, `&` narrows a list. Results come as one types,
// newest first; Enter ranks what was searched for.

import Articles
public import Queries

extension AppState {
  /// Asks for a query over the whole library.
  mutating func openSearch() -> [Effect] {
    var prompt = PromptState(.search)
    prompt.focusBefore = focus
    enter(.articles(Listing(includesArchived: true)))
    self.prompt = prompt
    return []
  }

  /// Asks for a query that narrows the list.
  mutating func openFilter() -> [Effect] {
    guard let listing = list.source.listing else { return [] }
    var prompt = PromptState(.filter)
    prompt.focusBefore = focus
    enter(.articles(listing))
    self.prompt = prompt
    return []
  }

  /// Shows what the query finds so far; a mistake leaves the results as they are.
  mutating func queryTyped() -> [Effect] {
    guard let text = prompt?.line.text else { return [] }
    do throws(QueryMistake) {
      let source = try source(of: text, isRanked: false)
      prompt?.mistake = nil
      if source != list.source { restart(source) }
    } catch {
      prompt?.mistake = error
    }
    return []
  }

  /// The list that a query asks for.
  private func source(
    of text: String, isRanked: Bool
  ) throws(QueryMistake) -> ListSource {
    let query = try Query(text, isUnfinished: true)
    guard prompt?.kind == .filter, let outer = outerLists.last?.source.listing else {
      let listing = Listing(query, includesArchived: true)
      if query == .everything { return .articles(listing) }
      return .results(listing, isRanked: isRanked && query.hasWords)
    }
    var listing = outer
    listing.query = outer.query.narrowed(by: query)
    return .articles(listing)
  }

  /// Takes the query; one with a mistake stays open, with the cursor at it.
  mutating func acceptQuery() -> [Effect] {
    guard let text = prompt?.line.text else { return [] }
    guard text.contains(where: { !$0.isWhitespace }) else { return cancelQuery() }
    do throws(QueryMistake) {
      _ = try Query(text)
      // The last word may go on, as it could while it was typed: what was seen stays found.
      let source = try source(of: text, isRanked: true)
      if let prompt { remember(prompt) }
      prompt = nil
      if source != list.source { restart(source) }
    } catch {
      prompt?.mistake = error
      prompt?.line.moveToStart()
      prompt?.line.move(by: error.column - 1)
    }
    return []
  }

  /// Leaves the prompt and what it found.
  mutating func cancelQuery() -> [Effect] {
    let focusBefore = prompt?.focusBefore
    prompt = nil
    _ = leaveList()
    if let focusBefore, focusBefore == .list || reading != nil { focus = focusBefore }
    return []
  }

  /// The fields that the word before the cursor may become.
  var fieldChoices: [PromptChoice] {
    guard let prompt else { return [] }
    let word = prompt.line.beforeCaret.lastWord.lowercased()
    return QueryField.allCases.filter { $0.rawValue.hasPrefix(word) }.map { field in
      let parts = field.summary.split(separator: "  ", maxSplits: 1)
      var choice = PromptChoice(
        parts.first.map(String.init) ?? field.rawValue,
        detail: parts.count > 1 ? String(parts[1]) : "")
      choice.argument = field.rawValue + ":"
      return choice
    }
  }
}

extension Query {
  /// What matches both.
  public func narrowed(by other: Query) -> Query {
    switch (self, other) {
    case (.everything, _): other
    case (_, .everything): self
    case (.all(let parts), .all(let others)): .all(parts + others)
    case (.all(let parts), _): .all(parts + [other])
    case (_, .all(let others)): .all([self] + others)
    default: .all([self, other])
    }
  }

  /// Whether there are words to rank by.
  var hasWords: Bool {
    switch self {
    case .everything, .not: false
    case .condition(.words): true
    case .condition: false
    case .all(let inner), .any(let inner): inner.contains(where: \.hasWords)
    }
  }

  /// What titles and sources must hold for a row to be found; nil where nothing can be looked for.
  init?(wordsOfRow text: String) {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    let pattern = WordPattern(text, isPrefix: true)
    self = .any([.condition(.words(pattern, in: .title)), .condition(.source(pattern))])
  }
}

extension Substring {
  /// What follows the last blank.
  fileprivate var lastWord: Substring {
    lastIndex(of: " ").map { self[index(after: $0)...] } ?? self
  }
}

// MARK: - Rows that are far away

extension AppState {
  /// Looks for a row by a condition from an article on.
  func findRow(
    _ condition: Query, from start: ArticleID?, steps: Int, wraps: Bool, opens: Bool = false
  ) -> [Effect] {
    guard let listing = list.source.listing else { return [] }
    return [
      .findRow(
        RowSearch(
          listing: listing, condition: condition, start: start, steps: steps,
          wraps: wraps, opens: opens))
    ]
  }

  /// Opens the chosen article; one whose row is on its way as soon as that is there.
  mutating func openSelected() -> [Effect] {
    if list.wish != nil {
      list.opensWish = true
      return []
    }
    return list.selectedEntry?.id.map { open($0) } ?? []
  }

  mutating func accept(_ place: Int?, for search: RowSearch) -> [Effect] {
    // The best results have another order than the listing that they were found in.
    guard !list.source.isWhole, search.listing == list.source.listing else { return [] }
    guard let place else {
      if prompt == nil { notice = Notice(search.sentenceOfNone) }
      return []
    }
    list.select(place)
    guard search.opens else { return [] }
    return openSelected()
  }
}

extension RowSearch {
  fileprivate var sentenceOfNone: String {
    if condition == .condition(.state(.unread)) {
      return "No unread article \(steps > 0 ? "follows" : "comes before")."
    }
    return "No title has these words."
  }
}
