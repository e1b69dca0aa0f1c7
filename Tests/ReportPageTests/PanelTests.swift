import Foundation
import TestSupport
import Testing

/// What a reader sees before touching anything, on a laptop and on a phone: the light, the sentence, the day and the first thing to do.
@Suite(.serialized, .enabled(if: Browser.isInstalled && TestTools.hasChartLibrary)) struct PanelTests {
  private static let sizes = [(width: 1280, height: 900), (width: 390, height: 844)]

  private func open(_ command: String, _ check: (BrowserPage) throws -> Void) throws {
    let made = try CommandPages.all[command]!.get()
    let page = try BrowserPage(try Browser.shared.get(), file: made.page)
    defer { page.close() }
    for size in Self.sizes {
      try page.show(.init(width: size.width, height: size.height))
      try page.settle()
      try check(page)
    }
    #expect(page.complaints == [] && page.requests == [])
  }

  /// Elements whose box does not lie inside the first screen.
  private static func outside(_ selectors: [String]) -> String {
    """
    \(selectors).filter(function (s) { var e = document.querySelector(s); if (!e) { return true; } var b = e.getBoundingClientRect();
    return !(b.width > 0 && b.height > 0 && b.left >= 0 && b.top >= 0 && b.right <= innerWidth + .5 && b.bottom <= innerHeight + .5); })
    """
  }

  @Test(arguments: ["run", "compare", "staff", "gate"])
  func `light, sentence, day and first action are on the first screen`(command: String) throws {
    try open(command) { page throws in
      _ = try page.value("scrollTo(0, 0)")
      #expect(try page.texts(Self.outside([".lamp svg", ".lamp strong", ".lamp .said", "figure.plan", ".actions li"])) == [])
      // By shape and word as well as by colour: one shape of three is drawn.
      #expect(
        try page.int("Array.from(document.querySelectorAll('.lamp .shape')).filter(s => getComputedStyle(s).display !== 'none').length")
          == 1)
      #expect(try page.text("document.querySelector('.lamp strong').textContent").count > 5)
      #expect(try page.int("document.querySelectorAll('figure.plan td').length") > 20)
    }
  }

  @Test(arguments: ["run", "compare", "staff", "gate"])
  func `nothing is cut at the right edge, and what is wider says that it scrolls`(command: String) throws {
    try open(command) { page throws in
      let (whole, seen) = (try page.int("document.documentElement.scrollWidth"), try page.int("innerWidth"))
      #expect(whole <= seen)
      let cut = """
        Array.from(document.querySelectorAll('body *')).filter(function (e) {
          if (e.closest('.scroll, pre, .skip, .sr, caption, svg, #tip, .track, .ticks, option')) { return false; }
          var b = e.getBoundingClientRect(); return b.width > 0 && b.height > 0 && b.right > innerWidth + .5;
        }).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))
        """
      #expect(try page.texts(cut) == [])
      let silent = """
        Array.from(document.querySelectorAll('.scroll')).filter(function (e) { return e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1; })
        .filter(function (e) { var s = e.nextElementSibling; return !(e.classList.contains('is-wide') && s.classList.contains('sign') && s.offsetHeight > 0); })
        .map(e => e.getAttribute('aria-label'))
        """
      #expect(try page.texts(silent) == [])
      // What a row comes to is in sight beside its name.
      let hidden = """
        Array.from(document.querySelectorAll('.scroll.is-wide td.v')).filter(function (e) { var b = e.getBoundingClientRect();
        return b.width > 0 && (b.right > innerWidth + .5 || b.left < 0); }).length
        """
      #expect(try page.int(hidden) == 0)
    }
  }

  /// On a laptop no table of a staffing is wider than the page.
  @Test func `the tables of a staffing fit the page`() throws {
    let made = try CommandPages.staff.get()
    let page = try BrowserPage(try Browser.shared.get(), file: made.page)
    defer { page.close() }
    try page.show(.init(width: 1280, height: 900))
    try page.settle()
    #expect(
      try page.texts(
        "Array.from(document.querySelectorAll('.scroll')).filter(e => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1).map(e => e.getAttribute('aria-label'))"
      ) == [])
  }

  @Test(arguments: ["run", "compare", "staff", "gate"])
  func `net is red and green and has its sign`(command: String) throws {
    try open(command) { page throws in
      let cells = try page.texts(
        "Array.from(document.querySelectorAll('.grid td.m-short, .grid td.m-spare')).filter(c => c.closest('tr').classList.contains('main')).map(c => c.className + ' ' + c.textContent)"
      )
      #expect(cells.allSatisfy { $0.hasPrefix("m-short") ? $0.contains("−") : $0.contains("+") }, "\(cells.prefix(5))")
      if command == "staff" || command == "run" { #expect(!cells.isEmpty) }
    }
  }
}
