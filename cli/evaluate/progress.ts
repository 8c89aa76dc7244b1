/** Where progress is shown: standard error. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

export interface Progress {
  /** So many lines are done. */
  at(lines: number): void
  end(lines: number, refused: number): void
}

const EVERY = 200

const count = (lines: number): string => lines.toLocaleString('en')

/** Shows how far a run is, on one line and five times a second at most; says nothing where nobody watches (no terminal). */
export const progressOn = (terminal: Terminal, now: () => number): Progress => {
  if (terminal.isTTY !== true) return { at: () => {}, end: () => {} }
  let last = now()
  return {
    at: (lines) => {
      if (now() - last < EVERY) return
      last = now()
      terminal.write(`\r已评价 ${count(lines)} 家`)
    },
    end: (lines, refused) => {
      terminal.write(`\r共 ${count(lines)} 行，其中 ${count(refused)} 行未被接受\n`)
    },
  }
}
