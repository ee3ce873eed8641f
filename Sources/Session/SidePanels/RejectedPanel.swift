import Articles
import Excerpts
import Screen
import Typesetting

extension SidePanel {
  /// Numbers that are no figures, each with the reason.
  static let rejected = SidePanel(
    "rejected", singular: "rejected number", key: "gF", isTabAlways: false,
    emptySentence: "Every number of this article is listed as a figure."
  ) { loaded, _ in
    let document = loaded.article.document
    return loaded.excerpts.rejectedNumbers.sorted { $0.range < $1.range }.map { number in
      PanelItem(
        [
          PanelLine(document.words(in: number.range), .hidden, aside: number.reason.words),
          PanelLine(document.words(around: number.range, bytes: 28), .detail, rowLimit: 2),
        ], anchor: number.range,
        marksWhenChosen: [Highlight(number.range, role: .hidden, marks: .selected)])
    }
  }
}

extension RejectedNumber.Reason {
  /// What the number is instead.
  fileprivate var words: String {
    switch self {
    case .year: "a year"
    case .date: "a date"
    case .time: "a time of day"
    case .score: "a score"
    case .ordinal: "a place in an order"
    case .name: "part of a name"
    case .code: "a code"
    case .phone: "a phone number"
    case .address: "part of an address"
    case .postcode: "a postcode"
    case .list: "the number of a list entry"
    case .idiom: "part of a saying"
    case .unrepresentable: "too long to hold"
    }
  }
}

extension Document {
  /// The words around a range, of its own block, cut at blanks.
  fileprivate func words(around range: TextRange, bytes: Int) -> String {
    let place = blocks.firstPlace { $0.range.upperBound > range.lowerBound }
    guard place < blocks.count else { return String(words(in: range)) }
    let block = blocks[place].range
    let start = max(block.lowerBound, range.lowerBound - bytes)
    let end = max(range.upperBound, min(block.upperBound, range.upperBound + bytes))
    var before = words(in: TextRange(min(start, range.lowerBound), range.lowerBound))
    var after = words(in: TextRange(range.upperBound, end))
    if start > block.lowerBound { before = before.drop { $0 != " " }.dropFirst() }
    if end < block.upperBound { after = after[..<(after.lastIndex(of: " ") ?? after.endIndex)] }
    let head = start > block.lowerBound ? "…" : ""
    let tail = end < block.upperBound ? "…" : ""
    return head + before + words(in: range) + after + tail
  }
}
