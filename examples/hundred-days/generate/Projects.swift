/// What a lead would bring: its title, its sector and how a firm of that trade calls itself.
struct Project {
  let title: String
  let sector: String
  let trade: String

  init(_ title: String, _ sector: String, _ trade: String) {
    self.title = title + "项目"
    self.sector = sector
    self.trade = trade
  }

  /// More services than industry, as the speech complains.
  static let all = services + industry + farming

  private static let services = [
    Project("冷链物流园", "现代物流", "冷链物流"), Project("港口集装箱堆场", "现代物流", "港务"),
    Project("跨境电商仓储中心", "电子商务", "跨境电商"), Project("直播电商基地", "电子商务", "网络科技"),
    Project("城市配送中心", "现代物流", "供应链"), Project("大宗商品交易市场", "商贸流通", "商贸"),
    Project("五金机电城", "商贸流通", "实业"), Project("家居建材广场", "商贸流通", "家居"),
    Project("新能源汽车展销中心", "商贸流通", "汽车销售"), Project("二手车交易市场", "商贸流通", "车业"),
    Project("滨海湿地度假村", "文化旅游", "文旅"), Project("温泉酒店", "文化旅游", "酒店管理"),
    Project("亲子研学营地", "文化旅游", "教育科技"), Project("影视外景基地", "文化旅游", "影视文化"),
    Project("民宿集群", "文化旅游", "旅游开发"), Project("连锁餐饮中央厨房", "餐饮住宿", "餐饮管理"),
    Project("商务酒店", "餐饮住宿", "酒店"), Project("美食街改造", "餐饮住宿", "商业管理"),
    Project("康养社区", "健康养老", "养老服务"), Project("护理院", "健康养老", "医疗管理"),
    Project("体检中心", "健康养老", "健康管理"), Project("口腔连锁门诊", "健康养老", "口腔医疗"),
    Project("软件外包基地", "软件信息", "软件"), Project("呼叫中心", "软件信息", "信息服务"),
    Project("大数据标注中心", "软件信息", "数据科技"), Project("工业互联网平台", "软件信息", "智能科技"),
    Project("职业培训学校", "教育培训", "教育"), Project("国际幼儿园", "教育培训", "幼教"),
    Project("融资租赁公司", "金融服务", "融资租赁"), Project("小额贷款公司", "金融服务", "金融服务"),
    Project("检验检测中心", "科技服务", "检测技术"), Project("工业设计中心", "科技服务", "设计"),
    Project("会展中心运营", "商务服务", "会展"), Project("人力资源产业园", "商务服务", "人力资源"),
  ]

  private static let industry = [
    Project("汽车线束", "汽车零部件", "汽车部件"), Project("汽车座椅", "汽车零部件", "汽车内饰"),
    Project("汽车轻量化压铸件", "汽车零部件", "压铸科技"), Project("精密轴承", "装备制造", "轴承"),
    Project("数控机床", "装备制造", "机床"), Project("风电叶片", "新能源", "风电设备"),
    Project("光伏支架", "新能源", "光伏科技"), Project("储能电池组装", "新能源", "储能科技"),
    Project("电子连接器", "电子信息", "电子"), Project("柔性线路板", "电子信息", "线路板"),
    Project("显示模组", "电子信息", "光电"), Project("医用耗材", "生物医药", "医疗器械"),
    Project("中药饮片", "生物医药", "药业"), Project("高端面料", "纺织服装", "纺织"),
    Project("智能家电配件", "轻工", "电器"), Project("环保包装", "轻工", "包装材料"),
    Project("海工装备配套", "装备制造", "重工"), Project("水处理设备", "节能环保", "环保设备"),
  ]

  private static let farming = [
    Project("海产品深加工", "食品加工", "水产食品"), Project("富硒大米加工", "食品加工", "粮油"),
    Project("设施蔬菜园", "现代农业", "农业科技"), Project("饲料加工", "食品加工", "饲料"),
    Project("花卉种苗基地", "现代农业", "园艺"),
  ]
}
