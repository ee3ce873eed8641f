// A table: commands by which a reader puts right what the program took wrongly.

import Articles
import Excerpts

extension Command {
  static let corrections: [Command] = [
    Command(
      "correct-title", "Correct the title, or take that back", group: .articles,
      in: Context.article, keys: ["ct"],
      argument: Argument(
        "title", suggestion: { $0.reading?.loaded.titleToOffer ?? "" })
    ) { state, invocation in state.correctTitle(invocation.argument ?? "") },
    Command(
      "correct-speaker", "Say who said this", group: .articles, in: Context.article,
      keys: ["cs"], argument: Argument("name", choices: { $0.reading?.speakersToOffer ?? [] }),
      unavailable: {
        $0.reading?.loaded.excerpts.quotes.isEmpty == true ? SidePanel.quotes.emptySentence : nil
      },
      perform: { state, invocation in state.correctSpeaker(invocation.argument ?? "") }),
    Command(
      "correct-block", "Hide this block, or show a hidden one", group: .articles,
      in: Context.article, keys: ["ch"]
    ) { state, _ in state.correctBlock() },
  ]
}

extension LoadedArticle {
  /// The title to begin with: the present one, or the source's where that was corrected.
  fileprivate var titleToOffer: String {
    corrections.contains { $0.replaces(.title("")) } ? parsedTitle : article.displayTitle
  }
}
