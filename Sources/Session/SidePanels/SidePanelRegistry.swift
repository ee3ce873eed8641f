/// The side panels, in the order of their tabs.
public enum SidePanelRegistry {
  /// Every panel.
  public static let panels: [SidePanel] = [
    .quotes,
    .figures,
    .outline,
    .hidden,
    .voices,
    .links,
    .rejected,
  ]

  /// The panel of an identifier.
  public static subscript(id: SidePanelID) -> SidePanel? { panels.first { $0.id == id } }
}
