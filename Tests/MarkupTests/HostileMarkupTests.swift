import Testing

@testable import Markup

/// Pages made to break a parser, in sizes that a test can afford.
@Suite struct HostileMarkupTests {
  private func parse(_ text: String, _ limits: ParseLimits = ParseLimits()) -> NodeTree {
    HTMLParser(limits: limits).parse(Array(text.utf8), transportEncoding: "utf-8")
  }

  private func kinds(_ tree: NodeTree) -> [MarkupDiagnostic.Kind] { tree.diagnostics.map(\.kind) }

  private func depth(of tree: NodeTree) -> Int {
    var deepest = 0
    var depths = [0]
    for index in 1..<tree.nodeCount {
      let depth = tree.nodes[index].parent.isNone ? 0 : depths[tree.nodes[index].parent.offset] + 1
      depths.append(depth)
      deepest = max(deepest, depth)
    }
    return deepest
  }

  @Test func nestingStopsAtTheLimitAndTheTextStays() {
    let tree = parse(String(repeating: "<div>", count: 5000) + "kept")
    #expect(depth(of: tree) <= 514)
    #expect(tree.text(in: .document) == "kept")
    #expect(kinds(tree) == [.tooDeep])
  }

  @Test func endTagsOfElementsThatWereTooDeepCloseNothing() throws {
    var limits = ParseLimits()
    limits.depth = 8
    let inner = String(repeating: "<span>", count: 20) + String(repeating: "</span>", count: 20)
    let tree = parse("<div>\(inner)<i>in</i></div>out", limits)
    let italic = try #require(tree.firstElement(.i))
    #expect(tree.parent(of: italic).map { tree.tag(of: $0) } == .div)
  }

  @Test func tablesTooDeepAreFlattened() {
    let tree = parse(String(repeating: "<table><tr><td>", count: 2000) + "kept")
    #expect(depth(of: tree) <= 516)
    #expect(tree.text(in: .document).contains("kept"))
  }

  @Test func aTagKeepsAsManyAttributesAsTheLimit() throws {
    let list = (0..<6000).map { " a\($0)=\($0)" }.joined()
    let tree = parse("<p\(list)>x</p>")
    let paragraph = try #require(tree.firstElement(.p))
    #expect(tree.attributeCount(of: paragraph) == 256)
    #expect(kinds(tree) == [.tooManyAttributes])
  }

  @Test func openFormattingIsNotCopiedForEver() {
    let bold = (0..<2000).map { "<b id=\($0)>" }.joined()
    let tree = parse(bold + String(repeating: "<p>x", count: 2000))
    #expect(tree.nodeCount < 100_000)
    let carried = "<p>" + bold + "</p>" + String(repeating: "<p>x</p>", count: 2000)
    #expect(parse(carried).nodeCount < 100_000)
    #expect(kinds(parse(carried)).contains(.tooManyCopies))
  }

  @Test func parsingStopsAtTheLimitOfNodes() {
    var limits = ParseLimits()
    limits.nodes = 100
    let tree = parse(String(repeating: "<br>", count: 1000), limits)
    #expect(tree.nodeCount <= 101)
    #expect(kinds(tree) == [.tooManyNodes])
  }

  @Test func inputBeyondTheLimitIsLeftOut() {
    var limits = ParseLimits()
    limits.inputBytes = 10
    let tree = parse("0123456789abc", limits)
    #expect(tree.text(in: .document) == "0123456789")
    #expect(kinds(tree) == [.inputTooLong])
  }

  /// Text that grows in turn with other text must not be moved each time.
  @Test func fosteredTextDoesNotMultiplyTheBuffer() {
    let rows = String(repeating: "x<tr a=b><td>y&amp;z</td></tr>", count: 3000)
    let tree = parse("<table>" + rows)
    #expect(tree.utf8.count < tree.sourceCount * 2)
    #expect(tree.text(in: .document).prefix(3000).allSatisfy { $0 == "x" })
  }

  @Test(arguments: [
    "</>", "<![CDATA[]]>", "&", "&amp;", "&#", "<", "</", "<!", "<!-", "<!--", "-->", "<svg>",
    "</p>", "<p", "<a ", "<template>", "<table>x", "<select>", "<b></i>", "<frameset>", "\0",
    "<li>", "<math><mi>", "<h1>", "</table>", "<a>", "<nobr>", "<button>", "</body>", "<html a>",
  ])
  func anythingRepeatedEndsInATree(_ piece: String) {
    let tree = parse(String(repeating: piece, count: 3000))
    #expect(tree.firstElement(.html) != nil)
    #expect(tree.nodeCount < 60_000)
    #expect(depth(of: tree) <= 516)
  }

  @Test(arguments: HostilePages.all)
  func aPageCutAnywhereEndsInATree(_ page: String) {
    let bytes = Array(page.utf8)
    for end in 0...bytes.count {
      let tree = HTMLParser().parse(Array(bytes[..<end]))
      #expect(tree.firstElement(.html) != nil)
      #expect(tree.nodes.allSatisfy { $0.sourceStart <= $0.sourceEnd || $0.sourceEnd == 0 })
    }
  }
}

/// Pages written to hold many kinds of markup in few bytes.
enum HostilePages {
  static let all = [
    """
    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/x.dtd">
    <html lang='de'><head><meta charset="utf-8"><title>Straße &amp; Co.</title>
    <script>if (a<b) document.write("<!--<script>x</script>-->")</script>
    <style>p > b { color: red }</style></head><body class=x id="y&quot;z">
    <p>Ünicode &hellip; &#8212; &#x1F600; &notit; &unknown; <b>fett <i>beides</b> schief</i>
    </body></html>
    """,
    """
    <table><caption>c</caption><tr><th scope=row>a<td>b<tbody>stray<td>c</table><ul><li>1<li>2
    <svg viewBox="0 0 1 1"><foreignObject><p>in</p></foreignObject><![CDATA[raw]]></svg>
    <math><mi>x</mi><annotation-xml encoding="text/html"><b>y</b></annotation-xml></math>
    <template><tr><td>t</template><select><option>o<optgroup><option>p</select><textarea>
    raw</textarea><!-- c --!><?php echo 1 ?><![x]></ ><//><a b='c"d' e = f g>&lt</a>
    """,
    "\u{FEFF}<meta charset=shift_jis><frameset><frame src=a><noframes><p>x</noframes></frameset>",
  ]
}
