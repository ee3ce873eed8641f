// What can be observed of each block of a page, as numbers of traits: its shape, its words, the
// names around it, its place among the others. The sieve weighs them. The trainer uses this very
// code, so that fitting and reading cannot drift apart.

import Articles
import Markup

/// The groups of traits. Each has a fixed count of values, so that a trait is one number.
package enum TraitGroup: Int, CaseIterable, Sendable {
  case always, shape, links, ending, tag, ownNames, namesAbove, kinship, place, before, after
  case words, marks, style, structured, likeness, capitals, page, distance, rule
  /// Those of the second look: how the blocks around, and the block itself, did in the first.
  case scoreBefore, scoreAfter, scoresBefore, scoresAfter, ownScore, bestAfter, sureAfter,
    sureBefore

  /// How many values the group has.
  package var count: Int {
    switch self {
    case .always: 1
    case .shape: 8 * 7
    case .links: 8 * 5
    case .ending: 5 * 3
    case .tag: 16
    case .ownNames, .namesAbove: 40
    case .kinship: 8 * 3
    case .place: 4 * 4 * 2
    case .before, .after: 8 * 4
    case .words: 3 * SieveWords.groups.count * 2
    case .marks: 24
    case .style: 5
    case .structured: 4 * 2
    case .likeness: 4 * 2
    case .capitals: 3 * 2
    case .page: 5
    case .distance: 12
    case .rule: 16
    case .scoreBefore, .scoreAfter: 9
    case .scoresBefore, .scoresAfter, .ownScore, .bestAfter: 8
    case .sureAfter, .sureBefore: 4
    }
  }

  /// The number of the group's first trait.
  package var start: Int { Self.starts[rawValue] }

  private static let starts = allCases.reduce(into: [0]) { starts, group in
    starts.append((starts.last ?? 0) + group.count)
  }

  /// How many traits there are.
  package static let traitCount = allCases.reduce(0) { $0 + $1.count }
  /// How many of them the first look has.
  package static var firstLookCount: Int { Self.scoreBefore.start }
}

/// The traits of every block of a page.
struct BlockTraits {
  /// For each block the numbers of its traits, in rising order of the groups.
  private(set) var traits: [[UInt16]] = []
  /// Pages of more blocks are no articles, and are not worth the time.
  private static let mostBlocks = 10_000

  private let blocks: [PageBlock]
  private let bytes: [UInt8]
  private let survey: PageSurvey
  private let check: StructuredCheck?
  private let lengths: [Int]
  /// Bytes of running text before each block.
  private var proseBefore: [Int] = []
  private var proseCount = 0
  private var firstProse = 0
  private var lastProse = 0
  /// The element that holds most of the running text directly.
  private var home: NodeID?
  /// What its paragraphs are called.
  private var homeSignature: UInt64 = 0
  private var signatures: [UInt64] = []
  private var signatureCounts: [UInt64: Int] = [:]

  init(
    _ blocks: [PageBlock], in bytes: [UInt8], survey: PageSurvey, check: StructuredCheck?
  ) {
    self.blocks = blocks
    self.bytes = bytes
    self.survey = survey
    self.check = check
    lengths = blocks.map(\.block.range.count)
    guard blocks.count <= Self.mostBlocks else {
      traits = Array(repeating: [], count: blocks.count)
      return
    }
    findHome()
    measureProse()
    traits.reserveCapacity(blocks.count)
    for index in blocks.indices {
      traits.append(blocks[index].isSifted ? observe(index) : [])
    }
  }
}

extension PageBlock {
  /// Whether the sieve looks at the block: what a name set apart as a whole is none of its business.
  var isSifted: Bool {
    guard !isNamedClutter, block.role != .title, block.role != .caption, !block.range.isEmpty else {
      return false
    }
    switch block.content {
    case .illustration, .rule: return false
    default: return true
    }
  }
}

// MARK: - The page as a whole

extension BlockTraits {
  private mutating func findHome() {
    var bytesByParent: [NodeID: Int] = [:]
    signatures.reserveCapacity(blocks.count)
    for index in blocks.indices {
      let signature = signature(of: blocks[index].node)
      signatures.append(signature)
      signatureCounts[signature, default: 0] += 1
      guard isProse(index), let parent = survey.tree.parent(of: blocks[index].node) else {
        continue
      }
      bytesByParent[parent, default: 0] += lengths[index]
    }
    home = bytesByParent.max { ($0.value, $1.key.index) < ($1.value, $0.key.index) }?.key
    var bytesBySignature: [UInt64: Int] = [:]
    for index in blocks.indices where isProse(index) {
      bytesBySignature[signatures[index], default: 0] += lengths[index]
    }
    homeSignature = bytesBySignature.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  private mutating func measureProse() {
    firstProse = blocks.count
    for index in blocks.indices {
      proseBefore.append(proseCount)
      guard isProse(index) else { continue }
      proseCount += lengths[index]
      firstProse = min(firstProse, index)
      lastProse = index
    }
  }

  private func isProse(_ index: Int) -> Bool {
    guard !blocks[index].isClutter, lengths[index] >= 100,
      blocks[index].linkedBytes * 3 < lengths[index]
    else { return false }
    if case .paragraph = blocks[index].block.content { return true }
    return false
  }

  /// An element's tag and classes as one number.
  private func signature(of node: NodeID) -> UInt64 {
    var hash = TokenScanner.mix(TokenScanner.seed, survey.tree.tag(of: node).rawValue)
    if let name = survey.names.classes, let range = survey.tree.value(of: name, in: node) {
      for byte in survey.tree.utf8[range].prefix(200) where byte &- 0x30 >= 10 {
        hash = TokenScanner.mix(hash, byte)
      }
    }
    return hash
  }
}

// MARK: - One block

extension BlockTraits {
  private func observe(_ index: Int) -> [UInt16] {
    var found: [UInt16] = []
    found.reserveCapacity(40)
    func note(_ group: TraitGroup, _ value: Int) {
      found.append(UInt16(group.start + min(max(0, value), group.count - 1)))
    }
    let block = blocks[index]
    let kind = kind(of: index)
    let length = lengthBin(lengths[index])
    let isLong = lengths[index] >= 160
    let feature = BlockFeatures(block.block.range, in: bytes)
    note(.always, 0)
    note(.shape, kind * 7 + length)
    note(.links, kind * 5 + shareBin(block.linkedBytes, lengths[index]))
    note(.ending, endingBin(feature.ending) * 3 + (isLong ? 2 : length > 2 ? 1 : 0))
    note(.tag, tagBin(survey.tree.tag(of: block.node)))
    let own = survey.hints[Int(block.node.index)]
    for bit in 0..<40 where own.rawValue >> bit & 1 == 1 { note(.ownNames, bit) }
    let above = namesAbove(block.node)
    for bit in 0..<40 where above.rawValue >> bit & 1 == 1 { note(.namesAbove, bit) }
    note(.kinship, kinship(index) * 3 + (isLong ? 2 : length > 2 ? 1 : 0))
    let after = proseCount - proseBefore[index] - (isProse(index) ? lengths[index] : 0)
    note(.place, (placeBin(proseBefore[index]) * 4 + placeBin(after)) * 2 + (isLong ? 1 : 0))
    note(.before, neighbour(index, step: -1))
    note(.after, neighbour(index, step: 1))
    noteWords(index, isLong, note)
    noteStyle(block.block.content, note)
    note(.structured, structuredBin(index) * 2 + (isLong ? 1 : 0))
    let alike = signatureCounts[signatures[index], default: 0]
    note(.likeness, (alike == 1 ? 0 : alike < 4 ? 1 : alike < 10 ? 2 : 3) * 2 + (isLong ? 1 : 0))
    let capitals = feature.capitalisedCount * 3 / max(1, feature.wordCount)
    note(.capitals, min(2, capitals) * 2 + (feature.isCapitals ? 1 : 0))
    note(.page, proseCount < 600 ? 0 : proseCount < 2000 ? 1 : proseCount < 6000 ? 2 : 3)
    note(.distance, distanceBin(index))
    note(.rule, ruleBin(block.block))
    return found
  }

  private func kind(of index: Int) -> Int {
    switch blocks[index].block.content {
    case .paragraph: 0
    case .heading(let level, _): level <= 3 ? 1 : 2
    case .list: 3
    case .quotation: 4
    case .table: 5
    case .code: 6
    case .illustration, .rule: 7
    }
  }

  private func lengthBin(_ count: Int) -> Int {
    count < 20
      ? 0
      : count < 45 ? 1 : count < 80 ? 2 : count < 160 ? 3 : count < 320 ? 4 : count < 700 ? 5 : 6
  }

  private func shareBin(_ part: Int, _ whole: Int) -> Int {
    guard part > 0 else { return 0 }
    let share = part * 100 / max(1, whole)
    return share < 10 ? 1 : share < 30 ? 2 : share < 60 ? 3 : 4
  }

  private func endingBin(_ ending: BlockFeatures.Ending) -> Int {
    switch ending {
    case .bare: 0
    case .period: 1
    case .question: 2
    case .colon: 3
    case .comma: 4
    }
  }

  private func tagBin(_ tag: Tag) -> Int {
    switch tag {
    case .p: 0
    case .div: 1
    case .li: 2
    case .td, .th: 3
    case .section: 4
    case .article, .main: 5
    case .header: 6
    case .h1: 7
    case .h2: 8
    case .h3: 9
    case .h4, .h5, .h6: 10
    case .ul, .ol: 11
    case .blockquote: 12
    case .body: 13
    case .dd, .dt, .dl: 14
    default: 15
    }
  }

  private func namesAbove(_ node: NodeID) -> ElementHints {
    var found: ElementHints = []
    var current = node
    for _ in 0..<6 {
      guard let above = survey.tree.parent(of: current), above != survey.body else { break }
      found.formUnion(survey.hints[Int(above.index)])
      if above == home { break }
      current = above
    }
    return found
  }

  /// How near the block is to where most running text stands.
  private func kinship(_ index: Int) -> Int {
    let node = blocks[index].node
    let isAlike = signatures[index] == homeSignature
    guard let home, let parent = survey.tree.parent(of: node) else { return 0 }
    if parent == home { return isAlike ? 7 : 6 }
    if node == home { return 5 }
    var current = parent
    for step in 0..<8 {
      guard let above = survey.tree.parent(of: current) else { break }
      if above == home { return step == 0 ? 4 : 3 }
      current = above
    }
    return isAlike ? 2 : 1
  }

  private func placeBin(_ count: Int) -> Int {
    count == 0 ? 0 : count < 300 ? 1 : count < 1500 ? 2 : 3
  }

  private func neighbour(_ index: Int, step: Int) -> Int {
    var next = index + step
    while blocks.indices.contains(next), blocks[next].block.content == .rule { next += step }
    guard blocks.indices.contains(next) else { return 31 }
    if blocks[next].isNamedClutter { return 30 }
    if blocks[next].isClutter { return 29 }
    let length = lengths[next] < 45 ? 0 : lengths[next] < 160 ? 1 : 2
    return min(28, kind(of: next) * 3 + length)
  }

  private func noteWords(_ index: Int, _ isLong: Bool, _ note: (TraitGroup, Int) -> Void) {
    let words = SieveWords(blocks[index].block.range.bounds, in: bytes)
    for (group, count) in words.counts.enumerated() {
      note(.words, (group * 3 + min(2, count)) * 2 + (isLong ? 1 : 0))
    }
    for mark in words.marks { note(.marks, mark) }
  }

  private func noteStyle(_ content: BlockContent, _ note: (TraitGroup, Int) -> Void) {
    guard case .paragraph(let inlines) = content else { return note(.style, 0) }
    switch (inlines.count, inlines.first) {
    case (1, .emphasis): note(.style, 1)
    case (1, .strong): note(.style, 2)
    case (_, .strong): note(.style, 3)
    default: note(.style, 4)
    }
  }

  private func structuredBin(_ index: Int) -> Int {
    guard let share = check?.share(of: blocks[index].block.range.bounds, in: bytes) else {
      return 0
    }
    return share < 20 ? 1 : share < 70 ? 2 : 3
  }

  private func distanceBin(_ index: Int) -> Int {
    if proseCount == 0 { return 11 }
    if index < firstProse { return min(5, 1 + (firstProse - index) / 2) }
    if index > lastProse { return min(10, 6 + (index - lastProse) / 2) }
    return 0
  }

  private func ruleBin(_ block: Block) -> Int {
    switch block.role {
    case .body: return 0
    case .heading: return 1
    case .byline: return 2
    case .date: return 3
    case .promo: return 4
    case .legal: return 5
    case .origin: return 6
    case .error: return 7
    case .related: return Self.relatedReasons[block.reason ?? "", default: 8]
    case .title, .summary, .caption, .credit: return 9
    }
  }

  private static let relatedReasons = [
    "list of links": 10, "pointer elsewhere": 11, "above the headline": 12, "end matter": 13,
    "not in the text that the page gives as data": 14, "heading without text": 15,
  ]
}
