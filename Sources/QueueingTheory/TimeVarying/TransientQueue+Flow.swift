extension TransientQueue {
  /// Where probability flows while staffing stays as it is: the forward equations of the chain that `March` follows, with its layout of states.
  struct Flow {
    let agents: Int
    let places: Int
    let surplus: Int
    /// Handling by one agent, contacts a second.
    let service: Double
    /// Giving up of one who waits, contacts a second.
    let leaving: Double

    private var rowZero: Int { agents + places + 1 }

    /// What the integrals at the end of the state grow by, per second.
    private struct Means {
      var delayed = 0.0
      var waiting = 0.0
      var busy = 0.0
    }

    /// Derivatives of the state `y`, per second, at this rate of arrivals, contacts a second.
    func slopes(of y: UnsafeBufferPointer<Double>, arrivals: Double, _ out: UnsafeMutableBufferPointer<Double>) {
      let at = y.count - March.integrals
      for i in 0..<at { out[i] = 0 }
      var means = Means()
      flowOfOwn(y, arrivals, out, &means)
      for e in stride(from: 1, through: surplus, by: 1) { flowOfSurplus(e, y, arrivals, out, &means) }
      out[at] = arrivals
      out[at + 1] = arrivals * means.delayed
      out[at + 2] = leaving * means.waiting
      out[at + 3] = means.waiting
      out[at + 4] = means.busy
    }

    /// Row 0: nobody is past the shift.
    private func flowOfOwn(
      _ y: UnsafeBufferPointer<Double>, _ arrivals: Double, _ out: UnsafeMutableBufferPointer<Double>, _ means: inout Means
    ) {
      for n in 0..<rowZero {
        let p = y[n]
        let inService = min(n, agents)
        let down = Double(inService) * service + Double(n - inService) * leaving
        if n + 1 < rowZero {
          out[n] -= arrivals * p
          out[n + 1] += arrivals * p
        }
        if n > 0 {
          out[n] -= down * p
          out[n - 1] += down * p
        }
        means.busy += Double(inService) * p
        means.waiting += Double(n - inService) * p
        if n >= agents { means.delayed += p }
      }
    }

    /// Row e > 0: e agents are past their shift; whoever is done leaves, and the state falls to the row below.
    private func flowOfSurplus(
      _ e: Int, _ y: UnsafeBufferPointer<Double>, _ arrivals: Double, _ out: UnsafeMutableBufferPointer<Double>, _ means: inout Means
    ) {
      let row = rowZero + (e - 1) * (places + 1)
      let finish = Double(agents + e) * service
      let below = e == 1 ? agents : row - (places + 1)
      for q in 0...places {
        let p = y[row + q]
        if q < places {
          out[row + q] -= arrivals * p
          out[row + q + 1] += arrivals * p
        }
        if q > 0 {
          out[row + q] -= Double(q) * leaving * p
          out[row + q - 1] += Double(q) * leaving * p
        }
        out[row + q] -= finish * p
        out[below + q] += finish * p
        means.busy += Double(agents + e) * p
        means.waiting += Double(q) * p
        means.delayed += p
      }
    }
  }
}
