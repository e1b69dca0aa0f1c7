/// How the cells of a file are told apart and its numbers and dates are written, as far as somebody said so.
package struct Dialect: Sendable, Equatable {
  package enum Separator: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case pipe = 0x7C

    package var name: String {
      switch self {
      case .comma: "comma"
      case .semicolon: "semicolon"
      case .tab: "tab"
      case .pipe: "pipe"
      }
    }
  }

  package var separator: Separator?
  package var decimal: DecimalMark?
  package var dates: DateOrder?
  /// The day to which dates without a year are near, in days since 1970; nil where they are no dates.
  package var near: Int?

  package init(separator: Separator? = nil, decimal: DecimalMark? = nil, dates: DateOrder? = nil, near: Int? = nil) {
    self.separator = separator
    self.decimal = decimal
    self.dates = dates
    self.near = near
  }
}
