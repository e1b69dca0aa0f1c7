import SimulationCore
import SupportModel

/// Reads what becomes of a contact type after a touch: `touches`, `reopen`, `approval`, `holds`, `moves`, `replies`.
struct TouchReader {
  let decoding: Decoding
  /// Of the contact type.
  let name: String

  func read(_ section: Section, into type: inout ContactType) {
    type.touches = section["touches"].flatMap(touches)
    type.reopening = section["reopen"].flatMap(reopening)
    if let field = section["holds"] {
      type.holds = (decoding.items(field, .list(.section(.hold))) ?? []).compactMap(hold)
      checkSum(type, at: field)
    }
    type.reads = section["reads"].flatMap(reading)
    type.approval = section["approval"].flatMap(approval)
    type.moves = MoveReader(decoding: decoding, name: name).read(section)
    type.replies = section.flag("replies") ?? true
    checkEnd(type, section)
  }

  /// Something given by touch: a list, or one for all.
  private func byTouch<Value>(_ field: Field, _ kind: ValueKind, _ read: (Field) -> Value?) -> [Value]? {
    let items = field.node.list == nil ? [field] : decoding.items(field, .oneOrMany(kind)) ?? []
    if items.isEmpty {
      decoding.report("`\(field.key)` is an empty list", expected: ValueKind.oneOrMany(kind).expectation, at: field)
      return nil
    }
    if items.count > 100 {
      decoding.report("`\(field.key)` has \(items.count) entries", expected: "at most 100, of which the last holds on", at: field)
      return nil
    }
    let values = items.map(read)
    return values.contains { $0 == nil } ? nil : values.map { $0! }
  }

  func shares(_ section: Section, _ key: String) -> [Double]? { section[key].flatMap { byTouch($0, .share, decoding.share) } }

  func laws(_ section: Section, _ key: String) -> [AnyDistribution]? {
    section[key].flatMap { byTouch($0, .distribution) { DistributionReader(decoding).read($0) } }
  }

  private func timed(_ section: Section, _ key: String) -> [TimedDistribution] {
    let read = section[key].flatMap { byTouch($0, .timedDistribution) { DistributionReader(decoding).readTimed($0) } }
    return (read ?? []).map { $0.resolved(on: decoding.clock) }
  }

  // MARK: Touches

  private func touches(_ field: Field) -> Touches? {
    guard let section = Section(field, .touches, decoding) else { return nil }
    let more = shares(section, "more")
    let repliesIn = laws(section, "customer-replies-in")
    if let more, more.contains(where: { $0 > 0 }), section["customer-replies-in"] == nil, let at = section["more"] {
      decoding.report(
        "`\(name)` has `more`, and nothing says when customers answer",
        expected: "`customer-replies-in`, for example {lognormal: {mean: 11h, cv: 1.3}}", at: at)
    }
    var touches = Touches(more: more ?? [0], repliesIn: repliesIn ?? [], neverReplies: shares(section, "never-replies") ?? [0])
    touches.autoClose = section["auto-close"].flatMap(autoClose)
    touches.lateReplies = section.word("late-replies", Touches.LateReplies.self) ?? .reopen
    touches.talk = timed(section, "talk")
    touches.wrapUp = timed(section, "wrap-up")
    touches.returns = section.word("returns", Touches.Returns.self) ?? .tail
    return touches
  }

  private func autoClose(_ field: Field) -> Touches.AutoClose? {
    if field.node.map == nil { return decoding.positiveDuration(field).map { Touches.AutoClose(after: .time($0)) } }
    guard let section = Section(field, .autoClose, decoding) else { return nil }
    let calendar = section["clock"].flatMap(decoding.calendar)
    guard let at = section["after"],
      let after = ClockReader(decoding: decoding).duration(at, hasClock: section["clock"] != nil, "`auto-close`")
    else { return nil }
    if case .time(let span) = after, span <= .zero {
      decoding.report("\(at.node.described) is no time at all", expected: "a duration longer than 0s", at: at)
      return nil
    }
    return Touches.AutoClose(after: after, calendar: calendar)
  }

  /// A contact that must be heard again after every touch is never solved, unless somebody may be closed for not answering.
  private func checkEnd(_ type: ContactType, _ section: Section) {
    let closes = type.touches?.autoClose != nil && (type.touches?.neverReplies.last ?? 0) > 0
    if let field = section["touches"]?.node["more"], let last = type.touches?.more.last, last >= 1, !closes {
      decoding.report(
        "`\(name)` needs another touch after every touch, and is never solved",
        expected: "a last share below 100%, for example [\(spelled(share: last)), 0%] for one more touch",
        at: Field(node: field, path: "\(section["touches"]?.path ?? section.field.path).more"))
    }
    if let field = section["reopen"]?.node["share"], let reopening = type.reopening, reopening.share >= 1, reopening.within == nil {
      decoding.report(
        "`\(name)` comes back after every solve, and is never solved for good", expected: "a `share` below 100%, or a time `within`",
        at: Field(node: field, path: "\(section["reopen"]?.path ?? section.field.path).share"))
    }
  }

  // MARK: Reopen

  private func reopening(_ field: Field) -> Reopening? {
    guard let section = Section(field, .reopen, decoding) else { return nil }
    let after = section["after"].flatMap { DistributionReader(decoding).read($0) }
    let within = section.duration("within")
    let afterWindow = section.word("after-window", Reopening.AfterWindow.self) ?? .new
    guard let share = section.share("share") else { return nil }
    if share > 0, section["after"] == nil, let at = section["share"] {
      decoding.report(
        "`\(name)` has `reopen`, and nothing says when it comes back", expected: "`after`, for example {exponential: {mean: 1d}}", at: at)
    }
    return Reopening(share: share, after: after, within: within, afterWindow: afterWindow)
  }
}

/// A share as a sentence has it: `45%`.
func spelled(share: Double) -> String { "\(plain((share * 1e6).rounded() / 1e4))%" }
