/// Fitted weights in steps, and what raw probabilities are worth.
package struct RankerWeights: Sendable {
  /// One weight for each place of `FeatureList`.
  var steps: [Int8]
  /// What one step is worth.
  var scale: Float
  /// How often answers of some probability are right: pairs in rising order, read with straight
  /// lines between them.
  var calibration: [(raw: Double, right: Double)]

  /// The weights that the reader runs with.
  package static let builtIn = RankerWeights(
    steps: QuoteWeights.table, scale: QuoteWeights.scale, calibration: QuoteWeights.calibration)

  /// Weights cut to the steps that the generated table holds.
  package init(_ weights: [Float], calibration: [(raw: Double, right: Double)]) {
    let encoding = WeightEncoding(weights)
    self.init(steps: encoding.steps, scale: encoding.scale, calibration: calibration)
  }

  private init(steps: [Int8], scale: Float, calibration: [(raw: Double, right: Double)]) {
    self.steps = steps
    self.scale = scale
    self.calibration = calibration
  }

  /// What the steps of a candidate's features are worth.
  func score(_ sum: FeatureSum) -> Float { Float(sum.total) * scale }

  /// How often answers of this probability are right.
  package func calibrated(_ raw: Double) -> Double {
    guard let next = calibration.firstIndex(where: { $0.raw >= raw }) else {
      return calibration.last?.right ?? raw
    }
    guard next > 0 else { return calibration[0].right }
    let (low, high) = (calibration[next - 1], calibration[next])
    let share = high.raw > low.raw ? (raw - low.raw) / (high.raw - low.raw) : 1
    return low.right + share * (high.right - low.right)
  }
}

/// Weights as whole steps. The few largest are cut off where they would make the steps coarse.
package struct WeightEncoding {
  /// The most steps to either side of zero.
  package static let largest = 45
  /// The weights in steps.
  package let steps: [Int8]
  /// What one step is worth.
  package let scale: Float

  /// Rounds weights to steps.
  package init(_ weights: [Float]) {
    let sizes = weights.map { abs($0) }.filter { $0 > 0 }.sorted()
    let limit = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9995 / 10000)]
    let scale = limit / Float(Self.largest)
    self.scale = scale
    steps = weights.map {
      Int8(max(-Self.largest, min(Self.largest, Int(($0 / scale).rounded()))))
    }
  }
}
