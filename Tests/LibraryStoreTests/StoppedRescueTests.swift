import Foundation
import GRDB
import Synchronization
import Testing

@testable import LibraryStore

/// How a rescue ends before it is through.
enum EarlyEnd: CaseIterable {
  case asked, fullDisk, killed
}

@Test(arguments: EarlyEnd.allCases)
func aRescueThatEndsEarlyIsBegunAnew(end: EarlyEnd) throws {
  let directory = try TemporaryDirectory()
  let titles = try directory.makeDamaged()
  let before = try Data(contentsOf: URL(fileURLWithPath: directory.library))
  if end == .killed {
    let lines = try Probe(directory.library, "rescue", "60").rest()
    #expect(lines == ["rescuing"])
  } else {
    let error = #expect(throws: LibraryError.self) {
      try Library.rescue(at: directory.library, options: earlyEnd(end))
    }
    #expect(error?.kind == (end == .asked ? .interrupted : .full))
    #expect(try directory.names == ["library.sqlite"])
  }
  #expect(try Data(contentsOf: URL(fileURLWithPath: directory.library)) == before)
  #expect(throws: LibraryError.self) { try directory.open() }
  let damaged = try Data(contentsOf: URL(fileURLWithPath: directory.library))
  let rescue = try Library.rescue(at: directory.library)
  #expect((rescue.saved, rescue.lost) == (titles.count, 0))
  #expect(try Set(rescue.library.titles()) == titles)
  #expect(try Data(contentsOf: URL(fileURLWithPath: rescue.setAside)) == damaged)
  #expect(try directory.names.allSatisfy { !$0.contains(".rescue") })
}

/// Options with which a rescue of 150 articles does not come to its end.
private func earlyEnd(_ end: EarlyEnd) -> LibraryOptions {
  let interruption = Interruption()
  let asked = Atomic(0)
  var options = LibraryOptions(
    interruption: interruption,
    now: {
      // The clock is read for each article.
      if asked.add(1, ordering: .relaxed).newValue == 60, end == .asked {
        interruption.interrupt()
      }
      return testNow
    })
  if end == .fullDisk { options.pageLimit = 150 }
  return options
}

@Test(arguments: [(true, nil), (false, nil), (true, "2026-05-17-2"), (false, "2026-05-17-2")])
func aRescueThatWasKilledAtItsLastStepIsFinished(hasLog: Bool, day: String?) throws {
  let directory = try TemporaryDirectory()
  do { try directory.open().add(ferries, trams) }
  // The damaged library has its new name, the rescued one has not.
  try FileManager.default.moveItem(
    atPath: directory.library, toPath: directory.library + ".rescued")
  if let day {
    for name in [String(day.dropLast(2)), day] {
      try Data().write(to: URL(fileURLWithPath: directory.library + ".damaged-" + name))
    }
  }
  // Its log may have, or is yet to follow.
  let wal = directory.library + (hasLog ? "-wal" : ".damaged-\(day ?? "before")-wal")
  try Data("log".utf8).write(to: URL(fileURLWithPath: wal))
  let error = #expect(throws: LibraryError.self) { try directory.open() }
  #expect(error?.kind == .damaged)
  let rescue = try Library.rescue(
    at: directory.library, options: LibraryOptions(now: { testNow }))
  #expect(rescue.saved == 2)
  #expect(try rescue.library.titles().count == 2)
  #expect(try rescue.library.check().problems == [])
  #expect(rescue.setAside == directory.library + ".damaged-" + (day ?? "2026-05-20"))
  #expect(
    FileManager.default.fileExists(atPath: rescue.setAside + "-wal") == (hasLog || day != nil))
}

@Test func theJournalOfADamagedLibraryGoesWithIt() throws {
  let directory = try TemporaryDirectory()
  _ = try directory.makeDamaged()
  let journal = directory.library + "-journal"
  try Data("journal".utf8).write(to: URL(fileURLWithPath: journal))
  let rescue = try Library.rescue(at: directory.library)
  #expect(!FileManager.default.fileExists(atPath: journal))
  #expect(FileManager.default.fileExists(atPath: rescue.setAside + "-journal"))
}

extension TemporaryDirectory {
  /// What lies in it, but for what SQLite's readers share.
  fileprivate var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") }
    }
  }

  /// Makes a library of 150 articles that cannot be opened, though each of them can be read; gives
  /// their titles.
  fileprivate func makeDamaged() throws -> Set<String> {
    let page: Int
    let titles: [String]
    do {
      let library = try open()
      _ = try library.add(
        (0..<150).map { number in
          PreparedAddition(
            TestArticle("Title \(number)", "Number \(number). " + ferries.paragraphs[0]).addition)
        })
      titles = try library.titles()
      page = try library.read { database in
        try Int.fetchOne(
          database, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'grdb_migrations'") ?? 0
      }
      try library.compact()
    }
    try patch(at: (page - 1) * 4096, [UInt8](repeating: 0xA5, count: 4096))
    return Set(titles)
  }
}
