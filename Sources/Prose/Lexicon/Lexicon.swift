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
      for word in Self.words(in: words) { add(word, classes) }
    }
    for base in Self.words(in: speechVerbBases) { addForms(of: base, .speechVerb) }
    for base in Self.words(in: otherVerbBases) { addForms(of: base, .verb) }
  }

  /// The bytes of each word of a list. This runs at each start of the program, so that looking at
  /// characters would be felt.
  private static func words(in list: String) -> [ArraySlice<UInt8>] {
    Array(list.utf8).split { $0 <= 0x20 }
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

  private mutating func add(_ word: ArraySlice<UInt8>, _ classes: WordClasses) {
    add(Self.hash(of: word), classes)
  }

  private mutating func add(_ hash: UInt32, _ classes: WordClasses) {
    var slot = Int(hash) & (Self.slotCount - 1)
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (Self.slotCount - 1) }
    keys[slot] = hash
    values[slot].formUnion(classes)
  }

  private static func hash(
    of bytes: some Sequence<UInt8>, after hash: UInt32 = WordHash.seed
  ) -> UInt32 {
    bytes.reduce(hash) { WordHash.adding($1, to: $0) }
  }

  /// Adds the base, its -s, -ed and -ing forms by the rules of spelling.
  private mutating func addForms(of base: ArraySlice<UInt8>, _ classes: WordClasses) {
    func add(_ stem: ArraySlice<UInt8>, _ endings: String...) {
      let hash = Self.hash(of: stem)
      for ending in endings { self.add(Self.hash(of: ending.utf8, after: hash), classes) }
    }
    guard let last = base.last else { return }
    let stem = base.dropLast()
    switch last {
    case UInt8(ascii: "*"):
      add(stem, "", "s")
      add(stem + stem.suffix(1), "ed", "ing")
    case UInt8(ascii: "e"):
      add(base, "", "s", "d")
      add(stem, "ing")
    case UInt8(ascii: "y") where !Self.endsInVowel(stem):
      add(base, "", "ing")
      add(stem, "ies", "ied")
    default:
      add(base, "", Self.hisses(base) ? "es" : "s", "ed", "ing")
    }
  }

  private static func endsInVowel(_ word: ArraySlice<UInt8>) -> Bool {
    word.last.map { Array("aeiou".utf8).contains($0) } ?? true
  }

  /// Whether a word ends so that its plural is in "-es".
  private static func hisses(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): true
    case UInt8(ascii: "h"):
      word.dropLast().last == UInt8(ascii: "c") || word.dropLast().last == UInt8(ascii: "s")
    default: false
    }
  }
}
