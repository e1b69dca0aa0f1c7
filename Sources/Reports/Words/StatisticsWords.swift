/// What is said where a statistic has no answer: the numerical library's own words mean nothing to who asked.
enum StatisticsWords {
  static let sentence =
    "the statistics could not be computed: the numbers of this scenario are too large, too small or too few; play more replications, or look "
    + "for a duration, rate or count that is far out of the ordinary."
}
