// Adding the article that a reader has open, which came from elsewhere.

internal import Articles
internal import LibraryStore
internal import Queries

extension Library {
  /// Adds one article, with what was corrected in it, or brings it back to the list where it was put
  /// away: whoever adds it wants to see it there.
  ///
  /// - Parameters:
  ///   - input: where it is.
  ///   - corrections: what was corrected; left out where the library has the article already.
  /// - Returns: the article in the library, and what became of it in a sentence.
  /// - Throws: `InputProblem` where it cannot be read, `LibraryError` where it cannot be kept.
  func add(
    _ input: AddingInput, corrections: [Correction]
  ) throws -> (id: ArticleID, sentence: String) {
    switch try Preparing(library: self, tags: []).prepare(input) {
    case .known(let id): return (id, try bringBack(id) ?? AddingOutcome.known(id).sentence)
    case .unreadable(let sentence): throw InputProblem(sentence)
    case .ready(let addition, _):
      guard let outcome = try add([addition]).first else { throw InputProblem("Nothing was kept.") }
      guard let known = outcome.idOfKnown else {
        for correction in corrections { try perform(.correct(outcome.id, correction)) }
        return (outcome.id, outcome.sentence)
      }
      let back = try bringBack(known)
      if case .known = outcome, let back { return (known, back) }
      return (known, (back.map { $0 + " " } ?? "") + outcome.sentence)
    }
  }

  /// Brings an article back to the list, or its main version; says so, or nil where it is there.
  private func bringBack(_ id: ArticleID) throws(LibraryError) -> String? {
    if let main = try deleted(among: [id])[id] {
      try perform(.move(.articles([main]), to: .current))
      return "Brought back from the bin."
    }
    guard try article(id).status.shelf == .archived else { return nil }
    try perform(.move(.articles([id]), to: .current))
    return "Brought back from the archive."
  }
}

extension AddingOutcome {
  fileprivate var id: ArticleID {
    switch self {
    case .added(let id), .known(let id), .updated(let id, _), .variant(let id, _): id
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .added: "Kept in the library."
    case .known: "It is in the library already."
    case .updated(_, 0): "The library has this newer version now."
    case .updated(_, let count):
      "The library has this newer version now; \(counted(count, "saved excerpt")) lost the words."
    case .variant: "Kept in the library, as a variant of an article that says nearly the same."
    }
  }
}
