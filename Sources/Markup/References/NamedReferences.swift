/// The longest named character reference at a place, found by narrowing a sorted table letter by
/// letter. The table is unpacked on first use; a lookup reads at most 33 bytes.
struct NamedReferences: Sendable {
  /// What was found: how many bytes it takes after the "&", with its semicolon if it has one.
  struct Match {
    var length: Int
    var hasSemicolon: Bool
    /// One or two scalars; the second is 0 where there is only one.
    var scalars: (UInt32, UInt32)
  }

  static let html = NamedReferences(NamedReferenceTable.entries)

  private var names: [UInt8] = []
  private var starts: [UInt16] = [0]
  /// The first entry that begins with each byte or a later one.
  private var firsts = [UInt16](repeating: 0, count: 129)
  private var scalars: [(UInt32, UInt32)] = []
  private var countsWithoutSemicolon: [Bool] = []

  /// The longest reference whose name begins at `offset`, just behind the "&".
  func match(in source: [UInt8], at offset: Int) -> Match? {
    var low = Int(firsts[Int(source[offset] & 0x7F)])
    var high = Int(firsts[Int(source[offset] & 0x7F) + 1])
    var best: Match?
    for depth in 1...33 where low < high {
      let byte = offset + depth < source.count ? source[offset + depth] : 0
      if length(of: low) == depth {
        if byte == .semicolon {
          return Match(length: depth + 1, hasSemicolon: true, scalars: scalars[low])
        }
        if countsWithoutSemicolon[low] {
          best = Match(length: depth, hasSemicolon: false, scalars: scalars[low])
        }
      }
      guard byte.isLetter || byte.isDigit else { return best }
      low = firstEntry(from: low, to: high, at: depth, notBelow: byte)
      high = firstEntry(from: low, to: high, at: depth, notBelow: byte + 1)
    }
    return best
  }

  private func length(of entry: Int) -> Int { Int(starts[entry + 1] - starts[entry]) }

  private func byte(of entry: Int, at depth: Int) -> UInt8 {
    depth < length(of: entry) ? names[Int(starts[entry]) + depth] : 0
  }

  private func firstEntry(from low: Int, to high: Int, at depth: Int, notBelow bound: UInt8)
    -> Int
  {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if byte(of: middle, at: depth) < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension NamedReferences {
  private init(_ table: String) {
    var value: (UInt32, UInt32) = (0, 0)
    var isInName = true
    for byte in table.utf8 {
      switch byte {
      case .equals, .exclamation:
        isInName = false
        countsWithoutSemicolon.append(byte == .exclamation)
        starts.append(UInt16(truncatingIfNeeded: names.count))
      case .space:
        isInName = true
        scalars.append(value)
        value = (0, 0)
      case 0x2B: value = (0, value.0)
      default:
        if isInName {
          names.append(byte)
        } else {
          value.0 = value.0 * 16 + (byte.hexadecimalValue ?? 0)
        }
      }
    }
    scalars.append(value)
    scalars = scalars.map { $0.1 == 0 ? $0 : ($0.1, $0.0) }
    for entry in scalars.indices { firsts[Int(byte(of: entry, at: 0)) + 1] = UInt16(entry + 1) }
    for byte in 1..<firsts.count { firsts[byte] = max(firsts[byte], firsts[byte - 1]) }
  }
}
