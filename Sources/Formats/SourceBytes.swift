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
    guard let type = declaredType?.lowercased(),
      let parameter = type.split(separator: ";").first(where: { $0.utf8.contains(0x3D) }),
      let equals = parameter.firstIndex(of: "=")
    else { return nil }
    let label = parameter[parameter.index(after: equals)...].filter { $0 != "\"" && $0 != " " }
    return label.isEmpty ? nil : label
  }
}
