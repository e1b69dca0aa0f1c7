// GSL declares its methods as variables, though nobody ever writes to them.
@preconcurrency import CGSL

/// Ordinary differential equations y′ = f(t, y), by the embedded Runge–Kutta method of Prince and Dormand of order 8
/// with step size control (`gsl_odeiv2_step_rk8pd`).
///
/// For equations that are smooth in t inside the interval: integrate piece by piece between jumps. Not for stiff ones.
/// Source: Hairer, Nørsett, Wanner, *Solving Ordinary Differential Equations I*, 2nd ed., II.5 and II.10.
package enum OrdinaryEquations {
  /// The derivative: reads the instant and the state, writes the rate of change of each component.
  package typealias Derivative = (Double, UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void

  /// Moves `state` from `start` to `end`, with local errors at most `absolute` + `relative` · |component| per step.
  package static func advance(
    _ state: inout [Double], from start: Double, to end: Double, absolute: Double = 1e-14, relative: Double = 1e-11,
    derivative: @escaping Derivative
  ) throws(GSLError) {
    if !(start < end) || state.isEmpty { return }
    _ = GSL.isReady
    let lender = Lender(count: state.count, derivative)
    let status: Int32 = withExtendedLifetime(lender) {
      var system = gsl_odeiv2_system(
        function: { t, y, rates, pointer in
          guard let pointer, let y, let rates else { return Int32(GSL_EBADFUNC) }
          let lender = Unmanaged<Lender>.fromOpaque(pointer).takeUnretainedValue()
          lender.derivative(
            t, UnsafeBufferPointer(start: y, count: lender.count), UnsafeMutableBufferPointer(start: rates, count: lender.count))
          return Int32(GSL_SUCCESS)
        },
        jacobian: nil, dimension: state.count, params: Unmanaged.passUnretained(lender).toOpaque())
      return withUnsafeMutablePointer(to: &system) { system in
        let firstStep = (end - start) / 1000
        guard let driver = gsl_odeiv2_driver_alloc_y_new(system, gsl_odeiv2_step_rk8pd, firstStep, absolute, relative) else {
          return Int32(GSL_ENOMEM)
        }
        defer { gsl_odeiv2_driver_free(driver) }
        var t = start
        return state.withUnsafeMutableBufferPointer { gsl_odeiv2_driver_apply(driver, &t, end, $0.baseAddress) }
      }
    }
    guard status == Int32(GSL_SUCCESS) else { throw GSLError(function: "gsl_odeiv2_driver_apply", status: status) }
  }

  private final class Lender {
    let count: Int
    let derivative: Derivative
    init(count: Int, _ derivative: @escaping Derivative) {
      self.count = count
      self.derivative = derivative
    }
  }
}
