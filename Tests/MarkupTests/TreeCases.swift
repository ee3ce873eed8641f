import Foundation

@testable import Markup

/// Tree construction tests in the form html5lib writes them, for its own files and this project's.
struct TreeCase: Sendable {
  var data = ""
  var context: String?
  var needsScripting = false
  var expected = ""

  /// The tree the parser gives for the case.
  var actual: String {
    let bytes = Array(data.utf8)
    guard let context else { return HTMLParser().parse(bytes, transportEncoding: "utf-8").dump() }
    let parts = context.split(separator: " ")
    let namespace: ElementNamespace =
      parts.count == 1 ? .html : parts[0] == "svg" ? .svg : .mathML
    let name = String(parts.last ?? "div").lowercased()
    return HTMLParser().parseFragment(bytes, inside: name, namespace).dump()
  }

  var passes: Bool { !needsScripting && Array(actual.utf8) == Array(expected.utf8) }

  /// Reads the cases of one file.
  static func read(_ text: String) -> [TreeCase] {
    var cases: [TreeCase] = []
    var section = ""
    var sections: [String: [Substring]] = [:]
    func finish() {
      guard sections["#document"] != nil else { return }
      cases.append(TreeCase(sections))
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "#data", section != "#data" {
        finish()
        sections = ["#data": []]
        section = "#data"
      } else if marks.contains(String(line)) {
        section = String(line)
        sections[section] = []
      } else {
        sections[section, default: []].append(line)
      }
    }
    finish()
    return cases
  }

  private static let marks: Set = [
    "#errors", "#new-errors", "#document-fragment", "#script-on", "#script-off", "#document",
  ]

  private init(_ sections: [String: [Substring]]) {
    data = (sections["#data"] ?? []).joined(separator: "\n")
    context = sections["#document-fragment"]?.first.map(String.init)
    needsScripting = sections["#script-on"] != nil
    var lines = sections["#document"] ?? []
    while lines.last == "" { lines.removeLast() }
    expected = lines.joined(separator: "\n")
  }
}
