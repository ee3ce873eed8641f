public import Screen
public import Session

/// Draws the whole screen. Pure: equal states give equal frames.
public func render(_ state: AppState) -> Frame {
  Frame(size: state.size)
}
