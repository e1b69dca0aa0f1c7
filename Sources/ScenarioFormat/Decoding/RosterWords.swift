import Tables

/// Words of rosters that are no shifts, lower case without marks.
enum RosterWords {
  /// Days without a shift.
  static let off: Set<String> = [
    "off", "o", "x", "rdo", "rest", "rest day", "day off", "do", "free", "leave", "annual leave", "al", "a l", "vacation", "vac", "holiday",
    "hol", "ph", "public holiday", "bank holiday", "bh", "sick", "sick leave", "sl", "pto", "absent", "absence", "loa", "unpaid leave",
    "maternity", "maternity leave", "parental leave", "not working", "nw", "none", "na", "n a", "not scheduled", "unavailable", "ul", "wo",
    "week off", "weekly off", "comp off", "time off", "non working", "lieu", "toil", "jury duty", "bereavement",
    "frei", "f", "urlaub", "u", "krank", "k", "feiertag", "ft", "elternzeit", "überstundenabbau", "zeitausgleich", "za", "ruhetag",
    "wochenende",
    "repos", "rh", "congé", "conges", "congés", "cp", "rtt", "maladie", "férié", "absent e", "arrêt", "récup",
    "libre", "vacaciones", "descanso", "festivo", "baja", "permiso", "ferie", "riposo", "malattia", "permesso", "festivo", "vrij", "verlof",
    "ziek", "vakantie", "folga", "férias", "ledig", "semester", "fri", "ferie",
  ]

  /// Activities that interrupt a shift, where each line is one activity.
  static let pauses: Set<String> = [
    "break", "breaks", "lunch", "lunch break", "meal", "meal break", "rest break", "paid break", "unpaid break", "dinner", "tea", "pause",
    "pausen",
    "mittagspause", "mittag", "déjeuner", "repas", "descanso comida", "comida", "almuerzo", "pausa", "pausa pranzo", "pranzo", "lunchpauze",
    "pauze", "rast",
  ]

  static func isOff(_ text: String) -> Bool { off.contains(HeaderName(text).words) }
  static func isPause(_ text: String) -> Bool {
    let words = HeaderName(text).words
    return pauses.contains(words) || pauses.contains(words.split(separator: " ").filter { Int($0) == nil }.joined(separator: " "))
  }
}
