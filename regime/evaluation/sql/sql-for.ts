import { type Column, EXACT_PATH, type IndicatorPlan, type NodeId, type Plan, type PlanNode } from '../plan/plan.ts'
import { countUses, operandsOf } from '../plan/uses.ts'
import { sqlName } from './sql-columns.ts'

const LEVEL = 256

/** Names given to nodes and indicators in the statement. */
const nodeName = (id: NodeId): string => `"n${id}"`
const endName = (position: number, end: 'lower' | 'upper'): string => `"${end}_${position}"`

interface Step {
  readonly name: string
  readonly text: string
  readonly level: number
}

const IDENTIFIER = /"[a-z0-9_]+"/g

/** Composes the statement's expressions and the order in which they must be computed. */
const composer = (plan: Plan) => {
  const { nodes, columns, indicators } = plan
  const uses = countUses(plan)
  const steps: Step[] = []
  const levels = new Map<string, number>()

  const levelOf = (text: string): number =>
    Math.max(0, ...(text.match(IDENTIFIER) ?? []).map((name) => levels.get(name) ?? 0))

  /** Computes `text` once, in a step of its own, and reads it by name from then on. */
  const keep = (name: string, text: string): string => {
    const level = levelOf(text) + 1
    levels.set(name, level)
    steps.push({ name, text, level })
    return name
  }

  const columnText = (at: number, wide: boolean): string => {
    const column = columns[at] as Plan['columns'][number]
    const plain = sqlName(column)
    // Above every threshold, as a count or sum without end is.
    const ended =
      column.source.kind === 'high' && column.width === 'amount' ? `coalesce(${plain}, ${column.limit})` : plain
    return wide ? `${ended}::numeric` : ended
  }

  const numberText = (id: NodeId, wide: boolean): string => {
    const node = nodes[id] as PlanNode
    switch (node.op) {
      case 'column':
        return columnText(node.column, wide)
      case 'number':
        return String(node.value)
      case 'positive': {
        const text = numberText(node.of, wide)
        return `case when ${text} > 0 then ${text} end`
      }
      case 'product':
        return node.of.map((one) => `(${numberText(one, wide)})`).join(' * ')
      case 'sum':
        return node.of.map((one) => `(${numberText(one, wide)})`).join(' + ')
      default:
        throw new TypeError(`${node.op} is no number`)
    }
  }

  /** Whether a number is unknown: told from its columns, since their products may not fit. */
  const unknownText = (id: NodeId): string => {
    const node = nodes[id] as PlanNode
    switch (node.op) {
      case 'column':
        return `${columnText(node.column, false)} is null`
      case 'positive':
        return `(${numberText(node.of, false)} > 0) is not true`
      case 'product':
      case 'sum':
        return node.of
          .filter((one) => nodes[one]?.op !== 'number')
          .map(unknownText)
          .join(' or ')
      default:
        throw new TypeError(`${node.op} is never unknown`)
    }
  }

  /** A boolean; null stands for false, as `case when`, `and` and `or` take it. */
  const at = (id: NodeId): string => {
    const name = nodeName(id)
    if (levels.has(name)) return name
    const node = nodes[id] as PlanNode
    const text = booleanText(node)
    const isCheap =
      node.op === 'constant' || node.op === 'is' || operandsOf(node).every((one) => nodes[one]?.op === 'number')
    return (uses[id] ?? 0) < 2 || isCheap ? `(${text})` : keep(name, text)
  }

  const booleanText = (node: PlanNode): string => {
    switch (node.op) {
      case 'constant':
        return String(node.value)
      case 'compare':
      case 'compare-wide': {
        const wide = node.op === 'compare-wide'
        return `(${numberText(node.left, wide)}) ${node.relation} (${numberText(node.right, wide)})`
      }
      case 'unknown':
        return unknownText(node.of)
      case 'is':
        return `${columnText(node.column, false)} = ${node.code}`
      case 'not':
        return `${at(node.of)} is not true`
      case 'and':
        return node.of.map(at).join(' and ')
      case 'or':
        return node.of.map(at).join(' or ')
      case 'score':
        return `${node.indicators.map((position) => pointsText(position, node.end)).join(' + ')} >= ${node.atLeast * LEVEL}`
      default:
        throw new TypeError(`${node.op} is no boolean`)
    }
  }

  /** Points and level of an indicator's end in one number. */
  const pointsText = (position: number, end: 'lower' | 'upper'): string => {
    const name = endName(position, end)
    if (levels.has(name)) return name
    const { levels: own, reached } = indicators[position] as IndicatorPlan
    const values = own.map(({ points }, level) => points * LEVEL + level)
    if (end === 'upper' && reached.kind === 'settled')
      return keep(name, `case when ${at(reached.unknown)} then ${values[0]} else ${pointsText(position, 'lower')} end`)
    const tests = (end === 'upper' && reached.kind === 'span' ? reached.possible : reached.certain).map(
      (id, level) => `when ${at(id)} then ${values[level]}`,
    )
    return keep(name, `case ${tests.join(' ')} else ${values[own.length - 1]} end`)
  }

  return { at, pointsText, steps }
}

/** Wraps computed steps level by level; the fence keeps PostgreSQL from computing them again wherever they are named. */
const nest = (from: string, steps: readonly Step[], outer: string, keys: readonly string[]): string => {
  const deepest = Math.max(0, ...steps.map(({ level }) => level))
  const needed: Set<string>[] = [new Set(outer.match(IDENTIFIER) ?? [])]
  for (let level = deepest; level > 0; level--) {
    const later = new Set(needed[0])
    for (const step of steps)
      if (step.level === level) for (const name of step.text.match(IDENTIFIER) ?? []) later.add(name)
    needed.unshift(later)
  }
  let text = from
  for (let level = 1; level <= deepest; level++) {
    const own = steps.filter((step) => step.level === level)
    const made = new Set(steps.filter((step) => step.level >= level).map(({ name }) => name))
    const passed = [...(needed[level] as Set<string>)].filter((name) => !made.has(name) && !keys.includes(name))
    const chosen = [...keys, ...passed, ...own.map(({ name, text: computed }) => `${computed} as ${name}`)]
    text = `(\nselect ${chosen.join(',\n  ')}\nfrom ${text}\noffset 0) as l${level}`
  }
  return text
}

/** The table with amounts past the limits left out, and whether there were none: their products would not fit. */
const fitted = ({ columns }: Plan, table: string, keys: readonly string[]): string => {
  const amounts = columns.filter(({ width }) => width === 'amount')
  if (amounts.length === 0) return table
  const fits = (column: Column): string => `${sqlName(column)} between -${column.limit} and ${column.limit}`
  const chosen = columns.map((column) =>
    column.width === 'amount'
      ? `case when ${fits(column)} then ${sqlName(column)} end as ${sqlName(column)}`
      : sqlName(column),
  )
  const within = amounts.map((column) => `(${fits(column)}) is not false`).join(' and ')
  return `(\nselect ${[...keys, ...chosen, `${within} as "within"`].join(',\n  ')}\nfrom ${table}\noffset 0) as fitted`
}

/**
 * One PostgreSQL statement that evaluates every row of a table of metric columns (sqlColumns): the `keys` of the row,
 * `outcome`, `score_min` and `score_max` where the standard has points, and the packed words of the kernel, `word_0` ….
 * Exact: `bigint`, and `numeric` for products of amounts. A row with an amount past the limits of the plan gets outcome
 * null (code 3 in `word_0`): it takes the exact path.
 *
 * Names in `table` and `keys` are put into the statement as they are; they come from code, never from a request.
 */
export const sqlFor = (plan: Plan, table: string, keys: readonly string[] = ['"id"']): string => {
  const { at, pointsText, steps } = composer(plan)
  const { indicators, conditions, outcome, layout, columns } = plan
  const words: string[][] = Array.from({ length: layout.words }, () => [])
  const put = ({ word, shift }: { readonly word: number; readonly shift: number }, code: string): void => {
    words[word]?.push(`(${code})::bigint * ${2 ** shift}`)
  }
  const lowest: string[] = []
  const highest: string[] = []
  indicators.forEach(({ levels, reached }, position) => {
    const field = layout.indicators[position] as { readonly word: number; readonly shift: number }
    const [lower, upper] = [pointsText(position, 'lower'), pointsText(position, 'upper')]
    lowest.push(`${lower} / ${LEVEL}`)
    highest.push(`${upper} / ${LEVEL}`)
    if (reached.kind === 'settled')
      put(field, `case when ${at(reached.unknown)} then ${levels.length} else ${lower} % ${LEVEL} end`)
    else put(field, `(${lower} % ${LEVEL}) * (${lower} % ${LEVEL} + 1) / 2 + ${upper} % ${LEVEL}`)
  })
  const verdict = ({ certain, possible }: Plan['outcome'], codes: readonly [string, string, string]): string =>
    `case when ${at(certain)} then ${codes[2]} when ${at(possible)} then ${codes[1]} else ${codes[0]} end`
  conditions.forEach((condition, position) => {
    put(
      layout.conditions[position] as { readonly word: number; readonly shift: number },
      verdict(condition.verdict, ['0', '1', '2']),
    )
  })
  put(layout.outcome, verdict(outcome, ['0', '1', '2']))
  const guard = columns.some(({ width }) => width === 'amount') ? '"within"' : 'true'
  const guarded = (text: string, otherwise: string): string => `case when ${guard} then ${text} else ${otherwise} end`
  const chosen = [
    `${guarded(verdict(outcome, ["'unmet'", "'undetermined'", "'met'"]), 'null')} as outcome`,
    ...(indicators.length > 0
      ? [`${guarded(lowest.join(' + '), 'null')} as score_min`, `${guarded(highest.join(' + '), 'null')} as score_max`]
      : []),
    ...words.map(
      (codes, word) => `${guarded(codes.join(' + '), word === 0 ? String(EXACT_PATH) : '0')} as word_${word}`,
    ),
  ].join(',\n  ')
  return `select ${[...keys, chosen].join(', ')}\nfrom ${nest(fitted(plan, table, keys), steps, chosen, keys)}`
}
