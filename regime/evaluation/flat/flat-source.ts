import type { IndicatorPlan, NodeId, Plan, PlanNode } from '../plan/plan.ts'
import { countUses } from '../plan/uses.ts'

/** What a module written by `flatSource` exports. */
export interface FlatModule {
  /**
   * Evaluates the row of numbers that begins at `at` (a row as `rowOf` makes it) and writes the words of the result at
   * `to`. Allocates nothing. Outcome 3 asks for the exact path.
   */
  readonly flat: (rows: Float64Array, at: number, words: Uint32Array, to: number) => void
}

// Doubles tell two sums of products apart when they differ by more than their rounding can.
const ROUNDING = 2 ** -48

/** Levels as one number each: points above, position below, so that one chain of tests gives both. */
const LEVEL = 256

const chain = (tests: readonly string[], values: readonly number[]): string =>
  `${tests.map((test, at) => `${test} ? ${values[at]} : `).join('')}${values[tests.length]}`

/**
 * A standard as the text of a JavaScript module: straight-line code without allocation or calls. For Node and for builds;
 * a page takes the kernel instead, since text is not made code in a browser.
 */
export const flatSource = (plan: Plan): string => {
  const { nodes, indicators, conditions, outcome, layout } = plan
  const uses = countUses(plan)
  const lines: string[] = []
  const named = new Set<NodeId>()
  const wide = nodes.some(({ op }) => op === 'compare-wide')

  /** A node where it is used: by name when used more than once, its own text otherwise. */
  const at = (id: NodeId): string => {
    const node = nodes[id] as PlanNode
    if (node.op === 'number' || node.op === 'constant') return String(node.value)
    if ((uses[id] ?? 0) < 2) return `(${text(node)})`
    if (!named.has(id)) {
      const written = text(node)
      named.add(id)
      lines.push(`const n${id} = ${written}`)
    }
    return `n${id}`
  }

  const scoreText = (end: 'lower' | 'upper', positions: readonly number[], atLeast: number): string =>
    `${positions.map((position) => `${end}${position}`).join(' + ')} >= ${atLeast * LEVEL}`

  const text = (node: PlanNode): string => {
    switch (node.op) {
      case 'column':
        return `rows[at + ${node.column}]`
      case 'number':
      case 'constant':
        return String(node.value)
      case 'positive':
        return `${at(node.of)} > 0 ? ${at(node.of)} : NaN`
      case 'product':
        return node.of.map(at).join(' * ')
      case 'sum':
        return node.of.map(at).join(' + ')
      case 'compare':
        return `${at(node.left)} ${node.relation} ${at(node.right)}`
      case 'compare-wide': {
        const [left, right] = [at(node.left), at(node.right)]
        return `far(${left}, ${right}) ? ${left} ${node.relation} ${right} : (doubt = ${left} === ${left} && ${right} === ${right} || doubt, false)`
      }
      case 'unknown':
        return `${at(node.of)} !== ${at(node.of)}`
      case 'is':
        return `rows[at + ${node.column}] === ${node.code}`
      case 'not':
        return `!${at(node.of)}`
      case 'and':
        return node.of.map(at).join(' && ')
      case 'or':
        return node.of.map(at).join(' || ')
      case 'score':
        return scoreText(node.end, node.indicators, node.atLeast)
    }
  }

  const parts: string[][] = Array.from({ length: layout.words }, () => [])
  const put = ({ word, shift }: { readonly word: number; readonly shift: number }, code: string): void => {
    parts[word]?.push(shift === 0 ? `(${code})` : `((${code}) << ${shift})`)
  }

  const writeIndicator = ({ levels, reached }: IndicatorPlan, position: number): void => {
    const values = levels.map(({ points }, level) => points * LEVEL + level)
    const write = (name: string, ids: readonly NodeId[]): void => {
      const tests = ids.map(at)
      lines.push(`const ${name}${position} = ${chain(tests, values)}`)
    }
    const field = layout.indicators[position] as { readonly word: number; readonly shift: number }
    write('lower', reached.certain)
    if (reached.kind === 'settled') {
      const unknown = at(reached.unknown)
      lines.push(`const open${position} = ${unknown}`)
      lines.push(`const upper${position} = open${position} ? ${values[0]} : lower${position}`)
      put(field, `open${position} ? ${levels.length} : lower${position} & ${LEVEL - 1}`)
    } else {
      write('upper', reached.possible)
      lines.push(`const worst${position} = lower${position} & ${LEVEL - 1}`)
      put(field, `(worst${position} * (worst${position} + 1) >> 1) + (upper${position} & ${LEVEL - 1})`)
    }
  }

  const verdict = (certain: NodeId, possible: NodeId): string => {
    const [sure, open] = [at(certain), at(possible)]
    return `${sure} ? 2 : ${open} ? 1 : 0`
  }

  indicators.forEach(writeIndicator)
  conditions.forEach(({ verdict: { certain, possible } }, position) => {
    put(layout.conditions[position] as { readonly word: number; readonly shift: number }, verdict(certain, possible))
  })
  const told = verdict(outcome.certain, outcome.possible)
  put(layout.outcome, wide ? `doubt ? 3 : ${told}` : told)
  for (const [word, codes] of parts.entries())
    lines.push(`words[to${word === 0 ? '' : ` + ${word}`}] = ${codes.join(' | ')}`)
  return [
    `// Written from ${plan.standard}; do not edit.`,
    ...(wide ? [`const far = (a, b) => Math.abs(a - b) > Math.abs(b) * ${ROUNDING}`] : []),
    'export const flat = (rows, at, words, to) => {',
    ...(wide ? ['  let doubt = false'] : []),
    ...lines.map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n')
}
