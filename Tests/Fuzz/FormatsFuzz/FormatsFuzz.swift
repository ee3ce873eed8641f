import Articles
import Formats

// Throws any bytes at the readers of articles and checks that every range of what comes back lies
// in the text, between two scalars. Built only on request:
//
//     PULLQUOTE_FUZZ=1 swift build -c release --sanitize fuzzer --product FormatsFuzz
//     .build/release/FormatsFuzz -max_len=8192 -max_total_time=600 Tests/FormatsTests/Fixtures/html

/// One input of libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormats(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  for type in ["text/html", "text/plain", "text/markdown", nil] {
    var source = SourceBytes(bytes: bytes, name: "fuzz", declaredType: type)
    source.address = "https://example.org/a/b?c"
    guard let article = try? parse(source) else { continue }
    check(article.document)
  }
  return 0
}

/// Blocks stand in order and hold nothing outside themselves.
private func check(_ document: Document) {
  let text = Array(document.text.utf8)
  var end = 0
  for block in document.blocks {
    precondition(block.range.lowerBound >= end, "blocks overlap")
    end = block.range.upperBound
    check(block.range, text)
  }
  document.walk { node, _ in
    switch node {
    case .block(let block): check(block.range, text)
    case .inline(let inline): check(inline.range, text)
    }
  }
  _ = document.dump()
}

/// A range lies in the text and cuts no scalar.
private func check(_ range: TextRange, _ text: [UInt8]) {
  precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "outside the text")
  for bound in [range.lowerBound, range.upperBound] where bound < text.count {
    precondition(text[bound] & 0xC0 != 0x80, "inside a scalar")
  }
}
