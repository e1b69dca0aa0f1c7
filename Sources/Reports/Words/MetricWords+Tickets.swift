extension MetricWords {
  /// Of contacts with several touches.
  static let tickets: [String: String] = [
    "solved": "solved in that time", "touches-done": "touches", "replies-sent": "replies", "reopened": "came back",
    "auto-closed": "closed by themselves",
    "one-touch": "solved with one touch", "handle-mean": "mean handle time, all touches", "p-wait-again": "have to wait again",
    "pending": "pending on the customer", "on-hold": "on hold with others", "pending-time-mean": "mean time pending",
    "hold-time-mean": "mean time on hold", "pending-at-end": "pending at the end", "on-hold-at-end": "on hold at the end",
    "waiting-age-under-1h": "waiting, under 1h old", "waiting-age-1h-4h": "waiting, 1h to 4h old",
    "waiting-age-4h-1d": "waiting, 4h to 1d old",
    "waiting-age-1d-3d": "waiting, 1d to 3d old", "waiting-age-over-3d": "waiting, over 3d old",
    "still-open-waiting": "still open, waiting", "still-open-in-hand": "still open, in hand", "still-open-pending": "still open, pending",
    "still-open-on-hold": "still open, on hold",
  ]
}
