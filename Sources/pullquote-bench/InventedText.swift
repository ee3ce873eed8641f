/// News-like text in any size, the same bytes on every machine: paragraphs with quotations, pronoun
/// speakers and figures, from a seeded generator. Everything in it is invented.
struct InventedText {
  private var seed: UInt64

  init(seed: UInt64 = 1) {
    self.seed = seed
  }

  /// At least `bytes` bytes of paragraphs, parted by blank lines.
  mutating func paragraphs(bytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 1000)
    while text.count < bytes {
      text += Array(paragraph().utf8)
      text += [0x0A, 0x0A]
    }
    return text
  }

  /// A whole article of about `bytes` bytes: title, byline, summary, paragraphs, some clutter.
  mutating func article(bytes: Int) -> [UInt8] {
    let opening = """
      Council weighs a third ferry for \(pick(places))

      By the newsroom

        • The vote is due in \(number(2, 9)) weeks.
        • More than \(number(100, 900)) people wrote in.


      """
    let ending = "\n\nSign up for our newsletter\n\nRelated: The ferry, a history\n"
    return Array(opening.utf8) + paragraphs(bytes: bytes) + Array(ending.utf8)
  }

  private mutating func paragraph() -> String {
    (0..<number(3, 5)).map { _ in sentence() }.joined(separator: " ")
  }

  private mutating func sentence() -> String {
    let person = pick(people)
    let place = pick(places)
    switch number(0, 7) {
    case 0: return "“\(clause()),” said \(person), who has run \(place) for \(number(3, 30)) years."
    case 1: return "“\(clause()),” she told a meeting in \(place). “\(clause()).”"
    case 2:
      return "More than \(number(2, 90)).\(number(1, 9)) million travellers passed \(place) in "
        + "\(number(1990, 2025)), according to the harbour board."
    case 3: return "Fares rose \(number(1, 20))% to £\(number(3, 90)).\(number(10, 99)) in March."
    case 4:
      return "\(person) said the plan was “\(pick(scorn))” and would cost $\(number(2, 80))bn."
    default: return "\(clause()), and the people of \(place) had heard it all before."
    }
  }

  private mutating func clause() -> String {
    "The \(pick(things)) \(pick(verbs)) the \(pick(things)) before the \(pick(things)) \(pick(verbs)) it"
  }

  private mutating func pick(_ words: [String]) -> String { words[number(0, words.count - 1)] }

  /// A number from low to high.
  private mutating func number(_ low: Int, _ high: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return low + Int(seed >> 33) % (high - low + 1)
  }

  private let people = [
    "the harbour master", "Mayor Tilda Quay", "a spokesman for the line", "Orrin Vale, a ferryman",
  ]
  private let places = ["Port Lantern", "Upper Hale", "the Old Quay", "Skerry Point"]
  private let things = ["ferry", "council", "bridge", "report", "winter", "ledger", "tide"]
  private let verbs = ["outlasted", "missed", "carried", "questioned", "followed", "paid for"]
  private let scorn = ["half a plan", "a bridge to nowhere", "not serious"]
}
