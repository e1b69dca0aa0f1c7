// The C library's mathematics, behind one door: no other file of the modules that also compile for Embedded Swift names a platform.
// The functions are exported one by one, so that a module that imports this one sees these names of the C library and no others.

#if canImport(Glibc)
  @_exported public import func Glibc.erfc
  @_exported public import func Glibc.exp
  @_exported public import func Glibc.exp2
  @_exported public import func Glibc.expm1
  @_exported public import func Glibc.lgamma_r
  @_exported public import func Glibc.log
  @_exported public import func Glibc.log1p
  @_exported public import func Glibc.log2
  @_exported public import func Glibc.pow
  @_exported public import func Glibc.sin
  @_exported public import func Glibc.tan
#elseif canImport(Musl)
  @_exported public import func Musl.erfc
  @_exported public import func Musl.exp
  @_exported public import func Musl.exp2
  @_exported public import func Musl.expm1
  @_exported public import func Musl.lgamma_r
  @_exported public import func Musl.log
  @_exported public import func Musl.log1p
  @_exported public import func Musl.log2
  @_exported public import func Musl.pow
  @_exported public import func Musl.sin
  @_exported public import func Musl.tan
#elseif canImport(Darwin)
  @_exported public import func Darwin.erfc
  @_exported public import func Darwin.exp
  @_exported public import func Darwin.exp2
  @_exported public import func Darwin.expm1
  @_exported public import func Darwin.lgamma_r
  @_exported public import func Darwin.log
  @_exported public import func Darwin.log1p
  @_exported public import func Darwin.log2
  @_exported public import func Darwin.pow
  @_exported public import func Darwin.sin
  @_exported public import func Darwin.tan
#else
  // No C library to import, as on `wasm32-unknown-none-wasm`: whoever links the module provides them.
  @_extern(c) public func erfc(_ x: Double) -> Double
  @_extern(c) public func exp(_ x: Double) -> Double
  @_extern(c) public func exp2(_ x: Double) -> Double
  @_extern(c) public func expm1(_ x: Double) -> Double
  @_extern(c) public func lgamma_r(_ x: Double, _ sign: UnsafeMutablePointer<Int32>) -> Double
  @_extern(c) public func log(_ x: Double) -> Double
  @_extern(c) public func log1p(_ x: Double) -> Double
  @_extern(c) public func log2(_ x: Double) -> Double
  @_extern(c) public func pow(_ base: Double, _ exponent: Double) -> Double
  @_extern(c) public func sin(_ x: Double) -> Double
  @_extern(c) public func tan(_ x: Double) -> Double
#endif
