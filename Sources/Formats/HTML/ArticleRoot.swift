// Chooses the element that holds the article. Candidates come from microdata and names, from
// semantic elements, and from a walk down the densest branch; a candidate must hold enough of the
// page's running text to be believed.

import Markup

/// Finds the element that holds the article.
struct ArticleRoot {
  private let survey: PageSurvey
  private let tree: NodeTree
  private var named: [NodeID] = []
  private var articles: [NodeID] = []
  private var mains: [NodeID] = []

  /// The element that holds the article, in the measure of `survey`. Of several articles the one
  /// with the page's title is taken.
  static func find(in survey: PageSurvey, title: String?) -> NodeID {
    var search = ArticleRoot(survey)
    search.collect()
    if let title, let entitled = search.entitled(title) { return entitled }
    let root = search.choose()
    // What only subscribers see stands below what everyone sees.
    guard survey.hints[Int(root.index)].contains(.premium), let above = survey.tree.parent(of: root)
    else { return root }
    return above
  }

  /// The one of several articles that has the page's title as its heading, where the others have
  /// their own.
  private func entitled(_ title: String) -> NodeID? {
    let long = withoutFrames(articles.filter { prose($0) >= 200 })
    guard (3...60).contains(long.count) else { return nil }
    let wanted = TitleVote.letters(title)
    var found: NodeID?
    for article in long {
      guard let heading = heading(of: article) else { return nil }
      guard TitleVote.letters(folded(Array(tree.text(in: heading).utf8))) == wanted else {
        continue
      }
      if found != nil { return nil }
      found = article
    }
    guard let found, !long.contains(where: { $0 != found && isInside($0, found) }) else {
      return nil
    }
    return found
  }

  /// Without the articles that only hold others: their first heading stands in one of those.
  private func withoutFrames(_ articles: [NodeID]) -> [NodeID] {
    guard articles.count <= 60 else { return articles }
    return articles.filter { frame in
      guard let heading = heading(of: frame) else { return true }
      return !articles.contains {
        $0 != frame && isInside(heading, $0) && isInside($0, frame)
      }
    }
  }

  private func heading(of article: NodeID) -> NodeID? {
    [.h1, .h2, .h3].lazy.compactMap { tree.firstElement($0, in: article) }.first
  }

  private func isInside(_ node: NodeID, _ other: NodeID) -> Bool {
    var current: NodeID? = node
    while let above = current {
      if above == other { return true }
      current = tree.parent(of: above)
    }
    return false
  }

  private init(_ survey: PageSurvey) {
    self.survey = survey
    tree = survey.tree
  }

  private func prose(_ node: NodeID) -> Int32 { survey.cleanProse[Int(node.index)] }

  private mutating func collect() {
    tree.visit(survey.body) { [survey, tree] node in
      guard tree.kind(of: node) == .element || node == survey.body,
        survey.cleanProse[Int(node.index)] > 0, survey.clutter[node] == nil
      else { return false }
      self.sort(node)
      return true
    } leave: { _ in
    }
  }

  private mutating func sort(_ node: NodeID) {
    switch tree.tag(of: node) {
    case .article: articles.append(node)
    case .main: mains.append(node)
    default: break
    }
    if survey.hints[Int(node.index)].contains(.body)
      || tree.attribute(survey.names.itemprop, of: node, holds: "articlebody")
    {
      named.append(node)
    }
    if tree.attribute(survey.names.role, of: node, equals: "main") { mains.append(node) }
  }

  private func choose() -> NodeID {
    if let found = best(of: named, share: 50) { return found }
    if let found = best(of: articles, share: 50) { return descend(from: found, share: 95) }
    if let found = best(of: mains, share: 50) { return descend(from: found, share: 85) }
    return descend(from: survey.body, share: 75)
  }

  /// The innermost of the candidates that hold nearly as much as the best one.
  private func best(of candidates: [NodeID], share: Int32) -> NodeID? {
    guard let most = candidates.map(prose).max(), most > 0,
      Int(most) * 100 >= Int(prose(survey.body)) * Int(share)
    else { return nil }
    return candidates.last { Int(prose($0)) * 100 >= Int(most) * 85 }
  }

  /// Goes down as long as one child holds at least `share` per cent of what its parent holds.
  private func descend(from start: NodeID, share: Int) -> NodeID {
    var node = start
    while true {
      let children = tree.children(of: node).filter { tree.kind(of: $0) == .element }
      guard let best = children.max(by: { prose($0) < prose($1) }), prose(best) > 0,
        tree.tag(of: best).isContainer,
        Int(prose(best)) * 100 >= Int(prose(node)) * share
      else { return node }
      node = best
    }
  }
}

extension Tag {
  /// May hold a whole article.
  fileprivate var isContainer: Bool {
    switch self {
    case .p, .li, .ul, .ol, .blockquote, .pre, .tr, .dl, .dd: false
    default: true
    }
  }
}
