/// A line about how far adding has come, rewritten in place; nothing where nobody watches.
struct AddingProgress {
  /// How many bytes of lines were taken.
  var bytesTaken = 0
  private let size: AddingInputs.Size?
  private let output: Output?
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var isShown = false

  /// - Parameters:
  ///   - size: how much there is to do.
  ///   - output: where to write; nothing is written where it is no terminal.
  init(_ size: AddingInputs.Size?, on output: Output) {
    self.size = size
    self.output = output.isTerminal ? output : nil
  }

  /// Shows a count, at most ten times a second.
  mutating func show(_ done: Int) {
    guard let output else { return }
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(100) { return }
    last = now
    isShown = true
    let line = Self.line(
      done: done, size: size, bytesTaken: bytesTaken, seconds: (now - start) / .seconds(1))
    output.write(Array("\r\u{1B}[K\(line)".utf8))
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    last = nil
    output?.write(Array("\r\u{1B}[K".utf8))
  }

  /// The line: count, rate, time left where that can be told.
  static func line(
    done: Int, size: AddingInputs.Size?, bytesTaken: Int, seconds: Double
  ) -> String {
    let total = size?.articles.map { " of \($0)" } ?? ""
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var line = "\(done)\(total) articles, \(Int(rate)) a second"
    var share: Double?
    if let articles = size?.articles, articles > 0 { share = Double(done) / Double(articles) }
    if let bytes = size?.bytes, bytes > 0 { share = Double(bytesTaken) / Double(bytes) }
    if let share, share > 0, seconds >= 1 {
      line += ", \(time(seconds / min(share, 1) - seconds)) left"
    }
    return line
  }

  /// A time as "12 s" or "3:05 min".
  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    guard whole >= 100 else { return "\(whole) s" }
    let rest = whole % 60
    return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest) min"
  }
}
