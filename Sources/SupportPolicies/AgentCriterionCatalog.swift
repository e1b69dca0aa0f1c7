/// Every criterion for *which agent takes this contact*, in the order the documentation lists them.
package enum AgentCriterionCatalog {
  package static let all: [AgentCriterionFamily] = [
    LongestIdle.family
  ]
}
