/// How contacts that abandon enter the service level. The four names are those of a scenario's targets.
package enum AbandonTreatment: String, Sendable, CaseIterable {
  /// They missed: answered in time ÷ offered.
  case missed
  /// Those who left within the time are left out: answered in time ÷ (offered − abandoned in time).
  case ignoredWithin = "ignored-within"
  /// Those who left within the time count as met: (answered in time + abandoned in time) ÷ offered.
  case metWithin = "met-within"
  /// All are left out: answered in time ÷ answered.
  case ignored
}
