import Screen
import Testing

@testable import Theming

private func problem(in text: String) -> String? {
  let source = ThemeCatalog.Source(file: "mine.toml", text: text)
  do throws(FileProblem) {
    _ = try ThemeCatalog(user: ["mine": source]).theme(named: "mine")
    return nil
  } catch {
    return error.description
  }
}

@Test(arguments: [
  (
    "[roles]\nbody = \"ink\"\n",
    "mine.toml:2:1: “ink” is no colour of this theme's palette and no attribute."
  ),
  (
    "inherits = \"paper\"\n\n[roles]\n  qoute = \"bold\"\n",
    "mine.toml:4:3: There is no role “qoute”. Did you mean “quote”?"
  ),
  ("[role]\nbody = \"bold\"\n", "mine.toml:2:1: A theme has no “role.body”. Did you mean “roles”?"),
  (
    "apearance = \"dark\"\n",
    "mine.toml:1:1: A theme has no “apearance”. Did you mean “appearance”?"
  ),
  (
    "appearance = \"dusk\"\n",
    "mine.toml:1:1: “dusk” is no appearance: write light, dark or terminal."
  ),
  (
    "inherits = \"papper\"\n", "mine.toml: There is no theme “papper”. Did you mean “paper”?"
  ),
  (
    "[palette]\nink = \"#12\"\n",
    "mine.toml:2:1: A colour is \"#rrggbb\", \"0\" to \"255\", or \"default\"."
  ),
  ("[roles]\nbody = 3\n", "mine.toml:2:1: A style is a string, as \"ink on paper bold\"."),
])
func mistakesAreNamedWithTheirPlace(text: String, sentence: String) {
  #expect(problem(in: text) == sentence)
}

@Test func syntaxErrorsHaveLineAndColumn() {
  let sentence = problem(in: "[roles]\nbody = \"ink\n")
  #expect(sentence?.hasPrefix("mine.toml:2:") == true)
}

@Test func themesThatInheritInACircleAreRefused() {
  let catalog = ThemeCatalog(user: [
    "a": .init(file: "a.toml", text: "inherits = \"b\""),
    "b": .init(file: "b.toml", text: "inherits = \"a\""),
  ])
  #expect(throws: FileProblem.self) { try catalog.theme(named: "a") }
}

@Test func aThemeMayInheritTheBundledOneOfItsOwnName() throws {
  let text = "inherits = \"paper\"\n[palette]\nred = \"#ff0000\"\n[roles]\nquote = \"red bold\"\n"
  let catalog = ThemeCatalog(user: ["paper": .init(file: "paper.toml", text: text)])
  let theme = try catalog.theme(named: "paper")
  let bundled = try ThemeCatalog().theme(named: "paper")
  #expect(theme.style(of: Ink(.quote)).foreground == .rgb(red: 255, green: 0, blue: 0))
  #expect(theme.style(of: Ink(.body)) == bundled.style(of: Ink(.body)))
}

@Test func aBrokenThemeFallsBackAndSaysWhy() {
  let catalog = ThemeCatalog(user: ["mine": .init(file: "mine.toml", text: "[roles")])
  let (theme, problem) = catalog.themeOrDefault(named: "mine")
  #expect(theme.name == ThemeCatalog.defaultName)
  #expect(problem != nil)
}

@Test func allMistakesOfAThemeAreTold() {
  let text = """
    appearance = "dim"
    body = "bold"
    [palette]
    ink = "black"
    [roles]
    title = "ink"
    qoute = "ink"
    quote = "inc"
    """
  let catalog = ThemeCatalog(user: ["mine": .init(file: "mine.toml", text: text)])
  #expect(
    catalog.problems(of: "mine").map(\.description) == [
      "mine.toml:1:1: “dim” is no appearance: write light, dark or terminal.",
      "mine.toml:2:1: A theme has no “body”. Write it below [roles].",
      "mine.toml:4:1: A colour is \"#rrggbb\", \"0\" to \"255\", or \"default\".",
      "mine.toml:7:1: There is no role “qoute”. Did you mean “quote”?",
      "mine.toml:8:1: “inc” is no colour of this theme's palette and no attribute."
        + " Did you mean “ink”?",
    ])
}

@Test func marksTogetherWinOverMarksAlone() throws {
  let text = """
    [palette]
    a = "#000000"
    b = "#ffffff"
    [roles]
    background = "a on b"
    [marks]
    selected = "bold"
    focused = "on a"
    "selected+focused" = "b on a underline"
    """
  let catalog = ThemeCatalog(user: ["mine": .init(file: "mine.toml", text: text)])
  let style = try catalog.theme(named: "mine").style(of: Ink(.body, [.selected, .focused]))
  #expect(style.foreground == .rgb(red: 255, green: 255, blue: 255))
  #expect(style.attributes == [.bold, .underline])
}
