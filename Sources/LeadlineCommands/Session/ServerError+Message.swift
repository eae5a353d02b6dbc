internal import Leadline

extension ServerError {
  func words(_ location: String) -> Words {
    switch self {
    case .notBuilt:
      Words(
        "this leadline was built without PostgreSQL, so it cannot open '\(location)'\n"
          + "  build it with the package trait PostgreSQL",
        "此 leadline 编译时不含 PostgreSQL，无法打开'\(location)'\n  请启用软件包特性 PostgreSQL 重新编译",
        "此 leadline 編譯時不含 PostgreSQL，無法打開'\(location)'\n  請啟用套件特性 PostgreSQL 重新編譯")
    case .noClientLibrary:
      Words(
        "'\(location)' needs PostgreSQL's client library, libpq, which is not on this machine\n"
          + "  on Debian or Ubuntu: apt install libpq5",
        "打开'\(location)'需要 PostgreSQL 客户端库 libpq，本机没有\n  Debian 或 Ubuntu：apt install libpq5",
        "打開'\(location)'需要 PostgreSQL 用戶端程式庫 libpq，本機沒有\n  Debian 或 Ubuntu：apt install libpq5")
    case .badAddress:
      Words(
        "the address '\(location)' cannot be read\n"
          + "  postgres://USER@HOST:PORT/DATABASE, or service=NAME; signs in a password as %40 for @, "
          + "%2F for /, %3A for :, %3F for ?\n  better in ~/.pgpass than in the address",
        "无法识别地址'\(location)'\n"
          + "  postgres://用户@主机:端口/数据库，或 service=名称；密码中的 @ / : ? 须写作 %40 %2F %3A %3F\n"
          + "  密码最好放在 ~/.pgpass",
        "無法識別位址'\(location)'\n"
          + "  postgres://使用者@主機:埠/資料庫，或 service=名稱；密碼中的 @ / : ? 須寫作 %40 %2F %3A %3F\n"
          + "  密碼最好放在 ~/.pgpass")
    case .unreachable(let cause):
      Words(
        "cannot connect to '\(location)': \(cause)\n"
          + "  is the address right, and does the server run?",
        "无法连接'\(location)'：\(cause)\n  请检查地址，以及服务器是否在运行",
        "無法連接'\(location)'：\(cause)\n  請檢查位址，以及伺服器是否在運行")
    case .unavailable(let cause):
      Words(
        "the server of '\(location)' takes no connection now: \(cause)\n  try again in a moment",
        "'\(location)'的服务器暂不接受连接：\(cause)\n  请稍后再试",
        "'\(location)'的伺服器暫不接受連線：\(cause)\n  請稍後再試")
    case .passwordNeeded:
      Words(
        "'\(location)' asks for a password\n"
          + "  put it into ~/.pgpass (HOST:PORT:DATABASE:USER:PASSWORD, chmod 600) or $PGPASSWORD",
        "'\(location)'需要密码\n  请写入 ~/.pgpass（主机:端口:数据库:用户:密码，chmod 600）或 $PGPASSWORD",
        "'\(location)'需要密碼\n  請寫入 ~/.pgpass（主機:埠:資料庫:使用者:密碼，chmod 600）或 $PGPASSWORD")
    case .loginRefused(let user, let cause):
      Words(
        "'\(location)' does not let \(user) in: \(cause)\n"
          + "  look at the name and at the password (~/.pgpass, $PGPASSWORD or the address)",
        "'\(location)'拒绝 \(user) 登录：\(cause)\n  请检查用户名与密码（~/.pgpass、$PGPASSWORD 或地址）",
        "'\(location)'拒絕 \(user) 登入：\(cause)\n  請檢查使用者名稱與密碼（~/.pgpass、$PGPASSWORD 或位址）")
    case .noSuchDatabase(let name):
      Words(
        "there is no database '\(name)' on that server\n  make it:  leadline --db '\(location)' init",
        "该服务器上没有数据库'\(name)'\n  新建：leadline --db '\(location)' init",
        "該伺服器上沒有資料庫'\(name)'\n  新建：leadline --db '\(location)' init")
    case .forbidden(let cause):
      Words(
        "the server of '\(location)' does not allow it: \(cause); nothing was changed\n"
          + "  ask who administers the database",
        "'\(location)'的服务器不允许：\(cause)；没有改动\n  请联系数据库管理员",
        "'\(location)'的伺服器不允許：\(cause)；沒有改動\n  請聯絡資料庫管理員")
    case .serversOwn(let name):
      Words(
        "'\(name)' is the server's own database, and holds no leads\n"
          + "  name another in the address and make it with init",
        "'\(name)'是服务器自带的数据库，其中没有线索\n  请在地址中写另一个库名，并用 init 新建",
        "'\(name)'是伺服器自帶的資料庫，其中沒有線索\n  請在位址中寫另一個庫名，並用 init 新建")
    case .otherEncoding(let name):
      Words(
        "the database '\(location)' keeps text as \(name), where names in Chinese have no place\n"
          + "  make one in UTF-8, as leadline init does",
        "数据库'\(location)'的编码是 \(name)，无法保存中文\n  请用 UTF-8 新建（leadline init 即是）",
        "資料庫'\(location)'的編碼是 \(name)，無法保存中文\n  請用 UTF-8 新建（leadline init 即是）")
    case .connectionLost:
      Words(
        "the connection to '\(location)' was lost; nothing of this command was written\n"
          + "  the next command connects again",
        "与'\(location)'的连接中断；本命令未写入任何内容\n  下一条命令会重新连接",
        "與'\(location)'的連線中斷；本命令未寫入任何內容\n  下一條命令會重新連線")
    case .outcomeUnknown:
      Words(
        "the connection to '\(location)' was lost as the command ended, and the server does not "
          + "answer\n  whether it was written, the journal will tell:  journal --limit 1",
        "命令结束时与'\(location)'的连接中断，服务器无响应\n  是否已写入，请看日志：journal --limit 1",
        "命令結束時與'\(location)'的連線中斷，伺服器無回應\n  是否已寫入，請看日誌：journal --limit 1")
    }
  }
}
