// Headings and labels after which something other than the article follows.

/// Tells end matter by its first words.
enum EndMatter {
  /// Whether a line opens a box of other stories, a biography or the like.
  static func opens(with line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 70 else { return false }
    let words = words(line)
    return openers.contains { words.starts(with: $0) } || wholes.contains { words == $0 }
  }

  /// Whether a line is a label before a pointer: "Read more: …".
  static func labels(_ line: ArraySlice<UInt8>) -> Bool {
    let words = words(line.prefix(60))
    return labels.contains { words.starts(with: $0) }
  }

  /// Whether a line at the end tells how to reach the writer or who that is.
  static func namesWriter(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 700 else { return false }
    let words = words(line.prefix(80))
    if contacts.contains(where: { words.starts(with: $0) }), line.contains(0x40) { return true }
    return farewells.contains { words.starts(with: $0) }
  }

  private static func words(_ line: ArraySlice<UInt8>) -> [UInt64] {
    let bytes = Array(line)
    return tokens(in: 0..<bytes.count, of: bytes, limit: 12).map(\.hash)
  }

  private static let openers = [
    "about the author", "about the writer", "about the authors", "recommended by", "editors picks",
    "more from", "more on", "related articles", "related stories", "related posts", "related news",
    "related content", "read next", "read more", "you may also like", "you might also like",
    "most read", "most popular", "trending now", "popular posts", "recent posts", "latest news",
    "leave a comment", "leave a reply", "share this", "post navigation", "mehr zum thema",
    "mehr von", "das könnte", "lesen sie auch", "auch interessant", "weitere artikel",
    "weitere themen", "meistgelesene", "meistdiskutierte", "ähnliche artikel", "ähnliche beiträge",
    "empfehlungen", "über den autor", "über die autorin", "schreibe einen kommentar", "kommentare",
    "teilen", "recommended for you", "what to read next", "sign up for", "join the conversation",
    "explore more", "explore further", "more stories", "other stories", "our newsletter",
    "frequently bought", "related links", "related topics", "also read", "editors note",
    "watch now", "top stories", "unsere empfehlungen", "passend dazu", "mehr lesen",
  ].map(phraseHashes)

  private static let wholes = [
    "related", "recommended", "comments", "tags", "share", "advertisement", "newsletter",
    "trending", "references", "up next", "see also", "sources", "quellen", "quellenangaben :",
    "quellenangaben", "anzeige", "werbung", "follow us",
  ].map(phraseHashes)

  private static let labels = [
    "more :", "related :", "read more :", "read also :", "also read :", "read :", "see also :",
    "watch :", "mehr :", "lesen sie auch", "lies auch", "lesetipp", "auch interessant", "read next",
    "mehr zum thema", "more from", "don ’ t miss :", "recommended :", "listen :", "photos :",
    "zum thema :", "weiterlesen :", "further reading :", "related article", "related story",
  ].map(phraseHashes)

  private static let contacts = [
    "contact", "follow", "reach", "email", "write to", "you can reach", "you can contact",
  ].map(phraseHashes)

  private static let farewells = [
    "this entry was posted", "this post was", "this article was originally",
    "this article originally appeared", "this story originally", "der beitrag",
    "dieser beitrag wurde",
    "originally published", "copyright", "this article is republished", "the post",
    "filed under", "posted in", "tagged", "verwendete quellen", "citation :",
    "this document is subject", "thanks for reading",
  ].map(phraseHashes)
}
