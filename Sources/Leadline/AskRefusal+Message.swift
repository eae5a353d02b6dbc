public import LeadlineModel

extension AskRefusal {
  public var words: Words {
    switch self {
    case .notToBeAsked(let asked):
      Words(
        "\(name(asked)) is not to be asked for introductions (ask=no)\n"
          + "  somebody else: path TARGET    after all: set \(asked.ref) ask=yes",
        "\(name(asked)) 已标记为不可托请（ask=no）\n"
          + "  另找他人：path 目标    仍要托请：set \(asked.ref) ask=yes",
        "\(name(asked)) 已標記為不可託請（ask=no）\n"
          + "  另找他人：path 目標    仍要託請：set \(asked.ref) ask=yes")
    case .forThemselves(let asked):
      Words(
        "\(name(asked)) cannot introduce us to themselves\n"
          + "  name whom they know: ask \(asked.ref) 台达电子    or just talk: log \(asked.ref) call",
        "\(name(asked)) 无法引荐自己\n  请写想认识谁：ask \(asked.ref) 台达电子    或直接联系：log \(asked.ref) call",
        "\(name(asked)) 無法引薦自己\n  請寫想認識誰：ask \(asked.ref) 台達電子    或直接聯繫：log \(asked.ref) call"
      )
    case .ofThemselves(let asked):
      Words(
        "\(name(asked)) cannot ask themselves\n  name who was asked, and by whom: ask C7 台达电子 by=李娜",
        "\(name(asked)) 不能托请自己\n  请写托请了谁、由谁托请：ask C7 台达电子 by=李娜",
        "\(name(asked)) 不能託請自己\n  請寫託請了誰、由誰託請：ask C7 台達電子 by=李娜")
    case .several(let asked, let wanted):
      several(asked, wanted)
    case .answeredBefore(let day, let ask):
      Words(
        "\(day) is before \(name(ask.asked)) was asked, on \(ask.day)",
        "\(day) 早于托请 \(name(ask.asked)) 的日期 \(ask.day)",
        "\(day) 早於託請 \(name(ask.asked)) 的日期 \(ask.day)")
    }
  }

  private func several(_ asked: NamedRef, _ wanted: [NamedRef]) -> Words {
    let list = wanted.map { "  \($0.ref)  \(Printable.escaping($0.name))" }
      .joined(separator: "\n")
    let first = "  ask \(asked.ref) \(wanted.first?.ref.description ?? "") result=…"
    return Words(
      "\(name(asked)) was asked for several; say which\n\(list)\n\(first)",
      "\(name(asked)) 有多项托请待回复，请指明\n\(list)\n\(first)",
      "\(name(asked)) 有多項託請待回覆，請指明\n\(list)\n\(first)")
  }

  private func name(_ record: NamedRef) -> String {
    "\(record.ref) \(Printable.escaping(record.name))"
  }
}
