// What a recording holds, as JSON: what a session was started with, and what its effects gave. An
// article is recorded by its source's bytes and read anew, so that a recording stays small enough
// to send and shows what the reader makes of it now.

internal import Articles
internal import Screen
internal import Session

/// What a session was started with.
struct RecordedStart: Codable, Equatable {
  var size: String
  var theme: String
  var layout: String
  var measure: Int
  var preset: String
  var keys: [String: [String: String]]
  var themes: [String]
  /// What opens addresses; absent in older recordings.
  var open: [String]?
  var articles: [RecordedEntry]

  init(state: AppState, settings: Settings) {
    size = state.size.notation
    theme = state.preferences.theme
    layout = state.preferences.layout.rawValue
    measure = state.preferences.measure
    preset = settings.preset.rawValue
    keys = Dictionary(
      uniqueKeysWithValues: settings.keys.map { ($0.key.rawValue, $0.value) })
    themes = state.themeNames
    open = state.openCommand.isEmpty ? nil : state.openCommand
    articles = state.list.entries.map(RecordedEntry.init)
  }

  /// The state at the start; nil where a name or number in it means nothing.
  var state: AppState? {
    guard let size = Size(notation: size), let layout = LayoutChoice(rawValue: layout),
      let preset = KeyPreset(rawValue: preset)
    else { return nil }
    var overrides: [Context: [String: String]] = [:]
    for (name, table) in keys {
      guard let context = Context(rawValue: name) else { return nil }
      overrides[context] = table
    }
    return AppState(
      size: size, keyMap: KeyMap(preset: preset, overrides: overrides), themeNames: themes,
      preferences: Preferences(theme: theme, layout: layout, measure: measure),
      openCommand: open ?? [], entries: articles.map(\.entry), library: .leftAside)
  }
}

extension LibraryState {
  /// The library of a session that is recorded, and of its replay.
  static let leftAside = LibraryState(
    unusable: "A session that is recorded leaves the library aside.")
}

/// One line of the list.
struct RecordedEntry: Codable, Equatable {
  var id: String
  var title: String
  var source: String
  var counts: [Int]?
  var isRead: Bool

  init(_ entry: ListEntry) {
    id = entry.id?.description ?? ""
    title = entry.title
    source = entry.source
    counts = entry.counts.map { [$0.minutes, $0.quotes, $0.figures] }
    isRead = entry.isRead
  }

  var entry: ListEntry {
    let counts = counts.flatMap { counts in
      counts.count == 3
        ? ListEntry.Counts(minutes: counts[0], quotes: counts[1], figures: counts[2]) : nil
    }
    return ListEntry(
      id: ArticleID(id), title: title, source: source, counts: counts, isRead: isRead)
  }
}

/// A sentence.
struct RecordedNotice: Codable, Equatable {
  var sentence: String
  var isError: Bool

  init(_ notice: Notice) {
    sentence = notice.sentence
    isError = notice.isError
  }

  var notice: Notice { Notice(sentence, isError: isError) }
}

/// The bytes that an article was read from.
struct RecordedSource: Codable, Equatable {
  var id: String
  /// Base64.
  var bytes: String
}

/// What an effect gave.
enum RecordedResult: Codable, Equatable {
  case listed([RecordedEntry])
  case surveyed([RecordedEntry])
  /// One of the results of loading an article: which of them, from 0.
  case loaded(id: String, part: Int, corrections: [KeptCorrection]?)
  /// The excerpts of a part of an article, from its first byte to after its last.
  case foundExcerpts(id: String, from: Int, to: Int)
  /// All of a long text was looked through.
  case searched(id: String, query: String, showsHidden: Bool, start: Int)
  case failed(RecordedNotice, id: String?)
  case wrote(String)
  case piped(RecordedNotice)
  case noticed(RecordedNotice)
  case themeChanged(String)
  case noted([RecordedNotice])
  case completions(of: String, found: [String])

  /// Makes the recorded form; `part` says which result of its loading this is, for an article.
  /// Nil for what the library tells: a recording has no library.
  init?(_ result: EffectResult, part: Int) {
    let recorded: RecordedResult? =
      switch result {
      case .listed(let entries): .listed(entries.map(RecordedEntry.init))
      case .surveyed(let entries): .surveyed(entries.map(RecordedEntry.init))
      case .loaded(let id, let loaded):
        .loaded(
          id: id.description, part: part,
          corrections: loaded.corrections.isEmpty
            ? nil : loaded.corrections.map(KeptCorrection.init))
      case .foundExcerpts(let loaded):
        .foundExcerpts(
          id: loaded.article.id.description, from: loaded.searched.lowerBound,
          to: loaded.searched.upperBound)
      case .searched(let request, _):
        .searched(
          id: request.article.id.description, query: request.query,
          showsHidden: request.showsHidden, start: request.start)
      case .failed(let notice, let id): .failed(RecordedNotice(notice), id: id?.description)
      case .wrote(let path): .wrote(path)
      case .piped(let notice): .piped(RecordedNotice(notice))
      case .noticed(let notice): .noticed(RecordedNotice(notice))
      case .themeChanged(let name): .themeChanged(name)
      case .noted(let notices): .noted(notices.map(RecordedNotice.init))
      case .completions(let word, let found): .completions(of: word, found: found)
      case .rows, .rowsFailed, .counted, .foundRow, .changed, .undid, .redid, .libraryChanged,
        .libraryFailed,
        .kept, .added:
        nil
      }
    guard let recorded else { return nil }
    self = recorded
  }

  /// The result again; nil where it is found again in an article that is read from its source.
  var result: EffectResult? {
    switch self {
    case .listed(let entries): .listed(entries.map(\.entry))
    case .surveyed(let entries): .surveyed(entries.map(\.entry))
    case .loaded, .foundExcerpts, .searched: nil
    case .failed(let notice, let id): .failed(notice.notice, id.map(ArticleID.init))
    case .wrote(let path): .wrote(path)
    case .piped(let notice): .piped(notice.notice)
    case .noticed(let notice): .noticed(notice.notice)
    case .themeChanged(let name): .themeChanged(name)
    case .noted(let notices): .noted(notices.map(\.notice))
    case .completions(let word, let found): .completions(of: word, found)
    }
  }
}
