import Articles
import Foundation
import Session
import Testing

@testable import AppRuntime

/// A folder that is removed when the test ends.
final class ScratchFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("pullquote-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ text: String, _ name: String) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }
}

@Test func directoriesGiveTheirTextsSortedFilesFirst() throws {
  let folder = try ScratchFolder()
  for name in ["b.txt", "a.md", "c.pdf", ".hidden.txt", "in/d.MARKDOWN", "in/deeper/e.txt"] {
    try folder.write("words", name)
  }
  try FileManager.default.createSymbolicLink(
    atPath: folder.path + "/in/loop", withDestinationPath: folder.path)
  var found = FoundArticles()
  found.add(folder.path)
  #expect(
    found.sources.map { $0.id.description.dropFirst(folder.path.count + 1) }
      == ["a.md", "b.txt", "in/d.MARKDOWN", "in/deeper/e.txt"])
  #expect(found.problems == [])
}

@Test func whatCannotBeOpenedIsNamedAndTheRestOpens() throws {
  let folder = try ScratchFolder()
  let good = try folder.write("words", "good.txt")
  let pipe = folder.path + "/pipe"
  #expect(unsafe mkfifo(pipe, 0o600) == 0)
  try FileManager.default.createDirectory(
    atPath: folder.path + "/empty", withIntermediateDirectories: false)
  var found = FoundArticles()
  for path in [folder.path + "/none", pipe, "/dev/null", folder.path + "/empty", good, good] {
    found.add(path)
  }
  #expect(found.sources.map(\.source) == [.pipe(pipe), .file(good)])
  #expect(
    found.problems.map { $0.replacingOccurrences(of: folder.path + "/", with: "") } == [
      "There is no file none.",
      "/dev/null is a device, which cannot be read here. Name a file, or use “pullquote -”.",
      "empty holds no article: no file ends in .txt, .md, .markdown, .html, .htm, .xhtml, .mhtml, .mht or .eml.",
    ])
}

@Test func aPipeIsReadOnceAndKept() throws {
  let folder = try ScratchFolder()
  let pipe = folder.path + "/pipe"
  #expect(unsafe mkfifo(pipe, 0o600) == 0)
  var found = FoundArticles()
  found.add(pipe)
  let library = SourceLibrary(found.sources)
  let text = "A title\n\nWords that came down a pipe, one after the other."
  Thread.detachNewThread { try? Data(text.utf8).write(to: URL(fileURLWithPath: pipe)) }
  for _ in 1...2 {
    var results: [EffectResult] = []
    library.load(ArticleID(pipe)) { results.append($0) }
    guard case .loaded(_, let loaded) = results.first else {
      Issue.record("the pipe was not read")
      return
    }
    #expect(loaded.article.document.text == text)
  }
}

@Test func aPipeInPlaceOfSettingsIsRefused() throws {
  let folder = try ScratchFolder()
  let pipe = folder.path + "/config.toml"
  #expect(unsafe mkfifo(pipe, 0o600) == 0)
  let refusal = InputProblem(pipe, notReadable: .pipe)
  #expect(throws: refusal) { try readFile(pipe) }
}

@Test func filesAreReadToTheirEnd() throws {
  let folder = try ScratchFolder()
  let text = String(repeating: "0123456789", count: 30_000)
  let path = try folder.write(text, "long.txt")
  #expect(try readFile(path) == Array(text.utf8))
  #expect(throws: InputProblem("There is no file \(path)x.")) { try readFile(path + "x") }
}

@Test func answersKeepTheOrderOfTheLines() throws {
  let folder = try ScratchFolder()
  let count = 1000
  let input = try folder.write((1...count).map { "\($0)\r\n" }.joined() + "last", "in")
  let output = try folder.write("", "out")
  let source = unsafe open(input, O_RDONLY)
  let target = unsafe open(output, O_WRONLY)
  let isGood = answerLines(of: source, to: Output(descriptor: target)) { line, number in
    LineAnswer(json: line, isGood: line == Array("\(number)".utf8))
  }
  close(source)
  close(target)
  #expect(!isGood)
  let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
  #expect(lines == (1...count).map { "\($0)" } + ["last"])
}

@Test func aFileWhoseNameIsNotTextIsNamedAndNotLeftOutSilently() throws {
  let folder = try ScratchFolder()
  try folder.write("words", "good.txt")
  let bytes = Array(folder.path.utf8) + [0x2F, 0xFF] + Array(".txt".utf8)
  let path = bytes.map(CChar.init(bitPattern:)) + [0]
  let descriptor = unsafe open(path, O_CREAT | O_WRONLY, 0o600)
  try #require(descriptor >= 0)
  close(descriptor)
  var found = FoundArticles()
  found.add(folder.path)
  #expect(found.sources.count == 1)
  #expect(found.problems == ["\(folder.path)/\u{FFFD}.txt cannot be opened by this name."])
}

@Test func aFullDiskIsAFailure() throws {
  let descriptor = unsafe open("/dev/full", O_WRONLY)
  try #require(descriptor >= 0)
  let output = Output(descriptor: descriptor)
  #expect(!output.write([0x41]))
  #expect(output.statusOfFailure(errno) == 1)
  #expect(output.statusOfFailure(EPIPE) == 0)
  close(descriptor)
}
