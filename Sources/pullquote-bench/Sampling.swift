/// One line of the table: what was measured, the figure, and its unit.
struct BenchmarkRow: Codable {
  /// What was measured.
  let name: String
  /// The median of the runs.
  let value: Double
  /// The unit: "MB/s" (more is better), "ms" or "MB" (less is better).
  let unit: String

  var isMoreBetter: Bool { unit.hasSuffix("/s") }
}

/// Runs work several times and keeps the median, which one slow run does not move.
enum Sampling {
  /// The median time of `runs` runs in seconds, after one run that is thrown away.
  static func medianSeconds(runs: Int = 5, _ work: () -> Void) -> Double {
    work()
    let clock = ContinuousClock()
    let times = (0..<runs).map { _ in clock.measure(work) / .seconds(1) }
    return times.sorted()[runs / 2]
  }

  /// How many megabytes a second the work gets through.
  static func throughput(_ name: String, bytes: Int, _ work: () -> Void) -> BenchmarkRow {
    let seconds = medianSeconds(runs: 3, work)
    return BenchmarkRow(name: name, value: Double(bytes) / 1e6 / seconds, unit: "MB/s")
  }

  /// How many milliseconds the work takes.
  static func latency(_ name: String, runs: Int = 9, _ work: () -> Void) -> BenchmarkRow {
    BenchmarkRow(name: name, value: medianSeconds(runs: runs, work) * 1000, unit: "ms")
  }

  /// Keeps the compiler from leaving out work whose result nobody reads.
  @inline(never)
  static func keep<Value>(_ value: Value) {}
}
