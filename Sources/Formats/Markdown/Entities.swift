// Character references in Markdown: numbers in full, names as far as prose uses them. A name that
// is not here stays as written.

/// The scalar that a reference at `index` stands for, as UTF-8, and the bytes it takes; nil where
/// there is none.
func entity(at index: Int, in bytes: [UInt8]) -> (words: [UInt8], width: Int)? {
  let end = min(bytes.count, index + 12)
  var close = index + 1
  while close < end, bytes[close] != 0x3B {
    guard bytes[close] == 0x23 || isAlphanumeric(bytes[close]) else { return nil }
    close += 1
  }
  guard close < end, close > index + 1 else { return nil }
  let inner = bytes[(index + 1)..<close]
  let scalar = inner.first == 0x23 ? numbered(inner.dropFirst()) : named(inner)
  guard let scalar else { return nil }
  return (Array(String(Character(scalar)).utf8), close + 1 - index)
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}

/// NUL, surrogates and what is beyond Unicode become U+FFFD.
private func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
  let isHex = digits.first.map { $0 | 0x20 == 0x78 } ?? false
  let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
  guard let value = UInt32(number, radix: isHex ? 16 : 10) else { return nil }
  return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
}

private func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
  namedEntities[String(decoding: name, as: UTF8.self)]
}

/// Names with their scalars: markup's own, punctuation, currencies, Latin-1, common symbols. A table.
private let namedEntities: [String: Unicode.Scalar] = {
  var table: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "hellip": "…", "bull": "•", "dagger": "†", "Dagger": "‡", "permil": "‰", "prime": "′",
    "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "larr": "←",
    "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "minus": "−", "infin": "∞", "ne": "≠",
    "le": "≤", "ge": "≥", "asymp": "≈", "radic": "√", "sum": "∑", "OElig": "Œ", "oelig": "œ",
    "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "check": "✓", "star": "☆", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "tau": "τ",
    "phi": "φ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
  ]
  // Latin-1 from U+00A0 on, in order.
  let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml
    """
  for (offset, name) in latin.split(separator: " ").enumerated() {
    table[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
  }
  return table
}()
