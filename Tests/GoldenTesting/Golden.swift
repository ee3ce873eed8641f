public import Foundation

/// Compares text with a golden file beside the test.
///
/// With `PULLQUOTE_RECORD=1` in the environment the file is rewritten and the comparison still
/// reports a difference, so that a recording run fails and nothing is accepted by accident.
/// Use as `#expect(goldenDifference(dump, "page.dump") == nil)`.
///
/// - Parameters:
///   - actual: the text produced.
///   - name: the file's name below the folder.
///   - folder: the folder beside the test's own file.
///   - testFile: the test's own file.
/// - Returns: nil when equal, else where and how the texts differ.
public func goldenDifference(
  _ actual: String, _ name: String, folder: String = "Golden", testFile: String = #filePath
) -> String? {
  let url = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .appendingPathComponent(folder).appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["PULLQUOTE_RECORD"] != nil {
    return record(actual, at: url)
  }
  guard let data = try? Data(contentsOf: url) else {
    return "There is no golden \(folder)/\(name). Run with PULLQUOTE_RECORD=1 and read it."
  }
  let expected = String(decoding: data, as: UTF8.self)
  return expected == actual ? nil : "\(name) differs:\n" + difference(expected, actual)
}

/// The text of a fixture beside the test.
///
/// - Throws: what Foundation says when the file cannot be read.
public func fixture(
  _ name: String, folder: String = "Fixtures", testFile: String = #filePath
) throws -> Data {
  let url = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .appendingPathComponent(folder).appendingPathComponent(name)
  return try Data(contentsOf: url)
}

private func record(_ actual: String, at url: URL) -> String {
  do {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: url)
    return "\(url.lastPathComponent) was recorded. Read it, then run without PULLQUOTE_RECORD."
  } catch {
    return "\(url.lastPathComponent) could not be recorded: \(error)"
  }
}

/// The lines that differ, those of the golden with "-" and the new ones with "+".
private func difference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, let element, _): lines.append("-\(offset + 1) \(element)")
    case .insert(let offset, let element, _): lines.append("+\(offset + 1) \(element)")
    }
  }
  return lines.prefix(40).joined(separator: "\n")
}
