import AppRuntime
import ArgumentParser

struct Excerpts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the quotes and figures of raw texts.",
    discussion: "Reads lines {\"id\": …, \"text\": …} and prints one JSON object for each.")

  @Flag(help: "Read and print one JSON object a line.") var jsonl = false

  func validate() throws {
    guard jsonl else { throw ValidationError("Say --jsonl: no other form is known.") }
  }

  func run() throws { try finish(excerptsLines()) }
}
