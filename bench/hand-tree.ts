// The explanation of miit-2022-63/innovative as a careful programmer would write it by hand for this one standard:
// every text that does not depend on the firm is a constant, every number is formatted once. It knows only firms whose
// facts are all known, whose rights are invention patents of their own and whose other lists are empty — enough to be
// held against the engine on such firms, where both build the same tree (bench/tree.ts checks).
import type { Explanation, Note, Verdict } from '../regime/evaluation/explanation.ts'
import type { Facts, RightFacts, YearFacts } from '../regime/evaluation/facts.ts'
import { readPercent } from '../regime/evaluation/reading-numbers.ts'
import { type Fraction, fraction } from '../regime/kernel/fraction.ts'
import { readMoney } from '../regime/kernel/money.ts'

const CITE = '工信部企业〔2022〕63号 附件1'

interface Band {
  readonly option: string
  readonly label: string
  readonly points: number
}

interface Ratio {
  readonly id: string
  readonly name: string
  readonly cite: string
  readonly cap: number
  readonly note: string
  readonly bands: readonly Band[]
  readonly edges: readonly Fraction[]
  readonly edgeTexts: readonly string[]
}

const five = (labels: readonly string[]): readonly Band[] =>
  labels.map((label, at) => ({ option: 'ABCDE'[at] as string, label, points: 20 - 5 * at }))

const percent = (...edges: number[]): Pick<Ratio, 'edges' | 'edgeTexts'> => ({
  edges: edges.map((edge) => fraction(edge, 100)),
  edgeTexts: edges.map((edge) => `${edge}%`),
})

const AUDITED = '上一完整会计年度，以审计报告期末数为准（附件4（一））'

const intensity: Ratio = {
  id: 'I2',
  name: '上年度研发费用总额占营业收入总额比重',
  cite: `${CITE} 二（一）2`,
  cap: 20,
  note: AUDITED,
  bands: five(['5% 以上', '3%–5%', '2%–3%', '1%–2%', '1% 以下']),
  ...percent(5, 3, 2, 1),
}
const growth: Ratio = {
  id: 'I3',
  name: '上年度主营业务收入增长率',
  cite: `${CITE} 二（二）1`,
  cap: 20,
  note: '增长率 =（当年 − 上年）÷ 上年（附件4（十四））',
  bands: five(['15% 以上', '10%–15%', '5%–10%', '0%–5%', '0% 以下']),
  ...percent(15, 10, 5, 0),
}
const debt: Ratio = {
  id: 'I4',
  name: '上年度资产负债率',
  cite: `${CITE} 二（二）2`,
  cap: 10,
  note: '以审计报告期末数为准（附件4（一））',
  bands: [
    { option: 'A', label: '55% 以下', points: 10 },
    { option: 'B', label: '55%–75%', points: 5 },
    { option: 'C', label: '75% 以上', points: 0 },
  ],
  ...percent(55, 75),
}
const share: Ratio = {
  id: 'I6',
  name: '上年度主营业务收入总额占营业收入总额比重',
  cite: `${CITE} 二（三）2`,
  cap: 20,
  note: AUDITED,
  bands: five(['70% 以上', '60%–70%', '55%–60%', '50%–55%', '50% 以下']),
  ...percent(70, 60, 55, 50),
}

const statesOf = (bands: readonly Band[], hit: number): Explanation['bands'] & object =>
  bands.map(({ option, label, points }, at) => ({ option, label, points, state: at === hit ? 'hit' : 'missed' }))

/** Position of the first edge reached (or, of debt, kept), or past the last. */
const levelOf = (over: number, under: number, { edges }: Ratio, shift: number, downwards: boolean): number => {
  for (let at = 0; at < edges.length; at++) {
    const { numerator, denominator } = edges[at] as Fraction
    const left = over * denominator
    const right = under * (numerator + shift * denominator)
    if (downwards ? left <= right : left >= right) return at
  }
  return edges.length
}

const onEdge = (
  over: number,
  under: number,
  { edges, edgeTexts }: Ratio,
  shift: number,
  level: number,
): string | undefined => {
  for (const at of [level, level - 1]) {
    const edge = edges[at]
    if (edge && over * edge.denominator === under * (edge.numerator + shift * edge.denominator)) return edgeTexts[at]
  }
  return undefined
}

interface Value {
  readonly form: 'value'
  readonly label: string
  readonly text: string
  readonly fact: string
}

const valueNamed = (label: string, amount: number, fact: string): Value => ({
  form: 'value',
  label,
  text: readMoney(amount),
  fact,
})

const tellRatio = (
  ratio: Ratio,
  over: Value,
  under: Value,
  a: number,
  b: number,
  isGrowth: boolean,
  downwards: boolean,
) => {
  const shift = isGrowth ? 1 : 0
  const level = levelOf(a, b, ratio, shift, downwards)
  const band = ratio.bands[level] as Band
  const read = readPercent(isGrowth ? a - b : a, b, ratio.edges)
  const phrase = isGrowth
    ? `${over.label} ${over.text}，${under.label} ${under.text}，上年度主营业务收入增长率${read.exact ? '为' : '约为'} ${read.text}`
    : `${over.label} ${over.text}，占 ${under.label} ${under.text}的${read.exact ? '' : '约'} ${read.text}`
  const edge = onEdge(a, b, ratio, shift, level)
  const notes: Note[] = edge === undefined ? [] : [{ kind: 'edge', text: `正好等于 ${edge}，位于两档边界，按高分计` }]
  notes.push({ kind: 'definition', text: ratio.note })
  const node: Explanation = {
    kind: 'indicator',
    id: ratio.id,
    name: ratio.name,
    citation: ratio.cite,
    points: { min: band.points, max: band.points },
    cap: ratio.cap,
    option: band.option,
    sentence: `${phrase}，对应“${band.label}”一档，得 ${band.points} 分。`,
    bands: statesOf(ratio.bands, level),
    formula: {
      expression: {
        form: 'fraction',
        terms: isGrowth ? [{ form: 'difference', terms: [over, under] }, under] : [over, under],
      },
      result: read.text,
      exact: read.exact,
    },
    facts: [over.fact, under.fact],
    notes,
  }
  return { node, points: band.points }
}

const rightBands: readonly Band[] = [
  { option: 'A', label: 'Ⅰ类高价值知识产权 1 项以上', points: 20 },
  { option: 'B', label: '自主研发的Ⅰ类知识产权 1 项以上', points: 15 },
  { option: 'C', label: 'Ⅰ类知识产权 1 项以上', points: 10 },
  { option: 'D', label: 'Ⅱ类知识产权 1 项以上', points: 5 },
  { option: 'E', label: '无', points: 0 },
]

const NOT_HIGH =
  '不属高价值：无符合条件的海外同族专利，维持未超过 10 年，未实现较高质押融资，未获国家科学技术奖或中国专利奖'

const reason = (id: string, name: string, met: boolean): Explanation => ({
  kind: 'reason',
  id,
  name,
  sentence: `${name}。`,
  verdict: met ? 'met' : 'unmet',
})

const tenYearsAfter = (day: string): string => {
  const later = `${String(Number(day.slice(0, 4)) + 10)}${day.slice(4)}`
  return later.endsWith('-02-29') ? `${later.slice(0, 8)}28` : later
}

const tellRight = (right: RightFacts, index: number, asOf: string) => {
  const { grantedOn } = right
  const end = grantedOn === null ? '' : tenYearsAfter(grantedOn)
  const high =
    asOf > end
      ? `属高价值：维持已超过 10 年（${end} 届满）`
      : right.highValuePledge
        ? '属高价值：实现较高质押融资金额'
        : right.awarded
          ? '属高价值：获国家科学技术奖或中国专利奖'
          : undefined
  const { inForce, relatedToMainProduct: related, selfDeveloped } = right
  const children = [
    reason('class-one', '属Ⅰ类知识产权', true),
    reason('in-force', inForce ? '有效' : '已失效', inForce === true),
    reason('related', related ? '与主导产品相关' : '与主导产品无关', related === true),
    reason('transferred', '非转让取得', true),
    reason('high-value', high ?? NOT_HIGH, high !== undefined),
    reason('self-developed', selfDeveloped ? '自主研发' : '不是自主研发', selfDeveloped === true),
  ]
  const level = !(inForce && related) ? 4 : high !== undefined ? 0 : selfDeveloped ? 1 : 2
  const verdict: Verdict = level === 4 ? 'unmet' : 'met'
  const texts = children
    // Of what speaks against a right only what bars it everywhere is said.
    .filter(
      (child) => child.verdict === verdict && (verdict === 'met' || child.id === 'in-force' || child.id === 'related'),
    )
    .map(({ name }) => name)
    .join('；')
  const node: Explanation = {
    kind: 'item',
    id: String(index),
    name: `第 ${index + 1} 项 发明专利（${grantedOn} 授权）`,
    sentence: level === 4 ? `不计：${texts}。` : `计入“${rightBands[level]?.label}”一档：${texts}。`,
    verdict,
    facts: [`/intellectualProperty/${index}`],
    children,
  }
  return { node, level }
}

const rightsNotes: readonly Note[] = [{ kind: 'uncertain', text: '“较高质押融资金额”附件4 未定数额，由审核人员判断' }]

const tellRights = (facts: Facts) => {
  const told = (facts.intellectualProperty ?? []).map((right, index) => tellRight(right, index, facts.asOf))
  const level = told.reduce((best, one) => Math.min(best, one.level), 4)
  const { label, points, option } = rightBands[level] as Band
  const node: Explanation = {
    kind: 'indicator',
    id: 'I1',
    name: '与主导产品相关的有效知识产权',
    citation: `${CITE} 二（一）1`,
    points: { min: points, max: points },
    cap: 20,
    option,
    sentence: `对应“${label}”一档，得 ${points} 分。`,
    bands: statesOf(rightBands, level),
    facts: ['/intellectualProperty'],
    notes: rightsNotes,
    ...(told.length > 0 ? { children: told.map((one) => one.node) } : {}),
  }
  return { node, points }
}

const fieldBands: readonly Band[] = [
  { option: 'A', label: '属于《战略性新兴产业分类》', points: 10 },
  { option: 'B', label: '属于其他领域', points: 5 },
]

const tellField = (facts: Facts) => {
  const emerging = facts.product?.strategicEmerging === true
  const points = emerging ? 10 : 5
  const node: Explanation = {
    kind: 'indicator',
    id: 'I5',
    name: '主导产品所属领域',
    citation: `${CITE} 二（三）1`,
    points: { min: points, max: points },
    cap: 10,
    option: emerging ? 'A' : 'B',
    sentence: `主导产品属于《战略性新兴产业分类》：${emerging ? '是' : '否'}，得 ${points} 分。`,
    bands: statesOf(fieldBands, emerging ? 0 : 1),
    facts: ['/product/strategicEmerging'],
  }
  return { node, points }
}

const dimension = (
  id: string,
  name: string,
  cite: string,
  cap: number,
  floor: number,
  parts: readonly { readonly node: Explanation; readonly points: number }[],
) => {
  const points = parts.reduce((sum, part) => sum + part.points, 0)
  const node: Explanation = {
    kind: 'dimension',
    id,
    name,
    sentence: `${name} ${points} 分（满分 ${cap} 分，下限 ${floor} 分）。`,
    citation: `${CITE} ${cite}`,
    points: { min: points, max: points },
    cap,
    floor,
    children: parts.map((part) => part.node),
  }
  return { node, points }
}

const floorTest = (id: string, name: string, points: number, cap: number, floor: number): Explanation => {
  const met = points >= floor
  return {
    kind: 'test',
    id,
    name,
    citation: `${CITE} 一`,
    sentence: `${name} ${points} 分，${met ? '不低于' : '低于'} ${floor} 分，${met ? '满足' : '不满足'}。`,
    verdict: met ? 'met' : 'unmet',
    points: { min: points, max: points },
    cap,
    floor,
    threshold: { relation: 'at-least', text: `≥ ${floor} 分` },
  }
}

const bypass = (
  id: string,
  name: string,
  cite: string,
  none: string,
  least: string,
  fact: string,
  notes: readonly Note[],
): Explanation => ({
  kind: 'condition',
  id,
  name,
  citation: `${CITE} ${cite}`,
  verdict: 'unmet',
  sentence: `${none}：已确认没有，不满足（须 ${least}以上）。`,
  threshold: { relation: 'at-least', text: `≥ ${least}` },
  ...(notes.length > 0 ? { notes } : {}),
  facts: [fact],
})

// Without entries these never change.
const bypasses = (): readonly Explanation[] => [
  bypass(
    'D1',
    '直通：近三年内获得过国家级、省级科技奖励',
    '一（一）',
    '近三年获得的科技奖励',
    '1 项',
    '/scienceAwards',
    [
      { kind: 'definition', text: '不要求排名' },
      { kind: 'uncertain', text: '近三年自申报年前第三年 1 月 1 日起算，系参照他省口径，河南口径待核' },
    ],
  ),
  bypass(
    'D2',
    '直通：获得高新技术企业、国家级技术创新示范企业、知识产权优势企业、知识产权示范企业等荣誉（均为有效期内）',
    '一（二）',
    '有效期内的荣誉',
    '1 项',
    '/honours',
    [],
  ),
  bypass('D3', '直通：拥有经认定的省部级以上研发机构', '一（三）', '符合要求的研发机构', '1 家', '/rdInstitutions', []),
  bypass(
    'D4',
    '直通：近三年新增股权融资总额（合格机构投资者的实缴额）500 万元以上',
    '一（四）',
    '近三年新增股权融资总额',
    '500 万元',
    '/equityFinancing',
    [{ kind: 'uncertain', text: '新增股权融资按自然年计算，系参照他省口径，河南口径待核' }],
  ),
]

const yearOf = (facts: Facts, year: number): YearFacts => facts.years?.find((entry) => entry.year === year) as YearFacts

/** The whole tree. */
export const handTree = (facts: Facts): Explanation => {
  const last = Number(facts.asOf.slice(0, 4)) - 1
  const now = yearOf(facts, last)
  const before = yearOf(facts, last - 1)
  const [rd, revenue, main] = [now.rdExpense, now.revenue, now.mainRevenue] as [number, number, number]
  const [liabilities, assets, earlier] = [now.totalLiabilities, now.totalAssets, before.mainRevenue] as [
    number,
    number,
    number,
  ]
  const revenueValue = valueNamed(`${last} 年营业收入总额`, revenue, `/years/${last}/revenue`)
  const mainValue = valueNamed(`${last} 年主营业务收入总额`, main, `/years/${last}/mainRevenue`)
  const rdValue = valueNamed(`${last} 年研发费用总额`, rd, `/years/${last}/rdExpense`)
  const earlierValue = valueNamed(`${last - 1} 年主营业务收入总额`, earlier, `/years/${last - 1}/mainRevenue`)
  const debtValue = valueNamed(`${last} 年末负债总额`, liabilities, `/years/${last}/totalLiabilities`)
  const assetsValue = valueNamed(`${last} 年末资产总额`, assets, `/years/${last}/totalAssets`)
  const innovation = dimension('innovation', '创新能力', '二（一）', 40, 20, [
    tellRights(facts),
    tellRatio(intensity, rdValue, revenueValue, rd, revenue, false, false),
  ])
  const growing = dimension('growth', '成长性', '二（二）', 30, 15, [
    tellRatio(growth, mainValue, earlierValue, main, earlier, true, false),
    tellRatio(debt, debtValue, assetsValue, liabilities, assets, false, true),
  ])
  const special = dimension('specialisation', '专业化', '二（三）', 30, 15, [
    tellField(facts),
    tellRatio(share, mainValue, revenueValue, main, revenue, false, false),
  ])
  const total = innovation.points + growing.points + special.points
  const floors = [
    floorTest('1', '总分', total, 100, 60),
    floorTest('2', '创新能力得分', innovation.points, 40, 20),
    floorTest('3', '成长性得分', growing.points, 30, 15),
    floorTest('4', '专业化得分', special.points, 30, 15),
  ]
  const failing = floors.filter(({ verdict }) => verdict === 'unmet')
  const verdict: Verdict = failing.length === 0 ? 'met' : 'unmet'
  const score: Explanation = {
    kind: 'condition',
    id: 'S',
    name: '评价得分和三个分项下限',
    citation: `${CITE} 一`,
    sentence:
      verdict === 'met'
        ? '4 项全部满足。'
        : `须同时满足 4 项，其中${failing.map(({ name }) => `“${name}”`).join('、')}不满足。`,
    verdict,
    children: floors,
  }
  return {
    kind: 'standard',
    id: 'miit-2022-63/innovative',
    name: '创新型中小企业评价标准',
    sentence:
      verdict === 'met'
        ? '达到“创新型中小企业”公告条件，凭“评价得分和三个分项下限”。'
        : '达不到“创新型中小企业”公告条件：各条途径都不满足。',
    citation: CITE,
    verdict,
    points: { min: total, max: total },
    cap: 100,
    floor: 60,
    children: [innovation.node, growing.node, special.node, score, ...bypasses()],
  }
}
