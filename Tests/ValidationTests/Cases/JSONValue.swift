import Foundation

/// A JSON document as a value, for cases whose parameters have a shape of their own in every family.
indirect enum JSONValue: Sendable, Equatable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let array = try? container.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
    return value
  }

  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var string: String? { if case .string(let value) = self { value } else { nil } }
  var items: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  var members: [String: JSONValue] { if case .object(let values) = self { values } else { [:] } }
  var numbers: [Double]? { items?.compactMap(\.number) }

  /// What stands under these keys, one in the other.
  func value(_ path: [String]) throws(CaseProblem) -> JSONValue {
    var value = self
    for key in path {
      guard let inner = value[key] else { throw CaseProblem("there is no `\(path.joined(separator: "/"))`") }
      value = inner
    }
    return value
  }

  func number(_ path: String...) throws(CaseProblem) -> Double {
    guard let number = try value(path).number else { throw CaseProblem("`\(path.joined(separator: "/"))` is no number") }
    return number
  }

  func string(_ path: String...) throws(CaseProblem) -> String {
    guard let string = try value(path).string else { throw CaseProblem("`\(path.joined(separator: "/"))` is no text") }
    return string
  }

  func numbers(_ path: String...) throws(CaseProblem) -> [Double] {
    guard let numbers = try value(path).numbers, !numbers.isEmpty else {
      throw CaseProblem("`\(path.joined(separator: "/"))` is no list of numbers")
    }
    return numbers
  }

  /// Every number in it with its path, `class1/p_wait` or `mean_wait_by_class/0`, sorted by path.
  var leaves: [(path: String, value: Double)] {
    switch self {
    case .number(let value): [("", value)]
    case .array(let values): values.enumerated().flatMap { index, value in value.leaves(under: "\(index)") }
    case .object(let values): values.sorted { $0.key < $1.key }.flatMap { key, value in value.leaves(under: key) }
    default: []
    }
  }

  private func leaves(under key: String) -> [(path: String, value: Double)] {
    leaves.map { ($0.path.isEmpty ? key : "\(key)/\($0.path)", $0.value) }
  }
}

/// A case says something that its reader does not know: the test that met it fails, the others go on.
struct CaseProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }

  static func require(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws(CaseProblem) {
    if !holds { throw CaseProblem(otherwise()) }
  }
}
