public import Screen

/// A look: a style for every role, and a patch for every mark.
///
/// Styles are complete: what a theme file leaves out came from the theme it inherits or from the
/// fallbacks between roles (`RoleFallback`).
public struct Theme: Hashable, Sendable {
  /// Whether the theme is meant for a light or a dark background.
  public enum Appearance: String, Hashable, Sendable {
    /// Dark words on light.
    case light
    /// Light words on dark.
    case dark
    /// Whatever the terminal has.
    case terminal
  }

  /// A change that a mark makes to a role's style; nil keeps what was there.
  public struct Patch: Hashable, Sendable {
    /// The new colour of the glyph.
    public var foreground: Color?
    /// The new colour behind it.
    public var background: Color?
    /// Attributes to add.
    public var attributes: TextAttributes

    /// Makes a patch.
    public init(
      foreground: Color? = nil, background: Color? = nil, attributes: TextAttributes = []
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }

    /// The style with the patch laid over it.
    public func applied(to style: Style) -> Style {
      Style(
        foreground: foreground ?? style.foreground, background: background ?? style.background,
        attributes: style.attributes.union(attributes))
    }

    func inheriting(_ parent: Patch) -> Patch {
      Patch(
        foreground: foreground ?? parent.foreground, background: background ?? parent.background,
        attributes: attributes)
    }
  }

  /// The name by which it is chosen: the file's name without its ending.
  public let name: String
  /// One line about it.
  public let summary: String
  /// What background it is meant for.
  public let appearance: Appearance
  /// The roles that the file or its parents name, as patches over the background's style.
  public let roles: [Role: Patch]
  /// The marks. A patch for several marks together is laid over those for each alone.
  public let marks: [Marks: Patch]

  /// The style of an ink in 24-bit colour.
  public func style(of ink: Ink) -> Style {
    let base = patch(for: .background).applied(to: Style())
    var style = patch(for: ink.role).applied(to: base)
    let shape = style.attributes
    for (_, mark) in Marks.named where ink.marks.contains(mark) {
      style = (marks[mark] ?? Patch()).applied(to: style)
    }
    for (mark, patch) in combinations where ink.marks.isSuperset(of: mark) {
      style = patch.applied(to: style)
    }
    // Bars and rules are shapes: reversed or underlined they would be others.
    if !ink.role.carriesText, ink.role != .background { style.attributes = shape }
    return style
  }

  /// The style of every ink at a terminal's colour depth.
  ///
  /// Without colours every theme looks alike: attributes are all there is, and telling roles
  /// apart matters more than a theme's character. `withoutColours` is the theme that says how.
  public func palette(depth: ColorDepth, withoutColours plain: Theme) -> Palette {
    guard depth > .none else {
      return Palette { ink in
        Style(attributes: plain.style(of: ink).attributes)
      }
    }
    var colors = ReducedColors(depth: depth)
    return Palette { ink in
      let style = colors.reduced(style(of: ink))
      guard depth < .indexed, isLost(ink, style, &colors) else { return style }
      return Patch(attributes: plain.style(of: ink).attributes).applied(to: style)
    }
  }

  /// Whether a few colours cannot tell an ink from the one it must stand out from: the role
  /// without its marks, or running text. Then attributes have to.
  private func isLost(_ ink: Ink, _ style: Style, _ colors: inout ReducedColors) -> Bool {
    let plainer = ink.marks.isEmpty ? Ink(.body) : Ink(ink.role)
    let other = colors.reduced(self.style(of: plainer))
    return ink != plainer
      && (style.foreground, style.background)
        == (other.foreground, other.background)
  }

  /// The patches for several marks together: those without the search's mark first, as nothing
  /// may hide a match, then those for fewer marks.
  private var combinations: [(Marks, Patch)] {
    marks.filter { $0.key.rawValue.nonzeroBitCount > 1 }
      .sorted { rank(of: $0.key) < rank(of: $1.key) }
      .map { ($0.key, $0.value) }
  }

  private func rank(of marks: Marks) -> Int {
    (marks.contains(.match) ? 1000 : 0) + marks.rawValue.nonzeroBitCount * 100
      + Int(marks.rawValue)
  }

  private func patch(for role: Role) -> Patch {
    var role = role
    while roles[role] == nil, let next = role.fallback { role = next }
    return roles[role] ?? Patch()
  }
}

/// Colours at one depth. A theme has a handful for hundreds of inks, and each costs a comparison
/// with all that the terminal has.
private struct ReducedColors {
  let depth: ColorDepth
  private var known: [Color: Color] = [:]

  init(depth: ColorDepth) { self.depth = depth }

  mutating func reduced(_ style: Style) -> Style {
    Style(
      foreground: reduced(style.foreground), background: reduced(style.background),
      attributes: style.attributes)
  }

  private mutating func reduced(_ color: Color) -> Color {
    if let known = known[color] { return known }
    let reduced = color.reduced(to: depth)
    known[color] = reduced
    return reduced
  }
}

extension Role {
  /// The role whose style stands in where a theme names none, so that a small theme is whole.
  var fallback: Role? {
    switch self {
    case .background: nil
    case .body, .ornament, .rule, .bar, .status, .listTitle, .overlay: .background
    case .title, .heading, .summary, .emphasis, .strong, .link, .code, .blockQuote, .caption,
      .quote, .figureValue, .speaker, .cue, .figureSubject:
      .body
    case .byline, .credit, .hidden, .detail: .caption
    case .unsure: .speaker
    case .listRead, .listDetail: .listTitle
    case .paneTitle, .prompt, .error, .statusKey: .status
    case .paneTitleActive: .paneTitle
    case .overlayKey: .overlay
    }
  }
}
