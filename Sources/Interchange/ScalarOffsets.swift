/// Turns UTF-8 offsets of one text into counts of Unicode scalars.
///
/// One pass notes the count at every 256th byte; a question then looks at 256 bytes at most. In a
/// text of ASCII alone nothing is kept, as both offsets are the same.
package struct ScalarOffsets {
  private static let stride = 256
  private let bytes: [UInt8]
  /// The scalars before every `stride`th byte; empty for ASCII.
  private var counts: [Int] = []

  /// Counts the scalars of a text in UTF-8.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }

  /// The scalars before a byte offset, which is clamped to the text.
  package subscript(offset: Int) -> Int {
    let offset = min(max(0, offset), bytes.count)
    guard !counts.isEmpty else { return offset }
    let place = min(offset / Self.stride, counts.count - 1)
    var count = counts[place]
    for byte in bytes[(place * Self.stride)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
