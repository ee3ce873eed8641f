// Fits and measures the quote ranker.
//
//   pullquote-train DATA.jsonl --weights FILE.swift      writes the table of weights
//   pullquote-train DATA.jsonl --cross-validate OUT      predictions, each article's from weights
//                                                        that were fitted without its fold
//   pullquote-train DATA.jsonl --held-out OUT            predictions for the fifth kept apart
//   pullquote-train DATA.jsonl --errors OUT              what became of each quotation then, and
//                                                        what its candidates were given
//   pullquote-train DATA.jsonl --read OUT                predictions with the built-in weights
//
// Fits the sieve of web pages:
//
//   pullquote-train pages FOLDER IDS FILE.swift          writes the table of weights; FOLDER holds
//                                                        gold/*.jsonl and the pages named there,
//                                                        IDS the names of those to fit on

import Foundation

let arguments = CommandLine.arguments
if arguments.count == 5, arguments[1] == "pages" {
  do {
    try SieveRun(folder: arguments[2], ids: arguments[3]).source()
      .write(toFile: arguments[4], atomically: true, encoding: .utf8)
    exit(0)
  } catch {
    print("pullquote-train: \(error)")
    exit(1)
  }
}
guard arguments.count == 4 else {
  let tasks = "--weights|--cross-validate|--held-out|--errors|--read"
  print("usage: pullquote-train DATA.jsonl \(tasks) OUT")
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
