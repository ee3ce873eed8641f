// How the speakers of two quotations in a row hang together.

import Prose

/// The relation of the speakers of two quotations in a row, as a small number: 0 to 6 where either
/// is nobody or no speech, 7 the same name, 8 an earlier mention, 9 to 11 a later one, 12 to 15 the
/// same mention by its place, 16 and 17 a mention that reports the later quotation.
enum PairRelation {
  static let count = 18
}

/// What the relations of a candidate depend on.
struct CandidateView {
  /// The place of the mention; less than zero for nobody and no speech.
  let mention: Int
  let name: UInt32
  let isPronoun: Bool

  /// What stands for a mention where there is none.
  static let nobody = -1
  static let notSpeech = -2

  /// Whether it is a mention whose name others may share.
  var isName: Bool { mention >= 0 && !isPronoun }

  init(_ candidate: SpeakerCandidate, _ scene: Scene) {
    switch candidate {
    case .nobody: (mention, name, isPronoun) = (Self.nobody, 0, false)
    case .notSpeech: (mention, name, isPronoun) = (Self.notSpeech, 0, false)
    case .mention(let place):
      mention = place
      name = scene.mentions[place].nameHash
      isPronoun = scene.mentions[place].kind == .pronoun
    }
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
  private func placeOfShared(_ mention: Int, _ scene: Scene) -> UInt8 {
    let place = scene.mentions[mention].tokens.lowerBound
    if scene.mentions[mention].paragraph != later.paragraph { return 15 }
    if place < earlier.tokens.lowerBound { return 12 }
    return place < later.tokens.lowerBound ? 13 : 14
  }

  /// The relation of a mention that reports the later quotation, and not the earlier one; 0 for
  /// others.
  private func report(of mention: Int) -> UInt8 {
    switch later.report(of: mention) {
    case 2: 17
    case 1 where reports & 1 != 0: 16
    default: 0
    }
  }

  /// The relation of each pair of candidates, row by row. Both begin with nobody and no speech.
  func relations(_ scene: Scene) -> [UInt8] {
    let (rows, columns) = (earlier.views, later.views)
    var result = Array(repeating: UInt8(3), count: rows.count * columns.count)
    for (row, first) in rows.enumerated() {
      let start = row * columns.count
      let isMention = first.mention >= 0
      result[start] = isMention ? 5 : row == 0 ? 0 : 2
      result[start + 1] = isMention ? 6 : row == 0 ? 2 : 1
      for column in 2..<columns.count {
        let second = columns[column]
        result[start + column] =
          isMention ? relation(first, second, scene) : row == 0 ? 3 : 4
      }
    }
    addReports(to: &result)
    return result
  }

  @inline(__always)
  private func relation(
    _ first: CandidateView, _ second: CandidateView, _ scene: Scene
  ) -> UInt8 {
    if first.name == second.name {
      return first.mention == second.mention ? placeOfShared(first.mention, scene) : 7
    }
    if second.mention < first.mention { return 8 }
    return second.isPronoun ? 9 : first.isPronoun ? 10 : 11
  }

  /// The columns of the two mentions that may report the later quotation are filled in behind the
  /// rest.
  private func addReports(to result: inout [UInt8]) {
    let rows = earlier.views
    for (column, view) in later.views.enumerated() where view.mention >= 0 {
      let report = report(of: view.mention)
      guard report > 0 else { continue }
      for row in rows.indices where rows[row].mention >= 0 && rows[row].mention != view.mention {
        result[row * later.views.count + column] = report
      }
    }
  }

  /// Adds the features of a relation.
  func add(relation: Int, to list: inout some FeatureSink) {
    let relation = UInt32(relation)
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
