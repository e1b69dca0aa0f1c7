/// How the characters of a file are written.
package enum TextEncoding: String, Sendable, Equatable {
  case utf8 = "UTF-8"
  case windows1252 = "Windows-1252"
  case utf16Little = "UTF-16 little-endian"
  case utf16Big = "UTF-16 big-endian"
}
