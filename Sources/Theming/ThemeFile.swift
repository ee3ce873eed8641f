import Screen

/// Reads a theme file.
///
/// A style is a few words: a colour, `on` a colour, and attributes, in that order, each optional:
/// `"ink on paper bold"`, `"accent"`, `"on shade underline"`. A colour is a name from the file's
/// `[palette]`, `#rrggbb`, a number 0 to 255 of the terminal's palette, or `default`.
struct ThemeFile {
  /// What is wrong with it, so far as it was read.
  private(set) var problems: [FileProblem] = []
  private let document: TOMLDocument
  private var palette: [String: Color] = [:]

  init(text: String, file: String) throws(FileProblem) {
    document = try TOMLDocument(text: text, file: file)
    let file = self
    for entry in document.entries(in: "palette") {
      // One mistake is told once, not again wherever the colour is used.
      palette[entry.path[1]] =
        collected { () throws(FileProblem) in try file.color(of: entry) } ?? .terminalDefault
    }
    for entry in document.entries {
      collected { () throws(FileProblem) in try file.checkTable(entry) }
    }
  }

  /// Does something, or adds to the problems why it could not be done.
  @discardableResult
  private mutating func collected<Value>(
    _ body: () throws(FileProblem) -> Value
  ) -> Value? {
    do throws(FileProblem) {
      return try body()
    } catch {
      problems.append(error)
      return nil
    }
  }

  /// The name of the theme that a file inherits, without reading more of it.
  static func parentName(text: String, file: String) throws(FileProblem) -> String? {
    try TOMLDocument(text: text, file: file).string("inherits")
  }

  /// The theme, without what is wrong in the file: `problems` names that.
  mutating func theme(named name: String, parent: Theme?) -> Theme {
    var roles = parent?.roles ?? [:]
    for (role, patch) in patches(in: "roles", names: ThemeFile.roleNames) {
      roles[role] = patch
    }
    var marks = parent?.marks ?? [:]
    for (mark, patch) in patches(in: "marks", names: ThemeFile.markNames) {
      marks[mark] = patch
    }
    let file = self
    let own = collected { () throws(FileProblem) in try file.appearance() } ?? nil
    return Theme(
      name: name, summary: document.string("summary") ?? parent?.summary ?? "",
      appearance: own ?? parent?.appearance ?? .terminal, roles: roles, marks: marks)
  }

  private static let roleNames = Dictionary(
    uniqueKeysWithValues: Role.allCases.map { (String(describing: $0), $0) })
  /// Every set of marks, as `selected` and `selected+focused`.
  private static let markNames = Dictionary(
    uniqueKeysWithValues: (UInt8(1)..<16).map { bits in
      let marks = Marks(rawValue: bits)
      let names = Marks.named.filter { marks.contains($0.mark) }.map(\.name)
      return (names.joined(separator: "+"), marks)
    })

  private func appearance() throws(FileProblem) -> Theme.Appearance? {
    guard let word = document.string("appearance") else { return nil }
    guard let appearance = Theme.Appearance(rawValue: word) else {
      throw document.problem(
        at: ["appearance"], "“\(word)” is no appearance: write light, dark or terminal.")
    }
    return appearance
  }

  /// Refuses keys at the top and tables that mean nothing, so that a typo is not a silent loss.
  private func checkTable(_ entry: TOMLDocument.Entry) throws(FileProblem) {
    let tables = ["palette", "roles", "marks"]
    let keys = ["summary", "appearance", "inherits"]
    let known = entry.path.count == 1 ? keys : entry.path.count == 2 ? tables : []
    guard !known.contains(entry.path[0]) else { return }
    // A role that stands above its table is a common slip.
    let table =
      ThemeFile.roleNames[entry.path[0]] != nil
      ? "roles" : ThemeFile.markNames[entry.path[0]] != nil ? "marks" : nil
    let hint =
      if entry.path.count == 1, let table {
        "Write it below [\(table)]."
      } else if let near = (keys + tables).nearest(to: entry.path[0]), near != entry.path[0] {
        "Did you mean “\(near)”?"
      } else {
        "There are \((keys + tables).joined(separator: ", "))."
      }
    let path = entry.path.joined(separator: ".")
    throw document.problem(at: entry.path, "A theme has no “\(path)”. \(hint)")
  }

  private mutating func patches<Key>(
    in table: String, names: [String: Key]
  ) -> [(Key, Theme.Patch)] {
    let file = self
    return document.entries(in: table).compactMap { entry in
      collected { () throws(FileProblem) in
        (try file.key(entry.path, in: names), try file.patch(entry))
      }
    }
  }

  private func key<Key>(_ path: [String], in names: [String: Key]) throws(FileProblem) -> Key {
    if let key = names[path[1]] { return key }
    let known = names.keys.sorted()
    let hint =
      known.nearest(to: path[1]).map { "Did you mean “\($0)”?" }
      ?? "There are \(known.joined(separator: ", "))."
    throw document.problem(at: path, "There is no \(path[0].dropLast()) “\(path[1])”. \(hint)")
  }

  private func patch(_ entry: TOMLDocument.Entry) throws(FileProblem) -> Theme.Patch {
    guard case .string(let text) = entry.value else {
      throw document.problem(at: entry.path, "A style is a string, as \"ink on paper bold\".")
    }
    var patch = Theme.Patch()
    var isBackground = false
    for word in text.split(separator: " ").map(String.init) {
      if word == "on" {
        isBackground = true
      } else if let attribute = TextAttributes.named.first(where: { $0.name == word }) {
        patch.attributes.insert(attribute.attribute)
      } else if isBackground {
        patch.background = try color(word, at: entry.path)
        isBackground = false
      } else {
        patch.foreground = try color(word, at: entry.path)
      }
    }
    return patch
  }

  private func color(_ word: String, at path: [String]) throws(FileProblem) -> Color {
    if let color = palette[word] ?? Color(themeWord: word) { return color }
    let known = Array(palette.keys) + TextAttributes.named.map(\.name) + ["default", "on"]
    let hint = known.sorted().nearest(to: word).map { " Did you mean “\($0)”?" } ?? ""
    throw document.problem(
      at: path, "“\(word)” is no colour of this theme's palette and no attribute.\(hint)")
  }

  private func color(of entry: TOMLDocument.Entry) throws(FileProblem) -> Color {
    guard case .string(let text) = entry.value, let color = Color(themeWord: text) else {
      throw document.problem(
        at: entry.path, "A colour is \"#rrggbb\", \"0\" to \"255\", or \"default\".")
    }
    return color
  }
}

extension Color {
  /// Reads `#rrggbb`, `0` to `255`, or `default`.
  init?(themeWord word: String) {
    if word == "default" {
      self = .terminalDefault
    } else if let number = UInt8(word) {
      self = .indexed(number)
    } else if word.first == "#", word.utf8.count == 7,
      let value = UInt32(word.dropFirst(), radix: 16)
    {
      self = .rgb(
        red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    } else {
      return nil
    }
  }
}
