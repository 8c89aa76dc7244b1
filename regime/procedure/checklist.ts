import type { Explanation, Expression } from '../evaluation/explanation.ts'

/** One line to verify on site: a fact that carries points or a condition (第九条 实地核查). */
export interface ChecklistLine {
  /** Path of the fact, or `site/…` for what must be seen on every visit. */
  readonly item: string
  readonly title: string
  /** The figure as declared, ready to read. */
  readonly declared: string
  /** Where to look. */
  readonly hint: string
  /** Ids of the indicators and conditions it carries. */
  readonly carries: readonly string[]
}

/** What is seen on every visit, whatever the score rests on. */
const always: readonly ChecklistLine[] = Object.freeze([
  {
    item: 'site/premises',
    title: '生产经营场所与申报一致',
    declared: '现场查看',
    hint: '拍厂区大门、生产车间各一张',
    carries: [],
  },
  {
    item: 'site/product',
    title: '生产现场与主导产品一致',
    declared: '现场查看',
    hint: '拍生产线、设备铭牌各一张',
    carries: [],
  },
])

const hints: readonly (readonly [RegExp, string])[] = [
  [/\/(rdExpense)$/, '看研发辅助账、审计报告附注'],
  [/\/(revenue|mainRevenue|netProfit|totalAssets|totalLiabilities)$/, '看审计报告原件、总账'],
  [/\/(employees|rdStaff)$/, '看社保缴费证明、花名册'],
  [/^\/intellectualProperty/, '看证书原件、登记簿副本和使用情况'],
  [/^\/equityFinancing/, '看协议、到账凭证和机构备案'],
  [/^\/(scienceAwards|honours|makerContest)/, '看证书或公布文件原件'],
  [/^\/rdInstitutions/, '看认定文件、研发场地和设备'],
  [/^\/product/, '看产品实物、合同和领域说明'],
  [/^\/enterprise\/(abnormalOperation|seriousDishonesty)$/, '查国家企业信用信息公示系统'],
  [/^\/enterprise\/incidents/, '查信用信息和主管部门处罚记录，询问企业'],
  [/^\/enterprise\/prohibitedProduct$/, '看产品实物和生产工艺'],
  [/^\/enterprise/, '看营业执照和登记信息'],
]

const hintOf = (path: string): string => hints.find(([pattern]) => pattern.test(path))?.[1] ?? '看原件'

const operands = (expression: Expression): readonly { path: string; title: string; declared: string }[] =>
  expression.form === 'value'
    ? expression.fact
      ? [{ path: expression.fact, title: expression.label, declared: expression.text ?? '未填' }]
      : []
    : expression.terms.flatMap(operands)

const carries = (node: Explanation): boolean =>
  node.points ? node.points.max > 0 : node.verdict === undefined || node.verdict !== 'unmet'

/** An indicator or condition, and how it stands on the facts as declared. */
export interface Carrier {
  readonly id: string
  readonly name: string
  /** 10 分, 0–5 分, 符合, 不符合, 未定. */
  readonly standing: string
}

const standing = ({ points, verdict }: Explanation): string => {
  if (points) return points.min === points.max ? `${points.min} 分` : `${points.min}–${points.max} 分`
  return verdict === 'met' ? '符合' : verdict === 'unmet' ? '不符合' : '未定'
}

/** Every indicator and condition of these results by its id: what the ids in `carries` stand for. */
export const carriersOf = (explanations: readonly Explanation[]): ReadonlyMap<string, Carrier> => {
  const carriers = new Map<string, Carrier>()
  const walk = (node: Explanation): void => {
    if (node.kind === 'indicator' || node.kind === 'condition')
      carriers.set(node.id, { id: node.id, name: node.name, standing: standing(node) })
    for (const child of node.children ?? []) walk(child)
  }
  for (const root of explanations) walk(root)
  return carriers
}

/**
 * The children on which a node rests. Of a list that is read band by band, only entries that count toward a band still
 * possible: beside one patent of the first band, a hundred utility models decide nothing. Entries name their bands in
 * their sentence; where none does, all stay, so that no line is lost to a change of words.
 */
const carrying = ({ bands, children = [] }: Explanation): readonly Explanation[] => {
  const live = (bands ?? []).filter(({ state }) => state !== 'missed').map(({ label }) => `“${label}”`)
  const named = children.filter(({ kind, sentence }) => kind === 'item' && live.some((band) => sentence.includes(band)))
  return named.length > 0 ? children.filter((child) => child.kind !== 'item' || named.includes(child)) : children
}

/**
 * The on-site checklist: every fact on which a point or a met condition of these results rests, once each, in the order
 * of the standard, after what must be seen on every visit.
 */
export const checklistOf = (explanations: readonly Explanation[]): readonly ChecklistLine[] => {
  const lines = new Map<string, { title: string; declared: string; carries: Set<string> }>()
  const note = (path: string, title: string, declared: string, carrier: string): void => {
    const line = lines.get(path) ?? { title, declared, carries: new Set<string>() }
    if (line.declared === '' && declared !== '') lines.set(path, { ...line, title, declared })
    else lines.set(path, line)
    if (carrier) lines.get(path)?.carries.add(carrier)
  }
  const walk = (node: Explanation, carrier: string): void => {
    if (!carries(node)) return
    const own = node.kind === 'indicator' || node.kind === 'condition' ? node.id : carrier
    const shown = node.formula ? operands(node.formula.expression) : []
    for (const { path, title, declared } of shown) note(path, title, declared, own)
    const told = new Set(shown.map(({ path }) => path))
    // An entry of a list is one fact, whatever reasons stand below it.
    const leaf = node.kind === 'item' || (node.children ?? []).length === 0
    if (leaf) for (const path of node.facts ?? []) if (!told.has(path)) note(path, node.name, node.sentence, own)
    for (const child of carrying(node)) walk(child, own)
  }
  for (const root of explanations) walk(root, '')
  return [
    ...always,
    ...[...lines].map(([item, { title, declared, carries: by }]) => ({
      item,
      title,
      declared,
      hint: hintOf(item),
      carries: [...by],
    })),
  ]
}

/**
 * Whether evidence attached at these paths stands for a fact: for the fact itself, for the year or list entry it belongs
 * to, or, where the fact is a whole entry, for a field of it: a certificate proves the right, not its kind alone.
 */
export const standsFor = (paths: readonly string[], fact: string): boolean =>
  paths.some((path) => fact === path || fact.startsWith(`${path}/`) || path.startsWith(`${fact}/`))
