// Links that lead to a place of the same article: "#note-3".

extension Document {
  /// The words that a link inside the article leads to, up to the end of their block.
  ///
  /// - Parameters:
  ///   - destination: a fragment with its "#"; "#" alone and "#top" are the beginning.
  ///   - includesHidden: whether blocks that are clutter count.
  /// - Returns: nil where the article has no such place.
  public func place(of destination: String, includesHidden: Bool = false) -> TextRange? {
    guard destination.utf8.first == 0x23 else { return nil }
    let name = String(destination.dropFirst())
    let isTop = name.isEmpty || name.lowercased() == "top"
    guard let anchor = anchors[name] ?? anchors[name.withoutEscapes] ?? (isTop ? 0 : nil) else {
      return nil
    }
    let offset = pastBlanks(from: anchor)
    let blocks = includesHidden ? blocks : shownBlocks
    guard let block = blocks.first(where: { $0.range.upperBound > offset }) ?? blocks.last else {
      return nil
    }
    return TextRange(
      max(min(offset, block.range.upperBound), block.range.lowerBound), block.range.upperBound)
  }
}

extension Document {
  /// A place is noted before the blanks that part its words from those before.
  private func pastBlanks(from offset: Int) -> Int {
    let bytes = text.utf8
    guard (0..<bytes.count).contains(offset) else { return max(0, min(offset, bytes.count)) }
    let start = bytes.index(bytes.startIndex, offsetBy: offset)
    return offset + bytes[start...].prefix { $0 <= 0x20 }.count
  }
}

extension String {
  /// With "%20" and the like written out, as the name of a place has it.
  package var withoutEscapes: String {
    guard utf8.contains(0x25) else { return self }
    let bytes = Array(utf8)
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = hexDigit(bytes[index + 1]),
        let low = hexDigit(bytes[index + 2])
      {
        plain.append(high << 4 | low)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
