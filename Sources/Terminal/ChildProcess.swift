// The one place that starts other programs: an argument vector, never a shell. A program that is
// given something has a session of its own, so that it has no terminal to write to, and what it
// prints is kept or dropped. One that is lent the terminal (TerminalLending.swift) has just that.
//
// A child is waited for by its end, not by the end of its output: a program that goes into the
// background keeps its output open for as long as it lives.

import Glibc
import Synchronization

/// A program to run with some input.
public struct ChildProcess: Sendable {
  /// How a run came to its end.
  public enum End: Equatable, Sendable {
    /// It ended by itself, with this status.
    case exited(Int32)
    /// A signal ended it.
    case killed(signal: Int32)
    /// It took too long and was ended.
    case late
    /// It could not be started, for the system's reason.
    case notStarted(errno: Int32)
  }

  /// What came of a run.
  public struct Outcome: Equatable, Sendable {
    /// How it ended.
    public var end: End
    /// What it wrote to standard output and standard error, up to the limit.
    public var output: [UInt8] = []
  }

  /// How long the wait for a child's end may oversleep it, in milliseconds.
  private static let step: Int32 = 10

  private let arguments: [String]
  private let environment: [String: String]?
  private let patience: Duration
  private let outputLimit: Int

  /// Describes a run; nothing is started yet.
  ///
  /// - Parameters:
  ///   - arguments: the program, looked up in `PATH`, and what it is given.
  ///   - environment: its variables; nil for those of this process.
  ///   - patience: how long it may take.
  ///   - outputLimit: how many bytes of its output are kept; the rest is read and dropped.
  public init(
    _ arguments: [String], environment: [String: String]? = nil, patience: Duration,
    outputLimit: Int = 0
  ) {
    self.arguments = arguments
    self.environment = environment
    self.patience = patience
    self.outputLimit = outputLimit
  }

  /// Runs the program to its end. Blocks for as long as that takes.
  public func run(with input: [UInt8]) -> Outcome {
    // A child that does not read its input must not end this program.
    _ = signal(SIGPIPE, SIG_IGN)
    switch Self.starting.withLock({ _ in start() }) {
    case .failed(let number): return Outcome(end: .notStarted(errno: number))
    case .started(let child, let writer, let reader):
      var exchange = Exchange(
        child: child, writer: writer, reader: reader, input: input[...],
        outputLimit: outputLimit)
      let end = exchange.run(patience: patience)
      return Outcome(end: end, output: exchange.output)
    }
  }
}

// MARK: - Starting

extension ChildProcess {
  /// One child at a time is started: pipes are closed to other children a moment after they are
  /// made, and one that is inherited in between would never end.
  static let starting = Mutex(())

  /// What came of starting a child.
  private enum Start {
    case started(child: pid_t, writer: Int32, reader: Int32)
    case failed(Int32)
  }

  private func start() -> Start {
    guard let input = makePipe() else { return .failed(errno) }
    guard let output = makePipe() else {
      let failure = errno
      for end in [input.reader, input.writer] { close(end) }
      return .failed(failure)
    }
    let (child, failure) = spawn(input: input.reader, output: output.writer)
    for end in [input.reader, output.writer] { close(end) }
    guard failure != 0 else {
      return .started(child: child, writer: input.writer, reader: output.reader)
    }
    for end in [input.writer, output.reader] { close(end) }
    return .failed(failure)
  }

  private func makePipe() -> (reader: Int32, writer: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
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
    // We ignore these; the child should not.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXFSZ] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSID is 0x80; the Glibc module does not show it.
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | 0x80)
    return unsafe start(&actions, &attributes)
  }

  func start(
    _ actions: UnsafePointer<posix_spawn_file_actions_t>,
    _ attributes: UnsafePointer<posix_spawnattr_t>
  ) -> (child: pid_t, failure: Int32) {
    let words = unsafe cStrings(arguments)
    let variables = unsafe cStrings((environment ?? [:]).map { "\($0.key)=\($0.value)" })
    defer {
      unsafe (words + variables).forEach { unsafe free($0) }
    }
    var child: pid_t = 0
    let failure =
      if environment == nil {
        unsafe posix_spawnp(&child, arguments.first ?? "", actions, attributes, words, environ)
      } else {
        unsafe posix_spawnp(&child, arguments.first ?? "", actions, attributes, words, variables)
      }
    return (child, failure)
  }

  private func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }

  /// Feeds a child and reads from it at once, so that neither side waits for the other for ever.
  private struct Exchange {
    let child: pid_t
    var writer: Int32
    var reader: Int32
    var input: ArraySlice<UInt8>
    let outputLimit: Int
    var output: [UInt8] = []

    mutating func run(patience: Duration) -> End {
      defer { for end in [writer, reader] where end >= 0 { close(end) } }
      for end in [writer, reader] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
      let deadline = ContinuousClock.now + patience
      while true {
        let end = ended(WNOHANG)
        // What it wrote before its end is there by now.
        move(waiting: end == nil)
        if let end { return end }
        if ContinuousClock.now > deadline {
          stop()
          return .late
        }
      }
    }

    /// Moves what can be moved, waiting a moment for that if asked to.
    private mutating func move(waiting: Bool) {
      if input.isEmpty { closeWriter() }
      var ends = [
        pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
        pollfd(fd: writer, events: Int16(POLLOUT), revents: 0),
      ]
      guard unsafe poll(&ends, 2, waiting ? ChildProcess.step : 0) > 0 else { return }
      if ends[1].revents != 0 { feed() }
      if ends[0].revents != 0 { drain() }
    }

    private mutating func feed() {
      let count = unsafe input.withUnsafeBytes { unsafe write(writer, $0.baseAddress, $0.count) }
      if count >= 0 { input = input.dropFirst(count) }
      // Nobody reads any more: what is left is not wanted.
      if count < 0, errno != EAGAIN, errno != EINTR { closeWriter() }
    }

    private mutating func closeWriter() {
      if writer >= 0 { close(writer) }
      writer = -1
    }

    /// Reads all that is there.
    private mutating func drain() {
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = unsafe chunk.withUnsafeMutableBytes {
          unsafe read(reader, $0.baseAddress, $0.count)
        }
        if count < 0, errno == EINTR { continue }
        if count == 0 {
          close(reader)
          reader = -1
        }
        guard count > 0 else { return }
        output += chunk.prefix(min(count, max(0, outputLimit - output.count)))
        // A child that writes for ever is looked after in between.
        if count < chunk.count { return }
      }
    }

    private func ended(_ options: Int32) -> End? {
      var status: Int32 = 0
      var found: pid_t
      repeat { found = unsafe waitpid(child, &status, options) } while found < 0 && errno == EINTR
      guard found != 0 else { return nil }
      let signal = status & 0x7F
      return found < 0
        ? .exited(0) : signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    /// Ends the child and what it started, first politely.
    private func stop() {
      kill(-child, SIGTERM)
      for _ in 0..<50 {
        if ended(WNOHANG) != nil { return }
        usleep(10_000)
      }
      kill(-child, SIGKILL)
      _ = ended(0)
    }
  }
}
