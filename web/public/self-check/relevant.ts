import { evaluate } from '../../../regime/evaluation/evaluate.ts'
import type { Explanation } from '../../../regime/evaluation/explanation.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Standard } from '../../../regime/evaluation/standard.ts'
import { type Day, yearOf } from '../../../regime/kernel/day.ts'
import type { FieldList } from '../../../regime/profile/field.ts'
import { allLists } from '../../../regime/profile/sections.ts'

/** Industries whose size rules ask for different figures (工信部联企业〔2011〕300号): 从业人员, 资产总额, 营业收入. */
const industries = ['3562', '4700', '7010', '7211'] as const

/** One entry of a list for each choice of its first field, with nothing else known. */
const probes = (list: FieldList): object[] => {
  const [first] = list.fields
  const name = first?.path.slice(first.path.lastIndexOf('/') + 1) ?? ''
  const nested = Object.fromEntries((list.lists ?? []).map((each) => [leaf(each.path), probes(each)]))
  if (first?.kind === 'office') return [{ [name]: 'US' }]
  const choices = Object.keys(first?.choices ?? {})
  return choices.length === 0 ? [{}] : choices.flatMap((choice) => [{ [name]: choice }, { [name]: choice, ...nested }])
}

const leaf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const put = (at: Record<string, unknown>, path: string, value: unknown): void => {
  const [head = '', ...rest] = path.split('/').slice(1)
  if (rest.length === 0) at[head] = value
  else {
    at[head] ??= {}
    put(at[head] as Record<string, unknown>, `/${rest.join('/')}`, value)
  }
}

/** Facts in which everything is mentioned and nothing known, once per industry. */
const blanks = (asOf: Day): object[] =>
  industries.map((industry) => {
    const facts: Record<string, unknown> = {
      asOf,
      enterprise: { industry },
      product: {},
      years: [1, 2, 3].map((ago) => ({ year: yearOf(asOf) - ago })),
    }
    for (const list of allLists) if (!list.path.includes('{')) put(facts, list.path, probes(list))
    return facts
  })

const paths = (node: Explanation): readonly string[] => [
  ...(node.facts ?? []),
  ...(node.missing ?? []),
  ...(node.children ?? []).flatMap(paths),
]

/** `/intellectualProperty/0/grantedOn` → `/intellectualProperty/{item}/grantedOn`; years keep their year. */
const template = (path: string): string => path.replace(/\/\d{1,3}(?=\/|$)/g, '/{item}')

/**
 * Which facts these standards ask about at all, as paths (lists with `{item}`, years with their year): found by
 * evaluating facts of which nothing is known. A form made from it asks nothing that does not matter.
 */
export const relevantFacts = (standards: readonly Standard[], asOf: Day): ReadonlySet<string> => {
  const found = new Set<string>(['/enterprise/industry'])
  for (const facts of blanks(asOf)) {
    const known = parseFacts(facts)
    for (const standard of standards)
      for (const path of paths(evaluate(standard, known).explanation)) found.add(template(path))
  }
  return found
}
