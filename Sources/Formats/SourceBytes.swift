/// Bytes to read, and where they came from: the only input of this module.
public struct SourceBytes: Sendable {
  /// The bytes as they were found.
  public var bytes: [UInt8]
  /// A path, a sample's name, or "-" for standard input.
  public var name: String
  /// The media type that came with the bytes, as "text/markdown".
  public var declaredType: String?
  /// The address that the bytes were loaded from.
  public var address: String?
  /// No more bytes than this are read, so that memory stays bounded; a diagnostic says how to
  /// read the rest. 64 MB unless set.
  public var limit = 64 << 20

  /// Makes a source.
  public init(
    bytes: [UInt8], name: String, declaredType: String? = nil, address: String? = nil
  ) {
    self.bytes = bytes
    self.name = name
    self.declaredType = declaredType
    self.address = address
  }

  /// The name as a sentence says it.
  var displayName: String { name == "-" ? "Standard input" : name }
}

extension SourceBytes {
  /// The encoding that came with the bytes: "text/html; charset=…".
  var declaredCharset: String? {
    guard let label = declaredType.flatMap({ mediaTypeParameter("charset", of: $0) }) else {
      return nil
    }
    return label.isEmpty ? nil : label
  }
}

/// A parameter of a media type, as "charset" or "boundary", without quotes; its name is given in
/// lower case.
func mediaTypeParameter(_ name: String, of type: String) -> String? {
  for piece in type.split(separator: ";").dropFirst() {
    let sides = piece.split(separator: "=", maxSplits: 1)
    guard sides.count == 2, sides[0].filter({ !$0.isWhitespace }).lowercased() == name else {
      continue
    }
    let value = sides[1].drop { $0.isWhitespace }
    if value.first == "\"" { return String(value.dropFirst().prefix { $0 != "\"" }) }
    return String(value.prefix { !$0.isWhitespace })
  }
  return nil
}
