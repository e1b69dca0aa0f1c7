/// Long-run means from which every measure of a queue with redials follows. Rates per unit of time.
struct RedialSums: Sendable {
  /// Mean numbers of those who will try again, wait and are served.
  var orbit = 0.0
  var queue = 0.0
  var busy = 0.0
  /// Rates of attempts that wait, and that are refused.
  var waits = 0.0
  var refused = 0.0
  /// Share of time with every place taken.
  var full = 0.0
}
