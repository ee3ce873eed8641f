/// What is known of words by heart: a table from the hash of a lower-case word to its classes.
///
/// Built once from the word lists in this folder. Open addressing over two flat arrays, so that a
/// look-up costs one or two memory reads and no allocation.
public struct Lexicon: Sendable {
  /// English, with the plainest reporting verbs of German, French and Spanish.
  public static let english = Lexicon(lists: englishWordLists)

  private var keys: [UInt32]
  private var values: [WordClasses]
  private static let slotCount = 1 << 14

  private init(lists: [(WordClasses, String)]) {
    keys = Array(repeating: 0, count: Self.slotCount)
    values = Array(repeating: [], count: Self.slotCount)
    for (classes, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) { add(word, classes) }
    }
    for base in speechVerbBases.split(whereSeparator: \.isWhitespace) {
      for form in regularForms(of: base) { add(form[...], .speechVerb) }
    }
    for base in otherVerbBases.split(whereSeparator: \.isWhitespace) {
      for form in regularForms(of: base) { add(form[...], .verb) }
    }
  }

  /// The classes of a word; none where it is not known.
  public func classes(of hash: UInt32) -> WordClasses {
    var slot = Int(hash) & (Self.slotCount - 1)
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return []
  }

  private mutating func add(_ word: Substring, _ classes: WordClasses) {
    let hash = WordHash.of(word)
    var slot = Int(hash) & (Self.slotCount - 1)
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (Self.slotCount - 1) }
    keys[slot] = hash
    values[slot].formUnion(classes)
  }

  /// The base, its -s, -ed and -ing forms by the rules of spelling.
  private func regularForms(of base: Substring) -> [String] {
    let word = String(base)
    guard let last = word.last else { return [] }
    let stem = String(word.dropLast())
    let hissing = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
    if last == "e" { return [word, word + "s", word + "d", stem + "ing"] }
    if last == "y", let before = stem.last, !"aeiou".contains(before) {
      return [word, stem + "ies", stem + "ied", word + "ing"]
    }
    let doubled = word.hasSuffix("*") ? stem + String(stem.suffix(1)) : nil
    if let doubled { return [stem, stem + "s", doubled + "ed", doubled + "ing"] }
    return [word, word + (hissing ? "es" : "s"), word + "ed", word + "ing"]
  }
}
