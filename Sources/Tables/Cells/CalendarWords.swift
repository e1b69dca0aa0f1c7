/// Names of months and days of the week in English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian and Swedish:
/// whole or cut short to three letters or more. No beginning here means two months.
enum CalendarWords {
  private static let months: [[String]] = [
    ["january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "jänner"],
    ["february", "februar", "février", "fevrier", "febrero", "febbraio", "fevereiro", "februari", "fév"],
    ["march", "märz", "maerz", "mars", "marzo", "março", "maart", "mrz", "mrt", "marts"],
    ["april", "avril", "abril", "aprile", "avr"],
    ["may", "mai", "mayo", "maggio", "maio", "mei", "maj"],
    ["june", "juni", "juin", "junio", "giugno", "junho"],
    ["july", "juli", "juillet", "julio", "luglio", "julho"],
    ["august", "août", "aout", "agosto", "augustus", "augusti"],
    ["september", "septembre", "septiembre", "settembre", "setembro", "sept"],
    ["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    ["november", "novembre", "noviembre", "novembro"],
    ["december", "dezember", "décembre", "decembre", "diciembre", "dicembre", "dezembro", "déc", "desember"],
  ]

  /// Monday first.
  private static let weekdays: [[String]] = [
    ["monday", "montag", "lundi", "lunes", "lunedì", "segunda", "maandag", "mandag", "måndag"],
    ["tuesday", "dienstag", "mardi", "martes", "martedì", "terça", "dinsdag", "tirsdag", "tisdag"],
    ["wednesday", "mittwoch", "mercredi", "miércoles", "miercoles", "mercoledì", "quarta", "woensdag", "onsdag"],
    ["thursday", "donnerstag", "jeudi", "jueves", "giovedì", "quinta", "donderdag", "torsdag"],
    ["friday", "freitag", "vendredi", "viernes", "venerdì", "sexta", "vrijdag", "fredag"],
    ["saturday", "samstag", "sonnabend", "samedi", "sábado", "sabado", "sabato", "zaterdag", "lørdag", "lördag"],
    ["sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag", "søndag", "söndag"],
  ]
  /// Two letters, as German and Dutch tables have them.
  private static let shortDays: [(String, Int)] = [
    ("mo", 0), ("di", 1), ("tu", 1), ("mi", 2), ("we", 2), ("wo", 2), ("do", 3), ("th", 3), ("fr", 4), ("vr", 4), ("sa", 5), ("za", 5),
    ("so", 6), ("su", 6), ("zo", 6),
  ]

  /// 1 to 12.
  static func month(_ word: String) -> Int? { index(word, months).map { $0 + 1 } }

  /// 0 is Monday. `mar` (martes, mardi) is March to `month` and no day here.
  static func weekday(_ word: String) -> Int? {
    if let short = shortDays.first(where: { $0.0 == word }) { return short.1 }
    return word == "mar" ? nil : index(word, weekdays)
  }

  private static func index(_ word: String, _ lists: [[String]]) -> Int? {
    guard word.unicodeScalars.count >= 3 else { return nil }
    let found = lists.indices.filter { lists[$0].contains { $0.hasPrefix(word) } }
    if found.count == 1 { return found[0] }
    return found.first { lists[$0].contains(word) }
  }
}
