import Tables

/// What a column of a planner's table may be, by the key of the scenario that names it and the names by which it is found unasked.
///
/// Names are compared without case, blanks, marks and units (`HeaderName`). What several programs call so is here; anything else is said by
/// the scenario: `count: NCO`.
enum TableRoles {
  static let start = ColumnRole(
    "start",
    [
      "start", "interval", "interval start", "start interval", "start of interval", "interval start time", "interval begin",
      "interval time",
      "time interval", "time", "start time", "time start", "from", "time from", "begin", "begin time", "time of day", "timestamp",
      "time stamp", "datetime", "date time",
      "date and time", "date hour", "period", "period start", "half hour", "halfhour", "half hourly", "quarter hour", "hour", "hour of day",
      "slot", "time slot", "timeslot", "local time", "epoch", "intervall", "intervallbeginn", "beginn", "von", "zeit", "uhrzeit",
      "datum uhrzeit", "startzeit", "intervalle",
      "heure", "début", "debut", "date heure", "hora", "intervalo", "ora", "tijd", "interval starting", "starting", "time period", "ds",
      "bucket",
    ], refusesUnits: true)
  static let date = ColumnRole(
    "date",
    [
      "date", "day", "calendar date", "business date", "report date", "interval date", "start date", "shift date", "work date", "call date",
      "created date", "date created", "datum", "tag", "jour", "fecha", "data", "giorno", "dia",
    ])
  static let weekday = ColumnRole(
    "weekday", ["weekday", "week day", "day of week", "day of the week", "dow", "wochentag", "jour de la semaine"])
  static let end = ColumnRole(
    "end",
    [
      "end", "end time", "time end", "interval end", "interval end time", "interval ending", "end of interval", "to", "until", "time to",
      "period end", "shift end", "finish",
      "stop", "bis", "ende", "fin", "hasta", "endzeit",
    ], refusesUnits: true)
  static let length = ColumnRole(
    "length", ["length", "interval length", "duration", "interval duration", "interval", "interval size", "granularity"])
  static let count = ColumnRole(
    "count",
    [
      "count", "counts", "calls", "contacts", "volume", "volumes", "offered", "calls offered", "contacts offered", "offered calls",
      "offered contacts", "interactions offered", "interactions", "n offered", "offer", "offers", "contacts queued", "contacts incoming",
      "queued", "call volume", "contact volume", "offered volume",
      "volume offered", "expected",
      "expected count", "expected calls", "expected contacts", "expected volume", "forecast", "forecast calls", "forecasted calls",
      "forecast contacts", "forecasted contacts", "forecast volume", "forecasted volume", "forecast offered", "volume forecast",
      "calls forecast", "calls received",
      "received", "received calls", "incoming", "incoming calls", "inbound", "inbound calls", "calls inbound", "number of calls",
      "number of contacts",
      "no of calls", "num calls", "call count", "calls count", "contact count", "arrivals", "arrived", "tickets", "new tickets",
      "tickets created", "created tickets", "chats", "chats offered", "emails",
      "cases", "total calls", "total offered", "total contacts", "anrufe", "anrufvolumen", "angenommene anrufe", "eingehende anrufe",
      "kontakte", "volumen", "appels", "appels offerts", "appels entrants",
      "llamadas", "llamadas ofrecidas", "chiamate", "contatti", "oproepen", "gesprekken", "ncalls", "n calls", "nco", "entered", "actual",
      "actual calls", "actual volume", "actual offered",
    ])
  static let handle = ColumnRole(
    "handle",
    [
      "aht", "average handle time", "avg handle time", "ave handle time", "handle time", "average handling time", "avg handling time",
      "handling time",
      "mean handle time", "mean handling time", "avg handle", "average handle", "handle", "forecast aht", "forecasted aht", "expected aht",
      "bearbeitungszeit",
      "durchschnittliche bearbeitungszeit", "dmt", "tmo", "avht", "tht avg", "avg aht", "average aht", "aht forecast",
    ])
  static let patience = ColumnRole(
    "patience", ["patience", "mean patience", "average patience", "avg patience", "time to abandon", "average time to abandon"])
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
  static let at = ColumnRole(
    "at",
    [
      "at", "created", "created at", "created on", "created time", "creation time", "creation date", "time created", "date time created",
      "created date", "date created",
      "opened", "opened at", "opened time", "open time", "opened on", "open date", "date opened", "arrival", "arrivals", "arrival time",
      "arrived", "arrived at", "arrival date", "timestamp", "time stamp",
      "time", "datetime", "date time", "date and time", "start", "start time", "call start", "call start time", "call time",
      "call date time", "received", "received at", "received time", "date received",
      "submitted", "submitted at", "submission time", "submit date", "reported", "reported at", "reported date", "request time",
      "requested at", "queued", "queued at", "queue entry", "queue entry time", "queue time entry",
      "offered at", "ticket created", "ticket created timestamp", "ticket created at", "ticket created date", "ticket created time",
      "conversation start",
      "contact start", "initiation timestamp", "initiationtimestamp", "epoch", "unix", "unix time", "erstellt",
      "erstellt am", "angelegt am", "eröffnet", "zeitpunkt", "créé le", "ouvert le", "creado", "fecha creación", "seconds", "instant",
    ])
  static let agent = ColumnRole(
    "agent",
    [
      "agent", "agent name", "agents", "name", "employee", "employee name", "person", "people", "staff", "staff member", "full name",
      "user", "user name", "username",
      "advisor", "adviser", "associate", "representative", "rep", "csr", "mitarbeiter", "mitarbeitername", "mitarbeiterin",
      "name des mitarbeiters", "employé", "salarié", "agente",
    ])
  /// Where nothing but a number says who it is.
  static let agentNumber = ColumnRole(
    "agent", ["agent id", "employee id", "id", "employee number", "staff id", "personnel number", "personalnummer", "user id", "number"])
  static let shift = ColumnRole(
    "shift",
    [
      "shift", "shift name", "shift code", "shift type", "schedule", "pattern", "shift pattern", "activity", "schicht", "dienst", "equipe",
      "turno",
    ])
  static let team = ColumnRole(
    "team",
    [
      "team", "team name", "group", "group name", "agent group", "department", "queue", "skill", "skill group", "unit", "gruppe",
      "abteilung", "équipe", "equipo",
    ])
  static let breaks = ColumnRole(
    "breaks", ["breaks", "break", "break time", "break times", "lunch", "lunch break", "meal", "pause", "pausen"])
  static let target = ColumnRole(
    "target", ["target", "service level target", "sl target", "sla", "service target", "target sl", "goal", "target service level"])
  static let shrinkage = ColumnRole("shrinkage", ["shrinkage", "shrink", "shrinkage %", "% shrinkage", "schwund"])
  static let occupancy = ColumnRole(
    "occupancy", ["max occupancy", "maximum occupancy", "occupancy cap", "occupancy limit", "target occupancy", "occupancy target"])
  static let weight = ColumnRole(
    "weight",
    [
      "weight", "weights", "share", "percent", "percentage", "%", "% of day", "share of day", "profile", "distribution", "fraction",
      "anteil",
    ])

  /// Columns that tell lines of one kind of contact from another's: two values in one of them are a question.
  static let scopes = ColumnRole(
    "where",
    [
      "queue", "queue name", "skill", "skill name", "skillset", "channel", "media", "media type", "contact type", "call type", "lob",
      "line of business", "business unit", "bu", "team", "group", "department", "site", "location", "vdn", "split", "split skill",
      "application",
      "campaign", "warteschlange", "kanal", "abteilung", "gruppe", "cola",
    ])
}
