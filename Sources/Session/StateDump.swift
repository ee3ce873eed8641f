// The state as an indented tree, made by reflection, so that it never lags behind the types. Texts
// and lists are cut, since the article is dumped apart.

/// Writes what a state holds.
///
/// - Parameter state: the state.
/// - Returns: one line a property, two blanks deeper below each value that has parts.
public func stateDump(_ state: AppState) -> String {
  let longestList = 20
  let deepest = 6
  var text = ""
  // What is still to be written, the next last.
  var open: [(name: String, value: Any, depth: Int)] = [("state", state, 0)]
  while let (name, value, depth) = open.popLast() {
    let indent = String(repeating: "  ", count: depth)
    let mirror = Mirror(reflecting: value)
    // The keys are printed by `pullquote keys`.
    let isLeaf =
      value is KeyMap || mirror.children.isEmpty || depth == deepest || value is String
      || value is [String]
    guard !isLeaf else {
      text += "\(indent)\(name): \(cut(String(describing: value)))\n"
      continue
    }
    let count = mirror.children.count
    let isList = mirror.displayStyle == .collection || mirror.displayStyle == .set
    text += "\(indent)\(name)" + (isList ? " (\(count))" : "") + ":\n"
    let shown = mirror.children.prefix(isList ? longestList : count)
    let more = count - shown.count
    if more > 0 { open.append(("…", "\(more) more", depth + 1)) }
    for (place, child) in shown.enumerated().reversed() {
      open.append((child.label ?? "\(place)", child.value, depth + 1))
    }
  }
  return text
}

private func cut(_ text: String) -> String {
  let limit = 120
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count > limit ? "\(line.prefix(limit))… (\(text.utf8.count) bytes)" : line
}
