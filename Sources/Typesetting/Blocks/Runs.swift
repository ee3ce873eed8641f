// Flattens inlines into runs of one role each: in order, without overlap, on scalar boundaries,
// whatever a parser may have made. Nesting is walked with a stack, not by recursion.

import Articles
import Screen

extension String {
  /// The runs of a block's inlines.
  ///
  /// - Parameters:
  ///   - inlines: the running text.
  ///   - role: the role of plain words.
  ///   - breaksLines: whether the author's line breaks hold; they are blanks in table cells.
  ///   - joint: what stands before the first run.
  /// - Returns: the runs; none that is empty but those between two line breaks.
  func runs(
    of inlines: [Inline], role: Role, breaksLines: Bool = true, joint: Run.Joint = .none
  ) -> [Run] {
    var builder = RunBuilder(text: self, joint: joint)
    var pending = inlines.reversed().map { ($0, role) }
    while let (inline, role) = pending.popLast() {
      switch inline {
      case .text(let range): builder.add(range, role)
      case .code(let range): builder.add(range, role.combined(with: .code))
      case .image(let alt, _): builder.add(alt, role.combined(with: .caption))
      case .lineBreak(let range):
        builder.join(breaksLines ? .lineBreak : .space, at: range.lowerBound)
      case .emphasis(let children):
        pending += children.reversed().map { ($0, role.combined(with: .emphasis)) }
      case .strong(let children):
        pending += children.reversed().map { ($0, role.combined(with: .strong)) }
      case .link(let children, _):
        pending += children.reversed().map { ($0, role.combined(with: .link)) }
      }
    }
    return builder.runs
  }

  /// The run of one range in one role; none where it is empty.
  func runs(of range: TextRange, role: Role) -> [Run] { runs(of: [.text(range)], role: role) }

  /// The range within the text and on scalar boundaries, rounded down.
  func clamped(_ range: TextRange) -> TextRange {
    TextRange(scalarBoundary(range.lowerBound), scalarBoundary(range.upperBound))
  }

  private func scalarBoundary(_ offset: Int) -> Int {
    let bytes = utf8.span
    return bytes.scalarBoundary(max(0, min(offset, bytes.count)))
  }
}

extension Role {
  /// The role of words that are set apart inside words of this role. Headlines, bylines and
  /// clutter have one look; elsewhere the stronger of two wins.
  fileprivate func combined(with inner: Role) -> Role {
    guard let strength, let innerStrength = inner.strength else { return self }
    return innerStrength > strength ? inner : self
  }

  private var strength: Int? {
    switch self {
    case .body, .summary, .blockQuote: 0
    case .caption: 1
    case .emphasis: 2
    case .strong: 3
    case .code: 4
    case .link: 5
    default: nil
    }
  }
}

private struct RunBuilder {
  let text: String
  var runs: [Run] = []
  var joint: Run.Joint
  private var floor = 0

  init(text: String, joint: Run.Joint) {
    self.text = text
    self.joint = joint
  }

  mutating func add(_ range: TextRange, _ role: Role) {
    let clamped = text.clamped(range)
    let range = TextRange(max(floor, clamped.lowerBound), clamped.upperBound)
    guard !range.isEmpty, range.lowerBound >= floor else { return }
    floor = range.upperBound
    if case .none = joint, let last = runs.last, last.role == role,
      last.range.upperBound == range.lowerBound
    {
      runs[runs.count - 1].range.upperBound = range.upperBound
    } else {
      runs.append(Run(range: range, role: role, joint: joint))
    }
    joint = .none
  }

  mutating func join(_ joint: Run.Joint, at offset: Int) {
    if case .lineBreak = self.joint {
      let place = max(floor, text.clamped(TextRange(offset, offset)).lowerBound)
      runs.append(Run(range: TextRange(place, place), role: .body, joint: .lineBreak))
    }
    self.joint = joint
  }
}
