internal import Glibc
internal import LibraryStore
internal import Synchronization

/// The signal that came; 0 before. One of the process, as signals are.
private let received = Atomic<Int32>(0)
private let stopping = Interruption()

/// Has something to read once a signal came, so that waiting for other things ends; -1 before
/// signals are watched.
private let wakeReader = Atomic<Int32>(-1)
private let wakeWriter = Atomic<Int32>(-1)

/// Lets a command end what it does when it is asked to stop; asked twice, it ends at once.
struct StopSignals {
  /// Thrown when the command is to stop.
  let interruption: Interruption

  /// Watches for Control-C, for an end asked for, and for a terminal that is gone. What the program
  /// was started to ignore, as by nohup, it goes on ignoring.
  init() {
    // Made here: a signal must find all of them there, and do no more than set them.
    _ = received.load(ordering: .relaxed)
    interruption = stopping
    makePipe()
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { number in
      received.store(number, ordering: .relaxed)
      stopping.interrupt()
      let kept = errno
      unsafe write(wakeWriter.load(ordering: .relaxed), "!", 1)
      errno = kept
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    // Who starts the program from a thread that blocks signals hands that down.
    var wanted = sigset_t()
    unsafe sigemptyset(&wanted)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      _ = unsafe sigaction(number, &action, nil)
      unsafe sigaddset(&wanted, number)
    }
    unsafe pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  /// The status to end with: 128 and the number of the signal; 0 where none came.
  var status: Int32 {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? 0 : 128 + number
  }
}

/// Waits until a descriptor has something to read or is at its end.
///
/// - Returns: false where the program is to stop instead.
func waitToRead(_ descriptor: Int32) -> Bool {
  // A descriptor below 0 is passed over.
  var waited = [
    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    pollfd(fd: wakeReader.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
  ]
  while unsafe poll(&waited, 2, -1) < 0, errno == EINTR {}
  return waited[1].revents == 0
}

private func makePipe() {
  guard wakeReader.load(ordering: .relaxed) < 0 else { return }
  var ends: [Int32] = [-1, -1]
  guard unsafe pipe(&ends) == 0 else { return }
  for end in ends {
    _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
  }
  wakeReader.store(ends[0], ordering: .relaxed)
  wakeWriter.store(ends[1], ordering: .relaxed)
}

private func isIgnored(_ number: Int32) -> Bool {
  var action = sigaction()
  _ = unsafe sigaction(number, nil, &action)
  return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    == unsafeBitCast(SIG_IGN, to: Int.self)
}
