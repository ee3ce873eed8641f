// Starting a program with a terminal of its own, without fork.

import Glibc

/// POSIX_SPAWN_SETSID, which the C library's module hides.
private let makesSession: Int16 = 0x80

func spawn(
  _ path: String, arguments: [String], environment: [String: String], terminal: String
) throws -> pid_t {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  // The first terminal that the leader of a session opens becomes its own.
  unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
  unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
  unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
  var attributes = posix_spawnattr_t()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  unsafe sigemptyset(&none)
  unsafe posix_spawnattr_setsigmask(&attributes, &none)
  var all = sigset_t()
  unsafe sigfillset(&all)
  unsafe posix_spawnattr_setsigdefault(&attributes, &all)
  let flags = makesSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
  unsafe posix_spawnattr_setflags(&attributes, flags)
  var argumentTexts = unsafe cStrings(arguments)
  var variableTexts = unsafe cStrings(environment.map { "\($0.key)=\($0.value)" })
  defer { unsafe (argumentTexts + variableTexts).forEach { unsafe free($0) } }
  var process: pid_t = 0
  let result = unsafe posix_spawn(
    &process, path, &actions, &attributes, &argumentTexts, &variableTexts)
  guard result == 0 else { throw PseudoTerminalError.refused(call: "posix_spawn", number: result) }
  return process
}

private func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
  unsafe texts.map { unsafe strdup($0) } + [nil]
}
