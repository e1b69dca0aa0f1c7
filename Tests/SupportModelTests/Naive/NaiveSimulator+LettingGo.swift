extension NaiveSimulator {
  /// Lets go of all that was played. People, customers and contacts know each other, and would stay in memory play after play: of twenty
  /// thousand plays that is more than a machine has. To be called when nobody looks at them any more.
  func letGo() {
    for agent in agents { (agent.work, agent.held) = ([], []) }
    for contact in contacts {
      for hold in contact.holds { hold.work = [] }
      (contact.work, contact.waiter, contact.holds, contact.held) = ([], nil, [], nil)
      (contact.parent, contact.first, contact.second) = (nil, nil, nil)
      let need = contact.need
      (need.contacts, need.chasers, need.seconds, need.repeats) = ([], [], [], nil)
    }
    (contacts, present, finished, resting, helpingThemselves) = ([], [], [], [], [])
    (returned, released, clocksMoved, freed, agents, pending) = ([], [], [], [], [], [])
  }
}
