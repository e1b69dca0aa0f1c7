/// Every formula, in the order in which they are listed.
package enum FormulaCatalog {
  /// In the order of the documentation: loss, delay, patience, special handle times and arrivals, priorities, redials, limits, time.
  package static let all: [Formula] = [
    erlangB, erlangC, erlangA, generalPatience, finiteQueue, constantHandle, handlePhases, singleServer, renewalArrivals, allenCunneen,
    priorities, preemptivePriorities, impatientPriorities, redials, jackson, halfinWhitt, garnett, offeredLoad, transient,
  ]

  /// nil: there is no formula of this kebab-case name.
  package static func named(_ name: String) -> Formula? { all.first { $0.name == name } }

  private static let poisson = "Poisson arrivals at a constant rate"
  private static let exponential = "exponential handle times"
  private static let alike = "agents alike"
  private static let inOrder = "first come, first served"
  private static let steady = "long enough at this rate and staffing"
  private static let nobodyLeaves = "nobody leaves"

  package static let erlangB = Formula(
    name: "erlang-b", title: "Erlang B (M/G/n/n)", help: "share refused when there is nowhere to wait",
    assumptions: [poisson, "any handle time", "nobody can wait", "who is refused does not come back", steady],
    source: "Erlang (1917); Jagerman, BSTJ 53 (1974), for fractional agents")
  package static let erlangC = Formula(
    name: "erlang-c", title: "Erlang C (M/M/n)", help: "waits when everybody waits as long as it takes",
    assumptions: [poisson, exponential, nobodyLeaves, alike, inOrder, steady],
    source: "Erlang (1917); Cooper, Introduction to Queueing Theory, 2nd ed., §3.5")
  package static let erlangA = Formula(
    name: "erlang-a", title: "Erlang A (M/M/n+M)", help: "waits and abandonment when customers lose patience",
    assumptions: [poisson, exponential, "exponential patience", alike, inOrder, steady],
    source: "Palm (1957); Garnett, Mandelbaum & Reiman, M&SOM 4 (2002)")
  package static let generalPatience = Formula(
    name: "general-patience", title: "M/M/n+G", help: "as Erlang A, with patience of any law",
    assumptions: [poisson, exponential, "patience of any law", alike, inOrder, steady],
    source: "Baccelli & Hébuterne (1981); Zeltyn & Mandelbaum, Queueing Systems 51 (2005)")
  package static let finiteQueue = Formula(
    name: "finite-queue", title: "M/M/n/K and M/M/n/K+M", help: "waits and refusals with a limited number of places",
    assumptions: [poisson, exponential, "exponential patience or none", "who is refused does not come back", alike, inOrder, steady],
    source: "Gross et al., Fundamentals of Queueing Theory, 4th ed., §2.5")
  package static let constantHandle = Formula(
    name: "constant-handle", title: "Crommelin (M/D/n)", help: "waits when every contact takes the same time",
    assumptions: [poisson, "a constant handle time", nobodyLeaves, alike, inOrder, steady],
    source: "Crommelin (1932); Franx, Operations Research Letters 29 (2001)")
  package static let handlePhases = Formula(
    name: "handle-phases", title: "M/PH/n, M/PH/n+M and M/PH/n/K",
    help: "waits, abandonment and refusals when handle times are made of exponential phases",
    assumptions: [
      poisson, "handle times of exponential phases: Erlang, hyperexponential, talk and then wrap-up", "exponential patience or none",
      "who is refused does not come back", alike, inOrder, steady,
    ],
    source: "Neuts, Matrix-Geometric Solutions in Stochastic Models (1981); Grassmann, Taksar & Heyman, Operations Research 33 (1985)")
  package static let singleServer = Formula(
    name: "pollaczek-khinchine", title: "Pollaczek–Khinchine (M/G/1)", help: "mean wait for one agent and any handle time",
    assumptions: [poisson, "any handle time", "one agent", nobodyLeaves, inOrder, steady],
    source: "Pollaczek (1930), Khinchine (1932)")
  package static let renewalArrivals = Formula(
    name: "renewal-arrivals", title: "GI/M/1", help: "waits for one agent and independent gaps of any law",
    assumptions: ["independent gaps of any law", exponential, "one agent", nobodyLeaves, inOrder, steady],
    source: "Gross et al., Fundamentals of Queueing Theory, 4th ed., §5.3.1")
  package static let allenCunneen = Formula(
    name: "allen-cunneen", title: "Allen–Cunneen (GI/G/n, approximate)", help: "mean wait for any gaps and handle times, approximately",
    assumptions: ["independent gaps and handle times of any law", nobodyLeaves, alike, inOrder, steady],
    source: "Allen, Probability, Statistics and Queueing Theory, 2nd ed. (1990), §5.4", accuracy: AllenCunneen.accuracy)
  package static let priorities = Formula(
    name: "cobham", title: "Cobham's priorities", help: "mean wait by class when the important go first and nobody is interrupted",
    assumptions: [
      "Poisson arrivals at constant rates", "one exponential handle time for all classes, or one agent and any", nobodyLeaves,
      "no interruption", steady,
    ],
    source: "Cobham, Operations Research 2 (1954)")
  package static let preemptivePriorities = Formula(
    name: "preemptive-priorities", title: "Preemptive-resume priorities", help: "mean time in system by class when the important interrupt",
    assumptions: [
      "Poisson arrivals at constant rates", "one exponential handle time for all classes, or one agent and any", nobodyLeaves,
      "the interrupted continue where they stopped", steady,
    ],
    source: "Gross et al., Fundamentals of Queueing Theory, 4th ed., §3.4.3")
  package static let impatientPriorities = Formula(
    name: "impatient-priorities", title: "M/M/n+M with two priorities",
    help: "waits and abandonment of two classes when the more important go first and nobody is interrupted",
    assumptions: [
      "Poisson arrivals at constant rates", "exponential handle times, of one mean or of one for each class",
      "exponential patience of each class",
      "no interruption", alike, steady,
    ],
    source: "Jouini & Roubos, Journal of the Operational Research Society 65 (2014)",
    accuracy: ImpatientPriorityQueue.accuracy)
  package static let redials = Formula(
    name: "redials", title: "M/M/n+M and M/M/n/K with redials", help: "attempts, waits and losses when lost customers try again",
    assumptions: [
      "Poisson first attempts at a constant rate", exponential, "exponential patience or a limit of places",
      "each loss leads to another attempt with one probability, after an exponential time", alike, inOrder, steady,
    ],
    source: "Falin & Templeton, Retrial Queues (1997); Aguir, Karaesmen, Akşin & Chauvet, OR Spectrum 26 (2004)",
    accuracy: RedialQueue.accuracy)
  package static let jackson = Formula(
    name: "jackson", title: "Jackson network with Erlang C", help: "waits where contacts go on to other groups or come back",
    assumptions: [
      poisson, exponential, "in each group of one mean",
      "what follows a touch depends on the kind of contact and the number of touches alone",
      "any law until it comes", nobodyLeaves, alike, inOrder, steady,
    ],
    source: "Jackson, Management Science 10 (1963); Baskett, Chandy, Muntz & Palacios, Journal of the ACM 22 (1975)")
  package static let halfinWhitt = Formula(
    name: "halfin-whitt", title: "Square-root staffing (Halfin–Whitt)", help: "R + β√R agents without abandonment, for many agents",
    assumptions: [poisson, exponential, nobodyLeaves, "many agents", steady], source: "Halfin & Whitt, Operations Research 29 (1981)")
  package static let garnett = Formula(
    name: "garnett", title: "Square-root staffing (Garnett)", help: "R + β√R agents with abandonment, for many agents",
    assumptions: [poisson, exponential, "exponential patience", "many agents", steady],
    source: "Garnett, Mandelbaum & Reiman, M&SOM 4 (2002)")
  package static let offeredLoad = Formula(
    name: "offered-load", title: "Offered load (Mt/G/∞)", help: "mean number busy through the day if there were always an agent free",
    assumptions: ["Poisson arrivals at a changing rate", "any handle time", "unlimited agents"],
    source: "Eick, Massey & Whitt, Operations Research 41 (1993)")
  package static let transient = Formula(
    name: "transient", title: "Transient Mt/M/st+M", help: "waits through the day, with both conventions for the end of a shift",
    assumptions: ["Poisson arrivals at a changing rate", exponential, "exponential patience or none", alike, inOrder],
    source: "Ingolfsson (2005); Gross et al., 4th ed., §2.11")
}
