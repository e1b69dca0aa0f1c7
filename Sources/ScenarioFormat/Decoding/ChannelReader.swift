import SimulationCore
import SupportModel

/// Reads channels: whether customers wait live, how many contacts an agent has in hand at once, and how fast each then goes on.
struct ChannelReader {
  let decoding: Decoding
  /// Of every declared channel, in order.
  let isLive: [Bool]

  func read(_ field: Field, name: String) -> Channel {
    guard let section = Section(field, .channel, decoding, name: name) else { return Channel(name: name) }
    let isLive = section.flag("live") ?? true
    let concurrency = count(section, "concurrency", in: 1...Channel.mostAtOnce)
    let atMost = count(section, "at-most", in: 1...(concurrency ?? Channel.mostAtOnce))
    // Without a number that can be right there is nothing to hold a pace against.
    let isWrong = section["concurrency"] != nil && concurrency == nil
    var channel = Channel(name: name, isLive: isLive, concurrency: concurrency ?? 1, atMost: atMost)
    channel.pace = isWrong ? .flat : pace(section, channel)
    channel.interruption = interruption(section, name)
    channel.tray = tray(section, channel)
    return channel
  }

  // MARK: Trays

  private func tray(_ section: Section, _ channel: Channel) -> Tray? {
    let assigns = section.word("assigns", Tray.Assigns.self) ?? .onArrival
    let keeps = section.flag("keeps") ?? false
    guard let field = section["tray"] else {
      for key in section.given(["assigns", "keeps"]) {
        decoding.note(
          Problem(
            "`\(channel.name)` has `\(key)`, and its contacts belong to nobody", expected: "`tray`, for example 8",
            at: section.keyPlace(key), path: section[key]?.path ?? section.field.path))
      }
      return nil
    }
    guard let room = count(section, "tray", in: 1...Tray.most) else { return nil }
    if channel.isLive {
      decoding.report(
        "`\(channel.name)` is live, and nobody on the line waits for one agent", expected: "`live: false`, or no `tray`", at: field)
    } else if channel.concurrency > 1 {
      decoding.report(
        "who has a tray of `\(channel.name)` works one at a time, and `concurrency` is \(channel.concurrency)",
        expected: "`concurrency: 1`, or no `tray`", at: field)
    }
    return Tray(room: room, assigns: assigns, keeps: keeps)
  }

  // MARK: Interruption

  /// Said before any channel is read as a whole.
  static func isLive(_ field: Field) -> Bool {
    guard let text = field.node["live"]?.scalar, case .success(let flag) = NumberText.flag(text) else { return true }
    return flag
  }

  private func interruption(_ section: Section, _ name: String) -> Interruption? {
    let names = decoding.names.channels
    let own = names.firstIndex(of: name)
    let isByAll = section.flag("interruptible") == true
    var rule = Interruption(by: isByAll ? names.indices.filter { $0 != own && $0 < isLive.count && isLive[$0] } : [])
    if let field = section["interrupted-by"] { readInterrupters(field, own, name, into: &rule) }
    rule.cost = section["resume-cost"].flatMap { DistributionReader(decoding).read($0) }
    rule.resumesWithSame = section["resumes-with"].flatMap { decoding.word($0, among: ["any", "same-agent"]) } == "same-agent"
    if !rule.channels.isEmpty || !rule.priorities.isEmpty { return rule }
    for key in section.given(["resume-cost", "resumes-with"]) where section["interrupted-by"] == nil {
      decoding.note(
        Problem(
          "`\(name)` has `\(key)`, and nothing interrupts it", expected: "`interrupted-by`, for example [phone]",
          at: section.keyPlace(key), path: section[key]?.path ?? section.field.path))
    }
    return nil
  }

  private func readInterrupters(_ field: Field, _ own: Int?, _ name: String, into rule: inout Interruption) {
    let items = field.node.map != nil ? [field] : decoding.items(field, .oneOrMany(.name(of: "channel")), orOne: true) ?? []
    for item in items {
      if item.node.map != nil {
        guard let entry = Section(item, .interrupter, decoding), let at = entry["priority"] else { continue }
        rule.priorities += decoding.all(at, .oneOrMany(.priority), orOne: true, decoding.priority) ?? []
      } else if let other = decoding.reference(item, in: decoding.names.channels, "channel") {
        if other == own {
          decoding.report("`\(name)` is interrupted by itself", expected: "another channel, or {priority: …} for what is urgent", at: item)
        } else if !rule.channels.contains(other) {
          rule.channels.append(other)
        }
      }
    }
  }

  /// Every concurrency in use divides one whole number of units.
  func checkTogether(_ channels: [Channel], at field: Field) {
    if Channel.unitsTogether(channels.map(\.concurrency)) <= Channel.mostUnits { return }
    decoding.report(
      "no agent can be divided into parts that suit concurrencies of \(andList(channels.map { "\($0.concurrency)" }))",
      expected: "concurrencies that have a common multiple of at most \(Channel.mostUnits), such as 2, 4 and 6", at: field)
  }

  private func count(_ section: Section, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let field = section[key], let count = decoding.count(field) else { return nil }
    if range.contains(count) { return count }
    let wrong =
      key == "at-most" && count > 0 && section["concurrency"] != nil
      ? "`at-most` is \(count), and no more than \(range.upperBound) fit" : "`\(key)` is \(count)"
    decoding.report(wrong, expected: "a number from \(range.lowerBound) to \(range.upperBound)", at: field)
    return nil
  }

  // MARK: Pace

  private func pace(_ section: Section, _ channel: Channel) -> Pace {
    let writesAndThinks = section.given(["writes", "thinks"])
    if let field = section["pace"] {
      let pace = pace(field, channel)
      if let other = writesAndThinks.first {
        decoding.note(
          Problem(
            "`\(channel.name)` has `pace` and `\(other)` together", expected: "`pace`, or `writes` and `thinks`, from which it follows",
            at: section.keyPlace(other), path: section[other]?.path ?? section.field.path))
      }
      return pace ?? .flat
    }
    if !writesAndThinks.isEmpty { return written(section, channel) ?? .flat }
    if channel.isLive, channel.mostInHand > 1, let field = section["concurrency"] {
      let most = channel.mostInHand
      decoding.report(
        "`\(channel.name)` is held \(most) at a time, and nothing says how fast each goes on then",
        expected:
          "`pace: [\(Self.example(most))]` (the speed of each with 1, 2 … of them in talk), `writes: 30s` and `thinks: 60s`, or `pace: flat`",
        at: field)
    }
    return .flat
  }

  /// `1, 0.85, 0.72`, as long as it has to be.
  private static func example(_ count: Int) -> String {
    let speeds = ["1", "0.85", "0.72", "0.6", "0.5"]
    return speeds.prefix(count).joined(separator: ", ") + (count > speeds.count ? ", …" : "")
  }

  private func pace(_ field: Field, _ channel: Channel) -> Pace? {
    if let word = field.node.scalar {
      if word == "flat" { return .flat }
      decoding.report(
        "`pace` is \(shortened(word))", expected: "flat, or a list such as [\(Self.example(max(channel.mostInHand, 2)))]", at: field)
      return nil
    }
    guard let items = decoding.items(field, KeyTable.pace) else { return nil }
    let most = channel.mostInHand
    let speeds = items.compactMap(speed)
    if items.count != channel.concurrency, items.count != most {
      decoding.report(
        "`pace` has \(items.count) \(items.count == 1 ? "number" : "numbers"), and \(channel.concurrency) can be in hand at once",
        expected: most == 1 ? "one number, for 1 in talk" : "\(most) numbers, for 1 to \(most) in talk", at: field)
      return nil
    }
    return speeds.count == items.count ? Pace(speeds) : nil
  }

  private func speed(_ field: Field) -> Double? {
    guard let speed = decoding.ratio(field) else { return nil }
    if Pace.range.contains(speed) { return speed }
    let wrong =
      speed < Pace.range.lowerBound ? "at a pace of \(rounded(speed)) work hardly ever ends" : "a pace of \(rounded(speed)) is too fast"
    decoding.report(wrong, expected: "a number from 0.001 to 10, where 1 is the speed of one alone", at: field)
    return nil
  }

  private func written(_ section: Section, _ channel: Channel) -> Pace? {
    let writes = section.positiveDuration("writes")
    let thinks = section.duration("thinks")
    for (key, other) in [("writes", "thinks"), ("thinks", "writes")] where section[key] != nil && section[other] == nil {
      decoding.note(
        Problem(
          "`\(channel.name)` has `\(key)` without `\(other)`", expected: "both: how long the agent writes and the customer thinks",
          at: section.keyPlace(key), path: section[key]?.path ?? section.field.path))
    }
    guard let writes, let thinks else { return nil }
    return Pace(writes: writes.seconds, thinks: thinks.seconds, most: channel.mostInHand)
  }
}
