// Decides what each block of the article's element is for. Names have already set clutter apart;
// here the words, the links and the place of a block decide. Nothing inside the main run is
// hidden unless a rule names it.

import Articles

/// Gives roles to the blocks of a page.
struct PageTrimming {
  /// The blocks with their roles.
  private(set) var blocks: [PageBlock]
  private let bytes: [UInt8]
  private let title: String?

  /// - Parameters:
  ///   - blocks: the blocks of the article's element.
  ///   - bytes: the canonical text.
  ///   - title: the headline.
  ///   - check: the article's text as data, where the page gives it.
  init(_ blocks: [PageBlock], in bytes: [UInt8], title: String?, check: StructuredCheck?) {
    self.blocks = blocks
    self.bytes = bytes
    self.title = title
    hideLinkBlocks()
    Self.hideRepeats(of: &self.blocks, in: bytes)
    hideMarks()
    classifyWords()
    markTitle()
    trimOpening()
    if let check { hideStrangers(check) }
    hideLabelled()
    hideEndMatter()
    Self.trimEnding(of: &self.blocks)
  }

  private func isOpen(_ index: Int) -> Bool { blocks[index].isOpen }

  private mutating func mark(_ index: Int, _ role: BlockRole, _ reason: String? = nil) {
    blocks[index].block.role = role
    blocks[index].block.reason = role.isHidden ? reason : nil
    if role.isHidden { blocks[index].isClutter = true }
  }
}

// MARK: - By links and words

extension PageTrimming {
  /// Paragraphs and lists that consist of links point elsewhere.
  private mutating func hideLinkBlocks() {
    let lastParagraph =
      blocks.lastIndex { block in
        guard case .paragraph = block.block.content, !block.isClutter else { return false }
        return block.block.range.count > 120 && block.linkedBytes * 2 < block.block.range.count
      } ?? 0
    for index in blocks.indices where isOpen(index) {
      let count = blocks[index].block.range.count
      guard count > 0 else { continue }
      let share = blocks[index].linkedBytes * 100 / count
      switch blocks[index].block.content {
      case .list(_, let items):
        let isTerse = count < items.count * 80
        if share > 60, isTerse || index > lastParagraph {
          mark(index, .related, "list of links")
        }
      case .paragraph, .quotation: if share > 80 { mark(index, .related, "pointer elsewhere") }
      default: break
      }
    }
  }

  /// The rules that plain text has too.
  private mutating func classifyWords() {
    let open = blocks.indices.filter { isOpen($0) && !blocks[$0].block.range.isEmpty }
    let candidates = open.map { index in
      var candidate = CandidateBlock(range: blocks[index].block.range)
      switch blocks[index].block.content {
      case .heading: candidate.isMarkedHeading = true
      case .paragraph: break
      default: candidate.isFixed = true
      }
      return candidate
    }
    let verdicts = BlockClassifier(candidates, in: bytes).verdicts
    for (index, verdict) in zip(open, verdicts) {
      guard case .paragraph = blocks[index].block.content else { continue }
      switch verdict.role {
      case .related, .promo, .error, .legal, .origin:
        mark(index, verdict.role, verdict.reason)
      case .byline, .date:
        if blocks[index].block.range.count < 160 { mark(index, verdict.role) }
      case .title, .summary, .heading, .body, .caption, .credit: break
      }
    }
  }
}

extension PageTrimming {
  /// The same words a second time are a template's: a gallery's captions, a box shown twice.
  static func hideRepeats(of blocks: inout [PageBlock], in bytes: [UInt8]) {
    var seen: [UInt64: Int] = [:]
    for index in blocks.indices where blocks[index].isOpen {
      guard let words = blocks[index].block.repeatable(in: bytes) else { continue }
      let hash = words.reduce(TokenScanner.seed) { TokenScanner.mix($0, $1) }
      if let first = seen[hash], blocks[first].block.repeatable(in: bytes) == words {
        blocks[index].hide(.promo, "said before")
      } else {
        seen[hash] = index
      }
    }
  }

  /// A dash or a bar alone is a template's without its words; asterisks part scenes.
  private mutating func hideMarks() {
    let marks: Set<UInt8> = [
      0x2D, 0x7C, 0x2F, 0x2E, 0x2C, 0x3A, 0x20, 0xE2, 0x80, 0x93, 0x94, 0xC2, 0xB7,
    ]
    for index in blocks.indices where isOpen(index) {
      guard case .paragraph = blocks[index].block.content else { continue }
      let range = blocks[index].block.range
      if range.count <= 8, bytes[range.bounds].allSatisfy(marks.contains) {
        mark(index, .promo, "marks without words")
      }
    }
  }
}

// MARK: - By place

extension PageTrimming {
  private mutating func markTitle() {
    guard let title, blocks.first?.block.role != .title else { return }
    let wanted = letters(Array(title.utf8)[...])
    guard !wanted.isEmpty else { return }
    for index in blocks.indices.prefix(30) where isOpen(index) {
      // Below running text stands no headline.
      if blocks[index].block.role == .body, blocks[index].block.range.count >= 120,
        blocks[index].block.content.isParagraph
      {
        return
      }
      guard case .heading(let level, _) = blocks[index].block.content else { continue }
      let words = letters(bytes[blocks[index].block.range.bounds])
      if words == wanted
        || (level == 1 && (wanted.starts(with: words) || words.starts(with: wanted)))
      {
        mark(index, .title)
        return
      }
    }
  }

  /// What stands before the headline is not the article.
  private mutating func trimOpening() {
    guard let title = blocks.firstIndex(where: { $0.block.role == .title }) else { return }
    for index in blocks.indices.prefix(title) where isOpen(index) {
      guard blocks[index].block.role == .body, blocks[index].block.range.count < 200 else {
        continue
      }
      mark(index, .related, "above the headline")
    }
  }

  /// Paragraphs that the article's own text as data does not know.
  private mutating func hideStrangers(_ check: StructuredCheck) {
    let paragraphs = blocks.indices.filter { index in
      guard isOpen(index), case .paragraph = blocks[index].block.content else { return false }
      return true
    }
    let ranges = paragraphs.map { blocks[$0].block.range.bounds }
    for stranger in check.strangers(ranges, in: bytes) {
      mark(paragraphs[stranger], .related, "not in the text that the page gives as data")
    }
  }

  /// "Read more: …", where the rest is a link.
  private mutating func hideLabelled() {
    for index in blocks.indices where isOpen(index) {
      guard case .paragraph = blocks[index].block.content else { continue }
      let range = blocks[index].block.range
      if blocks[index].linkedBytes * 2 > range.count, EndMatter.labels(bytes[range.bounds]) {
        mark(index, .related, "pointer to another story")
      }
    }
  }

  /// What a heading of end matter opens, up to the next heading; and the writer's last lines.
  private mutating func hideEndMatter() {
    var isInside = false
    for index in blocks.indices where isOpen(index) {
      let words = bytes[blocks[index].block.range.bounds]
      switch blocks[index].block.content {
      case .heading:
        isInside = EndMatter.opens(with: words)
        if isInside { mark(index, .related, "end matter") }
      case .paragraph where !isInside && EndMatter.opens(with: words) && words.last != 0x2E:
        mark(index, .related, "end matter")
      case .paragraph, .list:
        isInside = isInside && (isBrief(index) || index + 3 >= blocks.count)
        if isInside { mark(index, .related, "end matter") }
      default: break
      }
    }
    for index in blocks.indices.suffix(8) where isOpen(index) {
      guard case .paragraph = blocks[index].block.content else { continue }
      if EndMatter.namesWriter(bytes[blocks[index].block.range.bounds]) {
        mark(index, .legal, "closing note")
      }
    }
  }

  /// Too short or too full of links to go on with the article.
  private func isBrief(_ index: Int) -> Bool {
    let count = blocks[index].block.range.count
    return count < 120 || blocks[index].linkedBytes * 3 > count
  }

  /// Headings with nothing below them, from the end.
  static func trimEnding(of blocks: inout [PageBlock]) {
    for index in blocks.indices.reversed()
    where !blocks[index].isClutter && !blocks[index].block.role.isHidden {
      switch blocks[index].block.content {
      case .heading:
        guard blocks[index].block.role != .title else { return }
        blocks[index].block.role = .related
        blocks[index].block.reason = "heading without text"
        blocks[index].isClutter = true
      case .illustration, .rule: continue
      default: return
      }
    }
  }
}

extension PageBlock {
  fileprivate var isOpen: Bool { !isClutter && !block.role.isHidden }

  fileprivate mutating func hide(_ role: BlockRole, _ reason: String) {
    block.role = role
    block.reason = reason
    isClutter = true
  }
}

extension Block {
  /// The letters of what a template may say twice, a paragraph or the caption of a picture; nil
  /// where they are few.
  fileprivate func repeatable(in bytes: [UInt8]) -> [UInt8]? {
    let range: TextRange? =
      switch content {
      case .paragraph: self.range
      case .illustration(let illustration): illustration.caption
      default: nil
      }
    guard let range, range.count >= 50 else { return nil }
    return letters(bytes[range.bounds])
  }
}

/// Letters and digits only, in lower case, so that marks and spaces do not count.
private func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var letters: [UInt8] = []
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    switch byte {
    case 0x41...0x5A: letters.append(byte | 0x20)
    case 0x61...0x7A, 0x30...0x39, 0x80...0xC1, 0xC3...0xE1, 0xE3...0xFF: letters.append(byte)
    // 0xC2 and 0xE2 begin dashes, quotes and other signs.
    case 0xC2: index += 1
    case 0xE2: index += 2
    default: break
    }
    index += 1
  }
  return letters
}

extension BlockContent {
  fileprivate var isParagraph: Bool {
    if case .paragraph = self { return true }
    return false
  }
}
