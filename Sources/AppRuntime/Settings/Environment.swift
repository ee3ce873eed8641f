internal import Glibc

/// The environment, and the directories it names.
struct Environment: Sendable {
  /// All variables.
  let variables: [String: String]

  /// An environment of these variables alone.
  init(_ variables: [String: String]) { self.variables = variables }

  /// The process's own.
  static var ofProcess: Environment {
    var found: [String: String] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let pair = unsafe String(cString: entry)
      if let equals = pair.utf8.firstIndex(of: 0x3D) {
        found[String(pair[..<equals])] = String(pair[pair.utf8.index(after: equals)...])
      }
      unsafe next += 1
    }
    return Environment(found)
  }

  /// One variable of the process.
  static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// The folder of the settings and the user's themes.
  var configuration: String? { folder("XDG_CONFIG_HOME", below: ".config") }

  /// The folder of what is remembered.
  var state: String? { folder("XDG_STATE_HOME", below: ".local/state") }

  /// The folder of the library.
  var data: String? { folder("XDG_DATA_HOME", below: ".local/share") }

  /// Relative paths do not count, as the XDG specification has it.
  private func folder(_ name: String, below home: String) -> String? {
    if let path = variables[name], path.hasPrefix("/") { return path + "/pullquote" }
    guard let root = variables["HOME"], root.hasPrefix("/") else { return nil }
    return "\(root)/\(home)/pullquote"
  }
}
