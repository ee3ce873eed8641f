internal import Glibc
internal import LibraryStore
internal import Synchronization

/// The signal that came; 0 before. One of the process, as signals are.
private let received = Atomic<Int32>(0)
private let stopping = Interruption()

/// Lets a command end what it does when it is asked to stop; asked twice, it ends at once.
struct StopSignals {
  /// Thrown when the command is to stop.
  let interruption: Interruption

  /// Watches for Control-C, for an end asked for, and for a terminal that is gone.
  init() {
    // Made here: a signal must find both there, and do no more than set them.
    _ = received.load(ordering: .relaxed)
    interruption = stopping
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { number in
      received.store(number, ordering: .relaxed)
      stopping.interrupt()
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    // Who starts the program from a thread that blocks signals hands that down.
    var wanted = sigset_t()
    unsafe sigemptyset(&wanted)
    for number in [SIGINT, SIGTERM, SIGHUP] {
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
