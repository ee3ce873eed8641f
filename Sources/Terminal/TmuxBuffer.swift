// Hands text to tmux: a child process with an argument vector and a pipe, never a shell.

import Glibc

/// tmux's paste buffer, which tmux passes on to the terminal around it.
struct TmuxBuffer {
  let environment: [String: String]
  /// How long tmux may take, in milliseconds. It answers in a few, or is stuck.
  private let patience: Int32 = 2000

  /// Gives tmux the bytes.
  ///
  /// - Throws: `clipboard` with a sentence.
  func load(_ bytes: [UInt8]) throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw failure("no pipe could be made") }
    // Or the child would hold the end that it waits for.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(input: ends[0])
    close(ends[0])
    let isWritten = child.map { _ in feed(bytes, to: ends[1]) } ?? false
    close(ends[1])
    guard let child else { throw failure("it could not be started") }
    let status = wait(for: child)
    guard isWritten, status == 0 else { throw failure("it refused (tmux 3.2 or later is needed)") }
  }

  private func failure(_ reason: String) -> TerminalError {
    .clipboard("tmux did not take the text: \(reason).")
  }

  private func spawn(input: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // We ignore SIGPIPE; the child should not.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    return unsafe run(&actions, &attributes)
  }

  private func run(
    _ actions: UnsafePointer<posix_spawn_file_actions_t>,
    _ attributes: UnsafePointer<posix_spawnattr_t>
  ) -> pid_t? {
    let arguments = unsafe cStrings(["tmux", "load-buffer", "-w", "-"])
    let variables = unsafe cStrings(environment.map { "\($0.key)=\($0.value)" })
    defer {
      unsafe (arguments + variables).forEach { unsafe free($0) }
    }
    var child: pid_t = 0
    let result = unsafe posix_spawnp(&child, "tmux", actions, attributes, arguments, variables)
    return result == 0 ? child : nil
  }

  private func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }

  /// Writes without being held up by a tmux that does not read.
  private func feed(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var rest = bytes[...]
    while !rest.isEmpty {
      var target = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      let ready = unsafe poll(&target, 1, patience)
      if ready < 0 && errno == EINTR { continue }
      guard ready > 0 else { return false }
      let written = unsafe rest.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0 && errno != EAGAIN && errno != EINTR { return false }
      rest = rest.dropFirst(max(0, written))
    }
    return true
  }

  /// The exit status; a child that does not end is killed.
  private func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    for _ in 0..<(patience / 10) {
      let ended = unsafe waitpid(child, &status, WNOHANG)
      if ended == child { return status }
      if ended < 0 && errno != EINTR { return nil }
      usleep(10_000)
    }
    kill(child, SIGKILL)
    unsafe waitpid(child, &status, 0)
    return nil
  }
}
