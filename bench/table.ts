/** One line of the table: what was measured, the goal, and how it came out. */
export interface Row {
  readonly what: string
  readonly goal: string
  readonly value: string
  readonly reached?: boolean
  readonly note?: string
}

/** The rows as a Markdown table, as docs/performance.md has them. */
export const tableOf = (rows: readonly Row[]): string =>
  [
    '| what | goal | here | reached | |',
    '|---|---|---|---|---|',
    ...rows.map(({ what, goal, value, reached, note = '' }) => {
      const mark = reached === undefined ? '–' : reached ? 'yes' : '**no**'
      return `| ${what} | ${goal} | ${value} | ${mark} | ${note} |`
    }),
  ].join('\n')
