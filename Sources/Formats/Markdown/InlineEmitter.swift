// Tokens to inlines: appends the words to the canonical text and nests what encloses them. Marks
// beyond a depth enclose nothing, so that no input makes a tree too deep to walk.

import Articles

/// Writes the words of paragraphs into the canonical text.
struct InlineEmitter {
  /// Marks inside one another, at most.
  static let depthLimit = 24

  /// The canonical text so far.
  var text: [UInt8] = []
  /// The title of the last picture written, if it had one.
  private(set) var pictureTitle: String?

  /// One open mark: what it is and the inlines inside so far.
  private struct Frame {
    var mark: InlineMark
    var children: [Inline] = []
    var start: Int
  }

  /// Appends a paragraph's words and tells their structure.
  ///
  /// - Parameters:
  ///   - tokens: the paragraph's pieces.
  ///   - bytes: the paragraph that they point into.
  /// - Returns: the inlines, pointing into `text`.
  mutating func emit(_ tokens: [InlineToken], of bytes: [UInt8]) -> [Inline] {
    var frames = [Frame(mark: .emphasis, start: text.count)]
    var hiddenDepth = 0
    for token in tokens {
      for _ in token.closes {
        if hiddenDepth > 0 {
          hiddenDepth -= 1
        } else {
          close(&frames)
        }
      }
      write(token.words, of: bytes, &frames)
      for mark in token.opens.reversed() {
        if frames.count > Self.depthLimit || hiddenDepth > 0 {
          hiddenDepth += 1
        } else {
          frames.append(Frame(mark: mark, start: text.count))
        }
      }
    }
    while frames.count > 1 { close(&frames) }
    return frames[0].children
  }

  private mutating func close(_ frames: inout [Frame]) {
    guard frames.count > 1, let frame = frames.popLast() else { return }
    let last = frames.count - 1
    let range = TextRange(frame.start, text.count)
    switch frame.mark {
    case .image(let target):
      pictureTitle = target.title
      if !range.isEmpty {
        frames[last].children.append(.image(alt: range, source: target.destination))
      }
    case .emphasis: append(.emphasis(frame.children), unlessEmpty: frame, &frames[last])
    case .strong: append(.strong(frame.children), unlessEmpty: frame, &frames[last])
    case .link(let target):
      append(
        .link(frame.children, destination: target.destination), unlessEmpty: frame, &frames[last])
    }
  }

  private func append(_ inline: Inline, unlessEmpty frame: Frame, _ parent: inout Frame) {
    if !frame.children.isEmpty { parent.children.append(inline) }
  }

  private mutating func write(
    _ words: InlineToken.Words, of bytes: [UInt8], _ frames: inout [Frame]
  ) {
    let start = text.count
    let last = frames.count - 1
    switch words {
    case .nothing: return
    case .source(let range): text += bytes[range]
    case .decoded(let decoded): text += decoded
    case .softBreak: text.append(0x20)
    case .hardBreak:
      text.append(0x0A)
      frames[last].children.append(.lineBreak(TextRange(start, text.count)))
      return
    case .code(let range):
      text += bytes[range].map { $0 == 0x0A ? 0x20 : $0 }
      frames[last].children.append(.code(TextRange(start, text.count)))
      return
    case .link(let range, let destination):
      text += bytes[range]
      let words = Inline.text(TextRange(start, text.count))
      let isInsideLink = frames.contains { if case .link = $0.mark { true } else { false } }
      frames[last].children.append(
        isInsideLink ? words : .link([words], destination: destination))
      return
    }
    appendText(TextRange(start, text.count), &frames[last])
  }

  /// Adds plain words, joined to those right before them.
  private func appendText(_ range: TextRange, _ frame: inout Frame) {
    guard !range.isEmpty else { return }
    if case .text(let before) = frame.children.last, before.upperBound == range.lowerBound {
      frame.children[frame.children.count - 1] = .text(before.union(range))
    } else {
      frame.children.append(.text(range))
    }
  }
}
