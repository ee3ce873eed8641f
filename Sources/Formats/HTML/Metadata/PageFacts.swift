// Gathers in one pass everything a page says about itself that is not running text: meta
// elements, links, microdata, times, headlines, and the scripts that hold JSON-LD.

import Markup

/// What a page says about itself, unjudged.
struct PageFacts {
  /// Contents of meta elements by name or property in lower case, in order.
  private(set) var metas: [String: [String]] = [:]
  /// Addresses of link elements by relation.
  private(set) var links: [String: String] = [:]
  private(set) var baseAddress: String?
  private(set) var language: String?
  /// Words of the title element.
  private(set) var title: String?
  /// Level-one headings.
  private(set) var headlines: [NodeID] = []
  /// The first level-two heading, for pages without any of level one.
  private(set) var secondHeadline: NodeID?
  /// Elements with microdata properties.
  private(set) var properties: [(name: String, node: NodeID)] = []
  /// Anchors that say they lead to the author.
  private(set) var authorLinks: [NodeID] = []
  /// Elements that are named as bylines.
  private(set) var bylines: [NodeID] = []
  /// Elements that are named as dates.
  private(set) var dates: [NodeID] = []
  /// Time elements.
  private(set) var times: [NodeID] = []
  /// Parsed JSON-LD.
  private(set) var structured: [JSONTree] = []
  private(set) var frameCount = 0
  private(set) var scriptBytes = 0
  private(set) var formCount = 0

  private let tree: NodeTree
  private let names: PageNames
  /// Enough of any kind for a vote; a hostile page has more.
  private static let most = 40

  private let hints: [ElementHints]

  init(_ survey: PageSurvey) {
    tree = survey.tree
    names = survey.names
    hints = survey.hints
    var current: NodeID? = tree.node(after: .document, in: .document)
    while let node = current {
      if tree.kind(of: node) == .element { read(node) }
      current = tree.node(after: node, in: .document)
    }
  }

  private mutating func read(_ node: NodeID) {
    switch tree.tag(of: node) {
    case .html: language = tree.string(of: .lang, in: node) ?? tree.string(of: .xmlLang, in: node)
    case .meta: readMeta(node)
    case .link: readLink(node)
    case .base: baseAddress = baseAddress ?? tree.string(of: .href, in: node)
    case .title: title = title ?? words(of: node, limit: 1000)
    case .script: readScript(node)
    case .h1: if headlines.count < Self.most { headlines.append(node) }
    case .h2: secondHeadline = secondHeadline ?? node
    case .time: if times.count < Self.most { times.append(node) }
    case .frame, .frameset: frameCount += 1
    default: break
    }
    guard tree.attributeCount(of: node) > 0 else { return }
    readAttributes(node)
  }

  private mutating func readAttributes(_ node: NodeID) {
    if properties.count < 200, let name = tree.string(names.itemprop, of: node), !name.isEmpty {
      properties.append((name, node))
    }
    if authorLinks.count < Self.most, tree.attribute(names.rel, of: node, holds: "author"),
      tree.tag(of: node) != .link
    {
      authorLinks.append(node)
    }
    guard bylines.count < Self.most || dates.count < Self.most else { return }
    let hints = hints[Int(node.index)]
    if hints.contains(.byline), bylines.count < Self.most { bylines.append(node) }
    if hints.contains(.date), dates.count < Self.most { dates.append(node) }
  }

  private mutating func readMeta(_ node: NodeID) {
    guard let content = tree.string(of: .content, in: node), !content.isEmpty else { return }
    for attribute in [KnownAttribute.property, .name, .itemprop] {
      guard let name = tree.string(of: attribute, in: node)?.lowercased() else { continue }
      if metas[name, default: []].count < Self.most { metas[name, default: []].append(content) }
    }
  }

  private mutating func readLink(_ node: NodeID) {
    guard let relation = tree.string(of: .rel, in: node)?.lowercased(),
      let address = tree.string(of: .href, in: node), links[relation] == nil
    else { return }
    links[relation] = address
  }

  private mutating func readScript(_ node: NodeID) {
    guard let child = tree.firstChild(of: node) else { return }
    let range = tree.textRange(of: child)
    if tree.string(of: .type, in: node)?.lowercased() == "application/ld+json" {
      if structured.count < Self.most { structured.append(JSONTree(Array(tree.utf8[range]))) }
    } else {
      scriptBytes += range.count
    }
  }

  /// The first content of the first of these meta elements that has one.
  func meta(_ names: String...) -> String? {
    for name in names {
      if let content = metas[name]?.first { return content }
    }
    return nil
  }

  /// The words of an element on one line; with bars between its parts where `isParted`.
  func words(of node: NodeID, limit: Int = 400, isParted: Bool = false) -> String {
    var words: [UInt8] = []
    tree.visit(node) { inner in
      guard words.count < limit else { return false }
      if tree.kind(of: inner) == .text {
        words += tree.utf8[tree.textRange(of: inner)].prefix(4 * limit)
      }
      let tag = tree.tag(of: inner)
      if tag.isBlock || tag == .br || tag == .span || tag == .a {
        words += (isParted && inner != node ? " | " : " ").utf8
      }
      return !tag.isUnread || inner == node
    } leave: { inner in
      if tree.tag(of: inner).isBlock { words.append(0x20) }
    }
    return folded(words)
  }
}

/// One line: runs of white space as one blank, none at the ends, no soft hyphens.
func folded(_ bytes: [UInt8]) -> String {
  var line: [UInt8] = []
  line.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let isWide = bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
    if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xAD {
      index += 2
      continue
    }
    if bytes[index] <= 0x20 || isWide {
      if let last = line.last, last != 0x20 { line.append(0x20) }
      index += isWide ? 2 : 1
    } else {
      line.append(bytes[index])
      index += 1
    }
  }
  if line.last == 0x20 { line.removeLast() }
  return String(decoding: line, as: UTF8.self)
}
