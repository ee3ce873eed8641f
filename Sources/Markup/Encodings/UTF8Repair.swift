/// UTF-8 made sound: line ends as "\n", what is broken as U+FFFD, one for each maximal piece as
/// the Encoding standard has it. A zero byte is put behind the text for the tokenizer.
enum UTF8Repair {
  static func text(of bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], firstBroken: Int?) {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 64 + 16)
    var firstBroken: Int?
    let source = Array(bytes)
    var copied = 0
    var offset = 0
    while true {
      offset = endOfPlain(in: source, from: offset)
      guard offset < source.count else { break }
      if source[offset] == .carriageReturn {
        output.append(contentsOf: source[copied..<offset])
        output.append(.newline)
        offset += 1
        if offset < source.count, source[offset] == .newline { offset += 1 }
        copied = offset
        continue
      }
      let length = sequenceLength(in: source, at: offset)
      if length > 0 {
        offset += length
        continue
      }
      output.append(contentsOf: source[copied..<offset])
      if firstBroken == nil { firstBroken = output.count }
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
      offset -= length
      copied = offset
    }
    output.append(contentsOf: source[copied...])
    output.append(0)
    return (output, firstBroken)
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
