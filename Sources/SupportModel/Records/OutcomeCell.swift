/// How customers found the contacts of one type that came in one interval, or those that a group ended; cells add up. Of contacts in the type in
/// which they came. Empty where the scenario says nothing of satisfaction and of the value of customers.
package struct OutcomeCell: CountCell {
  /// Over, after an agent had answered: each had one draw.
  package var judged: Int64 = 0
  /// Of `judged`.
  package var satisfied: Int64 = 0
  /// Let in, and over before an agent answered.
  package var unanswered: Int64 = 0
  /// Of `judged`: answered the survey; of these, satisfied ones.
  package var answers: Int64 = 0
  package var answersSatisfied: Int64 = 0
  /// What the customers of `judged` had to do: come, come back, be passed on.
  package var effort: Int64 = 0
  /// Of `judged`: a promise to it was broken.
  package var breached: Int64 = 0
  /// Customers who leave by the coefficients of the scenario, in millionths: of all contacts of the cell, whether an agent answered or not.
  package var leaving: Int64 = 0
  /// Of `judged`: would recommend the company, and would advise against it; those who say what they are, and who of these is what.
  package var promoters: Int64 = 0
  package var detractors: Int64 = 0
  package var loyaltyAnswers: Int64 = 0
  package var answeringPromoters: Int64 = 0
  package var answeringDetractors: Int64 = 0

  package init() {}
}
