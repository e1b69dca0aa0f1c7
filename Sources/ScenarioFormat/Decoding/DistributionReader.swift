import SimulationCore

/// Reads `{lognormal: {mean: 6m, cv: 1.2}, at-least: 10s}`: one family of `DistributionCatalog.all` and the modifiers beside it.
struct DistributionReader {
  let decoding: Decoding
  /// Durations are written as plain numbers (random factors, batch sizes).
  var plainNumbers: Bool

  init(_ decoding: Decoding, plainNumbers: Bool = false) {
    self.decoding = decoding
    self.plainNumbers = plainNumbers
  }

  private var kind: ValueKind { plainNumbers ? .numberDistribution : .distribution }

  func read(_ field: Field) -> AnyDistribution? {
    // `delay: 0s` is the constant it looks like.
    if field.node.scalar != nil {
      let value = plainNumbers ? decoding.amount(field) : scalarDuration(field)
      return value.map { ConstantDistribution($0).boxed }
    }
    guard let entries = field.node.map else {
      decoding.report("`\(field.key)` is \(field.node.described)", expected: kind.expectation, at: field)
      return nil
    }
    var families: [(family: DistributionFamily, field: Field, keyPlace: SourcePlace)] = []
    var modifiers: [String: Field] = [:]
    var isWrong = false
    for entry in entries {
      let inner = field.child(entry.key, entry.value)
      if let family = DistributionCatalog.all.first(where: { $0.name == entry.key }) {
        families.append((family, inner, entry.keyPlace))
      } else if DistributionModifierCatalog.all.contains(where: { $0.name == entry.key }) {
        modifiers[entry.key] = inner
      } else {
        reportUnknown(entry, path: inner.path)
        isWrong = true
      }
    }
    guard !isWrong else { return nil }
    guard families.count == 1 else {
      if families.isEmpty {
        decoding.report(
          "`\(field.key)` names no distribution", expected: "one of \(quotedList(DistributionCatalog.all.map(\.name), limit: 30))",
          at: field)
      } else {
        decoding.note(
          Problem(
            "`\(field.key)` names \(andList(families.map { "`\($0.family.name)`" })) together",
            expected: "one distribution" + hintOnMerging(families.map { ($0.family.name, $0.keyPlace) }), at: families[1].keyPlace,
            path: field.path))
      }
      return nil
    }
    return make(families[0].family, families[0].field).flatMap { modify($0, modifiers) }
  }

  private func scalarDuration(_ field: Field) -> Double? {
    if let text = field.node.word, let family = DistributionCatalog.all.first(where: { $0.name == text }) {
      decoding.report("\(text) has no parameters", expected: "for example \(family.example)", at: field)
      return nil
    }
    return decoding.duration(field)?.seconds
  }

  private func reportUnknown(_ entry: DocumentEntry, path: String) {
    let known = DistributionCatalog.all.map(\.name) + DistributionModifierCatalog.all.map(\.name)
    let near = nearest(to: entry.key, among: known)
    decoding.note(
      Problem(
        "there is no distribution `\(shortened(entry.key))`", expected: near == nil ? "one of \(quotedList(known, limit: 30))" : nil,
        nearest: near.map { "`\($0)`" }, at: entry.keyPlace, path: path))
  }

  private func make(_ family: DistributionFamily, _ field: Field) -> AnyDistribution? {
    let reader = ParameterReader(decoding: decoding, plainNumbers: plainNumbers)
    guard let (values, fields) = reader.read(field, name: family.name, forms: family.forms, example: family.example) else { return nil }
    do {
      return try family.make(values)
    } catch {
      let at = fields[error.parameter] ?? field
      decoding.report("`\(error.parameter)` of \(family.name) \(error.complaint)", at: at)
      return nil
    }
  }

  private func modify(_ distribution: AnyDistribution, _ fields: [String: Field]) -> AnyDistribution? {
    var result = distribution
    for modifier in DistributionModifierCatalog.all {
      guard let field = fields[modifier.name] else { continue }
      guard case .number(let value)? = ParameterReader(decoding: decoding, plainNumbers: plainNumbers).value(field, modifier.parameter)
      else { return nil }
      do {
        result = try modifier.make(value, result)
      } catch {
        decoding.report("`\(error.parameter)` \(error.complaint)", at: field)
        return nil
      }
    }
    return result
  }

  /// A catalogue family made by the loader itself, for the short forms `{cv: 12%}` and `{mean: 2.5}`.
  func gamma(mean: Double, cv: Double, at field: Field) -> AnyDistribution? {
    if cv == 0 { return ConstantDistribution(mean).boxed }
    guard let family = DistributionCatalog.all.first(where: { $0.name == "gamma" }) else { return nil }
    for parameter in family.forms[0] {
      let value = parameter.name == "cv" ? cv : mean
      let minimum = parameter.minimum ?? 0
      let isTooSmall = parameter.minimumIsExclusive ? value <= minimum : value < minimum
      if isTooSmall || value > parameter.maximum ?? .infinity {
        decoding.report(
          "\(plain(value)) is out of range",
          expected: "`\(parameter.name)` \(parameter.minimumIsExclusive ? "above" : "from") \(plain(minimum))"
            + (parameter.maximum.map { " to \(plain($0))" } ?? ""),
          at: field)
        return nil
      }
    }
    do {
      return try family.make(ParameterValues(["mean": .number(mean), "cv": .number(cv)]))
    } catch {
      decoding.report("`\(error.parameter)` \(error.complaint)", at: field)
      return nil
    }
  }
}

extension DistributionReader {
  /// A distribution, or `{by-time: [...]}` repeated every local day of the horizon.
  ///
  /// An entry rules from its local time of day; before the first entry of a day the last one of the day before goes on.
  func readTimed(_ field: Field) -> TimedPieces? {
    guard field.node["by-time"] != nil else { return read(field).map { TimedPieces(pieces: [(nil, $0)]) } }
    guard let section = Section(field, .byTime, decoding), let list = section["by-time"] else { return nil }
    let pieces = decoding.all(list, .list(.section(.byTimePiece))) { item -> (from: TimeOfDay, field: Field, is: AnyDistribution)? in
      guard let section = Section(item, .byTimePiece, decoding) else { return nil }
      let distribution = section["is"].flatMap(read)
      guard let from = section.timeOfDay("from"), let distribution else { return nil }
      return (from, section["from"] ?? item, distribution)
    }
    guard let pieces else { return nil }
    if pieces.isEmpty {
      decoding.report("`by-time` is an empty list", expected: "at least one {from: …, is: …}", at: list)
      return nil
    }
    for (before, after) in zip(pieces, pieces.dropFirst()) where after.from.seconds <= before.from.seconds {
      decoding.report(
        "\(after.from.text) does not come after \(before.from.text)", expected: "times of day in order", at: after.field)
      return nil
    }
    guard decoding.affordable(pieces.count, days: decoding.clock.days(in: decoding.clock.zone).count, at: list) else { return nil }
    return TimedPieces(pieces: pieces.map { ($0.from, $0.is) })
  }
}
