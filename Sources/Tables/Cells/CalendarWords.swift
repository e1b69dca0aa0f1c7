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
  /// Two letters, language by language (English, German, Dutch, French, Spanish, Italian), Monday first.
  private static let shortDays = [
    ["mo", "tu", "we", "th", "fr", "sa", "su"], ["mo", "di", "mi", "do", "fr", "sa", "so"], ["ma", "di", "wo", "do", "vr", "za", "zo"],
    ["lu", "ma", "me", "je", "ve", "sa", "di"], ["lu", "ma", "mi", "ju", "vi", "sa", "do"], ["lu", "ma", "me", "gi", "ve", "sa", "do"],
  ]

  /// 1 to 12.
  static func month(_ word: String) -> Int? { index(word, months).map { $0 + 1 } }

  /// 0 is Monday. `mar` is Tuesday here (martes, mardi) and March to `month`; of two letters see `isShortDay`.
  static func weekday(_ word: String) -> Int? {
    shortDays.lazy.compactMap { $0.firstIndex(of: word) }.first ?? index(word, weekdays)
  }

  /// `do` is Thursday in German and Sunday in Spanish: which, the other words of a column or line say.
  static func isShortDay(_ word: String) -> Bool { shortDays.contains { $0.contains(word) } }

  /// The day that two letters mean in every language that has all of `words`; nil where languages differ, or none has them all.
  static func weekday(_ word: String, among words: [String]) -> Int? {
    let days = Set(shortDays.filter { language in words.allSatisfy(language.contains) }.compactMap { $0.firstIndex(of: word) })
    return days.count == 1 ? days.first : nil
  }

  private static func index(_ word: String, _ lists: [[String]]) -> Int? {
    guard word.unicodeScalars.count >= 3 else { return nil }
    let found = lists.indices.filter { lists[$0].contains { $0.hasPrefix(word) } }
    if found.count == 1 { return found[0] }
    return found.first { lists[$0].contains(word) }
  }
}
