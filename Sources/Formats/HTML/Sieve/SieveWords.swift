// The words and marks that tell what a block of a page is about when it is not the article: sign-up
// boxes, writers' lives, pictures, other stories. In the languages most pages are written in.

/// Counts telling words in the opening of a block.
struct SieveWords {
  /// How many words of each group stand in the block.
  private(set) var counts = Array(repeating: 0, count: groups.count)
  /// The marks it holds.
  private(set) var marks: [Int] = []

  private static let readBytes = 420

  init(_ range: Range<Int>, in bytes: [UInt8]) {
    let end = min(range.upperBound, range.lowerBound + Self.readBytes)
    var scanner = TokenScanner(bytes: bytes, index: range.lowerBound, end: end)
    var first: Token?
    var second: Token?
    while let token = scanner.next() {
      if first == nil { first = token } else if second == nil { second = token }
      guard Self.words.contains(token.hash) else { continue }
      for group in Self.groupsByWord[token.hash, default: []] { counts[group] += 1 }
    }
    readMarks(range.lowerBound..<end, bytes, first, second)
  }

  private mutating func readMarks(
    _ range: Range<Int>, _ bytes: [UInt8], _ first: Token?, _ second: Token?
  ) {
    let span = bytes.span
    var digits = 0
    var bars = 0
    var found: UInt32 = 0
    for index in range {
      switch span[index] {
      case 0x30...0x39: digits += 1
      case 0x7C: bars += 1
      case 0x40: found |= 1
      case 0xA9 where index > range.lowerBound && span[index - 1] == 0xC2: found |= 2
      case 0x3A
      where index + 2 < range.upperBound && span[index + 1] == 0x2F
        && span[index + 2] == 0x2F:
        found |= 4
      default: break
      }
    }
    if bars > 0 { found |= bars > 1 ? 16 : 8 }
    if digits * 4 > range.count { found |= 32 }
    if digits == 0 { found |= 64 }
    if let first {
      let byte = span[first.range.lowerBound]
      if byte == 0x28 { found |= 128 }
      if first.isMark { found |= 256 }
      if byte &- 0x61 < 26 { found |= 512 }
      if let second, span[second.range.lowerBound] == 0x3A { found |= 1024 }
      if Self.words.contains(first.hash) {
        for group in Self.groupsByWord[first.hash, default: []] where group < 10 {
          found |= 1 << (12 + UInt32(group))
        }
      }
    } else {
      found |= 2048
    }
    for bit in 0..<24 where found >> bit & 1 == 1 { marks.append(bit) }
  }

  private static let words = WordSet(groupsByWord.keys)

  private static let groupsByWord: [UInt64: [Int]] = {
    var table: [UInt64: [Int]] = [:]
    for (number, group) in groups.enumerated() {
      for word in group.split(separator: " ") {
        for hash in phraseHashes(String(word)) { table[hash, default: []].append(number) }
      }
    }
    return table
  }()

  /// Words by what they give away.
  static let groups = [
    // Sign-up boxes and appeals.
    """
    newsletter newsletters subscribe subscriber subscribers subscription signup inbox unsubscribe \
    abonnieren abonnement abo anmelden abonnenten donate donation donations contribution support \
    membership member spenden spende unterstützen unterstütze free trial offer kostenlos suscríbete
    """,
    // What to do on the page.
    """
    click tap download share follow like tweet print email watch listen play sign log login join \
    register registrieren klicken klick teilen folgen jetzt drucken menu search skip close upvote \
    submit contact kontakt
    """,
    // Other stories.
    """
    related read more also next see previous trending popular recommended latest stories articles \
    posts mehr auch lesen weitere weiterlesen thema themen artikel beiträge ähnliche lesetipp \
    leer más también
    """,
    // Writers.
    """
    author reporter writer editor journalist correspondent columnist writes wrote covers reporting \
    contributor freelance autor autorin redakteur redakteurin redaktion schreibt journalistin \
    professor lives based joined award book books university previously graduate
    """,
    // Pictures.
    """
    photo photos photograph photographer image images picture pictured getty reuters ap afp credit \
    courtesy screenshot foto fotos bild bilder dpa illustration video gallery shutterstock istock \
    imago unsplash quelle left right file via
    """,
    // Law and shops.
    """
    copyright rights reserved terms privacy policy cookie cookies agb datenschutz impressum \
    disclaimer advertisement anzeige werbung sponsored affiliate commission commissions prices price \
    purchase buy earn links partner kaufen preis shop warenkorb
    """,
    // Dates and readings.
    """
    updated published posted pm am min minutes minute edt est et gmt uhr veröffentlicht \
    aktualisiert january february march april june july august september october november december \
    januar februar märz mai juni juli oktober dezember monday tuesday wednesday thursday friday \
    saturday sunday
    """,
    // Answers of readers.
    """
    comment comments reply replies kommentar kommentare antworten permalink likes views votes \
    ago posts joined registered user users member guest
    """,
    // Notes on the text.
    """
    editors note correction update story article originally appeared version post contributed \
    report republished translated source sources references quellen footnotes tags tagged filed \
    category categories kategorie schlagworte topics
    """,
    // Networks.
    """
    facebook twitter instagram linkedin youtube pinterest whatsapp tiktok telegram rss podcast \
    spotify apple app x reddit mastodon
    """,
    // Telling.
    """
    said says told according asked added he she they was were had but because sagte sagt nach er \
    sie war waren hatte aber weil which that who dass wurde wird
    """,
    // Speaking to the reader.
    """
    you your we our us i my me sie ihr ihre wir uns unser unsere ich du dein
    """,
  ]
}
