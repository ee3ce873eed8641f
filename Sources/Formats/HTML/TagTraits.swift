// What the elements of HTML are to a reader of articles.

import Markup

extension Tag {
  /// Never holds words to read.
  var isUnread: Bool {
    switch self {
    case .script, .style, .noscript, .template, .iframe, .object, .embed, .canvas, .audio, .video,
      .select, .option, .button, .input, .textarea, .head, .title, .link, .meta, .map, .datalist,
      .applet, .noframes, .noembed, .svg, .math, .dialog, .source, .track, .param, .menu, .progress,
      .meter, .label, .legend, .frameset:
      true
    default: false
    }
  }

  /// Stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .html, .body, .address, .article, .aside, .blockquote, .center, .details, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .nav, .ol, .p, .search,
      .section, .summary, .ul, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .listing, .form, .li, .dd, .dt,
      .plaintext, .xmp, .hr, .table, .caption, .tbody, .td, .tfoot, .th, .thead, .tr, .marquee:
      true
    default: false
    }
  }

  /// The level of a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
