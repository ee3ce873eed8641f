/// How much a parser accepts before it stops growing the tree.
///
/// A page comes from anywhere. Each limit turns a hostile page into a shorter tree with a
/// diagnostic instead of minutes of work or gigabytes of memory; the defaults are far beyond what
/// real pages need.
public struct ParseLimits: Hashable, Sendable {
  /// How many elements may be open at once. Deeper ones become leaves, their text is kept.
  public var depth = 512
  /// How many attributes one tag keeps; the first ones win.
  public var attributesPerTag = 256
  /// How many nodes a tree may have. Parsing stops there.
  public var nodes = 4_000_000
  /// How many bytes of input are read; the rest is dropped.
  public var inputBytes = 128 << 20
  /// How many elements misnesting may copy, beside one for each eight bytes of input. Beyond
  /// that, formatting is no longer carried across blocks.
  public var copiedElements = 50_000

  /// The default limits; assign to a property to change one.
  public init() {}
}
