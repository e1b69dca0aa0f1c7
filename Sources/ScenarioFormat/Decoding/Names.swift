/// Names in declared order; positions in these lists are the indices of the scenario.
struct Names {
  /// The declared ones, then those of the combinations of mixes.
  var contacts: [String] = []
  var declared = 0
  var declaredContacts: [String] { Array(contacts.prefix(declared)) }
  var channels: [String] = []
  var segments: [String] = []
  var skills: [String] = []
  var groups: [String] = []
  var calendars: [String] = []
  var shifts: [String] = []
  /// First served first.
  var priorities: [String] = []
}
