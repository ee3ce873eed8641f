// Standard output and standard error without buffers. What a reader of a pipe does not want any
// more ends the writing quietly.

internal import Glibc
internal import Screen

/// A descriptor to write text to.
struct Output: Sendable {
  /// Standard output.
  static let standard = Output(descriptor: STDOUT_FILENO)
  /// Standard error.
  static let error = Output(descriptor: STDERR_FILENO)

  /// The descriptor.
  let descriptor: Int32

  /// Whether it leads to a terminal, where control characters would be obeyed.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all bytes; false once nobody reads them.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return false }
      start += written
    }
    return true
  }

  /// Writes text, made harmless where it goes to a terminal.
  @discardableResult
  func write(_ text: String) -> Bool {
    write(Array((isTerminal ? text.harmless : text).utf8))
  }

  /// Says why nothing more could be written, and gives the exit status: a reader that has enough
  /// is no failure, a full disk is.
  func statusOfFailure(_ number: Int32) -> Int32 {
    guard number != EPIPE else { return 0 }
    Output.error.complain(["The output cannot be written: \(systemMessage(number))."])
    return 1
  }

  /// Writes sentences, each on its line, each made harmless and named by the program.
  func complain(_ sentences: [String]) {
    for sentence in sentences {
      let line = sentence.split(separator: "\n").joined(separator: " ").harmless
      write(Array("pullquote: \(line)\n".utf8))
    }
  }
}
