import Articles
import Excerpts
import LibraryStore
import Queries
import Testing

@Test func anArticleComesBackAsItWasAdded() throws {
  let library = try emptyLibrary()
  let addition = ferries.addition
  _ = try library.add([PreparedAddition(addition)])
  let read = try library.article(library.first)
  #expect(read.article == Article(id: read.article.id, parsed: addition.parsed))
  #expect(read.excerpts == addition.excerpts)
  #expect(!addition.excerpts.quotes.isEmpty && !addition.excerpts.figures.isEmpty)
  #expect(read.status == ReadingStatus())
  #expect(read.tags == ["transport"])
  let original = try library.original(of: read.article.id)
  #expect(original.bytes == addition.original)
  #expect(original.format == "text")
  #expect(original.origin == addition.origin)
}

@Test func hiddenWordsAreKeptAndNotFound() throws {
  let library = try sampleLibrary()
  #expect(try library.titles("zebra") == [])
  let id = try #require(
    try library.page(of: Listing(try Query("estuary")), count: 1).rows.first?.id)
  #expect(try library.article(id).article.document.text.contains("zebra stories"))
}

@Test func theSameContentIsKeptOnce() throws {
  let library = try emptyLibrary()
  let first = try library.add(ferries)
  let id = try library.first
  #expect(first == [.added(id)])
  #expect(try library.add(ferries) == [.known(id)])
  let otherBytes = ferries.with { $0.original = "the same words in other markup" }
  #expect(try library.add(otherBytes) == [.known(id)])
  #expect(try library.article(readFrom: Array("the same words in other markup".utf8)) == id)
  #expect(try library.article(readFrom: Array("never seen".utf8)) == nil)
  #expect(try library.add(trams, trams).count == 2)
  #expect(try library.titles().count == 2)
}

@Test func shortTextsOfDifferentSourcesAreNotTheSame() throws {
  let library = try emptyLibrary()
  for words in [[], ["Sign in to read on."]] {
    let one = TestArticle(nil).with {
      $0.paragraphs = words
      $0.original = "one \(words)"
    }
    let two = one.with { $0.original = "another \(words)" }
    let outcomes = try library.add(one, two)
    #expect(outcomes.allSatisfy { if case .added = $0 { true } else { false } }, "\(outcomes)")
    #expect(try library.add(one).allSatisfy { if case .known = $0 { true } else { false } })
  }
  #expect(try library.titles().count == 4)
}

@Test func aNewerVersionReplacesContentAndKeepsEverythingElse() throws {
  let library = try emptyLibrary()
  try library.add(ferries)
  let id = try library.first
  let text = try library.article(id).article.document.text
  func anchor(_ words: String) throws -> TextAnchor {
    let place = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    return TextAnchor(TextRange(start, start + words.utf8.count), in: text)
  }
  try library.perform(.setRead(true, .articles([id])))
  try library.perform(.setStarred(true, .articles([id])))
  try library.perform(
    .saveExcerpt(SavedExcerpt(article: id, kind: .quote, anchor: anchor("I never quite gave up."))))
  try library.perform(
    .saveExcerpt(SavedExcerpt(article: id, kind: .figure, anchor: anchor("about €4,200"))))
  let place = try anchor("More than").range.lowerBound
  try library.setPosition(place, of: id)
  try library.perform(.mark(id, name: "a", position: place))

  let newer = ferries.with {
    $0.paragraphs = [
      "Correction: an earlier version was wrong. " + $0.paragraphs[0],
      $0.paragraphs[1].replacing("about €4,200", with: "far less"),
    ]
    $0.address = "https://www.courier.example/ferries/#top"
  }
  #expect(try library.add(newer) == [.updated(id, detachedExcerpts: 1)])
  let read = try library.article(id)
  #expect(read.article.document == newer.parsed.document)
  #expect(read.status.isRead && read.status.isStarred)
  #expect(read.tags == ["transport"])
  let moved = read.article.document.text
  #expect(moved.utf8.count > text.utf8.count)
  let marked = try #require(read.marks.first)
  #expect(moved.slice(TextRange(marked.position, marked.position + 9)) == "More than")
  #expect(read.status.position == marked.position)
  let saved = read.savedExcerpts
  #expect(saved.map(\.isDetached) == [false, true] || saved.map(\.isDetached) == [true, false])
  let kept = try #require(saved.first { !$0.isDetached })
  #expect(moved.slice(kept.anchor.range) == "I never quite gave up.")
  #expect(try library.titles("correction") == ["Night ferries return to Selmouth"])
  #expect(try library.check().problems == [])
  // The old version comes again, and the excerpt finds its words again.
  #expect(try library.add(ferries) == [.known(id)])
}

@Test func anAddressAloneMakesNoVersion() throws {
  let library = try emptyLibrary()
  let address = "https://courier.example/news"
  try library.add(
    ferries.with { $0.address = address }, trams.with { $0.address = address },
    orchard.with { $0.address = "https://courier.example/" })
  #expect(try library.titles().count == 3)
}

@Test func nearlyTheSameArticleIsAVariant() throws {
  let library = try emptyLibrary()
  let long = (0..<30).map { "Sentence \($0) tells of the estuary and of people at its \($0 * 7)." }
  let one = TestArticle("A long story of the estuary", long.joined(separator: " "))
  let two = one.with {
    $0.title = "A long story of the estuary | Northfold Review"
    $0.paragraphs[0] += " (Agency)"
    $0.site = "Northfold Review"
  }
  let other = one.with { $0.paragraphs = ["Something else entirely, of three trams and a dog."] }
  let outcomes = try library.add(one, two, other)
  guard case .added(let main) = outcomes[0], case .variant(let variant, let of) = outcomes[1] else {
    Issue.record("\(outcomes)")
    return
  }
  #expect(main == of)
  #expect(try library.titles().count == 2)
  let row = try #require(
    try library.page(of: Listing(), count: 9).rows.first { $0.id == main })
  #expect(row.variantCount == 1)
  #expect(try library.article(main).variants.map(\.id) == [variant])
  #expect(try library.article(variant).variants.map(\.id) == [main])
  // A variant that is open can be read, starred and tagged, and stays a variant.
  #expect(try library.perform(.setRead(true, .articles([variant]))) == "Read: 1 article")
  #expect(try library.perform(.setStarred(true, .articles([variant]))) == "Starred: 1 article")
  #expect(try library.perform(.move(.articles([variant]), to: .archived)) == nil)
  #expect(try library.article(variant).status.shelf == .variant)
  #expect(try library.check().problems == [])
  // The variant takes the place of a main version that is purged.
  try library.perform(.move(.articles([main]), to: .deleted))
  #expect(try library.compact() == 1)
  #expect(try library.page(of: Listing(), count: 9).rows.map(\.id).contains(variant))
  #expect(try library.check().problems == [])
}

@Test func theBinTakesNothingThatIsNew() throws {
  let library = try emptyLibrary()
  let long = (0..<30).map { "Sentence \($0) tells of the estuary and of people at its \($0 * 7)." }
  let one = TestArticle("A long story of the estuary", long.joined(separator: " ")).with {
    $0.address = "https://courier.example/estuary"
  }
  func variant(_ site: String) -> TestArticle {
    one.with {
      $0.paragraphs[0] += " (\(site))"
      $0.site = site
      $0.address = nil
    }
  }
  let outcomes = try library.add(one, variant("Agency"))
  guard case .added(let main) = outcomes[0], case .variant(let hidden, _) = outcomes[1] else {
    Issue.record("\(outcomes)")
    return
  }
  #expect(try library.deleted(among: [main, hidden]) == [:])
  try library.perform(.move(.articles([main]), to: .deleted))
  // What is there already stays where it is, as does a newer version of it.
  let newer = one.with { $0.paragraphs[0] += " Corrected." }
  #expect(try library.add(one) == [.known(main)])
  #expect(try library.add(newer) == [.updated(main, detachedExcerpts: 0)])
  #expect(try library.titles() == [])
  #expect(
    try library.deleted(among: [main, hidden, ArticleID("#999")]) == [main: main, hidden: main])
  // The same story from elsewhere is new, and later ones are variants of what is seen.
  let other = try library.add(variant("Northfold Review"))
  guard case .added(let seen) = other[0] else {
    Issue.record("\(other)")
    return
  }
  #expect(try library.titles().count == 1)
  let last = try library.add(variant("Morrow"))
  guard case .variant(_, of: seen) = last[0] else {
    Issue.record("\(last)")
    return
  }
  #expect(try library.check().problems == [])
  // A copy of the library has the same in its bin.
  let copy = try emptyLibrary()
  try copy.importLines(library.dump().split(separator: "\n").map { Array($0.utf8) })
  #expect(try copy.dump() == library.dump())
}

@Test func anInterruptedBatchLeavesNothing() throws {
  let library = try emptyLibrary()
  let interruption = Interruption()
  interruption.interrupt()
  #expect(throws: LibraryError(.interrupted, "Interrupted.")) {
    try library.add([PreparedAddition(ferries.addition)], interruption: interruption)
  }
  #expect(try library.titles() == [])
  #expect(try library.check().problems == [])
}

@Test func oddTextsAreKept() throws {
  let library = try emptyLibrary()
  let odd = [
    TestArticle("Nul", "a\u{0}b after"), TestArticle("Empty"), TestArticle("Marks", "\u{1}x\u{2}y"),
    TestArticle("Scripts", "καλημέρα κόσμε, 東京 🙂 e\u{301}"), TestArticle("", "No title words."),
  ]
  for article in odd {
    let outcome = try library.add(article)
    guard case .added(let id) = outcome[0] else {
      Issue.record("\(outcome)")
      continue
    }
    let read = try library.article(id)
    #expect(read.article.document == article.parsed.document)
  }
  #expect(try library.titles("after") == ["Nul"])
  #expect(try library.titles("ΚΌΣΜΕ") == ["Scripts"])
  #expect(try library.check().problems == [])
}
