/// The features of one candidate as places in the table of weights. A feature is a template and up
/// to four values, hashed; two that fall on one place share a weight.
package struct FeatureList {
  /// How many weights there are; a power of two.
  package static let weightCount = 1 << 17

  /// The places, in the order of their making.
  package private(set) var places: [UInt32] = []

  package init() {
    places.reserveCapacity(96)
  }

  mutating func removeAll() { places.removeAll(keepingCapacity: true) }

  /// Adds the feature of a template with its values.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32 = 0, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    var hash = (template &+ 1) &* 0x9E37_79B1
    hash = (hash ^ a) &* 0x85EB_CA6B
    hash = (hash ^ (hash >> 13) ^ b) &* 0xC2B2_AE35
    hash = (hash ^ (hash >> 15) ^ c) &* 0x27D4_EB2F
    hash ^= hash >> 16
    places.append(hash & UInt32(Self.weightCount - 1))
  }
}
