// The real program on a pseudo-terminal with a library of its own: what is done in it lasts, however
// it ends, and is seen by another window.

import Articles
import Foundation
import Glibc
import LibraryStore
import PseudoTerminal
import Queries
import Screen
import Testing

@testable import AppRuntime

@Suite(.serialized, .enabled(if: program != nil, "the program was not built"))
struct LibrarySessionTests {
  private let data: URL
  private var file: String { data.appendingPathComponent("pullquote/library.sqlite").path }

  init() throws {
    data = FileManager.default.temporaryDirectory
      .appendingPathComponent("pullquote-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
  }

  /// Starts the program, perhaps with a limit on the size of files in kilobytes, as on a full disk.
  private func session(
    _ arguments: [String] = [], fileLimit: Int? = nil
  ) throws -> TerminalSession {
    let session = try TerminalSession(size: Size(width: 80, height: 24))
    let variables = [
      "TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
      "XDG_DATA_HOME": data.path,
    ]
    let program = try #require(program)
    guard let fileLimit else {
      try session.start(program, arguments: arguments, environment: variables)
      return session
    }
    let script = "ulimit -f \(fileLimit); exec \"$0\""
    try session.start("/bin/bash", arguments: ["-c", script, program], environment: variables)
    return session
  }

  /// Keeps long articles, the newest first.
  private func fill(_ names: [String]) throws {
    let additions = try names.enumerated().map { number, name in
      let body = (1...60).map { "Paragraph \($0) of \(name) tells of the winter boats." }
      let text = "# \(name)\n\n\(28 - number) May 2020\n\n" + body.joined(separator: "\n\n")
      let parsed = try readArticle(.bytes(Array(text.utf8)), name: name)
      return PreparedAddition(
        Addition(
          parsed: parsed, excerpts: parsed.excerpts(), original: Array(text.utf8), origin: name))
    }
    _ = try Library.open(at: file).add(additions)
  }

  private func end(_ session: TerminalSession) {
    session.send("ZZ")
    #expect(session.end() == 0)
    #expect(session.settings == session.shellSettings)
  }

  @Test func readingWithoutKeepingMakesNoLibrary() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    let session = try session()
    #expect(session.wait { $0.text.contains("pullquote add FILE…") })
    end(session)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  /// Also where there was no folder for it yet, nor one for that.
  @Test(arguments: ["pullquote", "", nil])
  func whatIsAddedElsewhereTakesThePlaceOfTheSamples(folder: String?) throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try FileManager.default.removeItem(at: data)
    if let folder {
      try FileManager.default.createDirectory(
        at: data.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    let session = try session()
    #expect(session.wait { $0.text.contains("pullquote add FILE…") })
    try fill(["Alder", "Birch"])
    #expect(session.wait { $0.text.contains("Alder") && $0.text.contains("2 unread") })
    end(session)
  }

  /// As where somebody names a place in a file, or in a folder of somebody else.
  @Test(arguments: ["notes.txt", "notes.txt/deep", "closed", "closed/deep"])
  func aFolderThatCannotBeWatchedHoldsUpNothing(folder: String) throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try Data("words".utf8).write(to: data.appendingPathComponent("notes.txt"))
    try FileManager.default.createDirectory(
      at: data.appendingPathComponent("closed"), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o300])
    let path = data.appendingPathComponent(folder + "/library.sqlite").path
    let session = try session(["--library", path])
    #expect(session.wait { $0.text.contains("pullquote add FILE…") })
    end(session)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func thePositionIsKeptWhenASignalEndsIt(signal: Int32) throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder", "Birch"])
    let first = try session()
    #expect(first.wait { $0.text.contains("Alder") })
    first.send("\r")
    #expect(first.wait { $0.text.contains("Paragraph 1 of Alder") })
    first.send("  ")
    #expect(first.wait { $0.text.contains("Paragraph 20 of") })
    first.signal(signal)
    _ = first.end()
    let second = try session()
    #expect(second.wait { $0.text.contains("1 unread") })
    second.send("\r")
    #expect(second.wait { $0.text.contains("Paragraph 20 of") })
    #expect(!second.screen.text.contains("Paragraph 1 of"))
    end(second)
  }

  /// Keeps everybody from writing to the library, as a program does that writes to it.
  private func holdWriting() throws -> Int32 {
    let descriptor = unsafe Glibc.open(file + "-shm", O_RDWR | O_CLOEXEC)
    try #require(descriptor >= 0)
    // Who has this byte of the memory that programs share may write to the log.
    try lock(descriptor, 120, kind: F_WRLCK)
    return descriptor
  }

  /// Keeps everybody from opening the library, as a program does that works in what another left
  /// unfinished: the memory that they share is empty, and in use.
  private func holdOpening() throws -> Int32 {
    try Data(count: 1 << 15).write(to: URL(fileURLWithPath: file + "-shm"))
    let descriptor = try holdWriting()
    try lock(descriptor, 122, kind: F_WRLCK)
    try lock(descriptor, 128, kind: F_RDLCK)
    return descriptor
  }

  private func lock(_ descriptor: Int32, _ place: Int, kind: Int32) throws {
    var lock = flock()
    lock.l_type = Int16(kind)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = (place, 1)
    try #require(unsafe fcntl(descriptor, F_SETLK, &lock) == 0)
  }

  @Test(arguments: [nil, SIGTERM, SIGHUP])
  func theTerminalIsGivenBackBeforeTheLastWrite(signal: Int32?) throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder", "Birch"])
    let session = try session()
    #expect(session.wait { $0.text.contains("2 unread") })
    let writing = try holdWriting()
    session.send("\r  ")
    #expect(session.wait { $0.text.contains("Paragraph 20 of") })
    if let signal { session.signal(signal) } else { session.send("ZZ") }
    #expect(session.wait { !$0.isAlternateScreen && $0.text.contains("Waiting for another") })
    #expect(session.settings == session.shellSettings)
    // A shell that hangs up says so twice.
    if signal == SIGHUP { session.signal(SIGHUP) }
    close(writing)
    #expect(session.end() == signal.map { (128 + $0) << 8 } ?? 0)
    #expect(try Library.open(at: file).page(of: Listing(), count: 1).rows[0].status.isRead)
  }

  @Test func aWaitThatIsOverIsNotToldAtTheEnd() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder", "Birch"])
    let opening = try holdOpening()
    let session = try session()
    #expect(session.wait { $0.text.contains("Waiting for another") })
    close(opening)
    #expect(session.wait { $0.text.contains("2 unread") })
    end(session)
    #expect(!session.screen.isAlternateScreen && !session.screen.text.contains("Waiting"))
  }

  @Test func theWaitForTheLastWriteCanBeGivenUp() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder"])
    let session = try session()
    #expect(session.wait { $0.text.contains("1 unread") })
    let writing = try holdWriting()
    defer { close(writing) }
    session.send("\rZZ")
    #expect(session.wait { !$0.isAlternateScreen && $0.text.contains("Waiting for another") })
    session.send("\u{3}")
    #expect(session.end() == SIGINT)
  }

  @Test func readingGoesOnWhileAnotherProgramWrites() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder", "Birch"])
    let session = try session()
    #expect(session.wait { $0.text.contains("2 unread") })
    let writing = try holdWriting()
    session.send("s")
    #expect(session.wait { $0.text.contains("Waiting for another pullquote") })
    session.send("j\r  ")
    #expect(session.wait { $0.text.contains("Paragraph 20 of Birch") })
    session.send("hS\"paragraph 40 of alder\"\r")
    #expect(session.wait { $0.text.contains("1 of 1") && $0.text.contains("Alder") })
    close(writing)
    var rows: [ArticleSummary] = []
    #expect(
      session.wait { _ in
        rows = (try? Library.open(at: file).page(of: Listing(), count: 2).rows) ?? []
        return rows.first?.status.isStarred == true && rows.last?.status.isRead == true
      })
    end(session)
  }

  @Test func aFullDiskIsToldAndReadingGoesOn() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder", "Birch"])
    // Enough for the memory that programs share, and for some changes.
    let session = try session(fileLimit: 64)
    #expect(session.wait { $0.text.contains("2 unread") })
    var kept = 0
    while kept < 40, !session.screen.text.contains("was not kept") {
      session.send("s")
      kept += 1
      _ = session.wait(timeout: .milliseconds(100)) { $0.text.contains("was not kept") }
    }
    #expect((2..<40).contains(kept))
    // What is shown is what is kept.
    let isStarred = try Library.open(at: file).page(of: Listing(), count: 1).rows[0].status
      .isStarred
    #expect(session.wait { $0.text.contains("★") == isStarred })
    session.send("j\r  ")
    #expect(session.wait { $0.text.contains("Paragraph 20 of Birch") })
    session.send("ZZ")
    #expect(session.wait { !$0.isAlternateScreen && $0.text.contains("cannot grow") })
    #expect(session.end() == 0)
    #expect(session.settings == session.shellSettings)
    let second = try self.session()
    #expect(second.wait { $0.text.contains("Alder") && $0.text.contains("★") == isStarred })
    second.send("s")
    #expect(second.wait { $0.text.contains("★") != isStarred })
    end(second)
  }

  /// Each keeps its own place, and nobody writes any more once nobody types.
  @Test func twoWindowsOnOneArticleComeToRest() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder"])
    let (one, other) = (try session(), try session())
    for window in [one, other] {
      #expect(window.wait { $0.text.contains("Alder") })
      window.send("\r")
      #expect(window.wait { $0.text.contains("Paragraph 1 of Alder") })
    }
    one.send("  ")
    #expect(one.wait { $0.text.contains("Paragraph 20 of") })
    other.send(" ")
    #expect(other.wait { !$0.text.contains("Paragraph 1 of") })
    let (here, there) = (one.screen.text, other.screen.text)
    let library = try Library.open(at: file)
    // Time enough for positions to be written, and for each to hear of the other.
    _ = one.wait(timeout: .seconds(2)) { $0.text != here }
    _ = other.wait(timeout: .milliseconds(100)) { $0.text != there }
    _ = try library.hasChangedElsewhere()
    _ = one.wait(timeout: .seconds(2)) { $0.text != here }
    #expect(try !library.hasChangedElsewhere())
    #expect(one.screen.text == here && other.screen.text == there)
    end(one)
    end(other)
  }

  @Test func twoWindowsSeeEachOther() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder", "Birch", "Cedar"])
    let (one, other) = (try session(), try session())
    for window in [one, other] { #expect(window.wait { $0.text.contains("3 unread") }) }
    one.send("d")
    #expect(one.wait { $0.text.contains("Archived: 1 article.") })
    #expect(other.wait { !$0.text.contains("Alder") && $0.text.contains("2 unread") })
    other.send("u")
    #expect(other.wait { $0.text.contains("Undone: Archived: 1 article.") })
    #expect(one.wait { $0.text.contains("Alder") && $0.text.contains("3 unread") })
    end(one)
    end(other)
  }

  @Test func aSearchOpensAtTheMatchAndUndoLastsOverARestart() throws {
    defer { try? FileManager.default.removeItem(at: data) }
    try fill(["Alder", "Birch"])
    let first = try session()
    #expect(first.wait { $0.text.contains("2 unread") })
    first.send("S\"paragraph 40 of birch\"\r")
    #expect(first.wait { $0.text.contains("Best: ") && $0.text.contains("1 of 1") })
    first.send("\r")
    #expect(
      first.wait { $0.text.contains("Paragraph 40 of Birch") && $0.text.contains("match 1 of 1") })
    end(first)
    let second = try session()
    #expect(second.wait { $0.text.contains("1 unread") })
    second.send("u")
    #expect(second.wait { $0.text.contains("Undone: Read: 1 article.") })
    #expect(second.wait { $0.text.contains("2 unread") })
    end(second)
  }
}
