// Letters on the links in view: typing them opens or copies one. The letters are those under the
// fingers first, and no label begins another, so that the last letter acts at once.

import Articles
import Screen

/// The labels of the links in view and what typing one does.
public struct LinkHints: Equatable, Sendable {
  /// One link with its label.
  public struct Hint: Equatable, Sendable {
    /// The letters to type.
    public let letters: String
    /// The link.
    public let link: ArticleLink
  }

  /// What typing a label does.
  public enum Verb: Hashable, Sendable {
    /// Gives the address to the program of the settings.
    case open
    /// Puts the address on the clipboard.
    case copy
  }

  /// The links in the order of the text.
  public let all: [Hint]
  /// What typing does now.
  public internal(set) var verb: Verb

  private static let alphabet = Array("fjdkslaghrueiwoqptyvncmbxz")

  init(_ links: [ArticleLink], verb: Verb) {
    let letters = Self.alphabet
    let isShort = links.count <= letters.count
    all = zip(0..<letters.count * letters.count, links).map { number, link in
      let last = letters[number % letters.count]
      return Hint(
        letters: isShort ? String(last) : String([letters[number / letters.count], last]),
        link: link)
    }
    self.verb = verb
  }

  /// The hints whose letters begin so.
  public func matching(_ typed: String) -> [Hint] {
    let typed = typed.lowercased()
    return all.filter { $0.letters.hasPrefix(typed) }
  }
}

extension AppState {
  /// Puts letters on the links in view.
  mutating func openHints() -> [Effect] {
    focus = .reading
    settle()
    guard let links = reading?.linksInView, !links.isEmpty else {
      notice = Notice("No link is in view.")
      return []
    }
    var prompt = PromptState(.hints)
    prompt.hints = LinkHints(links, verb: openCommand.isEmpty ? .copy : .open)
    self.prompt = prompt
    return []
  }

  /// Acts once a label is typed to its end; a letter that begins none is not taken.
  mutating func followTyped() -> [Effect] {
    guard var prompt, let hints = prompt.hints else { return [] }
    let typed = prompt.line.text
    let matching = hints.matching(typed)
    if matching.isEmpty {
      prompt.line = LineEditor(String(typed.dropLast()))
      self.prompt = prompt
    }
    guard matching.count == 1, matching[0].letters == typed.lowercased() else { return [] }
    self.prompt = nil
    return follow(matching[0].link, hints.verb)
  }

  /// Opens instead of copying, or the reverse.
  mutating func changeVerb() -> [Effect] {
    guard let verb = prompt?.hints?.verb else { return [] }
    if verb == .copy, openCommand.isEmpty {
      prompt = nil
      notice = .error(Self.openSetting)
    } else {
      prompt?.hints?.verb = verb == .copy ? .open : .copy
    }
    return []
  }

  private mutating func follow(_ link: ArticleLink, _ verb: LinkHints.Verb) -> [Effect] {
    // Without a program that opens links they are copied, but a place of the article is gone to.
    if link.destination.hasPrefix("#"), verb == .open || openCommand.isEmpty {
      return goToPlace(link.destination)
    }
    switch verb {
    case .open: return open(address: link.destination)
    case .copy:
      notice = Notice("Copied: \(link.destination)")
      return [.copy(link.destination.harmless)]
    }
  }
}

// MARK: - Opening

extension AppState {
  /// Goes where a link inside the article leads; `''` returns.
  private mutating func goToPlace(_ destination: String) -> [Effect] {
    guard let reading,
      let place = reading.loaded.article.document.place(
        of: destination, includesHidden: reading.showsHidden)
    else {
      notice = .error("The place “\(destination)” of this article is not known.")
      return []
    }
    self.reading?.jump(to: place)
    focus = .reading
    return []
  }

  static let openSetting =
    #"To open addresses, write open = ["w3m", "{url}"] or the like into config.toml."#

  /// Gives an address to the program of the settings: as one argument, never through a shell.
  mutating func open(address: String) -> [Effect] {
    if address.hasPrefix("#") { return goToPlace(address) }
    guard !openCommand.isEmpty else {
      notice = .error(Self.openSetting)
      return []
    }
    guard address.isOpenable else {
      notice = .error("“\(address)” is not a whole web address, so it is not opened.")
      return []
    }
    let place = "{url}"
    let arguments = openCommand.map { $0.replacing(place, with: address) }
    let isNamed = openCommand.contains { $0.contains(place) }
    return [.openExternally(isNamed ? arguments : arguments + [address])]
  }
}
