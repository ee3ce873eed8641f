// What is counted once over the mentions of a scene, because every candidate asks for it.

/// The mentions of one paragraph, and what is asked about those outside all quotations.
struct ParagraphMentions {
  /// The places of the mentions.
  let places: Range<Int>
  /// The first token of the first mention outside, or -1.
  private(set) var firstOutside = -1
  /// How many stand outside, up to three.
  private(set) var outside = 0
  /// How many of them are beside a verb that reports, up to two.
  private(set) var reporters = 0

  init(_ places: Range<Int>, of mentions: [Mention]) {
    self.places = places
    for place in places where mentions[place].piece < 0 {
      firstOutside = mentions[place].tokens.lowerBound
      break
    }
    for place in places.prefix(Scene.mentionsWatched) where mentions[place].piece < 0 {
      outside = min(outside + 1, 3)
      if mentions[place].reports { reporters = min(reporters + 1, 2) }
    }
  }
}

extension Scene {
  /// How many mentions of one paragraph are looked at from one place. More are never met in prose;
  /// without a bound, a paragraph of nothing but quotations would cost its square.
  static let mentionsWatched = 48
}

/// How many mentions outside all quotations come before some place.
struct MentionTally {
  private(set) var mentions: Int32 = 0
  /// Those beside a verb that reports speech.
  private(set) var reporters: Int32 = 0
  /// Those that are the subject of a verb.
  private(set) var subjects: Int32 = 0

  /// The tallies before each of the mentions and after the last.
  static func tallies(of mentions: [Mention]) -> [MentionTally] {
    var tally = MentionTally()
    var tallies = [tally]
    tallies.reserveCapacity(mentions.count + 1)
    for mention in mentions {
      tally.add(mention)
      tallies.append(tally)
    }
    return tallies
  }

  private mutating func add(_ mention: Mention) {
    guard mention.piece < 0 else { return }
    mentions += 1
    if mention.reports { reporters += 1 }
    if mention.verb >= 0 { subjects += 1 }
  }
}

/// How often the names of a scene are mentioned.
struct NameCounts {
  private var counts: [(mentions: Int, reports: Int)] = []
  /// For each mention the place of its name's counts, or -1.
  private var nameOfMention: [Int32] = []

  init(_ mentions: [Mention]) {
    var places: [UInt32: Int32] = [:]
    nameOfMention.reserveCapacity(mentions.count)
    for mention in mentions {
      guard mention.isName else {
        nameOfMention.append(-1)
        continue
      }
      let place = places[mention.nameHash] ?? Int32(counts.count)
      if Int(place) == counts.count {
        places[mention.nameHash] = place
        counts.append((0, 0))
      }
      nameOfMention.append(place)
      counts[Int(place)].mentions += 1
      if mention.reports { counts[Int(place)].reports += 1 }
    }
  }

  /// How often the name of a mention is mentioned, and how often it reports; zero for what is no
  /// name.
  subscript(mention: Int) -> (mentions: Int, reports: Int) {
    let name = nameOfMention[mention]
    return name < 0 ? (0, 0) : counts[Int(name)]
  }
}
