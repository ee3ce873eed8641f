import Articles
import Foundation
import Session
import Testing

@testable import AppRuntime

private func key(_ path: String?, _ address: String? = nil) -> ArticleKey {
  ArticleKey(id: ArticleID(path ?? "-"), path: path, address: address)
}

private let hidden = Correction.role(
  of: TextAnchor(TextRange(4, 9), in: "The “words” of a page"), is: .promo)

@Test func correctionsLastFromOneStartToTheNext() throws {
  let folder = try ScratchFolder()
  let path = folder.path + "/new/corrections.json"
  let first = KeptCorrections(path: path)
  #expect(first.make(.title("One"), of: key("/a")) == nil)
  #expect(first.make(hidden, of: key("/a")) == nil)
  #expect(first.make(.title("Two"), of: key("/a")) == nil)
  #expect(first.make(.title("Far"), of: key(nil, "https://a.example")) == nil)
  let second = KeptCorrections(path: path)
  #expect(second.of(key("/a")) == [hidden, .title("Two")])
  #expect(second.of(key("/moved", "https://a.example")) == [.title("Far")])
  #expect(second.of(key("/b")) == [])
  #expect(second.withdraw(hidden, of: key("/a")) == nil)
  #expect(second.withdraw(.title(""), of: key("/a")) == nil)
  #expect(KeptCorrections(path: path).of(key("/a")) == [])
  // What another window wrote is not lost.
  #expect(first.make(.title("Three"), of: key("/c")) == nil)
  #expect(KeptCorrections(path: path).of(key("/a")) == [])
}

@Test func aPipeKeepsItsCorrectionsUntilTheEnd() throws {
  let folder = try ScratchFolder()
  let path = folder.path + "/corrections.json"
  let kept = KeptCorrections(path: path)
  #expect(kept.make(.title("Piped"), of: key(nil)) == nil)
  #expect(kept.make(.title("File"), of: key("/a")) == nil)
  #expect(kept.of(key(nil)) == [.title("Piped")])
  #expect(KeptCorrections(path: path).of(key(nil)) == [])
}

@Test func aFileThatCannotBeUnderstoodIsLeftAsItIs() throws {
  let folder = try ScratchFolder()
  let path = try folder.write("{\"version\": 1, \"articles\": 7}", "corrections.json")
  let kept = KeptCorrections(path: path)
  #expect(kept.of(key("/a")) == [])
  #expect(kept.make(.title("One"), of: key("/a"))?.contains("this session only") == true)
  #expect(kept.of(key("/a")) == [.title("One")])
  #expect(try String(contentsOfFile: path, encoding: .utf8).contains("7"))
}

@Test func whatCannotBeWrittenLastsForTheSession() throws {
  let folder = try ScratchFolder()
  let path = folder.path + "/corrections.json"
  let kept = KeptCorrections(path: path)
  #expect(kept.make(.title("One"), of: key("/a")) == nil)
  // Nothing can be written where this directory stands.
  let obstacle = "\(path).\(ProcessInfo.processInfo.processIdentifier)"
  try FileManager.default.createDirectory(atPath: obstacle, withIntermediateDirectories: false)
  for (title, article) in [("Two", "/a"), ("Three", "/b"), ("Four", "/c")] {
    let problem = kept.make(.title(title), of: key(article))
    #expect(problem?.contains("this session only") == true)
  }
  #expect(kept.of(key("/a")) == [.title("Two")])
  #expect(kept.of(key("/b")) == [.title("Three")])
  #expect(KeptCorrections(path: path).of(key("/a")) == [.title("One")])
  // Once it can be written to again, all of that lasts, and what another window wrote.
  try FileManager.default.removeItem(atPath: obstacle)
  #expect(KeptCorrections(path: path).make(.title("Far"), of: key("/d")) == nil)
  #expect(kept.make(.title("Five"), of: key("/a")) == nil)
  let later = KeptCorrections(path: path)
  for (title, article) in [("Five", "/a"), ("Three", "/b"), ("Four", "/c"), ("Far", "/d")] {
    #expect(later.of(key(article)) == [.title(title)])
  }
}

@Test func anArticleIsReadWithItsCorrections() throws {
  let folder = try ScratchFolder()
  let file = try folder.write("# Wrong\n\nWords of the first paragraph.\n\nMore words.\n", "a.md")
  let id = ArticleID("a.md")
  let path = folder.path + "/corrections.json"
  func library() -> SourceLibrary {
    SourceLibrary([(id, .file(file))], corrections: KeptCorrections(path: path))
  }
  func loaded(_ results: [EffectResult]) -> LoadedArticle? {
    guard case .loaded(_, let loaded) = results.last else { return nil }
    return loaded
  }
  var results: [EffectResult] = []
  library().correct(id, post: { results.append($0) }) { $0.make(.title("Right"), of: $1) }
  #expect(loaded(results)?.article.metadata.title == "Right")
  #expect(loaded(results)?.parsedTitle == "Wrong")
  library().load(id) { results.append($0) }
  #expect(loaded(results)?.corrections == [.title("Right")])
  library().correct(id, post: { results.append($0) }) { $0.withdraw(.title("Right"), of: $1) }
  #expect(loaded(results)?.article.metadata.title == "Wrong")
  #expect(loaded(results)?.corrections == [])
}
