public import Articles

/// The minutes that reading takes, at 230 words a minute; at least 1.
///
/// Words are what white space parts in headings, summaries and the body.
public func readingMinutes(of document: Document) -> Int {
  let bytes = document.text.utf8.span
  var words = 0
  for block in document.blocks where block.role.isRead {
    let range = document.text.clamped(block.range)
    var isInside = false
    for offset in range.bounds {
      let byte = bytes[offset]
      let isWhite = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isWhite, !isInside { words += 1 }
      isInside = !isWhite
    }
  }
  return readingMinutes(ofWords: words)
}

/// The minutes that so many words take to read; at least 1.
public func readingMinutes(ofWords words: Int) -> Int { max(1, (words + 115) / 230) }

extension BlockRole {
  fileprivate var isRead: Bool {
    switch self {
    case .summary, .heading, .body: true
    case .title, .byline, .date, .caption, .credit: false
    case .related, .promo, .error, .legal, .origin: false
    }
  }
}
