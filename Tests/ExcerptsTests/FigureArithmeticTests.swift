import Articles
import Excerpts
import Testing

/// A sentence with one value, what it was before, and one percentage.
private struct Change {
  let text: String
  var figures: [Figure] = []

  init(
    _ text: String, to: String, _ value: Double, from: String, _ base: Double,
    percent: String? = nil, _ percentage: Double = 0, direction: Figure.Change? = .up,
    bound: Figure.Bound = .equal, unit: String = "visit"
  ) {
    self.text = text
    let to = range(to)
    figures = [
      Figure(range: to, phrase: to, value: .exactly(value), unit: unit, base: base),
      Figure(range: range(from), phrase: range(from), value: .exactly(base), unit: unit),
    ]
    if let percent {
      figures.append(
        Figure(
          range: range(percent), phrase: range(percent), value: .exactly(percentage),
          bound: bound, unit: "percentage", change: direction))
    }
  }

  var arithmetic: FigureArithmetic? { FigureArithmetic(figures[0], in: figures, text: text) }

  private func range(_ words: String) -> TextRange {
    let bytes = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: Array(words.utf8)) } ?? 0
    return TextRange(start, start + words.utf8.count)
  }
}

private let rise = "Visits rose 60 percent, to 3.9 million from 2.4 million."

@Test func aChangeFromABaseIsComputed() throws {
  let found = try #require(
    Change(rise, to: "3.9 million", 3.9e6, from: "2.4 million", 2.4e6).arithmetic)
  let percentage = try #require(found.percentage)
  #expect(abs(percentage - 62.5) < 1e-9)
  #expect(found.points == nil)
  #expect(found.check == nil)
}

@Test(arguments: [
  (60, Figure.Bound.equal, FigureArithmetic.Check.differs(stated: 60, roundingMayExplain: true)),
  (60, .about, .agrees(stated: 60)),
  (60, .above, .agrees(stated: 60)),
  (60, .below, .differs(stated: 60, roundingMayExplain: true)),
  (62, .equal, .agrees(stated: 62)),
  (63, .equal, .agrees(stated: 63)),
  (90, .equal, .differs(stated: 90, roundingMayExplain: false)),
])
func aStatedPercentageIsComparedWithinItsRounding(
  stated: Int, bound: Figure.Bound, expected: FigureArithmetic.Check
) {
  let change = Change(
    "Visits rose \(stated) percent, to 3.9 million from 2.4 million.", to: "3.9 million", 3.9e6,
    from: "2.4 million", 2.4e6, percent: "\(stated) percent", Double(stated), bound: bound)
  #expect(change.arithmetic?.check == expected)
}

@Test func exactNumbersLeaveNoRoomForRounding() {
  let change = Change(
    "It grew 60 percent, from 2,400 to 3,900.", to: "3,900", 3900, from: "2,400", 2400,
    percent: "60 percent", 60)
  #expect(change.arithmetic?.check == .differs(stated: 60, roundingMayExplain: false))
}

@Test func aPercentageThatMayBeAboutSomethingElseIsNotCompared() {
  let change = Change(
    rise, to: "3.9 million", 3.9e6, from: "2.4 million", 2.4e6, percent: "60 percent", 60,
    direction: nil)
  #expect(change.arithmetic?.check == nil)
  let fall = Change(
    rise, to: "3.9 million", 3.9e6, from: "2.4 million", 2.4e6, percent: "60 percent", 60,
    direction: .down)
  #expect(fall.arithmetic?.check == nil)
}

@Test func percentagesChangeByPointsAndNothingGrowsFromZero() {
  let share = Change(
    "The share fell to 30 % from 45 %.", to: "30 %", 30, from: "45 %", 45, unit: "percentage")
  #expect(share.arithmetic?.points == -15)
  #expect(share.arithmetic?.percentage == nil)
  let none = Change("It rose to 5 from 0.", to: "5", 5, from: "0", 0)
  #expect(none.arithmetic?.percentage == nil)
  #expect(none.arithmetic?.to == 5)
}

@Test func whatIsOnlyComparedOrARangeIsNoChange() {
  let compared = Change(
    "Some 28 % liked it, compared with 33 % of the others.", to: "28 %", 28, from: "33 %", 33,
    unit: "percentage")
  #expect(compared.arithmetic == nil)
  let text = "Contracts last from three to six months."
  let range = TextRange(20, 32)
  var figure = Figure(
    range: range, phrase: range, value: .between(3, 6), bound: .range, unit: "month", base: 3)
  #expect(FigureArithmetic(figure, in: [figure], text: text) == nil)
  figure.change = .up
  #expect(FigureArithmetic(figure, in: [figure], text: text)?.percentage == 100)
}

@Test func theSentenceOfAFigureIsFound() {
  let text = "The first says 12 things. The second, by Ms Venn, says 1.5 more! Nothing else."
  let range = TextRange(0, text.utf8.count)
  let document = Document(
    text: text, blocks: [Block(range, role: .body, content: .paragraph([.text(range)]))])
  let figures = [TextRange(55, 58), TextRange(15, 17)].map {
    Figure(range: $0, phrase: $0, value: .exactly(1))
  }
  #expect(
    document.sentences(of: figures).map { String(document.words(in: $0)) } == [
      "The second, by Ms Venn, says 1.5 more!", "The first says 12 things.",
    ])
}
