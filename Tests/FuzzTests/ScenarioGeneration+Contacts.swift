/// Contact types: how they come, what is done with them, and what becomes of them afterwards.
extension ScenarioGeneration {
  mutating func contact(_ type: String) -> String {
    let channel = types.firstIndex(of: type).map { channelOfType[$0] } ?? "phone"
    var keys = ["channel: \(channel)", "arrivals: \(arrivals(type))", "talk: \(timedLaw())"]
    if once(in: 2) { keys.append("patience: \(timedLaw())") }
    if once(in: 2) { keys.append("wrap-up: \(timedLaw())") }
    if once(in: 3) { keys.append("priority: \(value("urgent", "high", "normal"))") }
    if once(in: 4) { keys.append("segment: \(value("business", "private"))") }
    if once(in: 5) { keys.append("queue-limit: \(value("0", "1", "10"))") }
    if once(in: 5) { keys.append("balk: \(value("0%", "20%", "100%"))") }
    if once(in: 6) { keys.append("abandons-in-service: \(law())") }
    if once(in: 5) { keys.append("after-abandon: \(retry())") }
    if once(in: 8) { keys.append("after-blocked: \(retry())") }
    if once(in: 4) { keys.append("opens: \(opens())") }
    if once(in: 8) { keys.append("nobody-there: {arriving: \(value("refuse", "wait")), waiting: \(value("disconnect", "wait"))}") }
    if once(in: 3) { keys.append("touches: \(touches())") }
    if once(in: 4) { keys.append("reopen: \(reopen())") }
    if once(in: 4) { keys.append("holds: \(list((0...below(2)).map { _ in hold() }))") }
    if once(in: 8) { keys.append("replies: \(value("true", "false"))") }
    if once(in: 5) { keys.append("recontact: \(once(in: 2) ? recontact() : list([recontact(), recontact()]))") }
    if once(in: 6) { keys.append("self-service: \(selfService())") }
    if once(in: 6) { keys.append("callback: \(callback())") }
    if once(in: 8) { keys.append("chaser: {when-open-for: \(law()), takes: \(law()), repeats: \(value("true", "false"))}") }
    if once(in: 6) {
      keys.append("duplicate: {share: \(value("12%", "0%", "100%")), as: \(pick(types)), after: \(law()), takes: \(law())}")
    }
    return map(keys)
  }

  private mutating func recontact() -> String {
    var keys = ["share: \(once(in: 3) ? "{\(pick(groups)): \(value("30%", "0%"))}" : value("9%", "0%", "40%"))", "delay: \(law())"]
    if once(in: 3) { keys.append("as: \(pick(types))") }
    if once(in: 3) { keys.append("at-most: \(value("1", "3", "0"))") }
    return map(keys)
  }

  private mutating func selfService() -> String {
    var keys = ["tries: \(value("35%", "0%", "100%"))", "solves: \(value("45%", "0%", "100%"))", "takes: \(law())"]
    if once(in: 2) { keys += ["leaks: \(value("15%", "0%", "100%"))", "leaks-in: \(law())"] }
    if once(in: 3) { keys.append("leaks-as: \(pick(types))") }
    if once(in: 3) { keys.append("gives-up: \(value("5%", "100%"))") }
    if once(in: 3) { keys.append("hand-over: {handle: \(value("0.8", "1.3"))}") }
    if once(in: 3) { keys.append("leaked: {handle: \(value("1.2", "2"))}") }
    return map(keys)
  }

  private mutating func callback() -> String {
    var keys = ["when-wait-over: \(value("3m", "0s", "1h"))", "accepts: \(value("50%", "0%", "100%"))"]
    if once(in: 2) { keys.append("reaches: \(value("85%", "0%", "100%"))") }
    if once(in: 2) { keys.append("tries-again: {delay: \(law()), at-most: \(value("2", "0"))}") }
    return map(keys)
  }

  private mutating func retry() -> String {
    var keys = ["retry: \(value("0%", "40%", "100%"))", "delay: \(law())", "at-most: \(value("1", "3", "10"))"]
    if once(in: 3) { keys.append("same-work: \(value("true", "false"))") }
    if once(in: 3) { keys.append("same-patience: \(value("true", "false"))") }
    return map(keys)
  }

  private mutating func opens() -> String {
    once(in: 2)
      ? value("office", "night")
      : "{calendar: office, outside: \(value("refuse", "wait")), at-close: \(value("serve", "disconnect"))}"
  }

  private mutating func touches() -> String {
    var keys = ["more: \(byTouch { $0.value("35%", "10%", "0%", "60%") })", "customer-replies-in: \(byTouch { $0.law() })"]
    if once(in: 2) { keys.append("never-replies: \(byTouch { $0.value("12%", "0%", "90%") })") }
    if once(in: 2) {
      keys.append("auto-close: \(once(in: 2) ? value("1h", "96h") : "{after: \(value("1bd", "2h")), clock: \(value("office", "night"))}")")
    }
    if once(in: 3) { keys.append("late-replies: \(value("reopen", "lost"))") }
    if once(in: 3) { keys.append("talk: \(byTouch { $0.timedLaw() })") }
    if once(in: 3) { keys.append("wrap-up: \(byTouch { $0.timedLaw() })") }
    if once(in: 2) { keys.append("returns: \(value("tail", "place"))") }
    return map(keys)
  }

  private mutating func reopen() -> String {
    var keys = ["share: \(value("8%", "0%", "50%"))", "after: \(law())"]
    if once(in: 2) { keys.append("within: \(value("1h", "7d", "0s"))") }
    if once(in: 2) { keys.append("after-window: \(value("new", "lost"))") }
    return map(keys)
  }

  private mutating func hold() -> String {
    var keys = ["share: \(byTouch { $0.value("6%", "20%", "0%", "40%") })", "takes: \(byTouch { $0.law() })"]
    if once(in: 2) { keys.append("for: \(value("engineering", "a vendor"))") }
    if once(in: 3) { keys.append("clock: \(value("office", "night"))") }
    return map(keys)
  }

  // MARK: Arrivals

  private mutating func arrivals(_ type: String) -> String {
    guard !once(in: 3) else { return value("30/h", "0/h", "5/h", "1/m", "200/d") }
    var keys: [String]
    switch below(7) {
    case 0: keys = ["rate: \(value("20/h", "2/h"))"]
    case 1: keys = ["schedule: [00:10, 00:10, \(value("00:20", "09:30", "10:00"))]"]
    case 2: keys = ["gaps: \(law())"]
    case 3:
      keys = ["volume: \(value("200/d", "20/h"))"]
      if once(in: 2) { keys.append("profile: {every: \(value("12h", "12h")), weights: [\(value("3", "0.5")), \(value("1", "0"))]}") }
      if isDated, once(in: 2) { keys.append("week: {mon: \(value("1.2", "0")), tue-sun: 1}") }
    case 4: keys = ["counts: {every: \(value("30m", "1h")), values: [\(value("12", "0.5")), \(value("3", "0")), 7]}"]
    case 5:
      let path = isDated ? keep(trace(), as: "\(type)-trace.csv") : keep(table(), as: "\(type).csv")
      keys = [isDated ? "trace: \(path)" : "csv: \(path)"]
    default: keys = ["csv: \(keep(table(), as: "\(type).csv"))"]
    }
    let isDrawn = keys[0].hasPrefix("rate") || keys[0].hasPrefix("volume") || keys[0].hasPrefix("counts")
    if isDrawn, once(in: 5) {
      keys.append("batch: \(once(in: 2) ? value("1", "3") : "{mean: \(value("2.5", "1")), cv: \(value("0.4", "1"))}")")
    }
    if isDrawn, once(in: 5) { keys.append("busyness: {cv: \(value("12%", "0.5"))}") }
    if isDrawn, once(in: 6) { keys.append("scale: \(value("1.5", "0.1", "90%"))") }
    return map(keys)
  }

  /// A table of expected contacts in one of many hands.
  mutating func table() -> String {
    guard isWild else {
      let separator = pick([",", ";", "\t"])
      let rows = (0..<48).map { "\($0 / 2):\($0 % 2 == 0 ? "00" : "30")\(separator)\(random.below(8))" }
      return (["time\(separator)calls"] + rows).joined(separator: pick(["\n", "\r\n"])) + "\n"
    }
    let separator = pick([",", ";", "\t", "|", ", "])
    let end = pick(["\n", "\r\n", "\r"])
    var rows = [pick(["time", "from", "interval_start", "", "\u{FEFF}time"]) + separator + pick(["volume", "calls", "n", ""])]
    for row in 0..<below(30) {
      let time = pick(["\(row / 2):\(row % 2 == 0 ? "00" : "30")", "0\(row % 10):00", "2026-09-14 0\(row % 10):00", "\(row)", ""])
      let value = pick(["5", "5.5", "\"5,5\"", "-1", "1e9", "=1+1", "'=1", "", "x", "\"a\"\"b\"", "nan"])
      rows.append(time + separator + value)
    }
    return rows.joined(separator: end)
  }

  /// Single contacts with their instants.
  private mutating func trace() -> String {
    var rows = ["created"]
    for _ in 0..<(1 + below(30)) {
      let instant = "\(start.dropLast(2))\(10 + below(50))"
      rows.append(isWild && once(in: 20) ? pick(["", "x", "2026-13-01 00:00", "1e9", "\"", "9999-12-31 23:59"]) : instant)
    }
    return rows.joined(separator: "\n") + "\n"
  }
}
