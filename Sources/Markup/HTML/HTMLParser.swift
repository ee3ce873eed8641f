/// HTML to a tree, after the WHATWG standard without scripting.
///
/// Anything can be parsed: what is wrong is repaired as a browser would. What a limit cuts short is
/// told in the tree's diagnostics.
public struct HTMLParser: Sendable {
  /// How much is accepted.
  public var limits: ParseLimits

  /// Makes a parser.
  public init(limits: ParseLimits = ParseLimits()) { self.limits = limits }

  /// Parses a whole page.
  ///
  /// - Parameters:
  ///   - bytes: the page as it was saved or sent.
  ///   - transportEncoding: the label that came with it, such as the `charset` of a header. It
  ///     counts less than a byte order mark and more than what the page says.
  /// - Returns: the tree, whose document holds doctype, comments and the root element.
  public func parse(_ bytes: [UInt8], transportEncoding: String? = nil) -> NodeTree {
    let verdict = EncodingSniffer.verdict(
      on: bytes, transportLabel: transportEncoding, declaration: MetaPrescan.encoding)
    let source = SourceText(bytes, verdict: verdict, limits: limits)
    var builder = HTMLTreeBuilder(source.utf8, limits: limits)
    builder.isEncodingTentative = verdict.isTentative && !bytes.isEmpty
    builder.declaredEncoding = verdict.encoding
    var tree = builder.build()
    if let requested = builder.requestedEncoding {
      return parse(bytes, transportEncoding: requested.rawValue)
    }
    source.describe(in: &tree)
    return tree
  }

  /// Parses a piece of a page as if it stood inside an element.
  ///
  /// - Parameters:
  ///   - utf8: the piece, in UTF-8.
  ///   - tag: the element around it.
  /// - Returns: a tree whose document holds the nodes of the piece.
  public func parseFragment(_ utf8: [UInt8], inside tag: Tag = .body) -> NodeTree {
    parseFragment(utf8, inside: tag == .other ? "div" : tag.spelling, .html)
  }

  func parseFragment(_ utf8: [UInt8], inside context: String, _ namespace: ElementNamespace)
    -> NodeTree
  {
    let verdict = EncodingSniffer.Verdict(encoding: .utf8, isTentative: false)
    let source = SourceText(utf8, verdict: verdict, limits: limits)
    var builder = HTMLTreeBuilder(
      source.utf8, inside: context, namespace, limits: limits)
    var tree = builder.build()
    source.describe(in: &tree)
    return tree
  }
}
