import { printable } from './facts-refusal.ts'

/** What a reader of facts throws. Its pointer grows on the way out, so that facts which are let in never pay for one. */
export class Fault {
  /** JSON pointer from where it was caught last. */
  pointer: string
  readonly problem: string
  readonly allowed: string

  constructor(pointer: string, problem: string, allowed: string) {
    this.pointer = pointer
    this.problem = problem
    this.allowed = allowed
  }
}

/** The same fault as seen from the object or list around it. */
export const within = (fault: unknown, key: string | number): unknown => {
  if (fault instanceof Fault) fault.pointer = `/${key}${fault.pointer}`
  return fault
}

const described = (value: unknown): string => {
  if (value === null) return '空值 null'
  if (Array.isArray(value)) return '列表'
  switch (typeof value) {
    case 'string':
      return value.length > 40
        ? `文字“${printable(value.slice(0, 40))}…”（共 ${value.length} 字）`
        : `文字“${printable(value)}”`
    case 'number':
      return `数字 ${value}`
    case 'boolean':
      return value ? ' true' : ' false'
    case 'object':
      return '对象'
    default:
      return '不是 JSON 的值'
  }
}

/** Does not accept a value, and says what is allowed instead. */
export const refuse = (value: unknown, allowed: string): never => {
  throw new Fault('', `不接受${described(value)}`, allowed)
}
