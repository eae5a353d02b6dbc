public import LeadlineModel

extension Diagnostic {
  /// What is wrong, in one sentence.
  public var message: Words {
    switch problem {
    case .missingCommand, .unknownCommand, .ambiguousCommand, .unknownOption, .optionNeedsValue,
      .optionTakesNoValue, .missingSlot, .unexpectedWord:
      commandMessage
    case .unknownField, .fieldNotTaken, .readOnlyField, .assignSelects, .termGives, .unequal,
      .joinedWords:
      fieldMessage
    case .notFound, .ambiguousName, .notARef, .wrongKind, .badRows, .notAnEntry: recordMessage
    case .openQuote, .redirectNeedsName, .redirectTakesOneName, .programMissing, .unclosedGroup,
      .strayGroupEnd, .emptyGroup, .tooDeep, .missingOperand:
      shapeMessage
    default: valueMessage
    }
  }

  private var commandMessage: Words {
    switch problem {
    case .unknownCommand(let name):
      Words("unknown command '\(name)'", "没有命令“\(name)”", "沒有命令「\(name)」")
    case .ambiguousCommand(let name, _):
      Words(
        "several commands begin with '\(name)'", "以“\(name)”开头的命令不止一个", "以「\(name)」開頭的命令不止一個")
    case .unknownOption(let name):
      Words("unknown option '\(name)'", "没有选项“\(name)”", "沒有選項「\(name)」")
    case .optionNeedsValue(let name, let value):
      Words(
        "\(name) needs a value: \(name) \(value)", "\(name) 缺少值：\(name) \(value)",
        "\(name) 缺少值：\(name) \(value)")
    case .optionTakesNoValue(let name):
      Words("\(name) takes no value", "\(name) 不带值", "\(name) 不帶值")
    case .missingSlot(let slot, let command):
      Words("\(command) needs \(slot)", "\(command) 缺少 \(slot)", "\(command) 缺少 \(slot)")
    case .unexpectedWord(let word, let command, _):
      Words(
        "\(command) has no place for '\(word)'", "\(command) 用不上“\(word)”",
        "\(command) 用不上「\(word)」")
    default: Words("a command is missing", "缺少命令", "缺少命令")
    }
  }

  private var fieldMessage: Words {
    switch problem {
    case .unknownField(let name, _):
      Words("unknown field '\(name)'", "没有字段“\(name)”", "沒有欄位「\(name)」")
    case .fieldNotTaken(let field, let command):
      Words(
        "\(command) does not take \(field.name)", "\(command) 不接受字段“\(field.words.simplified)”",
        "\(command) 不接受欄位「\(field.words.traditional)」")
    case .readOnlyField(let field): readOnly(field)
    case .assignSelects:
      Words("'=' gives a value, ':' selects", "“=”是赋值，“:”是筛选", "「=」是賦值，「:」是篩選")
    case .unequal: Words("'!=' means nothing here", "没有“!=”", "沒有「!=」")
    case .joinedWords:
      Words("one argument is one word", "一个参数只是一个词", "一個參數只是一個詞")
    default:
      Words("':' selects, '=' gives a value", "“:”是筛选，“=”是赋值", "「:」是篩選，「=」是賦值")
    }
  }

  private var recordMessage: Words {
    switch problem {
    case .notFound(let name, let kinds):
      Words(
        "no \(Self.list(kinds, .english)) '\(name)'", "没有\(Self.list(kinds, .simplified))“\(name)”",
        "沒有\(Self.list(kinds, .traditional))「\(name)」")
    case .ambiguousName(let name, let candidates):
      Words(
        "'\(name)' fits several: \(candidates.joined(separator: ", "))",
        "“\(name)”不止一个：\(candidates.joined(separator: "、"))",
        "「\(name)」不止一個：\(candidates.joined(separator: "、"))")
    case .notARef(let text, let kinds):
      Words(
        "'\(text)' is no ref: \(Self.letters(kinds)) and a number from 1",
        "“\(text)”不是编号：\(Self.letters(kinds)) 加从1起的数字",
        "「\(text)」不是編號：\(Self.letters(kinds)) 加從1起的數字")
    case .wrongKind(let ref, let kinds):
      Words(
        "\(ref) is \(Self.article(ref.kind)) \(ref.kind.words.english), here stands "
          + "\(kinds.first.map(Self.article) ?? "a") \(Self.list(kinds, .english))",
        "\(ref)是\(ref.kind.words.simplified)，这里要的是\(Self.list(kinds, .simplified))",
        "\(ref)是\(ref.kind.words.traditional)，這裡要的是\(Self.list(kinds, .traditional))")
    case .notAnEntry(let text):
      Words(
        "'\(text)' is not an entry of the journal such as J12", "“\(text)”不是日志条目，条目如 J12",
        "「\(text)」不是日誌條目，條目如 J12")
    case .badRows(let text):
      Words(
        "'\(text)' names no rows", "“\(text)”不是行号", "「\(text)」不是行號")
    default: Words("", "", "")
    }
  }

  private var shapeMessage: Words {
    switch problem {
    case .openQuote(let mark):
      Words("the quote \(mark) is not closed", "引号 \(mark) 没有结束", "引號 \(mark) 沒有結束")
    case .redirectNeedsName:
      Words("'>' writes a file, its name is missing", "“>”写入文件，缺少文件名", "「>」寫入檔案，缺少檔名")
    case .redirectTakesOneName:
      Words(
        "'>' writes a file and ends the line, with one name", "“>”写入文件，后面只能有一个文件名",
        "「>」寫入檔案，後面只能有一個檔名")
    case .programMissing: Words("'|' needs a program", "“|”后面缺少程序", "「|」後面缺少程式")
    case .unclosedGroup: Words("the bracket is not closed", "括号没有结束", "括號沒有結束")
    case .strayGroupEnd:
      Words("this bracket closes nothing", "多余的右括号", "多餘的右括號")
    case .emptyGroup: Words("nothing stands in the brackets", "括号里没有内容", "括號裡沒有內容")
    case .tooDeep: Words("too many brackets in one another", "括号嵌套太深", "括號巢狀太深")
    case .missingOperand(let word):
      Words("'\(word)' lacks a word to join", "“\(word)”前后缺少内容", "「\(word)」前後缺少內容")
    default: Words("", "", "")
    }
  }

  private var valueMessage: Words {
    switch problem {
    case .emptyValue(let field):
      Words("\(field) needs a value", "\(field) 缺少值", "\(field) 缺少值")
    case .badValue(let error):
      Words(error.words(.english), error.words(.simplified), error.words(.traditional))
    case .unknownChoice(let text, let what, _):
      Words(
        "unknown \(what.english) '\(text)'", "没有\(what.simplified)“\(text)”",
        "沒有\(what.traditional)「\(text)」")
    case .notANumber(let text):
      Words("'\(text)' is not a whole number", "“\(text)”不是整数", "「\(text)」不是整數")
    case .notACurrency(let text):
      Words(
        "'\(text)' is not a currency code such as CNY", "“\(text)”不是货币代码，代码如 CNY",
        "「\(text)」不是貨幣代碼，代碼如 CNY")
    case .noOrder(let field):
      Words(
        "\(field.name) has no order to compare", "“\(field.words.simplified)”不能比较大小",
        "「\(field.words.traditional)」不能比較大小")
    case .comparesOneValue:
      Words("a comparison takes one value", "比较只能用一个值", "比較只能用一個值")
    case .rangeBackwards(let text):
      Words("the range \(text) runs backwards", "范围 \(text) 前后颠倒", "範圍 \(text) 前後顛倒")
    default: Words("", "", "")
    }
  }

  private static func list(_ kinds: [RecordKind], _ language: Language) -> String {
    let names = kinds.map { $0.words[language] }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let joints = language == .english ? (", ", " or ") : ("、", "或")
    return names.dropLast().joined(separator: joints.0) + joints.1 + last
  }

  private static func letters(_ kinds: [RecordKind]) -> String {
    kinds.map { String($0.letter) }.joined(separator: " ")
  }

  private static func article(_ kind: RecordKind) -> String {
    kind.words.english.first.map("aeiou".contains) == true ? "an" : "a"
  }
}
