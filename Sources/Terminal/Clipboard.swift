// The clipboard of the machine in front of the reader, which over SSH only the terminal can reach.
//
// Terminals take text in an OSC 52 sequence and do not answer. tmux does not pass it on unless told
// to, but can set the clipboard itself.

import Screen

extension CursesTerminal {
  /// How many bytes of text the clipboard takes: terminals cut longer sequences or drop them.
  public static let clipboardLimit = 100_000

  /// Puts text into the reader's clipboard.
  ///
  /// Inside tmux this runs `tmux load-buffer -w -`; else the terminal is asked, and whether it
  /// obeys is not known.
  ///
  /// - Throws: `clipboard` with a sentence, when the text is too long or tmux refused.
  public func copyToClipboard(_ text: String) throws(TerminalError) {
    guard text.utf8.count <= Self.clipboardLimit else {
      throw .clipboard("The text is too long to copy: 100 KB is the most a terminal takes.")
    }
    guard options.environment["TMUX", default: ""].isEmpty else {
      try TmuxBuffer(environment: options.environment).load(Array(text.utf8))
      return
    }
    let sequence = Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    guard streams.write(sequence) else { throw .clipboard("The terminal did not take the text.") }
  }
}

/// RFC 4648, with padding.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << ((3 - group.count) * 8)
    for place in 0..<4 {
      let digit = alphabet[bits >> (18 - place * 6) & 63]
      result.append(place <= group.count ? digit : UInt8(ascii: "="))
    }
  }
  return result
}
