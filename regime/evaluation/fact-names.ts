import { nameOfYearAmount, type YearAmount, yearAmountNames } from './inputs.ts'

// Names of facts as forms, lists of what is missing and refusals use them; the keys are those of docs/evaluation.md.

const sections: { readonly [key: string]: string } = {
  asOf: '申报日期',
  application: '申请类型（新申请或复核）',
  enterprise: '企业情况',
  years: '近年经审计的财务数据',
  intellectualProperty: '知识产权',
  scienceAwards: '科技奖励',
  honours: '荣誉',
  rdInstitutions: '研发机构',
  equityFinancing: '股权融资',
  makerContest: '“创客中国”大赛入选名单',
  product: '主导产品情况',
  management: '经营管理情况',
  localFeature: '地方特色指标',
  platformScores: '专精特新发展评价得分',
  titles: '已有称号',
}

const singles: { readonly [path: string]: string } = {
  'enterprise/name': '企业名称',
  'enterprise/uscc': '统一社会信用代码',
  'enterprise/usccConfirmed': '统一社会信用代码经核验营业执照',
  'enterprise/authority': '主管部门',
  'enterprise/registeredInHenan': '是否在河南省内工商注册登记',
  'enterprise/independentLegalPerson': '是否具有独立法人资格',
  'enterprise/industry': '所属行业代码',
  'enterprise/marketEnteredOn': '进入特定细分市场的日期',
  'enterprise/abnormalOperation': '是否被列入经营异常名录',
  'enterprise/seriousDishonesty': '是否被列入严重失信主体名单',
  'enterprise/prohibitedProduct': '产品（服务）是否属于国家禁止、限制或淘汰类',
  'enterprise/incidents': '近三年事故和违法违规记录',
  'product/strategicEmerging': '主导产品是否属于《战略性新兴产业分类》',
  'product/chainRole': '主导产品所属领域情况',
  'product/keyField': '主导产品是否属于规定的重点领域',
  'product/chainKeyLink': '是否位于产业链关键环节',
  'product/marketShare': '细分市场占有率',
  'product/marketRank': '国内细分市场排名',
  'product/wellKnown': '是否享有较高知名度和影响力',
  'product/shareForemost': '细分市场占有率是否较为靠前',
  'management/provincialQualityAward': '是否获得省级以上质量奖荣誉',
  'management/qualitySystemCertified': '是否获得质量管理体系认证证书',
  'management/managementSystemCertified': '是否取得相关管理体系认证',
  'management/productCertifiedAbroad': '产品是否通过发达国家和地区产品认证',
  'management/ownBrand': '是否拥有自主品牌',
  'management/competitiveOwnBrand': '是否拥有直接面向市场并具有竞争优势的自主品牌',
  'management/standardsSetting': '是否参与制修订标准',
  'management/coreBusinessOnInformationSystem': '核心业务是否采用信息系统支撑',
  'management/soundGovernance': '公司治理是否规范、信誉是否良好',
  'management/digitalLevel': '数字化水平等级',
  'localFeature/points': '地方特色指标得分（省工业和信息化厅评定）',
}

const entryKeys: { readonly [list: string]: { readonly [key: string]: string } } = {
  incidents: { kind: '类别', on: '发生日期' },
  intellectualProperty: {
    kind: '种类',
    grantedOn: '授权日期',
    inForce: '是否有效',
    selfDeveloped: '是否自主研发',
    relatedToMainProduct: '是否与主导产品相关',
    transferredInOn: '是否由转让取得、何时转入',
    ownerRank: '在权利人中的排名',
    inUseWithBenefit: '是否实际应用并产生经济效益',
    overseasFamily: '海外同族专利',
    overseasIncome: '是否在海外取得收入',
    highValuePledge: '是否实现较高质押融资金额（审核人员判断）',
    awarded: '是否获国家科学技术奖或中国专利奖',
    office: '授权机构',
    examined: '是否经实质审查授权',
  },
  scienceAwards: { level: '级别', on: '获奖日期', rank: '获奖单位排名' },
  honours: { kind: '种类', validFrom: '有效期起始日', validTo: '有效期终止日' },
  rdInstitutions: { level: '级别', recognised: '是否经认定' },
  equityFinancing: {
    paidInOn: '实缴日期',
    amount: '金额',
    qualifiedInvestor: '是否合格机构投资者',
    dilution: '出让股权比例',
  },
  makerContest: { list: '名单', group: '组别', publishedOn: '公布日期' },
  titles: { tier: '层次', validFrom: '有效期起始日', validTo: '有效期终止日' },
}

const entryName = (list: string, name: string, rest: readonly string[]): string => {
  const [index, key, inner, innerKey] = rest
  const at = `${name}第 ${Number(index) + 1} 项`
  if (key === undefined) return at
  const keys = entryKeys[list] ?? {}
  if (innerKey !== undefined)
    return `${at}的${keys[key] ?? key}第 ${Number(inner) + 1} 件的${keys[innerKey] ?? innerKey}`
  return `${at}的${keys[key] ?? key}`
}

/** What a fact is called, by its path as in `missing`: /years/2023/rdExpense → 2023 年研发费用总额. */
export const nameOfFact = (path: string): string => {
  const [section = '', ...rest] = path.split('/').slice(1)
  const name = sections[section] ?? section
  if (rest.length === 0) return name
  if (section === 'years')
    return rest[1] !== undefined && rest[1] in yearAmountNames
      ? nameOfYearAmount(rest[1] as YearAmount, rest[0] ?? '')
      : `${rest[0]} 年${rest[1] ?? '数据'}`
  if (section === 'platformScores') return `${rest[0]} 年度${name}`
  if (section === 'enterprise' && rest[0] === 'incidents' && rest.length > 1)
    return entryName('incidents', '事故和违法违规记录', rest.slice(1))
  if (section in entryKeys) return entryName(section, name, rest)
  return singles[`${section}/${rest.join('/')}`] ?? `${name}：${rest.join(' ')}`
}
