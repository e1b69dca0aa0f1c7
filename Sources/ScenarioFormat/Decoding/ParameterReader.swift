import SimulationCore
import Tables

/// Reads the parameters of a catalogue entry: picks the form that fits what is given, converts units and checks ranges.
struct ParameterReader {
  let decoding: Decoding
  /// Durations are written as plain numbers (random factors, batch sizes).
  var plainNumbers = false

  /// `field` is what stands behind the entry's name: a map of parameters, or the one parameter itself where the entry has a form with one.
  func read(_ field: Field, name: String, forms: [[Parameter]], example: String) -> (values: ParameterValues, fields: [String: Field])? {
    let all = forms.flatMap { $0 }
    guard let entries = field.node.map, !isColumnSource(field.node) else {
      if let single = forms.lazy.map({ $0.filter { !$0.isOptional } }).first(where: { $0.count == 1 })?[0] {
        guard let value = value(field, single) else { return nil }
        return (ParameterValues([single.name: value]), [single.name: field])
      }
      decoding.report("`\(name)` is \(field.node.described)", expected: "its parameters, for example \(example)", at: field)
      return nil
    }
    var given: [String: Field] = [:]
    var isWrong = false
    for entry in entries {
      let inner = field.child(entry.key, entry.value)
      guard all.contains(where: { $0.name == entry.key }) else {
        let known = unique(all.map(\.name))
        let near = nearest(to: entry.key, among: known.filter { field.node[$0] == nil })
        decoding.note(
          Problem(
            "unknown parameter `\(shortened(entry.key))` of \(name)", expected: near == nil ? formList(forms) : nil,
            nearest: near.map { "`\($0)`" }, at: entry.keyPlace, path: inner.path))
        isWrong = true
        continue
      }
      given[entry.key] = inner
    }
    if isWrong { return nil }
    guard let form = form(given, forms, name: name, example: example, at: field) else { return nil }
    var values: [String: ParameterValue] = [:]
    for parameter in form {
      guard let inner = given[parameter.name] else { continue }
      if let value = value(inner, parameter) { values[parameter.name] = value } else { isWrong = true }
    }
    return isWrong ? nil : (ParameterValues(values), given)
  }

  /// The form whose parameters are the given ones.
  private func form(_ given: [String: Field], _ forms: [[Parameter]], name: String, example: String, at field: Field) -> [Parameter]? {
    let names = Set(given.keys)
    func required(_ form: [Parameter]) -> Set<String> { Set(form.filter { !$0.isOptional }.map(\.name)) }
    func allowed(_ form: [Parameter]) -> Set<String> { Set(form.map(\.name)) }
    if let fitting = forms.first(where: { required($0).isSubset(of: names) && names.isSubset(of: allowed($0)) }) { return fitting }
    if names.isEmpty {
      decoding.report("`\(name)` has no parameters", expected: formList(forms), at: field)
      return nil
    }
    // Incomplete: say what is missing from the nearest form.
    if let near = forms.filter({ names.isSubset(of: allowed($0)) }).min(by: {
      required($0).subtracting(names).count < required($1).subtracting(names).count
    }) {
      let missing = near.filter { !$0.isOptional && !names.contains($0.name) }.map { "`\($0.name)`" }
      decoding.report("`\(name)` has no \(andList(missing))", expected: formList(forms), at: field)
      return nil
    }
    let written = unique(forms.flatMap { $0 }.map(\.name)).filter(names.contains)
    decoding.report(
      "`\(name)` cannot have \(andList(written.map { "`\($0)`" })) together", expected: formList(forms), at: field)
    return nil
  }

  private func formList(_ forms: [[Parameter]]) -> String {
    forms.map { form in
      andList(form.filter { !$0.isOptional }.map { "`\($0.name)`" })
        + form.filter(\.isOptional).map { " (and perhaps `\($0.name)`)" }.joined()
    }.joined(separator: ", or ")
  }

  // MARK: Values

  func value(_ field: Field, _ parameter: Parameter) -> ParameterValue? {
    switch parameter.kind {
    case .duration, .share, .number, .count: return number(field, parameter).map { .number($0) }
    case .durations, .shares, .numbers: return numbers(field, parameter).map { .numbers($0) }
    case .distribution: return DistributionReader(decoding, plainNumbers: plainNumbers).read(field).map { .distribution($0) }
    case .mixture: return mixture(field).map { .mixture($0) }
    }
  }

  private func number(_ field: Field, _ parameter: Parameter) -> Double? {
    let value: Double?
    switch parameter.kind {
    case .duration, .durations: value = plainNumbers ? decoding.number(field) : decoding.duration(field)?.seconds
    case .share, .shares: value = decoding.share(field)
    case .count: value = decoding.count(field).map(Double.init)
    default:
      value = field.node.word?.hasSuffix("%") == true ? decoding.ratio(field) : decoding.number(field)
    }
    guard let value else { return nil }
    if let range = rangeComplaint(value, parameter) {
      decoding.report("\(field.node.described) is \(range.wrong)", expected: range.expected, at: field)
      return nil
    }
    return value
  }

  private func rangeComplaint(_ value: Double, _ parameter: Parameter) -> (wrong: String, expected: String)? {
    let isDuration = !plainNumbers && (parameter.kind == .duration || parameter.kind == .durations)
    func shown(_ number: Double) -> String { isDuration ? spelled(.seconds(number)) : plain(number) }
    let lower = parameter.minimum.map { (parameter.minimumIsExclusive ? "more than " : "at least ") + shown($0) }
    let upper = parameter.maximum.map { "at most \(shown($0))" }
    let expected = "`\(parameter.name)` to be " + [lower, upper].compactMap { $0 }.joined(separator: " and ")
    if let minimum = parameter.minimum, parameter.minimumIsExclusive ? value <= minimum : value < minimum { return ("too small", expected) }
    if let maximum = parameter.maximum, value > maximum { return ("too large", expected) }
    return nil
  }

  private func numbers(_ field: Field, _ parameter: Parameter) -> [Double]? {
    if isColumnSource(field.node) { return column(field, parameter) }
    guard let items = decoding.items(field, .list(parameter.valueKind)) else { return nil }
    // A matrix may be written row by row.
    let cells = items.flatMap { item in item.node.list?.enumerated().map { Field(node: $1, path: "\(item.path)[\($0)]") } ?? [item] }
    let values = cells.map { number($0, parameter) }
    guard !values.isEmpty else {
      decoding.report("`\(parameter.name)` is an empty list", expected: "at least one value", at: field)
      return nil
    }
    return values.contains { $0 == nil } ? nil : values.map { $0! }
  }

  private func isColumnSource(_ node: DocumentNode) -> Bool { node["csv"] != nil }

  /// `{csv: file, column: name}`. Lengths of time need a unit: their own, that of the column's name (`seconds`, `handle time (s)`), or `unit`.
  private func column(_ field: Field, _ parameter: Parameter) -> [Double]? {
    guard let section = Section(field, .columnSource, decoding), let pathField = section["csv"] else { return nil }
    let told = section["column"].flatMap { decoding.text($0) }
    let unit = section["unit"].flatMap { decoding.word($0, among: TimeUnit.allCases.map(\.rawValue)) }.flatMap(TimeUnit.init(rawValue:))
    let roles = told.map { [ColumnRole("column", [HeaderName($0).words])] } ?? []
    guard let file = TableFile(pathField, keys: section, roles: roles, purpose: "values of \(parameter.name)", decoding) else { return nil }
    let table = file.table
    var column = 0
    if let told {
      guard let found = file.column(ColumnRole("column", []), told: told) else { return nil }
      column = found
    } else if table.namedColumns.count > 1 || table.names.isEmpty && table.width > 1 {
      file.note(
        table.nameProblem(
          "the file has \(max(table.width, table.namedColumns.count)) columns", expected: "`column:` with one of \(table.columnList)"))
      return nil
    } else {
      file.use(0, "column")
    }
    let values = values(file, column, parameter, unit)
    guard let values, !file.isWrong else { return nil }
    file.account.sum = Double(values.count)
    file.account.unit = "values"
    file.close()
    return values
  }

  private func values(_ file: TableFile, _ column: Int, _ parameter: Parameter, _ unit: TimeUnit?) -> [Double]? {
    let table = file.table
    let mark = table.decimalMark(of: [column])
    let read: [Double?]
    var empty: [Int]
    if parameter.kind == .durations, !plainNumbers {
      let spans = table.spans(column, unit: unit, mark: mark)
      file.note(spans.problems)
      read = spans.values.map { $0.map { Double($0) / 1e6 } }
      empty = spans.empty
    } else {
      let numbers = table.numbers(column, mark: mark, signed: true)
      file.note(numbers.problems)
      read = numbers.values
      empty = numbers.empty
    }
    guard !file.isWrong else { return nil }
    for row in empty { file.note(table.problem("the line has no \(parameter.name)", expected: "a value", row: row, column: column)) }
    for (row, value) in zip(table.rows, read) {
      guard let value, let range = rangeComplaint(value, parameter) else { continue }
      file.note(
        table.problem("\(Table.shown(table.text(row, column))) is \(range.wrong)", expected: range.expected, row: row, column: column))
    }
    return file.isWrong ? nil : read.compactMap { $0 }
  }

  private func mixture(_ field: Field) -> [(share: Double, distribution: AnyDistribution)]? {
    decoding.all(field, .list(.section(.mixturePart))) { item in
      guard let section = Section(item, .mixturePart, decoding) else { return nil }
      let distribution = section["is"].flatMap { DistributionReader(decoding, plainNumbers: plainNumbers).read($0) }
      guard let share = section.share("share"), let distribution else { return nil }
      return (share, distribution)
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// A number without needless digits.
func plain(_ number: Double) -> String {
  if number.rounded() == number, abs(number) < 1e15 { return String(Int64(number)) }
  return String(number)
}

extension Parameter {
  /// How it is written in a scenario.
  var valueKind: ValueKind {
    switch kind {
    case .duration, .durations: return .duration
    case .share, .shares: return .share
    case .number, .numbers: return .number
    case .count: return .count
    case .distribution: return .distribution
    case .mixture: return .list(.section(.mixturePart))
    }
  }

  var isList: Bool { kind == .durations || kind == .shares || kind == .numbers }
}
