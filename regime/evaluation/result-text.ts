import type { Evaluation } from './evaluate.ts'
import type { Points, Verdict } from './explanation.ts'
import type { Standing } from './nodes/standing.ts'
import type { Standard } from './standard.ts'

const pointsText = ({ min, max }: Points): string => `{"min":${min},"max":${max}}`

/** `"name":["first","second"]` of texts by position, after what stands before. */
const listText = <T>(name: string, entries: readonly T[], text: (entry: T, position: number) => string): string => {
  let out = `,"${name}":[`
  for (let position = 0; position < entries.length; position++)
    out += position > 0 ? `,${text(entries[position] as T, position)}` : text(entries[position] as T, position)
  return `${out}]`
}

/** An indicator has few standings, which all enterprises share: the text of each is made once. */
const indicatorTexts = (id: string): ((standing: Standing) => string) => {
  const texts = new WeakMap<Standing, string>()
  return (standing) => {
    const known = texts.get(standing)
    if (known !== undefined) return known
    const { option, min, max } = standing
    const text = JSON.stringify({ id, option, points: { min, max } })
    texts.set(standing, text)
    return text
  }
}

const conditionTexts = (id: string): { readonly [V in Verdict]: string } => ({
  met: JSON.stringify({ id, verdict: 'met' }),
  unmet: JSON.stringify({ id, verdict: 'unmet' }),
  undetermined: JSON.stringify({ id, verdict: 'undetermined' }),
})

/**
 * A writer of one standard's results as JSON, byte for byte what JSON.stringify gives (without explanation). What is the
 * standard's is put into words once, because a stream writes it for each enterprise.
 */
export const resultText = ({ definition, edition }: Standard): ((evaluation: Evaluation) => string) => {
  const head = `{"standard":${JSON.stringify(definition.id)},"edition":${JSON.stringify(edition)},"facts":"`
  const dimensionHeads = (definition.score?.dimensions ?? []).map(({ id }) => `{"id":${JSON.stringify(id)},"score":`)
  const indicators = (definition.score?.indicators ?? []).map(({ id }) => indicatorTexts(id))
  const conditions = definition.conditions.map(({ id }) => conditionTexts(id))
  return ({ trace, result: { facts, inForce, outcome, missing } }) => {
    let out = `${head}${facts}","inForce":${inForce},"outcome":"${outcome}"`
    if (definition.score) {
      out += `,"score":${pointsText(trace.total)}`
      out += listText('dimensions', trace.dimensions, (points, at) => `${dimensionHeads[at]}${pointsText(points)}}`)
      out += listText('indicators', trace.indicators, ({ standing }, at) => indicators[at]?.(standing) ?? '')
    }
    out += listText('conditions', trace.conditions, ({ verdict }, at) => conditions[at]?.[verdict] ?? '')
    return `${out},"missing":${missing.length === 0 ? '[]' : JSON.stringify(missing)}}`
  }
}
