import Tables

/// Columns of rosters and sheets of people.
extension TableRoles {
  static let people = ColumnRole(
    "column",
    [
      "agents", "agent", "required", "fte", "ftes", "staff", "people", "headcount", "heads", "positions", "required agents",
      "agents required", "required staff",
      "staff required", "required fte", "fte required", "requirement", "requirements", "scheduled", "scheduled agents", "agents scheduled",
      "staffing",
      "planned", "planned agents", "base staff", "open", "agenten", "mitarbeiter", "bedarf", "count", "counts",
    ])
  static let agents = ColumnRole(
    "agents",
    [
      "agents", "staff", "positions", "scheduled", "scheduled agents", "agents scheduled", "staffed", "staffed agents", "people",
      "headcount",
    ])
  static let agent = ColumnRole(
    "agent",
    [
      "agent", "agent name", "agents", "name", "employee", "employee name", "person", "people", "staff", "staff member", "full name",
      "user", "user name", "username",
      "advisor", "adviser", "associate", "representative", "rep", "csr", "mitarbeiter", "mitarbeitername", "mitarbeiterin",
      "name des mitarbeiters", "employé", "salarié", "agente",
      "resource", "resource name", "worker", "team member", "colleague", "agent full name", "vollständiger name", "kollege",
      "collaborateur",
      "collaboratrice", "conseiller", "nom", "nom de l agent", "nom complet", "nombre", "empleado", "asesor", "operatore", "dipendente",
      "nominativo",
      "medewerker", "naam", "colaborador", "medarbetare", "medarbejder", "agents name", "wer",
    ])
  /// Where nothing but a number says who it is.
  static let agentNumber = ColumnRole(
    "agent", ["agent id", "employee id", "id", "employee number", "staff id", "personnel number", "personalnummer", "user id", "number"])
  static let shift = ColumnRole(
    "shift",
    [
      "shift", "shift name", "shift code", "shift type", "schedule", "pattern", "shift pattern", "activity", "schicht", "dienst", "equipe",
      "turno", "shift id", "shift label", "schichtcode", "schichtname", "dienstart", "poste", "horaire", "code horaire", "rooster",
      "rota", "rota code", "turno código", "codice turno", "shift times", "working hours", "arbeitszeit", "skift",
    ])
  static let team = ColumnRole(
    "team",
    [
      "team", "team name", "group", "group name", "agent group", "department", "queue", "skill", "skill group", "unit", "gruppe",
      "abteilung", "équipe", "equipo",
    ])
  static let breaks = ColumnRole(
    "breaks", ["breaks", "break", "break time", "break times", "lunch", "lunch break", "meal", "pause", "pausen"])
}
