// Reads one line of `{"id": …, "text": "…"}`. Other keys are skipped, whatever they hold, without
// recursion, so that deep nesting costs a counter and no stack.

/// A text to find excerpts in, and what to call it in the answer.
public struct ExcerptsRequest: Sendable {
  /// The identity as JSON, echoed as it came; `null` where there was none.
  public let id: [UInt8]
  /// The text, verbatim.
  public let text: String

  /// Reads a line.
  ///
  /// - Parameter line: UTF-8 without its line end.
  /// - Throws: `RequestError` with a sentence and a column in bytes, from 1.
  public init(line: some Collection<UInt8>) throws(RequestError) {
    var id = Array("null".utf8)
    do throws(RequestError) {
      text = try ExcerptsRequest.text(of: line, id: &id)
      self.id = id
    } catch {
      throw RequestError(error.description, id: id)
    }
  }

  /// The text of a line; its identity as soon as it is read, for errors too.
  private static func text(
    of line: some Collection<UInt8>, id: inout [UInt8]
  ) throws(RequestError) -> String {
    var reader = JSONReader(Array(line))
    var text: String?
    try reader.expect(0x7B, "An object was expected")
    if try !reader.take(0x7D) {
      repeat {
        let key = try reader.string()
        try reader.expect(0x3A, "A colon was expected after the key")
        switch key {
        case "text": text = try reader.string()
        case "id": id = try reader.identity()
        default: try reader.skipValue()
        }
      } while try reader.take(0x2C)
      try reader.expect(0x7D, "A comma or a closing brace was expected")
    }
    try reader.expectEnd()
    guard let text else {
      throw RequestError("There is no “text” in it. Write {\"id\": …, \"text\": \"…\"}.")
    }
    return text
  }
}

/// Why a line of input could not be read.
public struct RequestError: Error, Hashable, CustomStringConvertible {
  /// A sentence.
  public let description: String
  /// The line's identity as JSON, as far as it could be read; `null` where it could not.
  public let id: [UInt8]

  init(_ sentence: String, id: [UInt8] = Array("null".utf8)) {
    description = sentence
    self.id = id
  }

  init(_ fact: String, at offset: Int) {
    self.init("\(fact) at byte \(offset + 1).")
  }
}
