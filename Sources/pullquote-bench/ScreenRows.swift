import Articles
import Excerpts
import Formats
import Panels
import Screen
import Session
import Typesetting

/// What happens between a key and a frame, without a terminal.
enum ScreenRows {
  static func measure() -> [BenchmarkRow] {
    var invented = InventedText(seed: 7)
    let bytes = invented.article(bytes: 300_000)
    let source = SourceBytes(bytes: bytes, name: "long.txt")
    guard let parsed = try? parse(source) else { return [] }
    let article = Article(id: ArticleID("long.txt"), parsed: parsed)
    let loaded = LoadedArticle(article: article, excerpts: findExcerpts(in: article.document))
    return [opened(source), typeset(article)]
      + [Size(width: 80, height: 24), Size(width: 200, height: 50)].flatMap { size in
        [frame(loaded, size), keys(loaded, size)]
      }
  }

  private static func opened(_ source: SourceBytes) -> BenchmarkRow {
    Sampling.latency("300 KB: bytes to first frame, 120×30") {
      guard let parsed = try? parse(source) else { return }
      let article = Article(id: ArticleID("long.txt"), parsed: parsed)
      let loaded = LoadedArticle(article: article, excerpts: findExcerpts(in: article.document))
      Sampling.keep(render(state(showing: loaded, Size(width: 120, height: 30))))
    }
  }

  private static func typeset(_ article: Article) -> BenchmarkRow {
    Sampling.latency("300 KB: typeset whole at 72") {
      var set = TypesetArticle(article: article, measure: 72)
      set.prepare(from: set.firstRow, count: 1_000_000)
      Sampling.keep(set)
    }
  }

  private static func frame(_ loaded: LoadedArticle, _ size: Size) -> BenchmarkRow {
    let state = state(showing: loaded, size)
    return Sampling.latency("frame, \(size.width)×\(size.height)", runs: 51) {
      Sampling.keep(render(state))
    }
  }

  /// A page down and back with the quotes panel open: update and render for each key.
  private static func keys(_ loaded: LoadedArticle, _ size: Size) -> BenchmarkRow {
    var state = state(showing: loaded, size)
    let script = KeyPress.sequence("Q]q]q<C-f>j")
    let row = Sampling.latency("5 keys to 5 frames, \(size.width)×\(size.height)", runs: 51) {
      for key in script {
        _ = update(&state, .key(key))
        Sampling.keep(render(state))
      }
    }
    return BenchmarkRow(
      name: row.name.replacing("5 keys to 5 frames", with: "key to frame"), value: row.value / 5,
      unit: row.unit)
  }

  private static func state(showing loaded: LoadedArticle, _ size: Size) -> AppState {
    let id = loaded.article.id
    var state = AppState(size: size, entries: [ListEntry(loaded, source: "bench")])
    _ = state.start(opening: id)
    _ = update(&state, .finished(.loaded(id, loaded)))
    return state
  }
}
