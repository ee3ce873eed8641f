// Fits and measures the quote ranker.
//
//   pullquote-train DATA.jsonl --weights FILE.swift      writes the table of weights
//   pullquote-train DATA.jsonl --cross-validate OUT      predictions, each article's from weights
//                                                        that were fitted without its fold
//   pullquote-train DATA.jsonl --held-out OUT            predictions for the fifth kept apart
//   pullquote-train DATA.jsonl --read OUT                predictions with the built-in weights

import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  print("usage: pullquote-train DATA.jsonl --weights|--cross-validate|--held-out|--read OUT")
  exit(2)
}
do {
  let run = try TrainingRun(path: arguments[1])
  let output = try run.output(of: arguments[2])
  try output.write(toFile: arguments[3], atomically: true, encoding: .utf8)
} catch {
  print("pullquote-train: \(error)")
  exit(1)
}
