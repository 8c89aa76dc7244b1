/** One command of `tidu`; it gets its arguments and gives the exit status (0 done, 1 failed, 2 input refused). */
export type Run = (args: readonly string[]) => Promise<number>

export interface Command {
  /** What follows the command's name, as shown in the help. */
  readonly usage: string
  readonly summary: string
  /** Loads only this command's code, so that a small one starts fast. */
  readonly load: () => Promise<Run>
}
