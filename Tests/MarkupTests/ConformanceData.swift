import Foundation

/// The test data of html5lib, which is not part of the project: looked for beside the package, or
/// below the folder that `PULLQUOTE_SHARED_DATA` names.
enum ConformanceData {
  static let folder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var candidates = [root.appendingPathComponent("../shared/data")]
    if let named = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED_DATA"] {
      candidates.append(URL(fileURLWithPath: named))
    }
    return candidates.map { $0.appendingPathComponent("html5lib-tests") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// Whether a group of the tests is there.
  static func has(_ group: String) -> Bool { !files(in: group).isEmpty }

  /// The files of a group by name.
  static func files(in group: String) -> [URL] {
    guard let folder else { return [] }
    let group = folder.appendingPathComponent(group)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: group.path)) ?? []
    return names.sorted().map { group.appendingPathComponent($0) }
  }

  /// The cases that are known not to pass, as "group/file number", with the reasons behind a colon
  /// in the file of the list.
  static func notPassed(in group: String) throws -> Set<String> {
    let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/not-passed.txt")
    let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
    return Set(
      lines.filter { $0.hasPrefix("\(group)/") }.compactMap {
        $0.split(separator: ":").first.map(String.init)
      })
  }

  /// Says how many of a group passed, for the log.
  static func report(_ group: String, passed: Int, total: Int) {
    print("html5lib-tests \(group): \(passed) of \(total) pass")
  }
}
