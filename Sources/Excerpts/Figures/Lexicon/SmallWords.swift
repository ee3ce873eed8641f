// Small sets of words that several readers of figures ask for.

/// Before or behind an age: "aged 30".
let agedWords = WordSet("aged age ages")
/// "She is 30", "he turned 30".
let beWords = WordSet("be is was turned turns am")
/// Before a length that makes an area or a volume of it.
let areaWords = WordSet("square sq cubic cu")
/// Behind a length of time, from which they count back.
let agoWords = WordSet("ago earlier before")
/// The indefinite article, which stands for one.
let indefinite = WordSet("a an")
/// Between things of one kind: "5 or 6", "men and women".
let joinWords = WordSet("and or")
/// Between the ends of a range, or two numbers of one unit.
let rangeWords = WordSet("to or and")
/// Before a time that has two ends: "from May to June".
let spanWords = WordSet("between from")
