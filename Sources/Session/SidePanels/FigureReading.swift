// What is known about one figure, in words: for its entry in the panel and for its details.

import Articles
import Excerpts
import Screen

/// One figure with what belongs to it.
struct FigureReading {
  let figure: Figure
  let document: Document
  /// The figures that say the same in another unit.
  var conversions: [Figure] = []
  /// The change from an earlier value, computed.
  var arithmetic: FigureArithmetic?

  func words(_ range: TextRange) -> String {
    PanelLine(document.words(in: range), .body).text
  }

  /// The bound and the number as written: the phrase without the counted thing.
  var value: String {
    var range = figure.phrase.union(figure.range)
    if let counted = figure.counted {
      if counted.lowerBound >= figure.range.upperBound {
        range = TextRange(range.lowerBound, min(range.upperBound, counted.lowerBound))
      } else if counted.upperBound <= figure.range.lowerBound {
        range = TextRange(max(range.lowerBound, counted.upperBound), range.upperBound)
      }
    }
    let words = words(range)
    // "millions of" counts something that has a line of its own.
    return words.hasSuffix(" of") ? String(words.dropLast(3)) : words
  }

  /// The value as a plain number.
  var normalised: String {
    switch figure.value {
    case .exactly(let value): NumberWords.plain(value)
    case .between(let low, let high): "\(NumberWords.plain(low)) to \(NumberWords.plain(high))"
    }
  }

  /// The plain number where it says more than what is written.
  var normalisedIfOther: String? {
    let written = words(figure.range)
    let isOther =
      switch figure.value {
      case .exactly(let value): NumberWords.differs(value, from: written)
      case .between:
        NumberWords.digits(normalised) != NumberWords.digits(written)
      }
    return isOther ? normalised : nil
  }

  /// "2.4 → 3.9 million, +62.5 %".
  var change: String? {
    arithmetic.map { arithmetic in
      let amount =
        arithmetic.percentage.map { "\(NumberWords.signed($0)) %" }
        ?? arithmetic.points.map { "\(NumberWords.signed($0)) points" }
      let values = NumberWords.change(from: arithmetic.from, to: arithmetic.to)
      return [values, amount].compactMap { $0 }.joined(separator: ", ")
    }
  }

  /// What is wrong with the percentage that the sentence states, if anything.
  var disagreement: String? {
    guard case .differs(let stated, _) = arithmetic?.check,
      let percentage = arithmetic?.percentage
    else { return nil }
    return "the text says \(NumberWords.plain(stated)) %, "
      + "the numbers say \(NumberWords.plain(abs(percentage), decimals: 1)) %"
  }

  /// Every known thing under its name.
  var details: [DetailRow] {
    let bounds: [Figure.Bound: String] = [
      .below: "at most or less", .above: "at least or more", .about: "about", .range: "a range",
    ]
    let directions: [Figure.Change: String] = [.up: "up", .down: "down"]
    let sources: [(String, TextRange?)] = [
      ("counted", figure.counted), ("about", figure.concept), ("subject", figure.subject),
      ("source", figure.source),
    ]
    let arithmetic: [(String, String?)] = [
      ("written", words(figure.phrase)), ("value", normalised), ("unit", figure.unit),
      ("bound", bounds[figure.bound]), ("change", figure.change.flatMap { directions[$0] }),
      ("computed", change), ("check", check),
      ("converted", conversions.isEmpty ? nil : conversionWords),
    ]
    let rows = arithmetic + sources.map { ($0, $1.map(words)) }
    let sentence = document.sentences(of: [figure]).first.map(words)
    return (rows + [("as of", asOf), ("sentence", sentence)]).compactMap { label, words in
      words.map { DetailRow(label: label, words: $0) }
    }
  }

  /// "in October (2023-10)": the words, and the days where the article's date tells them.
  private var asOf: String? {
    figure.asOf.map { range in words(range) + (figure.time.map { " (\($0))" } ?? "") }
  }

  private var conversionWords: String {
    conversions.map { words($0.phrase) }.joined(separator: ", ")
  }

  private var check: String? {
    switch self.arithmetic?.check {
    case .agrees(let stated): "the stated \(NumberWords.plain(stated)) % agrees"
    case .differs(_, let roundingMayExplain):
      disagreement.map { $0 + (roundingMayExplain ? "; rounding may explain it" : "") }
    case nil: nil
    }
  }
}

/// One line of an excerpt's details.
public struct DetailRow: Hashable, Sendable {
  /// What it is, in a word.
  public var label: String
  /// What is known.
  public var words: String
}
