/// The names that SVG and MathML write with capital letters or prefixes, which the tokenizer has
/// lower-cased, and how they are put right.
enum ForeignNames {
  /// Attributes whose prefix is a namespace, with a colon as they are written.
  static let prefixedAttributes = [
    "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title",
    "xlink:type", "xml:lang", "xml:space", "xmlns", "xmlns:xlink",
  ]

  private static let svgElements = [
    "altGlyph", "altGlyphDef", "altGlyphItem", "animateColor", "animateMotion",
    "animateTransform", "clipPath", "feBlend", "feColorMatrix", "feComponentTransfer",
    "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR",
    "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset",
    "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    "foreignObject", "glyphRef", "linearGradient", "radialGradient", "textPath",
  ]

  private static let svgAttributes = [
    "attributeName", "attributeType", "baseFrequency", "baseProfile", "calcMode",
    "clipPathUnits", "diffuseConstant", "edgeMode", "filterUnits", "glyphRef",
    "gradientTransform", "gradientUnits", "kernelMatrix", "kernelUnitLength", "keyPoints",
    "keySplines", "keyTimes", "lengthAdjust", "limitingConeAngle", "markerHeight",
    "markerUnits", "markerWidth", "maskContentUnits", "maskUnits", "numOctaves", "pathLength",
    "patternContentUnits", "patternTransform", "patternUnits", "pointsAtX", "pointsAtY",
    "pointsAtZ", "preserveAlpha", "preserveAspectRatio", "primitiveUnits", "refX", "refY",
    "repeatCount", "repeatDur", "requiredExtensions", "requiredFeatures", "specularConstant",
    "specularExponent", "spreadMethod", "startOffset", "stdDeviation", "stitchTiles",
    "surfaceScale", "systemLanguage", "tableValues", "targetX", "targetY", "textLength",
    "viewBox", "viewTarget", "xChannelSelector", "yChannelSelector", "zoomAndPan",
  ]

  private static let mathAttributes = ["definitionURL"]

  /// Every name above in both spellings, so that the table of known names has them.
  static var all: [String] {
    let capitals = Set(svgElements + svgAttributes + mathAttributes)
    let plain = capitals.map { $0.lowercased() }
    return (capitals.union(plain).union(prefixedAttributes)).sorted()
      .filter { KnownAttribute(rawValue: $0) == nil }
  }

  /// The right name of an SVG element by the lower-cased one.
  static let elements = corrections(svgElements)
  /// The right name of an SVG attribute by the lower-cased one.
  static let svgAttributeNames = corrections(svgAttributes)
  /// The right name of a MathML attribute by the lower-cased one.
  static let mathAttributeNames = corrections(mathAttributes)
  /// The names of the attributes whose prefix is a namespace.
  static let prefixed = Set(prefixedAttributes.map { name($0) })

  private static func corrections(_ names: [String]) -> [Name: Name] {
    var table: [Name: Name] = [:]
    for spelling in names { table[name(spelling.lowercased())] = name(spelling) }
    return table
  }

  private static func name(_ spelling: String) -> Name {
    NameTable.known.find(Array(spelling.utf8)) ?? .empty
  }
}
