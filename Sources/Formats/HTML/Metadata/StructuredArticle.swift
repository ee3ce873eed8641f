// What JSON-LD says about the article: the first object whose type is an article's, wherever it
// stands in the data.

/// The article as JSON-LD describes it.
struct StructuredArticle {
  /// The headline.
  private(set) var headline: String?
  /// People who wrote it, as written.
  private(set) var people: [String] = []
  /// Organisations that wrote it.
  private(set) var organisations: [String] = []
  private(set) var published: String?
  private(set) var modified: String?
  /// The address of its picture.
  private(set) var image: String?
  private(set) var publisher: String?
  /// The whole text, where the page gives it.
  private(set) var body: String?
  private(set) var address: String?
  private(set) var isPaid = false

  private static let types = [
    "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle",
    "OpinionNewsArticle", "LiveBlogPosting", "ScholarlyArticle", "TechArticle", "Review",
    "SocialMediaPosting", "DiscussionForumPosting", "Recipe", "AdvertiserContentArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "SatiricalArticle", "Report", "HowTo", "WebPage",
    "VideoObject", "Product",
  ]

  init(_ trees: [JSONTree]) {
    var best = Self.types.count
    var chosen: (JSONTree, Int)?
    for tree in trees {
      for value in tree.values.indices where tree.values[value].kind == .object {
        guard let rank = Self.rank(of: value, in: tree), rank < best else { continue }
        best = rank
        chosen = (tree, value)
      }
    }
    if let (tree, value) = chosen { read(value, tree) }
  }

  /// Lower is better: what the page is about comes before what it merely is.
  private static func rank(of value: Int, in tree: JSONTree) -> Int? {
    guard let type = tree.member("@type", of: value) else { return nil }
    let names =
      tree.values[type].kind == .array
      ? tree.children(of: type).map { tree.values[$0].text } : [tree.values[type].text]
    return names.compactMap { types.firstIndex(of: $0) }.min().map { $0 < 19 ? 0 : $0 }
  }

  private mutating func read(_ value: Int, _ tree: JSONTree) {
    headline = tree.string("headline", of: value) ?? tree.string("name", of: value)
    published = tree.string("datePublished", of: value) ?? tree.string("dateCreated", of: value)
    modified = tree.string("dateModified", of: value)
    image = tree.member("image", of: value).flatMap { Self.address($0, tree) }
    body = tree.string("articleBody", of: value)
    address = tree.string("url", of: value)
    isPaid = Self.isFalse("isAccessibleForFree", of: value, in: tree)
    for key in ["author", "creator"] where people.isEmpty && organisations.isEmpty {
      if let author = tree.member(key, of: value) { readAuthors(author, tree) }
    }
    if let owner = tree.member("publisher", of: value) {
      publisher = tree.string("name", of: owner)
    }
  }

  /// The address of a picture: itself, an object's "url", or the first of several.
  private static func address(_ value: Int, _ tree: JSONTree) -> String? {
    switch tree.values[value].kind {
    case .string: tree.values[value].text
    case .object: tree.string("url", of: value)
    case .array:
      tree.children(of: value).first.flatMap { first in
        tree.values[first].kind == .object
          ? tree.string("url", of: first)
          : tree.values[first].kind == .string ? tree.values[first].text : nil
      }
    default: nil
    }
  }

  private static func isFalse(_ key: String, of value: Int, in tree: JSONTree) -> Bool {
    guard let member = tree.member(key, of: value) else { return false }
    return tree.values[member].text.lowercased() == "false"
  }

  private mutating func readAuthors(_ value: Int, _ tree: JSONTree) {
    switch tree.values[value].kind {
    case .array: for child in tree.children(of: value).prefix(20) { readAuthor(child, tree) }
    default: readAuthor(value, tree)
    }
  }

  private mutating func readAuthor(_ value: Int, _ tree: JSONTree) {
    switch tree.values[value].kind {
    case .string: people.append(tree.values[value].text)
    case .object:
      let type = tree.string("@type", of: value) ?? referenced(value, tree, "@type")
      var given: [String] = []
      if let name = tree.member("name", of: value) {
        given =
          tree.values[name].kind == .array
          ? tree.children(of: name).prefix(AuthorNames.most).map { tree.values[$0].text }
          : [tree.values[name].text]
      } else if let name = referenced(value, tree, "name") {
        given = [name]
      }
      if type == "Organization" || type == "NewsMediaOrganization" {
        organisations += given
      } else {
        people += given
      }
    default: break
    }
  }

  /// A member of the object that this one names by "@id".
  private func referenced(_ value: Int, _ tree: JSONTree, _ key: String) -> String? {
    guard let id = tree.string("@id", of: value) else { return nil }
    for other in tree.values.indices
    where other != value && tree.values[other].kind == .object {
      if tree.string("@id", of: other) == id, let found = tree.string(key, of: other) {
        return found
      }
    }
    return nil
  }
}
