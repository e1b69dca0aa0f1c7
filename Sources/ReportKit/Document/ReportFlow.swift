/// How much goes where: nodes in columns from left to right, and ribbons between them, as wide as what goes along them.
package struct ReportFlow: Sendable, Equatable {
  /// A place that something comes from, passes or ends at.
  package struct Node: Sendable, Equatable {
    /// Set beside it.
    package var name: String
    /// How much passes it, in words.
    package var words: String
    /// From 0, the leftmost.
    package var column: Int

    package init(_ name: String, words: String, column: Int) {
      (self.name, self.words, self.column) = (name, words, column)
    }
  }

  /// What becomes of what goes along a ribbon: its colour. The names are those of the style sheet.
  package enum Tone: String, Sendable, Equatable, CaseIterable {
    /// It goes on.
    case onward
    /// It is done.
    case done
    /// It is lost.
    case lost
    /// It comes back.
    case back
  }

  package struct Ribbon: Sendable, Equatable {
    /// Indices into `nodes`.
    package var from, to: Int
    /// In one unit for the whole picture, above 0.
    package var amount: Double
    package var tone: Tone
    /// How much it is, and of what: all that a reader without pictures gets.
    package var words: String

    package init(from: Int, to: Int, amount: Double, _ tone: Tone, words: String) {
      (self.from, self.to, self.amount) = (from, to, amount)
      (self.tone, self.words) = (tone, words)
    }
  }

  package var title: String
  /// What the picture shows, and in what unit.
  package var note: String
  /// From top to bottom in each column.
  package var nodes: [Node]
  package var ribbons: [Ribbon]
  /// What each colour that is used means.
  package var legend: [(tone: Tone, words: String)]

  package init(_ title: String, note: String, nodes: [Node], ribbons: [Ribbon], legend: [(tone: Tone, words: String)]) {
    (self.title, self.note) = (title, note)
    (self.nodes, self.ribbons, self.legend) = (nodes, ribbons, legend)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.title == right.title && left.note == right.note && left.nodes == right.nodes && left.ribbons == right.ribbons
      && left.legend.map(\.tone) == right.legend.map(\.tone) && left.legend.map(\.words) == right.legend.map(\.words)
  }

  /// Ribbons in words, one a line.
  package var lines: [String] {
    ribbons.map { "\(nodes[$0.from].name) → \(nodes[$0.to].name): \($0.words)" }
  }
}
