/// The fields that a query can name, by the word before the colon.
public enum QueryField: String, Hashable, Sendable, CaseIterable {
  /// Words of the headline, the authors, the source; a source by its name; a tag; a collection; a
  /// language.
  case title, author, source, from, tag, `in`, lang
  /// A state; something held; dates.
  case `is`, has, before, after, date
  /// Who said it; what was said; a value; a unit or what is counted.
  case speaker, says, figure, unit

  /// One line for help, with an example.
  public var summary: String {
    switch self {
    case .title: "title:harbour  words of the headline"
    case .author: "author:almquist  words of the authors' names"
    case .source: "source:courier  words of the source's name"
    case .from: "from:\"the courier\"  a source by its whole name"
    case .tag: "tag:transport  a tag"
    case .in: "in:\"to read\"  a collection"
    case .lang: "lang:en  a language"
    case .is: "is:unread  also read, starred, archived, deleted"
    case .has: "has:quote  also figure, excerpt, mark, tag, collection, correction"
    case .before: "before:2026-04  before the first day of a date"
    case .after: "after:2w  on a day or later; 2w is two weeks ago"
    case .date: "date:2026-04  within a day, month or year"
    case .speaker: "speaker:harrow  who is quoted"
    case .says: "says:\"no evidence\"  what is quoted; beside speaker: the same quote"
    case .figure: "figure:>1e6  a value; also 4.8m, ~5bn, <=5%, 3..5"
    case .unit: "unit:refugees  what is counted; beside figure: the same figure"
    }
  }

  /// Reads a name or a common other word for it.
  init?(name: String) {
    switch name {
    case "by": self = .author
    case "site": self = .source
    case "language": self = .lang
    case "said": self = .says
    default: self.init(rawValue: name)
    }
  }
}
