internal import Articles
public import Excerpts

/// The excerpts of a raw text as one JSON object without a line end.
///
/// - Parameters:
///   - excerpts: what was found in `Document(verbatim: request.text)`.
///   - request: the text, and the identity that is echoed.
/// - Returns: UTF-8; offsets are Unicode scalars of the text, their end exclusive.
public func excerptsJSON(_ excerpts: FoundExcerpts, of request: ExcerptsRequest) -> [UInt8] {
  let document = Document(verbatim: request.text)
  let offsets = ScalarOffsets(Array(document.text.utf8))
  let writing = ExcerptsWriting(document: document, namesFields: false) { range in
    PrintedPlace(start: offsets[range.lowerBound], end: offsets[range.upperBound])
  }
  var writer = JSONWriter()
  writer.object { writer in
    writer.key("id")
    writer.raw(request.id)
    writing.write(excerpts, diagnostics: [], to: &writer)
  }
  return writer.bytes
}

/// An object that says what is wrong with a line: `{"id": …, "error": "line 3: …"}`, with the
/// line's identity where it could be read.
public func excerptsErrorJSON(_ error: RequestError, line: Int) -> [UInt8] {
  var writer = JSONWriter()
  writer.object {
    $0.key("id")
    $0.raw(error.id)
    $0.member("error", "line \(line): \(error.description)")
  }
  return writer.bytes
}

/// An object for a file that could not be read: `{"path": …, "error": …}`.
public func articleErrorJSON(_ sentence: String, path: String) -> [UInt8] {
  var writer = JSONWriter()
  writer.object {
    $0.member("path", path)
    $0.member("error", sentence)
  }
  return writer.bytes
}
