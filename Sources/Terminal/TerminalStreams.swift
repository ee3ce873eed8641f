// The two ends of the terminal: descriptors for our own reading and writing, and the C streams that
// ncurses asks for. What ncurses sends for a frame can be caught before it goes out.

internal import CNcurses
import Glibc
import Screen

/// Where the terminal is written and read. Owns copies, so that closing them harms nobody.
@safe final class TerminalStreams {
  /// For our own writing, and for the signal guard: never redirected.
  let output: Int32
  let input: Int32
  /// The descriptor that ncurses writes to.
  private let cursesOutput: Int32
  /// Where it writes to meanwhile; -1 where the system has no files in memory.
  private let memory: Int32
  let outputFile: UnsafeMutablePointer<FILE>
  let inputFile: UnsafeMutablePointer<FILE>

  /// Finds the terminal of this process.
  ///
  /// - Throws: `notATerminal`, or `refused` when the system has no descriptor left.
  init() throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let reading =
      unsafe isatty(STDIN_FILENO) == 1
      ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3) : Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard reading >= 0 else { throw .notATerminal }
    let writing = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let ours = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard writing >= 0, ours >= 0, let outputFile = unsafe fdopen(writing, "w"),
      let inputFile = unsafe fdopen(reading, "r")
    else { throw .refused(systemSentence("The terminal could not be opened")) }
    output = ours
    cursesOutput = writing
    memory = curses_memory_file()
    input = reading
    unsafe self.outputFile = outputFile
    unsafe self.inputFile = inputFile
  }

  deinit {
    unsafe fclose(outputFile)
    unsafe fclose(inputFile)
    close(output)
    if memory >= 0 { close(memory) }
  }

  /// Whether what ncurses writes can be caught.
  var canCatch: Bool { memory >= 0 }

  /// Columns and rows as the kernel knows them; nil when it does not.
  var windowSize: Size? {
    var window = winsize()
    guard unsafe ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return nil }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }

  /// Writes bytes past ncurses. Only between frames, when ncurses holds nothing back.
  ///
  /// - Returns: whether all of it was taken.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(output, $0.baseAddress, $0.count)
      }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR && errno != EAGAIN {
        return false
      }
    }
    return true
  }

  /// Catches what ncurses writes meanwhile.
  ///
  /// - Returns: the bytes; nil when they could not be caught and have gone out.
  func caught(_ body: () -> Void) -> [UInt8]? {
    guard memory >= 0, curses_redirect(cursesOutput, memory) else {
      body()
      return nil
    }
    body()
    _ = curses_redirect(cursesOutput, output)
    let length = lseek(memory, 0, SEEK_CUR)
    var bytes = [UInt8](repeating: 0, count: max(0, Int(length)))
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(memory, $0.baseAddress, $0.count, 0)
    }
    lseek(memory, 0, SEEK_SET)
    ftruncate(memory, 0)
    return Array(bytes.prefix(max(0, count)))
  }

  /// Reads what is there, without waiting for more.
  ///
  /// - Returns: empty when there was nothing after all; nil when the terminal is gone.
  func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe Glibc.read(input, $0.baseAddress, $0.count)
    }
    if count > 0 { return Array(buffer.prefix(count)) }
    // At the end nothing is read and nothing is wrong: errno would be of another call.
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }
}
