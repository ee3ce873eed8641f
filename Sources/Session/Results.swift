import Articles
import Typesetting

// What effects report. Results of articles that nobody waits for any more are dropped.
extension AppState {
  mutating func accept(_ result: EffectResult) -> [Effect] {
    switch result {
    case .listed(let entries):
      list.replace(with: entries)
      let unknown = list.entries.filter { $0.counts == nil }.map(\.id)
      return unknown.isEmpty ? [] : [.survey(unknown)]
    case .surveyed(let entries):
      list.fill(with: entries)
    case .loaded(let id, let loaded):
      accept(loaded, of: id)
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

  private mutating func accept(_ loaded: LoadedArticle, of id: ArticleID) {
    fillList(with: loaded)
    guard id == opening else { return }
    let isReread = reading?.loaded.article.id == id
    opening = nil
    if reading?.loaded.article == loaded.article,
      reading?.loaded.corrections == loaded.corrections
    {
      // Jumps, marks and what was found stay; loading stopped the search for excerpts.
      reading?.asked = nil
      if focus == .list { focus = .reading } else { notice = Notice("The source has not changed.") }
      return
    }
    leaveArticle()
    let panel = reading?.openPanel
    var next = ReadingState(
      loaded, measure: reading?.typeset.measure ?? preferences.measure,
      position: min(positions[id] ?? 0, loaded.article.document.text.utf8.count))
    next.openPanel = panel
    if isReread, let reading { next.resume(reading) }
    next.selectNearest()
    reading = next
    list.select(id)
    list.setRead(true, of: [id])
    guard !isReread else { return }
    if focus == .list { focus = .reading }
    notice = loaded.article.oddity ?? (loaded.stretches.count > 1 ? .longText : notice)
  }

  private mutating func fillList(with loaded: LoadedArticle) {
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
    return [.load(id)]
  }

  /// Stays where one is; the article is forgotten when it comes.
  mutating func giveUpOpening() {
    opening = nil
    heldKeys = []
    // Opening stopped the search for excerpts in the article that stays open.
    reading?.asked = nil
  }

  /// Keeps the place in the open article.
  mutating func leaveArticle() {
    guard let reading else { return }
    positions[reading.loaded.article.id] = reading.topPosition
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
