import type { StandardDefinition } from '../definition.ts'
import { writeIndicator } from './write-indicator.ts'
import { writeReadings } from './write-readings.ts'
import { type ConditionWriter, writeRule } from './write-rule.ts'
import { newWriter, type Writer } from './writer.ts'

const writeScore = (writer: Writer, definition: StandardDefinition, conditions: ConditionWriter): void => {
  const { score } = definition
  if (!score) {
    writer.lines.push('const total = noPoints')
    return
  }
  score.indicators.forEach((indicator, at) => {
    writeIndicator(writer, definition, conditions, indicator, at)
  })
  const sum = (names: readonly string[], end: 'min' | 'max'): string =>
    names.map((name) => `${name}.${end}`).join(' + ')
  score.dimensions.forEach((_dimension, own) => {
    const inside = score.indicators.flatMap(({ dimension }, at) => (dimension === own ? [at] : []))
    const standings = inside.map((at) => `s${at}`)
    writer.lines.push(
      `const d${own} = { definition: ${writer.part(`definition.score.dimensions[${own}]`)}, min: ${sum(standings, 'min')}, max: ${sum(standings, 'max')}, indicators: [${inside.map((at) => `i${at}`).join(', ')}] }`,
    )
  })
  const dimensions = score.dimensions.map((_dimension, own) => `d${own}`)
  writer.lines.push(`const total = { min: ${sum(dimensions, 'min')}, max: ${sum(dimensions, 'max')} }`)
}

const list = (name: string, length: number): string =>
  `[${Array.from({ length }, (_none, at) => `${name}${at}`).join(', ')}]`

/**
 * A standard as the text of a JavaScript module that takes its traces: what `takeTrace` does for any standard, written out
 * for this one, with no loop over the definition and no look-up left. It builds the same tree, node by node; the readings
 * it cannot write out (lists, amounts past 2⁵³) it takes from the same functions. `tools` are those of
 * trace-tools.ts. For Node, where a text can be imported; a page takes the trace by walking the definition.
 */
export const traceSource = (definition: StandardDefinition): string => {
  const writer = newWriter()
  const known = new Map<number, string>()
  const conditions: ConditionWriter = {
    nodes: 0,
    write: (position) => {
      const found = known.get(position)
      if (found) return found
      const condition = definition.conditions[position]
      if (!condition) throw new TypeError('a reference names a condition')
      const path = `definition.conditions[${position}]`
      const node = writeRule(writer, definition, conditions, condition.rule, `${path}.rule`)
      const name = `t${position}`
      writer.lines.push(`const ${name} = { definition: ${writer.part(path)}, verdict: w${node}, node: n${node} }`)
      known.set(position, name)
      return name
    },
  }
  writeReadings(writer, definition)
  writeScore(writer, definition, conditions)
  definition.conditions.forEach((_condition, position) => {
    conditions.write(position)
  })
  const outcome = writeRule(writer, definition, conditions, definition.outcome, 'definition.outcome')
  const { metrics, score, conditions: named } = definition
  return [
    `// Written from ${definition.id}; do not edit.`,
    'export const tracer = (definition, { contextOf, tallyOf, judgeTest, standOfBands, standOfPoints, standingsOf, everyStanding, bestOf, fits, noPoints }) => {',
    ...writer.fixed.map((line) => `  ${line}`),
    '  return (facts) => {',
    '    const context = contextOf(facts)',
    '    const y1 = context.back[1], y2 = context.back[2], y3 = context.back[3]',
    ...writer.lines.map((line) => `    ${line}`),
    `    return { definition, context, readings: ${list('r', metrics.length)}, indicators: ${list('i', score?.indicators.length ?? 0)}, dimensions: ${list('d', score?.dimensions.length ?? 0)}, total, conditions: ${list('t', named.length)}, outcome: n${outcome} }`,
    '  }',
    '}',
    '',
  ].join('\n')
}
