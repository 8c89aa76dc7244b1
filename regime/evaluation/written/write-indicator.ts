import type { BandDefinition, IndicatorDefinition, StandardDefinition } from '../definition.ts'
import { crossed } from './comparison.ts'
import { type ConditionWriter, writeRule } from './write-rule.ts'
import type { Writer } from './writer.ts'

const bandsStanding = (
  writer: Writer,
  definition: StandardDefinition,
  { metric, bands }: { readonly metric: number; readonly bands: readonly BandDefinition[] },
  path: string,
): string => {
  if (definition.metrics[metric]?.kind !== 'number') return `standOfBands(${writer.part(path)}, r${metric})`
  const table = writer.part(`standingsOf(${path}.bands)`)
  const [a, b] = [`a${metric}`, `b${metric}`]
  const settled = bands.map((_band, at) => writer.part(`standingsOf(${path}.bands).settled[${at}]`))
  const chain = bands.map(({ from, to }, at) => {
    if (at === bands.length - 1) return settled[at]
    const ends = [...(from ? [crossed(a, b, 'at-least', from)] : []), ...(to ? [crossed(a, b, 'at-most', to)] : [])]
    return `${ends.join(' && ')} ? ${settled[at]} : `
  })
  return `f${metric} === 1 ? ${chain.join('')} : f${metric} === 0 ? ${table}.every : standOfBands(${writer.part(path)}, r${metric})`
}

/** Writes an indicator: `s` where it stands, `i` its node. */
export const writeIndicator = (
  writer: Writer,
  definition: StandardDefinition,
  conditions: ConditionWriter,
  { scale }: IndicatorDefinition,
  at: number,
): void => {
  const path = `definition.score.indicators[${at}]`
  const scalePath = `${path}.scale`
  const put = (standing: string, reading: string, options: string, parts: string): void => {
    writer.lines.push(
      `const s${at} = ${standing}`,
      `const i${at} = { definition: ${writer.part(path)}, standing: s${at}, reading: ${reading}, options: ${options}, parts: ${parts} }`,
    )
  }
  switch (scale.kind) {
    case 'bands':
      put(bandsStanding(writer, definition, scale, scalePath), `r${scale.metric}`, 'null', 'null')
      break
    case 'points':
      put(`standOfPoints(${scale.cap}, r${scale.metric})`, `r${scale.metric}`, 'null', 'null')
      break
    case 'best-of': {
      const parts = scale.parts.map((part, index) => {
        writer.lines.push(
          `const s${at}_${index} = ${bandsStanding(writer, definition, part, `${scalePath}.parts[${index}]`)}`,
        )
        return { standing: `s${at}_${index}`, reading: `r${part.metric}` }
      })
      put(
        `bestOf(${writer.part(scalePath)}, [${parts.map(({ standing }) => standing).join(', ')}])`,
        'null',
        'null',
        `[${parts.map(({ standing, reading }) => `{ standing: ${standing}, reading: ${reading} }`).join(', ')}]`,
      )
      break
    }
    case 'options': {
      const nodes = scale.options.map(({ rule }, index) =>
        rule === null ? null : writeRule(writer, definition, conditions, rule, `${scalePath}.options[${index}].rule`),
      )
      writer.lines.push(`let o${at} = 0, g${at} = true`)
      nodes.forEach((node, index) => {
        const bit = 1 << index
        writer.lines.push(
          node === null
            ? `if (g${at}) o${at} |= ${bit}`
            : `if (g${at} && w${node} !== 'unmet') { o${at} |= ${bit}; g${at} = w${node} !== 'met' }`,
        )
      })
      put(
        `${writer.part(`everyStanding(${scalePath}.options)`)}[o${at}]`,
        'null',
        `[${nodes.map((node) => (node === null ? 'null' : `n${node}`)).join(', ')}]`,
        'null',
      )
    }
  }
}
