// `extract` and `excerpts`: the pure core without a screen.

internal import Articles
internal import Excerpts
internal import Glibc
internal import Interchange
internal import Screen

/// What `extract` prints.
public enum ExtractFormat: String, Sendable, CaseIterable {
  /// One JSON object a line.
  case json
  /// Markdown with front matter.
  case markdown
  /// Text at 72 columns.
  case text
  /// The document's tree with ranges.
  case dump
}

/// Prints articles. Those that cannot be read are named on standard error, and so is what was odd
/// about the others where what is printed does not hold it.
///
/// - Parameters:
///   - paths: files; `-` is standard input.
///   - format: what to print of each.
///   - address: where the text was loaded from.
/// - Returns: the exit status: 0, or 1 where something could not be read.
public func extract(_ paths: [String], as format: ExtractFormat, address: String?) -> Int32 {
  var status: Int32 = 0
  for path in paths {
    do throws(InputProblem) {
      let article = try readArticle(
        path == "-" ? .standardInput : .file(path), name: path, address: address)
      if format != .json {
        Output.error.complain(article.diagnostics.map { "\(path): \($0.message)" })
      }
      guard Output.standard.write(article.printed(as: format, path: path)) else {
        return Output.standard.statusOfFailure(errno)
      }
    } catch {
      Output.error.complain([error.sentence])
      status = 1
    }
  }
  return status
}

/// Prints the articles that lines of standard input name, `path` or `path TAB url`, as JSON.
///
/// - Returns: the exit status: 0, or 1 where a line could not be answered.
public func extractLines() -> Int32 {
  let isGood = answerLines(of: STDIN_FILENO, to: .standard) { line, number in
    let (path, address) = pathAndAddress(of: line)
    do throws(InputProblem) {
      guard !path.isEmpty else {
        throw InputProblem("line \(number): Name a path, or a path, a TAB and an address.")
      }
      let article = try readArticle(.file(path), name: path, address: address)
      return LineAnswer(
        json: articleJSON(article, excerpts: article.excerpts(), path: path), isGood: true)
    } catch {
      return LineAnswer(json: articleErrorJSON(error.sentence, path: path), isGood: false)
    }
  }
  return isGood ? 0 : 1
}

/// Reads a line `path` or `path TAB address`.
func pathAndAddress(of line: [UInt8]) -> (path: String, address: String?) {
  let fields = line.split(separator: 0x09, maxSplits: 1, omittingEmptySubsequences: false)
  let texts = fields.map { String(decoding: $0, as: UTF8.self) }
  return (texts.first ?? "", texts.count > 1 && !texts[1].isEmpty ? texts[1] : nil)
}

/// Prints the quotes and figures of the texts that lines of standard input hold as JSON.
///
/// - Returns: the exit status: 0, or 1 where a line could not be read.
public func excerptsLines() -> Int32 {
  let isGood = answerLines(of: STDIN_FILENO, to: .standard) { line, number in
    do throws(RequestError) {
      let request = try ExcerptsRequest(line: line)
      let found = findExcerpts(in: Document(verbatim: request.text))
      return LineAnswer(json: excerptsJSON(found, of: request), isGood: true)
    } catch {
      return LineAnswer(json: excerptsErrorJSON(error, line: number), isGood: false)
    }
  }
  return isGood ? 0 : 1
}

extension ParsedArticle {
  fileprivate func printed(as format: ExtractFormat, path: String) -> [UInt8] {
    switch format {
    case .json: articleJSON(self, excerpts: excerpts(), path: path) + [0x0A]
    case .markdown: Array(safe(markdown(of: self)).utf8)
    case .text: Array(safe(articleText(self, name: path)).utf8)
    case .dump: Array(safe(document.dump()).utf8)
    }
  }

  private func safe(_ text: String) -> String {
    Output.standard.isTerminal ? text.harmless : text
  }
}
