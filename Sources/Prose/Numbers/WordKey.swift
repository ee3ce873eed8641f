/// A word reduced to a hash of its lower-cased ASCII letters and other bytes as they are.
///
/// Looking a word up by its key needs no string: scanners build the key while they pass over the
/// bytes. Two words of English share a 64-bit key too rarely to matter here.
public struct WordKey: Hashable, Sendable {
  /// The hash.
  public private(set) var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The key of no letters; add bytes to it.
  public init() {}

  /// The key of a word.
  public init(_ word: some StringProtocol) {
    for byte in word.utf8 { add(byte) }
  }

  /// The key of a stretch of bytes; letters keep their case if `foldingCase` is false.
  public init(_ bytes: ArraySlice<UInt8>, foldingCase: Bool = true) {
    for byte in bytes { foldingCase ? add(byte) : addExactly(byte) }
  }

  /// Adds one byte, an ASCII capital as its small letter.
  @inlinable public mutating func add(_ byte: UInt8) {
    addExactly(byte &- 0x41 < 26 ? byte | 0x20 : byte)
  }

  /// Adds one byte as it is.
  public mutating func addExactly(_ byte: UInt8) {
    bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// A key that a token holds.
  public init(bits: UInt64) { self.bits = bits }

  /// Whether this is the key of `word`; for tests and rare comparisons.
  public static func == (key: WordKey, word: String) -> Bool { key == WordKey(word) }
}

/// A table from words to values, looked up by key: open addressing, filled once.
public struct WordTable<Value: Sendable>: Sendable {
  private var slots: [(key: UInt64, value: Value)?]
  private let mask: Int

  /// Makes a table; of two entries for one word the later wins unless `merge` joins them.
  public init(
    _ entries: [(String, Value)], foldingCase: Bool = true,
    merge: (Value, Value) -> Value = { _, later in later }
  ) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    mask = size - 1
    for (word, value) in entries {
      let key = WordKey(ArraySlice(Array(word.utf8)), foldingCase: foldingCase).bits
      let slot = firstSlot(for: key)
      let old = slots[slot]?.value
      slots[slot] = (key, old.map { merge($0, value) } ?? value)
    }
  }

  /// The value of a word, nil where the table has none.
  public subscript(_ bits: UInt64) -> Value? { slots[firstSlot(for: bits)]?.value }

  private func firstSlot(for key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while let entry = slots[slot], entry.key != key { slot = (slot + 1) & mask }
    return slot
  }
}
