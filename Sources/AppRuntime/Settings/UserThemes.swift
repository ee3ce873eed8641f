internal import Glibc
internal import Theming

/// The user's themes by name, read as text only: each is parsed when it is chosen.
func userThemes(in environment: Environment) -> [String: ThemeCatalog.Source] {
  guard let folder = environment.configuration.map({ $0 + "/themes" }),
    let names = try? fileNames(in: folder)
  else { return [:] }
  var themes: [String: ThemeCatalog.Source] = [:]
  for name in names where name.hasSuffix(".toml") {
    let path = folder + "/" + name
    guard let bytes = try? readFile(path) else { continue }
    themes[String(name.dropLast(5))] = ThemeCatalog.Source(
      file: path, text: String(decoding: bytes, as: UTF8.self))
  }
  return themes
}
