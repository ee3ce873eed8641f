internal import Screen
internal import Session

/// What comes from a screen.
enum DeviceEvent: Equatable {
  /// Something for `update`.
  case event(Event)
  /// Results of effects are there.
  case woken
  /// The keys ask to stop until the shell continues the program.
  case suspendRequested
  /// The program goes on after a stop: everything must be painted.
  case resumed
  /// The end was asked for from outside, or the terminal is gone; the exit status.
  case ended(status: Int32)
}

/// Something that shows frames and yields events: a real terminal, or a script without one.
///
/// The loop knows no other difference between the two. Time is the device's, so that a script
/// has a clock of its own.
protocol ScreenDevice: AnyObject {
  /// Columns and rows.
  var size: Size { get }
  /// How many colours it shows.
  var depth: ColorDepth { get }
  /// What to tell the reader once about this screen.
  var openingNotice: String? { get }
  /// The time since the device was opened.
  var now: Duration { get }
  /// Waits for events; empty when `deadline` has passed.
  func wait(until deadline: Duration?) -> [DeviceEvent]
  /// Shows a frame.
  func present(_ frame: Frame)
  /// Draws inks this way from the next frame on.
  func use(_ palette: Palette)
  /// Draws the next frame from scratch.
  func repaint()
  /// Stops until the shell continues the program.
  func suspend()
  /// Lets a program have the screen until it ends; what is worth telling about that.
  func run(_ arguments: [String]) -> Notice?
  /// Puts text on the clipboard; a sentence where that fails.
  func copy(_ text: String) -> String?
}
