/**
 * Kinds of moves in the order of effort, least first, and what each is called for readers. The order is this list and
 * nothing else: what is only not stated yet costs nothing, then what an enterprise spends, earns and sets up, then what
 * others grant it, last what nobody can bring about by wish.
 */
const order = [
  ['supply', '补填还不知道的'],
  ['confirm', '确认已列出的'],
  ['research-expense', '研发费用'],
  ['liabilities', '负债'],
  ['staff', '研发人员'],
  ['revenue', '营业收入'],
  ['profit', '净利润'],
  ['management', '管理和认证'],
  ['use', '知识产权的应用'],
  ['rights', '新的知识产权'],
  ['recognition', '研发机构的认定'],
  ['institution', '新的研发机构'],
  ['financing', '股权融资'],
  ['registration', '登记和信用'],
  ['honour', '荣誉'],
  ['title', '上一层称号'],
  ['market', '市场地位'],
  ['platform-score', '发展评价得分'],
  ['judgement', '主导产品的属性'],
  ['contest', '“创客中国”名次'],
  ['award', '科技奖励'],
] as const

export type MoveKind = (typeof order)[number][0]

const positions: ReadonlyMap<string, number> = new Map(order.map(([kind], position) => [kind, position]))

/** Position of a kind in the order of effort; a set of moves is weighed by their sum. */
export const effortOf = ({ kind }: { readonly kind: MoveKind }): number => positions.get(kind) as number

/** The order for readers: 省力的在前：补填还不知道的、确认已列出的、…… */
export const effortWords = `省力的在前：${order.map(([, words]) => words).join('、')}`
