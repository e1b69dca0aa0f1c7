/// One promise and what came of it, for the sentence that a page opens with.
struct KeptPromise {
  var name: String
  /// Share in time.
  var value: Double
  var goal: Double
  var verdict: Verdict
}
