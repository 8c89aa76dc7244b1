import type { Note } from './note.ts'

/** One line of the page: from the checklist, or added. */
export interface Line {
  readonly item: string
  readonly title: string
}

/** What keeps a sheet from being signed, in words; `item` where it is about one line. */
export interface Lack {
  readonly item?: string
  readonly text: string
}

/** How many lines have an answer, and how the answers fall. */
export const tally = (lines: readonly Line[], noteFor: (item: string) => Note) => {
  const count = { true: 0, differs: 0, 'not-found': 0, answered: 0, total: lines.length }
  for (const { item } of lines) {
    const { answer } = noteFor(item)
    if (answer === undefined) continue
    count[answer] += 1
    count.answered += 1
  }
  return count
}

/** Lines that are not ready to be signed: no answer, or 有出入 without a word on what was found. */
export const lacks = (
  lines: readonly Line[],
  noteFor: (item: string) => Note,
  disputes: readonly string[],
): readonly Lack[] =>
  lines.flatMap(({ item, title }): Lack[] => {
    const { answer, found, note } = noteFor(item)
    if (disputes.includes(item)) return [{ item, text: `“${title}”两人记录不同，请选择` }]
    if (answer === undefined) return [{ item, text: `“${title}”还没有结论` }]
    if (answer === 'differs' && !found?.trim() && !note?.trim())
      return [{ item, text: `“${title}”有出入，请写明实际情况` }]
    return []
  })
