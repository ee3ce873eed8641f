/// What a word can be in a sentence. A word may be several things: "report" is a document and
/// reports speech.
public struct WordClasses: OptionSet, Hashable, Sendable {
  /// One bit for each class.
  public let rawValue: UInt64

  /// Makes a set from its bits.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  private init(bit: Int) {
    rawValue = 1 << UInt64(bit)
  }

  /// "the", "a", "another".
  public static let determiner = WordClasses(bit: 0)
  /// "his", "their".
  public static let possessive = WordClasses(bit: 1)
  /// "of", "with".
  public static let preposition = WordClasses(bit: 2)
  /// "he", "they", "who": pronouns that can be subjects.
  public static let subjectPronoun = WordClasses(bit: 3)
  /// "him", "them".
  public static let objectPronoun = WordClasses(bit: 4)
  /// "is", "had", "would".
  public static let auxiliary = WordClasses(bit: 5)
  /// A verb that reports speech.
  public static let speechVerb = WordClasses(bit: 6)
  /// Another verb.
  public static let verb = WordClasses(bit: 7)
  /// An adverb.
  public static let adverb = WordClasses(bit: 8)
  /// "and", "but".
  public static let conjunction = WordClasses(bit: 9)
  /// "that", "whether", "if".
  public static let complementiser = WordClasses(bit: 10)
  /// "who", "which".
  public static let relative = WordClasses(bit: 11)
  /// A number in digits or words.
  public static let number = WordClasses(bit: 12)
  /// "Mr.", "Sen.", "President": stands before a name.
  public static let title = WordClasses(bit: 13)
  /// "spokesman", "officials": people by what they do.
  public static let person = WordClasses(bit: 14)
  /// "report", "statement": writings that speak.
  public static let document = WordClasses(bit: 15)
  /// "campaign", "ministry": bodies that speak.
  public static let organisation = WordClasses(bit: 16)
  /// "titled", "so-called", "word": what precedes marked words that nobody says.
  public static let naming = WordClasses(bit: 17)
  /// A month or a day of the week.
  public static let calendar = WordClasses(bit: 18)
  /// A man's given name.
  public static let masculineName = WordClasses(bit: 19)
  /// A woman's given name.
  public static let feminineName = WordClasses(bit: 20)
  /// A point after the word does not end a sentence.
  public static let abbreviation = WordClasses(bit: 21)
  /// Speaks of a man: "he", "spokesman", "Mr.".
  public static let masculine = WordClasses(bit: 22)
  /// Speaks of a woman.
  public static let feminine = WordClasses(bit: 23)
  /// An adjective that often stands before a person: "former", "senior".
  public static let adjective = WordClasses(bit: 24)
  /// "not", "never".
  public static let negation = WordClasses(bit: 25)
  /// "source", "officials", "insider": people whose names are often withheld.
  public static let withheld = WordClasses(bit: 26)
  /// "Jr.", "III": follows a name.
  public static let nameSuffix = WordClasses(bit: 27)
  /// "de", "van", "al": inside a name.
  public static let nameParticle = WordClasses(bit: 28)
  /// More than one: "officials", "they".
  public static let plural = WordClasses(bit: 29)
  /// "today", "week".
  public static let time = WordClasses(bit: 30)
  /// "Council", "Times", "Inc.": ends the name of a body.
  public static let organisationName = WordClasses(bit: 31)
  /// "wife", "brother", "lawyer": a person by relation to another.
  public static let relation = WordClasses(bit: 32)
  /// "film", "song", "book": works that have titles.
  public static let work = WordClasses(bit: 33)

  /// Words that carry grammar rather than meaning: never part of a name or noun.
  public static let grammatical: WordClasses = [
    .determiner, .possessive, .preposition, .subjectPronoun, .objectPronoun, .auxiliary,
    .conjunction, .complementiser, .relative, .negation,
  ]
}
