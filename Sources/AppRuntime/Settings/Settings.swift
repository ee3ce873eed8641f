// `config.toml`: theme, measure, layout, what opens addresses, where the library is, a key preset and
// keys. Whatever is wrong in it becomes a sentence with file, line and column; the rest of it counts,
// and the program starts.

internal import Session
internal import Theming

/// What a reader has set and what is remembered.
struct Settings: Equatable {
  /// Theme, layout and measure: the settings' where they name them, else as remembered.
  var preferences = Preferences()
  /// What opens addresses: a program and its arguments; empty where none was named.
  var openCommand: [String] = []
  /// The file of the library, as it was written; nil where it is not set.
  var libraryFile: String?
  /// Whose habits the keys follow.
  var preset = KeyPreset.vim
  /// Keys by context, as the key map takes them.
  var keys: [Context: [String: String]] = [:]
  /// Where each of these keys stands, as `file:line:column: `.
  private var keyPlaces: [Context: [String: String]] = [:]
  /// What was wrong, one sentence each.
  var problems: [String] = []

  private static let names = ["theme", "measure", "layout", "open", "library"]

  init() {}

  /// The keys in force.
  var keyMap: KeyMap { KeyMap(preset: preset, overrides: keys) }

  /// What was wrong, collisions between keys included.
  func allProblems(of keyMap: KeyMap) -> [String] {
    problems
      + keyMap.problems.map { (keyPlaces[$0.context]?[$0.pattern] ?? "") + $0.sentence }
  }

  /// Reads the settings over what is remembered; files that are not there are empty.
  init(environment: Environment) {
    if let folder = environment.state {
      // What the program itself has written is repaired by writing it again, without a word.
      var ignored: [String] = []
      read(folder + "/preferences.toml", shown: "preferences.toml", problems: &ignored)
    }
    if let folder = environment.configuration {
      var found: [String] = []
      read(folder + "/config.toml", shown: folder + "/config.toml", problems: &found)
      problems = found
    }
  }

  /// Reads settings from text.
  mutating func read(text: String, file: String) {
    var found: [String] = []
    read(text: text, file: file, problems: &found)
    problems += found
  }

  private mutating func read(_ path: String, shown: String, problems: inout [String]) {
    guard (try? FileKind(path: path)) != nil else { return }
    do throws(InputProblem) {
      let text = String(decoding: try readFile(path), as: UTF8.self)
      read(text: text, file: shown, problems: &problems)
    } catch {
      problems.append(error.sentence)
    }
  }

  private mutating func read(text: String, file: String, problems: inout [String]) {
    do throws(FileProblem) {
      let document = try TOMLDocument(text: text, file: file)
      for entry in document.entries {
        if let message = apply(entry) {
          problems.append(document.problem(at: entry.path, message).description)
        } else if entry.path.count == 3, let context = Context(rawValue: entry.path[1]) {
          keyPlaces[context, default: [:]][entry.path[2]] =
            document.problem(at: entry.path, "").description
        }
      }
    } catch {
      problems.append(error.description)
    }
  }

  /// Takes one setting over; a sentence where it cannot be.
  private mutating func apply(_ entry: TOMLDocument.Entry) -> String? {
    switch (entry.path.first, entry.path.count, entry.value) {
    case ("theme", 1, .string(let name)): preferences.theme = name
    case ("theme", 1, _): return "“theme” is a name in quotation marks, as \"paper\"."
    case ("measure", 1, .integer(let columns)) where Preferences.measures.contains(columns):
      preferences = Preferences(
        theme: preferences.theme, layout: preferences.layout, measure: columns)
    case ("measure", 1, _):
      let allowed = Preferences.measures
      return "“measure” is a number from \(allowed.lowerBound) to \(allowed.upperBound)."
    case ("layout", 1, .string(let name)):
      guard let layout = LayoutChoice(rawValue: name) else {
        let names = LayoutChoice.allCases.map(\.rawValue)
        return "There is no layout “\(name)”. " + hint(name, among: names)
      }
      preferences.layout = layout
    case ("open", 1, .strings(let arguments)) where arguments.first?.isEmpty == false:
      openCommand = arguments
    case ("open", 1, _):
      return #"“open” is a program and its arguments, as ["w3m", "{url}"]."#
    case ("library", 1, .string(let path)) where path.hasPrefix("/") || path.hasPrefix("~/"):
      libraryFile = path
    case ("library", 1, _): return "“library” is a whole path, as \"~/articles.sqlite\"."
    case ("keys", 2, .string(let name)) where entry.path[1] == "preset":
      guard let preset = KeyPreset(rawValue: name) else {
        let names = KeyPreset.allCases.map(\.rawValue)
        return "There is no key preset “\(name)”. " + hint(name, among: names)
      }
      self.preset = preset
    case ("keys", 3, .string(let command)): return bind(entry.path, to: command)
    case ("keys", 3, _): return "A key is bound to a command's name in quotation marks."
    default:
      let name = entry.path.joined(separator: ".")
      return "There is no setting “\(name)”. "
        + hint(entry.path.first ?? "", among: Self.names + ["keys"])
    }
    return nil
  }

  private mutating func bind(_ path: [String], to command: String) -> String? {
    let (table, pattern) = (path[1], path[2])
    guard let context = Context(rawValue: table) else {
      return "There are no keys of “\(table)”. "
        + hint(table, among: Context.allCases.map(\.rawValue))
    }
    // Collisions are the key map's business: another line of the table may lift them.
    if command == KeyMap.unbound || Command.named(command)?.contexts.contains(context) == true {
      keys[context, default: [:]][pattern] = command
      return nil
    }
    return KeyMap(overrides: [context: [pattern: command]]).problems.first?.sentence
  }

  private func hint(_ name: String, among names: [String]) -> String {
    names.nearest(to: name).map { "Did you mean “\($0)”?" }
      ?? "There are: \(names.joined(separator: ", "))."
  }
}
