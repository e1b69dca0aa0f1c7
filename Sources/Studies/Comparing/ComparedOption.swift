package import Experiments
import SampleStatistics
package import SupportModel

/// One option after a comparison.
package struct ComparedOption: Sendable {
  /// The file, the key under `options`, or the settings that make it.
  package var name: String
  /// With all its changes made.
  package var scenario: Scenario
  /// Played of this option: those that drop out early are played less.
  package var replications: Int
  /// Every metric of the catalogue over the whole horizon, and the intervals that were asked for.
  package var estimates: [Estimate]
  /// By question of the comparison, over all plays of the option; nil where the option has nothing of that name.
  package var values: [Estimate?]
  /// The same as `estimates` and `values`, over the plays that all options have: what may stand side by side.
  package var shared: (estimates: [Estimate], values: [Estimate?])
  /// This option less the first, by question; all intervals of the table hold together.
  package var differences: [PairedEstimate]
  /// Where the selection left it; open where nothing was to be selected.
  package var standing: SelectionProcedure.Standing
  /// Whether each requirement is kept, as far as the procedure knows.
  package var keeps: [Bool?]
  /// Probability that it is the best that keeps the requirements; nil where nothing was to be selected.
  package var chanceBest: Double?
  /// Another costs no more, serves no worse and puts no more at stake.
  package var dominated: Dominance?
  /// What stood out in its plays.
  package var remarks: [Remark]
  /// Interval by interval, over the plays that all options have; nil where there are too many options or intervals to be drawn.
  package var course: DayCourse?
  /// What it saves by removing recurring issues at their root; nil where it removes none that the first option does not.
  package var removal: RemovalEffect?
}
