/// What a word can be in a sentence. A word may be several things: "report" is a document and
/// reports speech.
@frozen public struct WordClasses: OptionSet, Hashable, Sendable {
  /// One bit for each class.
  public let rawValue: UInt64

  /// Makes a set from its bits.
  @inlinable public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// "the", "a", "another".
  @inlinable public static var determiner: WordClasses { WordClasses(rawValue: 1 << 0) }
  /// "his", "their".
  @inlinable public static var possessive: WordClasses { WordClasses(rawValue: 1 << 1) }
  /// "of", "with".
  @inlinable public static var preposition: WordClasses { WordClasses(rawValue: 1 << 2) }
  /// "he", "they", "who": pronouns that can be subjects.
  @inlinable public static var subjectPronoun: WordClasses { WordClasses(rawValue: 1 << 3) }
  /// "him", "them".
  @inlinable public static var objectPronoun: WordClasses { WordClasses(rawValue: 1 << 4) }
  /// "is", "had", "would".
  @inlinable public static var auxiliary: WordClasses { WordClasses(rawValue: 1 << 5) }
  /// A verb that reports speech.
  @inlinable public static var speechVerb: WordClasses { WordClasses(rawValue: 1 << 6) }
  /// Another verb.
  @inlinable public static var verb: WordClasses { WordClasses(rawValue: 1 << 7) }
  /// An adverb.
  @inlinable public static var adverb: WordClasses { WordClasses(rawValue: 1 << 8) }
  /// "and", "but".
  @inlinable public static var conjunction: WordClasses { WordClasses(rawValue: 1 << 9) }
  /// "that", "whether", "if".
  @inlinable public static var complementiser: WordClasses { WordClasses(rawValue: 1 << 10) }
  /// "who", "which".
  @inlinable public static var relative: WordClasses { WordClasses(rawValue: 1 << 11) }
  /// A number in digits or words.
  @inlinable public static var number: WordClasses { WordClasses(rawValue: 1 << 12) }
  /// "Mr.", "Sen.", "President": stands before a name.
  @inlinable public static var title: WordClasses { WordClasses(rawValue: 1 << 13) }
  /// "spokesman", "officials": people by what they do.
  @inlinable public static var person: WordClasses { WordClasses(rawValue: 1 << 14) }
  /// "report", "statement": writings that speak.
  @inlinable public static var document: WordClasses { WordClasses(rawValue: 1 << 15) }
  /// "campaign", "ministry": bodies that speak.
  @inlinable public static var organisation: WordClasses { WordClasses(rawValue: 1 << 16) }
  /// "titled", "so-called", "word": what precedes marked words that nobody says.
  @inlinable public static var naming: WordClasses { WordClasses(rawValue: 1 << 17) }
  /// A month or a day of the week.
  @inlinable public static var calendar: WordClasses { WordClasses(rawValue: 1 << 18) }
  /// A man's given name.
  @inlinable public static var masculineName: WordClasses { WordClasses(rawValue: 1 << 19) }
  /// A woman's given name.
  @inlinable public static var feminineName: WordClasses { WordClasses(rawValue: 1 << 20) }
  /// A point after the word does not end a sentence.
  @inlinable public static var abbreviation: WordClasses { WordClasses(rawValue: 1 << 21) }
  /// Speaks of a man: "he", "spokesman", "Mr.".
  @inlinable public static var masculine: WordClasses { WordClasses(rawValue: 1 << 22) }
  /// Speaks of a woman.
  @inlinable public static var feminine: WordClasses { WordClasses(rawValue: 1 << 23) }
  /// An adjective that often stands before a person: "former", "senior".
  @inlinable public static var adjective: WordClasses { WordClasses(rawValue: 1 << 24) }
  /// "not", "never".
  @inlinable public static var negation: WordClasses { WordClasses(rawValue: 1 << 25) }
  /// "source", "officials", "insider": people whose names are often withheld.
  @inlinable public static var withheld: WordClasses { WordClasses(rawValue: 1 << 26) }
  /// "Jr.", "III": follows a name.
  @inlinable public static var nameSuffix: WordClasses { WordClasses(rawValue: 1 << 27) }
  /// "de", "van", "al": inside a name.
  @inlinable public static var nameParticle: WordClasses { WordClasses(rawValue: 1 << 28) }
  /// More than one: "officials", "they".
  @inlinable public static var plural: WordClasses { WordClasses(rawValue: 1 << 29) }
  /// "today", "week".
  @inlinable public static var time: WordClasses { WordClasses(rawValue: 1 << 30) }
  /// "Council", "Times", "Inc.": ends the name of a body.
  @inlinable public static var organisationName: WordClasses { WordClasses(rawValue: 1 << 31) }
  /// "wife", "brother", "lawyer": a person by relation to another.
  @inlinable public static var relation: WordClasses { WordClasses(rawValue: 1 << 32) }
  /// "film", "song", "book": works that have titles.
  @inlinable public static var work: WordClasses { WordClasses(rawValue: 1 << 33) }
  /// "I", "we", "you": words of somebody who speaks.
  @inlinable public static var firstPerson: WordClasses { WordClasses(rawValue: 1 << 34) }

  /// Words that carry grammar rather than meaning: never part of a name or noun.
  @inlinable public static var grammatical: WordClasses {
    [
      .determiner, .possessive, .preposition, .subjectPronoun, .objectPronoun, .auxiliary,
      .conjunction, .complementiser, .relative, .negation,
    ]
  }
}
