/// The part of the text buffer that is not the source: decoded references and joined pieces.
///
/// While a tree is built, offsets below `base` mean the source and those from `base` on mean this
/// tail; in the end the tail is put behind the source and the offsets stay true. A text that
/// grows again and again in turn with others is moved with room to spare, so that the whole work
/// stays proportional to the input.
struct TextTail {
  let base: Int
  var bytes: [UInt8] = []
  private var capacityEnds: [NodeID: Int] = [:]

  init(base: Int) { self.base = base }

  var end: Int { base + bytes.count }

  /// Appends bytes and gives their range.
  mutating func append(contentsOf new: some Collection<UInt8>) -> Range<Int> {
    let start = end
    bytes.append(contentsOf: new)
    return start..<end
  }

  /// Appends a piece of the source or of the tail itself.
  mutating func append(piece: Range<Int>, of source: [UInt8]) {
    guard piece.lowerBound >= base else {
      bytes.append(contentsOf: source[piece])
      return
    }
    bytes.reserveCapacity(bytes.count + piece.count)
    for index in piece { bytes.append(bytes[index - base]) }
  }

  mutating func append(scalar: UInt32) {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The range of `text` followed by `piece`, moved if they do not stand side by side already.
  mutating func join(
    _ text: Range<Int>, of node: NodeID, with piece: Range<Int>, source: [UInt8]
  ) -> Range<Int> {
    if text.upperBound == piece.lowerBound { return text.lowerBound..<piece.upperBound }
    if text.lowerBound >= base, text.upperBound == end {
      append(piece: piece, of: source)
      return text.lowerBound..<end
    }
    if let limit = capacityEnds[node], text.upperBound + piece.count <= limit {
      overwrite(at: text.upperBound, with: piece, of: source)
      return text.lowerBound..<text.upperBound + piece.count
    }
    return move(text, of: node, with: piece, source: source)
  }

  private mutating func move(
    _ text: Range<Int>, of node: NodeID, with piece: Range<Int>, source: [UInt8]
  ) -> Range<Int> {
    let start = end
    append(piece: text, of: source)
    append(piece: piece, of: source)
    let range = start..<end
    if text.lowerBound >= base {
      bytes.append(contentsOf: repeatElement(0, count: range.count))
      capacityEnds[node] = end
    }
    return range
  }

  private mutating func overwrite(at offset: Int, with piece: Range<Int>, of source: [UInt8]) {
    for step in 0..<piece.count {
      let from = piece.lowerBound + step
      bytes[offset - base + step] = from >= base ? bytes[from - base] : source[from]
    }
  }
}
