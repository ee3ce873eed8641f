/// The rules that decide what the next token means.
enum InsertionMode {
  case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
  case inTable, inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate
  case afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset

  /// Whether white space and other text mean different things here.
  var splitsText: Bool {
    switch self {
    case .initial, .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead,
      .inColumnGroup, .afterBody, .inFrameset, .afterFrameset, .afterAfterBody,
      .afterAfterFrameset:
      true
    case .inBody, .text, .inTable, .inTableText, .inCaption, .inTableBody, .inRow, .inCell,
      .inTemplate:
      false
    }
  }
}

/// Whether a token has been dealt with or must go through the rules once more, the mode or the
/// open elements having changed.
enum Step {
  case done, again
}

/// Tree construction after the WHATWG standard, without scripting.
///
/// Each insertion mode is a function in an extension of its own; this file holds the state and the
/// way of a token to the right rules. Nothing here calls itself as deep as the input nests.
struct HTMLTreeBuilder {
  var tokenizer: HTMLTokenizer
  var tree = NodeTree()
  let limits: ParseLimits

  var mode = InsertionMode.initial
  var originalMode = InsertionMode.initial
  var templateModes: [InsertionMode] = []
  var open = OpenElements()
  var formatting: [FormattingEntry] = []
  var head = NodeID.none
  var form = NodeID.none
  /// What a fragment is parsed inside of.
  var context: OpenElement?
  /// Whether a frameset may still replace the body.
  var allowsFrameset = true
  var isFosterParenting = false
  var skipsNewline = false
  var pendingTableText: [Range<Int>] = []

  /// The token being processed, for the source ranges of what it closes.
  var currentSource = 0..<0
  var isStopped = false
  /// How many more elements misnesting may copy.
  var copiesLeft: Int
  /// Elements that were too deep to be opened, by their name, so that their end tags close nothing.
  var unopened: [Name: Int] = [:]

  /// Whether the encoding may still be changed by what the page says.
  var isEncodingTentative = false
  /// The encoding that was guessed or declared at the start.
  var declaredEncoding = Encoding.utf8
  /// The encoding the page asked for where that may still matter.
  var requestedEncoding: Encoding?

  /// Makes a builder for UTF-8 without carriage returns, followed by one zero byte.
  init(_ text: [UInt8], limits: ParseLimits) {
    tokenizer = HTMLTokenizer(text, attributeLimit: limits.attributesPerTag)
    self.limits = limits
    copiesLeft = limits.copiedElements + text.count / 8
    tree.nodes.reserveCapacity(text.count / 32 + 16)
    _ = tree.add(Node(.document, source: 0..<text.count - 1))
  }

  /// Reads all tokens and gives the tree.
  mutating func build() -> NodeTree {
    while !isStopped {
      tokenizer.allowsCDATA = isForeignCurrent
      let token = tokenizer.next()
      currentSource = token.source
      receive(token)
      if token.kind == .endOfFile { break }
      if tree.nodes.count >= limits.nodes { stopForNodes() }
    }
    return finish()
  }

  private var isForeignCurrent: Bool {
    open.count > 0 && adjustedCurrent.namespace != .html
  }

  /// The innermost open element, or the context where only the root of a fragment is open.
  var adjustedCurrent: OpenElement {
    if open.count == 1, let context { return context }
    return open.current
  }
}

extension HTMLTreeBuilder {
  private mutating func receive(_ token: Token) {
    var token = token
    if skipsNewline {
      skipsNewline = false
      if token.kind == .text, byte(at: token.text.lowerBound) == .newline {
        token.text = token.text.lowerBound + 1..<token.text.upperBound
        if token.text.isEmpty { return }
      }
    }
    switch token.kind {
    case .text: receiveText(token)
    case .endTag where !unopened.isEmpty && closesUnopened(token): break
    case .startTag where isTooDeep(for: token): insertLeaf(token)
    default: process(token)
    }
  }

  /// Splits text where the mode tells white space from the rest.
  private mutating func receiveText(_ token: Token) {
    var rest = token
    while !rest.text.isEmpty {
      guard mode.splitsText, !isForeignCurrent else {
        process(rest)
        return
      }
      var run = rest
      let isSpace = byte(at: rest.text.lowerBound).isMarkupSpace
      var offset = rest.text.lowerBound + 1
      while offset < rest.text.upperBound, byte(at: offset).isMarkupSpace == isSpace {
        offset += 1
      }
      run.kind = isSpace ? .whitespace : .text
      run.text = rest.text.lowerBound..<offset
      rest.text = offset..<rest.text.upperBound
      process(run)
    }
  }

  mutating func process(_ token: Token) {
    var step = Step.again
    while step == .again {
      step = followsHTMLRules(token) ? apply(mode, to: token) : inForeignContent(token)
    }
  }

  /// Applies the rules of one mode, whatever the current one is.
  mutating func apply(_ mode: InsertionMode, to token: Token) -> Step {
    switch mode {
    case .initial: initial(token)
    case .beforeHTML: beforeHTML(token)
    case .beforeHead: beforeHead(token)
    case .inHead: inHead(token)
    case .inHeadNoscript: inHeadNoscript(token)
    case .afterHead: afterHead(token)
    case .inBody: inBody(token)
    case .text: inText(token)
    case .inTable: inTable(token)
    case .inTableText: inTableText(token)
    case .inCaption: inCaption(token)
    case .inColumnGroup: inColumnGroup(token)
    case .inTableBody: inTableBody(token)
    case .inRow: inRow(token)
    case .inCell: inCell(token)
    case .inTemplate: inTemplate(token)
    case .afterBody: afterBody(token)
    case .inFrameset: inFrameset(token)
    case .afterFrameset: afterFrameset(token)
    case .afterAfterBody: afterAfterBody(token)
    case .afterAfterFrameset: afterAfterFrameset(token)
    }
  }

  func byte(at offset: Int) -> UInt8 {
    offset < tokenizer.end
      ? tokenizer.source[offset] : tokenizer.tail.bytes[offset - tokenizer.end]
  }

  func isWhitespace(_ range: Range<Int>) -> Bool {
    for offset in range where !byte(at: offset).isMarkupSpace { return false }
    return true
  }
}

extension HTMLTreeBuilder {
  private mutating func stopForNodes() {
    isStopped = true
    tree.diagnostics.append(
      MarkupDiagnostic(
        .tooManyNodes, at: currentSource.lowerBound,
        "The page has more than \(limits.nodes) parts; what comes after is left out."))
  }

  private mutating func finish() -> NodeTree {
    currentSource = isStopped ? currentSource : tokenizer.end..<tokenizer.end
    while open.count > 0 { pop() }
    if context != nil { unwrapFragment() }
    if let offset = tokenizer.firstExcessAttribute {
      tree.diagnostics.append(
        MarkupDiagnostic(
          .tooManyAttributes, at: offset,
          "A tag has more than \(limits.attributesPerTag) attributes; the rest is left out."))
    }
    tree.names = tokenizer.names
    tree.utf8 = tokenizer.source
    tokenizer.source = []
    tree.utf8.removeLast()
    tree.sourceCount = tree.utf8.count
    tree.utf8.append(contentsOf: tokenizer.tail.bytes)
    return tree
  }

  /// Takes the root away that a fragment is parsed with.
  private mutating func unwrapFragment() {
    guard let root = tree.firstChild(of: .document) else { return }
    tree.detach(root)
    tree.moveChildren(of: root, to: .document)
  }
}
