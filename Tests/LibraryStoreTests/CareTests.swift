import Articles
import Excerpts
import Foundation
import GRDB
import Queries
import Testing

@testable import LibraryStore

@Test func aFreshLibraryIsCleanAndSaysHowItIsKept() throws {
  let directory = try TemporaryDirectory()
  let check = try directory.open().check()
  #expect(check.isClean)
  #expect(check.remarks.contains { $0.contains("write-ahead log") })
}

@Test func onANetworkARollbackJournalServes() throws {
  let directory = try TemporaryDirectory()
  let library = try directory.open(journal: .rollback)
  try library.add(ferries)
  #expect(try library.check().remarks.contains { $0.contains("A file on a network is kept so") })
  #expect(!FileManager.default.fileExists(atPath: directory.library + "-wal"))
  // The same file on a disk of one's own gets its log again.
  let local = try directory.open()
  #expect(try local.titles().count == 1)
}

@Test(arguments: [
  ("/home/ana/x", true), ("/home", true), ("/homes", false), ("/srv/my disk/a", true),
  ("/mnt/sshfs/a", true), ("/mnt/usb", false), ("/", false),
])
func networksAreKnownByTheirMounts(path: String, expected: Bool) {
  let mounts = """
    /dev/sda1 / ext4 rw 0 0
    server:/home /home nfs4 rw 0 0
    //server/x /srv/my\\040disk cifs rw 0 0
    ana@host:/ /mnt/sshfs fuse.sshfs rw 0 0
    /dev/sdb1 /mnt/usb fuseblk rw 0 0
    """
  #expect(isOnNetwork(path, mounts: mounts) == expected)
}

@Test func somebodyElsesFilesAreLeftAlone() throws {
  let directory = try TemporaryDirectory()
  let path = directory.path + "/notes.txt"
  for content in ["hello", String(repeating: "x", count: 5000)] {
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: LibraryError.self) { try Library.open(at: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
  }
}

@Test func anotherProgramsDatabaseIsLeftAlone() throws {
  let directory = try TemporaryDirectory()
  _ = try directory.open()
  try directory.patch(at: 68, [0, 0, 0, 7])
  let before = try Data(contentsOf: URL(fileURLWithPath: directory.library))
  #expect(throws: LibraryError.self) { try directory.open() }
  #expect(try Data(contentsOf: URL(fileURLWithPath: directory.library)) == before)
}

@Test func aLibraryWhoseMakingWasKilledIsMadeAnew() throws {
  let directory = try TemporaryDirectory()
  do {
    let queue = try DatabaseQueue(path: directory.library)
    try queue.write { try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT)") }
  }
  #expect(try directory.open().check().isClean)
}

@Test func aNewerLibraryIsRefusedInWordsAndNotTouched() throws {
  let directory = try TemporaryDirectory()
  do {
    let library = try directory.open()
    try library.add(ferries)
    try library.write { database in
      try database.execute(
        sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9'); PRAGMA user_version = 9")
    }
  }
  let before = try Data(contentsOf: URL(fileURLWithPath: directory.library))
  let error = #expect(throws: LibraryError.self) { try directory.open() }
  #expect(error?.kind == .newer)
  #expect(error?.sentence.contains("newer pullquote") == true)
  #expect(try Data(contentsOf: URL(fileURLWithPath: directory.library)) == before)
}

@Test func aDamagedLibraryIsSetAsideAndRescued() throws {
  let directory = try TemporaryDirectory()
  do {
    let library = try directory.open()
    try library.addMany(300)
    try library.perform(.setStarred(true, .listing(Listing())))
    try library.compact()
  }
  // Pages in the middle are overwritten, as by a failing disk.
  let size = try directory.size
  for offset in stride(from: size / 2, to: size / 2 + 40_960, by: 512) {
    try directory.patch(at: offset, [UInt8](repeating: 0xA5, count: 512))
  }
  let problems = try? directory.open().check().problems
  #expect(problems?.isEmpty != true)
  let rescue = try Library.rescue(
    at: directory.library, options: LibraryOptions(now: { testNow }))
  #expect(rescue.saved > 200)
  #expect(rescue.saved <= 300 && rescue.saved + rescue.lost >= 300)
  #expect(rescue.setAside.hasSuffix("library.sqlite.damaged-2026-05-20"))
  #expect(rescue.sentence.contains("\(rescue.saved) articles saved"))
  #expect(FileManager.default.fileExists(atPath: rescue.setAside))
  #expect(try rescue.library.check().problems == [])
  #expect(try rescue.library.count(of: Listing(try Query("is:starred"))).articles == rescue.saved)
}

@Test func aFileWithoutAFirstPageIsDamagedAndSetAside() throws {
  let directory = try TemporaryDirectory()
  do { try directory.open().add(ferries) }
  try directory.patch(at: 0, [UInt8](repeating: 0, count: 100))
  let error = #expect(throws: LibraryError.self) { try directory.open() }
  #expect(error?.kind == .damaged)
  let rescue = try Library.rescue(at: directory.library)
  #expect(rescue.saved == 0)
  #expect(try rescue.library.titles() == [])
  #expect(FileManager.default.fileExists(atPath: rescue.setAside))
}

@Test func aFullDiskLosesNothingThatWasKept() throws {
  let directory = try TemporaryDirectory()
  var options = LibraryOptions(now: { testNow })
  do { _ = try Library.open(at: directory.library, options: options) }
  options.pageLimit = 220
  let library = try Library.open(at: directory.library, options: options)
  var kept = 0
  let error = #expect(throws: LibraryError.self) {
    for number in 0..<2000 {
      let outcome = try library.add(
        TestArticle("Title \(number)", "Number \(number). " + ferries.paragraphs[0]))
      guard case .added = outcome[0] else { continue }
      kept += 1
    }
  }
  #expect(error?.kind == .full)
  #expect(error?.sentence == "The disk is full: the last change was not kept.")
  #expect(kept > 10)
  #expect(try library.titles().count == kept)
  #expect(try library.check().problems == [])
  // Reading goes on, and so does writing once there is room.
  let roomy = try directory.open()
  try roomy.add(trams)
  #expect(try roomy.titles().count == kept + 1)
}

@Test func aBackupIsALibraryOfItsOwn() throws {
  let directory = try TemporaryDirectory()
  let library = try directory.open()
  try library.add(ferries, trams)
  let path = directory.path + "/backups/one.sqlite"
  try library.backup(to: path)
  try library.add(orchard)
  try library.backup(to: directory.path + "/backups/two.sqlite")
  #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  let copy = try Library.open(at: path)
  #expect(try copy.titles().count == 2)
  #expect(try copy.check().problems == [])
  #expect(throws: LibraryError.self) { try library.backup(to: "/proc/none/one.sqlite") }
}

@Test func aBackupIsNotMixedWithWhatLiesBesideIt() throws {
  let directory = try TemporaryDirectory()
  let path = directory.path + "/old.sqlite"
  let library = try directory.open()
  try library.add(ferries, trams)
  // An older backup is open in another program, whose log is not worked in yet.
  try library.backup(to: path)
  let older = try Library.open(at: path, options: LibraryOptions(now: { testNow }))
  try older.perform(.setRead(true, .listing(Listing())))
  let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
  #expect(log.count > 0)
  try library.add(orchard)
  try library.backup(to: path)
  for ending in ["-wal", "-shm", "-journal"] {
    #expect(!FileManager.default.fileExists(atPath: path + ending), "\(ending)")
  }
  let copy = try Library.open(at: path)
  #expect(try copy.titles("is:unread").count == 3)
  #expect(try copy.check().problems == [])
}

@Test func aLibraryIsNoBackupOfItself() throws {
  let directory = try TemporaryDirectory()
  let library = try directory.open()
  try library.add(ferries)
  let other = directory.path + "/link.sqlite"
  try FileManager.default.createSymbolicLink(
    atPath: other, withDestinationPath: directory.library)
  let names = ["", "-wal", "-shm", "-journal"].map { directory.library + $0 }
  for path in names + [other, directory.path + "/./library.sqlite"] {
    let error = #expect(throws: LibraryError.self) { try library.backup(to: path) }
    #expect(error?.kind == .refused)
  }
  #expect(try directory.open().titles().count == 1)
}

@Test func anExportAndItsImportLoseNothing() throws {
  let library = try sampleLibrary()
  let ids = try library.page(of: Listing(), count: 3).rows.map(\.id)
  let quoted = try library.article(ids[1])
  let quote = try #require(quoted.excerpts.quotes.first)
  let anchor = TextAnchor(quote.range, in: quoted.article.document.text)
  try library.perform(.setRead(true, .articles([ids[0]])))
  try library.perform(.setStarred(true, .articles([ids[1]])))
  try library.perform(.move(.articles([ids[2]]), to: .archived))
  // Not in the order of the export.
  try library.perform(.collect("weekend", .articles([ids[0], ids[2], ids[1]])))
  try library.perform(.mark(ids[1], name: "a", position: 9))
  try library.perform(.correct(ids[1], .title("Corrected")))
  try library.perform(.correct(ids[1], .speaker(of: anchor, is: nil)))
  try library.perform(.saveExcerpt(SavedExcerpt(article: ids[1], kind: .quote, anchor: anchor)))
  try library.perform(.saveSearch(SavedSearch(name: "big", query: "figure:>1e6")))
  try library.setPosition(33, of: ids[1])
  try library.add(TestArticle("Escapes", "\u{0}\u{1B}[31m \u{202E} \\ \" \n tab\t"))

  let lines = try library.dump().split(separator: "\n").map { Array($0.utf8) }
  let copy = try emptyLibrary()
  #expect(try copy.importLines(lines).count == 4)
  #expect(try copy.dump() == library.dump())
  #expect(try copy.check().problems == [])
  let (read, kept) = (try library.everyArticle(), try copy.everyArticle())
  #expect(kept.map(\.article.metadata) == read.map(\.article.metadata))
  #expect(kept.map(\.article.document) == read.map(\.article.document))
  #expect(kept.map(\.excerpts) == read.map(\.excerpts))
  #expect(try copy.titles("-speaker:harrow") == library.titles("-speaker:harrow"))
  // Once more changes nothing.
  #expect(
    try copy.importLines(lines).allSatisfy { if case .known = $0 { true } else { false } })
  #expect(try copy.dump() == library.dump())
}

@Test func anImportKnowsWhichVersionCameFirst() throws {
  let story = (0..<30).map { "Sentence \($0) tells of the estuary and of people at its \($0 * 7)." }
  let main = TestArticle("A long story of the estuary", story.joined(separator: " "))
  let library = try emptyLibrary()
  try library.add(main)
  // Dated before the one that it is a variant of.
  try library.add(
    main.with {
      $0.paragraphs[0] += " (Agency)"
      $0.site = "Northfold Review"
      $0.date = "2026-01-02"
    })
  try library.perform(.move(.articles([library.first]), to: .archived))
  let lines = try library.dump().split(separator: "\n").map { Array($0.utf8) }
  let copy = try emptyLibrary()
  try copy.importLines(lines)
  #expect(try copy.dump() == library.dump())
  let (read, kept) = (try library.everyArticle(), try copy.everyArticle())
  #expect(kept.map(\.article.metadata.site) == ["The Selm Courier"])
  #expect(kept.map(\.status) == read.map(\.status))
  #expect(kept.map(\.variants.count) == [1])
  #expect(try copy.check().problems == [])
}

@Test func anImportLeavesWhatIsThereAsItIs() throws {
  let address = "https://courier.example/ferries"
  let older = try emptyLibrary()
  try older.add(ferries.with { $0.address = address }, trams)
  let lines = try older.dump().split(separator: "\n").map { Array($0.utf8) }
  let library = try emptyLibrary()
  try library.add(
    ferries.with {
      $0.address = address
      $0.paragraphs.append("A later version says more.")
    }, trams)
  try library.perform(.untag("transport", .listing(Listing())))
  let before = try library.dump()
  let outcomes = try library.importLines(lines)
  #expect(outcomes.count == 2)
  #expect(outcomes.allSatisfy { if case .known = $0 { true } else { false } }, "\(outcomes)")
  #expect(try library.dump() == before)
}

@Test(arguments: [
  ("{", "Line 2 is no JSON, at byte 2."), ("{}", "Line 2 is no line of an export."),
  ("{\"pullquote\":2,\"text\":\"a\"}", "Line 2 is no line of an export."),
  (
    "{\"pullquote\":1,\"text\":\"a\",\"blocks\":[[\"p\",\"body\",null,9,2,[]]]}",
    "Line 2 is no line of an export."
  ),
  (exportedLine("ab", "[0,1],[0,1]"), "Line 2 is no line of an export."),
  (exportedLine("ab", "[1,2],[0,1]"), "Line 2 is no line of an export."),
  (exportedLine("ab", "[0,3]"), "Line 2 is no line of an export."),
  (exportedLine("ab", "[0,9223372036854774784]"), "Line 2 is no line of an export."),
  (exportedLine("aé", "[0,2]"), "Line 2 is no line of an export."),
  (exportedLine("ab", "[0,2,[[\"t\",0,3]]]"), "Line 2 is no line of an export."),
  (exportedLine("aé", "[0,3,[[\"e\",[[\"t\",2,3]]]]]"), "Line 2 is no line of an export."),
])
func aBrokenLineIsRefusedWithItsNumber(line: String, sentence: String) throws {
  let library = try emptyLibrary()
  let good = try #require(try sampleLibrary().dump().split(separator: "\n").last)
  #expect(throws: LibraryError(.refused, sentence)) {
    try library.importLines([Array(good.utf8), Array(line.utf8)])
  }
  #expect(try library.titles() == [])
}

@Test func numbersThatNoExportHasDoNoHarm() throws {
  for number in ["-1", "-9223372036854775808", "9223372036854774784", "1e300", "0.5"] {
    let library = try emptyLibrary()
    let anchor = "\"first\":\(number),\"words\":\"ferry\""
    let line = exportedLine(
      "The ferry sails.", "[0,16]",
      """
      "title":"Ferries","date":"\(number.prefix(19))-01-01","added":5,"position":\(number),
      "collections":["weekend"],"collectionPlaces":[\(number)],
      "marks":[{"name":"a","position":\(number)}],"saved":[{"kind":"words",\(anchor)}],
      "corrections":[{"kind":"role","value":"promo",\(anchor)}]
      """)
    #expect(try library.importLines([Array(line.utf8)]).count == 1)
    try library.add(trams)
    try library.perform(.collect("weekend", .listing(Listing())))
    let id = try #require(
      try library.page(of: Listing(), count: 9).rows.first { $0.title == "Ferries" })
    // A newer reading looks for all of it.
    let moved = TestArticle("Ferries", "The night ferry sails.")
    try library.replaceContent(of: id.id, with: PreparedAddition(moved.addition))
    #expect(try library.article(id.id).savedExcerpts.map(\.isDetached) == [false])
    #expect(try library.check().problems == [])
  }
}

@Test func retentionTakesNothingUnlessAskedTo() throws {
  let library = try sampleLibrary()
  #expect(try library.apply(RetentionRules()) == nil)
  try library.perform(.setRead(true, .listing(Listing())))
  try library.perform(.untag("transport", .listing(Listing())))
  try library.perform(.untag("farming", .listing(Listing())))
  #expect(try library.apply(RetentionRules(daysOfUnread: 1)) == nil)
  try library.perform(
    .setStarred(true, .listing(Listing(try Query("estuary")))))
  #expect(try library.apply(RetentionRules(daysOfRead: 30)) == "Deleted: 1 article")
  #expect(try library.titles().count == 2)
  try library.undo()
  #expect(try library.titles().count == 3)
}

@Test func retentionKeepsWhatAPersonCollected() throws {
  let library = try emptyLibrary()
  try library.add(ferries.with { $0.tags = [] }, orchard.with { $0.tags = [] })
  let kept = try library.first
  try library.perform(.collect("weekend", .articles([kept])))
  #expect(try library.titles("has:collection") == ["Night ferries return to Selmouth"])
  #expect(try library.apply(RetentionRules(daysOfUnread: 1)) == "Deleted: 1 article")
  #expect(try library.titles() == ["Night ferries return to Selmouth"])
}

@Test func wrongCountsAndIndexesAreFoundAndMended() throws {
  let directory = try TemporaryDirectory()
  let library = try directory.open()
  try library.add(ferries, trams)
  try library.write { database in
    try database.execute(sql: "UPDATE counts SET articles = articles + 1 WHERE kind = 0")
    try database.execute(sql: "DELETE FROM quote_words_data WHERE id > 10")
  }
  let problems = try library.check().problems
  #expect(problems.contains { $0.contains("quote_words") })
  #expect(problems.contains { $0.contains("counts") })
  try library.compact()
  #expect(try library.check().problems == [])
  #expect(try library.titles("speaker:harrow").count == 1)
}

@Test func compactingGivesSpaceBack() throws {
  let directory = try TemporaryDirectory()
  let library = try directory.open()
  try library.addMany(200)
  try library.compact()
  let full = try directory.size
  try library.perform(.move(.listing(Listing()), to: .deleted))
  #expect(try library.compact(keepsDeleted: true) == 0)
  #expect(try library.compact() == 200)
  #expect(try directory.size < full / 2)
  #expect(try library.check().problems == [])
}

/// A line of an export about a text whose paragraphs have some ranges, and perhaps words of their
/// own, with further members.
private func exportedLine(
  _ text: String, _ paragraphs: String, _ more: String = "\"added\":1"
) -> String {
  let blocks = paragraphs.split(separator: "],[").map { paragraph in
    let bounds = paragraph.filter { $0 != "[" && $0 != "]" }
    let isWhole = !paragraph.contains("\"")
    return isWhole
      ? "[\"p\",\"body\",null,\(bounds),[[\"t\",\(bounds)]]]"
      : "[\"p\",\"body\",null,\(paragraph.dropFirst().dropLast())]"
  }
  let more = more.split(separator: "\n").joined()
  return """
    {"pullquote":1,"text":"\(text)","blocks":[\(blocks.joined(separator: ","))],\(more)}
    """
}

extension Library {
  /// The articles of the list and the archive, newest first.
  fileprivate func everyArticle() throws -> [LibraryArticle] {
    try page(of: Listing(includesArchived: true), count: 100).rows.map { try article($0.id) }
  }

  /// Adds articles of one shape in one batch; their excerpts are found once only.
  fileprivate func addMany(_ count: Int) throws {
    let excerpts = TestArticle("Title 000", "Number 000. " + ferries.paragraphs[0]).addition
      .excerpts
    let additions = (0..<count).map { number in
      let digits = String(String(1000 + number).dropFirst())
      let parsed = TestArticle("Title \(digits)", "Number \(digits). " + ferries.paragraphs[0])
        .parsed
      return Addition(
        parsed: parsed, excerpts: excerpts, original: Array(parsed.document.text.utf8), origin: "x")
    }
    _ = try add(additions.map { PreparedAddition($0) })
  }
}

extension TemporaryDirectory {
  /// The size of the library's file.
  var size: Int {
    get throws {
      let attributes = try FileManager.default.attributesOfItem(atPath: library)
      return attributes[.size] as? Int ?? 0
    }
  }

  /// Overwrites bytes of the library's file.
  func patch(at offset: Int, _ bytes: [UInt8]) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: library))
    try file.seek(toOffset: UInt64(offset))
    file.write(Data(bytes))
    try file.close()
  }
}
