// The phrases that tell clutter, by kind. Each is common to many sites; a phrase that could open a
// sentence of an article is bound to a whole line, a label's colon or a short line.

import Articles

/// The phrases that tell clutter and other lines beside an article's text. A table.
enum ClutterPhrases {
  static let table = PhraseTable(
    errors + advertisements + related + signUps + appeals + longForms + sharing
      + navigation + galleries + legal + origins + contributions)

  private static let errors: [Phrase] =
    [
      "oops", "something went wrong", "oops something went wrong", "an error occurred",
      "an error has occurred", "loading", "video unavailable", "this video is unavailable",
      "this video is not available", "no compatible source was found for this media",
    ]
    .map { Phrase($0, .whole, .error, "page error") }
    + [
      "please try again later", "please reload the page", "please refresh the page",
      "try refreshing the page", "this video cannot be played", "this video can not be played",
      "please enable javascript", "you need to enable javascript", "javascript is disabled",
      "your browser does not support", "your browser doesnt support",
      "please disable your ad blocker", "oops something went wrong",
      "this content is not available",
    ]
    .map { Phrase($0, .opening, .error, "page error", longest: 20) }

  private static let advertisements: [Phrase] =
    [
      "advertisement", "advertisement advertisement", "ad", "ads", "advert", "anzeige", "werbung",
      "publicité", "publicidad", "sponsored", "sponsored content", "paid content", "paid post",
      "advertisement feature", "scroll to continue with content", "skip ad", "skip advertisement",
      "continue reading below", "story continues below", "story continued below",
      "article continues below", "story continues below advertisement",
      "article continues below advertisement", "continue reading the main story",
      "advertisement continue reading the main story", "story continues after advertisement",
      "article continues after advertisement", "report this ad", "remove ads",
      "continues after promotion", "skip past newsletter promotion",
    ]
    .map { Phrase($0, .whole, .promo, "advertisement mark", longest: 12) }
    + [
      "advertisement story continues", "advertisement article continues",
      "advertisement continue reading",
    ]
    .map { Phrase($0, .opening, .promo, "advertisement mark", longest: 12) }

  private static let related: [Phrase] =
    [
      "related :", "related video :", "related story :", "related stories :", "related article :",
      "related articles :", "related links :", "read more about",
      "click here to read", "click here to see", "click here to watch", "click here for",
      "related coverage", "see related :",
      "read more :", "read also :", "also read :", "see also :", "see more :", "watch :",
      "watch now :", "now watch :", "more :", "more from", "read :", "read next :", "up next :",
      "further reading :", "listen :", "photos :", "video :", "gallery :", "slideshow :",
      "click for more from", "click here for more",
      "recommended :", "check out :", "dont miss :", "must read :", "click here :", "in pictures :",
      "more on this :", "more coverage :", "full coverage :", "opinion :", "lesen sie auch",
      "mehr zum thema", "lire aussi", "à lire aussi", "lee también", "lea también",
      "also on", "you may also like", "you might also like",
    ]
    .map { Phrase($0, .opening, .related, "pointer to another story", longest: 26) }
    + [
      "related", "related stories", "related articles", "related topics", "related links",
      "related coverage", "related content", "read more", "more on this", "more on this story",
      "more on this topic", "most read", "most popular", "most viewed", "trending", "trending now",
      "see also", "read next", "up next", "recommended", "recommended stories", "more stories",
      "top stories", "editors picks", "further reading", "keep reading", "now watch", "watch",
      "watch now", "read the full story", "see related", "more from this section",
    ]
    .map { Phrase($0, .whole, .related, "pointer to other stories", longest: 6) }
    + ["play video #"]
    .map { Phrase($0, .opening, .related, "pointer to a video", longest: 40) }
    + ["replay more videos"]
    .map { Phrase($0, .anywhere, .related, "pointer to a video", longest: 100) }
    + [Phrase("read more", .closing, .related, "pointer to another story", longest: 30)]

  private static let signUps: [Phrase] =
    [
      "sign up for", "sign up here", "sign up to", "sign up now", "signup for", "subscribe to",
      "subscribe now", "subscribe today", "get our", "click here to follow",
      "click here to sign up",
      "click here to subscribe", "join our mailing list", "enter your email",
      "thank you for signing up", "thanks for signing up", "thank you for subscribing",
      "like this story ?", "like what youre reading ?",
      "download our app", "get the app", "get your first month", "get started today for free",
      "download the app", "click here to get the",
      "already a subscriber", "already a member", "become a member", "become a subscriber",
      "support our journalism", "already have an account",
    ]
    .map { Phrase($0, .opening, .promo, "sign-up prompt", longest: 40) }
    + [
      "delivered to your inbox", "in your inbox", "to your inbox", "sign up for our newsletter",
      "sign up for our", "sign up for the newsletter", "subscribe to our", "by signing up",
      "our free newsletter", "our newsletter", "sign up here", "subscribe here",
      "manage newsletters", "free newsletter",
    ]
    .map { Phrase($0, .anywhere, .promo, "newsletter prompt", longest: 45) }
    + [
      "newsletter", "newsletters", "newsletter sign up", "newsletter signup", "sign up",
      "sign in", "log in", "login", "register", "subscribe", "email address", "your email address",
      "manage newsletters", "log in or register",
    ]
    .map { Phrase($0, .whole, .promo, "sign-up prompt", longest: 6) }

  private static let appeals: [Phrase] =
    [
      "we want to hear from you", "send us your", "tell us here", "click to get",
      "get breaking news", "get real time updates", "got a tip", "have a tip ?",
      "watch the latest video at", "this article tagged under", "send letters to", "tune in to",
      "get inside access", "chip in", "share all sharing options for",
      "read or share this story :",
      "listen to article #", "next image #", "prev image #", "hide caption #",
    ]
    .map { Phrase($0, .opening, .promo, "appeal to the reader", longest: 40) }
    + [
      "as an interest to stay up to date", "youre not a robot", "support our journalism",
      "is reader supported", "by becoming a member", "and become a member", "share tweet post",
      "for breaking news world news", "share your experiences", "join our facebook",
    ]
    .map { Phrase($0, .anywhere, .promo, "appeal to the reader", longest: 120) }
    + [
      "on twitter here", "on facebook here", "follow on twitter", "vote here", "vote now",
      "homepage for more stories", "subscribe today", "subscribe now",
    ]
    .map { Phrase($0, .closing, .promo, "appeal to the reader", longest: 16) }
    + ["join us on"]
    .map { Phrase($0, .anywhere, .promo, "social media prompt", longest: 12) }

  private static let longForms: [Phrase] =
    [Phrase("newsletter sign up", .opening, .promo, "newsletter prompt", longest: 200)]

  private static let sharing: [Phrase] =
    [
      "share", "share this", "share this article", "share this story", "share this post",
      "share on facebook", "share on twitter", "share via email", "tweet", "tweet this",
      "email this article", "print this article", "copy link", "facebook twitter email",
      "facebook | email | copy link", "facebook", "twitter", "share tweet email", "view comments",
      "leave a comment", "comments", "# comments", "# comment", "show comments", "post a comment",
      "join the conversation", "join the discussion", "add a comment", "email", "print", "reprints",
      "share this article share tweet post email",
    ]
    .map { Phrase($0, .whole, .promo, "share and comment buttons", longest: 10) }
    + ["share this story tweet share", "share this story share tweet"]
    .map { Phrase($0, .opening, .promo, "share and comment buttons", longest: 12) }
    + [
      "follow us on", "follow @", "like us on facebook", "find us on facebook", "join us on",
      "share this article", "follow the author", "follow him on twitter", "follow her on twitter",
      "follow them on twitter", "follow me on twitter", "follow on twitter",
    ]
    .map { Phrase($0, .opening, .promo, "social media prompt", longest: 24) }
    + ["on twitter @", "on twitter : @"]
    .map { Phrase($0, .anywhere, .promo, "social media prompt", longest: 16) }

  private static let navigation: [Phrase] =
    [
      "skip to main content", "skip to content", "skip to navigation", "jump to content",
      "back to top", "back to home", "home", "menu", "search", "close", "open menu", "main menu",
      "next", "previous", "next article", "previous article", "next story", "previous story",
      "show more", "load more", "see all", "view all", "click to enlarge", "zoom", "enlarge",
      "enlarge this image", "toggle caption", "hide caption", "show caption", "view gallery",
      "slideshow # images", "photo", "photos", "image", "video", "caption", "play video", "play",
      "pause", "mute", "replay", "live", "listen", "listen to this article", "fullscreen",
      "manage settings", "accept all", "accept all | manage settings", "cookie settings",
    ]
    .map { Phrase($0, .whole, .promo, "page control", longest: 8) }
    + [
      "# min read", "# minute read", "# minutes read", "# mins read",
      "reading time : # minutes", "reading time : # min", "lesezeit : # min",
      "lesezeit : # minuten",
    ]
    .map { Phrase($0, .whole, .promo, "reading time", longest: 8) }
    + [
      "we use cookies", "this site uses cookies", "this website uses cookies",
      "by continuing to use this site",
    ]
    .map { Phrase($0, .opening, .promo, "cookie notice", longest: 60) }

  private static let galleries: [Phrase] =
    [Phrase("slideshow ( # images )", .opening, .promo, "page control", longest: 8)]

  private static let legal: [Phrase] =
    [
      "©", "copyright ©", "copyright #", "( c ) #", "all rights reserved", "terms of use |",
      "terms of service |", "privacy policy |", "this material may not be published",
      "opinions expressed in this", "the opinions expressed in this", "the views expressed in this",
      "views expressed in this", "the opinions expressed by columnists",
      "this is a rush transcript",
    ]
    .map { Phrase($0, .opening, .legal, "copyright and terms", longest: 80) }
    + [
      "terms of use", "terms of service", "terms and conditions", "privacy policy",
      "cookie policy", "privacy", "legal", "contact us", "do not sell my personal information",
    ]
    .map { Phrase($0, .whole, .legal, "copyright and terms", longest: 8) }
    + [
      "all rights reserved", "may not be published broadcast rewritten or redistributed",
      "reprint permission", "for licensing opportunities", "is available without charge to any",
      "do not necessarily represent the views", "do not necessarily reflect the views",
      "are solely those of the author",
    ]
    .map { Phrase($0, .anywhere, .legal, "copyright and terms", longest: 80) }

  private static let contributions: [Phrase] =
    [
      "contributed to this report", "contributed to this story", "contributed to this article",
      "contributed reporting", "contributed to this post", "contributed to this piece",
      "is based in part on wire", "additional reporting by", "report contains material from",
    ]
    .map { Phrase($0, .anywhere, .byline, nil, longest: 60) }
    + ["contributing :", "reporting by", "writing by", "editing by"]
    .map { Phrase($0, .opening, .byline, nil, longest: 16) }
    + ["can be contacted at", "can be reached at"]
    .map { Phrase($0, .anywhere, .byline, nil, longest: 16) }
    + [Phrase("contributed", .closing, .byline, nil, longest: 4)]

  private static let origins: [Phrase] =
    [
      "read the original article on", "read the original article at", "read the original on",
      "this article originally appeared", "this article was originally published",
      "this article first appeared", "this article was first published",
      "this story originally appeared", "this story was originally published",
      "this story first appeared", "this post originally appeared",
      "this post was originally published", "originally published on", "originally published in",
      "originally published at", "originally appeared on", "originally appeared in",
      "view the original article", "this piece originally appeared",
    ]
    .map { Phrase($0, .opening, .origin, "where the text was taken from", longest: 40) }
    + [Phrase("appeared first on", .anywhere, .origin, "where the text was taken from")]
}
