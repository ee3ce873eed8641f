/// UTF-8 made sound: line ends as "\n", what is broken as U+FFFD, one for each maximal piece as
/// the Encoding standard has it. A zero byte is put behind the text for the tokenizer.
enum UTF8Repair {
  static func text(of bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], firstBroken: Int?) {
    var output: [UInt8] = []
    // Room for the text that the parser will have to rewrite.
    output.reserveCapacity(bytes.count + bytes.count / 8 + 64)
    let firstBroken =
      isSound(bytes) ? copyWhole(bytes, into: &output) : repair(Array(bytes), into: &output)
    output.append(0)
    return (output, firstBroken)
  }

  private static func copyWhole(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) -> Int? {
    output.append(contentsOf: bytes)
    return nil
  }

  /// Whether nothing needs repairing, by the fast check of the standard library.
  private static func isSound(_ bytes: ArraySlice<UInt8>) -> Bool {
    let span = bytes.span
    return (try? UTF8Span(validating: span)) != nil && !bytes.contains(.carriageReturn)
  }

  /// Copies with repairs.
  ///
  /// - Returns: where in the output the first broken place is.
  private static func repair(_ source: [UInt8], into output: inout [UInt8]) -> Int? {
    var firstBroken: Int?
    var copied = 0
    var offset = 0
    while true {
      offset = endOfPlain(in: source, from: offset)
      guard offset < source.count else { break }
      let start = offset
      if source[offset] == .carriageReturn {
        output.append(contentsOf: source[copied..<start])
        offset += 1
        // A newline behind it is copied with what follows.
        if offset == source.count || source[offset] != .newline { output.append(.newline) }
        copied = offset
        continue
      }
      let length = sequenceLength(in: source, at: offset)
      offset += abs(length)
      if length > 0 { continue }
      output.append(contentsOf: source[copied..<start])
      if firstBroken == nil { firstBroken = output.count }
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
      copied = offset
    }
    output.append(contentsOf: source[copied...])
    return firstBroken
  }

  /// The first byte from `start` that is not plain ASCII, or is a carriage return.
  private static func endOfPlain(in source: [UInt8], from start: Int) -> Int {
    let bytes = source.span
    var offset = start
    while offset < bytes.count, bytes[offset] < 0x80, bytes[offset] != .carriageReturn {
      offset += 1
    }
    return offset
  }

  /// The length of the scalar at `offset`, or minus the length of what is broken there.
  static func sequenceLength(in source: [UInt8], at offset: Int) -> Int {
    let lead = source[offset]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let count: Int
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF:
      count = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      count = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return -1
    }
    for step in 1..<count {
      guard offset + step < source.count, low...high ~= source[offset + step] else {
        return -step
      }
      low = 0x80
      high = 0xBF
    }
    return count
  }
}
