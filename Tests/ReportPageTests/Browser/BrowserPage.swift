import Foundation
import Testing

/// One page in a tab of its own, loaded from a file. It notes every request, every message of the console and every exception.
struct BrowserPage {
  let browser: Browser
  let session: String
  private let target: String

  struct Media {
    var width = 1280
    var height = 900
    var scheme = "light"
    var media = ""
    var runsScripts = true
  }

  /// One page at a time, whatever suite it is for.
  private static let turn = DispatchSemaphore(value: 1)

  init(_ browser: Browser, file: String, _ media: Media = Media()) throws {
    Self.turn.wait()
    var isOpen = false
    defer { if !isOpen { Self.turn.signal() } }
    self.browser = browser
    target = try browser.call("Target.createTarget", ["url": "about:blank"])["targetId"] as! String
    session = try browser.call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as! String
    for domain in ["Page", "Runtime", "Network", "Log"] { try call("\(domain).enable") }
    try show(media)
    if !media.runsScripts { try call("Emulation.setScriptExecutionDisabled", ["value": true]) }
    try call("Page.navigate", ["url": URL(fileURLWithPath: file).absoluteString])
    try browser.wait(for: "Page.loadEventFired", session: session)
    // Charts out of sight are drawn after the page has loaded.
    for _ in 0..<200 where media.runsScripts {
      if try text("document.documentElement.dataset.ready || ''") == "yes" { break }
      usleep(25_000)
    }
    isOpen = true
  }

  func close() {
    _ = try? browser.call("Target.closeTarget", ["targetId": target])
    Self.turn.signal()
  }

  @discardableResult
  func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try browser.call(method, parameters, session: session)
  }

  func show(_ media: Media) throws {
    try call(
      "Emulation.setDeviceMetricsOverride", ["width": media.width, "height": media.height, "deviceScaleFactor": 1, "mobile": false])
    try call(
      "Emulation.setEmulatedMedia", ["media": media.media, "features": [["name": "prefers-color-scheme", "value": media.scheme]]])
  }

  /// The value of an expression; promises are awaited.
  func value(_ expression: String) throws -> Any? {
    let answer = try call("Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let exception = answer["exceptionDetails"] as? [String: Any] { throw Browser.Failure(description: "\(expression): \(exception)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func int(_ expression: String) throws -> Int { (try value(expression) as? NSNumber)?.intValue ?? Int.min }
  func double(_ expression: String) throws -> Double { (try value(expression) as? NSNumber)?.doubleValue ?? .nan }
  func text(_ expression: String) throws -> String { try value(expression) as? String ?? "" }
  func texts(_ expression: String) throws -> [String] { try value(expression) as? [String] ?? [] }
  func bool(_ expression: String) throws -> Bool { try value(expression) as? Bool ?? false }

  /// A real click in the middle of an element.
  func click(_ selector: String) throws {
    let box =
      try value(
        """
        (function () { var e = document.querySelector(\(quoted(selector))); e.scrollIntoView({block: 'center'});
        var b = e.getBoundingClientRect(); return [b.left + b.width / 2, b.top + b.height / 2]; })()
        """) as? [NSNumber] ?? []
    try #require(box.count == 2)
    try settle()
    try click(x: box[0].doubleValue, y: box[1].doubleValue)
  }

  func click(x: Double, y: Double) throws {
    for type in ["mousePressed", "mouseReleased"] {
      try call("Input.dispatchMouseEvent", ["type": type, "x": x, "y": y, "button": "left", "clickCount": 1])
    }
    // Chart.js answers in the next frame.
    try settle()
  }

  /// Waits until what was changed has been laid out and drawn.
  func settle() throws { _ = try value("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))") }

  func press(_ key: String) throws {
    let codes = ["Tab": 9, "Enter": 13, "Escape": 27, "ArrowRight": 39, "ArrowLeft": 37]
    for type in ["keyDown", "keyUp"] {
      var event: [String: Any] = ["type": type, "key": key, "code": key, "windowsVirtualKeyCode": codes[key] ?? 0]
      if key == "Enter", type == "keyDown" { event["text"] = "\r" }
      try call("Input.dispatchKeyEvent", event)
    }
  }

  /// Sets a select as a reader would.
  func select(_ selector: String, _ value: String) throws {
    _ = try self.value(
      """
      (function () { var s = document.querySelector(\(quoted(selector))); s.value = \(quoted(value));
      s.dispatchEvent(new Event('change', {bubbles: true})); })()
      """)
  }

  /// Addresses fetched, the page itself left out.
  var requests: [String] {
    browser.seen("Network.requestWillBeSent", session: session).compactMap { ($0["request"] as? [String: Any])?["url"] as? String }
      .filter { !($0.hasPrefix("file://") && $0.hasSuffix(".html")) }
  }

  /// Everything the console said, and exceptions.
  var complaints: [String] {
    browser.seen("Runtime.exceptionThrown", session: session).map { "\($0)" }
      + browser.seen("Runtime.consoleAPICalled", session: session).map { "\($0)" }
      + browser.seen("Log.entryAdded", session: session).map { "\($0)" }
  }

  func screenshot(whole: Bool = true) throws -> Data {
    var parameters: [String: Any] = ["format": "png"]
    if whole { parameters["captureBeyondViewport"] = true }
    if whole {
      let size = try call("Page.getLayoutMetrics")["cssContentSize"] as? [String: Any] ?? [:]
      parameters["clip"] = ["x": 0, "y": 0, "width": size["width"] ?? 1280, "height": size["height"] ?? 900, "scale": 1]
    }
    let answer = try call("Page.captureScreenshot", parameters)
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  func pdf() throws -> Data {
    let answer = try call("Page.printToPDF", ["printBackground": true, "preferCSSPageSize": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  func quoted(_ text: String) -> String {
    String(decoding: try! JSONSerialization.data(withJSONObject: [text]), as: UTF8.self).dropFirst().dropLast().description
  }

  /// A cell of a table and the numbers behind it.
  struct Cell {
    var text: String
    var value: Double?
    var low: Double?
    var high: Double?
  }

  /// The body of the table that an expression gives. One behind a chart gets its numbers when it is opened.
  func rows(_ table: String) throws -> [[Cell]] {
    _ = try value("(function (d) { if (d) { d.open = true; } })((\(table)).closest('details'))")
    try settle()
    let script =
      "Array.from((\(table)).tBodies[0].rows).map(r => Array.from(r.cells).map(c => [c.textContent, c.dataset.v || '', c.dataset.l || '', c.dataset.h || '']))"
    let rows = try value(script) as? [[[String]]] ?? []
    return rows.map { $0.map { Cell(text: $0[0], value: Double($0[1]), low: Double($0[2]), high: Double($0[3])) } }
  }

  /// The table that begins with this title.
  func rows(titled title: String, in section: String = "main") throws -> [[Cell]] {
    try rows("Array.from(document.querySelectorAll('\(section) table.data')).find(t => t.caption.textContent === \(quoted(title)))")
  }
}
