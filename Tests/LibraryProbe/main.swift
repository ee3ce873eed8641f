// A program that works on a library until it is killed, for the tests of what a kill leaves. Each
// line that it prints acknowledges something that must be found again.

import Articles
import Excerpts
import Glibc
import LibraryStore
import Queries
import Synchronization

/// An article with a quote and a figure; its title is its number.
func article(_ name: String) -> PreparedAddition {
  let text = "\(name)\n\nNumber \(name). “We kept it,” said Ana Ruiz. It cost 4,200 euros."
  let title = TextRange(0, name.utf8.count)
  let body = TextRange(name.utf8.count + 2, text.utf8.count)
  let document = Document(
    text: text,
    blocks: [
      Block(title, role: .title, content: .heading(level: 1, [.text(title)])),
      Block(body, role: .body, content: .paragraph([.text(body)])),
    ])
  return PreparedAddition(
    Addition(
      parsed: ParsedArticle(metadata: Metadata(title: name, site: "Probe"), document: document),
      excerpts: findExcerpts(in: document), original: Array(text.utf8), origin: name))
}

/// Tells the test what is safely kept.
func acknowledge(_ line: String) {
  var bytes = Array((line + "\n").utf8)
  while !bytes.isEmpty {
    let count = unsafe write(STDOUT_FILENO, bytes, bytes.count)
    if count <= 0 { exit(3) }
    bytes.removeFirst(count)
  }
}

func work(_ library: Library, _ command: String, _ name: String) throws {
  var number = 0
  while true {
    number += 1
    switch command {
    case "add":
      let names = (0..<8).map { "\(name)-\(number)-\($0)" }
      _ = try library.add(names.map(article))
      acknowledge("added " + names.joined(separator: " "))
    case "mark":
      let isRead = number % 2 == 1
      try library.perform(.setRead(isRead, .listing(Listing())))
      acknowledge("marked \(isRead)")
    case "undo":
      try library.perform(.tag("tag-\(name)-\(number)", .listing(Listing())))
      acknowledge("tagged tag-\(name)-\(number)")
      try library.undo()
      acknowledge("untagged tag-\(name)-\(number)")
    case "compact":
      _ = try library.add([article("\(name)-\(number)")])
      acknowledge("added \(name)-\(number)")
      try library.compact()
      acknowledge("compacted")
    default: exit(2)
    }
  }
}

/// Rescues a library and is killed when the clock is read for an article of some number.
func rescue(_ path: String, killedAt number: Int) throws {
  acknowledge("rescuing")
  let asked = Atomic(0)
  let options = LibraryOptions(now: {
    if asked.add(1, ordering: .relaxed).newValue == number { kill(getpid(), SIGKILL) }
    return secondsSince1970()
  })
  _ = try Library.rescue(at: path, options: options)
  acknowledge("rescued")
}

let arguments = CommandLine.arguments
guard arguments.count == 4 else { exit(2) }
do {
  if arguments[2] == "rescue" {
    try rescue(arguments[1], killedAt: Int(arguments[3]) ?? 0)
    exit(0)
  }
  let library = try Library.open(at: arguments[1])
  acknowledge("opened")
  try work(library, arguments[2], arguments[3])
} catch {
  acknowledge("failed \(error)")
  exit(1)
}
