extension ProspectFacts {
  /// Why a contact is worth a call, a piece each: how close they are to a decision, what there is
  /// of leads at their organisation, money from their sector.
  public func reasons(_ scale: WorthScale) -> [Words] {
    [scale.rank(of: title)?.words, leads, proven].compactMap(\.self)
  }

  private var leads: Words? {
    guard let organisation, isCompany else { return nil }
    let name = organisation.name
    return hasLeads
      ? Words("leads at \(name) already", "\(name) 已有线索", "\(name) 已有線索")
      : Words("no lead at \(name) yet", "\(name) 尚无线索", "\(name) 尚無線索")
  }

  private var proven: Words? {
    sector.map {
      Words("\($0) brought money here", "\($0) 已有资金到账", "\($0) 已有資金到帳")
    }
  }
}

extension WorthScale.Rank {
  public var words: Words {
    switch self {
    case .decides: Words("decides", "有决定权", "有決定權")
    case .closeBy: Words("close to who decides", "接近决策层", "接近決策層")
    case .manages: Words("manages", "管理岗位", "管理職位")
    }
  }
}
