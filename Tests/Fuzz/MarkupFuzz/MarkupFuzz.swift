import Markup

// Throws any bytes at the parsers and checks that what comes back is a tree. Built only on request:
//
//     PULLQUOTE_FUZZ=1 swift build -c release --sanitize fuzzer --product MarkupFuzz
//     .build/release/MarkupFuzz -max_len=4096 -max_total_time=600 Tests/MarkupTests/Fixtures

/// One input of libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkup(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  var limits = ParseLimits()
  // Small limits, so that small inputs reach them.
  limits.depth = 40
  limits.attributesPerTag = 8
  limits.copiedElements = 20
  for limits in [ParseLimits(), limits] {
    check(HTMLParser(limits: limits).parse(bytes))
    check(HTMLParser(limits: limits).parse(bytes, transportEncoding: "utf-8"))
    check(XMLScanner(limits: limits).scan(bytes))
  }
  for tag in [Tag.div, .td, .table, .select, .template, .svg, .title, .html, .frameset] {
    check(HTMLParser(limits: limits).parseFragment(bytes, inside: tag))
  }
  return 0
}

/// Walks the whole tree; wrong links or ranges trap or never end.
private func check(_ tree: NodeTree) {
  var seen = 0
  var current: NodeID? = .document
  while let node = current {
    seen += 1
    precondition(seen <= tree.nodeCount, "a node is met twice")
    precondition(tree.sourceRange(of: node).upperBound <= tree.sourceCount)
    precondition(tree.textRange(of: node).upperBound <= tree.utf8.count)
    for attribute in tree.attributes(of: node) {
      precondition(attribute.value.upperBound <= tree.utf8.count)
    }
    for child in tree.children(of: node) { precondition(tree.parent(of: child) == node) }
    current = tree.node(after: node, in: .document)
  }
  _ = String(validating: tree.utf8, as: UTF8.self).map { $0.utf8.count }
}
