// Commands of the side panels, made from the registry: opening, stepping, copying.

import Articles
import Screen
import Typesetting

extension Command {
  static let panels: [Command] =
    SidePanelRegistry.panels.map(toggle) + SidePanelRegistry.panels.flatMap(steps) + [
      Command(
        "toggle-clutter", "Show or hide clutter in the text", group: .panels,
        in: Context.article, keys: ["gX"]
      ) { state, _ in state.inText { $0.show(hidden: !$0.showsHidden) } },
      copying(.quotes, "yq", "Copy the quote with its speaker"),
      copying(.figures, "yf", "Copy the figure with its source"),
      copying(.links, "yl", "Copy the address of the link"),
      Command(
        "copy-paragraph", "Copy the paragraph", group: .panels, in: Context.article,
        keys: ["yp"]
      ) { state, _ in state.copyParagraph() },
    ]

  private static func toggle(_ panel: SidePanel) -> Command {
    Command(
      panel.id.name, "Open or close the panel: \(panel.id.name)", group: .panels,
      in: Context.panes, keys: [panel.key], argument: panel.option?.argument,
      unavailable: { $0.reading == nil ? "Open an article first." : nil },
      perform: { state, invocation in
        if let words = invocation.argument, let option = panel.option {
          return option.take(&state, words)
        }
        state.toggle(panel)
        return []
      })
  }

  private static func steps(_ panel: SidePanel) -> [Command] {
    guard let letter = panel.stepLetter else { return [] }
    return [("next", "]", 1), ("previous", "[", -1)].map { word, bracket, direction in
      Command(
        "\(word)-\(panel.singular)", "Go to the \(word) \(panel.singular)", group: .panels,
        in: Context.article, keys: ["\(bracket)\(letter)"],
        unavailable: {
          $0.reading.flatMap { reading in
            reading.items(of: panel.id).isEmpty ? reading.emptySentence(of: panel) : nil
          }
        },
        perform: { state, invocation in
          if state.reading?.step(by: direction * invocation.times, in: panel.id) == false {
            let rest = direction > 0 ? "follows" : "comes before"
            let part = state.reading?.partWords(of: panel.id) == nil ? "" : " in this part"
            state.notice = Notice("No \(panel.singular) \(rest)\(part).")
          }
          return []
        })
    }
  }

  private static func copying(_ panel: SidePanel, _ key: String, _ summary: String) -> Command {
    Command(
      "copy-\(panel.singular)", summary, group: .panels, in: Context.article, keys: [key],
      unavailable: { $0.reading?.items(of: panel.id).isEmpty == true ? panel.emptySentence : nil },
      perform: { state, _ in state.copyItem(of: panel) })
  }
}

extension AppState {
  fileprivate mutating func copyItem(of panel: SidePanel) -> [Effect] {
    guard let reading, let item = reading.chosenItem(in: panel.id) else { return [] }
    notice = Notice("Copied: \(item.copyText)")
    if case .link(let address) = item.subject { return [.copy(address.harmless)] }
    return [.copy(reading.citation(of: item))]
  }

  fileprivate mutating func copyParagraph() -> [Effect] {
    guard let reading, let words = reading.paragraphAtLine else {
      notice = Notice("There is no paragraph here.")
      return []
    }
    notice = Notice("Copied the paragraph.")
    return [.copy(words)]
  }
}
