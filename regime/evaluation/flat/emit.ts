import type { BandDefinition, BandScale, Rule, Scale, StandardDefinition, TestRule } from '../definition.ts'
import type { Bound, NumberMetric } from '../metric.ts'
import { type Columns, columnsOf } from './columns.ts'
import { type Layout, layoutOf } from './layout.ts'

// Straight-line JavaScript from a loaded standard: no objects, no branches on the structure of the rules. Verdicts are
// 0 unmet, 1 undetermined, 2 met; `all` is the least, `any` the greatest.

/** How far apart two products must be, relative to their sum, for doubles to tell them apart beyond doubt. */
const CERTAIN = '1e-14'

interface Emitter {
  readonly definition: StandardDefinition
  readonly plan: Columns
  readonly layout: Layout
  readonly lines: string[]
}

const column = (index: number): string => `c[i+${index}]`

const inputsOf = ({ plan }: Emitter, metric: NumberMetric): readonly string[] =>
  metric.inputs.map((input) => `v${plan.ofInput.get(input.column)}`)

/** Names of a number metric's numerator, denominator and "has a value". */
const emitNumber = (emitter: Emitter, position: number, metric: NumberMetric): void => {
  const [a = '', b = '', c = ''] = inputsOf(emitter, metric)
  const { lines } = emitter
  const { name } = metric.mechanism
  if (name.startsWith('value/'))
    lines.push(`const n${position}=${a},d${position}=${name.slice(6)},k${position}=${a}===${a};`)
  else if (name === 'total' || name === 'mean')
    lines.push(
      `const n${position}=${a}+${b},d${position}=${name === 'mean' ? 2 : 1},k${position}=n${position}===n${position};`,
    )
  else if (name === 'mean-growth')
    lines.push(
      `const n${position}=${a}*${c}+${b}*${b},d${position}=2*${b}*${c},k${position}=${a}===${a}&&${b}>0&&${c}>0;`,
    )
  else lines.push(`const n${position}=${a},d${position}=${b},k${position}=${a}===${a}&&${b}>0;`)
}

/** numerator/denominator ≥ (or ≤, >, <) a lifted bound, as a JavaScript condition; exact within the plan's limit. */
const emitCompare = (emitter: Emitter, position: number, operator: string, bound: Bound): string => {
  const metric = emitter.definition.metrics[position] as NumberMetric
  const { numerator, denominator } = bound.lifted
  if (metric.mechanism.name === 'mean-growth') {
    const sign = operator === '>=' ? '>=0' : operator === '<=' ? '<=0' : operator === '>' ? '>0' : '<0'
    return `near(n${position}*${denominator},d${position}*${numerator})${sign}`
  }
  return `n${position}*${denominator}${operator}d${position}*${numerator}`
}

const operators = { 'at-least': '>=', 'at-most': '<=', above: '>', below: '<' } as const
const opposite = { '>=': '<', '<=': '>', '>': '<=', '<': '>=' } as const

const emitTest = (emitter: Emitter, rule: TestRule): string => {
  const metric = emitter.definition.metrics[rule.metric]
  const at = emitter.plan.ofMetric[rule.metric] ?? 0
  if (metric?.kind === 'judged') return column(at)
  if (metric?.kind === 'choice') {
    const code = (emitter.plan.choices[rule.metric] ?? []).indexOf(rule.value as string | boolean)
    return `(${column(at)}===${code}?2:${column(at)}<0?1:0)`
  }
  const bound = rule.bound as Bound
  const operator = operators[rule.relation as keyof typeof operators]
  if (metric?.kind === 'tally') {
    const low = column(at)
    const high = column(at + 1)
    const { numerator, denominator } = bound.lifted
    const [sure, maybe] = operator === '>=' || operator === '>' ? [low, high] : [high, low]
    return `(${sure}*${denominator}${operator}${numerator}?2:${maybe}*${denominator}${opposite[operator]}${numerator}?0:1)`
  }
  return `(k${rule.metric}?(${emitCompare(emitter, rule.metric, operator, bound)}?2:0):1)`
}

const emitRule = (emitter: Emitter, rule: Rule): string => {
  switch (rule.kind) {
    case 'test':
      return emitTest(emitter, rule)
    case 'reference':
      return `w${rule.condition}`
    case 'score': {
      const name = rule.dimension === null ? 't' : `g${rule.dimension}`
      return `(${name}l>=${rule.atLeast}?2:${name}h<${rule.atLeast}?0:1)`
    }
    default:
      return `Math.${rule.kind === 'all' ? 'min' : 'max'}(${rule.rules.map((one) => emitRule(emitter, one)).join(',')})`
  }
}

/** Position of the band that holds a value. */
const emitBand = (bands: readonly BandDefinition[], holds: (operator: '>=' | '<=', bound: Bound) => string): string =>
  bands
    .map(({ from, to }, index) => {
      if (index === bands.length - 1) return `${index}`
      const parts = [from ? holds('>=', from) : '', to ? holds('<=', to) : ''].filter((part) => part !== '')
      return `${parts.join('&&')}?${index}:`
    })
    .join('')

const least = (bands: readonly { readonly points: number }[]): number => Math.min(...bands.map(({ points }) => points))
const most = (bands: readonly { readonly points: number }[]): number => Math.max(...bands.map(({ points }) => points))

const pointsTable = (bands: readonly { readonly points: number }[], index: string): string =>
  bands.map(({ points }, at) => (at === bands.length - 1 ? `${points}` : `${index}===${at}?${points}:`)).join('')

/** Declares `${name}l`, `${name}h` (points) and `${name}o` (band position + 1, 0 while open). */
const emitBands = (emitter: Emitter, name: string, { metric: position, bands }: BandScale): void => {
  const metric = emitter.definition.metrics[position]
  const { lines } = emitter
  if (metric?.kind === 'tally') {
    const at = emitter.plan.ofMetric[position] ?? 0
    const holds =
      (value: string) =>
      (operator: '>=' | '<=', { lifted }: Bound) =>
        `${value}*${lifted.denominator}${operator}${lifted.numerator}`
    lines.push(
      `const ${name}a=${emitBand(bands, holds(column(at)))},${name}b=${emitBand(bands, holds(column(at + 1)))};`,
    )
    lines.push(`const ${name}x=${pointsTable(bands, `${name}a`)},${name}y=${pointsTable(bands, `${name}b`)};`)
    lines.push(
      `const ${name}l=Math.min(${name}x,${name}y),${name}h=Math.max(${name}x,${name}y),${name}o=${name}a===${name}b?${name}a+1:0;`,
    )
    return
  }
  const holds = (operator: '>=' | '<=', bound: Bound) => emitCompare(emitter, position, operator, bound)
  lines.push(`let ${name}l=${least(bands)},${name}h=${most(bands)},${name}o=0;`)
  lines.push(
    `if(k${position}){const b=${emitBand(bands, holds)};${name}l=${name}h=${pointsTable(bands, 'b')};${name}o=b+1;}`,
  )
}

const emitScale = (emitter: Emitter, name: string, scale: Scale): void => {
  const { lines } = emitter
  switch (scale.kind) {
    case 'bands':
      emitBands(emitter, name, scale)
      return
    case 'options': {
      // Tried from the last to the first: an option that is met settles, one that may be met raises the most.
      const last = scale.options.length - 1
      lines.push(`let ${name}l=${scale.options[last]?.points ?? 0},${name}h=${name}l,${name}o=${last + 1};`)
      for (let index = last - 1; index >= 0; index--) {
        const { rule, points } = scale.options[index] as { rule: Rule; points: number }
        const test = `${name}r${index}`
        lines.push(`const ${test}=${emitRule(emitter, rule)};`)
        lines.push(
          `if(${test}===2){${name}l=${name}h=${points};${name}o=${index + 1};}else if(${test}===1){${name}h=${points};${name}o=0;}`,
        )
      }
      return
    }
    case 'best-of': {
      scale.parts.forEach((part, index) => {
        emitBands(emitter, `${name}p${index}`, part)
      })
      const ends = (end: 'l' | 'h') =>
        `Math.max(${scale.parts.map((_part, index) => `${name}p${index}${end}`).join(',')})`
      const bands = scale.parts[0]?.bands ?? []
      const position = bands.map(({ points }, at) => `${name}l===${points}?${at + 1}:`).join('')
      lines.push(`const ${name}l=${ends('l')},${name}h=${ends('h')},${name}o=${name}l===${name}h?${position}0:0;`)
      return
    }
    case 'points':
      lines.push(
        `const ${name}l=k${scale.metric}?Math.min(n${scale.metric},${scale.cap}):0,${name}h=k${scale.metric}?${name}l:${scale.cap},${name}o=0;`,
      )
  }
}

/** Conditions in an order in which each comes after those it refers to. */
const ordered = ({ conditions }: StandardDefinition): readonly number[] => {
  const done: number[] = []
  const visit = (position: number): void => {
    if (done.includes(position)) return
    const look = (rule: Rule): void => {
      if (rule.kind === 'reference') visit(rule.condition)
      if (rule.kind === 'all' || rule.kind === 'any') rule.rules.forEach(look)
    }
    look((conditions[position] as { rule: Rule }).rule)
    done.push(position)
  }
  conditions.forEach((_condition, position) => {
    visit(position)
  })
  return done
}

/**
 * JavaScript source of a module with one export, `flat(c, i, o, j)`: reads the row of doubles at c[i…] (columns.ts) and
 * writes the packed result at o[j…] (layout.ts). Rates from products of amounts that are too close to a threshold for
 * doubles raise the doubt byte: such an enterprise is then evaluated exactly, never guessed.
 */
export const emitFlat = (definition: StandardDefinition): string => {
  const plan = columnsOf(definition)
  const layout = layoutOf(definition)
  const emitter: Emitter = { definition, plan, layout, lines: [] }
  const { lines } = emitter
  const { score } = definition
  plan.columns.forEach(({ kind }, index) => {
    if (kind === 'amount') lines.push(`const v${index}=${column(index)};`)
  })
  definition.metrics.forEach((metric, position) => {
    if (metric.kind === 'number') emitNumber(emitter, position, metric)
  })
  score?.indicators.forEach(({ scale }, position) => {
    emitScale(emitter, `s${position}`, scale)
  })
  score?.dimensions.forEach((_dimension, own) => {
    const mine = score.indicators.flatMap(({ dimension }, position) => (dimension === own ? [`s${position}`] : []))
    for (const end of ['l', 'h']) lines.push(`const g${own}${end}=${mine.map((name) => `${name}${end}`).join('+')};`)
  })
  if (score)
    for (const end of ['l', 'h'])
      lines.push(`const t${end}=${score.dimensions.map((_dimension, own) => `g${own}${end}`).join('+')};`)
  for (const position of ordered(definition))
    lines.push(`const w${position}=${emitRule(emitter, (definition.conditions[position] as { rule: Rule }).rule)};`)
  const put = (offset: number, value: string): void => {
    lines.push(`o[j+${offset}]=${value};`)
  }
  put(layout.doubt, 'doubt')
  put(layout.outcome, emitRule(emitter, definition.outcome))
  if (score) {
    put(layout.total, 'tl')
    put(layout.total + 1, 'th')
    layout.dimensions.forEach((offset, own) => {
      put(offset, `g${own}l`)
      put(offset + 1, `g${own}h`)
    })
    layout.indicators.forEach((offset, position) => {
      put(offset, `s${position}l`)
      put(offset + 1, `s${position}h`)
      put(offset + 2, `s${position}o`)
    })
  }
  layout.conditions.forEach((offset, position) => {
    put(offset, `w${position}`)
  })
  return [
    'let doubt=0;',
    '// Sign of x − y where both are sums of products of amounts; too close for doubles is a doubt.',
    `const near=(x,y)=>{const d=x-y;if(Math.abs(d)<=(Math.abs(x)+Math.abs(y))*${CERTAIN})doubt=1;return d;};`,
    'export const flat=(c,i,o,j)=>{',
    'doubt=0;',
    ...lines,
    '};',
    '',
  ].join('\n')
}
