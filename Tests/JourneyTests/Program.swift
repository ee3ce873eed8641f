import Foundation
import Synchronization

/// The program that was built beside the tests, or the one that PULLQUOTE_BINARY names; nil where
/// there is none.
let program: String? = {
  if let named = ProcessInfo.processInfo.environment["PULLQUOTE_BINARY"] { return named }
  let folders = [
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/debug"),
  ]
  return folders.map { $0.appendingPathComponent("pullquote").path }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}()

let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Fixtures").path

/// A folder with a library of its own, in which the real program is run without a terminal.
final class CommandHome: Sendable {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pullquote-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the library is unless the command line names another.
  var library: String { path + "/pullquote/library.sqlite" }

  @discardableResult
  func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  /// Starts the program.
  func start(
    _ arguments: [String], input: String? = nil, keepsInputOpen: Bool = false
  ) throws -> RunningCommand {
    try RunningCommand(
      program ?? "", arguments, home: path, input: input, keepsInputOpen: keepsInputOpen)
  }

  /// Runs the program to its end.
  @discardableResult
  func run(_ arguments: String..., input: String? = nil) throws -> CommandResult {
    try start(arguments, input: input).result()
  }

  /// Runs it with a limit on the size of files, in kilobytes.
  func run(_ arguments: String..., fileLimit: Int) throws -> CommandResult {
    // Whoever runs the tests may ignore the signal that such a limit sends.
    let script = "ulimit -f \(fileLimit); exec env --default-signal=XFSZ \"$0\" \"$@\""
    return try RunningCommand(
      "/bin/bash", ["-c", script, program ?? ""] + arguments, home: path, input: nil
    ).result()
  }
}

/// What a command printed and how it ended.
struct CommandResult {
  var status: Int32
  var output: String
  var errors: String

  /// The lines of the output as JSON objects.
  var objects: [[String: Any]] {
    output.split(separator: "\n").compactMap {
      (try? JSONSerialization.jsonObject(with: Data($0.utf8))) as? [String: Any]
    }
  }
}

/// A command that runs; its output is collected while it does.
final class RunningCommand {
  private let process = Process()
  private let source = Pipe()
  private let reading = DispatchGroup()
  private let texts = CollectedTexts()

  init(
    _ binary: String, _ arguments: [String], home: String, input: String?,
    keepsInputOpen: Bool = false
  ) throws {
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: home)
    process.environment = [
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "XDG_DATA_HOME": home,
      "XDG_CONFIG_HOME": home + "/config",
    ]
    let pipes = [Pipe(), Pipe()]
    process.standardOutput = pipes[0]
    process.standardError = pipes[1]
    process.standardInput = input == nil ? FileHandle.nullDevice : source
    try process.run()
    for (index, pipe) in pipes.enumerated() {
      DispatchQueue.global().async(group: reading) { [texts] in
        while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
          texts.kept.withLock { $0[index] += data }
        }
      }
    }
    guard let input else { return }
    source.fileHandleForWriting.write(Data(input.utf8))
    if !keepsInputOpen { closeInput() }
  }

  /// How many lines it has printed so far.
  var lineCount: Int { texts.kept.withLock { $0[0].count { $0 == 0x0A } } }

  /// Lets it see the end of its input.
  func closeInput() { try? source.fileHandleForWriting.close() }

  var isRunning: Bool { process.isRunning }

  /// Sends a signal to it and to nobody else.
  func send(_ signal: Int32) {
    let id = process.processIdentifier
    if id > 1, process.isRunning { kill(id, signal) }
  }

  /// Waits for its end; a signal counts as 128 and its number.
  func result() -> CommandResult {
    process.waitUntilExit()
    reading.wait()
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
    let texts = texts.kept.withLock { $0.map { String(decoding: $0, as: UTF8.self) } }
    return CommandResult(status: status, output: texts[0], errors: texts[1])
  }
}

/// What a command wrote to its output and its errors so far.
private final class CollectedTexts: Sendable {
  let kept = Mutex<[Data]>([Data(), Data()])
}
