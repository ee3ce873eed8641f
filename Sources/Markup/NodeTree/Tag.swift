/// The elements of HTML by name, for an exhaustive and fast `switch`.
///
/// The raw value is the number of the element's name in every tree. Elements of SVG and MathML
/// and unknown ones are `.other`; their `Name` tells them apart. The cases at the end are names
/// that the tree builder must know although they are not HTML elements.
public enum Tag: UInt8, CaseIterable, Sendable {
  case other
  case html, head, body, frameset
  case title, base, basefont, bgsound, link, meta, noframes, script, style, template, noscript
  case address, article, aside, blockquote, center, details, dialog, dir, div, dl, fieldset
  case figcaption, figure, footer, header, hgroup, main, menu, nav, ol, p, search, section
  case summary, ul, h1, h2, h3, h4, h5, h6, pre, listing, form, li, dd, dt, plaintext, button
  case a, b, big, code, em, font, i, s, small, strike, strong, tt, u, nobr
  case applet, marquee, object, area, br, embed, img, keygen, wbr, input, param, source, track
  case hr, image, textarea, iframe, xmp, noembed, select, optgroup, option
  case rb, rtc, rp, rt, ruby, frame
  case table, caption, col, colgroup, tbody, td, tfoot, th, thead, tr
  case abbr, acronym, audio, bdi, bdo, canvas, cite, data, datalist, del, dfn, ins, kbd, label
  case legend, map, mark, meter, output, picture, progress, q, samp, slot, span, sub, sup, time
  case `var`, video
  case math, svg, mi, mo, mn, ms, mtext, annotationXML, mglyph, malignmark
  case foreignObject, desc, amp

  /// The name as it is written in a page, in lower case.
  public var spelling: String {
    switch self {
    case .other: ""
    case .annotationXML: "annotation-xml"
    case .foreignObject: "foreignobject"
    default: String(describing: self)
    }
  }
}
