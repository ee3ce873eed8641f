import ArgumentParser
import Foundation

/// Measures the program and prints a table; compares two runs.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pullquote-bench",
    abstract: "Measures speed and size. Build with -c release; give nothing else the machine.",
    subcommands: [LibraryBench.self])

  @Option(help: "The reader's own binary, for start to first paint and memory.")
  var binary: String?

  @Flag(help: "Measure a library of a million articles too; takes an hour and 30 GB of disk.")
  var million = false

  @Option(help: "Write the figures as JSON, for a later --compare.")
  var json: String?

  @Option(help: "Compare with figures that --json wrote; more than 25 % worse ends with status 1.")
  var compare: String?

  func run() throws {
    var rows = TextRows.measure() + ScreenRows.measure()
    rows += try LibraryBench.rows(ofSizes: [1000, 100_000] + (million ? [1_000_000] : []))
    if let binary { rows += try ProgramRows.measure(binary: binary) }
    if let json {
      // JSON has no number for what could not be measured.
      let measured = rows.filter { !$0.value.isNaN }
      try JSONEncoder().encode(measured).write(to: URL(fileURLWithPath: json))
    }
    let earlier = try compare.map {
      try JSONDecoder().decode(
        [BenchmarkRow].self, from: Data(contentsOf: URL(fileURLWithPath: $0)))
    }
    let comparison = Comparison(rows: rows, earlier: earlier ?? [])
    print(comparison.table)
    if comparison.isMuchWorse { throw ExitCode.failure }
  }
}

/// The table, with the change against an earlier run where there is one.
struct Comparison {
  let rows: [BenchmarkRow]
  let earlier: [BenchmarkRow]

  var table: String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let name = row.name.padding(toLength: width, withPad: " ", startingAt: 0)
      let value = String(format: "%10.2f", row.value)
      let change = change(of: row).map { String(format: "  %+.0f %%", $0 * 100) } ?? ""
      return "\(name)  \(value) \(row.unit)\(change)"
    }.joined(separator: "\n")
  }

  /// Whether a row got worse by more than a quarter.
  var isMuchWorse: Bool {
    rows.contains { row in
      guard let change = change(of: row) else { return false }
      return row.isMoreBetter ? change < -0.2 : change > 0.25
    }
  }

  /// The change against the earlier run as a share of it; nil for a new row.
  private func change(of row: BenchmarkRow) -> Double? {
    guard let old = earlier.first(where: { $0.name == row.name }), old.value > 0 else { return nil }
    return row.value / old.value - 1
  }
}
