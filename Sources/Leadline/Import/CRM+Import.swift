internal import Foundation
internal import LeadlineInterchange
internal import LeadlineModel
internal import LeadlineStore

extension CRM {
  /// Imports contacts, leads, organisations or activities from files, all in one transaction.
  ///
  /// A record that an earlier import made is found again by the row's key within its origin, else
  /// by its content; then only what changed in the file is applied. `progress` is told now and
  /// then how far it is, and ends the import by throwing; nothing is half done. Throws
  /// `ImportError` where a file cannot be taken at all.
  public func importFiles(
    _ paths: [String], _ options: ImportOptions = ImportOptions(), line: String? = nil,
    progress: (ImportProgress) throws -> Void = { _ in }
  ) throws -> ImportReport {
    guard !paths.isEmpty else { throw ImportError.noFiles }
    let sources = try paths.map { try SourceChoice.open($0, options, self) }
    let rejects = sources.map { source in
      RejectedRows(source.file.path, headings: options.isDryRun ? nil : source.headings)
    }
    let line = line ?? "import \(paths.joined(separator: " "))"
    let written = try write(line, isTrial: options.isDryRun) { writer in
      let run = try ImportRun(crm: self, writer: writer, options)
      for (source, rejected) in zip(sources, rejects) {
        try run.take(source, rejected, progress)
      }
      return try run.gain()
    }
    for (source, rejected) in zip(sources, rejects) {
      source.file.rejectedPath = try rejected.finish()
    }
    return ImportReport(
      files: sources.map(\.file), entry: written.entry, isDryRun: options.isDryRun,
      gain: written.result)
  }
}

/// Opens files as what they are.
private enum SourceChoice {
  static func open(
    _ path: String, _ options: ImportOptions, _ crm: CRM
  ) throws -> any DraftSource {
    let start = try start(of: path)
    if start.starts(with: "PK\u{3}\u{4}".utf8) || start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw ImportError.workbook(path: path)
    }
    if options.sheet != nil { throw ImportError.noSheets(path: path) }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let isCards =
      ["vcf", "vcard"].contains(ending)
      || String(decoding: start, as: UTF8.self).uppercased().contains("BEGIN:VCARD")
    return isCards
      ? try CardSource(path, options, crm.pipeline) : try TableSource(path, options, crm)
  }

  /// The first bytes of a file; empty for what can be read once only.
  private static func start(of path: String) throws -> [UInt8] {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path)
    else { return [] }
    defer { try? file.close() }
    return try file.read(upToCount: 64).map { [UInt8]($0) } ?? []
  }
}
