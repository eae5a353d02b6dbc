internal import Glibc
internal import Leadline

extension Sink.Failure {
  /// Why the output ended early.
  var words: Words {
    switch self {
    case .closed: Words("the output was closed", "输出已关闭", "輸出已關閉")
    case .write(let number):
      switch number {
      case ENOSPC: Words("the disk is full", "磁盘已满", "磁碟已滿")
      case EBADF: Words("there is no output to write to", "没有可写的输出", "沒有可寫的輸出")
      default:
        Words(
          "the output cannot be written: \(String(cString: strerror(number)))",
          "无法写入输出：\(String(cString: strerror(number)))",
          "無法寫入輸出：\(String(cString: strerror(number)))")
      }
    case .program(let command):
      Words("cannot start '\(command)'", "无法启动'\(command)'", "無法啟動'\(command)'")
    }
  }
}
