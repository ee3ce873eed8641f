internal import AppRuntime
internal import ArgumentParser

struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the keys and what they do.")

  func run() { listKeys() }
}
