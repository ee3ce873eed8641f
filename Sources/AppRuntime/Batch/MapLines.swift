internal import Dispatch
internal import Synchronization

/// One answer to one line.
struct LineAnswer: Sendable {
  /// What to print, without a line end.
  var json: [UInt8]
  /// Whether the line could be answered as asked.
  var isGood: Bool
}

/// Answers every line of a descriptor in order, on all cores, with bounded memory.
///
/// Lines are taken in batches of so many or so many bytes; a batch is answered in parallel and
/// printed before the next is read.
///
/// - Returns: whether all lines were good and all answers could be written.
func answerLines(
  of descriptor: Int32, to output: Output,
  _ answer: @escaping @Sendable (_ line: [UInt8], _ number: Int) -> LineAnswer
) -> Bool {
  var reader = LineReader(descriptor: descriptor)
  var number = 0
  var areAllGood = true
  while true {
    let batch = nextBatch(&reader)
    if batch.isEmpty {
      guard reader.failure != 0 else { return areAllGood }
      Output.error.complain([InputProblem("Standard input", errno: reader.failure).sentence])
      return false
    }
    let answers = Mutex([LineAnswer?](repeating: nil, count: batch.count))
    let first = number + 1
    DispatchQueue.concurrentPerform(iterations: batch.count) { index in
      let one = answer(batch[index], first + index)
      answers.withLock { $0[index] = one }
    }
    number += batch.count
    var printed: [UInt8] = []
    for case let one? in answers.withLock({ $0 }) {
      areAllGood = areAllGood && one.isGood
      printed += one.json
      printed.append(0x0A)
    }
    guard output.write(printed) else { return false }
  }
}

private func nextBatch(_ reader: inout LineReader) -> [[UInt8]] {
  var batch: [[UInt8]] = []
  var size = 0
  while batch.count < 256, size < 4 << 20, let line = reader.next() {
    batch.append(Array(line))
    size += line.count
  }
  return batch
}
