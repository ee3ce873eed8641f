internal import AppRuntime
internal import ArgumentParser

struct Mark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Mark articles of the library as read, star them, put them away, tag them.",
    discussion: """
      Which articles: a query as for search, or numbers as '#12 #14'. “pullquote library undo” takes \
      it back.
      """)

  @Flag(help: "Mark as read.") var read = false
  @Flag(help: "Mark as unread.") var unread = false
  @Flag(help: "Star.") var star = false
  @Flag(help: "Take the star away.") var unstar = false
  @Flag(help: "Put away: found by searches, not in the list.") var archive = false
  @Flag(help: "Put into the bin.") var delete = false
  @Flag(help: "Put back into the list.") var restore = false
  @Option(help: ArgumentHelp("Give a tag.", valueName: "name")) var tag: String?
  @Option(help: ArgumentHelp("Take a tag away.", valueName: "name")) var untag: String?
  @Option(help: ArgumentHelp("Add to a collection.", valueName: "name")) var collect: String?
  @Option(help: ArgumentHelp("Take out of a collection.", valueName: "name"))
  var uncollect: String?
  @OptionGroup var library: LibraryOption
  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("Which articles.", valueName: "query|#number"))
  var query: [String] = []

  /// All that was asked for.
  private var markings: [ArticleMarking] {
    let flags: [(Bool, ArticleMarking)] = [
      (read, .read(true)), (unread, .read(false)), (star, .starred(true)),
      (unstar, .starred(false)), (archive, .archived), (delete, .deleted), (restore, .restored),
    ]
    let lists = [
      tag.map(ArticleMarking.tag), untag.map(ArticleMarking.untag),
      collect.map(ArticleMarking.collect), uncollect.map(ArticleMarking.uncollect),
    ]
    return flags.filter(\.0).map(\.1) + lists.compactMap(\.self)
  }

  func validate() throws {
    guard markings.count == 1 else {
      throw ValidationError("Say one thing to do, as --read or --tag NAME.")
    }
    guard !query.isEmpty else { throw ValidationError("Say which articles.") }
    try query.refuseOptions()
  }

  func run() throws {
    for marking in markings {
      try finish(
        markArticles(marking, query.joined(separator: " "), library: library.file))
    }
  }
}
