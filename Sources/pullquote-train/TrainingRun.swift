// What the tool can be asked for.

import Excerpts
import Foundation

/// The articles and what can be done with them.
struct TrainingRun {
  /// Why the tool cannot go on.
  enum Failure: Error, CustomStringConvertible {
    case unknownTask(String)

    var description: String {
      switch self {
      case .unknownTask(let name): "There is no task \(name)."
      }
    }
  }

  private let articles: [GoldArticle]

  init(path: String) throws {
    articles = try GoldArticle.articles(at: path)
  }

  /// The text that a task produces.
  func output(of task: String) throws -> String {
    switch task {
    case "--weights": return weightsFile()
    case "--cross-validate":
      return crossValidated(articles.filter { !$0.isHeldOut }).lines.joined(separator: "\n")
    case "--errors":
      return errors(articles.filter { !$0.isHeldOut }).joined(separator: "\n")
    case "--held-out":
      let predictor = Predictor(weights: fitted(articles.filter { !$0.isHeldOut }))
      return articles.filter(\.isHeldOut).map { predictor.line(for: $0) }.joined(separator: "\n")
    case "--read":
      let predictor = Predictor(weights: .builtIn)
      return articles.map { predictor.line(for: $0) }.joined(separator: "\n")
    default: throw Failure.unknownTask(task)
    }
  }

  private func fitted(_ articles: [GoldArticle]) -> RankerWeights {
    var trainer = Trainer()
    trainer.fit(articles.map { LabelledArticle($0) })
    return RankerWeights(trainer.weights, calibration: [])
  }

  private func errors(_ articles: [GoldArticle]) -> [String] {
    let labelled = articles.map { LabelledArticle($0) }
    return (0..<5).flatMap { fold in
      var trainer = Trainer()
      trainer.fit(labelled.filter { $0.article.fold != fold })
      return labelled.filter { $0.article.fold == fold }.flatMap { article in
        ErrorReport(article: article, trainer: trainer).lines()
      }
    }
  }

  private func crossValidated(
    _ articles: [GoldArticle]
  ) -> (lines: [String], calibration: Calibration) {
    let labelled = articles.map { LabelledArticle($0) }
    var lines: [String] = []
    var calibration = Calibration()
    for fold in 0..<5 {
      var trainer = Trainer()
      trainer.fit(labelled.filter { $0.article.fold != fold })
      let predictor = Predictor(weights: RankerWeights(trainer.weights, calibration: []))
      for article in articles where article.fold == fold {
        lines.append(predictor.line(for: article))
        calibration.add(predictor.excerpts(of: article), article)
      }
    }
    return (lines, calibration)
  }

  private func weightsFile() -> String {
    let calibration = crossValidated(articles).calibration
    let knots = calibration.knots()
    let sure = calibration.sureShare()
    let calibrated = RankerWeights([], calibration: knots).calibrated(sure.raw)
    print("98 % are right from \(sure.raw) on, calibrated \(calibrated): \(sure.share) of all")
    var trainer = Trainer()
    trainer.fit(articles.map { LabelledArticle($0) })
    return WeightsFile.source(of: trainer.weights, calibration: knots)
  }
}
