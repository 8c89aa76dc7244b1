import type { StandardDefinition } from '../definition.ts'
import type { Ask, Inquiry } from '../lists/census.ts'
import type { Writer } from './writer.ts'

/** A list: every entry judged once by every reason (`c` the census), and counted for every metric as it goes by. */
export const writeList = (writer: Writer, { inquiries, asks }: StandardDefinition, at: number): void => {
  const { reasons, family } = inquiries[at] as Inquiry
  const path = `definition.inquiries[${at}]`
  const counted = asks.flatMap((ask, metric) =>
    ask?.inquiry === at && !family.amountOf ? [{ metric, mask: ask.mask }] : [],
  )
  writer.lines.push(
    `const e${at} = ${writer.part(`${path}.family.read`)}(context)`,
    `let c${at} = null`,
    ...counted.map(({ metric }) => `let l${metric} = 0, h${metric} = null`),
    `if (e${at} !== null) {`,
    '  const met = [], unmet = []',
    ...counted.map(({ metric }) => `  h${metric} = 0`),
    `  for (let i = 0; i < e${at}.length; i++) {`,
    `    const entry = e${at}[i]`,
    "    let yes = 0, no = 0, verdict = ''",
    ...reasons.map(({ flag, among }, reason) => {
      const bit = 1 << reason
      if (flag !== undefined)
        return `    if (entry.${flag} === true) yes |= ${bit}; else if (entry.${flag} !== null) no |= ${bit}`
      if (among !== undefined) {
        const found = among.values.map((value) => `entry.${among.key} === ${JSON.stringify(value)}`).join(' || ')
        return `    if (${found}) yes |= ${bit}; else no |= ${bit}`
      }
      const judge = writer.part(`${path}.reasons[${reason}].judge`)
      return `    verdict = ${judge}(entry, context); if (verdict === 'met') yes |= ${bit}; else if (verdict === 'unmet') no |= ${bit}`
    }),
    '    met.push(yes); unmet.push(no)',
    ...counted.map(
      ({ metric, mask }) =>
        `    if ((no & ${mask}) === 0) { h${metric}++; if ((yes & ${mask}) === ${mask}) l${metric}++ }`,
    ),
    '  }',
    `  c${at} = { inquiry: ${writer.part(path)}, entries: e${at}, met, unmet }`,
    '}',
  )
}

/** The count or sum of one metric over a list that is written. */
export const writeTally = (writer: Writer, { inquiries, asks }: StandardDefinition, at: number): void => {
  const { inquiry, mask } = asks[at] as Ask
  writer.lines.push(
    inquiries[inquiry]?.family.amountOf
      ? `const r${at} = tallyOf(c${inquiry}, ${mask})`
      : `const r${at} = { kind: 'tally', low: l${at}, high: h${at}, census: c${inquiry}, mask: ${mask} }`,
  )
}
