// `a` keeps an article that was opened from elsewhere. What was done to it so far is kept with it:
// its place and its marks by what follows here, its corrections by whoever adds it.

import Articles
import Queries

extension AppState {
  /// Why the article that is meant cannot be added; nil where it can.
  var addingProblem: String? {
    if case .failed(let sentence) = library?.status { return sentence }
    guard library != nil else { return "There is no library here." }
    guard keptArticle != nil else { return articleToAdd == nil ? keepingProblem : nil }
    switch keptStatus.shelf {
    case .current, .variant: return "It is in the library already."
    case .archived, .deleted: return nil
    }
  }

  /// The article that is meant, where it is none of the library.
  private var articleToAdd: ArticleID? {
    if focus != .list { return reading?.loaded.article.id }
    return listsLibrary ? nil : list.selectedEntry?.id
  }

  /// Adds the article that is meant, or brings it back to the list.
  mutating func add() -> [Effect] {
    if let id = keptArticle { return move(id, to: .current) }
    return articleToAdd.map { [.add($0)] } ?? []
  }

  /// Takes it that the library keeps an article from now on.
  mutating func accept(_ facts: KeptFacts, of id: ArticleID, _ sentence: String) -> [Effect] {
    notice = Notice(sentence)
    refreshLists()
    let marks = keepMarks(of: id, facts)
    // The list of samples gives way to the library's.
    if library?.status == .empty { return marks + acceptChangeElsewhere() }
    if library?.status == .unknown { library?.status = .open }
    return marks
  }

  /// Gives the library the marks that were set before it kept the article, and that it was read.
  private mutating func keepMarks(of id: ArticleID, _ facts: KeptFacts) -> [Effect] {
    guard let earlier = reading, earlier.loaded.article.id == id else {
      return keepPlace(of: id, facts)
    }
    accept(facts, of: id)
    let known = Set(facts.marks.compactMap(\.name.first))
    let marks = earlier.marks.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
    for (letter, place) in marks { reading?.marks[letter] = place }
    let changes = marks.map { letter, place in
      Effect.change(.mark(facts.id, name: String(letter), position: place.topPosition))
    }
    return changes + markOpened()
  }

  /// Gives the library the place of an article that was read before and is not open now.
  private mutating func keepPlace(of id: ArticleID, _ facts: KeptFacts) -> [Effect] {
    guard let position = positions[id] else { return [] }
    var effects: [Effect] = []
    if position > 0 {
      keptPositions[facts.id] = position
      effects.append(.keepPosition(facts.id, position))
    }
    if !facts.status.isRead {
      setRead(true, of: facts.id)
      effects.append(.change(.setRead(true, .articles([facts.id]))))
    }
    return effects
  }
}
