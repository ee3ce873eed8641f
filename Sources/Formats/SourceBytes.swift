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
