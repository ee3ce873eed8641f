import Foundation
import Testing

@testable import Markup

/// Runs the tokenizer tests of html5lib where they are present; compares tokens, not parse errors,
/// which this tokenizer repairs without reporting.
@Suite struct TokenizerConformanceTests {
  @Test(.enabled("the html5lib tests are not here") { ConformanceData.has("tokenizer") })
  func everyCasePassesButTheListedOnes() throws {
    var failed: Set<String> = []
    var total = 0
    for file in ConformanceData.files(in: "tokenizer") {
      for (number, test) in try cases(in: file).enumerated() {
        total += 1
        guard test.passes else {
          failed.insert("tokenizer/\(file.lastPathComponent) \(number)")
          continue
        }
      }
    }
    ConformanceData.report("tokenizer", passed: total - failed.count, total: total)
    let listed = try ConformanceData.notPassed(in: "tokenizer")
    #expect(failed.subtracting(listed).sorted() == [])
    #expect(listed.subtracting(failed).sorted() == [], "these pass now")
  }

  private func cases(in file: URL) throws -> [TokenizerCase] {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let groups = object as? [String: Any] ?? [:]
    let tests = (groups["tests"] ?? groups["xmlViolationTests"]) as? [[String: Any]] ?? []
    #expect(!tests.isEmpty, "\(file.lastPathComponent) has no tests")
    return tests.map(TokenizerCase.init)
  }
}

/// One case: input, states to begin in, and the tokens expected.
private struct TokenizerCase {
  let input: [UInt8]
  let isPossible: Bool
  let states: [String]
  let lastStartTag: String
  let expected: [String]

  init(_ object: [String: Any]) {
    let isEscaped = object["doubleEscaped"] as? Bool ?? false
    func unescaped(_ text: String) -> String {
      isEscaped ? Self.unescape(text) ?? "a lone surrogate" : text
    }
    let text = object["input"] as? String ?? ""
    isPossible = !isEscaped || Self.unescape(text) != nil
    input = Array(unescaped(text).utf8)
    states = object["initialStates"] as? [String] ?? ["Data state"]
    lastStartTag = object["lastStartTag"] as? String ?? ""
    let output = object["output"] as? [[Any]] ?? []
    expected = Self.joined(output.map { Self.line($0, unescaped) })
  }

  var passes: Bool {
    isPossible
      && states.allSatisfy { state in
        guard let mode = Self.modes[state] else { return false }
        return tokens(startingIn: mode) == expected
      }
  }

  private func tokens(startingIn mode: TextMode) -> [String] {
    var tokenizer = HTMLTokenizer(
      UTF8Repair.text(of: input[...]).utf8, attributeLimit: 256)
    tokenizer.mode = mode
    tokenizer.lastStartTag = tokenizer.names.intern(Array(lastStartTag.utf8))
    var lines: [String] = []
    while true {
      let token = tokenizer.next()
      if token.kind == .endOfFile { return Self.joined(lines) }
      lines.append(tokenizer.line(token))
    }
  }

  private static let modes: [String: TextMode] = [
    "Data state": .data, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext,
    "Script data state": .scriptData, "PLAINTEXT state": .plaintext,
    "CDATA section state": .cdata,
  ]

  /// A token of the data in the form of `HTMLTokenizer.line`.
  private static func line(_ token: [Any], _ unescaped: (String) -> String) -> String {
    func text(_ index: Int) -> String? {
      index < token.count ? (token[index] as? String).map(unescaped) : nil
    }
    switch text(0) {
    case "Character": return "text " + (text(1) ?? "")
    case "Comment": return "comment " + (text(1) ?? "")
    case "StartTag":
      let attributes = (token[2] as? [String: String] ?? [:])
        .map { "\(unescaped($0.key))=\(unescaped($0.value))" }.sorted()
      let closes = token.count > 3 && token[3] as? Bool == true
      return "start \(text(1) ?? "") \(attributes) \(closes)"
    case "EndTag": return "end " + (text(1) ?? "")
    default:
      let isCorrect = token.last as? Bool ?? false
      return "doctype \(text(1) ?? "") \(text(2) ?? "-") \(text(3) ?? "-") \(isCorrect)"
    }
  }

  private static func joined(_ lines: [String]) -> [String] {
    var result: [String] = []
    for line in lines {
      if line.hasPrefix("text "), let last = result.last, last.hasPrefix("text ") {
        result[result.count - 1] = last + line.dropFirst(5)
      } else {
        result.append(line)
      }
    }
    // Unicode compares canonically equal strings as equal; bytes are what is meant.
    return result.map { Array($0.utf8).description }
  }

  /// Nil for a lone surrogate, which cannot stand in UTF-8 and so never reaches a tokenizer.
  private static func unescape(_ text: String) -> String? {
    var units: [UInt16] = []
    var rest = Substring(text)
    while let range = rest.range(of: "\\u") {
      units += rest[..<range.lowerBound].utf16
      units += [UInt16(rest[range.upperBound...].prefix(4), radix: 16) ?? 0xFFFD]
      rest = rest[range.upperBound...].dropFirst(4)
    }
    units += rest.utf16
    return String(validating: units, as: UTF16.self)
  }
}

extension HTMLTokenizer {
  /// A token as one line, comparable with a line made from the data.
  fileprivate func line(_ token: Token) -> String {
    let name = String(decoding: names.utf8(of: token.name), as: UTF8.self)
    switch token.kind {
    case .text, .whitespace, .null: return "text " + string(token.text)
    case .comment: return "comment " + string(token.text)
    case .startTag:
      let list = attributes.map { attribute in
        let key = String(decoding: names.utf8(of: attribute.name), as: UTF8.self)
        return "\(key)=\(string(Int(attribute.start)..<Int(attribute.end)))"
      }
      return "start \(name) \(list.sorted()) \(token.isSelfClosing)"
    case .endTag: return "end " + name
    case .doctype:
      let publicID = doctype.publicID.map(string) ?? "-"
      let systemID = doctype.systemID.map(string) ?? "-"
      return "doctype \(name) \(publicID) \(systemID) \(!doctype.forcesQuirks)"
    case .endOfFile: return ""
    }
  }

  private func string(_ range: Range<Int>) -> String {
    let bytes = range.map { $0 < end ? source[$0] : tail.bytes[$0 - end] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
