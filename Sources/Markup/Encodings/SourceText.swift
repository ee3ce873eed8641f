/// Input made ready for a parser, with what is to be said about it.
struct SourceText {
  /// Sound UTF-8 with line ends as "\n", and a zero byte behind it.
  let utf8: [UInt8]
  private let encoding: Encoding
  private let diagnostics: [MarkupDiagnostic]

  init(_ bytes: [UInt8], verdict: EncodingSniffer.Verdict, limits: ParseLimits) {
    let end = min(bytes.count, max(verdict.markLength, limits.inputBytes))
    let decoded = Decoder.decode(bytes[verdict.markLength..<end], as: verdict.encoding)
    utf8 = decoded.utf8
    encoding = verdict.encoding
    var diagnostics: [MarkupDiagnostic] = []
    if let label = verdict.unknownLabel {
      diagnostics.append(
        MarkupDiagnostic(
          .unknownEncoding, at: 0,
          "\"\(label)\" is no known encoding; \(encoding.rawValue) was taken."))
    }
    if decoded.isUnreadable {
      diagnostics.append(
        MarkupDiagnostic(
          .unreadableEncoding, at: 0,
          "This system cannot convert \(encoding.rawValue); it was read as UTF-8."))
    }
    if let offset = decoded.firstBroken {
      diagnostics.append(
        MarkupDiagnostic(.brokenBytes, at: offset, "Bytes here are no \(encoding.rawValue)."))
    }
    if end < bytes.count {
      diagnostics.append(
        MarkupDiagnostic(
          .inputTooLong, at: utf8.count - 1,
          "The input is longer than \(limits.inputBytes) bytes; the rest is left out."))
    }
    self.diagnostics = diagnostics
  }

  /// Writes the encoding and the diagnostics into a tree.
  func describe(in tree: inout NodeTree) {
    tree.encoding = encoding.rawValue
    tree.diagnostics = diagnostics + tree.diagnostics
  }
}
