/// What became of the needs that were opened by contacts of one type in one interval, however many contacts it took. Times in µs; cells add up.
///
/// At every instant: opened = resolved + givenUp + open; tried = selfServed + gaveUpThere + handedOver + inSelfService; and
/// arrived = selfServed + gaveUpThere + inSelfService + offered (`ContactCell`), which leaves work open before the horizon out.
package struct NeedCell: CountCell {
  package var opened: Int64 = 0
  /// Contacts of these needs, the first included.
  package var contacts: Int64 = 0
  /// Ended with a contact that was handled, and nothing more came or was to come.
  package var resolved: Int64 = 0
  /// Ended with one that was not.
  package var givenUp: Int64 = 0
  /// A contact was in the system when play ended.
  package var open: Int64 = 0
  /// From the first contact to the end of the last one, of `resolved`.
  package var time: Int64 = 0
  /// Of `resolved`: first solved so long before the end of the horizon that another contact would have been seen.
  package var judged: Int64 = 0
  /// Of `judged`: by the first contact, and without another one for so long.
  package var atFirst: Int64 = 0
  /// Contacts planned because one that was handled did not settle it, in the interval that was open then, and the time until they come.
  package var recontacts: Int64 = 0
  package var recontactDelay: Int64 = 0

  /// Contacts of the type that came in the interval: to self-service or to the door.
  package var arrived: Int64 = 0
  /// Of needs: tried self-service; it solved them, they gave up in it, went on to the door, or were in it when play ended.
  package var tried: Int64 = 0
  package var selfServed: Int64 = 0
  package var gaveUpThere: Int64 = 0
  package var handedOver: Int64 = 0
  package var inSelfService: Int64 = 0
  /// Of `selfServed`: come back all the same, after the horizon too.
  package var leaked: Int64 = 0
  /// Integral of the number in self-service over the interval itself, contact·µs.
  package var selfServiceIntegral: Int64 = 0

  /// Of offered contacts (`ContactCell`): accepted a callback; of these no call reached the customer.
  package var callbacks: Int64 = 0
  package var unreached: Int64 = 0

  /// Of offered contacts: ask after another one.
  package var chasers: Int64 = 0
  /// Of offered contacts: come with what another one of the need is about.
  package var duplicates: Int64 = 0
  /// Of both, and of contacts whose customers came a second time: merged. The others are still open, or ended as any contact does.
  package var merged: Int64 = 0

  package init() {}
}
