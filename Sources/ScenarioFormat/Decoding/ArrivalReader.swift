import SimulationCore
import SupportModel

/// Reads `arrivals`: a pattern, a batch and a busyness factor.
struct ArrivalReader {
  let decoding: Decoding
  /// Name of the contact type, for messages and the factor's own name.
  let contact: String

  private var clock: HorizonClock { decoding.clock }

  func read(_ field: Field) -> ArrivalProcess? {
    guard var process = written(field) else { return nil }
    // `scale` of the scenario: what is not expected counts has none, and is left as it is unless it is named.
    for (name, factor) in decoding.scales where name == contact || name == "all" {
      if case .instants = process.pattern, name == "all" { continue }
      guard let pattern = ScaleReader(decoding: decoding, contact: contact).scaled(process.pattern, factor, field) else { return nil }
      process.pattern = pattern
    }
    return process
  }

  private func written(_ field: Field) -> ArrivalProcess? {
    if field.node.scalar != nil {
      return decoding.rate(field).map { ArrivalProcess(pattern: .poisson(constant($0))) }
    }
    guard let section = Section(field, .arrivals, decoding) else { return nil }
    let form = section.exactlyOne(KeyTable.arrivalForms, "`arrivals` of `\(contact)`")
    refuseIdleKeys(section, form)
    let batch = section["batch"].flatMap(batch)
    var busyness = section["busyness"].flatMap(busyness)
    guard let form, var pattern = pattern(form, section, &busyness) else { return nil }
    if let field = section["scale"] {
      guard let scaled = ScaleReader(decoding: decoding, contact: contact).read(field, pattern, busyness) else { return nil }
      (pattern, busyness) = scaled
    }
    return ArrivalProcess(pattern: pattern, batch: batch, busyness: busyness)
  }

  /// Keys that say nothing beside the form that was chosen.
  private func refuseIdleKeys(_ section: Section, _ form: String?) {
    guard let form else { return }
    var rules: [(keys: [String], forms: [String], example: String)] = [
      (["profile"], ["volume", "csv"], "`volume`, for example volume: 2400/d"),
      (["week"], ["volume"], "`volume`, for example volume: 2400/d"),
      (["at"], ["trace"], "`trace`"), (["count", "handle", "unit", "every", "end", "start"], ["csv"], "`csv`"),
    ]
    rules.append((KeyTable.dialectKeys.map(\.name) + ["date"], ["csv", "trace"], "`csv` or `trace`"))
    for rule in rules where !rule.forms.contains(form) {
      for key in rule.keys where section[key] != nil {
        decoding.note(
          Problem(
            "`\(key)` has no meaning beside `\(form)`", expected: rule.example, at: section.keyPlace(key), path: section[key]!.path))
      }
    }
  }

  private func pattern(_ form: String, _ section: Section, _ busyness: inout ArrivalProcess.Busyness?) -> ArrivalProcess.Pattern? {
    guard let field = section[form] else { return nil }
    switch form {
    case "rate": return decoding.rate(field).map { .poisson(constant($0)) }
    case "volume": return volume(field, section).map { .poisson($0) }
    case "counts": return counts(field).map { .poisson($0) }
    case "csv": return file(field, section)
    case "history":
      guard let past = HistoryFile(decoding: decoding, contact: contact).read(field) else { return nil }
      if busyness == nil { busyness = past.busyness }
      return .poisson(past.segments)
    case "gaps":
      guard let gap = DistributionReader(decoding).read(field) else { return nil }
      if gap.mean > 0 { return .renewal(gap: gap.boxed) }
      decoding.report("the gaps have a mean of 0", expected: "gaps longer than 0s on average", at: field)
      return nil
    case "schedule": return schedule(field).map { .instants($0) }
    default: return TraceFile(decoding: decoding, contact: contact).read(field, section).map { .instants($0) }
    }
  }

  private func file(_ field: Field, _ section: Section) -> ArrivalProcess.Pattern? {
    let file = CountsFile(decoding: decoding, contact: contact)
    if let profile = section["profile"] {
      return DailyFile(decoding: decoding, contact: contact).read(field, profile, section, file).map { .poisson($0) }
    }
    guard let demand = file.read(field, section) else { return nil }
    if !demand.handle.isEmpty { decoding.handleTimes[contact] = demand.handle }
    return .poisson(demand.segments)
  }

  private func constant(_ rate: RateText) -> [ArrivalProcess.RateSegment] {
    [.init(start: .zero, end: clock.end, expected: rate.perSecond * clock.length.seconds)]
  }

  // MARK: Patterns over the local day

  /// The volume of every local day × the factor of its weekday, spread by the profile. A slot that a clock change swallows gives its share
  /// to the others, so every whole day has its whole volume.
  private func volume(_ field: Field, _ section: Section) -> [ArrivalProcess.RateSegment]? {
    let rate = decoding.rate(field)
    var step = 86_400
    var weights: [Double]? = [1]
    if let profileField = section["profile"], profileField.node["csv"] != nil {
      guard let profile = ProfileFile(decoding: decoding, contact: contact).read(profileField) else { return nil }
      let factors = section["week"].map(week) ?? Array(repeating: 1, count: 7)
      guard let rate, let factors else { return nil }
      return profile.spread { clock.hasDates ? rate.perDay * factors[clock.weekday($0)] : rate.perDay }
    }
    if let profileField = section["profile"] {
      weights = nil
      if let profile = Section(profileField, .profile, decoding) {
        let every = profile["every"].flatMap(decoding.positiveDuration)
        let given = profile["weights"].flatMap { decoding.all($0, .list(.number), decoding.amount) }
        if let every, let given, fillsDay(every, given, profile["weights"]!) {
          step = Int(every.microseconds / 1_000_000)
          weights = given
        }
      }
    }
    let factors = section["week"].map(week) ?? Array(repeating: 1, count: 7)
    guard let rate, let weights, let factors else { return nil }
    var pattern = DayPattern(clock: clock)
    for day in clock.days(in: clock.zone) {
      pattern.add(day: day, total: rate.perDay * (clock.hasDates ? factors[clock.weekday(day)] : 1), step: step, weights: weights)
    }
    return pattern.segments
  }

  func fillsDay(_ every: TimeSpan, _ weights: [Double], _ field: Field) -> Bool {
    let covered = every.times(weights.count)
    guard every.microseconds % 1_000_000 == 0, covered == .days(1) else {
      let isWhole = 86_400_000_000 % every.microseconds == 0
      decoding.report(
        "\(weights.count) weights of \(spelled(every)) cover \(spelled(covered))",
        expected: isWhole ? "\(86_400_000_000 / every.microseconds) weights, a whole day" : "steps that fill a whole day", at: field)
      return false
    }
    guard weights.reduce(0, +) > 0 else {
      decoding.report("the weights are all zero", expected: "at least one above 0", at: field)
      return false
    }
    return decoding.affordable(weights.count, days: clock.days(in: clock.zone).count, at: field)
  }

  /// Factors from Monday to Sunday.
  private func week(_ field: Field) -> [Double]? {
    guard let entries = decoding.entries(field, .named(.number)) else { return nil }
    var factors = Array(repeating: 1.0, count: 7)
    var seen: UInt8 = 0
    var isWrong = false
    for entry in entries {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      let days = CalendarReader(decoding: decoding).days(at)
      guard let factor = decoding.amount(entry.field), let days else {
        isWrong = true
        continue
      }
      if seen & days.bits != 0 {
        decoding.report("\(entry.name) names a day that has a factor already", expected: "each day in one entry", at: at)
        isWrong = true
      }
      seen |= days.bits
      for weekday in 0..<7 where days.contains(weekday: weekday) { factors[weekday] = factor }
    }
    return isWrong ? nil : factors
  }

  /// Counts that fill exactly a day repeat every local day; others run once from the start of the horizon.
  private func counts(_ field: Field) -> [ArrivalProcess.RateSegment]? {
    guard let section = Section(field, .counts, decoding) else { return nil }
    let every = section.positiveDuration("every")
    let values = section["values"].flatMap { decoding.all($0, .list(.number), decoding.amount) }
    guard let every, let values else { return nil }
    guard !values.isEmpty else {
      decoding.report("`values` is an empty list", expected: "at least one count", at: section["values"]!)
      return nil
    }
    if every.times(values.count) == .days(1), every.microseconds % 1_000_000 == 0 {
      guard decoding.affordable(values.count, days: clock.days(in: clock.zone).count, at: section["values"]!) else { return nil }
      var pattern = DayPattern(clock: clock)
      for day in clock.days(in: clock.zone) {
        pattern.add(day: day, total: values.reduce(0, +), step: Int(every.microseconds / 1_000_000), weights: values)
      }
      return pattern.segments
    }
    var start = SimInstant.zero
    var stretches: [ArrivalProcess.RateSegment] = []
    for value in values where start < clock.end {
      stretches.append(.init(start: start, end: start + every, expected: value))
      start = start + every
    }
    return DayPattern.tiled(stretches, clock: clock)
  }

  private func schedule(_ field: Field) -> [SimInstant]? {
    var instants: [SimInstant] = []
    var isWrong = false
    let items = decoding.items(field, .list(.either([.timeOfDay, .instant]))) ?? []
    guard decoding.affordable(items.count, days: clock.days(in: clock.zone).count, at: field) else { return nil }
    for item in items {
      let text = item.node.word ?? ""
      if text.count <= 8, text.contains(":") || !text.contains("-") {
        guard let time = decoding.read(item, .timeOfDay, TimeOfDay.read) else {
          isWrong = true
          continue
        }
        instants += clock.days(in: clock.zone).map { clock.instant(day: $0, seconds: time.seconds, in: clock.zone) }
      } else if let instant = decoding.read(item, .instant, InstantText.read) {
        if clock.hasDates {
          instants.append(clock.instant(instant))
        } else {
          decoding.reportUndated("\(text)", at: item)
          isWrong = true
        }
      } else {
        isWrong = true
      }
    }
    guard !isWrong, field.node.list != nil else { return nil }
    return instants.filter { $0 >= .zero && $0 < clock.end }.sorted()
  }

  // MARK: Batches and busyness

  private func batch(_ field: Field) -> AnyDistribution? {
    if field.node.scalar != nil { return decoding.count(field).map { ConstantDistribution(Double($0)).boxed } }
    let plain = DistributionReader(decoding, plainNumbers: true)
    guard field.node["mean"] != nil else { return plain.read(field) }
    guard let section = Section(field, .batch, decoding) else { return nil }
    let cv = section["cv"] == nil ? 1 : section.ratio("cv")
    guard let mean = section.amount("mean"), let cv else { return nil }
    return plain.gamma(mean: mean, cv: cv, at: section["cv"] ?? section["mean"] ?? field)
  }

  private func busyness(_ field: Field) -> ArrivalProcess.Busyness? {
    guard let entries = field.node.map else {
      decoding.report("`busyness` is \(field.node.described)", expected: "a map such as {cv: 12%}", at: field)
      return nil
    }
    let plain = DistributionReader(decoding, plainNumbers: true)
    var name = contact
    if let shared = field.node["shared-as"] { name = decoding.text(field.child("shared-as", shared)) ?? contact }
    let factor: AnyDistribution?
    let names = Set(entries.map(\.key))
    if names.isSubset(of: ["cv", "shared-as"]) || names.contains("cv") || !names.contains(where: isDistributionKey) {
      guard let section = Section(field, .busyness, decoding) else { return nil }
      guard let cvField = section["cv"] else {
        if field.node["cv"] == nil { decoding.report("`busyness` has no `cv`", expected: "for example {cv: 12%}", at: field) }
        return nil
      }
      factor = decoding.ratio(cvField).flatMap { plain.gamma(mean: 1, cv: $0, at: cvField) }
    } else {
      let rest = DocumentNode(content: .map(entries.filter { $0.key != "shared-as" }), place: field.place)
      factor = plain.read(Field(node: rest, path: field.path))
      if let mean = factor?.mean, !(abs(mean - 1) < 1e-3) {
        decoding.report("the factor has a mean of \(ScenarioFormat.plain(mean))", expected: "a mean of 1", at: field)
        return nil
      }
    }
    guard let factor else { return nil }
    if let other = decoding.sharedFactors[name], other.mean != factor.mean || other.variance != factor.variance {
      decoding.report(
        "the factor `\(name)` is another one than before", expected: "the same factor wherever `shared-as` names it", at: field)
      return nil
    }
    decoding.sharedFactors[name] = (factor.mean, factor.variance)
    return .init(factor: factor, name: name)
  }

  private func isDistributionKey(_ key: String) -> Bool { DistributionCatalog.all.contains { $0.name == key } }
}
