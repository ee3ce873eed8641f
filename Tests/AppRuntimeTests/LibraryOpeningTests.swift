import Foundation
import LibraryStore
import Synchronization
import Testing

@testable import AppRuntime

@Test(arguments: [
  ("/a.sqlite", "", [:], "/a.sqlite"),
  ("a.sqlite", "library = \"/b\"", ["HOME": "/h"], "a.sqlite"),
  (nil, "library = \"/b\"", ["XDG_DATA_HOME": "/d"], "/b"),
  (nil, "library = \"~/b\"", ["HOME": "/h"], "/h/b"),
  (nil, "", ["HOME": "/h", "XDG_DATA_HOME": "/d"], "/d/pullquote/library.sqlite"),
  (nil, "", ["HOME": "/h", "XDG_DATA_HOME": "d"], "/h/.local/share/pullquote/library.sqlite"),
  (nil, "", [:], nil),
])
func theLibraryIsWhereItIsNamedOrSetOrWithTheData(
  named: String?, text: String, variables: [String: String], expected: String?
) {
  var settings = Settings()
  settings.read(text: text, file: "config.toml")
  let found = try? libraryFile(
    named: named, settings: settings, environment: Environment(variables))
  #expect(found == expected)
}

@Test func aLibraryIsMadeWithItsFolder() throws {
  let folder = try ScratchFolder()
  let path = folder.path + "/data/pullquote/library.sqlite"
  let opened = try openLibrary(at: path, waiting: { _ in })
  #expect(opened.notices.isEmpty)
  #expect(FileManager.default.fileExists(atPath: path))
  #expect(try opened.library.check().isClean)
}

@Test func manyMakeTheSameLibraryAtOnce() throws {
  for _ in 0..<5 {
    let folder = try ScratchFolder()
    let path = folder.path + "/library.sqlite"
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      do throws(LibraryError) {
        _ = try openLibrary(at: path, waiting: { _ in })
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}

@Test func whatIsNoLibraryIsRefusedAndLeft() throws {
  let folder = try ScratchFolder()
  let path = try folder.write("words", "notes.txt")
  #expect(throws: LibraryError.self) { try openLibrary(at: path, waiting: { _ in }) }
  #expect(try String(contentsOfFile: path, encoding: .utf8) == "words")
}

@Test func aLibraryOfANewerProgramIsRefusedAndLeft() throws {
  let folder = try ScratchFolder()
  let path = folder.path + "/library.sqlite"
  _ = try openLibrary(at: path, waiting: { _ in })
  var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
  bytes[63] = 200
  try bytes.write(to: URL(fileURLWithPath: path))
  do {
    _ = try openLibrary(at: path, waiting: { _ in })
    Issue.record("It was opened.")
  } catch {
    #expect(error.kind == .newer)
    #expect(error.sentence.contains("made by a newer pullquote"))
  }
  #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
}

@Test func aDamagedLibraryIsRescuedOnceByAllThatFindIt() throws {
  for _ in 0..<8 {
    let folder = try ScratchFolder()
    let path = try folder.write(String(repeating: "no page ", count: 2_000), "library.sqlite")
    let notices = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do throws(LibraryError) {
        let opened = try openLibrary(at: path, waiting: { _ in })
        notices.withLock { $0 += opened.notices }
      } catch {
        Issue.record("\(error)")
      }
    }
    #expect(notices.withLock(\.count) == 1)
    #expect(notices.withLock { $0.first }?.hasPrefix("The library was damaged: ") == true)
    let aside = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".damaged-") }
    #expect(aside.count == 1)
  }
}

@Test(arguments: [true, false])
func anOpeningWaitsForARescueUnlessItIsInterrupted(isInterrupted: Bool) throws {
  let folder = try ScratchFolder()
  let rescue = unsafe open(folder.path, O_RDONLY | O_DIRECTORY)
  defer { close(rescue) }
  #expect(flock(rescue, LOCK_EX) == 0)
  let interruption = Interruption()
  let told = Mutex<[String]>([])
  let open = {
    try openLibrary(at: folder.path + "/library.sqlite", interruption: interruption) { sentence in
      told.withLock { $0.append(sentence) }
      if isInterrupted { interruption.interrupt() } else { flock(rescue, LOCK_UN) }
    }
  }
  if isInterrupted {
    #expect(throws: LibraryError(.interrupted, "Interrupted.")) { try open() }
  } else {
    #expect(try open().notices == [])
  }
  #expect(
    told.withLock(\.self) == ["Waiting for another pullquote that rescues the library."])
}

@Test func openingsDoNotWaitForEachOther() throws {
  let folder = try ScratchFolder()
  let other = unsafe open(folder.path, O_RDONLY | O_DIRECTORY)
  defer { close(other) }
  #expect(flock(other, LOCK_SH) == 0)
  let told = Mutex<[String]>([])
  _ = try openLibrary(at: folder.path + "/library.sqlite") { sentence in
    told.withLock { $0.append(sentence) }
    flock(other, LOCK_UN)
  }
  #expect(told.withLock(\.self) == [])
}
