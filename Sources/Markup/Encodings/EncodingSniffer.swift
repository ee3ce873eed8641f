/// Which encoding bytes are in: by their byte order mark, by what the transport said, by what they
/// declare themselves, or by a guess.
enum EncodingSniffer {
  /// A decision and how sure it is.
  struct Verdict {
    var encoding: Encoding
    /// Whether a later declaration in the page may still change it.
    var isTentative: Bool
    /// How many bytes of byte order mark to skip.
    var markLength = 0
    /// A declared label that means nothing.
    var unknownLabel: String?
  }

  static func verdict(
    on bytes: [UInt8], transportLabel: String?, declaration: ([UInt8]) -> Encoding?
  ) -> Verdict {
    if let marked = byMark(bytes) { return marked }
    let transport = transportLabel.flatMap { Encoding(label: $0.utf8) }
    if let transport { return Verdict(encoding: transport, isTentative: false) }
    var verdict = Verdict(encoding: declaration(bytes) ?? guess(bytes), isTentative: true)
    verdict.unknownLabel = transportLabel
    return verdict
  }

  private static func byMark(_ bytes: [UInt8]) -> Verdict? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Verdict(encoding: .utf8, isTentative: false, markLength: 3)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return Verdict(encoding: .utf16BE, isTentative: false, markLength: 2)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return Verdict(encoding: .utf16LE, isTentative: false, markLength: 2)
    }
    return nil
  }

  /// UTF-16 shows in the zero bytes around "<" at the start; of the rest, valid UTF-8 with a
  /// character beyond ASCII is hardly ever anything else.
  private static func guess(_ bytes: [UInt8]) -> Encoding {
    if bytes.starts(with: [0x3C, 0, 0x21, 0]) || bytes.starts(with: [0x3C, 0, 0x3F, 0])
      || bytes.starts(with: [0x3C, 0, 0x68, 0])
    {
      return .utf16LE
    }
    if bytes.starts(with: [0, 0x3C, 0, 0x21]) || bytes.starts(with: [0, 0x3C, 0, 0x3F])
      || bytes.starts(with: [0, 0x3C, 0, 0x68])
    {
      return .utf16BE
    }
    if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) { return .windows1252 }
    return isWideUTF8(bytes) ? .utf8 : EncodingGuess.encoding(of: bytes[...])
  }

  /// Whether the bytes are UTF-8 with at least one character beyond ASCII. A character cut at the
  /// end does not speak against it, nor do a few broken ones among many sound ones.
  private static func isWideUTF8(_ bytes: [UInt8]) -> Bool {
    var sound = 0
    var broken = 0
    var offset = 0
    while offset < bytes.count {
      let length = UTF8Repair.sequenceLength(in: bytes, at: offset)
      if length <= 0 {
        if offset - length >= bytes.count { break }
        broken += 1
        offset += max(1, -length)
      } else {
        if length > 1 { sound += 1 }
        offset += length
      }
    }
    return sound > 0 && broken * 10 <= sound
  }
}
