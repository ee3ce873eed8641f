// Adding the article that a reader has open, which came from elsewhere.

internal import Articles
internal import LibraryStore
internal import Queries

extension Library {
  /// Adds one article, with what was corrected in it.
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
    case .known(let id): return (id, "It is in the library already.")
    case .unreadable(let sentence): throw InputProblem(sentence)
    case .ready(let addition, _):
      guard let outcome = try add([addition]).first else { throw InputProblem("Nothing was kept.") }
      if outcome.idOfKnown == nil {
        for correction in corrections { try perform(.correct(outcome.id, correction)) }
      }
      return (outcome.id, outcome.sentence)
    }
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
