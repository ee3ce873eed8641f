/// Attributes that readers of a tree ask for by name, found without comparing text.
///
/// A name that is an element's as well (`title`, `cite`) has the element's number.
public enum KnownAttribute: String, CaseIterable, Sendable {
  case action, align, alt, charset, checked, `class`, color, cols, colspan, content, coords
  case datetime, dir, disabled, encoding, face, height, hidden, href, hreflang, id, itemid
  case itemprop, itemref, itemscope, itemtype, lang, loading, media, method, name, open, poster
  case property, rel, role, rows, rowspan, size, sizes, src, srcset, start, target, type, value
  case width, xmlns
  case title, cite, style, data, span, label, summary
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case dataSrc = "data-src"
  case dataSrcset = "data-srcset"
  case httpEquiv = "http-equiv"
  case xmlLang = "xml:lang"
  case xmlBase = "xml:base"
  case publicID = "public"
  case systemID = "system"

  var name: Name { NameTable.attributeNames[Self.ordinals[self, default: 0]] }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: zip(allCases, allCases.indices))
}
