/// Takes features as places in the table of weights. A feature is a template and up to three values,
/// hashed; two that fall on one place share a weight.
///
/// The trainer needs the places, the reader only the sum of their weights: both run the same code
/// over a sink of their own.
protocol FeatureSink {
  /// Takes a feature of a candidate beside a quotation.
  mutating func take(_ place: UInt32)
  /// Takes a feature of the mention alone, whatever the quotation.
  mutating func takeOwn(_ place: UInt32)
}

extension FeatureSink {
  /// Adds the feature of a template with its values.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32 = 0, _ b: UInt32 = 0, _ c: UInt32 = 0) {
    take(Self.place(template, a, b, c))
  }

  /// Adds a feature that is the same beside every quotation.
  @inline(__always)
  mutating func addOwn(_ template: UInt32, _ a: UInt32 = 0, _ b: UInt32 = 0) {
    takeOwn(Self.place(template, a, b, 0))
  }

  @inline(__always)
  private static func place(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    var hash = (template &+ 1) &* 0x9E37_79B1
    hash = (hash ^ a) &* 0x85EB_CA6B
    hash = (hash ^ (hash >> 13) ^ b) &* 0xC2B2_AE35
    hash = (hash ^ (hash >> 15) ^ c) &* 0x27D4_EB2F
    hash ^= hash >> 16
    return hash & UInt32(FeatureList.weightCount - 1)
  }
}

/// The features of one candidate in the order of their making.
package struct FeatureList: FeatureSink {
  /// How many weights there are; a power of two.
  package static let weightCount = 1 << 17

  /// The places in the table of weights.
  package private(set) var places: [UInt32] = []

  mutating func take(_ place: UInt32) { places.append(place) }
  mutating func takeOwn(_ place: UInt32) { places.append(place) }
}

/// The weights of one candidate's features, added up as they come. Those of the mention alone are
/// left to `OwnFeatureSum`, which is made once for all quotations around it.
struct FeatureSum: FeatureSink {
  private let steps: [Int8]
  /// The sum; a few hundred small numbers cannot overflow it.
  private(set) var total: Int32

  init(_ weights: RankerWeights, own: Int32 = 0) { (steps, total) = (weights.steps, own) }

  @inline(__always)
  mutating func take(_ place: UInt32) { total &+= Int32(steps[Int(place)]) }

  @inline(__always)
  mutating func takeOwn(_ place: UInt32) {}
}

/// The weights of the features of a mention alone.
struct OwnFeatureSum: FeatureSink {
  private let steps: [Int8]
  private(set) var total: Int32 = 0

  init(_ weights: RankerWeights) { steps = weights.steps }

  @inline(__always)
  mutating func take(_ place: UInt32) {}

  @inline(__always)
  mutating func takeOwn(_ place: UInt32) { total &+= Int32(steps[Int(place)]) }
}
