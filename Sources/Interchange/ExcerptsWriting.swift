// Quotes, what is no speech, and figures as JSON: shared by the excerpts of a raw text, where
// every offset counts in that text, and those of an article, where each counts in a named field.

internal import Articles
internal import Excerpts

/// Where a range of the canonical text stands in what is printed.
struct PrintedPlace {
  /// The field's name; nil where there is but one text.
  var field: String?
  /// Which entry, where the field is a list.
  var index: Int?
  /// The first scalar.
  var start: Int
  /// The scalar after the last.
  var end: Int
}

/// Writes excerpts with offsets in Unicode scalars.
struct ExcerptsWriting {
  /// The canonical text.
  let document: Document
  /// Whether each entry names the field that its offsets count in, and its words.
  let namesFields: Bool
  /// Finds a range in what is printed.
  let place: (TextRange) -> PrintedPlace?

  /// Writes the members `quotes`, `notSpeech`, `figures` and `diagnostics`.
  func write(_ excerpts: FoundExcerpts, diagnostics: [Diagnostic], to writer: inout JSONWriter) {
    writer.key("quotes")
    writer.array(excerpts.quotes) { write($1, to: &$0) }
    writer.key("notSpeech")
    writer.array(excerpts.notSpeech) { writer, words in
      writer.object {
        writePlace(of: words.range, to: &$0)
        $0.member("reason", words.reason)
      }
    }
    writer.key("figures")
    writer.array(excerpts.figures) { write($1, to: &$0) }
    writer.key("diagnostics")
    writer.array(diagnostics + excerpts.diagnostics) { write($1, to: &$0) }
  }

  private func write(_ quote: Quote, to writer: inout JSONWriter) {
    writer.object { writer in
      let field = writePlace(of: quote.range, to: &writer)
      writeBounds(of: quote.speaker?.mention, in: field, as: "speaker_", to: &writer)
      writeBounds(of: quote.cue, in: field, as: "cue_", to: &writer)
      writer.member("kind", quote.kind.rawValue)
      writer.member("utterance", quote.utterance)
      writer.key("confidence")
      writer.number((quote.confidence * 1000).rounded() / 1000)
      writer.key("speaker")
      write(quote.speaker, to: &writer)
    }
  }

  private func write(_ speaker: Speaker?, to writer: inout JSONWriter) {
    guard let speaker else { return writer.null() }
    writer.object { writer in
      writer.member("mention", words(speaker.mention))
      writer.member("name", speaker.name)
      writer.member("role", speaker.role)
      writer.member("anonymous", speaker.isAnonymous)
      writer.member("via", words(speaker.via))
    }
  }

  private func write(_ figure: Figure, to writer: inout JSONWriter) {
    writer.object { writer in
      writePlace(of: figure.range, to: &writer)
      writer.key("value")
      switch figure.value {
      case .exactly(let value): writer.number(value)
      case .between(let low, let high): writer.array([low, high]) { $0.number($1) }
      }
      writer.member("bound", figure.bound.rawValue)
      writer.member("unit", figure.unit ?? "-")
      writer.member("change", figure.change?.rawValue)
      let concept = figure.conceptWords(of: document.text)
      writer.member("concept", concept.isEmpty ? nil : concept.joined(separator: " "))
      writer.member("counted", words(figure.counted))
      writer.key("base")
      writer.number(figure.base)
      writer.member("source", words(figure.source))
      writer.member("asOf", words(figure.asOf))
      writer.member("conversionOf", figure.conversionOf)
      if namesFields { writer.member("phrase", words(figure.phrase)) }
    }
  }

  private func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.object {
      $0.member("message", diagnostic.message)
      $0.member("line", diagnostic.line)
      $0.member("column", diagnostic.column)
    }
  }

  /// Writes `start` and `end`, and where fields are named `in`, `index` and `text`.
  @discardableResult
  private func writePlace(of range: TextRange, to writer: inout JSONWriter) -> PrintedPlace? {
    let place = place(range)
    writer.member("start", place?.start)
    writer.member("end", place?.end)
    if namesFields {
      writer.member("in", place?.field)
      if let index = place?.index { writer.member("index", index) }
      writer.member("text", words(range))
    }
    return place
  }

  /// Writes the bounds of a range that belongs to an entry; null in another field than its own.
  private func writeBounds(
    of range: TextRange?, in field: PrintedPlace?, as prefix: String, to writer: inout JSONWriter
  ) {
    var place = range.flatMap(place)
    if place?.field != field?.field || place?.index != field?.index { place = nil }
    writer.member(prefix + "start", place?.start)
    writer.member(prefix + "end", place?.end)
  }

  /// The words of a range, their white space folded where the article's is.
  private func words(_ range: TextRange?) -> String? {
    guard let range else { return nil }
    let words = document.words(in: range)
    guard namesFields, words.utf8.contains(where: { $0 < 0x20 }) else { return String(words) }
    var field = FieldText()
    field.append(TextRange(0, words.utf8.count), of: Array(words.utf8))
    return field.text
  }
}
