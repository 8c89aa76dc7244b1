import type { Context } from '../evaluation/context.ts'
import type { Explanation, Verdict } from '../evaluation/explanation.ts'
import { type Input, yearAmount } from '../evaluation/inputs.ts'
import { both, either } from '../evaluation/kleene.ts'
import type { Amount } from '../kernel/fraction.ts'

/** The figures the size rules look at: 从业人员 X, 营业收入 Y, 资产总额 Z. */
export type SizeFigure = 'employees' | 'revenue' | 'totalAssets'

/** One industry of 《中小企业划型标准规定》: large when every figure reaches its lower bound (此处“以上”含本数). */
export interface SizeIndustry {
  readonly id: string
  readonly name: string
  /** GB/T 4754—2017 code prefixes; the longest prefix of all industries decides. */
  readonly prefixes: readonly string[]
  /** Lower bounds of 大型, in persons or 分. */
  readonly large: readonly { readonly figure: SizeFigure; readonly atLeast: Amount; readonly text: string }[]
}

export interface SizeTerms {
  readonly cite: string
  readonly uncertain?: string
  readonly industries: readonly SizeIndustry[]
  /** Prefixes that the rules do not cover (铁路, 金融, 教育 …): found, but no industry. */
  readonly notCovered: readonly string[]
}

const inputs: { readonly [K in SizeFigure]: Input } = {
  employees: yearAmount('employees', 1),
  revenue: yearAmount('revenue', 1),
  totalAssets: yearAmount('totalAssets', 1),
}

/** The industry of a code by its longest prefix; undefined for codes the rules do not cover or that are too short to tell. */
export const findSizeIndustry = (code: string, { industries, notCovered }: SizeTerms): SizeIndustry | undefined => {
  let found: SizeIndustry | undefined
  let longest = 0
  for (const industry of industries)
    for (const prefix of industry.prefixes)
      if (prefix.length > longest && code.startsWith(prefix)) {
        found = industry
        longest = prefix.length
      }
  for (const prefix of notCovered) if (prefix.length > longest && code.startsWith(prefix)) return undefined
  return found
}

/** Whether longer codes that begin with this one fall into different industries. */
const isTooShort = (code: string, { industries, notCovered }: SizeTerms): boolean =>
  [...industries.flatMap(({ prefixes }) => prefixes), ...notCovered].some(
    (prefix) => prefix.length > code.length && prefix.startsWith(code),
  )

const belowLarge = ({ large }: SizeIndustry, context: Context): Verdict => {
  let verdict: Verdict = 'unmet'
  for (const { figure, atLeast } of large) {
    const value = inputs[figure].read(context)
    verdict = either(verdict, value === null ? 'undetermined' : value < atLeast ? 'met' : 'unmet')
  }
  return verdict
}

const industryPath = ({ facts }: Context): string =>
  facts.enterprise === null ? '/enterprise' : '/enterprise/industry'

const missingFigures = ({ large }: SizeIndustry, context: Context): readonly string[] =>
  large.flatMap(({ figure }) => (inputs[figure].read(context) === null ? [inputs[figure].path(context)] : []))

/** 符合《中小企业划型标准规定》: not large. Undetermined where the rules do not cover the industry. */
export const judgeSize = (context: Context, terms: SizeTerms): Verdict => {
  const code = context.facts.enterprise?.industry ?? null
  if (code === null) return 'undetermined'
  const industry = findSizeIndustry(code, terms)
  return industry === undefined ? 'undetermined' : belowLarge(industry, context)
}

/**
 * Unknown facts that can still change the size. While the industry itself is unknown these are the industry and the
 * figures of every industry that the known figures leave open.
 */
export const missingOfSize = (context: Context, terms: SizeTerms): readonly string[] => {
  const code = context.facts.enterprise?.industry ?? null
  const industry = code === null ? undefined : findSizeIndustry(code, terms)
  if (code !== null) return industry === undefined ? [] : missingFigures(industry, context)
  const open = terms.industries.filter((one) => belowLarge(one, context) === 'undetermined')
  return [...new Set([industryPath(context), ...open.flatMap((one) => missingFigures(one, context))])]
}

/** The size rule in words, figure by figure. */
export const explainSize = (
  context: Context,
  terms: SizeTerms,
): Pick<Explanation, 'sentence' | 'facts' | 'children' | 'notes'> => {
  const code = context.facts.enterprise?.industry ?? null
  const notes = terms.uncertain ? { notes: [{ kind: 'uncertain' as const, text: terms.uncertain }] } : {}
  if (code === null) return { sentence: '行业代码未填，无法划型。', facts: [industryPath(context)], ...notes }
  const industry = findSizeIndustry(code, terms)
  if (industry === undefined)
    return {
      sentence: isTooShort(code, terms)
        ? `行业代码 ${code} 位数太少，分不清按哪个行业划型，请填到 3 位以上。`
        : `行业代码 ${code} 不在划型规定覆盖的行业内，需人工核定。`,
      facts: [industryPath(context)],
      ...notes,
    }
  const children = industry.large.map(({ figure, atLeast, text }): Explanation => {
    const input = inputs[figure]
    const value = input.read(context)
    const verdict: Verdict = value === null ? 'undetermined' : value < atLeast ? 'met' : 'unmet'
    const label = input.label(context)
    return {
      kind: 'test',
      id: figure,
      name: label,
      sentence:
        value === null
          ? `缺少${label}。`
          : `${label} ${input.text(value, context)}，${verdict === 'met' ? '低于' : '达到'}大型企业下限 ${text}。`,
      citation: terms.cite,
      verdict,
      formula: {
        expression: {
          form: 'value',
          label,
          text: value === null ? null : input.text(value, context),
          fact: input.path(context),
        },
        result: null,
        exact: true,
      },
      threshold: { relation: 'below', text: `＜ ${text}` },
      facts: [input.path(context)],
      ...(value === null ? { missing: [input.path(context)] } : {}),
    }
  })
  const verdict = children.reduce<Verdict>((sum, child) => either(sum, child.verdict ?? 'undetermined'), 'unmet')
  const large = children.reduce<Verdict>((sum, child) => both(sum, child.verdict === 'unmet' ? 'met' : 'unmet'), 'met')
  const sentence =
    verdict === 'met'
      ? `按“${industry.name}”划型，有指标低于大型企业下限，不是大型企业。`
      : large === 'met'
        ? `按“${industry.name}”划型，各项指标都达到大型企业下限，属大型企业，不符合中小企业划型。`
        : `按“${industry.name}”划型，已知指标都达到大型企业下限，其余未填，尚不能确定。`
  return {
    sentence,
    facts: [industryPath(context), ...industry.large.map(({ figure }) => inputs[figure].path(context))],
    children,
    ...notes,
  }
}
