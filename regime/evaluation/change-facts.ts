/** Facts as a JSON document, before they are let in. */
export type FactsDocument = { readonly [key: string]: unknown }

/** A path of the contract (fiscal years and platform scores by year) turned into steps of the document. */
const stepsOf = (document: FactsDocument, path: string): readonly (string | number)[] => {
  const [section = '', ...rest] = path.split('/').slice(1)
  if ((section !== 'years' && section !== 'platformScores') || rest.length === 0) return [section, ...rest]
  const given = document[section]
  const list: readonly { readonly year?: unknown }[] = Array.isArray(given) ? given : []
  const position = list.findIndex((entry) => String(entry.year) === rest[0])
  const value = section === 'platformScores' && rest.length === 1 ? ['score'] : rest.slice(1)
  return [section, position < 0 ? list.length : position, ...value]
}

/**
 * A copy of the document with facts changed: paths as in `missing`, `undefined` to take one away. A year that is not
 * listed is listed.
 */
export const changeFacts = (document: FactsDocument, changes: { readonly [path: string]: unknown }): FactsDocument => {
  const changed = structuredClone(document) as { [key: string]: unknown }
  for (const [path, value] of Object.entries(changes)) {
    const steps = stepsOf(changed, path)
    let at: { [key: string | number]: unknown } = changed
    steps.slice(0, -1).forEach((step, depth) => {
      const year = path.split('/')[2]
      const byYear = steps[0] === 'years' || steps[0] === 'platformScores'
      at[step] ??= !byYear ? {} : depth === 0 ? [] : { year: Number(year) }
      at = at[step] as { [key: string | number]: unknown }
    })
    const last = steps[steps.length - 1] as string | number
    if (value === undefined) delete at[last]
    else at[last] = value
  }
  return changed
}
