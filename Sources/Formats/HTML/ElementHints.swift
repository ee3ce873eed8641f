// What the class and id of an element say about its purpose. Names are read as words, so that
// "post-related", "postRelated" and "post_related" say the same. One pass over the bytes of both
// attributes, one look-up for each word and each pair of words.

/// The purposes that names give away; an element may have several.
struct ElementHints: OptionSet, Hashable {
  let rawValue: UInt64

  static let related = ElementHints(rawValue: 1 << 0)
  static let promo = ElementHints(rawValue: 1 << 1)
  static let share = ElementHints(rawValue: 1 << 2)
  static let comments = ElementHints(rawValue: 1 << 3)
  static let navigation = ElementHints(rawValue: 1 << 4)
  static let footer = ElementHints(rawValue: 1 << 5)
  static let sidebar = ElementHints(rawValue: 1 << 6)
  static let consent = ElementHints(rawValue: 1 << 7)
  static let tags = ElementHints(rawValue: 1 << 8)
  static let byline = ElementHints(rawValue: 1 << 9)
  static let date = ElementHints(rawValue: 1 << 10)
  static let biography = ElementHints(rawValue: 1 << 11)
  static let caption = ElementHints(rawValue: 1 << 12)
  static let credit = ElementHints(rawValue: 1 << 13)
  static let unseen = ElementHints(rawValue: 1 << 14)
  static let body = ElementHints(rawValue: 1 << 15)
  static let advertisement = ElementHints(rawValue: 1 << 16)
  static let pullQuote = ElementHints(rawValue: 1 << 17)
  static let paywall = ElementHints(rawValue: 1 << 18)
  static let standfirst = ElementHints(rawValue: 1 << 19)
  static let contents = ElementHints(rawValue: 1 << 20)
  static let headline = ElementHints(rawValue: 1 << 21)
  static let embed = ElementHints(rawValue: 1 << 22)
  // Those below say too little alone; the sieve weighs them.
  static let hidden = ElementHints(rawValue: 1 << 23)
  static let premium = ElementHints(rawValue: 1 << 24)
  static let appeal = ElementHints(rawValue: 1 << 25)
  static let box = ElementHints(rawValue: 1 << 26)
  static let media = ElementHints(rawValue: 1 << 27)
  static let teaser = ElementHints(rawValue: 1 << 28)
  static let meta = ElementHints(rawValue: 1 << 29)
  static let header = ElementHints(rawValue: 1 << 30)
  static let note = ElementHints(rawValue: 1 << 31)
  static let button = ElementHints(rawValue: 1 << 32)
  static let commerce = ElementHints(rawValue: 1 << 33)
  static let person = ElementHints(rawValue: 1 << 34)
  static let ending = ElementHints(rawValue: 1 << 35)
  static let topic = ElementHints(rawValue: 1 << 36)
  static let post = ElementHints(rawValue: 1 << 37)
  static let quiet = ElementHints(rawValue: 1 << 38)
  static let writer = ElementHints(rawValue: 1 << 39)

  /// Whatever is never part of an article's running text.
  static let clutter: ElementHints = [
    .related, .promo, .share, .comments, .navigation, .footer, .sidebar, .consent, .tags, .byline,
    .date, .biography, .unseen, .advertisement, .pullQuote, .paywall, .contents,
  ]
}

extension ElementHints {
  /// Reads the names in an attribute's value.
  init(names bytes: [UInt8], _ range: Range<Int>) {
    self = []
    let span = bytes.span
    var hash = TokenScanner.seed
    var previous: UInt64 = 0
    var length = 0
    var wasLower = false
    // "has-sidebar" is no sidebar.
    var isDenied = false
    for index in range.lowerBound...range.upperBound {
      let byte: UInt8 = index < range.upperBound ? span[index] : 0x20
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isCapital = byte &- 0x41 < 26
      if !isLetter || (isCapital && wasLower), length > 0 {
        if !isDenied {
          formUnion(Self.meaning(of: hash))
          formUnion(Self.meaning(of: Self.pair(previous, hash)))
        }
        isDenied = Self.denials.contains(hash)
        previous = hash
        hash = TokenScanner.seed
        length = 0
      }
      if byte <= 0x20 {
        previous = 0
        isDenied = false
      }
      if isLetter {
        hash = TokenScanner.mix(hash, byte | 0x20)
        length += 1
      }
      wasLower = isLetter && !isCapital
    }
  }

  @inline(__always)
  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15) ^ second
  }

  @inline(__always)
  private static func meaning(of hash: UInt64) -> ElementHints {
    words.contains(hash) ? meanings[hash, default: []] : []
  }

  private static let words = WordSet(meanings.keys)
  private static let denials = WordSet(
    ["has", "no", "with", "without", "is"].map { word in
      word.utf8.reduce(TokenScanner.seed) { TokenScanner.mix($0, $1) }
    })

  private static let meanings: [UInt64: ElementHints] = {
    var table: [UInt64: ElementHints] = [:]
    for (hints, words) in vocabulary {
      for entry in words.split(separator: " ") {
        let hashes = entry.split(separator: "+").map { word in
          word.utf8.reduce(TokenScanner.seed) { TokenScanner.mix($0, $1) }
        }
        let key = hashes.count == 2 ? pair(hashes[0], hashes[1]) : hashes[0]
        table[key, default: []].formUnion(hints)
      }
    }
    return table
  }()

  /// Words by purpose; "a+b" is the pair of words in that order within one name.
  private static let vocabulary: [(ElementHints, String)] = [
    (
      .related,
      """
      related relatedposts recommended recommendation recommendations recirc recirculation \
      read+next read+more readmore read+also more+stories more+from more+news also+like up+next \
      trending popular most+read mostread mostpopular outbrain taboola zergnet revcontent onward \
      relatedstories relatedlinks relatedcontent see+also further+reading more+articles \
      other+articles next+article next+post previous+post prev+next post+navigation related+posts \
      article+list latest+news suggested suggestions interlink
      """
    ),
    (
      .promo,
      """
      newsletter newsletters subscribe subscription signup sign+up promo promos promotion \
      donate donation donations cta call+action mailchimp marketing optin app+download appeal \
      inline+promo
      """
    ),
    (
      .advertisement,
      """
      advert adverts advertisement advertisements advertising ads ad adslot adsense adunit \
      dfp sponsor sponsored sponsors adcontainer adwrapper adbox adsbygoogle werbung anzeige
      """
    ),
    (.paywall, "regwall piano paywall+modal paywall+meter paywall+notice paywall+prompt"),
    (.embed, "embed embedded tweet"),
    (.hidden, "hidden hide collapse collapsed collapsible invisible closed inactive fallback"),
    (.premium, "premium subscriber+only paid+content encrypted+content locked metered metering"),
    (
      .appeal,
      """
      support supporter supporters contribute contribution fundraising campaign membership member \
      members letter message banner alert offer callout
      """
    ),
    (.box, "box card cards panel module widget block factbox infobox aside+box inset sidebox"),
    (
      .media,
      """
      media gallery image images img photo photos picture slideshow slider carousel lightbox video \
      player figure bild foto fotos
      """
    ),
    (.teaser, "teaser teasers list item items grid feed stream listing tile tiles row+item"),
    (.meta, "meta info infos details metadata stats attribution"),
    (.header, "header hero head top masthead opener topper"),
    (
      .note,
      "note notes footnote footnotes reference references correction editor hinweis legal disclosure"
    ),
    (.button, "button btn buttons link links action actions tooltip"),
    (
      .commerce,
      """
      product products price shop shopping store buy deal deals affiliate affiliates amazon rating \
      ratings review+box specs
      """
    ),
    (.person, "user profile avatar person people team contributor contributors member+info"),
    (.ending, "bottom end after below post+footer article+footer entry+footer outro extra more"),
    (.topic, "topic topics label labels kicker category categories section+name rubrik dachzeile"),
    (
      .post,
      "twitter+tweet instagram+media tiktok+embed reddit+embed bluesky+embed mastodon+embed fb+post"
    ),
    (.quiet, "small muted italic gray grey text+sm text+xs fineprint"),
    (.writer, "by name staff creator writer contributor+name"),
    (
      .share,
      """
      share shares sharing sharebar social socials sharethis addthis addtoany sharedaddy sharetools \
      socialmedia follow+us whatsapp
      """
    ),
    (
      .comments,
      "comment comments disqus respond commentlist commentform kommentare kommentar discussion"
    ),
    (
      .navigation,
      """
      nav navbar navigation menu breadcrumb breadcrumbs breadcrumps pagination pager paginator \
      toolbar sitemap skip+link skiplink skip+to navbox editsection topbar
      """
    ),
    (.footer, "footer colophon copyright disclaimer"),
    (.sidebar, "sidebar rail"),
    (
      .consent,
      "cookie cookies consent gdpr onetrust popup modal overlay cookiebar"
    ),
    (.tags, "tags taglist tagcloud keywords post+tags tag+list"),
    (
      .byline,
      "byline bylines author authors authorname posted+by written+by post+author autor autoren"
    ),
    (
      .date,
      """
      dateline timestamp published pubdate datetime post+date entry+date publish+date \
      publication+date article+date entry+meta post+meta article+meta postmeta meta entrymeta \
      reading+time read+time postinfo post+info articlemeta
      """
    ),
    (
      .biography,
      "author+bio bio authorbio about+author author+box author+info author+profile authorbox"
    ),
    (.caption, "caption captions figcaption imagecaption wp+caption gallery+caption"),
    (.credit, "credit credits photocredit photo+credit image+credit"),
    (
      .unseen,
      "sr+only screen+reader visually+hidden visuallyhidden offscreen assistive a11y noscript"
    ),
    (
      .body,
      """
      article+body articlebody article+content articlecontent article+text articletext \
      entry+content post+content postcontent post+body postbody story+body storybody \
      story+content story+text content+body body+copy bodycopy blog+content news+content \
      body+text page+content article+copy single+content post+text entry+body \
      artikel+text artikeltext article+main news+text newstext mw+parser body+content
      """
    ),
    (.pullQuote, "pullquote pull+quote"),
    (
      .standfirst,
      """
      standfirst dek subtitle subhead subheadline subheading deck lede intro introduction lead \
      leadtext vorspann excerpt article+summary article+description article+teaser abstract
      """
    ),
    (.contents, "toc table+contents"),
    (.headline, "headline entry+title post+title article+title"),
  ]
}
