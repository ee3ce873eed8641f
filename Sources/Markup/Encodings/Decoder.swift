import Glibc

/// Bytes in any encoding of the web to sound UTF-8.
enum Decoder {
  /// The text with line ends as "\n" and a zero byte behind it, where the first broken place is,
  /// and whether the C library could not convert the encoding at all.
  struct Output {
    var utf8: [UInt8]
    var firstBroken: Int?
    var isUnreadable = false
  }

  static func decode(_ bytes: ArraySlice<UInt8>, as encoding: Encoding) -> Output {
    switch encoding {
    case .utf8: return repaired(bytes)
    case .utf16LE: return repaired(utf16(bytes, high: 1)[...])
    case .utf16BE: return repaired(utf16(bytes, high: 0)[...])
    case .replacement:
      return Output(utf8: UTF8.encodedReplacementCharacter + [0], firstBroken: 0)
    case .userDefined:
      return repaired(single(bytes, table: userDefinedTable)[...])
    default: break
    }
    guard let name = encoding.converterName, let converter = Converter(from: name) else {
      var output = repaired(bytes)
      output.isUnreadable = true
      return output
    }
    if encoding.isSingleByte {
      return repaired(single(bytes, table: converter.table(for: encoding))[...])
    }
    return repaired(converter.convert(bytes)[...])
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> Output {
    let (utf8, firstBroken) = UTF8Repair.text(of: bytes)
    return Output(utf8: utf8, firstBroken: firstBroken)
  }

  private static let userDefinedTable = (0..<256).map { byte in
    Array(String(Unicode.Scalar(UInt16(byte < 128 ? byte : 0xF700 + byte)) ?? "\u{FFFD}").utf8)
  }

  private static func single(_ bytes: ArraySlice<UInt8>, table: [[UInt8]]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    for byte in bytes {
      if byte < 0x80 { output.append(byte) } else { output += table[Int(byte)] }
    }
    return output
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, high: Int) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).lazy.map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
      output.append($0)
    }
    if bytes.count % 2 == 1 { output += UTF8.encodedReplacementCharacter }
    return output
  }
}

/// One conversion of the C library. Broken bytes become U+FFFD.
@safe
private final class Converter {
  private let handle: iconv_t
  private let isChinese: Bool

  init?(from name: String) {
    let opened: iconv_t? = unsafe iconv_open("UTF-8", name)
    // The C library answers -1 where it knows no such encoding.
    guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else { return nil }
    unsafe handle = opened
    isChinese = name == "GB18030"
  }

  deinit { unsafe iconv_close(handle) }

  /// What each byte of a single-byte encoding means. Bytes without a meaning are controls below
  /// 0xA0 and broken above, as the Encoding standard has it.
  func table(for encoding: Encoding) -> [[UInt8]] {
    (0..<256).map { byte in
      if byte < 0x80 { return [UInt8(byte)] }
      let converted = convert([UInt8(byte)][...])
      guard converted == UTF8.encodedReplacementCharacter.map({ $0 }) else { return converted }
      guard byte < 0xA0 else { return converted }
      return [0xC2, UInt8(byte)]
    }
  }

  func convert(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    unsafe iconv(handle, nil, nil, nil, nil)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 2 + 16)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var rest = bytes
    while !rest.isEmpty {
      let (read, written, isStuck) = step(rest, into: &chunk)
      output += chunk[..<written]
      rest = rest.dropFirst(read)
      if isStuck { skipBroken(&rest, into: &output) }
    }
    flush(into: &output)
    return output
  }

  /// Some encodings hold a letter back, as a mark may follow that joins it.
  private func flush(into output: inout [UInt8]) {
    var chunk = [UInt8](repeating: 0, count: 16)
    let room = chunk.count
    let written = unsafe chunk.withUnsafeMutableBytes { target in
      var to = unsafe target.bindMemory(to: CChar.self).baseAddress
      var free = room
      unsafe iconv(handle, nil, nil, &to, &free)
      return room - free
    }
    output += chunk[..<written]
  }

  /// Marks what cannot be converted. An ASCII byte after a broken lead byte is kept.
  private func skipBroken(_ rest: inout ArraySlice<UInt8>, into output: inout [UInt8]) {
    // Pages call windows-936 by the name of its relatives; there this byte is the euro sign.
    if isChinese, rest.first == 0x80 {
      output += "€".utf8
    } else {
      output += UTF8.encodedReplacementCharacter
    }
    rest = rest.dropFirst()
    unsafe iconv(handle, nil, nil, nil, nil)
  }

  private func step(_ input: ArraySlice<UInt8>, into chunk: inout [UInt8])
    -> (read: Int, written: Int, isStuck: Bool)
  {
    let room = chunk.count
    return unsafe input.withUnsafeBytes { source in
      unsafe chunk.withUnsafeMutableBytes { target in
        var from = unsafe UnsafeMutablePointer(
          mutating: source.bindMemory(to: CChar.self).baseAddress)
        var to = unsafe target.bindMemory(to: CChar.self).baseAddress
        var left = source.count
        var free = room
        let result = unsafe iconv(handle, &from, &left, &to, &free)
        // Only a full chunk is worth calling again as it stands.
        let isStuck = result == -1 && errno != E2BIG
        return (source.count - left, room - free, isStuck)
      }
    }
  }
}
