// How the speakers of two quotations in a row hang together.

import Prose

/// The relation of the speakers of two quotations in a row, as a small number.
enum PairRelation {
  static let count = 18

  /// The relation of two candidates.
  static func of(
    _ earlier: SpeakerCandidate, _ later: SpeakerCandidate, _ scene: Scene, _ pair: PairContext
  ) -> Int {
    switch (earlier, later) {
    case (.nobody, .nobody): 0
    case (.notSpeech, .notSpeech): 1
    case (.nobody, .notSpeech), (.notSpeech, .nobody): 2
    case (.nobody, .mention): 3
    case (.notSpeech, .mention): 4
    case (.mention, .nobody): 5
    case (.mention, .notSpeech): 6
    case (.mention(let first), .mention(let second)):
      if first == second {
        pair.placeOfShared(first, scene)
      } else {
        pair.report(of: second) ?? ofMentions(first, second, scene)
      }
    }
  }

  private static func ofMentions(_ first: Int, _ second: Int, _ scene: Scene) -> Int {
    let (one, two) = (scene.mentions[first], scene.mentions[second])
    if one.nameHash == two.nameHash { return 7 }
    if second < first { return 8 }
    return two.kind == .pronoun ? 9 : one.kind == .pronoun ? 10 : 11
  }
}

/// Two quotations in a row.
struct PairContext {
  let earlier: PieceContext
  let later: PieceContext
  private let gapPattern: UInt32
  private let distance: UInt32
  /// A bit where words between report the later quotation, one where words after it do.
  private let reports: UInt32

  init(_ earlier: PieceContext, _ later: PieceContext, _ scene: Scene) {
    self.earlier = earlier
    self.later = later
    distance = UInt32(min(later.paragraph - earlier.paragraph, 3))
    var pattern: UInt32 = 7
    var last: UInt8 = 0
    var codes = 0
    if distance == 0 {
      for place in earlier.tokens
        .upperBound..<max(earlier.tokens.upperBound, later.tokens.lowerBound)
      {
        let code = scene.codes[place]
        guard code != last else { continue }
        last = code
        codes += 1
        guard codes <= 8 else { break }
        pattern = pattern &* 131 &+ UInt32(code)
      }
    }
    gapPattern = pattern
    let leads = later.reporterBefore
    let hasLead =
      leads >= 0 && scene.mentions[leads].tokens.lowerBound >= earlier.tokens.upperBound
    reports = (hasLead ? 1 : 0) | (later.reporterAfter >= 0 ? 2 : 0)
  }

  /// Where a mention that both share stands: before both, between, after both, elsewhere.
  func placeOfShared(_ mention: Int, _ scene: Scene) -> Int {
    let place = scene.mentions[mention].tokens.lowerBound
    if scene.mentions[mention].paragraph != later.paragraph { return 15 }
    if place < earlier.tokens.lowerBound { return 12 }
    return place < later.tokens.lowerBound ? 13 : 14
  }

  /// The relation of a mention that reports the later quotation, and not the earlier one.
  func report(of mention: Int) -> Int? {
    switch later.report(of: mention) {
    case 2: 17
    case 1 where reports & 1 != 0: 16
    default: nil
    }
  }

  /// The relation of each pair of candidates, row by row.
  func relations(_ scene: Scene) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(earlier.candidates.count * later.candidates.count)
    for first in earlier.candidates {
      for second in later.candidates {
        result.append(UInt8(PairRelation.of(first, second, scene, self)))
      }
    }
    return result
  }

  /// Replaces the list by the features of a relation.
  func fill(_ list: inout FeatureList, relation: Int) {
    let relation = UInt32(relation)
    list.removeAll()
    list.add(3000, relation)
    list.add(3001, relation, distance)
    list.add(3002, relation, gapPattern)
    list.add(3003, relation, distance, later.shape)
    list.add(3004, relation, distance, earlier.shape)
    list.add(3005, relation, earlier.shape << 8 | later.shape, distance)
    list.add(3006, relation, later.coversParagraph ? 1 : 0, earlier.coversParagraph ? 1 : 0)
    list.add(3007, relation, later.isReopened ? 1 : 0, distance)
    list.add(3008, relation, later.length, earlier.length)
    list.add(3009, relation, later.wordBefore, distance)
    list.add(3011, relation, reports, distance)
    list.add(3012, relation, reports, later.ending)
    list.add(3013, relation, reports, earlier.reports)
    list.add(3014, relation, reports, later.shape)
    list.add(3010, relation, earlier.ending, later.startsUpper ? 1 : 0)
  }
}
