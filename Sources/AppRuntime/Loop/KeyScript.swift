// Key scripts: one step a line, for journeys and for showing a bug.
//
//     # words after a hash are a remark
//     size 100x30          at the start; 80x24 without it
//     open samples         or a path, relative to the script; several lines give several articles
//     open library         the library, with what was kept in it by lines such as
//     keep article.html    a path, relative to the script
//     keys jj<Enter>]q     in key notation, one after the other
//     paste some words
//     resize 40x10
//     pause 500            milliseconds of the script's own clock
//     frame name           keep what is shown

internal import Screen

/// A line of a script that cannot be understood.
struct ScriptProblem: Error, Equatable, CustomStringConvertible {
  /// The line, from 1.
  let line: Int
  /// What is wrong with it.
  let sentence: String

  /// Place and sentence.
  var description: String { "line \(line): \(sentence)" }
}

/// A script, read.
struct KeyScript: Equatable {
  /// The size at the start.
  var size = Size(width: 80, height: 24)
  /// What is opened: paths, or "samples".
  var opened: [String] = []
  /// What the library holds: paths.
  var kept: [String] = []
  /// The steps.
  var steps: [ScriptStep] = []

  /// Keys alone.
  init(size: Size, keys: String) {
    self.size = size
    steps = KeyPress.sequence(keys).map { .key($0) }
  }

  /// Reads a script.
  init(_ text: String) throws(ScriptProblem) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let first = line.first, first != "#" else { continue }
      let word = line.prefix { $0 != " " }
      let rest = String(line.dropFirst(word.count + 1))
      if let sentence = add(String(word), rest) {
        throw ScriptProblem(line: index + 1, sentence: sentence)
      }
    }
  }

  /// Adds a step; a sentence where there is no such step.
  private mutating func add(_ word: String, _ rest: String) -> String? {
    switch word {
    case "size", "resize":
      guard let size = Size(notation: rest) else { return "a size is written as 100x30." }
      if word == "size" { self.size = size } else { steps.append(.resize(size)) }
    case "open": opened.append(rest)
    case "keep": kept.append(rest)
    case "keys": steps += KeyPress.sequence(rest).map { .key($0) }
    case "paste": steps.append(.paste(rest))
    case "pause":
      guard let time = Int(rest) else { return "a pause is a number of milliseconds." }
      steps.append(.pause(.milliseconds(time)))
    case "frame": steps.append(.frame(rest))
    default: return "there is no step “\(word)”."
    }
    return nil
  }
}

extension Size {
  /// Reads `100x30`: from 1x1 to 1000x1000.
  init?(notation: String) {
    let sides = notation.split(separator: "x").map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      1...1000 ~= width, 1...1000 ~= height
    else { return nil }
    self.init(width: width, height: height)
  }
}
