import Articles
import Queries
import Screen
import Testing

@testable import Session

/// Numbers that are the same in every run.
private struct Chance: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 11 | state << 53
  }
}

private let keys = [
  "j", "k", "G", "gg", "<Space>", "b", "50%", "700G", "L", "H", "<Enter>", "q", "h", "r", "s", "d",
  "u", "<C-r>", "A", "S", "&", "x", "y", ":", "<Esc>", "<BS>", "<Tab>", "/", "n", "N", "]u", "[u",
  "gs", "gS", "J", "K", "Q", "ma", "'a", "<C-d>", "<C-u>", "<Up>", "<Down>", "5j",
]

/// Rows come late, in any order of keys, and some articles are gone by then: the list stays whole.
@Test(arguments: 0..<24)
func anyKeysAndLateRowsLeaveAWholeList(seed: Int) {
  var chance = Chance(state: UInt64(seed) &* 7919 + 1)
  var library = InventedLibrary(count: [3, 40, 1000][seed % 3])
  var state = libraryState(&library, size: Size(width: 60 + seed, height: 5 + seed % 20))
  var waiting: [Effect] = []
  for _ in 0..<250 {
    let key = keys[Int(chance.next() % UInt64(keys.count))]
    waiting += press(&state, key)
    while !waiting.isEmpty, chance.next() % 3 != 0 {
      switch waiting.removeFirst() {
      case .rows(let request):
        let result: EffectResult =
          chance.next() % 10 == 0
          ? .rowsFailed(request, "Gone.") : .rows(request, library.rows(request))
        waiting += update(&state, .finished(result))
      case .change(let change):
        if case .move = change { library.count = max(1, library.count - 1) }
        waiting += update(&state, .finished(.changed(change, "Done")))
      case .undo: waiting += update(&state, .finished(.undid("Done")))
      case .findRow(let search):
        let place = Int(chance.next() % UInt64(library.count))
        waiting += update(&state, .finished(.foundRow(search, place)))
      case .load(let id, _):
        let report = harbourReport(id: id.description)
        let loaded = LoadedArticle(
          article: report.article, excerpts: report.excerpts, kept: KeptFacts(id: id))
        waiting += update(&state, .finished(.loaded(id, loaded)))
      default: break
      }
    }
    check(state.list, after: key)
    if chance.next() % 50 == 0 { waiting += update(&state, .finished(.libraryChanged)) }
  }
  // Nothing waits for ever.
  for _ in 0..<10 {
    waiting = waiting.flatMap { effect -> [Effect] in
      switch effect {
      case .rows(let request):
        return update(&state, .finished(.rows(request, library.rows(request))))
      case .load(let id, _):
        return update(&state, .finished(.failed(.error("It is gone."), id)))
      default: return []
      }
    }
  }
  #expect(!state.list.isBlank && state.list.wish == nil)
}

private func check(_ list: ListState, after key: String) {
  #expect(list.entries.count <= list.count, "\(key)")
  #expect(list.selected >= 0 && list.top >= 0, "\(key)")
  if !list.entries.isEmpty {
    #expect(list.selectedEntry != nil, "\(key): \(list.selected) of \(list.places)")
    #expect(list.entry(at: list.top) != nil, "\(key): \(list.top) of \(list.places)")
  }
}
