import type { Result } from './result.ts'
import type { Standard } from './standard.ts'

type Bare = Omit<Result, 'explanation'>

const members = <T>(name: string, entries: readonly T[], text: (entry: T, position: number) => string): string => {
  let out = `,"${name}":[`
  for (let position = 0; position < entries.length; position++) out += text(entries[position] as T, position)
  return `${out}]`
}

/**
 * A writer of one standard's results as JSON, byte for byte what JSON.stringify gives (without explanation). Ids and
 * everything else that is the standard's are put into words once, because a stream writes them for each firm.
 */
export const resultText = ({ definition, edition }: Standard): ((result: Bare) => string) => {
  const heads = (entries: readonly { readonly id: string }[], next: string): readonly string[] =>
    entries.map(({ id }, position) => `${position > 0 ? ',' : ''}{"id":${JSON.stringify(id)},"${next}":`)
  const head = `{"standard":${JSON.stringify(definition.id)},"edition":${JSON.stringify(edition)},"facts":"`
  const dimensionHeads = heads(definition.score?.dimensions ?? [], 'score')
  const indicatorHeads = heads(definition.score?.indicators ?? [], 'option')
  const conditionHeads = heads(definition.conditions, 'verdict')
  const quoted = (option: string | null): string => (option === null ? 'null' : JSON.stringify(option))
  return ({ facts, inForce, outcome, score, dimensions, indicators, conditions, missing }) => {
    let out = `${head}${facts}","inForce":${inForce},"outcome":"${outcome}"`
    if (score) out += `,"score":{"min":${score.min},"max":${score.max}}`
    if (dimensions)
      out += members(
        'dimensions',
        dimensions,
        ({ score: { min, max } }, position) => `${dimensionHeads[position]}{"min":${min},"max":${max}}}`,
      )
    if (indicators)
      out += members(
        'indicators',
        indicators,
        ({ option, points: { min, max } }, position) =>
          `${indicatorHeads[position]}${quoted(option)},"points":{"min":${min},"max":${max}}}`,
      )
    out += members('conditions', conditions, ({ verdict }, position) => `${conditionHeads[position]}"${verdict}"}`)
    return `${out},"missing":${missing.length === 0 ? '[]' : JSON.stringify(missing)}}`
  }
}
