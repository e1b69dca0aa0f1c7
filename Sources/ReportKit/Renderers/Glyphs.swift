/// Pictures made of characters.
enum Glyphs {
  private static let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One character per value; a blank where there is none. Zero is the lowest step, so that nothing and something differ.
  static func spark(_ values: [Double?], maximum: Double?) -> String {
    let most = maximum ?? values.compactMap { $0 }.max() ?? 0
    return String(
      values.map { value in
        guard let value, value.isFinite else { return " " }
        guard most > 0 else { return steps[0] }
        return steps[Int(min(7, max(0, (value / most * 7).rounded())))]
      })
  }

  /// Twenty characters, filled from the left, or from where the bar begins.
  static func bar(_ length: Double, from start: Double = 0) -> String {
    let begin = Int((min(max(start, 0), 1) * 20).rounded())
    let end = max(begin, Int((min(max(start + length, 0), 1) * 20).rounded()))
    return String(repeating: "·", count: begin) + String(repeating: "█", count: end - begin) + String(repeating: "·", count: 20 - end)
  }
}
