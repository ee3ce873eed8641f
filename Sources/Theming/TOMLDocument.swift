internal import TOMLKit

/// A TOML file as a flat list of values with their places, for themes and settings.
///
/// The TOML library places syntax errors only. The place of a key that parses and is still wrong
/// is found by a scan of the source here, which understands tables, dotted keys and comments;
/// for forms it does not follow (arrays of tables) it gives the file without a line.
public struct TOMLDocument: Sendable {
  /// The values that themes and settings use.
  public enum Value: Hashable, Sendable {
    /// A string.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// True or false.
    case boolean(Bool)
    /// A list of strings; other members are left out.
    case strings([String])
    /// A date, a float, a nested array: nothing that is read here.
    case other
  }

  /// One key with its value.
  public struct Entry: Hashable, Sendable {
    /// The names of the tables above it and its own, outermost first.
    public let path: [String]
    /// The value.
    public let value: Value
  }

  /// The file's name as errors print it.
  public let file: String
  /// All keys that hold a value, sorted by path.
  public let entries: [Entry]
  private let places: [[String]: SourcePlace]

  /// Reads TOML text.
  ///
  /// - Parameters:
  ///   - text: the file's content.
  ///   - file: its name, for errors.
  /// - Throws: `FileProblem` with the place of the first syntax error.
  public init(text: String, file: String) throws(FileProblem) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = SourcePlace(line: error.source.begin.line, column: error.source.begin.column)
      throw FileProblem(file: file, place: place, message: TOMLDocument.sentence(error))
    } catch {
      throw FileProblem(file: file, place: nil, message: "This is not TOML.")
    }
    self.file = file
    entries = TOMLDocument.entries(of: table)
    places = KeyPlaces.find(in: text)
  }

  /// The value at a path, or nil.
  public func value(_ path: String...) -> Value? {
    entries.first { $0.path == path }?.value
  }

  /// The string at a path, or nil.
  public func string(_ path: String...) -> String? {
    guard case .string(let text) = entries.first(where: { $0.path == path })?.value else {
      return nil
    }
    return text
  }

  /// The entries directly below a table.
  public func entries(in table: String) -> [Entry] {
    entries.filter { $0.path.count == 2 && $0.path[0] == table }
  }

  /// A problem at the place of a key.
  public func problem(at path: [String], _ message: String) -> FileProblem {
    FileProblem(file: file, place: places[path], message: message)
  }

  private static func sentence(_ error: TOMLParseError) -> String {
    var words = error.description
    if let first = words.first { words = first.uppercased() + words.dropFirst() }
    return words.hasSuffix(".") ? words : words + "."
  }

  private static func entries(of root: TOMLTable) -> [Entry] {
    var found: [Entry] = []
    var open: [(path: [String], table: TOMLTable)] = [([], root)]
    while let (path, table) = open.popLast() {
      for key in table.keys {
        guard let value = table[key] else { continue }
        if let inner = value.table {
          open.append((path + [key], inner))
        } else {
          found.append(Entry(path: path + [key], value: plain(value)))
        }
      }
    }
    return found.sorted { $0.path.lexicographicallyPrecedes($1.path) }
  }

  private static func plain(_ value: any TOMLValueConvertible) -> Value {
    if let text = value.string { return .string(text) }
    if let flag = value.bool { return .boolean(flag) }
    if let number = value.int { return .integer(number) }
    if let array = value.array { return .strings(array.compactMap(\.string)) }
    return .other
  }
}

/// A line and column, from 1.
public struct SourcePlace: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in scalars, from 1.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Something wrong in a theme or settings file: where, and a sentence for its author.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// Where in it; nil where the place is not known.
  public let place: SourcePlace?
  /// What is wrong and what to do about it.
  public let message: String

  /// Makes a problem.
  public init(file: String, place: SourcePlace?, message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  /// `file:line:column: sentence`.
  public var description: String {
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(position): \(message)"
  }
}
