internal import Foundation
internal import LeadlineModel

/// The pipeline as the database keeps it.
enum PipelineText {
  static func encode(_ pipeline: Pipeline) throws(StorageError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(pipeline) else {
      throw .failed("the pipeline cannot be written")
    }
    return String(decoding: data, as: UTF8.self)
  }

  static func decode(_ text: String) throws(StorageError) -> Pipeline {
    guard let pipeline = try? JSONDecoder().decode(Pipeline.self, from: Data(text.utf8)) else {
      throw .failed("the pipeline kept in the database cannot be read")
    }
    return pipeline
  }
}
