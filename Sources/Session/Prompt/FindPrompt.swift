import Queries

// Finding while typing: in the list the next entry that matches, in the text the next match.
extension AppState {
  mutating func findAsTyped(_ prompt: PromptState) -> [Effect] {
    let query = prompt.line.text
    if focus == .list, !list.source.isWhole { return findRowAsTyped(prompt) }
    if focus == .list {
      list.select(prompt.listOrigin)
      list.query = query.isEmpty ? nil : query
      if let place = list.nextMatch(from: prompt.listOrigin) { list.select(place) }
    } else if let origin = prompt.origin {
      reading?.find(query, from: origin)
    }
    return []
  }

  /// Finds the next row of the library's list that has the words, wherever it is.
  private mutating func findRowAsTyped(_ prompt: PromptState) -> [Effect] {
    let words = prompt.line.text
    list.query = words.isEmpty ? nil : words
    let isThere = TextSearch(words).map { prompt.originEntry?.isFound(by: $0) == true } ?? true
    guard !isThere, let condition = Query(wordsOfRow: words) else {
      list.select(prompt.listOrigin)
      return []
    }
    return findRow(condition, from: prompt.originEntry?.id, steps: 1, wraps: true)
  }

  mutating func acceptFind(_ prompt: PromptState) -> [Effect] {
    if focus == .list, !list.source.isWhole {
      if prompt.line.text.isEmpty { list.query = prompt.earlierQuery }
      return []
    }
    if focus == .list {
      if prompt.line.text.isEmpty { list.query = prompt.earlierQuery }
      if let query = list.query, list.matches.isEmpty {
        notice = Notice("“\(query)” is in no title.")
        list.query = nil
      }
      return []
    }
    if prompt.line.text.isEmpty {
      // An empty line stands for the words looked for before.
      if let query = histories[.find]?.last, let origin = prompt.origin {
        reading?.find(query, from: origin)
        notice = reading?.moveByMatches(1)
      }
    } else if reading?.found?.isComplete == true, reading?.found?.matches.isEmpty == true {
      notice = Notice("“\(prompt.line.text)” is not in the text.")
      if let origin = prompt.origin { reading?.go(to: origin) }
      reading?.found = nil
    } else if let origin = prompt.origin, reading?.here != origin {
      reading?.jumps.append(origin)
      reading?.isStepping = true
    }
    return []
  }

  mutating func cancelFind(_ prompt: PromptState) {
    if focus == .list {
      list.select(prompt.listOrigin)
      list.query = prompt.earlierQuery
    } else if let origin = prompt.origin {
      reading?.go(to: origin)
      reading?.found = prompt.earlierFound
      reading?.found?.asked = nil
    }
  }

  /// Goes to the match so many further on, in the list or in the text.
  mutating func moveByMatches(_ count: Int) -> [Effect] {
    guard focus == .list else {
      if focus == .side { focus = .reading }
      if let reading, reading.found == nil, let query = histories[.find]?.last {
        self.reading?.found = FoundText(query, in: reading, from: reading.point)
      }
      notice = reading?.moveByMatches(count)
      return []
    }
    list.query = list.query ?? histories[.find]?.last
    if !list.source.isWhole {
      guard let condition = list.query.flatMap(Query.init(wordsOfRow:)) else {
        notice = Notice("Nothing was looked for.")
        return []
      }
      return findRow(condition, from: list.selectedEntry?.id, steps: count, wraps: true)
    }
    let matches = list.matches
    guard !matches.isEmpty else {
      notice = Notice(list.query.map { "“\($0)” is in no title." } ?? "Nothing was looked for.")
      list.query = nil
      return []
    }
    let above = matches.filter { $0 < list.selected }.count
    let isAtMatch = matches.contains(list.selected)
    let from = isAtMatch ? above : count > 0 ? above - 1 : above
    let target = (from + count) % matches.count
    list.select(matches[target < 0 ? target + matches.count : target])
    return []
  }
}

extension ListState {
  /// Looks again for the entries whose title or source holds what was looked for.
  mutating func refreshMatches() {
    guard let search = query.flatMap(TextSearch.init) else {
      matches = []
      return
    }
    matches = places.filter { place in
      entries[place - first].isFound(by: search)
    }
  }

  func nextMatch(from place: Int) -> Int? {
    matches.first { $0 >= place } ?? matches.first
  }
}

extension ListEntry {
  /// Whether its title or source holds what is looked for.
  fileprivate func isFound(by search: TextSearch) -> Bool {
    !search.matches(in: title).isEmpty || !search.matches(in: source).isEmpty
  }
}
