/// Why a block of a page is not part of the article, in the words that a reader is shown. A table.
enum PageReason: String {
  // What the page itself calls an element.
  case navigation, footer, aside, form, comments, advertisement, tags, byline
  case dialogueBox = "dialogue box"
  case unseen = "not meant to be seen"
  case consentNotice = "consent notice"
  case relatedStories = "related stories"
  case promotion = "sign-up or promotion"
  case shareButtons = "share buttons"
  case sideColumn = "side column"
  case tableOfContents = "table of contents"
  case aboutTheAuthor = "about the author"
  case dateLine = "date line"
  case pulledQuotation = "pulled quotation"
  case paywallNotice = "paywall notice"
  // Its links, its words and its place.
  case listOfLinks = "list of links"
  case pointerElsewhere = "pointer elsewhere"
  case pointerToStory = "pointer to another story"
  case saidBefore = "said before"
  case aboveHeadline = "above the headline"
  case notInData = "not in the text that the page gives as data"
  case besideArticle = "beside the article"
  case endMatter = "end matter"
  case closingNote = "closing note"
  case headingWithoutText = "heading without text"
  // What the sieve saw most of.
  case appeal = "sign-up or appeal"
  case pageControl = "page control"
  case caption
  case legalNote = "legal or commercial note"
  case readersComments = "readers' comments"
  case noteOnText = "note on the text"
  case socialMedia = "social media prompt"
  case unlikeArticle = "unlike the article's own text"
}
