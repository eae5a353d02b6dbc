internal import Leadline

extension CopyError {
  /// 1 where the copy is refused, 3 where the storage is at fault.
  var exitCode: Int32 {
    switch self {
    case .notEmpty, .sameDatabase: 1
    case .noSource, .olderSchema, .differs: 3
    }
  }

  var words: Words {
    switch self {
    case .noSource(let location):
      Words(
        "there is no database '\(location)' to copy from", "没有可复制的数据库'\(location)'",
        "沒有可複製的資料庫'\(location)'")
    case .sameDatabase(let location):
      Words(
        "'\(location)' would be copied to itself", "不能将'\(location)'复制到其自身",
        "不能將'\(location)'複製到其自身")
    case .notEmpty(let location):
      Words(
        "'\(location)' is not empty, and a copy never replaces anything; nothing was changed\n"
          + "  copy to a new file, or to a database that leadline --db … init has just made",
        "'\(location)'不是空库，复制不会覆盖已有内容；没有改动\n"
          + "  请复制到新文件，或用 leadline --db … init 新建的数据库",
        "'\(location)'不是空庫，複製不會覆蓋已有內容；沒有改動\n"
          + "  請複製到新檔案，或用 leadline --db … init 新建的資料庫")
    case .olderSchema(let location, let found, let known):
      Words(
        "'\(location)' was made by an older Leadline (schema \(found), this one has \(known))\n"
          + "  open it once, then copy:  leadline --db '\(location)' check",
        "'\(location)'由较旧版本的 Leadline 创建（结构\(found)，本程序为\(known)）\n"
          + "  请先打开一次再复制：leadline --db '\(location)' check",
        "'\(location)'由較舊版本的 Leadline 建立（結構\(found)，本程式為\(known)）\n"
          + "  請先打開一次再複製：leadline --db '\(location)' check")
    case .differs(let difference): difference.words
    }
  }
}

extension CopyDifference {
  fileprivate var words: Words {
    let row = Printable.escaping(self.row)
    guard let column else {
      return Words(
        "the copy was not kept: the row \(row) of table \(table) is in one of the two only",
        "复制未保留：表 \(table) 的行 \(row) 只在其中一个库中", "複製未保留：表 \(table) 的列 \(row) 只在其中一個庫中")
    }
    return Words(
      "the copy was not kept: \(column) in the row \(row) of table \(table) is not what was read",
      "复制未保留：表 \(table) 行 \(row) 的 \(column) 与读出的不同",
      "複製未保留：表 \(table) 列 \(row) 的 \(column) 與讀出的不同")
  }
}
