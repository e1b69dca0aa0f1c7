extension GroupCell {
  mutating func add(_ totals: AgentTotals) {
    available += totals.available
    handling += totals.handling
    wrapUp += totals.wrapUp
    onBreak += totals.onBreak
    offline += totals.offline
    overtime += totals.overtime
    overtimeWrapUp += totals.overtimeWrapUp
    handled += totals.handled
    handledLearning += totals.handledLearning
    rampExcess += totals.rampExcess
    tenure += totals.tenure
    unitTime += totals.unitTime
  }
}
