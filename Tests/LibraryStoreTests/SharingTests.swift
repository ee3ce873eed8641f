import Articles
import Excerpts
import Foundation
import GRDB
import Queries
import Synchronization
import Testing

@testable import LibraryStore

@Test func changesOfOthersAreNoticedAndOnesOwnAreNot() throws {
  let directory = try TemporaryDirectory()
  let one = try directory.open()
  let two = try directory.open()
  #expect(try !one.hasChangedElsewhere())
  try one.add(ferries)
  #expect(try !one.hasChangedElsewhere())
  #expect(try two.hasChangedElsewhere())
  #expect(try !two.hasChangedElsewhere())
  #expect(try two.titles().count == 1)
  let id = try two.first
  try two.perform(.setRead(true, .articles([id])))
  #expect(try one.hasChangedElsewhere())
  #expect(try one.undo() == "Read: 1 article")
  #expect(try two.article(id).status.isRead == false)
}

@Test func aBusyWriterIsWaitedForWithAMessage() throws {
  let directory = try TemporaryDirectory()
  let one = try directory.open()
  let told = Mutex<[String]>([])
  let two = try directory.open(waiting: { sentence in told.withLock { $0.append(sentence) } })
  let thread = Thread {
    _ = try? one.write { database in
      try database.execute(sql: "UPDATE statuses SET is_read = 1")
      Thread.sleep(forTimeInterval: 0.6)
    }
  }
  thread.start()
  Thread.sleep(forTimeInterval: 0.1)
  // Readers do not wait.
  #expect(try two.titles() == [])
  try two.add(ferries)
  #expect(
    told.withLock { $0 } == ["Waiting for another pullquote that is writing to the library."])
  #expect(try two.titles().count == 1)
}

@Test func waitingForABusyWriterIsInterrupted() throws {
  let directory = try TemporaryDirectory()
  let one = try directory.open()
  let interruption = Interruption()
  let two = try Library.open(
    at: directory.library,
    options: LibraryOptions(waiting: { _ in interruption.interrupt() }, interruption: interruption))
  try one.write { database in
    try database.execute(sql: "UPDATE statuses SET is_read = 1")
    #expect(throws: LibraryError(.interrupted, "Interrupted.")) { try two.add(ferries) }
  }
  #expect(try one.titles() == [])
}

@Test func whatIsBusyWithoutBeingInterruptedSaysSo() throws {
  let directory = try TemporaryDirectory()
  let one = try directory.open()
  let two = try directory.open()
  // Who has read and then writes would write over what another wrote between: SQLite does not wait.
  let error = #expect(throws: LibraryError.self) {
    try two.catching {
      try two.writer.writeWithoutTransaction { database in
        try database.inTransaction(.deferred) {
          _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM statuses")
          try one.add(ferries)
          try database.execute(sql: "DELETE FROM statuses")
          return .commit
        }
      }
    }
  }
  #expect(error == LibraryError(.busy, "Another program is using the library; try again."))
}

@Test(arguments: [(false, -16_000, 4000), (true, -32_000, 32_000)])
func whoAddsManyArticlesBringsTheLogIntoTheFileSeldom(many: Bool, cache: Int, pages: Int) throws {
  let directory = try TemporaryDirectory()
  var options = LibraryOptions(now: { testNow })
  options.addsMany = many
  let library = try Library.open(at: directory.library, options: options)
  let values = try library.write { database in
    try ["cache_size", "wal_autocheckpoint", "journal_size_limit"].map {
      try Int.fetchOne(database, sql: "PRAGMA \($0)")
    }
  }
  #expect(values == [cache, pages, 16_384_000])
  try library.add(ferries)
  #expect(try directory.open().titles().count == 1)
}

@Test func manyThreadsReadWhileOneWrites() throws {
  let directory = try TemporaryDirectory()
  let library = try directory.open()
  let failures = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: 4) { lane in
    for number in 0..<25 {
      do {
        if lane == 0 {
          try library.add(TestArticle("Title \(number)", "Number \(number)."))
        } else {
          let page = try library.page(of: Listing(), count: 50)
          let count = try library.count(of: Listing())
          if page.rows.count > count.articles { failures.withLock { $0 += 1 } }
        }
      } catch {
        failures.withLock { $0 += 1 }
      }
    }
  }
  #expect(failures.withLock { $0 } == 0)
  #expect(try library.titles().count == 25)
}
