// Reads a text glyph by glyph with the width that `Frame` will draw. ASCII and the common letters
// of most scripts are read from the bytes; only what may join with its neighbours pays for the
// full rules of grapheme clusters. Both ways must agree with `Glyph`, or rows overrun.

import Articles
import Screen

/// One glyph's worth of text.
struct Cluster {
  /// What line breaking needs to know of a cluster.
  enum Kind: UInt8 {
    case white, letter, digit, hyphen, dash, slash, ideograph, opener, closer, invisible, other
  }

  /// The byte after it.
  let end: Int
  /// Its columns: 0, 1 or 2.
  let width: Int
  let kind: Kind
  /// Whether the text was too much for one glyph and goes on after it.
  var isCut = false

  /// The bytes that one glyph may take. Text that piles more marks than that on one letter means
  /// to stop a reader, who would wait for megabytes in one cell.
  static let maximumBytes = 256
}

extension String {
  /// Reads the cluster that starts at a byte, as if the text ended at `limit`.
  ///
  /// - Parameters:
  ///   - start: a scalar boundary before `limit`.
  ///   - limit: a scalar boundary.
  ///   - bytes: the text's own bytes.
  /// - Returns: the cluster, which takes at least one byte.
  @inline(__always)
  func cluster(at start: Int, upTo limit: Int, _ bytes: Span<UInt8>) -> Cluster {
    let byte = bytes[start]
    let next = start + 1
    if byte < 0x80, next == limit || bytes[next] < 0x80 {
      return Cluster(end: next, width: 1, kind: Cluster.Kind(ascii: byte))
    }
    return wideCluster(at: start, upTo: limit, bytes)
  }

  @inline(never)
  private func wideCluster(at start: Int, upTo limit: Int, _ bytes: Span<UInt8>) -> Cluster {
    let scalar = bytes.scalar(at: start)
    if isWhite(scalar) { return Cluster(end: start + scalar.bytes, width: 1, kind: .white) }
    let next = start + scalar.bytes
    if standsAlone(scalar), bytes.startsAlone(at: next, upTo: limit) {
      if scalar < 0x80 { return Cluster(end: next, width: 1, kind: .init(ascii: UInt8(scalar))) }
      let width = UnicodeScalar(scalar).flatMap(Glyph.width)
      if let width, width > 0 {
        return Cluster(end: next, width: width, kind: .init(scalar: scalar, width: width))
      }
    }
    return joinedCluster(at: start, upTo: limit, bytes)
  }

  /// Applies the full rules, to as few bytes as will do: most clusters end within a short text.
  private func joinedCluster(at start: Int, upTo limit: Int, _ bytes: Span<UInt8>) -> Cluster {
    let short = bytes.scalarBoundary(min(limit, start + 15))
    let long = bytes.scalarBoundary(min(limit, start + Cluster.maximumBytes))
    var character = copy(TextRange(start, short)).first ?? " "
    if start + character.utf8.count == short, short < long {
      character = copy(TextRange(start, long)).first ?? " "
    }
    let end = start + character.utf8.count
    let width = Glyph(character)?.width ?? 0
    let kind = Cluster.Kind(scalar: bytes.scalar(at: start), width: width)
    return Cluster(end: end, width: width, kind: kind, isCut: end == long && end < limit)
  }

  /// The words of a range on scalar boundaries, by copying bytes: a `Substring` that starts inside
  /// a cluster looks for the cluster's start, however far back that is.
  func copy(_ range: TextRange) -> String {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}

extension Span where Element == UInt8 {
  /// Whether nothing that starts at a byte can join with what stands before it.
  func startsAlone(at offset: Int, upTo limit: Int) -> Bool {
    offset >= limit || self[offset] < 0x80 || standsAlone(scalar(at: offset))
  }

  /// The start of the scalar that a byte belongs to; the end for the end.
  func scalarBoundary(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < count, self[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The scalar that starts at a byte of valid UTF-8.
  func scalar(at offset: Int) -> UInt32 {
    let first = UInt32(self[offset])
    func rest(_ place: Int) -> UInt32 { UInt32(self[offset + place] & 0x3F) }
    if first < 0x80 { return first }
    if first < 0xE0 { return (first & 0x1F) << 6 | rest(1) }
    if first < 0xF0 { return (first & 0xF) << 12 | rest(1) << 6 | rest(2) }
    return (first & 7) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
  }
}

extension UInt32 {
  /// The bytes that UTF-8 needs for the scalar.
  fileprivate var bytes: Int { self < 0x80 ? 1 : self < 0x800 ? 2 : self < 0x1_0000 ? 3 : 4 }
}

/// White space at which running text may be broken. No-break spaces are not among it.
private func isWhite(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09...0x0D, 0x20, 0x85, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x2028, 0x2029, 0x205F,
    0x3000:
    true
  default: false
  }
}

/// Scalars that are a cluster by themselves beside others of this list: no marks, joiners, flags,
/// jamo or prefixed signs. Anything not listed is merely slower.
private func standsAlone(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0...0xAC, 0xAE...0x2FF, 0x370...0x482, 0x48A...0x58F: true
  case 0x1E00...0x200A, 0x2010...0x2027, 0x202F...0x205F, 0x20A0...0x20CF, 0x2100...0x2BFF: true
  case 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9D: true
  default: false
  }
}

extension Cluster.Kind {
  /// The kind of an ASCII character.
  @inline(__always)
  init(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x20, 0x09...0x0D: self = .white
    case 0x30...0x39: self = .digit
    case 0x2D: self = .hyphen
    case 0x2F: self = .slash
    case 0x28, 0x5B, 0x7B: self = .opener
    case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: self = .closer
    default: self = .other
    }
  }

  /// The kind of a cluster that starts with a scalar beyond ASCII. Syllables of Hangul count as
  /// letters: Korean is set with spaces between its words.
  init(scalar: UInt32, width: Int) {
    switch scalar {
    case 0x2010: self = .hyphen
    case 0x2012...0x2015: self = .dash
    case 0x200B: self = .invisible
    case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301D,
      0xFF08, 0xFF3B, 0xFF5B, 0xFF5F:
      self = .opener
    case 0x2019, 0x201D, 0x2026, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
      0x3015, 0x3017, 0x3019, 0x301E, 0x301F, 0x303B, 0x309D, 0x309E, 0x30FB...0x30FE, 0xFF01,
      0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF60...0xFF65:
      self = .closer
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x30A1,
      0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6:
      self = .closer
    case 0xAC00...0xD7A3: self = .letter
    default: self = width == 2 ? .ideograph : .letter
    }
  }
}
