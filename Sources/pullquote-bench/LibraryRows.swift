import ArgumentParser
import Articles
import Foundation
import LibraryStore
import Queries
import Synchronization

/// A library of so many invented articles: adding, opening, pages, searches, changes. A process of
/// its own, so that its memory is its own.
struct LibraryBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library", abstract: "Measures a library of so many articles.")

  @Option(help: "How many articles.") var articles = 1000
  @Option(help: ArgumentHelp("Use this library, and leave it; only what is not there is added."))
  var file: String?
  // Not "json": the command that this one belongs to would take it for its own.
  @Option(help: "Write the figures as JSON.") var rows: String?

  func run() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pullquote-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = file ?? folder.appendingPathComponent("library.sqlite").path
    let measured = try LibraryRows(path: path, count: articles).measure()
    if let rows { try JSONEncoder().encode(measured).write(to: URL(fileURLWithPath: rows)) }
    print(Comparison(rows: measured, earlier: []).table)
  }
}

extension LibraryBench {
  /// The rows of some sizes, each measured by a process of its own.
  static func rows(ofSizes sizes: [Int]) throws -> [BenchmarkRow] {
    try sizes.flatMap { size in
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("\(UUID().uuidString).json")
      defer { try? FileManager.default.removeItem(at: file) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = ["library", "--articles", "\(size)", "--rows", file.path]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return try JSONDecoder().decode([BenchmarkRow].self, from: Data(contentsOf: file))
    }
  }
}

/// Fills a library and measures it.
struct LibraryRows {
  let path: String
  let count: Int
  private let invented = InventedArticles()

  init(path: String, count: Int) {
    self.path = path
    self.count = count
  }

  func measure() throws -> [BenchmarkRow] {
    let library = try Library.open(at: path)
    let missing = try count - library.count(of: Listing(includesArchived: true)).articles
    var rows = missing > 0 ? try add(missing, to: library) : []
    rows += try listRows(library) + searchRows(library) + changeRows(library)
    return rows.map {
      BenchmarkRow(name: "library of \(count): \($0.name)", value: $0.value, unit: $0.unit)
    }
  }

  /// Adds articles as the program does: one batch is written while the next is prepared.
  private func add(_ missing: Int, to library: Library) throws -> [BenchmarkRow] {
    let clock = ContinuousClock()
    var preparing = 0.0
    var writing = 0.0
    let start = clock.now
    for first in stride(from: count - missing, to: count, by: 500) {
      let numbers = first..<min(first + 500, count)
      let before = clock.now
      let prepared = Mutex([PreparedAddition?](repeating: nil, count: numbers.count))
      DispatchQueue.concurrentPerform(iterations: numbers.count) { index in
        let one = invented.prepared(first + index)
        prepared.withLock { $0[index] = one }
      }
      let between = clock.now
      _ = try library.add(prepared.withLock { $0.compactMap(\.self) })
      preparing += (between - before) / .milliseconds(1)
      writing += (clock.now - between) / .milliseconds(1)
    }
    let seconds = (clock.now - start) / .seconds(1)
    return [
      BenchmarkRow(name: "articles added", value: Double(missing) / seconds, unit: "articles/s"),
      BenchmarkRow(name: "one prepared", value: preparing / Double(missing), unit: "ms"),
      BenchmarkRow(name: "one written", value: writing / Double(missing), unit: "ms"),
      BenchmarkRow(name: "file", value: fileMegabytes, unit: "MB"),
      BenchmarkRow(name: "most memory while adding", value: peakMegabytes, unit: "MB"),
    ]
  }

  private var fileMegabytes: Double {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    return ((facts?[.size] as? Int).map(Double.init) ?? .nan) / 1e6
  }

  private var peakMegabytes: Double {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line?.split(separator: " ").compactMap { Double($0) }.first ?? .nan) / 1000
  }
}

// MARK: - Lists and searches

extension LibraryRows {
  private func listRows(_ library: Library) throws -> [BenchmarkRow] {
    var rows = [
      Sampling.latency("opened with its first page") {
        guard let other = try? Library.open(at: path) else { return }
        Sampling.keep(try? other.page(of: Listing(), count: 50))
      },
      Sampling.latency("first page") { Sampling.keep(try? library.page(of: Listing(), count: 50)) },
    ]
    for order in Listing.Order.allCases {
      let listing = Listing(order: order)
      rows.append(
        Sampling.latency("last page by \(order.rawValue)") {
          Sampling.keep(try? library.page(of: listing, at: .last, count: 50))
        })
    }
    rows.append(
      Sampling.latency("groups by source") { Sampling.keep(try? library.groups(by: .source)) })
    return rows
  }

  private func searchRows(_ library: Library) throws -> [BenchmarkRow] {
    let common = invented.word(3)
    let queries: [(String, String)] = [
      ("common word", common), ("rare word", invented.word(19_000)),
      ("two words", "\(common) \(invented.word(400))"),
      ("phrase", "\"\(common) \(invented.word(5))\""),
      ("one letter as a beginning", common.prefix(1) + "*"),
      ("three letters as a beginning", common.prefix(3) + "*"),
      ("without a word", "\(common) -\(invented.word(2))"), ("title", "title:\(invented.word(60))"),
      ("speaker", "speaker:\(invented.person(5).split(separator: " ")[1])"),
      ("says", "says:\(invented.word(50))"), ("figure above", "figure:>1e6"),
      ("figure", "figure:4.8m"), ("figure of a unit", "figure:>1e6 unit:\(invented.word(500))"),
      ("unit", "unit:\(common)"), ("unread and quoted", "is:unread has:quote"),
      ("a month", "date:2024-05 \(common)"),
    ]
    var rows = try queries.map { name, text in
      let listing = Listing(try Query(text), includesArchived: true)
      return Sampling.latency("search, \(name)", runs: 5) {
        Sampling.keep(try? library.search(listing, count: 30))
      }
    }
    for (name, text) in queries.prefix(4) {
      let listing = Listing(try Query(text), includesArchived: true)
      rows.append(
        Sampling.latency("ranked, \(name)", runs: 5) {
          Sampling.keep(try? library.search(listing, isRanked: true, count: 30))
        })
    }
    return rows
  }

  private func changeRows(_ library: Library) throws -> [BenchmarkRow] {
    let clock = ContinuousClock()
    func once(_ name: String, _ change: () throws -> Void) rethrows -> BenchmarkRow {
      BenchmarkRow(
        name: name, value: try clock.measure { try change() } / .milliseconds(1), unit: "ms")
    }
    return [
      try once("all marked as read") {
        try library.perform(.setRead(true, .listing(Listing())))
      },
      try once("that undone") { try library.undo() },
      Sampling.latency("one starred") {
        guard let id = (try? library.page(of: Listing(), count: 1))?.rows.first?.id else { return }
        _ = try? library.perform(.setStarred(true, .articles([id])))
        _ = try? library.undo()
      },
      BenchmarkRow(name: "most memory in all", value: peakMegabytes, unit: "MB"),
    ]
  }
}
