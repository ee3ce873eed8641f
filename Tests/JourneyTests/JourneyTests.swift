// Key scripts through the real loop without a terminal. What they show is compared with the
// frames beside them: those files are the user interface.

import Foundation
import GoldenTesting
import Screen
import Testing

@testable import AppRuntime

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

private let scripts: [String] = {
  let files = try? FileManager.default.contentsOfDirectory(
    atPath: folder.appendingPathComponent("Scripts").path)
  return (files ?? []).filter { $0.hasSuffix(".keys") }.map { String($0.dropLast(5)) }.sorted()
}()

@Test(arguments: scripts)
func journeysShowTheirFrames(name: String) throws {
  let frames = try journey(name)
  #expect(!frames.isEmpty)
  for (frame, shown) in frames {
    let difference = goldenDifference(shown.goldenText, "\(name).\(frame).frame")
    #expect(difference == nil)
  }
}

@Test func everyGoldenBelongsToAJourney() throws {
  let goldens = try FileManager.default.contentsOfDirectory(
    atPath: folder.appendingPathComponent("Golden").path)
  var expected: Set<String> = []
  for name in scripts {
    let text = try String(
      contentsOf: folder.appendingPathComponent("Scripts/\(name).keys"), encoding: .utf8)
    for case .frame(let frame) in try KeyScript(text).steps {
      expected.insert("\(name).\(frame).frame")
    }
  }
  #expect(Set(goldens) == expected)
}

/// Runs a script and gives the frames it asks for. Paths of the screen are those of the script.
private func journey(_ name: String) throws -> [(name: String, frame: Frame)] {
  let text = try String(
    contentsOf: folder.appendingPathComponent("Scripts/\(name).keys"), encoding: .utf8)
  let script = try KeyScript(text)
  let scratch = FileManager.default.temporaryDirectory
    .appendingPathComponent("pullquote-journey-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: scratch) }
  return try Reading.frames(of: script, relativeTo: folder.path, writingTo: scratch.path)
}
