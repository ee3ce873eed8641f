/// XML read liberally, for feeds, which are written by hand and by broken programs.
///
/// There is no DTD and nothing is expanded but the five references of XML, numbers and the named
/// references of HTML with their semicolon. Bare ampersands, control characters, missing end tags
/// and quotes, and junk before the first tag are taken as they come: every input gives a tree.
/// Names keep their case and their prefix. Elements are of the namespace `.xml`.
public struct XMLScanner: Sendable {
  /// How much is accepted.
  public var limits: ParseLimits

  /// Makes a scanner.
  public init(limits: ParseLimits = ParseLimits()) { self.limits = limits }

  /// Reads a whole document.
  ///
  /// - Parameters:
  ///   - bytes: the document as it was sent.
  ///   - transportEncoding: the label that came with it. It counts less than a byte order mark and
  ///     more than the document's own declaration.
  /// - Returns: the tree. Text outside of the elements is left out.
  public func scan(_ bytes: [UInt8], transportEncoding: String? = nil) -> NodeTree {
    let verdict = EncodingSniffer.verdict(
      on: bytes, transportLabel: transportEncoding, declaration: XMLDeclaration.encoding)
    let source = SourceText(bytes, verdict: verdict, limits: limits)
    var builder = XMLTreeBuilder(source.utf8, limits: limits)
    var tree = builder.build()
    source.describe(in: &tree)
    return tree
  }
}

/// The encoding a document declares or must be in.
enum XMLDeclaration {
  static func encoding(of bytes: [UInt8]) -> Encoding? {
    let start = Array(bytes.prefix(1024))
    let declared = declaredLabel(in: start).flatMap { Encoding(label: $0)?.asDeclaredInside }
    // UTF-16 has zero bytes around every tag; the guess finds it.
    if start.prefix(4).contains(0) { return nil }
    guard declared == nil || declared == .utf8 else { return declared }
    return isMostlyUTF8(bytes) ? .utf8 : .windows1252
  }

  private static func declaredLabel(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard let start = bytes.indices.first(where: { bytes.matches("<?xml", at: $0) }) else {
      return nil
    }
    let end = bytes[start...].firstIndex(of: .greater) ?? bytes.count
    guard let key = (start..<end).first(where: { bytes.matches("encoding", at: $0) }) else {
      return nil
    }
    var position = bytes.skippingSpace(from: key + 8)
    guard position < end, bytes[position] == .equals else { return nil }
    position = bytes.skippingSpace(from: position + 1)
    guard position < end else { return nil }
    let quote = bytes[position]
    guard quote == .doubleQuote || quote == .singleQuote else { return nil }
    return bytes[(position + 1)..<end].prefix { $0 != quote }
  }

  /// Documents often call windows-1252 UTF-8. A few broken bytes do not make it so.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var wide = 0
    var broken = 0
    var offset = 0
    while offset < bytes.count {
      let length = UTF8Repair.sequenceLength(in: bytes, at: offset)
      if length > 1 { wide += 1 }
      if length <= 0 { broken += 1 }
      offset += abs(length)
    }
    return broken == 0 || wide > broken
  }
}
