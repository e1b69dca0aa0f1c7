import Mustache

/// One cell of a grid. Not a dictionary, because there are thousands of them.
struct GridCellView: MustacheParent {
  let text: String
  let attributes: String

  init(_ cell: ReportGrid.Cell) {
    text = cell.text
    var attributes = cell.meaning == .plain ? "" : " class=\"m-\(cell.meaning.rawValue)\""
    if let interval = cell.interval { attributes += " data-i=\"\(interval)\"" }
    if let number = cell.number, PageData.number(number) != cell.text { attributes += " data-v=\"\(PageData.number(number))\"" }
    self.attributes = attributes
  }

  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "attributes": attributes
    default: nil
    }
  }
}
