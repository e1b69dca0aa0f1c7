import SimulationCore
import SupportModel

/// Reads one demand event.
struct DemandReader {
  let decoding: Decoding

  func read(_ field: Field, number: Int) -> DemandEvent? {
    guard let section = Section(field, .demandEvent, decoding, name: field.node["name"]?.scalar) else { return nil }
    let name = section.text("name") ?? "event \(number + 1)"
    let occurrence = occurrence(section, name)
    let extra = section["extra"].flatMap(extra)
    let shape = section["shape"].flatMap(shape)
    var sizeFactor: AnyDistribution?
    var startsLate: AnyDistribution?
    if let uncertainty = section.section("uncertainty", .uncertainty) {
      if let cv = uncertainty["size-cv"] {
        sizeFactor = decoding.ratio(cv).flatMap { DistributionReader(decoding, plainNumbers: true).gamma(mean: 1, cv: $0, at: cv) }
      }
      startsLate = uncertainty["starts-late"].flatMap { DistributionReader(decoding).read($0) }
    }
    let incident = section.section("incident", .incident).flatMap { self.incident($0, name) }
    guard let occurrence, let extra, let shape else { return nil }
    var event = DemandEvent(name: name, occurrence: occurrence, extra: extra, shape: shape, sizeFactor: sizeFactor, startsLate: startsLate)
    event.incident = incident
    return event
  }

  private func incident(_ section: Section, _ name: String) -> DemandEvent.Incident? {
    let lasts = section["lasts"].flatMap { DistributionReader(decoding).read($0) }
    let acknowledge = section["acknowledge"].flatMap { DistributionReader(decoding).read($0) }
    let share = section.share("solves-together")
    guard let lasts, let acknowledge, let share else { return nil }
    if let at = section["lasts"], lasts.mean > decoding.clock.length.seconds {
      decoding.report(
        "the incident of `\(name)` lasts \(lasts.mean.isFinite ? spelledRoughly(lasts.mean) : "for ever") on average, longer than the horizon",
        expected: "at most \(spelled(decoding.clock.length)), or a longer `length`", at: at)
      return nil
    }
    return DemandEvent.Incident(lasts: lasts, acknowledge: acknowledge, solvesTogether: share)
  }

  private func occurrence(_ section: Section, _ name: String) -> DemandEvent.Occurrence? {
    switch section.exactlyOne(["at", "happens"], "the demand event `\(name)`") {
    case "at": return section["at"].flatMap(decoding.moment).map { .once(at: $0) }
    case "happens":
      guard let field = section["happens"] else { return nil }
      let rateField = field.node.map == nil ? field : Section(field, .happens, decoding)?["rate"]
      return rateField.flatMap(decoding.rate).map { .random(perSecond: $0.perSecond) }
    default: return nil
    }
  }

  private func extra(_ field: Field) -> [DemandEvent.Extra]? {
    guard let entries = decoding.entries(field, .named(.number)) else { return nil }
    if entries.isEmpty { decoding.report("`extra` names no contact type", expected: "at least one", at: field) }
    return entries.compactMap { entry in
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      let type = decoding.find(entry.name, in: decoding.names.declaredContacts, "contact type", at: at)
      guard let expected = decoding.amount(entry.field), let type else { return nil }
      return .init(contactType: type, expected: expected)
    }
  }

  private func shape(_ field: Field) -> AnyDemandShape? {
    let names = DemandShapeCatalog.all.map(\.name)
    guard let entries = field.node.map, entries.count == 1 else {
      decoding.report(
        field.node.map?.isEmpty == false
          ? "`shape` names several shapes" : "`shape` is \(field.node.map == nil ? field.node.described : "empty")",
        expected: "one of \(quotedList(names)), for example \(DemandShapeCatalog.all[0].example)", at: field)
      return nil
    }
    let entry = entries[0]
    guard let family = DemandShapeCatalog.all.first(where: { $0.name == entry.key }) else {
      decoding.note(
        Problem(
          "there is no shape `\(shortened(entry.key))`", expected: quotedList(names),
          nearest: nearest(to: entry.key, among: names).map { "`\($0)`" }, at: entry.keyPlace, path: field.path))
      return nil
    }
    let inner = field.child(entry.key, entry.value)
    guard
      let (values, fields) = ParameterReader(decoding: decoding).read(
        inner, name: family.name, forms: family.forms, example: family.example)
    else { return nil }
    do {
      return try family.make(values)
    } catch {
      decoding.report("`\(error.parameter)` of \(family.name) \(error.complaint)", at: fields[error.parameter] ?? inner)
      return nil
    }
  }
}
