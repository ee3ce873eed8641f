import Articles

/// Fills `quotes` and `notSpeech`.
func findQuotes(in text: String, passages: [Passage], into excerpts: inout FoundExcerpts) {}
