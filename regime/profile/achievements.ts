import type { Field, FieldList } from './field.ts'

const listOf = (
  path: string,
  label: string,
  item: string,
  none: string,
  fields: readonly [name: string, label: string, kind: Field['kind'], more?: Partial<Field>][],
  lists: readonly FieldList[] = [],
): FieldList =>
  Object.freeze({
    path,
    label,
    item,
    none,
    fields: fields.map(([name, title, kind, more]) =>
      Object.freeze({ path: `${path}/{item}/${name}`, label: title, kind, ...more }),
    ),
    ...(lists.length > 0 && { lists }),
  })

const form = { formOnly: true } as const

/** 知识产权. Rights of class I come first. */
export const intellectualPropertyList = listOf(
  '/intellectualProperty',
  '知识产权',
  '知识产权',
  '没有知识产权',
  [
    [
      'kind',
      '类型',
      'choice',
      {
        required: true,
        choices: {
          'invention-patent': '发明专利',
          'defence-patent': '国防专利',
          'plant-variety': '植物新品种',
          'crop-variety': '国家级农作物品种',
          'new-drug': '国家新药',
          'protected-tcm': '国家一级中药保护品种',
          'ic-layout': '集成电路布图设计专有权',
          'software-copyright': '软件著作权',
          'utility-model': '实用新型专利',
          'design-patent': '外观设计专利',
        },
      },
    ],
    ['title', '名称', 'text', form],
    ['number', '证书号', 'text', { ...form, longest: 60 }],
    ['grantedOn', '授权日期', 'day'],
    ['inForce', '维持有效', 'flag'],
    ['relatedToMainProduct', '与主导产品相关', 'flag'],
    ['selfDeveloped', '自主研发取得', 'flag'],
    ['transferredInOn', '受让日期', 'day-or-none', { hint: '不是受让取得的，选“不是受让取得”。' }],
    ['ownerRank', '本企业在权利人中的排序', 'rank'],
    ['inUseWithBenefit', '已实际应用并产生经济效益', 'flag'],
    ['overseasIncome', '在海外取得收入', 'flag'],
    ['highValuePledge', '获得较高质押融资金额', 'flag', { hint: '由主管部门判断；不清楚的可以不填。' }],
    ['awarded', '获得国家科学技术奖或中国专利奖', 'flag'],
  ],
  [
    listOf('/intellectualProperty/{item}/overseasFamily', '海外同族专利', '同族专利', '没有海外同族专利', [
      ['office', '授权国家、地区或组织', 'office', { required: true, hint: '两个字母，例如 US、JP、EP。' }],
      ['examined', '经实质审查授权', 'flag'],
    ]),
  ],
)

export const scienceAwardList = listOf('/scienceAwards', '科技奖励', '奖励', '没有获得科技奖励', [
  ['level', '级别', 'choice', { required: true, choices: { national: '国家级', provincial: '省级' } }],
  ['title', '奖励名称', 'text', form],
  ['on', '获奖日期', 'day'],
  ['rank', '获奖单位排名', 'rank'],
])

export const honourList = listOf('/honours', '荣誉', '荣誉', '没有以下荣誉', [
  [
    'kind',
    '荣誉',
    'choice',
    {
      required: true,
      choices: {
        'high-tech-enterprise': '高新技术企业',
        'national-innovation-demonstration': '国家级技术创新示范企业',
        'ip-advantage': '知识产权优势企业',
        'ip-demonstration': '知识产权示范企业',
      },
    },
  ],
  ['number', '证书号', 'text', { ...form, longest: 60 }],
  ['validFrom', '有效期起', 'day', { ahead: true }],
  ['validTo', '有效期止', 'day', { ahead: true }],
])

export const makerContestList = listOf('/makerContest', '“创客中国”大赛', '名次', '没有进入名单', [
  ['list', '名单', 'choice', { required: true, choices: { top500: '全国 500 强', top50: '全国 50 强' } }],
  ['group', '组别', 'choice', { choices: { enterprise: '企业组', maker: '创客组' } }],
  ['publishedOn', '公布日期', 'day'],
])

export const rdInstitutionList = listOf('/rdInstitutions', '研发机构', '研发机构', '没有建立研发机构', [
  [
    'level',
    '级别',
    'choice',
    {
      required: true,
      choices: { national: '国家级', provincial: '省级', municipal: '市级', 'below-municipal': '市级以下' },
    },
  ],
  ['title', '名称', 'text', form],
  ['recognised', '经有关部门认定', 'flag'],
])

export const equityFinancingList = listOf('/equityFinancing', '股权融资', '融资', '没有股权融资', [
  ['investor', '投资机构', 'text', form],
  ['paidInOn', '实缴到账日期', 'day'],
  ['amount', '实缴金额', 'money'],
  ['qualifiedInvestor', '属于合格机构投资者', 'flag'],
  ['dilution', '出让股权比例（%）', 'percent'],
])
