// Files by system calls alone: Foundation would cost start-up time, and its errors are no
// sentences. Nothing here blocks on what is no plain file.

internal import Glibc

/// Why something given could not be opened; a sentence with the path and the reason.
struct InputProblem: Error, Hashable {
  /// The sentence.
  let sentence: String

  /// A problem that the system reports by number.
  init(_ path: String, errno number: Int32) {
    sentence =
      switch number {
      case ENOENT: "There is no file \(path)."
      case EACCES, EPERM: "\(path) cannot be read: permission denied."
      case ELOOP: "\(path) cannot be read: its symbolic links go in a circle."
      case ENAMETOOLONG: "\(path) cannot be read: the name is too long."
      case ENOTDIR: "\(path) cannot be read: a part of the path is not a directory."
      default: "\(path) cannot be read: \(systemMessage(number))."
      }
  }

  init(_ sentence: String) { self.sentence = sentence }

  /// Something that holds no text, whatever its content.
  init(_ path: String, notReadable kind: FileKind) {
    let name =
      switch kind {
      case .file, .directory: "no file of this kind"
      case .pipe: "a named pipe"
      case .other(let name): name
      }
    sentence = "\(path) is \(name), which cannot be read here. Name a file, or use “pullquote -”."
  }
}

/// The system's words for an error number, as the middle of a sentence.
func systemMessage(_ number: Int32) -> String {
  guard let words = unsafe strerror(number) else { return "error \(number)" }
  let message = unsafe String(cString: words)
  return message.prefix(1).lowercased() + message.dropFirst()
}

/// What a path leads to.
enum FileKind: Equatable {
  /// Something that can be read to its end, again and again.
  case file
  /// A named pipe, or what a shell makes of `<(command)`: read to its end, once.
  case pipe
  /// A directory.
  case directory
  /// Something else, with the words for it.
  case other(String)

  /// Looks at a path, following symbolic links.
  init(path: String) throws(InputProblem) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw InputProblem(path, errno: errno) }
    self.init(mode: facts.st_mode)
  }

  /// The kind that a mode names.
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFIFO: .pipe
      case S_IFSOCK: .other("a socket")
      case S_IFCHR, S_IFBLK: .other("a device")
      default: .other("not a file")
      }
  }
}

/// The most that is read of one input; a parser cuts there with a diagnostic.
let readLimit = 64 << 20 + 4096

/// Reads a plain file, up to `readLimit`.
///
/// - Parameters:
///   - path: the file.
///   - allowsPipes: whether a pipe may be read too, which waits for its writer.
/// - Returns: the bytes.
/// - Throws: a sentence about why it could not be.
func readFile(_ path: String, allowsPipes: Bool = false) throws(InputProblem) -> [UInt8] {
  let kind = try FileKind(path: path)
  if kind == .directory { throw InputProblem("\(path) is a directory, where a file was expected.") }
  guard kind == .file || kind == .pipe && allowsPipes else {
    throw InputProblem(path, notReadable: kind)
  }
  // Opening waits for nobody; reading waits for who writes to a pipe.
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
  guard descriptor >= 0 else { throw InputProblem(path, errno: errno) }
  defer { close(descriptor) }
  return try readToEnd(descriptor, name: path)
}

/// Reads a descriptor to its end or to `readLimit`.
func readToEnd(_ descriptor: Int32, name: String) throws(InputProblem) -> [UInt8] {
  var facts = stat()
  let isKnown = unsafe fstat(descriptor, &facts) == 0 && facts.st_size > 0
  var bytes: [UInt8] = []
  bytes.reserveCapacity(isKnown ? min(Int(facts.st_size) + 1, readLimit) : 1 << 16)
  var step = isKnown ? min(Int(facts.st_size) + 1, 8 << 20) : 1 << 16
  while bytes.count < readLimit {
    step = min(step, readLimit - bytes.count)
    let (chunk, failure) = readNext(descriptor, limit: step)
    if failure != 0 { throw InputProblem(name, errno: failure) }
    if chunk.isEmpty { break }
    bytes += chunk
  }
  return bytes
}

/// Waits for something to read and reads once; empty at the end or with an error number, which is
/// ECANCELED where the program is to stop.
func readNext(_ descriptor: Int32, limit: Int) -> (bytes: [UInt8], failure: Int32) {
  waitToRead(descriptor) ? readOnce(descriptor, limit: limit) : ([], ECANCELED)
}

/// Reads once, again where a signal came between; empty at the end or with an error number.
func readOnce(_ descriptor: Int32, limit: Int) -> (bytes: [UInt8], failure: Int32) {
  var failure: Int32 = 0
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    var got: Int
    repeat {
      got = unsafe read(descriptor, buffer.baseAddress, limit)
    } while got < 0 && errno == EINTR
    if got < 0 { failure = errno }
    count = max(0, got)
  }
  return (bytes, failure)
}
