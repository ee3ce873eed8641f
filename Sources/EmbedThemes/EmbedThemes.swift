import Foundation
import PackagePlugin

/// Writes every file of `Themes` into one Swift source, so that a new theme is one new file and a
/// lone binary runs anywhere. Runs the shell, as a tool of our own would cost a build of its own.
@main
struct EmbedThemes: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Themes")
      .resolvingSymlinksInPath()
    let files = try FileManager.default
      .contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "toml" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedThemes.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) themes",
        executable: URL(filePath: "/bin/sh"),
        arguments: ["-ec", script, "sh", output.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }

  /// Writes the first argument from the rest: a dictionary of raw string literals by file name.
  private var script: String {
    """
    out=$1; shift
    {
      echo 'enum EmbeddedThemes {'
      echo '  static let texts: [String: String] = ['
      for file; do
        name=${file##*/}
        printf '"%s": ###\"\"\"\\n' "${name%.toml}"
        cat "$file"
        printf '\\n\"\"\"###,\\n'
      done
      echo '  ]'
      echo '}'
    } > "$out"
    """
  }
}
