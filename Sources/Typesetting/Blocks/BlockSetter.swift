// Turns one block of an article into strips: margins for lists and quotations, blank rows between
// their parts, and a strip for every paragraph inside. Blocks inside blocks are walked with a
// stack, not by recursion, so that no nesting is too deep.

import Articles
import Screen

struct BlockSetter {
  let setting: Setting
  private(set) var strips: [Strip] = []
  private var nests: [Nest]

  /// Blocks inside a list entry, a quotation or the article, and what is left of them.
  private struct Nest {
    enum Children {
      case blocks([Block])
      case items([ListItem], start: Int?, areLoose: Bool)

      var count: Int {
        switch self {
        case .blocks(let blocks): blocks.count
        case .items(let items, _, _): items.count
        }
      }
    }

    var children: Children
    var next = 0
    /// The margin of the children, without their own bullets.
    var margin: Margin
    var role: Role
    /// How many strips there were before the first child.
    var stripsBefore: Int
  }

  /// - Parameters:
  ///   - setting: the text and the measure.
  ///   - margin: what stands left of every row.
  init(setting: Setting, margin: Margin = Margin()) {
    self.setting = setting
    nests = [Nest(children: .blocks([]), margin: margin, role: .body, stripsBefore: 0)]
  }

  /// Whether anything was set since the outermost block began.
  var hasRows: Bool { !strips.isEmpty }

  /// The margin of the next row.
  var margin: Margin {
    guard let nest = nests.last else { return Margin() }
    return strips.count == nest.stripsBefore ? nest.margin : nest.margin.continued
  }

  /// Sets a block of the article with everything in it.
  mutating func set(_ block: Block, role: Role) {
    set(oneOf: block, role: role)
    while nests.count > 1 { setNext() }
  }

  private mutating func setNext() {
    let top = nests.count - 1
    let nest = nests[top]
    guard nest.next < nest.children.count else {
      nests.removeLast()
      return
    }
    nests[top].next += 1
    switch nest.children {
    case .blocks(let blocks):
      let block = blocks[nest.next]
      if strips.count > nest.stripsBefore, !isTight(block, in: top) { addBlank() }
      set(oneOf: block, role: nest.role)
    case .items(let items, let start, let areLoose):
      if areLoose, nest.next > 0, strips.count > nest.stripsBefore { addBlank() }
      open(
        items[nest.next], number: start.map { $0 &+ nest.next },
        last: start.map { $0 &+ items.count &- 1 })
    }
  }

  /// A list inside a list entry follows the entry's words at once.
  private func isTight(_ block: Block, in nest: Int) -> Bool {
    guard case .list = block.content, nest > 0, case .items = nests[nest - 1].children else {
      return false
    }
    return true
  }

  private mutating func open(_ item: ListItem, number: Int?, last: Int?) {
    let marker: String
    if let number, let last {
      let width = max(String(last).count, String(number).count)
      let digits = String(number)
      marker = String(repeating: " ", count: width - digits.count) + digits + ". "
    } else {
      marker = "• "
    }
    let lead = InkedSpan(text: marker, role: .ornament)
    if item.blocks.isEmpty {
      let lead = InkedSpan(text: String(marker.dropLast()), role: .ornament)
      strips.append(
        Strip(content: .fixed([]), margin: margin.adding(lead, measure: setting.measure)))
    } else {
      push(.blocks(item.blocks), margin.adding(lead, measure: setting.measure))
    }
  }

  private mutating func push(_ children: Nest.Children, _ margin: Margin, role: Role? = nil) {
    let role = role ?? nests.last?.role ?? .body
    nests.append(
      Nest(children: children, margin: margin, role: role, stripsBefore: strips.count))
  }

  /// Sets a block without those inside it, which are put on the stack.
  private mutating func set(oneOf block: Block, role: Role) {
    let text = setting.text
    switch block.content {
    case .paragraph(let inlines), .heading(_, let inlines):
      addRunning(text.runs(of: inlines, role: block.content.role(within: role)))
    case .list(let start, let items):
      let areLoose = items.contains { $0.isLoose }
      push(.items(items, start: start, areLoose: areLoose), margin, role: role)
    case .quotation(let blocks):
      let bar = InkedSpan(text: "▌ ", role: .ornament)
      let quoted = margin.adding(bar, hang: bar, measure: setting.measure)
      push(.blocks(blocks), quoted, role: role == .body ? .blockQuote : role)
    case .code(let range, _):
      addPreformatted(text.clamped(range), role == .hidden ? role : .code)
    case .table(let table):
      set(table, role: role, start: block.range.lowerBound)
    case .illustration(let illustration):
      set(illustration, role: role)
    case .rule:
      addRule(text.clamped(block.range))
    }
  }

  private mutating func addRule(_ range: TextRange) {
    let line = String(repeating: "─", count: setting.width(beside: margin))
    let span = InkedSpan(text: line, role: .ornament, range: range.isEmpty ? nil : range)
    add(.fixed([span]))
  }

  private mutating func set(_ illustration: Illustration, role: Role) {
    let own: (Role) -> Role = { role == .hidden ? .hidden : $0 }
    let size = illustration.size
    if let size { addForeign("▒ picture, \(size)", own(.credit)) }
    let parts = [
      (illustration.alt, own(.caption), size == nil ? "▒ " : nil),
      (illustration.caption, own(.caption), nil),
      (illustration.credit, own(.credit), nil),
    ]
    let shown = parts.compactMap { part in part.0.map { ($0, part.1, part.2) } }
      .sorted { ($0.0.lowerBound, $1.0.upperBound) < ($1.0.lowerBound, $0.0.upperBound) }
    var end = 0
    for (range, role, mark) in shown where !range.isEmpty && range.lowerBound >= end {
      end = range.upperBound
      let lead = mark.map { InkedSpan(text: $0, role: .ornament) }
      addRunning(setting.text.runs(of: range, role: role), lead: lead)
    }
    if end == 0, size == nil { addForeign("▒ picture", own(.caption)) }
  }
}

extension BlockSetter {
  /// Adds rows with the margin due.
  mutating func add(_ content: Strip.Content, startsParagraph: Bool = false) {
    strips.append(Strip(content: content, margin: margin, startsParagraph: startsParagraph))
  }

  /// Says of the rows since some strip which table they belong to.
  mutating func mark(from strip: Int, as table: WideTable) {
    for index in strip..<max(strip, strips.count) { strips[index].wideTable = table }
  }

  /// Adds a blank row that keeps the bars of the margin.
  mutating func addBlank() {
    strips.append(Strip(content: .blank(1), margin: margin))
  }

  /// Adds running text; nothing where there are no words.
  mutating func addRunning(_ runs: [Run], lead: InkedSpan? = nil) {
    var margin = margin
    if let lead { margin = margin.adding(lead, measure: setting.measure) }
    let rows = setting.text.rows(of: runs, width: setting.width(beside: margin))
    guard !rows.isEmpty else { return }
    strips.append(
      Strip(content: .running(runs, rows: rows), margin: margin, startsParagraph: true))
  }

  /// Adds words that are not the article's.
  mutating func addForeign(_ words: String, _ role: Role) {
    let run = Run(range: TextRange(0, words.utf8.count), role: role)
    let rows = words.rows(of: [run], width: setting.width(beside: margin))
    guard !rows.isEmpty else { return }
    add(.foreign(words, role, rows: rows))
  }

  private mutating func addPreformatted(_ range: TextRange, _ role: Role) {
    let rows = setting.text.preformattedRows(
      of: range, width: setting.width(beside: margin),
      restWidth: setting.restWidth(beside: margin), tabWidth: setting.tabWidth)
    guard !rows.isEmpty else { return }
    add(.preformatted(role, rows: rows), startsParagraph: true)
  }
}

extension ListItem {
  /// Whether the entry holds more than one block besides lists inside it.
  fileprivate var isLoose: Bool {
    blocks.count { block in
      if case .list = block.content { false } else { true }
    } > 1
  }
}

extension BlockContent {
  fileprivate func role(within role: Role) -> Role {
    if case .heading = self, role == .body || role == .blockQuote { return .heading }
    return role
  }
}
