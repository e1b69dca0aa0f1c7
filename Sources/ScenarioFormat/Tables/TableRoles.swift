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
      "bucket", "start interval", "interval start date", "interval start datetime", "start date time", "start datetime", "from time",
      "hour of day", "created hour", "ticket created hour", "created hour of day", "hour created", "call hour", "start hour", "row labels",
      "zeilenbeschriftungen", "étiquettes de lignes", "etiquetas de fila", "zeitraum", "zeit von", "von zeit", "uhrzeit von",
      "zeitintervall", "zeitscheibe", "zeitfenster", "beginn intervall", "stunde", "halbe stunde", "viertelstunde", "tranche",
      "tranche horaire", "créneau",
      "créneau horaire", "plage horaire", "heure de début", "heure début", "date et heure", "début intervalle", "franja", "franja horaria",
      "hora inicio", "hora de inicio", "inicio", "fecha y hora", "tramo", "tramo horario", "fascia oraria", "fascia", "ora inizio",
      "inizio", "orario",
      "data e ora", "intervallo", "tijdvak", "tijdstip", "starttijd", "begintijd", "datum tijd", "kwartier", "horário", "hora início",
      "intervalo inicio",
      "tid", "starttid", "klockslag", "tidspunkt",
    ], refusesUnits: true)
  static let date = ColumnRole(
    "date",
    [
      "date", "day", "calendar date", "business date", "report date", "interval date", "start date", "shift date", "work date", "call date",
      "created date", "date created", "datum", "tag", "jour", "fecha", "data", "giorno", "dia",
      "día", "giorno data", "dag", "dato", "kalendertag", "ticket created date", "created day", "date of call", "service date",
      "schedule date",
      "shift start date", "arbeitstag", "date du jour", "fecha de llamada", "date of contact",
    ])
  static let weekday = ColumnRole(
    "weekday",
    [
      "weekday", "week day", "day of week", "day of the week", "dow", "wochentag", "jour de la semaine", "ticket created day of week",
      "created day of week",
      "día de la semana", "dia de la semana", "giorno della settimana", "dag van de week", "weekdag", "veckodag", "ugedag", "dia da semana",
    ])
  static let end = ColumnRole(
    "end",
    [
      "end", "end time", "time end", "interval end", "interval end time", "interval ending", "end of interval", "to", "until", "time to",
      "period end", "shift end", "finish",
      "stop", "bis", "ende", "fin", "hasta", "endzeit", "end interval", "interval end date", "end date time", "end datetime", "to time",
      "stop time", "finish time", "zeit bis", "bis zeit", "uhrzeit bis", "ende intervall", "heure de fin", "heure fin", "hora fin",
      "hora de fin", "ora fine",
      "fine", "eindtijd", "einde", "tot", "hora fim", "slut", "sluttid", "schichtende", "dienstende", "fin de turno", "fin de poste",
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
      "actual calls", "actual volume", "actual offered", "calls entered", "contacts entered", "contacts received", "calls presented",
      "presented",
      "contacts presented", "call arrivals", "arriving calls", "total volume", "calls total", "nbr of calls", "n of calls",
      "total interactions",
      "conversations", "new conversations", "new chats", "requests", "incidents", "new cases", "emails received", "messages", "n contacts",
      "qty",
      "quantity", "calls in", "in calls", "offered contacts total", "anzahl", "anzahl anrufe", "anrufe gesamt", "anrufe angeboten",
      "angebotene anrufe",
      "angeboten", "eingang", "eingänge", "volumen prognose", "prognose", "prognose anrufe", "erwartete anrufe", "vorgänge",
      "nombre d appels", "nb appels",
      "nbre appels", "nb d appels", "appels reçus", "appels présentés", "appels prévus", "volume d appels", "contacts reçus", "prévision",
      "nº llamadas", "n llamadas",
      "número de llamadas", "llamadas recibidas", "llamadas entrantes", "volumen de llamadas", "contactos", "pronóstico",
      "chiamate offerte",
      "chiamate ricevute", "chiamate entranti", "numero chiamate", "volumi", "previsione", "aantal", "aantal oproepen", "aantal gesprekken",
      "aangeboden", "aangeboden gesprekken", "verwacht", "chamadas", "chamadas recebidas", "samtal", "antal samtal", "opkald",
      "antal opkald",
    ])
  static let handle = ColumnRole(
    "handle",
    [
      "aht", "average handle time", "avg handle time", "ave handle time", "handle time", "average handling time", "avg handling time",
      "handling time",
      "mean handle time", "mean handling time", "avg handle", "average handle", "handle", "forecast aht", "forecasted aht", "expected aht",
      "bearbeitungszeit",
      "durchschnittliche bearbeitungszeit", "dmt", "tmo", "avht", "tht avg", "avg aht", "average aht", "aht forecast",
      "handle time avg", "handle time average", "handling time average", "mean aht", "total aht", "aht total", "aht actual", "actual aht",
      "planned aht",
      "avg handle time per call", "average call duration", "acht", "gesprächszeit gesamt", "ø bearbeitungszeit", "ø aht",
      "mittlere bearbeitungszeit",
      "bearbeitungszeit ø", "durée moyenne de traitement", "dmt moyenne", "temps moyen de traitement", "tiempo medio de operación",
      "tiempo medio operativo", "tiempo promedio de manejo", "tma", "tempo medio di gestione", "tmg", "gemiddelde afhandeltijd",
      "afhandeltijd",
    ])
  static let patience = ColumnRole(
    "patience", ["patience", "mean patience", "average patience", "avg patience", "time to abandon", "average time to abandon"])
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

}
