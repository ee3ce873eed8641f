/// Names to small integers and back.
///
/// Two tables are asked in turn. The first holds the names every tree knows; it is made once and
/// never grows, so its cheap hash cannot be attacked. The second holds what a page adds and uses
/// the seeded hash of the standard library.
struct NameTable: Sendable {
  private var bytes: [UInt8]
  private var starts: [UInt32]
  private var slots: [UInt32] = []
  private let known: [UInt16]
  private let tags: [Tag]
  private let knownCount: Int

  /// A table with the known names only.
  static let known = NameTable()
  /// The names of the known attributes, in the order of `KnownAttribute.allCases`.
  static let attributeNames: [Name] = KnownAttribute.allCases.map { attribute in
    NameTable.known.find(Array(attribute.rawValue.utf8)) ?? .empty
  }

  private init() {
    var spellings = Tag.allCases.map(\.spelling)
    let tagNames = Set(spellings)
    spellings += KnownAttribute.allCases.map(\.rawValue).filter { !tagNames.contains($0) }
    spellings += ForeignNames.all.filter { !tagNames.contains($0) }
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var known = [UInt16](repeating: 0, count: Self.knownSlots)
    for (index, spelling) in spellings.enumerated() {
      let utf8 = Array(spelling.utf8)
      bytes += utf8
      starts.append(UInt32(bytes.count))
      var slot = Self.quickHash(utf8, 0..<utf8.count)
      while known[slot] != 0 { slot = (slot + 1) & (Self.knownSlots - 1) }
      if index > 0 { known[slot] = UInt16(index) }
    }
    self.bytes = bytes
    self.starts = starts
    self.known = known
    tags = Tag.allCases
    knownCount = spellings.count
  }

  /// How many names there are.
  var count: Int { starts.count - 1 }

  /// The element of HTML with this name.
  func tag(of name: Name) -> Tag {
    Int(name.index) < tags.count ? tags[Int(name.index)] : .other
  }

  /// The bytes of a name.
  func utf8(of name: Name) -> ArraySlice<UInt8> {
    bytes[range(of: Int(name.index))]
  }

  /// The number of a name, given as a whole array; new names get the next number.
  mutating func intern(_ utf8: [UInt8]) -> Name {
    intern(utf8, 0..<utf8.count)
  }

  /// The number of the name that stands in `range` of `source`; new names get the next number.
  mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Name {
    findKnown(source, range) ?? internNew(source, range)
  }

  /// The number of a name, if the tree has it.
  func find(_ utf8: [UInt8]) -> Name? {
    let range = 0..<utf8.count
    if let name = findKnown(utf8, range) { return name }
    guard !slots.isEmpty else { return nil }
    let slot = slots[self.slot(for: utf8, range)]
    return slot == 0 ? nil : Name(Int(slot))
  }
}

extension NameTable {
  private static let knownSlots = 2048

  private static func quickHash(_ source: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(source[index])) &* 16_777_619 }
    return Int((hash ^ (hash >> 15)) & UInt32(knownSlots - 1))
  }

  private func range(of index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1])
  }

  private func isName(_ index: Int, equalTo source: [UInt8], _ range: Range<Int>) -> Bool {
    let own = self.range(of: index)
    guard own.count == range.count else { return false }
    for step in 0..<range.count
    where bytes[own.lowerBound + step] != source[range.lowerBound + step] {
      return false
    }
    return true
  }

  private func findKnown(_ source: [UInt8], _ range: Range<Int>) -> Name? {
    // No known name is longer.
    guard range.count < 24 else { return nil }
    if range.isEmpty { return .empty }
    var slot = Self.quickHash(source, range)
    while known[slot] != 0 {
      if isName(Int(known[slot]), equalTo: source, range) { return Name(Int(known[slot])) }
      slot = (slot + 1) & (Self.knownSlots - 1)
    }
    return nil
  }

  private mutating func internNew(_ source: [UInt8], _ range: Range<Int>) -> Name {
    if (count - knownCount + 1) * 2 > slots.count { grow() }
    let slot = self.slot(for: source, range)
    if slots[slot] != 0 { return Name(Int(slots[slot])) }
    let index = count
    bytes += source[range]
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    slots[slot] = UInt32(truncatingIfNeeded: index)
    return Name(index)
  }

  /// The slot that holds the name, or the free one where it belongs.
  private func slot(for source: [UInt8], _ range: Range<Int>) -> Int {
    var hasher = Hasher()
    unsafe source.withUnsafeBytes { bytes in
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[range]))
    }
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != 0, !isName(Int(slots[slot]), equalTo: source, range) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: max(256, slots.count * 2))
    for index in knownCount..<count {
      slots[slot(for: bytes, range(of: index))] = UInt32(truncatingIfNeeded: index)
    }
  }
}
