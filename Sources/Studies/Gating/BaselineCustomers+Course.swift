import SupportModel

extension BaselineCustomers {
  /// What becomes of contacts after a touch: how customers and other parties behave is the baseline's; when the desk closes a contact and where one
  /// joins its queue that comes back stays the candidate's.
  static func takeCourse(of old: ContactType, into type: inout ContactType, _ firstCalendar: Int) {
    type.abandonsInService = old.abandonsInService
    func moved(_ calendar: Int?) -> Int? { calendar.map { $0 + firstCalendar } }
    var touches = old.touches
    if let calendar = touches?.autoClose?.calendar { touches?.autoClose?.calendar = calendar + firstCalendar }
    if let rules = type.touches {
      touches?.autoClose = rules.autoClose
      touches?.lateReplies = rules.lateReplies
      touches?.returns = rules.returns
    }
    type.touches = touches
    var reopening = old.reopening
    if let rules = type.reopening {
      reopening?.within = rules.within
      reopening?.afterWindow = rules.afterWindow
    }
    type.reopening = reopening
    // A group that has contacts on hold is people, and these are the candidate's.
    let own = type.holds.filter { if case .group = $0.party { true } else { false } }
    type.holds =
      old.holds.compactMap { hold in
        guard case .outside = hold.party else { return nil }
        var hold = hold
        hold.calendar = moved(hold.calendar)
        return hold
      } + own
  }
}
