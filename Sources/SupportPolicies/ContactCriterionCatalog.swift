/// Every criterion for *which contact this agent takes*, in the order the documentation lists them.
package enum ContactCriterionCatalog {
  package static let all: [ContactCriterionFamily] = [
    LongestWait.family
  ]
}
