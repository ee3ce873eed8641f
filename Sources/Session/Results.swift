import Articles
import Queries
import Typesetting

// What effects report. Results of articles that nobody waits for any more are dropped.
extension AppState {
  mutating func accept(_ result: EffectResult) -> [Effect] {
    switch result {
    case .listed(let entries):
      list.replace(with: entries)
      let unknown = list.unknownArticles
      return unknown.isEmpty ? [] : [.survey(unknown)]
    case .rows(let request, let rows): return accept(rows, for: request)
    case .rowsFailed(let request, let sentence): acceptFailure(of: request, sentence)
    case .counted(let request, let total): list.take(total, for: request)
    case .foundRow(let search, let place): return accept(place, for: search)
    case .changed(let change, let sentence): return accept(change, sentence)
    case .undid(let sentence): return acceptStep(sentence, isRedo: false)
    case .redid(let sentence): return acceptStep(sentence, isRedo: true)
    case .libraryChanged: return acceptChangeElsewhere()
    case .libraryFailed(let sentence): acceptFailure(sentence)
    case .kept(let id, let facts): accept(facts, of: id)
    case .added(let id, let facts, let sentence): return accept(facts, of: id, sentence)
    case .surveyed(let entries):
      list.fill(with: entries)
    case .loaded(let id, let loaded): return accept(loaded, of: id)
    case .foundExcerpts(let loaded):
      reading?.take(loaded)
      fillList(with: loaded)
    case .searched(let request, let found):
      accept(found, for: request)
    case .failed(let problem, let id):
      if let id {
        guard id == opening else { return [] }
        giveUpOpening()
      }
      notice = problem
    case .wrote(let path):
      notice = Notice("Wrote \(path).")
    case .piped(let outcome), .noticed(let outcome):
      notice = outcome
    case .noted(let notices):
      tell(notices)
    case .completions(let word, let found):
      offer(found, for: word)
    case .themeChanged(let name):
      if !themeNames.contains(name) { themeNames.append(name) }
      if prompt?.previewed == nil { preferences.theme = name }
    }
    return []
  }

  private mutating func accept(_ loaded: LoadedArticle, of id: ArticleID) -> [Effect] {
    fillList(with: loaded)
    guard id == opening else {
      if id == refreshing { acceptRefreshed(loaded) }
      return []
    }
    opening = nil
    if reading?.loaded.article == loaded.article,
      reading?.loaded.corrections == loaded.corrections
    {
      return goOn(in: loaded)
    }
    let isReread = reading?.loaded.article.id == id && focus != .list && arrival == nil
    leaveArticle()
    let known = positions[id] ?? keptPositions[id] ?? loaded.kept?.status.position ?? 0
    var next = ReadingState(
      loaded, measure: reading?.typeset.measure ?? preferences.measure, position: known)
    next.openPanel = reading?.openPanel
    if isReread, let reading { next.resume(reading) }
    next.takeMarks()
    next.selectNearest()
    reading = next
    list.select(id)
    list.setRead(true, of: [id])
    guard !isReread else { return [] }
    if focus == .list { focus = .reading }
    showMatches(of: loaded)
    arrive()
    notice = loaded.article.oddity ?? (loaded.stretches.count > 1 ? .longText : notice)
    return markOpened()
  }

  /// Goes on in the open article: jumps and marks stay, and what was found unless something else
  /// was looked for.
  private mutating func goOn(in loaded: LoadedArticle) -> [Effect] {
    // Loading stopped the search for excerpts.
    reading?.asked = nil
    if let kept = loaded.kept { reading?.take(kept) }
    guard focus == .list || arrival != nil else {
      notice = Notice("The source has not changed.")
      return []
    }
    focus = .reading
    showMatches(of: loaded)
    arrive()
    return markOpened()
  }

  /// An article that was opened counts as read.
  mutating func markOpened() -> [Effect] {
    guard let kept = reading?.kept, !kept.status.isRead else { return [] }
    setRead(true, of: kept.id)
    return [.change(.setRead(true, .articles([kept.id])))]
  }

  /// Marks the words that the article was found by, and goes to the first of them.
  private mutating func showMatches(of loaded: LoadedArticle) {
    guard let kept = loaded.kept, let first = kept.matches.first, let query = searchedQuery else {
      return
    }
    reading?.found = FoundText(query.description, at: kept.matches, from: first.lowerBound)
    if arrival == nil { arrival = Arrival(article: loaded.article.id, range: first) }
  }

  /// Takes what the library keeps about an article that was opened from elsewhere.
  mutating func accept(_ facts: KeptFacts, of id: ArticleID) {
    guard var reading, reading.loaded.article.id == id else { return }
    reading.kept = facts
    reading.takeMarks()
    if reading.topPosition == 0, reading.jumps.isEmpty, facts.status.position > 0 {
      reading.topPosition = min(facts.status.position, reading.text.utf8.count)
      reading.point = reading.topPosition
      reading.place()
      reading.selectNearest()
    }
    self.reading = reading
  }

  private mutating func acceptFailure(_ sentence: String) {
    library?.status = .failed(sentence)
    list.isAwaited = false
    list.asked = nil
    notice = .error(sentence)
  }

  private mutating func fillList(with loaded: LoadedArticle) {
    guard !listsLibrary else { return }
    let id = loaded.article.id
    let source = list.entries.first { $0.id == id }?.source ?? id.description
    list.fill(with: [ListEntry(loaded, source: source)])
  }

  private mutating func accept(_ found: FoundText, for request: SearchRequest) {
    guard reading?.take(found, for: request) == true else { return }
    if found.matches.isEmpty, prompt == nil {
      notice = Notice("“\(found.query)” is not in the text.")
      reading?.found = nil
    }
  }

  /// Keeps several sentences among the messages and shows the first, with the key to the rest.
  mutating func tell(_ notices: [Notice]) {
    guard let first = notices.first else { return }
    notice = first
    guard notices.count > 1 else { return }
    messages += notices.dropFirst()
    let key = keyMap.patterns(for: "messages", in: paneContext).first.map(KeyMap.shown)
    let rest = "(and \(notices.count - 1) more\(key.map { ": \($0) lists them" } ?? ""))"
    isTelling = true
    notice = Notice("\(first.sentence) \(rest)", isError: first.isError)
    isTelling = false
  }

  /// Asks for an article.
  mutating func open(_ id: ArticleID) -> [Effect] {
    opening = id
    arrival = nil
    list.opensWish = false
    return [.load(id, matching: searchedQuery)]
  }

  /// Stays where one is; the article is forgotten when it comes.
  mutating func giveUpOpening() {
    opening = nil
    arrival = nil
    heldKeys = []
    if list.opensWish { list.wish = nil }
    // Opening stopped the search for excerpts in the article that stays open.
    reading?.asked = nil
  }

  /// Keeps the place in the open article.
  mutating func leaveArticle() {
    guard let reading else { return }
    let id = reading.loaded.article.id
    if reading.kept == nil {
      positions[id] = reading.topPosition
    } else {
      keptPositions[id] = reading.topPosition
    }
  }
}

extension Article {
  /// What was odd about the source, in one line; nil where nothing was.
  fileprivate var oddity: Notice? {
    guard let first = diagnostics.first else { return nil }
    let more = diagnostics.count > 1 ? " (and \(diagnostics.count - 1) more)" : ""
    return Notice(first.message + more)
  }
}

extension Notice {
  /// How the panels work in a text longer than any article.
  fileprivate static let longText = Notice(
    "This text is long: its quotes and figures are listed around the place you read.")
}
