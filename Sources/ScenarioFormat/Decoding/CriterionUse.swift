import SupportModel
import SupportPolicies

/// One criterion of a policy as it was read.
struct CriterionUse: Sendable {
  /// `agent-for-contact` or `contact-for-agent`.
  var list: String
  /// Rules only while a calendar is open.
  var isScheduled: Bool
  var name: String
  var parameters: CriterionParameters
}
