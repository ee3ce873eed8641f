import Articles
import Excerpts
import Testing

/// Headlines name what an article is about, which is seldom who is quoted.
@Test func aHeadlineTakesTheSpeakerOfItsWordsInTheBody() {
  let text = """
    Ferry halts off Tarn Head with ‘nine goats and a harp’ aboard

    The Tarn ferry stopped a mile from the quay on Monday.

    “We had nine goats and a harp on the car deck,” said Oda Brenn, the mate.
    """
  let quotes = findExcerpts(in: Document(verbatim: text)).quotes
  #expect(quotes.map(\.kind) == [.headline, .direct])
  #expect(quotes.map { $0.speaker?.name } == ["Oda Brenn", "Oda Brenn"])
}

@Test func aHeadlineWithAVerbOfSpeechKeepsItsSpeaker() {
  let text = """
    Oda Brenn denies ‘nine goats’ were aboard ferry

    The Tarn ferry stopped a mile from the quay on Monday.

    “We saw nine goats on the car deck,” said Per Lunde, a passenger.
    """
  let quotes = findExcerpts(in: Document(verbatim: text)).quotes
  #expect(quotes.first?.speaker?.name == "Oda Brenn")
}
