import Articles

/// Fills `figures` and `rejectedNumbers`. Runs after the quotes, whose speakers may be sources.
func findFigures(
  in text: String, passages: [Passage], date: PublicationDate?, into excerpts: inout FoundExcerpts
) {}
