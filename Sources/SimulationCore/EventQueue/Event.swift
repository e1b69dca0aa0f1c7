/// An event as it comes out of the queue.
@frozen
public struct Event: Equatable, Sendable {
  /// µs.
  public var time: Int64
  public var subject: Int32
  public var kind: UInt8

  @inlinable public init(time: Int64, subject: Int32, kind: UInt8) {
    self.time = time
    self.subject = subject
    self.kind = kind
  }
}

/// Names a planned event until it is popped or cancelled; afterwards it names nothing, and cancelling it does nothing.
@frozen
public struct EventHandle: Equatable, Sendable {
  @usableFromInline let index: Int32
  @usableFromInline let generation: UInt32

  @inlinable init(index: Int32, generation: UInt32) {
    self.index = index
    self.generation = generation
  }

  /// Names nothing.
  @inlinable public static var none: EventHandle { EventHandle(index: -1, generation: 0) }
}
