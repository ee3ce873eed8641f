// Work on many inputs in portions that fit into memory. How much an input takes is known only once it
// is read (a path may lead to anything), so that a portion ends where its answers weigh enough.

internal import Dispatch
internal import Glibc
internal import Synchronization

/// Answers the first of some inputs on all cores: as many as together weigh about so much, or all.
///
/// Inputs are begun in their order, and none once the answers weigh enough: beyond the limit there
/// are no more than those that were under way on other cores.
///
/// - Parameters:
///   - inputs: what to answer; those that were are removed.
///   - limit: the weight that ends the portion, in what `weight` counts.
///   - weight: what an answer weighs.
///   - answer: answers one input, on any thread; nil leaves it out.
/// - Returns: the answers beside their inputs, in the order of the inputs.
func nextPortion<Input: Sendable, Answer: Sendable>(
  of inputs: inout ArraySlice<Input>, limit: Int, weight: @Sendable (Answer) -> Int,
  _ answer: @Sendable (Input) -> Answer?
) -> [(input: Input, answer: Answer)] {
  let queue = inputs
  let state = Mutex(
    (next: queue.startIndex, weight: 0, answers: [Answer?](repeating: nil, count: queue.count)))
  DispatchQueue.concurrentPerform(iterations: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) { _ in
    while let index = state.withLock({ state -> Int? in
      guard state.next < queue.endIndex, state.weight < limit else { return nil }
      defer { state.next += 1 }
      return state.next
    }) {
      guard let one = answer(queue[index]) else { continue }
      state.withLock { state in
        state.weight += weight(one)
        state.answers[index - queue.startIndex] = one
      }
    }
  }
  let (next, _, answers) = state.withLock(\.self)
  inputs = queue[next...]
  return zip(queue, answers).compactMap { input, answer in answer.map { (input, $0) } }
}
