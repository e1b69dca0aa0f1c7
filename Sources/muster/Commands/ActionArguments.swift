import ArgumentParser

/// Whether single changes are tried for the page; shared by the commands whose page says what would help.
struct ActionArguments: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Try single changes on the same customers for the page, as far as that takes no longer than the run.")
  var actions = true
}
