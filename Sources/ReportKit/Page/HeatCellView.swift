import Mustache

/// One cell of a heat map.
struct HeatCellView: MustacheParent {
  let text: String
  let level: String
  let hover: String
  let attributes: String

  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "level": level
    case "hover": hover.isEmpty ? false : hover
    case "attributes": attributes
    default: nil
    }
  }
}
