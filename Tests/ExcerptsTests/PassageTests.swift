import Articles
import Excerpts
import Testing

@Test func verbatimTextIsOnePassage() {
  #expect(Document(verbatim: "Words.").passages == [Passage(TextRange(0, 6), .text)])
  #expect(Document(verbatim: "").passages.isEmpty)
}

@Test func hiddenBlocksHaveNoPassage() {
  let text = "Words.\nRelated: more"
  let document = Document(
    text: text,
    blocks: [
      Block(TextRange(0, 6), role: .body, content: .paragraph([.text(TextRange(0, 6))])),
      Block(TextRange(7, 20), role: .related, content: .paragraph([.text(TextRange(7, 20))])),
    ])
  #expect(document.passages == [Passage(TextRange(0, 6), .text)])
}
