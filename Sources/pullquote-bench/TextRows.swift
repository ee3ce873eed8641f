import Articles
import Excerpts
import Formats

/// Bytes to articles to excerpts, on one core.
enum TextRows {
  static func measure() -> [BenchmarkRow] {
    var invented = InventedText()
    let bytes = invented.paragraphs(bytes: 20_000_000)
    let source = SourceBytes(bytes: bytes, name: "bench.txt")
    let text = String(decoding: invented.paragraphs(bytes: 4_000_000), as: UTF8.self)
    let document = Document(verbatim: text)
    let size = text.utf8.count
    return [
      Sampling.throughput("plain text parsed", bytes: bytes.count) {
        Sampling.keep(try? parse(source))
      },
      Sampling.throughput("Markdown parsed", bytes: bytes.count) {
        Sampling.keep(try? parse(SourceBytes(bytes: bytes, name: "bench.md")))
      },
      Sampling.throughput("parsed with excerpts", bytes: size) {
        let source = SourceBytes(bytes: Array(text.utf8), name: "bench.txt")
        Sampling.keep((try? parse(source)).map { findExcerpts(in: $0.document) })
      },
      Sampling.throughput("quotes found", bytes: size) {
        Sampling.keep(findExcerpts(in: document, kinds: .quotes))
      },
      Sampling.throughput("figures found", bytes: size) {
        Sampling.keep(findExcerpts(in: document, kinds: .figures))
      },
    ]
  }
}
