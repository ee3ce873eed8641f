import Foundation
import Testing

@testable import Markup

/// Runs the encoding tests of html5lib where they are present.
@Suite struct EncodingConformanceTests {
  @Test(.enabled("the html5lib tests are not here") { ConformanceData.has("encoding") })
  func everyCasePassesButTheListedOnes() throws {
    var failed: Set<String> = []
    var total = 0
    for file in ConformanceData.files(in: "encoding") where file.pathExtension == "dat" {
      let blocks = try splitCases(Array(Data(contentsOf: file)))
      #expect(!blocks.isEmpty)
      for (number, block) in blocks.enumerated() {
        total += 1
        let tree = HTMLParser().parse(block.data)
        if tree.encoding.lowercased() != block.encoding.lowercased() {
          failed.insert("encoding/\(file.lastPathComponent) \(number)")
        }
      }
    }
    ConformanceData.report("encoding", passed: total - failed.count, total: total)
    let listed = try ConformanceData.notPassed(in: "encoding")
    #expect(failed.subtracting(listed).sorted() == [])
    #expect(listed.subtracting(failed).sorted() == [], "these pass now")
  }

  private func splitCases(_ bytes: [UInt8]) -> [(data: [UInt8], encoding: String)] {
    var cases: [(data: [UInt8], encoding: String)] = []
    var data: [[UInt8]] = []
    var isInData = false
    var awaitsEncoding = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) {
      if line == Array("#data".utf8) {
        (isInData, data) = (true, [])
      } else if line == Array("#encoding".utf8) {
        (isInData, awaitsEncoding) = (false, true)
      } else if awaitsEncoding {
        let name = String(decoding: line, as: UTF8.self)
        cases.append(
          (Array(data.joined(separator: [0x0A])), Encoding(label: name.utf8)?.rawValue ?? name))
        awaitsEncoding = false
      } else if isInData {
        data.append(line)
      }
    }
    return cases
  }
}
