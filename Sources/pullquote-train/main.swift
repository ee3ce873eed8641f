// pullquote-train DATA.jsonl --cross-validate OUT.jsonl | --held-out OUT.jsonl

import Excerpts
import Foundation

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
  print("usage: pullquote-train DATA.jsonl --cross-validate|--held-out OUT.jsonl")
  exit(2)
}
let clock = ContinuousClock()
let start = clock.now
let articles = try GoldArticle.articles(at: arguments[1]).map { LabelledArticle($0) }
print("read", articles.count, "in", clock.now - start)
let open = articles.filter { !$0.article.isHeldOut }
var lines: [String] = []
switch arguments[2] {
case "--read":
  lines = articles.map { Predictor.readerLine(for: $0.article) }
case "--weights":
  var trainer = Trainer()
  trainer.fit(articles)
  lines = [WeightsFile.source(of: trainer.weights)]
case "--held-out":
  var trainer = Trainer()
  trainer.fit(open)
  lines = articles.filter(\.article.isHeldOut).map { Predictor(trainer: trainer).line(for: $0) }
default:
  for fold in 0..<5 {
    var trainer = Trainer()
    trainer.fit(open.filter { $0.article.fold != fold })
    let predictor = Predictor(trainer: trainer)
    lines += open.filter { $0.article.fold == fold }.map { predictor.line(for: $0) }
  }
}
try lines.joined(separator: "\n").write(toFile: arguments[3], atomically: true, encoding: .utf8)
print("done in", clock.now - start)
