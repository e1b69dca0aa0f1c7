import Experiments

extension MetricQuestion.Part {
  /// `billing-call`, `segment business`
  package var words: String {
    switch self {
    case .contact(let name), .target(let name, _): name
    case .channel(let name): "channel \(name)"
    case .segment(let name): "segment \(name)"
    case .priority(let name): "priority \(name)"
    case .group(let name): "group \(name)"
    }
  }
}
