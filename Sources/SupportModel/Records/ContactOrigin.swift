/// Who a contact is, whatever the rest of the scenario does: its number in its arrival process, which its random numbers are drawn by.
package struct ContactOrigin: Sendable, Hashable {
  /// Index into `CompiledArrivals.sources`.
  package var source: Int32
  package var entity: UInt64

  package init(source: Int32, entity: UInt64) {
    self.source = source
    self.entity = entity
  }
}
