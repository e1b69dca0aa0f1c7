/// Why one contact causes another of the same need; part of the new one's key.
enum ContactCause: UInt64 {
  case recontact = 1
  case leak
  case chaser
  case duplicate
}
