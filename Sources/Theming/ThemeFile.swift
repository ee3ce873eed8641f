import Screen

/// Reads a theme file.
///
/// A style is a few words: a colour, `on` a colour, and attributes, in that order, each optional:
/// `"ink on paper bold"`, `"accent"`, `"on shade underline"`. A colour is a name from the file's
/// `[palette]`, `#rrggbb`, a number 0 to 255 of the terminal's palette, or `default`.
struct ThemeFile {
  private let document: TOMLDocument
  private let palette: [String: Color]

  init(text: String, file: String, parent: Theme?) throws(FileProblem) {
    document = try TOMLDocument(text: text, file: file)
    palette = try ThemeFile.palette(in: document)
    try checkTables()
  }

  /// The name of the theme that a file inherits, without reading more of it.
  static func parentName(text: String, file: String) throws(FileProblem) -> String? {
    try TOMLDocument(text: text, file: file).string("inherits")
  }

  func theme(named name: String, parent: Theme?) throws(FileProblem) -> Theme {
    var roles = parent?.roles ?? [:]
    for (role, patch) in try patches(in: "roles", names: ThemeFile.roleNames) {
      roles[role] = patch
    }
    var marks = parent?.marks ?? [:]
    for (mark, patch) in try patches(in: "marks", names: ThemeFile.markNames) {
      marks[mark] = patch
    }
    return Theme(
      name: name, summary: document.string("summary") ?? parent?.summary ?? "",
      appearance: try appearance() ?? parent?.appearance ?? .terminal, roles: roles, marks: marks)
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
  private func checkTables() throws(FileProblem) {
    let tables = ["palette", "roles", "marks"]
    let keys = ["summary", "appearance", "inherits"]
    for entry in document.entries {
      let known = entry.path.count == 1 ? keys : entry.path.count == 2 ? tables : []
      guard !known.contains(entry.path[0]) else { continue }
      let hint = (keys + tables).nearest(to: entry.path[0]).map { " Did you mean “\($0)”?" } ?? ""
      let path = entry.path.joined(separator: ".")
      throw document.problem(at: entry.path, "A theme has no “\(path)”.\(hint)")
    }
  }

  private func patches<Key>(
    in table: String, names: [String: Key]
  ) throws(FileProblem) -> [(Key, Theme.Patch)] {
    var found: [(Key, Theme.Patch)] = []
    for entry in document.entries(in: table) {
      guard let key = names[entry.path[1]] else {
        let hint =
          names.keys.sorted().nearest(to: entry.path[1])
          .map { "Did you mean “\($0)”?" }
          ?? "Known are: \(names.keys.sorted().joined(separator: ", "))."
        throw document.problem(
          at: entry.path, "There is no \(table.dropLast()) “\(entry.path[1])”. \(hint)")
      }
      found.append((key, try patch(entry)))
    }
    return found
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

  private static func palette(in document: TOMLDocument) throws(FileProblem) -> [String: Color] {
    var palette: [String: Color] = [:]
    for entry in document.entries(in: "palette") {
      guard case .string(let text) = entry.value, let color = Color(themeWord: text) else {
        throw document.problem(
          at: entry.path, "A colour is \"#rrggbb\", \"0\" to \"255\", or \"default\".")
      }
      palette[entry.path[1]] = color
    }
    return palette
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
