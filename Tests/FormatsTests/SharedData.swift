import Foundation

/// Data that is not part of the project; tests that need it are skipped where it is absent.
enum SharedData {
  /// The folder `../shared/data` beside the package, or the one the environment names.
  static let folder: URL? = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let beside = root.deletingLastPathComponent().appendingPathComponent("shared/data")
    let named = ProcessInfo.processInfo.environment["PULLQUOTE_SHARED_DATA"]
    let candidates = [named.map { URL(fileURLWithPath: $0) }, beside].compactMap(\.self)
    return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The bytes of a file in the folder; nil where either is absent.
  static func bytes(_ path: String) -> [UInt8]? {
    guard let url = folder?.appendingPathComponent(path) else { return nil }
    return (try? Data(contentsOf: url)).map { Array($0) }
  }

  static let hasSeed = bytes("seed/article.txt") != nil
}
