import SupportModel

/// Contacts that another party has after a touch.
extension TouchReader {
  func hold(_ field: Field) -> Hold? {
    guard let section = Section(field, .hold, decoding) else { return nil }
    let shares = shares(section, "share")
    let takes = laws(section, "takes")
    let calendar = section["clock"].flatMap(decoding.calendar)
    let outside = section.text("for")
    let group = section["by"].flatMap { decoding.reference($0, in: decoding.names.groups, "agent group") }
    for key in section.given(["for", "clock"]) where section["by"] != nil {
      decoding.note(
        Problem(
          "a hold has `by` and `\(key)` together",
          expected: key == "for"
            ? "`for` somebody outside, or `by` a group of the scenario" : "no `clock`: the people of the group work when they are there",
          at: section.keyPlace(key), path: section[key]?.path ?? section.field.path))
    }
    if section["by"] == nil, section["replies"] != nil {
      decoding.note(
        Problem(
          "a hold has `replies` without `by`", expected: "`by` a group whose touch may say something to the customer",
          at: section.keyPlace("replies"), path: section["replies"]?.path ?? section.field.path))
    }
    let replies = section.flag("replies") ?? true
    guard let shares, let takes, section["by"] == nil || group != nil else { return nil }
    var hold = Hold(group.map { .group($0) } ?? .outside(outside ?? ""), shares: shares, takes: takes, calendar: calendar)
    hold.replies = replies
    return hold
  }

  /// One draw decides over all holds, so they cannot be more than everybody; and somebody must get past them.
  func checkSum(_ type: ContactType, at field: Field) {
    let most = type.holds.map(\.shares.count).max() ?? 0
    for touch in 0..<most {
      let sum = type.holds.reduce(0) { $0 + $1.shares[min(touch, $1.shares.count - 1)] }
      let isLast = touch == most - 1
      guard sum > 1 + 1e-9 || isLast && sum >= 1 - 1e-12 else { continue }
      let when = most == 1 ? "a touch" : "touch \(touch + 1)\(isLast ? " and every later one" : "")"
      decoding.report(
        sum > 1 + 1e-9
          ? "the holds of `\(name)` are \(spelled(share: sum)) of its contacts after \(when)"
          : "`\(name)` goes on hold after \(when), and is never solved",
        expected: sum > 1 + 1e-9 ? "at most 100% together" : "less than 100% together", at: field)
      return
    }
  }
}
