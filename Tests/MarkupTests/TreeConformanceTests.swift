import Foundation
import GoldenTesting
import Testing

@testable import Markup

/// Runs tree construction tests: the project's own always, html5lib's where they are present.
@Suite struct TreeConformanceTests {
  @Test(arguments: [
    "structure.dat", "formatting.dat", "tables.dat", "foreign.dat", "templates.dat",
    "fragments.dat",
  ])
  func ownCasesPass(_ name: String) throws {
    let cases = TreeCase.read(String(decoding: try fixture(name), as: UTF8.self))
    #expect(!cases.isEmpty)
    for test in cases { #expect(test.actual == test.expected, "\(test.data)") }
  }

  @Test(
    .enabled("the html5lib tree tests are not here") {
      ConformanceData.has("tree-construction")
    })
  func everyCasePassesButTheListedOnes() throws {
    var failed: Set<String> = []
    var total = 0
    for file in ConformanceData.files(in: "tree-construction") where file.pathExtension == "dat" {
      let cases = TreeCase.read(String(decoding: try Data(contentsOf: file), as: UTF8.self))
      #expect(!cases.isEmpty, "\(file.lastPathComponent) has no cases")
      for (number, test) in cases.enumerated() {
        total += 1
        if !test.passes { failed.insert("tree-construction/\(file.lastPathComponent) \(number)") }
      }
    }
    ConformanceData.report("tree-construction", passed: total - failed.count, total: total)
    let listed = try ConformanceData.notPassed(in: "tree-construction")
    #expect(failed.subtracting(listed).sorted() == [])
  }
}
