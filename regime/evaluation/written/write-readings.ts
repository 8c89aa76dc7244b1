import type { StandardDefinition } from '../definition.ts'
import type { Input } from '../inputs.ts'
import type { ChoiceMetric, NumberMetric } from '../metric.ts'
import { limitOf } from './comparison.ts'
import { writeList, writeTally } from './write-list.ts'
import type { Writer } from './writer.ts'

const writeInput = (writer: Writer, read: Map<string, string>, input: Input, path: string): string => {
  const known = read.get(input.column)
  if (known) return known
  const name = `x${read.size}`
  read.set(input.column, name)
  const { figure } = input
  writer.lines.push(
    figure
      ? `const ${name} = y${figure.back} === undefined ? null : y${figure.back}.${figure.key}`
      : `const ${name} = ${writer.part(path)}.read(context)`,
  )
  return name
}

/**
 * A number: `q` its quotient, and over and under the line as `a` and `b`. `f` is 0 while there is none, 1 while Numbers
 * hold every product of it, 2 where it takes BigInt.
 */
const writeNumber = (writer: Writer, read: Map<string, string>, definition: StandardDefinition, at: number): void => {
  const { inputs, mechanism } = definition.metrics[at] as NumberMetric
  const path = `definition.metrics[${at}]`
  const names = inputs.map((input, index) => writeInput(writer, read, input, `${path}.inputs[${index}]`))
  const known = names.map((name) => `${name} !== null`).join(' && ')
  const [over, under] = mechanism.polynomials
  const operand = ([term, ...more]: typeof over): string | undefined => {
    if (more.length > 0 || !term) return undefined
    const [factor, ...positions] = term
    if (positions.length === 0) return String(factor)
    return positions.length === 1 && factor === 1 ? names[positions[0] as number] : undefined
  }
  const [a, b] = [operand(over), operand(under)]
  const based = mechanism.bases.map((base) => ` && ${names[base]} > 0`).join('')
  const written = a !== undefined && b !== undefined
  const limit = limitOf(definition, at)
  writer.lines.push(
    `const v${at} = [${names.join(', ')}]`,
    `const k${at} = ${known}`,
    `let q${at}, a${at} = 0, b${at} = 0, f${at} = 0`,
    ...(written
      ? [
          `if (k${at}${based}) {`,
          `  q${at} = [${a}, ${b}]`,
          `  if (fits(${a}, ${b}, ${limit})) { a${at} = ${a}; b${at} = ${b}; f${at} = 1 } else f${at} = 2`,
          '}',
        ]
      : [
          `if (k${at}) q${at} = ${writer.part(path)}.mechanism.quotient(v${at})`,
          `if (q${at} !== undefined) { if (fits(q${at}[0], q${at}[1], ${limit})) { a${at} = q${at}[0]; b${at} = q${at}[1]; f${at} = 1 } else f${at} = 2 }`,
        ]),
    `const r${at} = { kind: 'number', values: v${at}, known: k${at}, quotient: q${at} }`,
  )
}

const choiceValue = (writer: Writer, { flag }: ChoiceMetric, path: string): string =>
  flag
    ? `facts.${flag.section} === null ? null : facts.${flag.section}.${flag.key}`
    : `${writer.part(`${path}.read`)}(context)`

/** Writes what every metric says: `r` the readings, by position. */
export const writeReadings = (writer: Writer, definition: StandardDefinition): void => {
  const read = new Map<string, string>()
  definition.inquiries.forEach((_inquiry, at) => {
    writeList(writer, definition, at)
  })
  definition.metrics.forEach((metric, at) => {
    const path = `definition.metrics[${at}]`
    switch (metric.kind) {
      case 'number':
        writeNumber(writer, read, definition, at)
        break
      case 'tally':
        writeTally(writer, definition, at)
        break
      case 'choice':
        writer.lines.push(`const r${at} = { kind: 'choice', value: ${choiceValue(writer, metric, path)} }`)
        break
      case 'judged':
        writer.lines.push(`const r${at} = { kind: 'judged', verdict: ${writer.part(`${path}.judge`)}(context) }`)
    }
  })
}
