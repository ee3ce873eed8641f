import Synchronization
import Testing

@testable import AppRuntime

private final class Order: Sendable {
  let numbers = Mutex<[Int]>([])
}

@Test func aLaneRunsItsWorkInOrderAndSaysWhenItIsDone() {
  let lane = Lane()
  let order = Order()
  for number in 0..<200 { lane.run { order.numbers.withLock { $0.append(number) } } }
  lane.finish()
  #expect(order.numbers.withLock { $0 } == Array(0..<200))
  lane.run { order.numbers.withLock { $0 = [] } }
  lane.finish()
  #expect(order.numbers.withLock { $0 }.isEmpty)
}
