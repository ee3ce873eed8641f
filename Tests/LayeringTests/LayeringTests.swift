import Foundation
import Testing

/// Which modules of this package and which packages a target may import: the table of the
/// Architecture article. A target imports only what stands here.
private let allowedImports: [String: Set<String>] = [
  "Articles": [],
  "Screen": [],
  "Prose": [],
  "Markup": [],
  "Formats": ["Articles", "Prose", "Markup"],
  "Excerpts": ["Articles", "Prose"],
  "Typesetting": ["Articles", "Screen"],
  "Theming": ["Screen", "TOMLKit"],
  "Terminal": ["Screen", "CNcurses", "CTerminalGuard"],
  "Interchange": ["Articles", "Excerpts"],
  "Queries": ["Articles"],
  "LibraryStore": [
    "Articles", "CZlib", "Excerpts", "GRDB", "GRDBSQLite", "Interchange", "Queries",
  ],
  "Session": ["Articles", "Excerpts", "Queries", "Typesetting", "Screen"],
  "Panels": ["Articles", "Excerpts", "Queries", "Typesetting", "Screen", "Session"],
  "AppRuntime": [
    "Articles", "CHeap", "Excerpts", "Formats", "Interchange", "LibraryStore", "Panels", "Queries",
    "Screen", "Session", "Terminal", "Theming", "Typesetting",
  ],
  "EmbedThemes": ["PackagePlugin"],
  "pullquote": ["AppRuntime", "ArgumentParser"],
  "pullquote-bench": [
    "Articles", "ArgumentParser", "Excerpts", "Formats", "LibraryStore", "Panels",
    "PseudoTerminal", "Queries", "Screen", "Session", "Typesetting",
  ],
  "pullquote-train": ["Articles", "Excerpts", "Formats", "Prose"],
]

/// Modules that must not read files, clocks, the environment or random numbers.
private let pureModules: Set<String> = [
  "Articles", "Screen", "Prose", "Markup", "Formats", "Excerpts", "Typesetting", "Session",
  "Panels", "Interchange", "Queries",
]

/// Modules of the toolchain and the system. Pure modules get the first set only.
private let harmlessModules: Set<String> = ["FoundationEssentials", "Synchronization"]
private let systemModules: Set<String> = ["Foundation", "Glibc", "Dispatch"]

/// System modules that a pure module needs for one stated reason.
private let exceptions: [String: Set<String>] = [
  // iconv, for legacy encodings; a pure function over bytes.
  "Markup": ["Glibc"]
]

private let sources = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Sources")

/// Every Swift file below a folder.
private func swiftFiles(below folder: URL) -> [URL] {
  let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
}

private func lines(of file: URL) throws -> [Substring] {
  try String(contentsOf: file, encoding: .utf8).split(
    separator: "\n", omittingEmptySubsequences: false)
}

/// The module that an import line names, or nil.
private func importedModule(_ line: Substring) -> String? {
  let words = line.split(separator: " ").map(String.init)
  guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
    words[..<place].allSatisfy({
      $0.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains($0)
    })
  else { return nil }
  let kinds = ["struct", "class", "enum", "func", "var", "let", "typealias", "protocol"]
  let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
  return name.split(separator: ".").first.map(String.init)
}

@Test func everyTargetOfSourcesIsInTheTable() throws {
  let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
  let swiftTargets = folders.filter {
    !swiftFiles(below: sources.appendingPathComponent($0)).isEmpty
  }
  #expect(Set(swiftTargets).subtracting(allowedImports.keys).isEmpty)
}

@Test(arguments: allowedImports.keys.sorted())
func importsFollowTheTable(target: String) throws {
  let allowed = allowedImports[target, default: []]
  var system = harmlessModules.union(exceptions[target] ?? [])
  if !pureModules.contains(target) { system.formUnion(systemModules) }
  for file in swiftFiles(below: sources.appendingPathComponent(target)) {
    for (number, line) in try lines(of: file).enumerated() {
      guard let module = importedModule(line), !allowed.contains(module) else { continue }
      #expect(
        system.contains(module),
        "\(target)/\(file.lastPathComponent):\(number + 1) imports \(module)")
    }
  }
}

@Test(arguments: allowedImports.keys.sorted())
func noModuleHasATypeOfItsOwnName(target: String) throws {
  let kinds = ["struct", "enum", "class", "protocol", "actor"]
  let clashes = kinds.flatMap { ["\($0) \(target) ", "\($0) \(target):"] }
  for file in swiftFiles(below: sources.appendingPathComponent(target)) {
    let source = try Data(contentsOf: file)
    let clash = clashes.first { source.firstRange(of: Data($0.utf8)) != nil }
    #expect(clash == nil, "\(file.lastPathComponent): \(clash ?? "")")
  }
}

/// What stands for a check that was switched off or a decision put off.
private let refusedWords = [
  "@unchecked Sendable", "nonisolated(unsafe)", "try!", "as!", "fatalError(", "TODO", "FIXME",
  "@preconcurrency",
]

@Test(arguments: refusedWords)
func nothingSwitchesACheckOff(word: String) throws {
  let needle = Data(word.utf8)
  for file in swiftFiles(below: sources) {
    let place = try Data(contentsOf: file).firstRange(of: needle)
    #expect(place == nil, "\(file.lastPathComponent) has \(word)")
  }
}

/// Generated or copied from a standard, one entry a line: nobody reads them from top to bottom.
private let tables: Set<String> = ["QuoteWeights.swift"]

@Test func noSourceIsLongerThanSixHundredLines() throws {
  for file in swiftFiles(below: sources) where !tables.contains(file.lastPathComponent) {
    let count = try Data(contentsOf: file).count { $0 == 0x0A }
    #expect(count <= 600, "\(file.lastPathComponent) has \(count) lines")
  }
}
