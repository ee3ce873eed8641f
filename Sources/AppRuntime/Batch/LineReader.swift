/// Reads lines from a descriptor, a bounded piece at a time.
struct LineReader {
  /// The longest line that is kept; the rest of a longer one is dropped.
  static let limit = 128 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Why reading ended before the end; 0 where it did not, ECANCELED where the program is to stop.
  private(set) var failure: Int32 = 0

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end; nil after the last. Where reading failed, what was read of a
  /// line is none.
  mutating func next() -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[start..<end]
        start = end + 1
        return line.last == 0x0D ? line.dropLast() : line
      }
      searched = buffer.count
      guard !isAtEnd else {
        guard failure == 0 else { return nil }
        let line = buffer[start...]
        start = buffer.count
        return line.isEmpty ? nil : line
      }
      let moved = start
      fill()
      searched -= moved
    }
  }

  /// Drops what was given out and reads more.
  private mutating func fill() {
    buffer.removeSubrange(..<start)
    start = 0
    let (chunk, failure) = readNext(descriptor, limit: 1 << 18)
    self.failure = failure
    isAtEnd = chunk.isEmpty
    if buffer.count < Self.limit { buffer += chunk }
  }
}
