const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

/** Text from outside as it may stand in a message: on one line, and without what would steer a terminal. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The facts were not let in: where (JSON pointer, RFC 6901), what is wrong, and what is allowed there — in Chinese. */
export class FactsRefusal extends Error {
  /** JSON pointer into the input; empty for the whole. */
  readonly pointer: string
  readonly problem: string
  readonly allowed: string

  constructor(pointer: string, problem: string, allowed: string) {
    super(`${pointer === '' ? '（整个输入）' : printable(pointer)}：${problem}；应为${allowed}`)
    this.name = 'FactsRefusal'
    this.pointer = pointer
    this.problem = problem
    this.allowed = allowed
  }
}

/** A member of a JSON pointer, escaped as RFC 6901 asks and cut short when a hostile key is long. */
export const pointerTo = (parent: string, key: string | number): string => {
  const name = String(key).replace(/~/g, '~0').replace(/\//g, '~1')
  return `${parent}/${name.length > 80 ? `${name.slice(0, 80)}…` : name}`
}
