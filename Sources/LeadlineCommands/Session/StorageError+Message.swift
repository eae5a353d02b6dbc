internal import Leadline

extension StorageError {
  var exitCode: Int32 { self == .cancelled ? 130 : 3 }

  var words: Words {
    switch self {
    case .cannotOpen(let location, let cause):
      Words(
        "cannot open '\(location)': \(cause)", "无法打开'\(location)'：\(cause)",
        "無法打開'\(location)'：\(cause)")
    case .notADatabase(let location):
      Words(
        "'\(location)' is not a Leadline database; nothing was changed in it",
        "'\(location)'不是 Leadline 数据库；未作任何改动", "'\(location)'不是 Leadline 資料庫；未作任何改動")
    case .readOnly(let location) where Location(location).isServer:
      Words(
        "'\(location)' can only be read: the server or the role is set so; nothing was changed\n"
          + "  look for the server that takes writes, or ask who administers the database",
        "'\(location)'只读：服务器或角色如此设置；没有改动\n  请连接可写的服务器，或联系数据库管理员",
        "'\(location)'唯讀：伺服器或角色如此設定；沒有改動\n  請連接可寫的伺服器，或聯絡資料庫管理員")
    case .readOnly(let location):
      Words(
        "'\(location)' cannot be written: check who owns the file and its folder",
        "'\(location)'不可写：请检查文件及文件夹的权限", "'\(location)'不可寫：請檢查檔案及資料夾的權限")
    case .full(let location):
      Words(
        "the disk of '\(location)' is full; nothing of this command was written",
        "'\(location)'所在磁盘已满；本命令未写入任何内容", "'\(location)'所在磁碟已滿；本命令未寫入任何內容")
    case .busy(let location):
      Words(
        "another program is writing to, or has locked, '\(location)'; try again when it is done",
        "另一程序正在写入'\(location)'；请稍后再试", "另一程式正在寫入'\(location)'；請稍後再試")
    case .cancelled:
      Words("stopped; nothing was changed", "已中止，没有改动", "已中止，沒有改動")
    case .damaged(let location, let cause):
      Words(
        "'\(location)' is damaged: \(cause)\n  restore it from a backup",
        "'\(location)'已损坏：\(cause)\n  请从备份恢复", "'\(location)'已損壞：\(cause)\n  請從備份恢復")
    case .newerSchema(let found, let known):
      Words(
        "this database was made by a newer Leadline (schema \(found), this one knows \(known))\n"
          + "  update leadline on this machine",
        "此数据库由更新版本的 Leadline 创建（结构\(found)，本程序支持\(known)）\n  请更新本机的 leadline",
        "此資料庫由更新版本的 Leadline 建立（結構\(found)，本程式支援\(known)）\n  請更新本機的 leadline")
    case .constraint(let text), .failed(let text):
      Words(
        "the database refused it: \(text); nothing was changed", "数据库拒绝：\(text)；没有改动",
        "資料庫拒絕：\(text)；沒有改動")
    case .server(let error, let location): error.words(location)
    }
  }
}
