// Tables: keys for hands that know another program. A preset is laid over the default keys; what it
// displaces stays under `:`, and the commands of the prefix `g` move to `t` where `g` is taken.

/// Whose habits the keys follow.
public enum KeyPreset: String, Hashable, Sendable, CaseIterable {
  /// The default keys.
  case vim
  /// A pager's: `f`, `d`, `u`, `g`, `p`, `h` for help, `q` to leave the program.
  case less
  /// A feed reader's: `n` and `p` for unread articles, `N`, `s`, `r`.
  case newsboat
  /// An editor's: `C-n`, `C-v`, `M-v`, `C-s`, `M-x`, `C-x C-c`.
  case emacs

  /// What the preset changes: patterns and commands by context, as in the settings.
  public var keys: [Context: [String: String]] {
    switch self {
    case .vim: [:]
    case .less: Self.table(panes: Self.lessKeys, text: Self.lessText, article: Self.lessArticle)
    case .newsboat: Self.table(panes: Self.newsboatKeys, article: Self.newsboatArticle)
    case .emacs: Self.table(panes: Self.emacsKeys, text: Self.emacsText, article: Self.emacsArticle)
    }
  }

  /// Every pane's keys, those of the text, and those of the text and its panel.
  private static func table(
    panes: [String: String], text: [String: String] = [:], article: [String: String] = [:]
  ) -> [Context: [String: String]] {
    let both = panes.merging(article) { $1 }
    return [.list: panes, .reading: both.merging(text) { $1 }, .side: both]
  }

  private static let lessKeys = [
    "f": "page-down", "<C-v>": "page-down", "<M-v>": "page-up",
    "d": "half-page-down", "u": "half-page-up",
    "e": "down", "<C-e>": "down", "<C-n>": "down", "<C-y>": "up", "<C-k>": "up", "<C-p>": "up",
    "gg": "none", "gs": "none", "gS": "none", "ts": "excerpts", "tS": "searches",
    "g<lt>": "none", "gv": "none", "gF": "none", "gl": "none",
    "tv": "voices", "tF": "rejected", "tl": "links",
    "g": "start", "<lt>": "start", ">": "end", "t<lt>": "messages",
    "h": "help", "U": "undo",
  ]
  private static let lessText = ["q": "quit"]
  private static let lessArticle = [
    "gX": "none", "gd": "none", "gq": "none", "go": "none", "gx": "none",
    "to": "open-link", "tx": "open-source",
    "tX": "toggle-clutter", "td": "introduction",
    "tq": "fragments", "p": "percent", "s": "write",
  ]

  private static let newsboatKeys = [
    "n": "next-unread", "p": "previous-unread", "N": "toggle-read", "r": "reload",
    "<C-n>": "next-match", "<C-p>": "previous-match",
  ]
  private static let newsboatArticle = ["s": "write", "o": "open-source"]

  private static let emacsKeys = [
    "<C-n>": "down", "<C-p>": "up", "<C-v>": "page-down", "<M-v>": "page-up",
    "<M-lt>": "start", "<M-gt>": "end",
    "<C-s>": "find", "<C-r>": "previous-match", "<C-g>": "cancel", "<M-x>": "command-line",
    "<C-x><C-c>": "quit", "<C-x>o": "next-pane", "<C-x>k": "close", "<C-_>": "undo",
    "<C-h>": "help",
  ]
  private static let emacsText = ["<M-}>": "next-paragraph", "<M-{>": "previous-paragraph"]
  private static let emacsArticle = [
    "<C-x>1": "zen", "<C-x><C-s>": "write", "<M-w>": "copy-paragraph", "<M-|>": "pipe",
  ]
}
