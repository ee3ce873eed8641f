// Takes out of ncurses' output what the terminal knows already.
//
// ncurses ends each frame with a plain pen and the whole screen as scrolling region, names both
// colours whenever one changes, and puts the cursor back where it is. On a scrolled line of text
// that is more than half of the bytes. So SGR and the region are kept back until something depends
// on them, and only the difference to what the terminal has is sent. What is not understood goes
// through as it is, after what was kept back; nothing here knows what is on the screen.

/// What the terminal was told last, and how to tell it less.
struct OutputCondenser {
  /// Whether lines that scroll in must have the background that ncurses thinks they have. Not so
  /// where no ink has the terminal's own: then ncurses paints over every cell of such a line.
  var keepsScrolledBackground = true

  private let hasOffCodes: Bool
  private var wanted = Pen()
  /// What the terminal has; nil when that is not known.
  private var actual: Pen?
  /// Parameters of the region that ncurses wants, and of the one set; nil for the whole screen.
  private var wantedRegion: [UInt8]?
  private var actualRegion: [UInt8]?
  /// Where the cursor was put, when it is still there; the length and the end in the output of what
  /// was sent for it.
  private var place: (parameters: [UInt8], length: Int, end: Int)?
  private var isTransparent = false
  private var output: [UInt8] = []

  /// - Parameter hasOffCodes: whether attributes and colours can be taken back one by one.
  init(hasOffCodes: Bool) {
    self.hasOffCodes = hasOffCodes
  }

  /// Shortens what ncurses sends for a frame. Frames must come in order and whole.
  mutating func condense(_ frame: [UInt8]) -> [UInt8] {
    guard !isTransparent else { return frame }
    output = []
    output.reserveCapacity(frame.count)
    place = nil
    var rest = frame[...]
    while let token = OutputToken(from: &rest) {
      take(token)
      guard !isTransparent else { return output + rest }
    }
    return output
  }

  /// What gives the terminal back to others, who expect a plain pen and the whole screen. The next
  /// frame takes nothing for granted.
  mutating func release() -> [UInt8] {
    guard !isTransparent, actual != nil || actualRegion != nil else { return [] }
    wanted = Pen()
    wantedRegion = nil
    output = []
    place = nil
    setRegion()
    use(wanted)
    actual = nil
    return output
  }

  /// The parameters of the region that ncurses wants, which is then taken to be set.
  mutating func takeWantedRegion() -> [UInt8] {
    actualRegion = wantedRegion
    return wantedRegion ?? []
  }

  /// What makes a terminal plain and whole on which others wrote: nothing is known of it.
  mutating func heal() -> [UInt8] {
    (wanted, actual) = (Pen(), nil)
    (wantedRegion, actualRegion) = (nil, nil)
    return Array("\u{1B}7\u{1B}[r\u{1B}8\u{1B}[m".utf8)
  }
}

// MARK: - Pieces

extension OutputCondenser {
  private mutating func take(_ token: OutputToken) {
    switch token.kind {
    case .text: draw(token.bytes, with: wanted)
    case .blanks: draw(token.bytes, with: actual.map(wanted.onBlank) ?? wanted)
    case .control(let byte): control(byte)
    case .escape: escape(token.bytes)
    case .sequence(let final): sequence(token, final)
    case .unfinished: giveUp(token.bytes)
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x0A: scroll([byte])
    case 0x0F where actual != nil: break
    case 0x0E: giveUp([byte])
    default: pass([byte])
    }
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) {
    switch bytes.dropFirst() {
    // Letters are letters already; ncurses says so with each plain pen.
    case [UInt8(ascii: "("), UInt8(ascii: "B")]:
      if actual == nil { pass(bytes) }
    case [UInt8(ascii: "("), UInt8(ascii: "0")]: giveUp(bytes)
    case [UInt8(ascii: "D")], [UInt8(ascii: "M")]: scroll(bytes)
    case [UInt8(ascii: "7")], [UInt8(ascii: "8")]: giveUp(bytes)
    default: pass(bytes)
    }
  }

  /// A table: one line for each sequence.
  private mutating func sequence(_ token: OutputToken, _ final: UInt8) {
    switch final {
    case UInt8(ascii: "m"):
      if !wanted.apply(token.parameters) { giveUp(token.bytes) }
    case UInt8(ascii: "r") where token.parameters.allSatisfy { $0 < UInt8(ascii: "<") }:
      wantedRegion = Array(token.parameters)
    case UInt8(ascii: "H"): move(token)
    case UInt8(ascii: "K"), UInt8(ascii: "X"), UInt8(ascii: "J"):
      draw(token.bytes, with: actual.map(wanted.onBlank) ?? wanted)
    case UInt8(ascii: "@"), UInt8(ascii: "P"), UInt8(ascii: "b"): draw(token.bytes, with: wanted)
    // ncurses goes to the edge first, where line feeds do the same; not every emulator knows these.
    case UInt8(ascii: "S"): scroll(Array(repeating: 0x0A, count: token.count))
    case UInt8(ascii: "T"):
      scroll(Array(repeatElement([0x1B, UInt8(ascii: "M")], count: token.count).joined()))
    case UInt8(ascii: "L"), UInt8(ascii: "M"): scroll(token.bytes)
    case UInt8(ascii: "A"), UInt8(ascii: "B"):
      // These stop at the region's edge.
      setRegion()
      pass(token.bytes)
    default: pass(token.bytes)
    }
  }

  private mutating func pass(_ bytes: some Collection<UInt8>) {
    output += bytes
    place = nil
  }

  private mutating func draw(_ bytes: ArraySlice<UInt8>, with pen: Pen) {
    use(pen)
    pass(bytes)
  }

  private mutating func use(_ pen: Pen) {
    output += pen.sequence(from: actual, hasOffCodes: hasOffCodes)
    actual = pen
  }

  private mutating func move(_ token: OutputToken) {
    let parameters = Array(token.parameters)
    guard place?.parameters != parameters else { return }
    let shorter = Self.withoutOnes(token.parameters)
    output += token.bytes.prefix(2) + shorter + token.bytes.suffix(1)
    place = (parameters, shorter.count, output.count)
  }

  /// A row and a column without the numbers that are meant anyway.
  private static func withoutOnes(_ parameters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let numbers = parameters.split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard numbers.count == 2 else { return parameters }
    if numbers[1].elementsEqual("1".utf8) { return numbers[0] }
    return numbers[0].elementsEqual("1".utf8) ? parameters.dropFirst() : parameters
  }

  /// From here on all goes through: a sequence came that changes what the others mean.
  private mutating func giveUp(_ bytes: some Collection<UInt8>) {
    setRegion()
    use(wanted)
    pass(bytes)
    isTransparent = true
  }
}

// MARK: - Scrolling

extension OutputCondenser {
  /// What moves lines, or may do so at the edge of the region. The cursor stays at that edge.
  private mutating func scroll(_ bytes: some Collection<UInt8>) {
    setRegion()
    if keepsScrolledBackground || actual == nil { use(actual.map(wanted.onBlank) ?? wanted) }
    let kept = stays(at: bytes) ? place : nil
    pass(bytes)
    place = kept
  }

  /// Sends the region, which puts the cursor into the corner: it has to be put back.
  private mutating func setRegion() {
    guard wantedRegion != actualRegion else { return }
    let region = Array("\u{1B}[".utf8) + (wantedRegion ?? []) + [UInt8(ascii: "r")]
    if let place, place.end == output.count {
      let start = place.end - place.length - 3
      output.insert(contentsOf: region, at: start)
      self.place?.end = output.count
    } else {
      output += Array("\u{1B}7".utf8) + region + Array("\u{1B}8".utf8)
    }
    actualRegion = wantedRegion
  }

  /// Whether the cursor keeps its place: on the last row of the region when lines move up, on the
  /// first when they move down.
  private func stays(at bytes: some Collection<UInt8>) -> Bool {
    let rows = (actualRegion ?? []).split(separator: UInt8(ascii: ";"))
    guard rows.count == 2, let place,
      let row = place.parameters.split(separator: UInt8(ascii: ";")).first
    else { return false }
    if bytes.first == 0x0A { return row == rows[1] }
    return bytes.starts(with: [0x1B, UInt8(ascii: "M")]) && row == rows[0]
  }
}
