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
///
/// Inlinable, so that other modules look up without generic code.
public struct WordTable<Value: Sendable>: Sendable {
  /// The keys by slot; 0 marks a free one.
  @usableFromInline let keys: [UInt64]
  @usableFromInline let values: [Value?]

  /// Makes a table; of two entries for one word the later wins unless `merge` joins them.
  public init(
    _ entries: [(String, Value)], foldingCase: Bool = true,
    merge: (Value, Value) -> Value = { _, later in later }
  ) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    var keys = Array(repeating: UInt64(0), count: size)
    var values: [Value?] = Array(repeating: nil, count: size)
    for (word, value) in entries {
      var wordKey = WordKey()
      for byte in word.utf8 { foldingCase ? wordKey.add(byte) : wordKey.addExactly(byte) }
      let key = wordKey.bits
      let slot = Self.slot(for: key, in: keys)
      keys[slot] = key
      values[slot] = values[slot].map { merge($0, value) } ?? value
    }
    self.keys = keys
    self.values = values
  }

  /// The value of a word, nil where the table has none.
  @inlinable public subscript(_ bits: UInt64) -> Value? { values[Self.slot(for: bits, in: keys)] }

  /// The slot of a key, or the free slot where it would go; a table is never more than half full.
  @inlinable static func slot(for key: UInt64, in keys: [UInt64]) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
