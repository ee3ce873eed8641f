// The attributes that the reader of a page asks for, looked up once for each tree.

import Markup

/// The names of one tree's attributes.
struct PageNames {
  let classes: Name?
  let id: Name?
  let name: Name?
  let role: Name?
  let style: Name?
  let hidden: Name?
  let ariaHidden: Name?
  let ariaLabel: Name?
  let href: Name?
  let source: Name?
  let itemprop: Name?
  let rel: Name?

  init(_ tree: NodeTree) {
    classes = tree.name(spelled: "class")
    id = tree.name(spelled: "id")
    name = tree.name(spelled: "name")
    role = tree.name(spelled: "role")
    style = tree.name(spelled: "style")
    hidden = tree.name(spelled: "hidden")
    ariaHidden = tree.name(spelled: "aria-hidden")
    ariaLabel = tree.name(spelled: "aria-label")
    href = tree.name(spelled: "href")
    source = tree.name(spelled: "src")
    itemprop = tree.name(spelled: "itemprop")
    rel = tree.name(spelled: "rel")
  }
}

extension NodeTree {
  /// Whether an attribute's value holds a word of lower-case ASCII, whatever its case.
  func attribute(_ name: Name?, of node: NodeID, holds word: StaticString) -> Bool {
    guard let name, let range = value(of: name, in: node) else { return false }
    return holdsWord(word, in: range)
  }

  /// Whether an attribute's value is a word of lower-case ASCII, whatever its case.
  func attribute(_ name: Name?, of node: NodeID, equals word: StaticString) -> Bool {
    guard let name, let range = value(of: name, in: node) else { return false }
    return range.count == word.utf8CodeUnitCount && holdsWord(word, in: range)
  }

  /// The value of an attribute as a string.
  func string(_ name: Name?, of node: NodeID) -> String? {
    guard let name, let range = value(of: name, in: node) else { return nil }
    return string(range)
  }

  private func holdsWord(_ word: StaticString, in range: Range<Int>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard range.count >= count else { return false }
    return word.withUTF8Buffer { letters in
      for start in range.lowerBound...(range.upperBound - count) {
        var step = 0
        while step < count {
          let byte = utf8[start + step]
          let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
          if unsafe lowered != letters[step] { break }
          step += 1
        }
        if step == count { return true }
      }
      return false
    }
  }
}
