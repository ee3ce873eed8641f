/// The name of an element or attribute as a small integer, the same for equal names of one tree.
///
/// The names of `Tag` and `KnownAttribute` have the same number in every tree.
public struct Name: Hashable, Sendable {
  /// The position in the tree's table of names.
  public let index: UInt32

  init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

  /// The empty name, which text, comments and the document have.
  public static let empty = Name(0)
}
