/// A scenario as written: the tree after `extends` and `--set`, each node with its own file, line and column.
struct ScenarioDocument: Sendable {
  /// Without `options`, and without nulls.
  var root: DocumentNode
  /// What stands behind `options`, nulls and all: these patches are laid over `root` later. nil without the key.
  var options: DocumentNode?
  /// Every file that was read, in order.
  var files: [String]
}
