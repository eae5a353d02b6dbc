internal import LeadlineInterchange
internal import LeadlineModel

/// The drafts of a file of cards.
final class CardSource: DraftSource {
  var file: ImportedFile
  var headings: [String]? { nil }
  private var reader: VCardReader
  private let fixed: [Change]
  private var cards = 0

  init(_ path: String, _ options: ImportOptions, _ pipeline: Pipeline) throws {
    if let kind = options.kind, kind != .contact, kind != .organisation {
      throw ImportError.cardsAs(kind, path: path)
    }
    do throws(InputError) {
      reader = try VCardReader(file: path, encoding: options.encoding)
    } catch {
      throw ImportError.unreadable(error)
    }
    fixed = try options.fixed(for: .contact, in: pipeline)
    let origin = options.origin ?? ImportOrigin.name(of: path)
    file = ImportedFile(path: path, kind: .contact, origin: origin)
  }

  func covered(_ kind: RecordKind) -> Set<String> {
    Set(CardDraft.fields + (kind == .contact ? fixed.map(\.field.name) : []))
  }

  func next() throws -> SourceItem? {
    var found: VCard?
    do throws(FileError) {
      found = try reader.next()
    } catch {
      throw ImportError.unreadable(.file(error))
    }
    guard let card = found else {
      if cards == 0 { throw ImportError.noCards(path: file.path) }
      return nil
    }
    cards += 1
    do throws(RowRefusal) {
      return .draft(try CardDraft.draft(card, fixed: fixed), nil)
    } catch {
      return .refused(CSVRow(line: card.line, cells: []), error)
    }
  }

  /// Cards without anything to be called by are refused as such already.
  func finish() { file.cardIssues = reader.issues.filter { $0.cause != .emptyCard } }
}
