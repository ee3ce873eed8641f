// Weighs what each block of a page shows and decides whether it belongs to the article: a linear
// model in two looks, fitted to saved pages whose article people marked. Rules come first; the
// sieve hides what they let pass and frees what they hid only where it is sure.

import Articles
import Markup

/// Tells the blocks of an article from those around it.
struct PageSieve {
  private let looks: [[UInt16]]
  /// How sure each block's place in the article is, as a logit; nil where the sieve does not look.
  let scores: [Double?]

  /// Below this a block is hidden.
  private static let hiding = -0.5
  /// Above this a block that a rule hid is shown.
  private static let freeing = 2.0

  init(_ traits: BlockTraits) {
    looks = traits.traits
    let first = looks.map { Self.sum($0, SieveWeights.first) }
    let further = SecondLook.traits(first)
    scores = zip(looks, further).map { Self.sum($0 + $1, SieveWeights.second) }
  }

  private static func sum(_ traits: [UInt16], _ weights: [Int16]) -> Double? {
    guard !traits.isEmpty else { return nil }
    var sum = 0
    for trait in traits { sum += Int(weights[Int(trait)]) }
    return Double(sum) / SieveWeights.scale
  }

  /// Hides and frees blocks. A page of which nothing would be left stays as it is.
  func sift(_ blocks: inout [PageBlock]) {
    let isKept = blocks.indices.map { index in
      guard let score = scores[index] else { return !blocks[index].isClutter }
      return score > (blocks[index].isClutter ? Self.freeing : Self.hiding)
    }
    guard blocks.indices.contains(where: { isKept[$0] && blocks[$0].block.role == .body }) else {
      return
    }
    for index in blocks.indices where scores[index] != nil {
      if isKept[index], blocks[index].isClutter {
        free(&blocks[index])
      } else if !isKept[index], !blocks[index].isClutter {
        hide(&blocks[index], looks[index])
      }
    }
  }

  private func free(_ block: inout PageBlock) {
    block.isClutter = false
    block.block.reason = nil
    if case .heading = block.block.content {
      block.block.role = .heading
    } else {
      block.block.role = .body
    }
  }

  private func hide(_ block: inout PageBlock, _ traits: [UInt16]) {
    let (role, reason) = verdict(traits)
    block.isClutter = true
    block.block.role = role
    block.block.reason = role.isHidden ? reason : nil
    if role == .caption, case .paragraph = block.block.content {
      block.block.content = .illustration(Illustration(caption: block.block.range))
    }
  }

  /// What a block is instead, by the kind of words that spoke most against it.
  private func verdict(_ traits: [UInt16]) -> (BlockRole, String) {
    let words = TraitGroup.words.start..<(TraitGroup.words.start + TraitGroup.words.count)
    var worst: (kind: Int, weight: Int16) = (-1, -8)
    for trait in traits where words.contains(Int(trait)) {
      // Six numbers for each kind; the first two say that it has none of its words.
      let place = Int(trait) - words.lowerBound
      let weight = SieveWeights.first[Int(trait)]
      if place % 6 >= 2, weight < worst.weight { worst = (place / 6, weight) }
    }
    return Self.verdicts[worst.kind, default: (.related, "unlike the article's own text")]
  }

  private static let verdicts: [Int: (BlockRole, String)] = [
    0: (.promo, "sign-up or appeal"), 1: (.promo, "page control"),
    2: (.related, "pointer elsewhere"), 3: (.byline, "about the author"), 4: (.caption, "caption"),
    5: (.legal, "legal or commercial note"), 6: (.date, "date line"),
    7: (.related, "readers' comments"), 8: (.legal, "note on the text"),
    9: (.promo, "social media prompt"),
  ]
}

/// The traits of the blocks of one page and their words, for fitting the weights.
package struct SieveSample: Sendable {
  /// The words of a block.
  package let words: String
  /// Numbers of the traits of the first look; empty where the sieve does not look.
  package let traits: [UInt16]
  /// Whether the rules show the block as part of the article.
  package let isShown: Bool
}

/// What the sieve sees of a page before it decides.
package func sieveSamples(of source: SourceBytes) -> [SieveSample] {
  let page = ReadPage(source)
  let text = page.builder.writer.text
  let blocks = page.trimmed
  let traits = BlockTraits(blocks, in: text, survey: page.survey, check: page.check)
  return zip(blocks, traits.traits).map { block, traits in
    SieveSample(
      words: String(decoding: text[block.block.range.bounds], as: UTF8.self), traits: traits,
      isShown: block.block.role == .body || block.block.role == .heading)
  }
}
