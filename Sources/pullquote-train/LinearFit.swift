// Logistic regression over traits that are there or not, by Newton's method: a few hundred traits
// make a small system of equations, and the answer is exact and the same on every run.

import Foundation

/// Fits one weight a trait.
struct LinearFit {
  /// One observation.
  struct Row {
    var traits: [UInt16]
    var isPositive: Bool
    var weight: Double
  }

  private let rows: [Row]
  private let count: Int
  /// How strongly weights are held near zero.
  private let restraint: Double
  private static let rounds = 12

  init(_ rows: [Row], traitCount: Int, restraint: Double) {
    let mean = rows.reduce(0) { $0 + $1.weight } / Double(max(1, rows.count))
    self.rows = rows.map {
      Row(traits: $0.traits, isPositive: $0.isPositive, weight: $0.weight / mean)
    }
    count = traitCount
    self.restraint = restraint
  }

  /// The weights.
  func weights() -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<Self.rounds {
      let step = solved(weights)
      for index in weights.indices { weights[index] -= step[index] }
    }
    return weights
  }

  /// One step of Newton's method.
  private func solved(_ weights: [Double]) -> [Double] {
    var gradient = weights.map { $0 * restraint }
    var matrix = [Double](repeating: 0, count: count * count)
    for index in 0..<count { matrix[index * count + index] = restraint }
    for row in rows {
      let sum = row.traits.reduce(0) { $0 + weights[Int($1)] }
      let chance = 1 / (1 + exp(-sum))
      let slope = row.weight * (chance - (row.isPositive ? 1 : 0))
      let curve = row.weight * max(1e-6, chance * (1 - chance))
      for one in row.traits {
        gradient[Int(one)] += slope
        for other in row.traits where other <= one {
          matrix[Int(one) * count + Int(other)] += curve
        }
      }
    }
    return Self.solution(&matrix, gradient, count)
  }

  /// Solves a symmetric system whose lower half is given, after Cholesky.
  private static func solution(_ matrix: inout [Double], _ right: [Double], _ count: Int)
    -> [Double]
  {
    var result = right
    for row in 0..<count {
      for column in 0...row {
        var sum = matrix[row * count + column]
        for index in 0..<column {
          sum -= matrix[row * count + index] * matrix[column * count + index]
        }
        matrix[row * count + column] =
          row == column ? max(sum, 1e-12).squareRoot() : sum / matrix[column * count + column]
      }
    }
    for row in 0..<count {
      for index in 0..<row { result[row] -= matrix[row * count + index] * result[index] }
      result[row] /= matrix[row * count + row]
    }
    for row in (0..<count).reversed() {
      for index in (row + 1)..<max(row + 1, count) {
        result[row] -= matrix[index * count + row] * result[index]
      }
      result[row] /= matrix[row * count + row]
    }
    return result
  }
}
