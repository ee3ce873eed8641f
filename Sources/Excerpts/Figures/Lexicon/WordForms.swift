import Prose

/// The singular of an English noun in lower case, by rule and a list of exceptions.
func singular(_ word: String) -> String {
  if let irregular = irregulars[word] { return irregular }
  guard word.utf8.count > 2, word.hasSuffix("s"), !shortNouns.contains(word) else { return word }
  if invariantEndings.contains(where: word.hasSuffix) { return word }
  if word.hasSuffix("ies") {
    return word.utf8.count > 4 ? word.dropLast(3) + "y" : String(word.dropLast())
  }
  if ["ches", "shes", "xes", "sses", "zzes"].contains(where: word.hasSuffix) {
    return String(word.dropLast(2))
  }
  return String(word.dropLast())
}

/// The plain form of an adjective: "largest" is "large", "smaller" is "small".
func plainAdjective(_ word: String) -> String {
  if let irregular = comparatives[word] { return irregular }
  for ending in ["est", "er"] where word.hasSuffix(ending) {
    let stem = String(word.dropLast(ending.utf8.count))
    if let known = adjectiveStems[stem] { return known }
  }
  return word.hasSuffix("est") && word.utf8.count > 6 ? superlativeStem(word) : word
}

/// "sharpest" is "sharp", "biggest" is "big"; nouns such as "interest" stay.
private func superlativeStem(_ word: String) -> String {
  guard !nounsInEst.contains(word) else { return word }
  let stem = Array(word.utf8.dropLast(3))
  guard stem.count > 2, let last = stem.last else { return word }
  if last == UInt8(ascii: "i") { return String(decoding: stem.dropLast(), as: UTF8.self) + "y" }
  let isDoubled =
    last == stem[stem.count - 2] && last != UInt8(ascii: "l") && last != UInt8(ascii: "s")
  return String(decoding: isDoubled ? stem.dropLast() : stem[...], as: UTF8.self)
}

private let nounsInEst: Set<String> = [
  "interest", "request", "protest", "harvest", "contest", "conquest", "manifest", "tempest",
  "midwest", "northwest", "southwest", "everest", "bucharest", "rainforest", "self-interest",
]

private let shortNouns: Set<String> = ["gas", "bus", "us", "plus", "yes", "lens", "its"]

private let invariantEndings = ["ss", "us", "is", "ous", "news", "series", "species"]

private let irregulars: [String: String] = [
  "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
  "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife",
  "leaves": "leaf", "halves": "half", "criteria": "criterion", "bacteria": "bacterium",
  "phenomena": "phenomenon", "series": "series", "species": "species", "movies": "movie",
  "policemen": "policeman", "firemen": "fireman", "businessmen": "businessman",
  "fishermen": "fisherman", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
  "viruses": "virus", "buses": "bus", "gases": "gas", "homes": "home", "shelves": "shelf",
  "thieves": "thief", "wolves": "wolf", "calves": "calf", "crises": "crisis", "bases": "base",
  "analyses": "analysis", "theses": "thesis", "campuses": "campus", "bonuses": "bonus",
  "statuses": "status", "shoes": "shoe", "ties": "tie", "zombies": "zombie", "cookies": "cookie",
  "calories": "calorie", "selfies": "selfie", "rookies": "rookie", "headquarters": "headquarters",
  "gas": "gas", "goods": "goods", "sales": "sale", "horses": "horse", "persons": "person",
  "businesswomen": "businesswoman", "congressmen": "congressman", "servicemen": "serviceman",
  "vetoes": "veto", "echoes": "echo", "torpedoes": "torpedo", "caches": "cache",
  "surpluses": "surplus", "censuses": "census", "lenses": "lens", "axes": "axe",
]

private let comparatives: [String: String] = [
  "best": "good", "better": "good", "worst": "bad", "worse": "bad", "further": "far",
]

/// Adjectives by what is left of them without -er or -est.
private let adjectiveStems: [String: String] = [
  "larg": "large", "small": "small", "big": "big", "bigg": "big", "hot": "hot", "hott": "hot",
  "rich": "rich", "poor": "poor", "high": "high", "low": "low", "old": "old", "young": "young",
  "long": "long", "short": "short", "great": "great", "fast": "fast", "slow": "slow",
  "near": "near", "new": "new", "strong": "strong", "weak": "weak", "late": "late", "lat": "late",
  "earli": "early", "easi": "easy", "bus": "busy", "busi": "busy", "wealthi": "wealthy",
  "deadli": "deadly", "heavi": "heavy", "light": "light", "tall": "tall", "wid": "wide",
  "wide": "wide", "deep": "deep", "cheap": "cheap", "dear": "dear", "hard": "hard",
  "tough": "tough", "smart": "smart", "bright": "bright", "clean": "clean", "safe": "safe",
  "saf": "safe", "rare": "rare", "rar": "rare", "fin": "fine", "clos": "close", "cold": "cold",
  "warm": "warm", "dry": "dry", "dri": "dry", "wet": "wet", "fit": "fit", "thin": "thin",
  "thinn": "thin", "real": "real", "cool": "cool", "quick": "quick", "loud": "loud",
  "full": "full", "nic": "nice", "happi": "happy", "healthi": "healthy", "pretti": "pretty",
]

/// A table of units that are two words; plural second words are added by rule.
struct WordPairTable: Sendable {
  private let units: [UInt64: Unit]

  init(_ entries: [(String, String)]) {
    var units: [UInt64: Unit] = [:]
    for (words, name) in entries {
      let parts = words.split(separator: " ")
      guard parts.count == 2 else { continue }
      let first = WordKey(parts[0]).bits
      for second in [String(parts[1]), parts[1] + "s"] {
        units[first &* 31 &+ WordKey(second).bits] = Unit(name)
      }
    }
    self.units = units
  }

  subscript(_ pair: UInt64) -> Unit? { units[pair] }
}
