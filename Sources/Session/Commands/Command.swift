// A command is a value. From the one table come the keys, help, the command line, the key
// reference of the README and the names that settings use.

/// Something that a person can ask for by a key or by name.
public struct Command: Sendable {
  /// How help is divided.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    /// The divisions, in their order in help.
    case moving = "Moving"
    case finding = "Finding"
    case panels = "Quotes, figures and panels"
    case articles = "Articles"
    case library = "The library"
    case screen = "Screen"
    case debugging = "When something is wrong"
    case typing = "In a prompt"
  }

  /// The name, as in settings and after `:`.
  public let name: String
  /// One line on what it does.
  public let summary: String
  /// Its place in help.
  public let group: Group
  /// Where it works.
  public let contexts: [Context]
  /// Other names after `:`.
  let aliases: [String]
  /// Whether a `!` may follow its name: to do it where that costs something.
  let isForceable: Bool
  /// What it takes after its name, if anything.
  let argument: Argument?
  /// Why it cannot be run now, in a sentence; nil where it can.
  let unavailable: @Sendable (AppState) -> String?
  /// What it does.
  let perform: @Sendable (inout AppState, Invocation) -> [Effect]
  private let keys: [String]
  private let extraKeys: [Context: [String]]

  init(
    _ name: String, _ summary: String, group: Group, in contexts: [Context], keys: [String] = [],
    extraKeys: [Context: [String]] = [:], aliases: [String] = [], isForceable: Bool = false,
    argument: Argument? = nil,
    unavailable: @escaping @Sendable (AppState) -> String? = { _ in nil },
    perform: @escaping @Sendable (inout AppState, Invocation) -> [Effect]
  ) {
    self.name = name
    self.summary = summary
    self.group = group
    self.contexts = contexts
    self.keys = keys
    self.extraKeys = extraKeys
    self.aliases = aliases
    self.isForceable = isForceable
    self.argument = argument
    self.unavailable = unavailable
    self.perform = perform
  }

  /// The default patterns in a context, in key notation.
  public func keys(in context: Context) -> [String] {
    contexts.contains(context) ? keys + (extraKeys[context] ?? []) : []
  }

  /// All commands, in the order of help.
  public static let all: [Command] =
    moving + finding + panels + voices + figures + links + tables + corrections + articles + library
    + screen + debugging + typing

  private static let byName = Dictionary(
    all.flatMap { command in ([command.name] + command.aliases).map { ($0, command) } },
    uniquingKeysWith: { first, _ in first })

  /// The command of a name or alias.
  public static func named(_ name: String) -> Command? { byName[name] }
}

/// What a command takes after its name.
struct Argument: Sendable {
  /// What the runtime knows how to complete.
  enum Completion: Sendable {
    /// All of it is one path.
    case path
    /// A program, then its arguments, taken for paths.
    case commandLine
  }

  /// What to call it in help, as "name".
  let placeholder: String
  /// Whether the command does something without it too.
  let isOptional: Bool
  /// What it may be; empty where it is free.
  let choices: @Sendable (AppState) -> [String]
  /// How the runtime completes it, where `choices` cannot know.
  let completion: Completion?
  /// What to write first when the command was asked for by key.
  let suggestion: @Sendable (AppState) -> String
  /// What to do while a choice is looked at, and again with the old value when it is given up.
  let preview: (@Sendable (String) -> Effect)?
  /// The value in use, for giving up a preview.
  let current: @Sendable (AppState) -> String

  init(
    _ placeholder: String, isOptional: Bool = false,
    choices: @escaping @Sendable (AppState) -> [String] = { _ in [] },
    completion: Completion? = nil,
    suggestion: @escaping @Sendable (AppState) -> String = { _ in "" },
    preview: (@Sendable (String) -> Effect)? = nil,
    current: @escaping @Sendable (AppState) -> String = { _ in "" }
  ) {
    self.placeholder = placeholder
    self.isOptional = isOptional
    self.choices = choices
    self.completion = completion
    self.suggestion = suggestion
    self.preview = preview
    self.current = current
  }
}

/// How a command was asked for.
struct Invocation: Sendable {
  /// The number typed before it.
  var count: Int?
  /// The letter typed after it, where it takes one.
  var letter: Character?
  /// What was typed after its name.
  var argument: String?
  /// Whether a `!` followed its name.
  var isForced = false

  /// The number typed, or 1.
  var times: Int { count ?? 1 }
}
