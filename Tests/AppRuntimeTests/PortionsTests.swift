import Glibc
import Synchronization
import Testing

@testable import AppRuntime

private let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

@Test func portionsEndWhereTheirAnswersWeighEnough() {
  var inputs = Array(0..<1000)[...]
  var portions = 0
  var answered: [Int] = []
  while !inputs.isEmpty {
    let portion = nextPortion(of: &inputs, limit: 100, weight: { _ in 10 }, { $0 * 2 })
    #expect(portion.map(\.answer) == portion.map { $0.input * 2 })
    #expect((1...(10 + cores)).contains(portion.count))
    answered += portion.map(\.input)
    portions += 1
  }
  #expect(answered == Array(0..<1000))
  #expect(portions >= 1000 / (10 + cores))
}

@Test func whatHasNoAnswerIsLeftOutAndNotAskedAgain() {
  var inputs = Array(0..<50)[...]
  let asked = Mutex<[Int]>([])
  let portion = nextPortion(of: &inputs, limit: 1, weight: { _ in 0 }) { input -> Int? in
    asked.withLock { $0.append(input) }
    return input % 3 == 0 ? input : nil
  }
  #expect(inputs.isEmpty)
  #expect(asked.withLock { $0.sorted() } == Array(0..<50))
  #expect(portion.map(\.input) == Array(stride(from: 0, to: 50, by: 3)))
  #expect(nextPortion(of: &inputs, limit: 1, weight: { _ in 0 }, { $0 }).isEmpty)
}
