/// The themes that can be chosen: those bundled with the program, and the user's own, which win.
///
/// Themes are parsed when asked for, so that a broken one harms nobody who does not use it.
public struct ThemeCatalog: Sendable {
  /// A theme's source text and where it came from.
  public struct Source: Hashable, Sendable {
    /// The file's name or path, for errors.
    public let file: String
    /// The file's content.
    public let text: String

    /// Makes a source.
    public init(file: String, text: String) {
      self.file = file
      self.text = text
    }
  }

  /// The theme used where nothing else was chosen or the chosen one is broken.
  public static let defaultName = "paper"
  /// The theme that says how roles look without colours.
  public static let plainName = "mono"
  /// How many themes may inherit from one another in a row.
  static let maximumInheritance = 8

  private let sources: [String: Source]

  /// Makes a catalogue.
  ///
  /// - Parameter user: the user's themes by name; they hide bundled ones of the same name.
  public init(user: [String: Source] = [:]) {
    sources = BundledThemes.sources.merging(user) { $1 }
  }

  /// All names, sorted, the default first.
  public var names: [String] {
    let rest = sources.keys.filter { $0 != ThemeCatalog.defaultName }
    return [ThemeCatalog.defaultName] + rest.sorted()
  }

  /// Where a theme comes from.
  public func file(of name: String) -> String? { sources[name]?.file }

  /// Reads a theme and those it inherits.
  ///
  /// - Throws: the first `FileProblem` with file, line, column and a sentence.
  public func theme(named name: String) throws(FileProblem) -> Theme {
    let (theme, problems) = try read(name)
    if let first = problems.first { throw first }
    return theme
  }

  /// All that is wrong with a theme and those it inherits; what is no TOML hides the rest.
  public func problems(of name: String) -> [FileProblem] {
    do throws(FileProblem) {
      return try read(name).problems
    } catch {
      return [error]
    }
  }

  private func read(
    _ name: String
  ) throws(FileProblem) -> (theme: Theme, problems: [FileProblem]) {
    var chain: [(name: String, source: Source)] = []
    var next: String? = name
    while let current = next {
      guard let source = sources[current] else { throw unknown(current, in: chain.last?.source) }
      guard chain.count < ThemeCatalog.maximumInheritance else {
        throw FileProblem(
          file: source.file, place: nil, message: "The themes inherit in a circle, or too deep.")
      }
      chain.append((current, source))
      // The bundled theme of the same name is what a user's variant of it inherits.
      next = try ThemeFile.parentName(text: source.text, file: source.file)
      if next == current {
        return try theme(inheriting: chain, from: BundledThemes.sources[current])
      }
    }
    return try theme(inheriting: chain, from: nil)
  }

  /// The theme to use, and the problem to tell if the wanted one could not be read.
  public func themeOrDefault(named name: String) -> (theme: Theme, problem: FileProblem?) {
    do throws(FileProblem) {
      return (try theme(named: name), nil)
    } catch {
      let fallback = ThemeCatalog().bundled(name) ?? ThemeCatalog().bundled(Self.defaultName)
      return (fallback ?? Theme.empty, error)
    }
  }

  /// The theme that says how roles look without colours.
  public var plain: Theme { ThemeCatalog().bundled(Self.plainName) ?? Theme.empty }

  private func bundled(_ name: String) -> Theme? {
    BundledThemes.sources[name] == nil ? nil : try? theme(named: name)
  }

  private func theme(
    inheriting chain: [(name: String, source: Source)], from base: Source?
  ) throws(FileProblem) -> (theme: Theme, problems: [FileProblem]) {
    var parent: Theme?
    var problems: [FileProblem] = []
    let all = chain + (base.map { [(chain.last?.name ?? "", $0)] } ?? [])
    for (name, source) in all.reversed() {
      var file = try ThemeFile(text: source.text, file: source.file)
      parent = file.theme(named: name, parent: parent)
      problems += file.problems.sorted { $0.line < $1.line }
    }
    return (parent ?? Theme.empty, problems)
  }

  private func unknown(_ name: String, in source: Source?) -> FileProblem {
    let hint =
      names.nearest(to: name).map { "Did you mean “\($0)”?" }
      ?? "There are \(names.joined(separator: ", "))."
    return FileProblem(
      file: source?.file ?? "theme", place: nil, message: "There is no theme “\(name)”. \(hint)")
  }
}

extension FileProblem {
  /// For the order in which a file is corrected.
  fileprivate var line: Int { place?.line ?? 0 }
}

extension Theme {
  /// No colours at all: what remains if even the bundled themes could not be read.
  static let empty = Theme(name: "none", summary: "", appearance: .terminal, roles: [:], marks: [:])
}
