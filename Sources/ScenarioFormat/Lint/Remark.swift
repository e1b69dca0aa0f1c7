/// Something well formed that looks wrong, for the reader of `muster check`.
package struct Remark: Sendable, Equatable {
  /// How much a reader should care.
  package enum Weight: String, Sendable {
    /// It will hurt: contacts that nobody can ever serve.
    case serious
    /// It may be meant.
    case worthALook = "worth a look"
  }

  /// Printed before the text.
  package var weight: Weight
  /// One sentence without a full stop.
  package var text: String

  package init(_ weight: Weight, _ text: String) {
    self.weight = weight
    self.text = text
  }
}
