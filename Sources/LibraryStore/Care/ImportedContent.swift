// Whether what a line of an export says about a text can be true of it. Anybody may have edited the
// line, and whoever draws or searches an article trusts its ranges.

internal import Articles
internal import Excerpts

extension Document {
  /// Whether blocks stand one behind the other, and all ranges lie in the text and cut no scalar.
  var isSound: Bool {
    let bytes = Array(text.utf8)
    func isSound(_ range: TextRange) -> Bool {
      range.upperBound <= bytes.count
        && [range.lowerBound, range.upperBound].allSatisfy { offset in
          offset == bytes.count || bytes[offset] & 0xC0 != 0x80
        }
    }
    var end = 0
    for block in blocks {
      guard block.range.lowerBound >= end else { return false }
      end = block.range.upperBound
    }
    var areSound = true
    walk { node, _ in areSound = areSound && node.ranges.allSatisfy(isSound) }
    return areSound
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
  /// Whether all excerpts lie in a text of so many bytes.
  func lie(within count: Int) -> Bool {
    (quotes.map(\.range) + figures.map(\.phrase)).allSatisfy { $0.upperBound <= count }
  }
}
