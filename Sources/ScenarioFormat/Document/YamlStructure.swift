// The C library inside Yams: its events tell the structure of a text before a tree is built of it.
private import CYaml

/// What of a YAML text no tree may be built of, found from its structure alone, however it is laid out on lines.
///
/// A few lines of aliases of aliases stand for more values than memory holds, and a key built of them is compared with others forever. So the
/// events of the text are counted first: every anchor keeps how many values stand behind it, and an alias costs as many, as a key too. One pass,
/// without a tree, ended at the first trouble.
///
/// Source: YAML 1.2.2, §3.1 (events of the serialisation), §7.1 (aliases).
struct YamlStructure {
  enum Trouble: Equatable {
    case tooManyValues
    case tooDeep
  }

  struct Finding: Equatable {
    var trouble: Trouble
    /// From 1.
    var line: Int
    /// From 1.
    var column: Int
  }

  /// The first trouble of the text; nil for none, and for a text that is not YAML, which the parser says better.
  static func trouble(in text: String, mostValues: Int, deepest: Int) -> Finding? {
    var walk = YamlStructure(mostValues: mostValues, deepest: deepest)
    var text = text
    return text.withUTF8 { walk.read($0) }
  }

  /// A list or map that is open.
  private struct Open {
    var anchor: String?
    /// Values inside so far, aliases written out.
    var values = 1
  }

  private let mostValues: Int
  private let deepest: Int
  private var open: [Open] = []
  /// Values behind each anchor.
  private var anchors: [String: Int] = [:]
  /// Of the whole text, aliases written out.
  private var total = 0

  private init(mostValues: Int, deepest: Int) {
    self.mostValues = mostValues
    self.deepest = deepest
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
      if let trouble = take(event) {
        return Finding(trouble: trouble, line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
      }
    }
  }

  private mutating func take(_ event: yaml_event_t) -> Trouble? {
    switch event.type {
    case YAML_SCALAR_EVENT:
      if let anchor = name(event.data.scalar.anchor) { anchors[anchor] = 1 }
      return count(1)
    case YAML_ALIAS_EVENT: return count(name(event.data.alias.anchor).flatMap { anchors[$0] } ?? 1)
    case YAML_SEQUENCE_START_EVENT: return begin(anchor: name(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT: return begin(anchor: name(event.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let done = open.popLast() else { return nil }
      if let anchor = done.anchor { anchors[anchor] = done.values }
      if !open.isEmpty { open[open.count - 1].values += done.values }
      return nil
    default: return nil
    }
  }

  private mutating func begin(anchor: String?) -> Trouble? {
    if open.count > deepest { return .tooDeep }
    open.append(Open(anchor: anchor))
    total += 1
    return total > mostValues ? .tooManyValues : nil
  }

  /// No overflow: values behind an anchor were counted when they were written, so they are never more than the limit.
  private mutating func count(_ values: Int) -> Trouble? {
    total += values
    if !open.isEmpty { open[open.count - 1].values += values }
    return total > mostValues ? .tooManyValues : nil
  }

  private func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? { text.map { String(cString: $0) } }
}
