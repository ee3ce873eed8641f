/// A command line that cannot be split into arguments.
enum ArgumentMistake: Error, Equatable {
  case unclosedQuote
  case empty
  case danglingBackslash

  var sentence: String {
    switch self {
    case .unclosedQuote: "A quotation mark in the command is not closed."
    case .empty: "Name a command to pipe the article to, as: wc -w"
    case .danglingBackslash: "The command ends with a backslash that has nothing to protect."
    }
  }
}

/// Splits a command line at blanks. Single quotes keep everything, double quotes everything but
/// a backslash before `"` or `\`. No variables, no patterns, no shell.
func splitArguments(_ line: String) throws(ArgumentMistake) -> [String] {
  var arguments: [String] = []
  var current: String?
  var quote: Character?
  var rest = Substring(line)
  while let character = rest.popFirst() {
    switch (character, quote) {
    case ("\\", nil), ("\\", "\""):
      guard let next = rest.popFirst() else { throw .danglingBackslash }
      let isPlain = quote == "\"" && next != "\"" && next != "\\"
      current = (current ?? "") + (isPlain ? "\\\(next)" : String(next))
    case ("\"", nil), ("'", nil):
      quote = character
      current = current ?? ""
    case (_, character):
      quote = nil
    case (" ", nil):
      if let argument = current { arguments.append(argument) }
      current = nil
    default:
      current = (current ?? "") + String(character)
    }
  }
  guard quote == nil else { throw .unclosedQuote }
  if let argument = current { arguments.append(argument) }
  guard !arguments.isEmpty else { throw .empty }
  return arguments
}
