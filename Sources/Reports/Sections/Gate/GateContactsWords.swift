import Histories
package import ReportKit
package import Studies
import SupportModel

/// The worst replication of a failed gate in plain sentences: who lost, who gained, what was decided. Every number is from its log.
package struct GateContactsWords: Sendable {
  let context: GateContext
  let change: GateChange

  package init(context: GateContext, change: GateChange) {
    self.context = context
    self.change = change
  }

  /// The sentences as blocks of a section.
  package var blocks: [ReportBlock] { sentences.map { .sentence(ReportText($0)) } }

  /// Who lost and who gained, dearest first; empty where nobody did.
  package var sentences: [String] {
    guard let replication = change.replication, let contacts = change.contacts else { return [] }
    let there = "In replication \(replication), where it got worse most, "
    // Where the arrivals differ, that comes first, and what follows is of the same replication.
    let demand = demand(contacts).map { there + $0 }
    let lead = demand == nil ? there : "There, "
    var sentences = demand.map { [$0] } ?? []
    sentences.append(
      contacts.pairs == 0
        ? "\(lead)no contact is on both sides, so none can be compared one by one." : "\(lead)\(summary(contacts)).")
    if !contacts.lost.isEmpty { sentences.append("Lost most: " + contacts.lost.prefix(3).map(words).joined(separator: "; ") + ".") }
    if !contacts.gained.isEmpty { sentences.append("Gained most: " + contacts.gained.prefix(3).map(words).joined(separator: "; ") + ".") }
    if let first = change.firstDifference { sentences.append("The logs part " + words(first) + ".") }
    sentences += decisionSentences.map(\.sentence)
    return sentences
  }

  /// What was decided otherwise, with the instant (µs) at which the agent would have been free for the one that lost.
  package var decisionSentences: [(time: Int64, sentence: String)] { change.decisions.map { ($0.time, words($0) + ".") } }

  /// Where the arrivals differ, what is compared with what.
  private func demand(_ contacts: ContactComparison) -> String? {
    guard contacts.demandDiffers else { return nil }
    var parts: [String] = []
    if contacts.moved > 0 {
      parts.append(
        "\(Words.fixed(Double(contacts.moved), decimals: 0)) of \(Words.counted(contacts.pairs, "contact")) arrive at another time than before"
      )
    }
    if contacts.onlyAfter > 0 { parts.append("\(Words.counted(contacts.onlyAfter, "contact")) came only now") }
    if contacts.onlyBefore > 0 { parts.append("\(Words.counted(contacts.onlyBefore, "contact")) came only before") }
    let how = contacts.moved > 0 ? "; a contact is compared with the one of the same number in its arrival process" : ""
    return "demand differs: " + parts.joined(separator: ", ") + how + "."
  }

  private func summary(_ contacts: ContactComparison) -> String {
    var parts = [
      "\(Words.fixed(Double(contacts.waitedLonger), decimals: 0)) of \(Words.counted(contacts.pairs, "contact")) waited longer and "
        + "\(Words.fixed(Double(contacts.waitedShorter), decimals: 0)) shorter"
    ]
    if contacts.noLongerServed > 0 { parts.append("\(contacts.noLongerServed) served before left unserved") }
    if contacts.newlyServed > 0 { parts.append("\(contacts.newlyServed) were served that had left unserved") }
    return parts.joined(separator: ", ")
  }

  /// `the business-call of 10:41, 5s before, 6m 10s now (gave up)`
  private func words(_ contact: ContactChange) -> String {
    "the \(context.type(contact.contactType)) of \(context.time(contact.arrivedAt))"
      + (contact.isMoved ? " that came at \(context.time(contact.arrivedBefore)) before " : " ")
      + "(\(fate(contact.before)) before, \(fate(contact.after)) now)"
  }

  private func fate(_ fate: ContactChange.Fate) -> String {
    let waited = Words.duration(Double(fate.waited) / 1e6)
    switch fate.outcome {
    case .handled: return fate.waited == 0 ? "served at once" : "waited \(waited)"
    case .abandoned: return "gave up after \(waited)"
    case .balked: return "left at once"
    case .blocked: return "refused"
    case .disconnectedLate: return "answered, and gone before it was done"
    case .disconnected: return "disconnected after \(waited)"
    case .selfServed: return "solved by self-service"
    case .gaveUp: return "given up in self-service"
    case .unreached: return "called back and not reached"
    case .merged: return "merged with another contact about the same thing"
    case .open: return "still waiting after \(waited)"
    }
  }

  // MARK: Decisions

  private var formerly: String { context.gated.formerly }

  /// "At 10:42 tier2-03 took the email of 10:40; under the old policy it would have taken the business-call of 10:42, which then waited 6m 10s"
  private func words(_ decision: DecisionChange) -> String {
    let type = context.type(decision.contact.contactType)
    let after = decision.contact.after
    let waited = Words.duration(Double(after.waited) / 1e6)
    let then =
      switch after.outcome {
      case .handled: "which then waited \(waited)"
      case .abandoned: "which then gave up after \(waited)"
      case .disconnectedLate: "which was then answered, and gone before it was done"
      case .open: "which was still waiting at the end"
      default: "which was then lost after \(waited)"
      }
    let at = context.time(decision.time)
    switch decision.instead {
    case .contact(let other, _, let since) where since == decision.time:
      return "At \(at) \(decision.agent) took \(article(other)); \(formerly) it would have taken the \(type), \(then)"
    case .contact(let other, _, let since):
      let (from, until) =
        context.time(since) == at ? (context.second(since), context.second(decision.time)) : (context.time(since), at)
      return "At \(from) \(decision.agent) took \(article(other)) and still had it at \(until); "
        + "\(formerly) it would have been free then for the \(type), \(then)"
    case .nothing:
      return "At \(at) \(decision.agent) took nothing; \(formerly) it would have taken the \(type), \(then)"
    case .away:
      return "At \(at) \(decision.agent) was away; \(formerly) it would have taken the \(type), \(then)"
    }
  }

  private func article(_ type: Int) -> String {
    let name = context.type(type)
    return ("aeiou".contains(name.first ?? "x") ? "an " : "a ") + name
  }

  private func words(_ difference: FirstDifference) -> String {
    switch difference {
    case .otherContact(let time, let agent, let took, let would):
      let other = took == would ? "another \(context.type(would))" : article(would)
      return "at \(context.second(time)): \(agent) takes \(article(took)), \(formerly) \(other)"
    case .otherAgent(let time, let type, let agent, let would):
      return "at \(context.second(time)): \(agent) takes \(article(type)) that \(formerly) \(would) would have taken"
    case .sooner(let time, let agent, let type, let until):
      let wait = until < 0 ? "would never have been taken" : "would have waited until \(context.second(until))"
      return "at \(context.second(time)): \(agent) takes \(article(type)) that \(formerly) \(wait)"
    case .otherArrival(let time, let type):
      return "at \(context.second(time)), where demand differs: \(article(type)) is taken that does not arrive then on both sides"
    case .later(let time, let agent, let type, let until):
      let wait = until < 0 ? "is never taken" : "waits until \(context.second(until))"
      return "at \(context.second(time)): \(article(type)) that \(formerly) \(agent) would have taken \(wait)"
    }
  }
}
