// The metadata of a page by vote: JSON-LD, Open Graph and the like, microdata, names of elements,
// the address. Each fact has its own order of witnesses.

import Articles
import Markup

/// What is known about a page besides its text.
struct PageMetadata {
  /// The result.
  private(set) var metadata = Metadata()
  /// What the page said.
  let facts: PageFacts
  /// What JSON-LD said.
  let structured: StructuredArticle
  /// Makes the page's addresses absolute.
  let resolver: AddressResolver
  private let tree: NodeTree
  private let names: PageNames
  private var opening: OpeningLines

  init(_ survey: PageSurvey, address: String?) {
    tree = survey.tree
    names = survey.names
    opening = OpeningLines(around: nil, in: tree)
    facts = PageFacts(survey)
    structured = StructuredArticle(facts.structured)
    let own = AddressResolver(base: address ?? facts.links["canonical"] ?? facts.meta("og:url"))
    let base = facts.baseAddress.map { own.resolve($0) }
    resolver = AddressResolver(
      base: base ?? address ?? facts.links["canonical"] ?? facts.meta("og:url"))
    let canonical = facts.links["canonical"] ?? facts.meta("og:url") ?? structured.address
    metadata.address = canonical.map { own.resolve($0) } ?? address
    metadata.site = site
    metadata.language = language
    metadata.title = title
    opening = OpeningLines(around: headline, in: tree)
    metadata.byline = byline
    metadata.date = date
    metadata.modified = modified
    metadata.image = image
  }

  /// The heading that the title was taken from, or the first of the page.
  private var headline: NodeID? {
    let known = metadata.title.map(TitleVote.letters)
    let headings = facts.headlines + [facts.secondHeadline].compactMap(\.self)
    return headings.first { TitleVote.letters(facts.words(of: $0)) == known } ?? headings.first
  }

  private var site: String? {
    let name = facts.meta("og:site_name", "application-name") ?? structured.publisher
    return name.map { folded(Array(decodedTwice($0).utf8)) } ?? host
  }

  private var host: String? {
    guard let address = metadata.address, let slashes = address.firstIndex(of: "/"),
      address[slashes...].hasPrefix("//")
    else { return nil }
    let host = address[slashes...].dropFirst(2).prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  private var siteNames: [String] {
    var names = [facts.meta("og:site_name"), structured.publisher, facts.meta("application-name")]
      .compactMap(\.self)
    if let host {
      names.append(host)
      let labels = host.split(separator: ".")
      if labels.count >= 2 { names.append(String(labels[labels.count - 2])) }
    }
    return names
  }

  private var language: String? {
    let tag = facts.language ?? facts.meta("og:locale", "content-language", "language")
    guard let tag, (2...12).contains(tag.utf8.count) else { return nil }
    return tag.replacing("_", with: "-")
  }

  private func property(_ name: String) -> [NodeID] {
    facts.properties.filter { $0.name.split(separator: " ").contains(Substring(name)) }.map(\.node)
  }
}

extension PageMetadata {
  /// Whether a heading with the words of the title stands inside an element.
  func hasHeadline(in root: NodeID) -> Bool {
    guard let title = metadata.title.map(TitleVote.letters) else { return false }
    let inside = [Tag.h2, .h3].compactMap { tree.firstElement($0, in: root) }
    for node in facts.headlines + inside
    where TitleVote.letters(facts.words(of: node)) == title {
      var current: NodeID? = node
      while let above = current {
        if above == root { return true }
        current = tree.parent(of: above)
      }
    }
    return false
  }
}

// MARK: - Title

extension PageMetadata {
  private var title: String? {
    var vote = TitleVote(site: siteNames)
    let headlines = property("headline").map { facts.words(of: $0) }
    for words in headlines.prefix(1) { vote.add(words, weight: 2) }
    if let best = bestHeadline { vote.add(best, weight: 3) }
    vote.add(structured.headline, weight: 2, mayHoldSite: true)
    vote.add(facts.meta("og:title"), weight: 2, mayHoldSite: true)
    vote.add(facts.meta("twitter:title"), weight: 1, mayHoldSite: true)
    vote.add(facts.title, weight: 1.5, mayHoldSite: true)
    for name in ["title", "dc.title", "parsely-title", "sailthru.title"] {
      vote.add(facts.meta(name), weight: 0.5, mayHoldSite: true)
    }
    if vote.winner == nil, let second = facts.secondHeadline {
      vote.add(facts.words(of: second), weight: 1)
    }
    return vote.winner
      ?? facts.title.map { folded(Array($0.utf8)) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The headline that shares most words with what the head of the page calls it.
  private var bestHeadline: String? {
    let known = Self.words(
      [facts.title, facts.meta("og:title"), structured.headline].compactMap(\.self)
        .joined(separator: " "))
    let offered = facts.headlines.map { facts.words(of: $0) }.filter { !$0.isEmpty }
    guard !known.isEmpty else { return offered.first }
    let scored = offered.map { line in
      (line, Double(Self.words(line).intersection(known).count))
    }
    guard let most = scored.map(\.1).max(), most > 0 else {
      return offered.count == 1 ? offered.first : nil
    }
    return scored.first { $0.1 == most }?.0
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split(separator: " ").map { TitleVote.letters(String($0)) })
      .subtracting([""])
  }
}

// MARK: - Writers and date

extension PageMetadata {
  private var byline: [String] {
    var short: [String] = []
    var organisations: [String] = []
    for witness in bylineWitnesses {
      let names = witness()
      if names.isFull { return names.wholePeople }
      if short.isEmpty { short = names.people }
      if organisations.isEmpty { organisations = names.organisations }
    }
    return short.isEmpty ? organisations : short
  }

  /// Where the writers may be named, the best witness first.
  private var bylineWitnesses: [() -> AuthorNames] {
    [
      {
        var names = read(structured.people, isCertain: true)
        for name in structured.organisations { names.add(organisation: name) }
        return names
      },
      { read(metas("parsely-author", "sailthru.author", "byl", "author"), isCertain: true) },
      {
        read(
          metas("article:author", "dc.creator", "dcterms.creator", "citation_author"),
          isCertain: true)
      },
      { read(property("author").prefix(4).map(authorWords), isCertain: false) },
      { read(facts.authorLinks.prefix(4).map { facts.words(of: $0) }, isCertain: true) },
      { firstByline },
      { opening.names(site: siteNames) },
      { read(labelledNames, isCertain: true) },
    ]
  }

  /// The names in the first element that is named as a byline and holds any.
  private var firstByline: AuthorNames {
    for node in facts.bylines.prefix(8) {
      let words = facts.words(of: node, limit: 160, isParted: true)
      let isLink = tree.tag(of: node) == .a && words.utf8.count <= 30
      let names = read([words], isCertain: isLink)
      if !names.all.isEmpty { return names }
    }
    return AuthorNames()
  }

  /// What sharing services are told: "Written by" and a name.
  private var labelledNames: [String] {
    for number in 1...2 where facts.meta("twitter:label\(number)")?.lowercased() == "written by" {
      return facts.metas["twitter:data\(number)", default: []]
    }
    return []
  }

  private func metas(_ names: String...) -> [String] {
    for name in names {
      let contents = facts.metas[name, default: []].filter { !$0.contains("://") }
      if !contents.isEmpty { return contents }
    }
    return []
  }

  private func authorWords(_ node: NodeID) -> String {
    var current = tree.node(after: node, in: node)
    while let inner = current {
      if tree.attribute(names.itemprop, of: inner, equals: "name") {
        return tree.string(of: .content, in: inner) ?? facts.words(of: inner)
      }
      current = tree.node(after: inner, in: node)
    }
    return tree.string(of: .content, in: node) ?? facts.words(of: node)
  }

  private func read(_ texts: some Sequence<String>, isCertain: Bool) -> AuthorNames {
    var names = AuthorNames()
    for text in texts { names.add(text, isCertain: isCertain, site: siteNames) }
    return names
  }

  /// The date as data, or else what stands on the page. Data in the time of Greenwich is often a
  /// day off what the page shows its readers.
  private var date: PublicationDate? {
    let shown = opening.date
    if let (date, text) = machineDate {
      if let shown, isUniversal(text), isNeighbour(shown, date) { return shown }
      return date
    }
    if let date = addressDate(metadata.address) ?? shown { return date }
    for node in facts.times {
      if let date = pageDate(machineDate(node)) { return date }
    }
    for node in facts.dates + facts.bylines {
      if let date = pageDate(facts.words(of: node, limit: 120)) { return date }
    }
    return lastChange
  }

  private var machineDate: (PublicationDate, String)? {
    let offered =
      [structured.published] + Self.dateMetas.map { facts.meta($0) }
      + (property("datePublished") + property("dateCreated")).map { machineDate($0) }
    for text in offered {
      if let text, let date = pageDate(text) { return (date, text) }
    }
    return nil
  }

  private func isUniversal(_ text: String) -> Bool {
    text.utf8.count >= 16
      && (text.hasSuffix("Z") || text.hasSuffix("+00:00") || text.hasSuffix("+0000")
        || text.hasSuffix("GMT") || !text.utf8.dropFirst(16).contains { $0 == 0x2B || $0 == 0x2D })
  }

  /// Whether two dates are a day apart.
  private func isNeighbour(_ one: PublicationDate, _ other: PublicationDate) -> Bool {
    abs(one.dayNumber - other.dayNumber) == 1
  }

  /// When the text was last changed; nil where that is the day it was published.
  private var modified: PublicationDate? {
    lastChange == metadata.date ? nil : lastChange
  }

  private var lastChange: PublicationDate? {
    let offered =
      [structured.modified]
      + [
        "article:modified_time", "og:updated_time", "datemodified", "last-modified",
        "dcterms.modified",
      ]
      .map { facts.meta($0) } + property("dateModified").map { machineDate($0) }
    return offered.lazy.compactMap { pageDate($0) }.first
  }

  /// The picture that stands for the page.
  private var image: String? {
    let address =
      facts.meta(
        "og:image:secure_url", "og:image", "og:image:url", "twitter:image",
        "twitter:image:src") ?? structured.image ?? facts.links["image_src"]
    guard let address, !address.isEmpty, !address.hasPrefix("data:") else { return nil }
    return resolver.resolve(address)
  }

  private static let dateMetas = [
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "date",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "citation_date",
    "citation_publication_date", "article.published", "publication_date", "created",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "bt:pubdate", "rnews:datepublished",
  ]

  private func machineDate(_ node: NodeID) -> String {
    tree.string(of: .datetime, in: node) ?? tree.string(of: .content, in: node)
      ?? facts.words(of: node, limit: 120)
  }
}
