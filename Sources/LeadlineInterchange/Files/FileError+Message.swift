import Foundation
public import LeadlineModel

extension FileError {
  /// The error in a sentence, in every language.
  public var message: Words {
    let cause = cause.words
    return switch work {
    case .reading:
      Words(
        "cannot read \(path): \(cause.english)", "无法读取 \(path)：\(cause.simplified)",
        "無法讀取 \(path)：\(cause.traditional)")
    case .writing:
      Words(
        "cannot write \(path): \(cause.english)", "无法写入 \(path)：\(cause.simplified)",
        "無法寫入 \(path)：\(cause.traditional)")
    }
  }
}

extension FileError.Cause {
  var words: Words {
    switch self {
    case .notFound: Words("there is no such file", "没有这个文件", "沒有這個檔案")
    case .noFolder: Words("its folder does not exist", "所在文件夹不存在", "所在資料夾不存在")
    case .noPermission: Words("permission denied", "没有权限", "沒有權限")
    case .isFolder: Words("it is a folder", "它是文件夹", "它是資料夾")
    case .diskFull: Words("the disk is full", "磁盘已满", "磁碟已滿")
    case .readOnlyDisk: Words("the disk is read-only", "磁盘只读", "磁碟唯讀")
    case .tooManyOpen: Words("too many files are open", "打开的文件过多", "開啟的檔案過多")
    case .other(let code):
      Words(
        String(cString: strerror(code)), "系统错误 \(code)", "系統錯誤 \(code)")
    }
  }
}
