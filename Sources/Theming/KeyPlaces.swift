/// Finds the line and column of every key in TOML source that is already known to parse.
enum KeyPlaces {
  /// Paths of keys and tables with their places.
  static func find(in text: String) -> [[String]: SourcePlace] {
    var places: [[String]: SourcePlace] = [:]
    var table: [String] = []
    var openString: String?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if let mark = openString {
        if line.contains(mark) { openString = nil }
        continue
      }
      let content = line.drop { $0 == " " || $0 == "\t" }
      let column = line.count - content.count + 1
      let place = SourcePlace(line: number + 1, column: column)
      if content.first == "[" {
        table = keyPath(content.drop { $0 == "[" })
        places[table] = places[table] ?? place
      } else if content.first != "#", let equals = endOfKey(content) {
        places[table + keyPath(content[..<equals])] = place
        openString = multilineString(in: content[equals...])
      }
    }
    return places
  }

  /// The index of the "=" that ends a key, outside quotes.
  private static func endOfKey(_ line: Substring) -> Substring.Index? {
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "=" {
        return index
      }
    }
    return nil
  }

  /// The parts of a bare, quoted or dotted key, up to "]" or the end.
  private static func keyPath(_ text: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { part.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." {
        parts.append(part)
        part = ""
      } else if character == "]" {
        break
      } else if character != " ", character != "\t", character != "\r" {
        part.append(character)
      }
    }
    return parts + [part]
  }

  /// The mark that ends a multi-line string which this line opens and does not close.
  private static func multilineString(in value: Substring) -> String? {
    ["\"\"\"", "'''"].first { occurrences(of: $0, in: value) % 2 == 1 }
  }

  private static func occurrences(of mark: String, in value: Substring) -> Int {
    var count = 0
    var rest = value
    while let range = rest.firstRange(of: mark) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
