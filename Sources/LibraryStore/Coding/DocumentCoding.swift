// Blocks as JSON arrays: short, readable with any tool, and the same in the library and in exports.
//
// A block is [kind, role, reason, first, end, …] and an inline [kind, …]; the letters are below. The
// recursion goes as deep as the document, whose parsers bound that.

internal import Articles
internal import Interchange

extension JSONWriter {
  /// The blocks of a document: an array, or with places that links lead to an object of both.
  mutating func blocks(of document: Document) {
    guard !document.anchors.isEmpty else { return blocks(document.blocks) }
    object { writer in
      writer.key("blocks")
      writer.blocks(document.blocks)
      writer.key("anchors")
      writer.object { anchors in
        for (name, offset) in document.anchors.sorted(by: { $0.key < $1.key }) {
          anchors.member(name, offset)
        }
      }
    }
  }

  private mutating func blocks(_ blocks: [Block]) {
    array(blocks) { $0.block($1) }
  }

  private mutating func block(_ block: Block) {
    array { writer in
      writer.string(block.content.letter)
      writer.string(block.role.rawValue)
      writer.string(block.reason)
      writer.int(block.range.lowerBound)
      writer.int(block.range.upperBound)
      writer.details(of: block.content)
    }
  }

  private mutating func details(of content: BlockContent) {
    switch content {
    case .paragraph(let inlines): self.inlines(inlines)
    case .heading(let level, let inlines):
      int(level)
      self.inlines(inlines)
    case .list(let start, let items):
      int(start)
      array(items) { $0.blocks($1.blocks) }
    case .quotation(let blocks): self.blocks(blocks)
    case .code(let range, let language):
      self.range(range)
      string(language)
    case .table(let table):
      array(table.header) { $0.inlines($1) }
      array(table.rows) { $0.array($1) { $0.inlines($1) } }
      array(table.alignments) { $0.string($1.rawValue) }
    case .illustration(let illustration):
      range(illustration.alt)
      range(illustration.caption)
      range(illustration.credit)
      string(illustration.address)
      if let size = illustration.size {
        int(size.width)
        int(size.height)
      }
    case .rule: break
    }
  }

  private mutating func inlines(_ inlines: [Inline]) {
    array(inlines) { $0.inline($1) }
  }

  private mutating func inline(_ inline: Inline) {
    array { writer in
      switch inline {
      case .text(let range): writer.leaf("t", range)
      case .code(let range): writer.leaf("c", range)
      case .lineBreak(let range): writer.leaf("b", range)
      case .emphasis(let children): writer.branch("e", children)
      case .strong(let children): writer.branch("s", children)
      case .link(let children, let destination):
        writer.branch("a", children)
        writer.string(destination)
      case .image(let alt, let source):
        writer.leaf("i", alt)
        writer.string(source)
      }
    }
  }

  private mutating func leaf(_ letter: String, _ range: TextRange) {
    string(letter)
    int(range.lowerBound)
    int(range.upperBound)
  }

  private mutating func branch(_ letter: String, _ children: [Inline]) {
    string(letter)
    inlines(children)
  }

  /// A range as two numbers, or null.
  mutating func range(_ range: TextRange?) {
    guard let range else { return null() }
    array {
      $0.int(range.lowerBound)
      $0.int(range.upperBound)
    }
  }
}

extension BlockContent {
  fileprivate var letter: String {
    switch self {
    case .paragraph: "p"
    case .heading: "h"
    case .list: "l"
    case .quotation: "q"
    case .code: "c"
    case .table: "t"
    case .illustration: "i"
    case .rule: "r"
    }
  }
}

// MARK: - Reading

/// Something stored is not of the form that this version writes.
struct CodingMistake: Error {}

extension JSONValue {
  /// The document of a text whose blocks `blocks(of:)` wrote.
  func document(of text: String) throws(CodingMistake) -> Document {
    guard case .object(let members) = self else {
      return Document(text: text, blocks: try blocks())
    }
    return Document(
      text: text, blocks: try (members["blocks"] ?? .null).blocks(),
      anchors: self["anchors"].members.compactMapValues(\.place))
  }

  /// The blocks of an array that `blocks(_:)` wrote.
  func blocks() throws(CodingMistake) -> [Block] {
    try elements.map { value throws(CodingMistake) in try value.block() }
  }

  /// A range of two numbers, or nil of null.
  func range() throws(CodingMistake) -> TextRange? {
    if self == .null { return nil }
    guard let lower = self[0].place, let upper = self[1].place, upper >= lower else {
      throw CodingMistake()
    }
    return TextRange(lower, upper)
  }

  /// A range that must be there.
  func presentRange() throws(CodingMistake) -> TextRange {
    guard let range = try range() else { throw CodingMistake() }
    return range
  }

  private func block() throws(CodingMistake) -> Block {
    guard let role = self[1].string.flatMap(BlockRole.init(rawValue:)), let lower = self[3].place,
      let upper = self[4].place, upper >= lower
    else { throw CodingMistake() }
    return Block(
      TextRange(lower, upper), role: role, reason: self[2].string, content: try blockContent())
  }

  private func blockContent() throws(CodingMistake) -> BlockContent {
    switch self[0].string {
    case "p": return .paragraph(try self[5].inlines())
    case "h": return .heading(level: self[5].int ?? 1, try self[6].inlines())
    case "l":
      let items = try self[6].elements.map { item throws(CodingMistake) in
        ListItem(try item.blocks())
      }
      return .list(start: self[5].int, items: items)
    case "q": return .quotation(try self[5].blocks())
    case "c": return .code(try self[5].presentRange(), language: self[6].string)
    case "t": return .table(try table())
    case "i":
      return .illustration(
        Illustration(
          alt: try self[5].range(), caption: try self[6].range(), credit: try self[7].range(),
          address: self[8].string, size: pictureSize))
    case "r": return .rule
    default: throw CodingMistake()
    }
  }

  /// The size that may follow an illustration's address.
  private var pictureSize: PictureSize? {
    guard let width = self[9].int, let height = self[10].int else { return nil }
    return PictureSize(width: width, height: height)
  }

  private func table() throws(CodingMistake) -> Table {
    let rows = try self[6].elements.map { row throws(CodingMistake) in
      try row.elements.map { cell throws(CodingMistake) in try cell.inlines() }
    }
    return Table(
      header: try self[5].elements.map { cell throws(CodingMistake) in try cell.inlines() },
      rows: rows,
      alignments: self[7].elements.compactMap {
        $0.string.flatMap(Table.Alignment.init(rawValue:))
      })
  }

  private func inlines() throws(CodingMistake) -> [Inline] {
    try elements.map { value throws(CodingMistake) in try value.inline() }
  }

  private func inline() throws(CodingMistake) -> Inline {
    switch self[0].string {
    case "t": return .text(try leaf())
    case "c": return .code(try leaf())
    case "b": return .lineBreak(try leaf())
    case "i": return .image(alt: try leaf(), source: self[3].string ?? "")
    case "e": return .emphasis(try self[1].inlines())
    case "s": return .strong(try self[1].inlines())
    case "a": return .link(try self[1].inlines(), destination: self[2].string ?? "")
    default: throw CodingMistake()
    }
  }

  private func leaf() throws(CodingMistake) -> TextRange {
    guard let lower = self[1].place, let upper = self[2].place, upper >= lower else {
      throw CodingMistake()
    }
    return TextRange(lower, upper)
  }
}
