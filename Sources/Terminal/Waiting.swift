// The one place where the program sleeps: on the terminal, on signals, and on the descriptor with
// which other threads wake it. Nothing here runs on a timer unless half a key has come.

internal import CTerminalGuard
import Glibc
import Screen

extension CursesTerminal {
  /// Waits until something happens and takes all that is there, so that a held key is one batch.
  ///
  /// - Parameters:
  ///   - timeout: the longest time to wait; nil waits for ever.
  ///   - wakeDescriptor: also ends the wait when it can be read (a pipe or an eventfd); what is in
  ///     it is read away. -1 for none.
  /// - Returns: what happened, in order; empty when the time ran out.
  public func wait(timeout: Duration?, wakeDescriptor: Int32) -> [TerminalEvent] {
    guard isOpen else { return [.hangup] }
    if !queued.isEmpty {
      defer { queued = [] }
      return queued
    }
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      var sources = [
        pollfd(fd: streams.input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signalDescriptor, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: wakeDescriptor == deadWakeDescriptor ? -1 : wakeDescriptor, events: Int16(POLLIN),
          revents: 0),
      ]
      let ready = unsafe poll(&sources, 3, milliseconds(until: deadline))
      if ready < 0 && errno != EINTR { return [.hangup] }
      let events = ready == 0 ? unfinishedInput() : collect(sources)
      if !events.isEmpty { return events }
      if let deadline, ContinuousClock.now >= deadline { return [] }
    }
  }

  private func collect(_ sources: [pollfd]) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    if sources[1].revents != 0 { events += signals() }
    if sources[0].revents != 0 { events += input() }
    if sources[2].revents != 0 { events += wake(sources[2].fd) }
    return events
  }

  /// How much longer the rest of half a key may take; nil when none has begun.
  private var patience: Duration? {
    decoder.patience(escapeDelay: options.escapeDelay).map { lastInput + $0 - .now }
  }

  private func unfinishedInput() -> [TerminalEvent] {
    guard let patience, patience <= .zero else { return [] }
    return decoder.flush()
  }

  /// The time to sleep, rounded up, so that a deadline is not polled for; -1 for ever.
  private func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    var limits: [Duration] = []
    if let deadline { limits.append(max(.zero, deadline - .now)) }
    if let patience { limits.append(max(.zero, patience)) }
    guard let limit = limits.min() else { return -1 }
    let parts = limit.components
    guard parts.seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(parts.seconds) * 1000
      + Int32((parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}

// MARK: - Sources

extension CursesTerminal {
  /// The keys that are there. A terminal that says "read" and has nothing is gone.
  private func input() -> [TerminalEvent] {
    guard let bytes = streams.read() else { return [.hangup] }
    lastInput = .now
    return decoder.feed(bytes)
  }

  private func wake(_ descriptor: Int32) -> [TerminalEvent] {
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) {
      // Closed by its owner: polling it again would return at once, for ever.
      deadWakeDescriptor = descriptor
      return []
    }
    return [.woken]
  }

  private func signals() -> [TerminalEvent] {
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe read(signalDescriptor, $0.baseAddress, $0.count)
    }
    var seen: [Int32] = []
    for byte in buffer.prefix(max(0, count)) where !seen.contains(Int32(byte)) {
      seen.append(Int32(byte))
    }
    return seen.flatMap(events(for:))
  }

  private func events(for signal: Int32) -> [TerminalEvent] {
    switch signal {
    case SIGWINCH:
      adaptToWindow()
      return [.resized(size)]
    case SIGTSTP: return [.suspendRequested]
    case SIGCONT: return continued()
    default: return [.terminate(signal: signal)]
    }
  }
}
