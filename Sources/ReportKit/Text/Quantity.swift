/// What kind of number a metric is, so that it is written in the reader's units.
package enum Quantity: Sendable, Equatable {
  /// From 0 to 1, written in percent.
  case share
  /// Seconds, written as `1m 12s`.
  case duration
  /// Contacts, agents and other things one counts; averages of them have decimals.
  case count
  /// Hours of people's time.
  case hours
  /// Money, with the word for it.
  case money(String)
}
