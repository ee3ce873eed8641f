// One form for the addresses that lead to the same article: scheme, "www.", port, tracking, order of
// the query and the fragment make no difference.

/// The canonical form of an address; nil for what names no single page.
func canonicalAddress(_ address: String?) -> String? {
  guard let address, let colon = address.firstRange(of: "://") else { return nil }
  let scheme = address[..<colon.lowerBound].lowercased()
  guard scheme == "http" || scheme == "https" else { return nil }
  let rest = address[colon.upperBound...].prefix { $0 != "#" }
  let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
  var host = rest[..<end].lowercased()
  for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
  for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) {
    host.removeFirst(prefix.count)
  }
  let path = rest[end...].prefix { $0 != "?" }
  let query = kept(rest[path.endIndex...].dropFirst())
  let segments = path.split(separator: "/").filter { $0 != "amp" }
  // A site's front page is given as the address of many articles by mistake.
  guard !host.isEmpty, !segments.isEmpty || !query.isEmpty else { return nil }
  return host + "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?" + query)
}

/// The parameters that choose a page, in order of their names.
private func kept(_ query: Substring) -> String {
  query.split(separator: "&").filter { pair in
    let name = pair.prefix { $0 != "=" }.lowercased()
    return !name.hasPrefix("utm_") && !trackingNames.contains(name)
  }.sorted().joined(separator: "&")
}

private let trackingNames: Set<String> = [
  "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ref",
  "ref_src", "source", "smid", "partner", "ocid", "ito", "at_medium", "at_campaign", "sh", "cmp",
  "outputtype", "amp", "share", "shared", "guccounter", "_ga", "spm", "xtor", "ns_mchannel",
]
