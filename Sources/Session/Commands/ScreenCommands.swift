// A table: commands about the screen and the program.

import Typesetting

extension Command {
  static let screen: [Command] = [
    Command(
      "help", "Show the keys; type to search", group: .screen, in: Context.panes,
      keys: ["?", "<F1>"]
    ) { state, _ in state.openHelp() },
    Command(
      "command-line", "Type a command by name", group: .screen, in: Context.panes,
      keys: [":", "<C-p>"]
    ) { state, _ in state.openCommandLine("") },
    Command(
      "messages", "Show what was told", group: .screen, in: Context.panes, keys: ["g<lt>"]
    ) { state, _ in state.openMessages() },
    Command(
      "next-layout", "Change the layout", group: .screen, in: Context.panes, keys: ["\\"]
    ) { state, _ in state.nextLayout() },
    Command(
      "layout", "Choose the layout", group: .screen, in: Context.panes,
      argument: Argument("layout", choices: { _ in LayoutChoice.allCases.map(\.rawValue) })
    ) { state, invocation in state.chooseLayout(invocation.argument ?? "") },
    Command(
      "zen", "Show nothing but the article", group: .screen, in: Context.article, keys: ["z"]
    ) { state, _ in
      state.isZen.toggle()
      if state.isZen { state.focus = .reading }
      return []
    },
    Command(
      "wider", "Set the text wider", group: .screen, in: Context.article, keys: ["+"]
    ) { state, invocation in state.changeMeasure(by: 4 * invocation.times) },
    Command(
      "narrower", "Set the text narrower", group: .screen, in: Context.article, keys: ["-"]
    ) { state, invocation in state.changeMeasure(by: -4 * invocation.times) },
    Command(
      "default-measure", "Set the text to the usual measure", group: .screen,
      in: Context.article, keys: ["="]
    ) { state, _ in state.useMeasure(Preferences.defaultMeasure) },
    Command(
      "measure", "Choose the longest line", group: .screen, in: Context.panes,
      argument: Argument("columns", suggestion: { String($0.preferences.measure) })
    ) { state, invocation in
      guard let columns = invocation.argument.flatMap({ Int($0) }) else {
        state.notice = .error("The measure is a number of columns, as 72.")
        return []
      }
      return state.useMeasure(columns)
    },
    Command(
      "theme", "Choose the theme", group: .screen, in: Context.panes, keys: ["T"],
      argument: Argument(
        "name", choices: { $0.themeNames }, preview: { .useTheme($0) },
        current: { $0.preferences.theme })
    ) { state, invocation in state.chooseTheme(invocation.argument ?? "") },
    Command(
      "repaint", "Draw the screen again", group: .screen, in: Context.panes, keys: ["<C-l>"]
    ) { _, _ in [.repaint] },
    Command(
      "suspend", "Go back to the shell for a while", group: .screen, in: Context.panes,
      keys: ["<C-z>"]
    ) { _, _ in [.suspend] },
    Command(
      "quit", "Quit", group: .screen, in: Context.panes, keys: ["ZZ", "<C-c>"], aliases: ["q"],
      isForceable: true
    ) { _, _ in [.quit] },
  ]
}

extension AppState {
  fileprivate mutating func nextLayout() -> [Effect] {
    let allowed = Arrangement.allowedLayouts(for: size)
    guard allowed.count > 1 else {
      notice = Notice("The window is too small for another layout.")
      return []
    }
    let place = allowed.firstIndex(of: effectiveLayout) ?? 0
    return use(allowed[(place + 1) % allowed.count])
  }

  fileprivate mutating func chooseLayout(_ name: String) -> [Effect] {
    guard let layout = LayoutChoice(rawValue: name) else {
      let names = LayoutChoice.allCases.map(\.rawValue)
      let hint = Spelling.suggestion(for: name, among: names)
      notice = .error("There is no layout “\(name)”.\(hint)")
      return []
    }
    let effects = use(layout)
    if effectiveLayout != layout {
      notice = Notice("The window is too small for \(layout.rawValue) now.")
    }
    return effects
  }

  private mutating func use(_ layout: LayoutChoice) -> [Effect] {
    preferences.layout = layout
    isZen = false
    notice = Notice("Layout: \(layout.rawValue)")
    return [.savePreferences(preferences)]
  }

  fileprivate mutating func changeMeasure(by columns: Int) -> [Effect] {
    // From what is seen, not from a measure that the window has no room for.
    useMeasure(min(preferences.measure, reading?.typeset.measure ?? .max) + columns)
  }

  fileprivate mutating func useMeasure(_ columns: Int) -> [Effect] {
    let chosen = Preferences(
      theme: preferences.theme, layout: preferences.layout, measure: columns)
    preferences = chosen
    notice = Notice("Measure: \(chosen.measure) columns")
    return [.savePreferences(chosen)]
  }

  fileprivate mutating func chooseTheme(_ name: String) -> [Effect] {
    guard themeNames.contains(name) else {
      let hint = Spelling.suggestion(for: name, among: themeNames)
      notice = .error("There is no theme “\(name)”.\(hint)")
      return []
    }
    preferences.theme = name
    return [.useTheme(name), .savePreferences(preferences)]
  }
}
