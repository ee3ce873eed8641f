internal import Articles
internal import Excerpts
internal import Formats
internal import Glibc
internal import Interchange

/// Reads and parses what a source holds.
///
/// - Parameters:
///   - source: where to read.
///   - name: the name that errors and the format's detection use.
///   - address: the address that the text was loaded from, if known.
/// - Returns: the article with what was noticed on the way.
/// - Throws: a sentence with the name and the reason.
func readArticle(
  _ source: ArticleSource, name: String, address: String? = nil
) throws(InputProblem) -> ParsedArticle {
  let bytes = try readBytes(source)
  do throws(FormatError) {
    return try parse(SourceBytes(bytes: bytes, name: name, address: address))
  } catch {
    throw InputProblem(error.description)
  }
}

/// Reads what a source holds; a pipe to its end.
///
/// - Throws: a sentence with the name and the reason.
func readBytes(_ source: ArticleSource) throws(InputProblem) -> [UInt8] {
  switch source {
  case .file(let path), .pipe(let path): return try readFile(path, allowsPipes: true)
  case .sample(let name):
    guard let sample = Sample.all.first(where: { $0.name == name }) else {
      throw InputProblem("There is no sample \(name).")
    }
    return sample.bytes()
  case .standardInput: return try readToEnd(STDIN_FILENO, name: "Standard input")
  case .bytes(let known): return known
  }
}

extension ParsedArticle {
  /// The quotes and figures of the article.
  func excerpts() -> FoundExcerpts {
    findExcerpts(in: document, date: metadata.date)
  }
}
