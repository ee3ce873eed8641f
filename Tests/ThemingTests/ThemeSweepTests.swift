import Foundation
import Screen
import Testing

@testable import Theming

private let themesFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Themes")

@Test func everyFileInThemesIsBundled() throws {
  let files = try FileManager.default.contentsOfDirectory(atPath: themesFolder.path)
  let names = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
  #expect(Set(names) == Set(BundledThemes.sources.keys))
}

@Test(arguments: ThemeCatalog().names)
func everyRoleIsNamedDirectlyOrByInheritance(name: String) throws {
  let theme = try ThemeCatalog().theme(named: name)
  for role in Role.allCases {
    var next: Role? = role
    while let current = next, theme.roles[current] == nil { next = current.fallback }
    #expect(next != nil, "\(name) gives \(role) no style")
  }
  #expect(!theme.summary.isEmpty)
}

@Test(arguments: ThemeCatalog().names)
func everyInkThatCarriesTextCanBeRead(name: String) throws {
  let theme = try ThemeCatalog().theme(named: name)
  #expect(theme.faintInks == [])
}

@Test func faintInksAreNamed() throws {
  let text = "[palette]\na = \"#777777\"\nb = \"#888888\"\n[roles]\nbackground = \"a on b\"\n"
  let catalog = ThemeCatalog(user: ["mine": .init(file: "mine.toml", text: text)])
  let first = try catalog.theme(named: "mine").faintInks.first
  #expect(first == "body has a contrast of 1.26, less than 4.5.")
}

/// Pairs of inks that a reader must be able to tell apart at any number of colours.
private let pairsToTellApart: [(Ink, Ink)] = [
  (Ink(.body), Ink(.quote)), (Ink(.body), Ink(.figureValue)), (Ink(.body), Ink(.title)),
  (Ink(.body), Ink(.body, .match)), (Ink(.body, .match), Ink(.body, [.match, .focused])),
  (Ink(.quote), Ink(.quote, .selected)), (Ink(.figureValue), Ink(.figureValue, .selected)),
  (Ink(.listTitle), Ink(.listTitle, [.selected, .focused])), (Ink(.body), Ink(.link)),
  (Ink(.status), Ink(.error)), (Ink(.speaker), Ink(.unsure)), (Ink(.listTitle), Ink(.listRead)),
]

@Test(arguments: ThemeCatalog().names, [ColorDepth.none, .sixteen, .indexed, .full])
func inksStayApart(name: String, depth: ColorDepth) throws {
  let catalog = ThemeCatalog()
  let palette = try catalog.theme(named: name).palette(depth: depth, withoutColours: catalog.plain)
  for (left, right) in pairsToTellApart {
    #expect(palette[left] != palette[right], "\(name): \(left.name) looks like \(right.name)")
  }
}

@Test func blackOnWhiteHasTheGreatestContrast() {
  let black = Color.rgb(red: 0, green: 0, blue: 0)
  let white = Color.rgb(red: 255, green: 255, blue: 255)
  #expect(black.contrast(with: white) == 21)
  #expect(Color.rgb(red: 118, green: 118, blue: 118).contrast(with: white).map { $0 > 4.5 } == true)
  #expect(black.contrast(with: .terminalDefault) == nil)
}

@Test(arguments: ThemeCatalog().names, [ColorDepth.none, .sixteen, .indexed, .full])
func noMarkTurnsABarInsideOut(name: String, depth: ColorDepth) throws {
  let catalog = ThemeCatalog()
  let palette = try catalog.theme(named: name).palette(depth: depth, withoutColours: catalog.plain)
  for marks in [Marks.selected, [.selected, .focused], [.selected, .match]] {
    let attributes = palette[Ink(.bar, marks)].attributes
    #expect(attributes.isDisjoint(with: [.reverse, .underline]), "\(name), \(depth)")
  }
}
