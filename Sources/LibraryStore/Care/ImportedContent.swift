// Whether what a line of an export says about a text can be true of it. Anybody may have edited the
// line, and whoever draws or searches an article trusts its ranges.

internal import Articles
internal import Excerpts

extension Document {
  /// Whether blocks stand one behind the other, and all ranges lie in the text and cut no scalar:
  /// those of blocks and of what is in them, and those of excerpts.
  ///
  /// - Parameter excerpts: what was found in the text.
  /// - Returns: whether all of it may be kept.
  func isSound(with excerpts: FoundExcerpts) -> Bool {
    let bytes = Array(text.utf8)
    func isSound(_ range: TextRange) -> Bool {
      bytes.isBoundary(range.lowerBound) && bytes.isBoundary(range.upperBound)
    }
    var end = 0
    for block in blocks {
      guard block.range.lowerBound >= end else { return false }
      end = block.range.upperBound
    }
    var areSound = true
    walk { node, _ in areSound = areSound && node.ranges.allSatisfy(isSound) }
    return areSound && excerpts.ranges.allSatisfy(isSound) && excerpts.conversionsAreSound
  }

  /// Drops names of places that are none: a link to one then leads nowhere, and nothing else is lost.
  mutating func dropUnsoundAnchors() {
    let bytes = Array(text.utf8)
    anchors = anchors.filter { bytes.isBoundary($0.value) }
  }
}

extension [UInt8] {
  /// Whether an offset lies in a text, or at its end, and cuts no scalar.
  fileprivate func isBoundary(_ offset: Int) -> Bool {
    offset == count || indices.contains(offset) && self[offset] & 0xC0 != 0x80
  }
}

extension DocumentNode {
  /// The range of the node and of what it holds but nodes.
  fileprivate var ranges: [TextRange] {
    switch self {
    case .inline(let inline): return [inline.range]
    case .block(let block):
      switch block.content {
      case .code(let words, _): return [block.range, words]
      case .illustration(let illustration):
        return [block.range]
          + [illustration.alt, illustration.caption, illustration.credit].compactMap(\.self)
      case .paragraph, .heading, .list, .quotation, .table, .rule: return [block.range]
      }
    }
  }
}

extension FoundExcerpts {
  /// Every range that an excerpt or what was refused as one has.
  fileprivate var ranges: [TextRange] {
    quotes.flatMap(\.ranges) + notSpeech.map(\.range) + figures.flatMap(\.ranges)
      + rejectedNumbers.map(\.range)
  }

  /// Whether conversions are those of figures that are there.
  fileprivate var conversionsAreSound: Bool {
    figures.allSatisfy { $0.conversionOf.map(figures.indices.contains) ?? true }
  }
}

extension Quote {
  fileprivate var ranges: [TextRange] {
    [range] + [cue].compactMap(\.self)
      + ([speaker].compactMap(\.self) + candidates).flatMap(\.ranges)
  }
}

extension Speaker {
  fileprivate var ranges: [TextRange] { [mention] + [introduction, via].compactMap(\.self) }
}

extension Figure {
  fileprivate var ranges: [TextRange] {
    [range, phrase] + [counted, concept, subject, source, asOf].compactMap(\.self)
  }
}
