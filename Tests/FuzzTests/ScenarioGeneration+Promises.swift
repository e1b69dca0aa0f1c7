/// Calendars, channels, rooms, causes of extra demand, promises and gates.
extension ScenarioGeneration {
  mutating func calendars() -> String {
    var office = [isDated ? "open: {mon-fri: \(value("09:00-17:00", "08:00-12:00"))}" : "open: \(value("09:00-17:00", "00:00-12:00"))"]
    if isDated, once(in: 2) { office.append("timezone: \(value("Europe/Berlin", "America/New_York"))") }
    if isDated, once(in: 3) { office.append("holidays: [\(value("2026-09-14", "2026-09-15"))]") }
    if isDated, once(in: 4) { office.append("special: {2026-09-15: \(value("10:00-11:00", "closed"))}") }
    return "{office: \(map(office)), night: {open: \(value("22:00-06:00", "[00:00-02:00, 04:00-06:00]"))}}"
  }

  mutating func channelTable() -> String {
    var tables = ["phone: {live: true}"]
    if channels.contains("chat") {
      let most = 2 + below(3)
      var chat = ["live: true", "concurrency: \(most)"]
      switch below(3) {
      case 0: chat.append("pace: flat")
      case 1: chat.append("pace: \(list((0..<most).map { _ in value("1", "0.85", "0.5") }))")
      default: chat += ["writes: \(value("30s", "5s"))", "thinks: \(value("60s", "0s"))"]
      }
      tables.append("chat: \(map(chat))")
    }
    if channels.contains("email") {
      var email = ["live: false"]
      if once(in: 3) {
        email.append("concurrency: \(value("2", "4"))")
      } else if once(in: 3) {
        email.append("tray: \(value("1", "8")), assigns: \(value("on-arrival", "when-free")), keeps: \(value("true", "false"))")
      }
      switch below(4) {
      case 0: email.append("interruptible: true")
      case 1: email.append("interrupted-by: [phone, {priority: \(value("urgent", "[urgent, high]"))}]")
      case 2: email.append("interrupted-by: \(value("phone", "[phone]"))")
      default: break
      }
      if email.last?.hasPrefix("interrupt") == true, once(in: 2) {
        email.append("resume-cost: \(once(in: 2) ? value("30s", "0s") : law())")
      }
      tables.append("email: \(map(email))")
    }
    return map(tables)
  }

  mutating func limit() -> String {
    var keys = ["for: \(selector())"]
    if once(in: 2) { keys.append("in-system: \(value("5", "0", "40"))") }
    if keys.count == 1 || once(in: 2) { keys.append("waiting: \(value("3", "0"))") }
    return map(keys)
  }

  mutating func demandEvent() -> String {
    let shape = pick([
      "{spike: {rise: \(value("20m", "0s")), half-life: \(value("30m", "3h"))}}",
      "{adoption: {peak: \(value("1h", "0s")), spread: \(value("30m", "2d"))}}",
      "{curve: {every: \(value("1h", "10m")), weights: [1, \(value("4", "0")), 2]}}",
    ])
    let at = isDated ? value("2026-09-14T09:00", "2026-09-14T00:00") : value("09:00", "30m")
    var keys = [once(in: 3) ? "happens: {rate: \(value("1/w", "3/d"))}" : "at: \(at)"]
    keys += ["extra: {\(pick(types)): \(value("42", "0", "7.5"))}", "shape: \(shape)"]
    if once(in: 3) { keys.append("uncertainty: {size-cv: \(value("30%", "0%")), starts-late: \(law())}") }
    return map(keys)
  }

  mutating func target(_ number: Int) -> String {
    let measure = pick(["answer", "first-response", "next-response", "resolution"])
    let hasClock = once(in: 2)
    var time = hasClock ? value("20s", "4h", "1bd", "2bd") : value("20s", "10m", "4h")
    if once(in: 3) { time = "{by-priority: {urgent: \(value("1m", "1h"))\(once(in: 2) ? ", default: \(time)" : "")}}" }
    var keys = ["name: T\(number)", "for: \(selector())", "\(measure): \(time)", "goal: \(value("80%", "100%", "0%"))"]
    if hasClock { keys.append("clock: \(value("office", "night"))") }
    if measure != "answer", once(in: 3) {
      keys.append("pauses: \(value("pending", "[pending, on-hold]", "waiting", "in-hand", "awaiting-approval"))")
    }
    if once(in: 4) { keys.append("on-change: {elapsed: \(value("keep", "restart")), pauses: \(value("keep", "drop"))}") }
    if measure == "resolution", once(in: 3) { keys.append("counts-solved: \(value("true", "false"))") }
    if once(in: 3) { keys.append("abandons: \(value("missed", "ignored-within", "met-within", "ignored"))") }
    if once(in: 4) { keys.append("short-abandon: \(value("5s", "0s"))") }
    return map(keys)
  }

  /// Of so many targets.
  mutating func gate(_ targets: Int) -> String {
    if targets > 0, once(in: 2) { return "{metric: service-level, target: T0, not-worse-by: \(value("1%", "10%"))}" }
    return pick([
      "{metric: asa, not-worse-by: \(value("10s", "5%"))}", "{metric: occupancy, for: \(groups[0]), at-most: \(value("95%", "100%"))}",
      "{metric: abandonment, at-most: \(value("5%", "0%"))}",
    ])
  }

  mutating func satisfaction() -> String {
    func slope(_ scenario: inout ScenarioGeneration) -> String {
      scenario.once(in: 2)
        ? "{per-doubling: \(scenario.value("-0.25", "0", "3")), of: \(scenario.value("1m", "1s", "2d"))}"
        : "{per: \(scenario.value("1m", "1h")), is: \(scenario.value("-0.08", "0.5"))}"
    }
    var model = ["base: \(value("2.6", "0", "-100"))"]
    if once(in: 2) { model.append("wait: \(slope(&self))") }
    if once(in: 2) { model.append("resolution: \(slope(&self))") }
    for key in ["moves", "repeats", "breach", "unresolved"] where once(in: 2) { model.append("\(key): \(value("-0.5", "0", "100"))") }
    if isWild { model.append("by-segment: {\(value("business", "private")): \(value("0.2", "-1"))}") }
    var keys = ["model: \(map(model))"]
    if once(in: 2) {
      keys.append("survey: {sends: \(value("80%", "0%")), answers: \(value("15%", "100%")), answers-unsatisfied: \(value("22%", "0%"))}")
    }
    if once(in: 2) {
      let answers = "{promoter: \(value("25%", "0%")), passive: \(value("12%", "0%")), detractor: \(value("20%", "100%"))}"
      keys.append("nps: {promoter: \(value("0.6", "-5")), not-detractor: \(value("2", "0.6")), wait: \(slope(&self)), answers: \(answers)}")
    }
    return map(keys)
  }

  /// Of all customers, or of a class.
  mutating func customerValue(isJudged: Bool, _ targets: Int) -> String {
    var churn = ["gave-up: \(value("+4%", "0%", "100%"))"]
    if isJudged, once(in: 2) { churn.append("unsatisfied: \(value("+6%", "100%"))") }
    if targets > 0, once(in: 2) { churn.append("breach: \(value("3%", "0%"))") }
    let one = "{per-customer: \(value("9000", "0", "0.5")), churn: \(map(churn))}"
    return once(in: 2) ? one : "{\(isWild ? value("other", "business") : "other"): \(one)}"
  }

  mutating func penalty() -> String {
    if once(in: 2) { return "{target: T0, per-breach: \(value("40", "0", "0.01"))}" }
    let each = isDated ? value("day", "week", "month") : value("day", "week")
    return "{target: T0, below: \(value("80%", "0%", "100%")), each: \(each), costs: \(value("12000", "0"))}"
  }

  mutating func removal() -> String {
    "{contacts: \(value(types[0])), share: \(value("60%", "0%", "100%")), costs: \(value("20000", "0"))\(isDated ? "" : ", from: \(value("30m", "0m"))")}"
  }
}
