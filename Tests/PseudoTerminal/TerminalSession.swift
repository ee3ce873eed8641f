// A terminal without a person: runs a program on a pseudo-terminal, keeps what it sends in a screen
// model, types, resizes and hangs up. Every wait has a limit, so that no test can hang.

import Glibc
public import Screen

/// Why a pseudo-terminal cannot be used.
public enum PseudoTerminalError: Error {
  /// The system call that failed, and its error number.
  case refused(call: String, number: Int32)
}

/// A program and the terminal on which it runs. Not for several threads.
@safe public final class TerminalSession {
  /// What the terminal shows.
  public private(set) var screen: ScreenModel
  /// Everything that the program has sent.
  public private(set) var received: [UInt8] = []
  /// The settings that the terminal had before the program.
  public let shellSettings: String
  /// The process; 0 before it is started.
  public private(set) var process: Int32 = 0
  /// Private modes that the terminal says to have when it is asked; without any it keeps silent, as
  /// many do.
  public var knownModes: Set<Int> = []
  /// How long such an answer takes, as on a slow line.
  public var answerDelay = Duration.zero
  private var controller: Int32 = -1
  /// Held open as a shell would, so that the settings outlive the program.
  private var device: Int32 = -1
  private var devicePath = ""
  private var exitStatus: Int32?

  /// Opens a pseudo-terminal of a size.
  ///
  /// - Throws: `PseudoTerminalError`.
  public init(size: Size) throws {
    screen = ScreenModel(size: size)
    var name = [CChar](repeating: 0, count: 128)
    guard unsafe openpty(&controller, &device, &name, nil, nil) == 0 else {
      throw PseudoTerminalError.refused(call: "openpty", number: errno)
    }
    devicePath = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    shellSettings = Self.settings(of: device)
    for descriptor in [controller, device] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    setSize(size)
  }

  deinit {
    if process > 0, exitStatus == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if controller >= 0 { close(controller) }
    if device >= 0 { close(device) }
  }

  /// Starts a program as the leader of a session on this terminal.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: without its name.
  ///   - environment: all of it.
  /// - Throws: `PseudoTerminalError`.
  public func start(_ path: String, arguments: [String] = [], environment: [String: String]) throws
  {
    process = try spawn(
      path, arguments: [path] + arguments, environment: environment, terminal: devicePath)
  }

  // MARK: Doing

  /// Types: sends text as a keyboard would.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes.
  public func send(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { _ = unsafe write(controller, $0.baseAddress, $0.count) }
  }

  /// Writes on the terminal beside the program, as a message of the system does.
  public func intrude(_ text: String) {
    unsafe Array(text.utf8).withUnsafeBytes { _ = unsafe write(device, $0.baseAddress, $0.count) }
  }

  /// Changes the window. The system sends SIGWINCH.
  public func resize(to size: Size) {
    pump(for: .milliseconds(1))
    screen.resize(to: size)
    setSize(size)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Breaks the connection, as a lost SSH session does.
  public func hangUp() {
    close(device)
    close(controller)
    device = -1
    controller = -1
  }

  private func setSize(_ size: Size) {
    var window = winsize(
      ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(controller, UInt(TIOCSWINSZ), &window)
  }

  // MARK: Watching

  /// The settings of the terminal, to be compared.
  public var settings: String { Self.settings(of: device) }

  /// How many bytes were typed that nobody has read: the shell gets them.
  public var unreadInput: Int {
    var count: Int32 = 0
    return unsafe ioctl(device, UInt(FIONREAD), &count) == 0 ? Int(count) : -1
  }

  private static func settings(of device: Int32) -> String {
    var settings = termios()
    guard unsafe tcgetattr(device, &settings) == 0 else { return "" }
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
      .map { String($0, radix: 16) }.joined(separator: " ")
  }

  /// Waits until the screen is as wanted; false when the time runs out before.
  public func wait(
    timeout: Duration = .seconds(10), until isReached: (ScreenModel) -> Bool
  ) -> Bool {
    let deadline = ContinuousClock.now + timeout
    while !isReached(screen) {
      if ContinuousClock.now >= deadline { return false }
      pump(for: .milliseconds(20))
    }
    return true
  }

  /// Waits until nothing came for a while.
  ///
  /// - Returns: how many bytes came.
  @discardableResult
  public func settle(quiet: Duration = .milliseconds(150), timeout: Duration = .seconds(10)) -> Int
  {
    let start = received.count
    let deadline = ContinuousClock.now + timeout
    while ContinuousClock.now < deadline, pump(for: quiet) {}
    return received.count - start
  }

  /// Types and waits for what the program sends back, however late, and then until it is quiet.
  ///
  /// - Returns: how many bytes came.
  @discardableResult
  public func answer(to keys: String, timeout: Duration = .seconds(10)) -> Int {
    let start = received.count
    send(keys)
    _ = wait(timeout: timeout) { _ in received.count > start }
    settle()
    return received.count - start
  }

  /// Waits for the program's end.
  ///
  /// - Returns: the wait status of the system, or nil when it still runs.
  public func end(timeout: Duration = .seconds(10)) -> Int32? {
    let deadline = ContinuousClock.now + timeout
    while exitStatus == nil, ContinuousClock.now < deadline {
      pump(for: .milliseconds(10))
      var status: Int32 = 0
      if unsafe waitpid(process, &status, WNOHANG) == process { exitStatus = status }
    }
    pump(for: .milliseconds(10))
    return exitStatus
  }

  /// Whether the program is stopped, as after Ctrl-Z, within a time.
  public func stops(timeout: Duration = .seconds(10)) -> Bool {
    let deadline = ContinuousClock.now + timeout
    while ContinuousClock.now < deadline {
      pump(for: .milliseconds(10))
      var status: Int32 = 0
      if unsafe waitpid(process, &status, WNOHANG | WUNTRACED) == process {
        return status & 0xFF == 0x7F
      }
    }
    return false
  }

  /// Takes what comes within a time; false when nothing came.
  @discardableResult
  private func pump(for time: Duration) -> Bool {
    let milliseconds = Int32(time.components.attoseconds / 1_000_000_000_000_000)
    guard controller >= 0 else {
      usleep(UInt32(milliseconds) * 1000)
      return false
    }
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&source, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe read(controller, $0.baseAddress, $0.count)
    }
    guard count > 0 else { return false }
    let bytes = Array(buffer.prefix(count))
    received += bytes
    screen.feed(bytes)
    answerQuestions()
    return true
  }

  private func answerQuestions() {
    guard !knownModes.isEmpty else { return }
    for mode in screen.takeQuestions() {
      usleep(UInt32(answerDelay / .milliseconds(1)) * 1000)
      let state = !knownModes.contains(mode) ? 0 : screen.modes.contains(mode) ? 1 : 2
      send("\u{1B}[?\(mode);\(state)$y")
    }
  }
}
