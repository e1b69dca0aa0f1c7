package import QueueingTheory

/// What a section of `muster erlang` may look at: the answer for one interval, or those of a day.
package struct ErlangContext: Sendable {
  /// One interval, asked and answered.
  package struct Entry: Sendable {
    /// As the file names it.
    package var interval: String
    /// Which queue of the file, where it has several; else empty.
    package var queue: String
    /// As it was asked, or with the patience that explains an observed abandonment.
    package var question: StaffingQuestion
    /// nil where the formula has no answer; `problem` then says why.
    package var answer: StaffingAnswer?
    /// nil where there is an answer.
    package var problem: TheoryError?
    /// Cells of the file that the question has no use for, by the names of their columns.
    package var others: [(name: String, text: String)]
    /// Seconds; nil where nothing comes and nobody said how long it would take.
    package var handleTime: Double?

    /// The row an interval of a file shows: that of its own agents, else that of the needed ones; nil where nobody is needed or there is no answer.
    package var shownRow: StaffingAnswer.Row? { question.agents != nil ? answer?.ownRow : answer?.neededRow }

    /// `sales 08:00`
    package var label: String { queue.isEmpty ? interval : "\(queue) \(interval)" }

    /// Asks the formula.
    package init(
      interval: String, queue: String = "", question: StaffingQuestion, reach: Int = 3, others: [(name: String, text: String)] = [],
      isHandleTimeKnown: Bool = true
    ) {
      self.interval = interval
      self.queue = queue
      self.others = others
      handleTime = isHandleTimeKnown ? question.handleTime : nil
      self.question = question
      do {
        let answer = try StaffingAnswer(question, reach: reach)
        self.answer = answer
        self.question = answer.question
      } catch {
        problem = error
      }
    }
  }

  /// In the order of the file; never empty.
  package var entries: [Entry]
  /// Several intervals, from a file.
  package var isDay: Bool
  /// Plain words are wanted.
  package var explains: Bool

  package init(entries: [Entry], isDay: Bool, explains: Bool = false) {
    precondition(!entries.isEmpty)
    self.entries = entries
    self.isDay = isDay
    self.explains = explains
  }

  /// That of the first interval, which stands for all where only words are shared.
  package var question: StaffingQuestion { entries[0].question }
  /// Somebody may leave, so that the treatment of abandons matters.
  package var losesPatience: Bool { entries.contains { $0.question.formula.name == FormulaCatalog.erlangA.name } }
  /// Who finds all lines busy is refused: Erlang B was asked for.
  package var refuses: Bool { question.choice == .b }
}
