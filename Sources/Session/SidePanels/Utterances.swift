public import Excerpts

extension FoundExcerpts {
  /// The quotes as they are listed and counted: the pieces of one utterance together, in the
  /// order of the text.
  public var utterances: [[Quote]] {
    var groups: [[Quote]] = []
    var places: [Int: Int] = [:]
    for quote in quotes {
      if let place = places[quote.utterance] {
        groups[place].append(quote)
      } else {
        places[quote.utterance] = groups.count
        groups.append([quote])
      }
    }
    return groups
  }
}
