import Tables

/// Columns of logs, and those that tell one kind of contact from another.
extension TableRoles {
  /// Columns that tell one kind of contact from another, in a log of single contacts.
  static let queues = ColumnRole(
    "where",
    [
      "queue", "queue name", "skill", "skill name", "skillset", "channel", "media", "media type", "contact type", "call type", "vdn",
      "split",
      "split skill", "warteschlange", "kanal", "cola", "file d attente", "canal", "coda", "canale", "wachtrij", "kanaal",
    ])

  /// Columns that tell lines of one kind of contact from another's: two values in one of them are a question.
  static let scopes = ColumnRole(
    "where",
    [
      "queue", "queue name", "skill", "skill name", "skillset", "channel", "media", "media type", "contact type", "call type", "lob",
      "line of business", "business unit", "bu", "team", "group", "department", "site", "location", "vdn", "split", "split skill",
      "application",
      "campaign", "warteschlange", "kanal", "abteilung", "gruppe", "cola",
      "file d attente", "canal", "coda", "canale", "wachtrij", "kanaal", "region", "country", "brand", "program", "programme", "client",
      "standort",
      "queue id", "for", "interaction type", "language", "sprache",
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
      "contact start", "initiation timestamp", "initiationtimestamp", "epoch", "unix", "unix time", "started at", "started",
      "start date time", "conversation started at", "call started", "call started at",
      "received date", "date of creation", "date and time opened", "date time opened", "creation timestamp", "created timestamp",
      "create time",
      "create date", "created datetime", "ticket created", "ticket created timestamp", "case created", "date received", "eingang",
      "eingangszeit",
      "eingegangen", "eingegangen am", "erstellungsdatum", "anrufzeit", "anrufbeginn", "date de création", "créé", "date d ouverture",
      "fecha de creación",
      "fecha creado", "creado el", "fecha de apertura", "data creazione", "creato il", "aangemaakt", "aangemaakt op", "erstellt",
      "erstellt am", "angelegt am", "eröffnet", "zeitpunkt", "créé le", "ouvert le", "creado", "fecha creación", "seconds", "instant",
    ])
}
