package import ReportKit

/// What a request came to: files for a folder, and what is shown of them. Nothing is written before `write` is called.
package struct Answer {
  /// Where the files go.
  package let folder: OutputFolder
  /// Written together; the page comes first.
  package let files: [OutputFile]
  /// What `--json` prints.
  package let json: String
  /// For standard error when everything else has been said; nil: nothing is to be added.
  package var remark: String?
  /// Names that an answer of this kind may have: those of an earlier one go where this has no such file.
  private let family: [String]
  private let page: PageForm
  /// The summary is cut to the height of the screen.
  private let fitsScreen: Bool
  private let documents: (_ onPage: Bool) -> [ReportDocument]

  /// `documents`: what is shown, with everything that only a page has room for or without.
  init(
    folder: OutputFolder, files: [OutputFile], json: String, page: PageForm = PageForm(isWanted: false), family: [String] = [],
    fitsScreen: Bool = false,
    remark: String? = nil, documents: @escaping (_ onPage: Bool) -> [ReportDocument]
  ) {
    self.folder = folder
    self.files = files
    self.json = json
    self.page = page
    self.family = family
    self.fitsScreen = fitsScreen
    self.remark = remark
    self.documents = documents
  }

  /// Replaces the files in the folder, all or none, and says so in the list of all results.
  package func write() throws(RequestFailure) {
    try folder.write(files, family: family)
    try OutputIndex.refresh(after: folder)
  }

  /// What is shown in a form, on a screen of these columns and lines.
  package func text(in form: RendererFamily, on screen: RenderOptions) -> String {
    var options = form.wantsPage ? page.options : screen
    if !form.wantsPage, !fitsScreen { options.lines = nil }
    let renderer = form.make(options)
    return documents(form.wantsPage).map { renderer.render($0) }.joined(separator: "\n")
  }

  /// The page, written or shown in this form, lacks the charts that were wanted. nil: nothing is shown.
  package func missesCharts(in form: RendererFamily?) -> Bool {
    (page.isWanted || form?.wantsPage == true) && page.missesCharts
  }
}
