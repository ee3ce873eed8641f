import Session
import Testing

@testable import AppRuntime

private func settings(_ text: String) -> Settings {
  var settings = Settings()
  settings.read(text: text, file: "config.toml")
  return settings
}

@Test func settingsAreRead() {
  let settings = settings(
    """
    theme = "night"
    measure = 60
    layout = "stacked"
    open = ["w3m", "{url}"]
    library = "/srv/articles.sqlite"
    [keys.reading]
    "]x" = "next-quote"
    q = "none"
    """)
  #expect(settings.problems == [])
  #expect(
    settings.preferences == Preferences(theme: "night", layout: .stacked, measure: 60))
  #expect(settings.openCommand == ["w3m", "{url}"])
  #expect(settings.libraryFile == "/srv/articles.sqlite")
  #expect(settings.keys == [.reading: ["]x": "next-quote", "q": "none"]])
}

@Test(arguments: [
  ("mesure = 3", "config.toml:1:1: There is no setting “mesure”. Did you mean “measure”?"),
  ("\nmeasure = 7", "config.toml:2:1: “measure” is a number from 24 to 160."),
  (
    "open = \"w3m\"",
    "config.toml:1:1: “open” is a program and its arguments, as [\"w3m\", \"{url}\"]."
  ),
  (
    "library = \"articles\"",
    "config.toml:1:1: “library” is a whole path, as \"~/articles.sqlite\"."
  ),
  ("theme = 1", "config.toml:1:1: “theme” is a name in quotation marks, as \"paper\"."),
  (
    "layout = \"stakced\"",
    "config.toml:1:1: There is no layout “stakced”. Did you mean “stacked”?"
  ),
  (
    "[keys]\npreset = \"les\"",
    "config.toml:2:1: There is no key preset “les”. Did you mean “less”?"
  ),
  (
    "[keys.raeding]\nq = \"quit\"",
    "config.toml:2:1: There are no keys of “raeding”. Did you mean “reading”?"
  ),
])
func mistakesHaveAPlaceAndANearestName(text: String, problem: String) {
  #expect(settings(text).problems == [problem])
}

@Test func aMisspeltCommandIsNamedAndTheRestCounts() {
  let settings = settings("theme = \"night\"\n[keys.reading]\n\"]x\" = \"next-qoute\"")
  #expect(settings.problems.count == 1)
  #expect(settings.problems.first?.hasPrefix("config.toml:3:1: ") == true)
  #expect(settings.problems.first?.contains("next-quote") == true)
  #expect(settings.preferences.theme == "night")
  #expect(settings.keys[.reading, default: [:]].isEmpty)
}

@Test func aPresetIsChosenAndOwnKeysWinOverIt() {
  let settings = settings("[keys]\npreset = \"less\"\n[keys.reading]\nd = \"next-quote\"")
  #expect(settings.problems == [])
  let keys = settings.keyMap
  #expect(keys.patterns(for: "half-page-down", in: .list).first == "d")
  #expect(keys.patterns(for: "next-quote", in: .reading).first == "d")
}

@Test func collisionsOfKeysHaveTheirLineToo() {
  let settings = settings("[keys.reading]\nx = \"quotes\"\njj = \"help\"\ng = \"help\"")
  let problems = settings.allProblems(of: settings.keyMap)
  #expect(problems.count == 2)
  #expect(problems[0].hasPrefix("config.toml:4:1: keys.reading: “g” also begins “g"))
  #expect(problems[1].hasPrefix("config.toml:3:1: keys.reading: “jj” can never be typed"))
}

@Test func brokenSettingsStartTheProgramAnyway() {
  let settings = settings("theme = \"night\nmeasure = 3")
  #expect(settings.problems.count == 1)
  #expect(settings.problems.first?.hasPrefix("config.toml:1:") == true)
  #expect(settings.preferences == Preferences())
}

@Test func whatWasChosenIsRememberedUnlessSettingsSayOtherwise() throws {
  let folder = try ScratchFolder()
  let environment = Environment([
    "XDG_STATE_HOME": folder.path + "/state", "XDG_CONFIG_HOME": folder.path + "/config",
  ])
  let chosen = Preferences(theme: "fjord", layout: .single, measure: 50)
  let file = try #require(environment.state) + "/preferences.toml"
  #expect(save(chosen, to: file) == nil)
  #expect(Settings(environment: environment).preferences == chosen)
  try folder.write("measure = 90", "config/pullquote/config.toml")
  let settings = Settings(environment: environment)
  #expect(settings.preferences == Preferences(theme: "fjord", layout: .single, measure: 90))
}

@Test func preferencesThatCannotBeWrittenAreASentence() {
  let problem = save(Preferences(), to: "/dev/null/pullquote/preferences.toml")
  #expect(problem?.contains("/dev/null/pullquote/preferences.toml cannot be written") == true)
}

@Test(arguments: [
  (["HOME": "/h"], "/h/.config/pullquote"),
  (["HOME": "/h", "XDG_CONFIG_HOME": "/c"], "/c/pullquote"),
  (["HOME": "/h", "XDG_CONFIG_HOME": "c"], "/h/.config/pullquote"),
  ([:], nil),
])
func relativeDirectoriesDoNotCount(variables: [String: String], folder: String?) {
  #expect(Environment(variables).configuration == folder)
}
