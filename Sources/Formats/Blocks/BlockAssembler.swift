// Candidates and verdicts to blocks: lists and quotations are gathered, pictures' words joined,
// separator lines become rules.

import Articles

/// Builds the blocks of a document from classified candidates.
struct BlockAssembler {
  /// The blocks, in order.
  private(set) var blocks: [Block] = []
  private let candidates: [CandidateBlock]
  private let verdicts: [BlockVerdict]
  private let bytes: [UInt8]

  init(_ classifier: BlockClassifier) {
    candidates = classifier.candidates
    verdicts = classifier.verdicts
    bytes = classifier.bytes
    blocks.reserveCapacity(candidates.count)
    var index = 0
    while index < candidates.count { index = assemble(at: index) }
  }

  /// Appends the block that begins at a candidate and tells where the next one begins.
  private mutating func assemble(at index: Int) -> Int {
    let verdict = verdicts[index]
    if verdict.joinsNext, index + 1 < candidates.count {
      return assemblePicture(at: index + 1, alt: candidates[index].range)
    }
    if verdict.illustration != nil { return assemblePicture(at: index, alt: nil) }
    if verdict.role == .body || verdict.role == .summary {
      switch candidates[index].marker {
      case .bullet: return assembleList(at: index, start: nil)
      case .number(let start): return assembleList(at: index, start: start)
      case .quotation: return assembleQuotation(at: index)
      case .none: break
      }
    }
    blocks.append(plainBlock(index))
    return index + 1
  }

  private func plainBlock(_ index: Int) -> Block {
    let range = candidates[index].range
    let verdict = verdicts[index]
    if isSeparator(range, in: bytes) {
      return Block(range, role: verdict.role, reason: verdict.reason, content: .rule)
    }
    let inlines = inlines(of: candidates[index])
    let content: BlockContent =
      switch verdict.role {
      case .title: .heading(level: 1, inlines)
      case .heading: .heading(level: 2, inlines)
      case .caption: .illustration(Illustration(caption: range))
      case .credit: .illustration(Illustration(credit: range))
      default: .paragraph(inlines)
      }
    return Block(range, role: verdict.role, reason: verdict.reason, content: content)
  }

  /// The words of a candidate: one piece, or one a line where indentation stands between lines.
  private func inlines(of candidate: CandidateBlock) -> [Inline] {
    let pieces = candidate.pieces
    let isPlain = zip(pieces, pieces.dropFirst()).allSatisfy {
      $0.upperBound + 1 == $1.lowerBound
    }
    if isPlain { return [.text(candidate.range)] }
    // Each piece but the last takes the space that its line break became.
    return pieces.indices.map { index in
      var piece = pieces[index]
      if index + 1 < pieces.count {
        piece.upperBound = endOfBreak(piece.upperBound, pieces[index + 1])
      }
      return .text(piece)
    }
  }

  private func endOfBreak(_ end: Int, _ next: TextRange) -> Int {
    bytes[end] == 0x20 && end < next.lowerBound ? end + 1 : end
  }

  private mutating func assemblePicture(at index: Int, alt: TextRange?) -> Int {
    var illustration =
      verdicts[index].illustration ?? Illustration(caption: candidates[index].range)
    illustration.alt = alt
    let range = alt.map { $0.union(candidates[index].range) } ?? candidates[index].range
    blocks.append(
      Block(range, role: verdicts[index].role, content: .illustration(illustration)))
    return index + 1
  }

  private mutating func assembleList(at start: Int, start first: Int?) -> Int {
    var items: [ListItem] = []
    var index = start
    while index < candidates.count, belongs(index, toListOf: start, at: items.count, first) {
      let block = plainBlock(index)
      if candidates[index].marker == .none, let last = items.indices.last {
        items[last].blocks.append(block)
      } else {
        items.append(ListItem([block]))
      }
      index += 1
    }
    let range = candidates[start].range.union(candidates[index - 1].range)
    blocks.append(
      Block(range, role: verdicts[start].role, content: .list(start: first, items: items)))
    return index
  }

  private func belongs(_ index: Int, toListOf start: Int, at position: Int, _ first: Int?) -> Bool {
    guard verdicts[index].role == verdicts[start].role, verdicts[index].illustration == nil,
      !verdicts[index].joinsNext
    else { return false }
    switch candidates[index].marker {
    case .bullet: return first == nil
    case .number(let value): return first.map { $0 + position == value } ?? false
    case .none:
      return !candidates[index].isAfterBlank
        && candidates[index].indentation > candidates[start].indentation
    case .quotation: return false
    }
  }

  private mutating func assembleQuotation(at start: Int) -> Int {
    var inner: [Block] = []
    var index = start
    while index < candidates.count, candidates[index].marker == .quotation,
      verdicts[index].role == verdicts[start].role, !verdicts[index].joinsNext,
      verdicts[index].illustration == nil
    {
      inner.append(plainBlock(index))
      index += 1
    }
    let range = candidates[start].range.union(candidates[index - 1].range)
    blocks.append(Block(range, role: verdicts[start].role, content: .quotation(inner)))
    return index
  }
}
