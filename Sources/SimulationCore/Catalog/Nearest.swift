/// The candidate a person most likely meant: the least edit distance, at most a third of the word (and at least one letter).
///
/// Distance is optimal string alignment (Damerau–Levenshtein with adjacent swaps, each letter edited once), letter case ignored;
/// a candidate that begins with the word, or the other way round, or has the same words in another order (`mean-wait`), counts as near. Ties go to the earlier candidate.
package enum Nearest {
  /// nil: none is near enough to be a slip of the finger. Only the first 64 letters of each count.
  package static func name(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().prefix(64))
    guard !wanted.isEmpty else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let offered = Array(candidate.lowercased().prefix(64))
      let longer = max(wanted.count, offered.count)
      let shorter = min(wanted.count, offered.count)
      let allowed = max(1, longer / 3)
      let isBeginning = shorter >= 3 && (wanted.starts(with: offered) || offered.starts(with: wanted))
      let isReordered = wanted.count == offered.count && words(of: wanted) == words(of: offered)
      // The difference in length alone is that many edits.
      guard isBeginning || longer - shorter <= allowed else { continue }
      var distance = alignmentDistance(wanted, offered)
      if isBeginning || isReordered { distance = min(distance, 1) }
      // Two words without a letter in common are no slip of the finger.
      guard distance <= allowed && distance < longer else { continue }
      if best == nil || distance < best!.distance { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Sorted; a hyphen, an underscore and a space all part words.
  private static func words(of name: [Character]) -> [String] {
    name.split { $0 == "-" || $0 == "_" || $0 == " " }.map { String($0) }.sorted()
  }

  private static func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var distance = min(substitution, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { distance = min(distance, beforeLast[j - 2] + 1) }
        row.append(distance)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
