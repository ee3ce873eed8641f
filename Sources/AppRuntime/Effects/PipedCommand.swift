// A command that is given the article: an argument vector, never a shell. It gets a session of
// its own and so no terminal to write to; what it prints comes back as a sentence.

internal import Glibc
internal import Session
internal import Synchronization

/// A command and its arguments.
struct PipedCommand {
  /// How long a command may take, in seconds.
  private static let patience = 30
  /// How much of its output is kept.
  private static let outputLimit = 1 << 16

  /// One child at a time is started: pipes are closed to other children a moment after they are
  /// made, and one that is inherited in between would never end.
  private static let starting = Mutex(())

  private let arguments: [String]
  private var name: String { arguments.first ?? "" }

  init(_ arguments: [String]) { self.arguments = arguments }

  /// Runs the command to its end.
  ///
  /// - Returns: what it printed first, or how it failed.
  func run(with input: String) -> Notice {
    // A command that does not read its input must not end this program.
    _ = signal(SIGPIPE, SIG_IGN)
    let attempt = Self.starting.withLock { _ in start() }
    let (child, inputWriter, outputReader): (pid_t, Int32, Int32)
    switch attempt {
    case .failed(let number):
      return .error("\(name) could not be started: \(systemMessage(number)).")
    case .started(let process, let input, let output):
      (child, inputWriter, outputReader) = (process, input, output)
    }
    defer { close(outputReader) }
    let (output, isLate) = exchange(Array(input.utf8), to: inputWriter, from: outputReader)
    if isLate { kill(child, SIGTERM) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return isLate
      ? .error("\(name) was stopped: it took longer than \(Self.patience) seconds.")
      : outcome(status, output)
  }

  private func outcome(_ status: Int32, _ output: [UInt8]) -> Notice {
    let words = String(decoding: output, as: UTF8.self)
    let lines = words.split(separator: "\n").map { $0.filter { !$0.isNewline } }
    let first = lines.first.map { String($0.drop { $0 == " " }) }
    let rest = lines.count > 1 ? " (and \(lines.count - 1) more lines)" : ""
    let signal = status & 0x7F
    let code = (status >> 8) & 0xFF
    if signal != 0 { return .error("\(name) was ended by signal \(signal).") }
    if code != 0 {
      return .error("\(name) ended with status \(code)" + (first.map { ": \($0)" } ?? ".") + rest)
    }
    return Notice(first.map { "\(name): \($0)\(rest)" } ?? "\(name) is done.")
  }

  private func makePipe() -> (reader: Int32, writer: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

// MARK: - The child

extension PipedCommand {
  /// What came of starting a child.
  private enum Start {
    case started(child: pid_t, input: Int32, output: Int32)
    case failed(Int32)
  }

  private func start() -> Start {
    guard let (inputReader, inputWriter) = makePipe() else { return .failed(errno) }
    guard let (outputReader, outputWriter) = makePipe() else {
      let failure = errno
      for end in [inputReader, inputWriter] { close(end) }
      return .failed(failure)
    }
    let (child, failure) = spawn(input: inputReader, output: outputWriter)
    for end in [inputReader, outputWriter] { close(end) }
    guard failure != 0 else {
      return .started(child: child, input: inputWriter, output: outputReader)
    }
    for end in [inputWriter, outputReader] { close(end) }
    return .failed(failure)
  }

  private func spawn(input: Int32, output: Int32) -> (child: pid_t, failure: Int32) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID is 0x80; the Glibc module does not show it.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | 0x80)
    let vector = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer {
      for index in 0..<arguments.count { unsafe free(vector[index]) }
    }
    var child: pid_t = 0
    let failure = unsafe posix_spawnp(&child, name, &actions, &attributes, vector, environ)
    return (child, failure)
  }

  /// Writes and reads at once, so that neither side waits for the other for ever.
  private func exchange(
    _ input: [UInt8], to writer: Int32, from reader: Int32
  ) -> (output: [UInt8], isLate: Bool) {
    _ = fcntl(writer, F_SETFL, O_NONBLOCK)
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    var isWriting = true
    var rest = input[...]
    var output: [UInt8] = []
    while true {
      if isWriting, rest.isEmpty {
        close(writer)
        isWriting = false
      }
      var ends = [
        pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isWriting ? writer : -1, events: Int16(POLLOUT), revents: 0),
      ]
      _ = unsafe poll(&ends, 2, 100)
      if ends[1].revents != 0 { rest = rest.dropFirst(written(rest, to: writer)) }
      if ends[0].revents != 0 {
        let chunk = readOnce(reader, limit: 4096).bytes
        if output.count < Self.outputLimit { output += chunk }
        if chunk.isEmpty || ContinuousClock.now > deadline {
          if isWriting { close(writer) }
          return (output, !chunk.isEmpty)
        }
      } else if ContinuousClock.now > deadline {
        if isWriting { close(writer) }
        return (output, true)
      }
    }
  }

  /// How many bytes went out; all of them where nobody reads any more.
  private func written(_ bytes: ArraySlice<UInt8>, to writer: Int32) -> Int {
    let count = unsafe bytes.withUnsafeBytes { unsafe write(writer, $0.baseAddress, $0.count) }
    if count >= 0 { return count }
    return errno == EAGAIN || errno == EINTR ? 0 : bytes.count
  }
}
