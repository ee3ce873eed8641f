// Makes addresses absolute after RFC 3986, section 5, on plain strings: enough for the links of a
// page, without normalising what a browser would.

/// Resolves addresses against the page's own.
struct AddressResolver {
  /// "https:", or nothing.
  private let scheme: Substring
  /// "//example.org", or nothing.
  private let authority: Substring
  /// "/a/b", without query and fragment.
  private let path: Substring

  /// Makes a resolver; without a base, addresses stay as they are.
  init(base: String?) {
    let base = base ?? ""
    scheme = Self.scheme(of: base)
    let rest = base[scheme.endIndex...]
    if rest.hasPrefix("//") {
      let host = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      authority = rest[..<host.endIndex]
      path = rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    } else {
      authority = ""
      path = ""
    }
  }

  /// The absolute form of an address; unchanged where there is no base.
  func resolve(_ address: String) -> String {
    guard !authority.isEmpty, Self.scheme(of: address).isEmpty, !address.hasPrefix("#") else {
      return address
    }
    if address.hasPrefix("//") { return "\(scheme)\(address)" }
    let tail = address.drop { $0 != "?" && $0 != "#" }
    let relative = address[..<tail.startIndex]
    if relative.isEmpty { return "\(scheme)\(authority)\(path)\(tail)" }
    let folder = relative.hasPrefix("/") ? "" : path.prefix(upTo: lastSlash)
    return "\(scheme)\(authority)\(Self.withoutDots("\(folder)/\(relative)"))\(tail)"
  }

  private var lastSlash: Substring.Index {
    path.lastIndex(of: "/") ?? path.startIndex
  }

  private static func scheme(of address: String) -> Substring {
    guard let colon = address.utf8.prefix(12).firstIndex(of: 0x3A) else { return "" }
    let word = address.utf8[..<colon]
    let isWord = !word.isEmpty && word.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
    return isWord ? address[...colon] : ""
  }

  private static func withoutDots(_ path: String) -> String {
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    for part in parts where part != "." {
      if part == ".." { _ = kept.popLast() } else { kept.append(part) }
    }
    let endsOpen = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
    return "/" + kept.joined(separator: "/") + (endsOpen && !kept.isEmpty ? "/" : "")
  }
}
