import Articles
import Excerpts

// Throws any text at the finder of quotes and figures and checks that every range of what comes
// back lies in the text, between two scalars. Built only on request:
//
//     PULLQUOTE_FUZZ=1 swift build -c release --sanitize fuzzer --product ExcerptsFuzz
//     .build/release/ExcerptsFuzz -max_len=4096 -max_total_time=600 Tests/ExcerptsTests/Fixtures/quotes

/// One input of libFuzzer: paragraphs, parted by blank lines.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExcerpts(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
  let document = unsafe Document(verbatim: String(decoding: bytes, as: UTF8.self))
  let found = findExcerpts(in: document)
  let text = Array(document.text.utf8)
  for quote in found.quotes {
    check([quote.range, quote.cue, quote.speaker?.mention, quote.speaker?.via], text)
    check([quote.speaker?.introduction], text)
    for candidate in quote.candidates { check([candidate.mention, candidate.introduction], text) }
  }
  check(found.notSpeech.map(\.range), text)
  for figure in found.figures {
    check([figure.range, figure.counted, figure.source, figure.asOf], text)
    if let original = figure.conversionOf {
      precondition(found.figures.indices.contains(original), "a conversion of nothing")
    }
  }
  for (one, next) in zip(found.quotes, found.quotes.dropFirst()) {
    precondition(one.range.lowerBound < next.range.lowerBound, "quotes out of order")
  }
  return 0
}

/// Ranges lie in the text, hold something and cut no scalar.
private func check(_ ranges: [TextRange?], _ text: [UInt8]) {
  for case let range? in ranges {
    precondition(!range.isEmpty, "an empty range")
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "outside the text")
    for bound in [range.lowerBound, range.upperBound] where bound < text.count {
      precondition(text[bound] & 0xC0 != 0x80, "inside a scalar")
    }
  }
}
