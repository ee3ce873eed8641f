/// The themes inside the program: every file of `Themes`, embedded when the program is built.
enum BundledThemes {
  /// Source of each by name.
  static let sources: [String: ThemeCatalog.Source] = EmbeddedThemes.texts
    .reduce(into: [:]) { sources, theme in
      sources[theme.key] = ThemeCatalog.Source(
        file: "Themes/\(theme.key).toml", text: theme.value)
    }
}
