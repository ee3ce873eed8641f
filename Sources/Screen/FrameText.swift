// A frame as text: the golden format of every screen, and what headless mode prints.

extension Frame {
  /// The characters of the screen, one line a row, without trailing blanks.
  public var plainText: String {
    (0..<size.height)
      .map { row in
        var line = self.row(row).reduce(into: "") { $0 += $1.glyph?.text ?? "" }
        while line.last == " " { line.removeLast() }
        return line
      }
      .joined(separator: "\n") + "\n"
  }

  /// The characters, then the ink layer as letters with a legend, then the cursor.
  public var goldenText: String {
    let letters = inkLetters()
    let layer = (0..<size.height).map { row in
      String(self.row(row).map { letters[$0.ink] ?? "?" })
    }
    let legend = letters.sorted { $0.value < $1.value }
      .map { "\($0.value) \($0.key.name)" }
    let place = "cursor \(cursor.column),\(cursor.row) \(isCursorVisible ? "visible" : "hidden")"
    return plainText + "--- inks\n"
      + (layer + ["--- legend"] + legend + ["--- " + place])
      .joined(separator: "\n") + "\n"
  }

  /// Letters for inks in the order in which they are met.
  private func inkLetters() -> [Ink: Character] {
    let alphabet = Array(".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var letters: [Ink: Character] = [Ink(.background): "."]
    for cell in cells where letters[cell.ink] == nil {
      letters[cell.ink] = letters.count < alphabet.count ? alphabet[letters.count] : "?"
    }
    return letters
  }
}

extension Ink {
  /// The ink in words, as "quote+selected".
  public var name: String {
    ([String(describing: role)]
      + Marks.named.filter { marks.contains($0.mark) }.map(\.name)).joined(separator: "+")
  }
}
