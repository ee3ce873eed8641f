/// What a page says about its encoding after parsing has begun.
extension HTMLTreeBuilder {
  /// Stops the parser where a `meta` names another encoding than the guessed one; the page is then
  /// read once more.
  mutating func considerEncoding() {
    guard isEncodingTentative, let label = currentEncodingLabel,
      let encoding = Encoding(label: label)?.asDeclaredInside
    else { return }
    isEncodingTentative = false
    guard encoding != declaredEncoding else { return }
    requestedEncoding = encoding
    isStopped = true
  }

  private var currentEncodingLabel: [UInt8]? {
    if let charset = currentValue(of: .charset) { return charset }
    guard let equivalent = currentValue(of: .httpEquiv),
      equivalent.map(\.lowercased).elementsEqual("content-type".utf8),
      let content = currentValue(of: .content)
    else { return nil }
    return MetaPrescan.encodingLabel(inContent: content)
  }
}
