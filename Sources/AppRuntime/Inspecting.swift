// What can be asked about themes and keys without reading anything.

internal import Screen
internal import Session
internal import Theming

/// Prints the themes there are: name, where it is from, and a line about it.
///
/// - Returns: the exit status, 1 where a theme is broken.
public func listThemes() -> Int32 {
  let catalog = ThemeCatalog(user: userThemes(in: .ofProcess))
  let width = catalog.names.map(\.count).max() ?? 0
  var status: Int32 = 0
  for name in catalog.names {
    let padding = String(repeating: " ", count: width - name.count)
    do throws(FileProblem) {
      let theme = try catalog.theme(named: name)
      Output.standard.write("\(name)\(padding)  \(theme.summary)\n")
    } catch {
      Output.error.complain([error.description])
      status = 1
    }
  }
  return status
}

/// Checks a theme file and says what is wrong with it.
///
/// - Returns: the exit status, 1 where it is broken or cannot be read.
public func checkTheme(_ path: String) -> Int32 {
  do throws(InputProblem) {
    let text = String(decoding: try readFile(path, allowsPipes: true), as: UTF8.self)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.hasSuffix(".toml") ? String(file.dropLast(5)) : file
    var user = userThemes(in: .ofProcess)
    user[name] = ThemeCatalog.Source(file: path, text: text)
    let problems = ThemeCatalog(user: user).problems(of: name)
    for problem in problems { Output.error.write(problem.description.harmless + "\n") }
    guard problems.isEmpty else { return 1 }
    Output.standard.write("\(path) is a theme that can be used.\n")
    return 0
  } catch {
    Output.error.complain([error.sentence])
    return 1
  }
}

/// Prints every command with its keys, group by group, with the settings' keys in force.
public func listKeys() {
  let keys = Settings(environment: .ofProcess).keyMap
  for group in Command.Group.allCases {
    Output.standard.write("\(group.rawValue)\n")
    for command in Command.all where command.group == group {
      var patterns: [String] = []
      for context in command.contexts {
        for pattern in keys.patterns(for: command.name, in: context)
        where !patterns.contains(pattern) { patterns.append(pattern) }
      }
      let shown = patterns.isEmpty ? ":\(command.name)" : patterns.joined(separator: " ")
      let padding = String(repeating: " ", count: max(1, 24 - shown.count))
      Output.standard.write("  \(shown)\(padding)\(command.summary)  (\(command.name))\n")
    }
    Output.standard.write("\n")
  }
}
