package import ReportKit

/// Where a result comes from and how to get it again, in full.
package struct ReportOrigin: Sendable, Equatable {
  /// A file that was read.
  package struct Source: Sendable, Equatable {
    /// As it was named.
    package var path: String
    /// The bytes of the file as text, so that a page carries what it was made of.
    package var text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// Version, command, file and digest.
  package var provenance: Provenance
  /// What to type to get the same bytes again.
  package var command: String
  /// The scenario and everything it names, in the order read.
  package var sources: [Source]

  package init(provenance: Provenance, command: String, sources: [Source]) {
    self.provenance = provenance
    self.command = command
    self.sources = sources
  }
}

/// People needed in each interval according to a staffing calculation.
package struct StaffingRequirement: Sendable, Equatable {
  /// What calculated it: `needed (Erlang A, modified offered load)`.
  package var name: String
  /// Index into `Scenario.groups`; nil: everyone.
  package var group: Int?
  /// One per interval; nil where the calculation has no answer.
  package var people: [Double?]

  package init(name: String, group: Int? = nil, people: [Double?]) {
    self.name = name
    self.group = group
    self.people = people
  }
}
