import Articles
import Excerpts
import Testing

@testable import Interchange

private func request(_ line: String) throws -> ExcerptsRequest {
  try ExcerptsRequest(line: Array(line.utf8))
}

private func range(of words: String, in text: String) throws -> TextRange {
  let range = try #require(text.range(of: words))
  return TextRange(
    text.utf8.distance(from: text.startIndex, to: range.lowerBound),
    text.utf8.distance(from: text.startIndex, to: range.upperBound))
}

extension String {
  fileprivate func range(of words: String) -> Range<Index>? { firstRange(of: words) }
}

@Test func offsetsCountUnicodeScalars() throws {
  let request = try request(#"{"text": "Ünï 🌊 “ahoy”, said Zoë. 4.8 million", "id": "x"}"#)
  let text = request.text
  let quote = Quote(
    range: try range(of: "ahoy", in: text), kind: .direct, utterance: 0,
    speaker: Speaker(mention: try range(of: "Zoë", in: text), name: "Zoë"),
    cue: try range(of: "said", in: text), confidence: 0.9704)
  let number = try range(of: "4.8 million", in: text)
  let figure = Figure(range: number, phrase: number, value: .exactly(4_800_000), bound: .above)
  let json = excerptsJSON(FoundExcerpts(quotes: [quote], figures: [figure]), of: request)
  #expect(
    String(decoding: json, as: UTF8.self)
      == #"{"id":"x","quotes":[{"start":7,"end":11,"speaker_start":19,"speaker_end":22,"#
      + #""cue_start":14,"cue_end":18,"kind":"direct","utterance":0,"confidence":0.97,"#
      + #""speaker":{"mention":"Zoë","name":"Zoë","role":null,"anonymous":false,"via":null}}],"#
      + #""notSpeech":[],"figures":[{"start":24,"end":35,"value":4800000,"bound":">","unit":"-","#
      + #""change":null,"concept":null,"counted":null,"base":null,"source":null,"asOf":null,"#
      + #""conversionOf":null}],"diagnostics":[]}"#)
}

@Test(arguments: [0, 1, 255, 256, 257, 511, 512, 700])
func scalarOffsetsAgreeWithCounting(offset: Int) {
  let text = String(repeating: "aé日🌊", count: 100)
  let scalars = text.utf8.index(text.startIndex, offsetBy: offset - offset % 10)
  let expected = text.unicodeScalars.distance(from: text.startIndex, to: scalars)
  #expect(ScalarOffsets(Array(text.utf8))[offset - offset % 10] == expected)
}

@Test(arguments: [
  (#"{"id": 7, "text": "a", "more": {"deep": [1, {"x": "}"}]}}"#, "7", "a"),
  (#"{"text":"\u00e9\ud83c\udf0a\ud800\n\"","id":"q\u0001"}"#, #""q\u0001""#, "é🌊\u{FFFD}\n\""),
  (#" { "text" : "" } "#, "null", ""),
])
func goodLinesAreRead(line: String, id: String, text: String) throws {
  let request = try request(line)
  #expect(String(decoding: request.id, as: UTF8.self) == id)
  #expect(request.text == text)
}

@Test(arguments: [
  ("", "An object was expected at byte 1."),
  ("{}", "There is no “text” in it. Write {\"id\": …, \"text\": \"…\"}."),
  (#"{"text": "a"} x"#, "Nothing was expected after the object at byte 15."),
  (#"{"text": "a"#, "A string is not closed, begun at byte 10."),
  (#"{"text": 3}"#, "A string was expected at byte 10."),
  (#"{"id": abc, "text": ""}"#, "A string or a number was expected as “id” at byte 8."),
  (#"{"x": , "text": ""}"#, "A value was expected at byte 7."),
  (#"{"x": [[[, "text": ""}"#, "A value is not closed, begun at byte 7."),
  (#"{"text": "\q"}"#, "An escape is unknown at byte 11."),
])
func badLinesAreRefusedWithAPlace(line: String, sentence: String) {
  #expect(throws: RequestError.self) { try request(line) }
  do {
    _ = try request(line)
  } catch {
    #expect("\(error)" == sentence)
  }
}

@Test func deepNestingCostsNoStack() throws {
  let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
  #expect(try request(#"{"x": \#(deep), "text": "a"}"#).text == "a")
}

@Test func invalidUTF8IsRefused() {
  let line = Array(#"{"text": ""#.utf8) + [0xFF] + Array(#""}"#.utf8)
  #expect(throws: RequestError.self) { try ExcerptsRequest(line: line) }
}

@Test func whatATerminalMightObeyIsEscaped() {
  var writer = JSONWriter()
  writer.string("\u{1B}[2J\u{7F}\u{9B}\u{202E}\u{2066}\u{61C}\t\"\\é")
  #expect(
    String(decoding: writer.bytes, as: UTF8.self)
      == #""\u001b[2J\u007f\u009b\u202e\u2066\u061c\t\"\\é""#)
}

@Test(arguments: [
  (4_800_000.0, "4800000"), (0.1, "0.1"), (-3, "-3"), (1e300, "1e+300"), (.infinity, "null"),
])
func wholeNumbersHaveNoPoint(value: Double, json: String) {
  var writer = JSONWriter()
  writer.number(value)
  #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
}
