package import ReportKit
import Studies

/// The same on a page, which says what they are about in a sentence.
package enum CompareStoodOutSection {
  package static let family = SectionFamily<ComparisonContext>(
    name: "remarks", title: "What stood out", help: "what stood out in the option that would be chosen"
  ) { context in
    let blocks = CompareRemarksSection.family.make(context)
    guard !blocks.isEmpty, let leader = context.result.leader else { return [] }
    return [.sentence(ReportText("In the plays of \(context.name(leader)), the option that would be chosen:", .muted))] + blocks
  }
}
