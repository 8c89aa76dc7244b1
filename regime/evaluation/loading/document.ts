import { type Day, isDay } from '../../kernel/day.ts'
import { type DocumentPath, StandardRefusal } from './standard-refusal.ts'

/** One place in a parsed YAML document: its value and how to name it in a refusal. */
export interface Place {
  readonly value: unknown
  readonly path: DocumentPath
}

export const refuseAt = (path: DocumentPath, problem: string): never => {
  throw new StandardRefusal(path, problem)
}

/** The members of a mapping with these keys and no others; the required ones are there. */
export const members = <K extends string, R extends K = never>(
  { value, path }: Place,
  allowed: readonly K[],
  required: readonly R[] = [],
): { readonly [P in K]?: Place } & { readonly [P in R]: Place } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuseAt(path, '应为键值对')
  const given = value as { readonly [key: string]: unknown }
  const read: { [key: string]: Place } = {}
  for (const key of Object.keys(given)) {
    if (!(allowed as readonly string[]).includes(key))
      refuseAt([...path, key], `不认识的键“${key}”，可用：${allowed.join('、')}`)
    read[key] = { value: given[key], path: [...path, key] }
  }
  for (const key of required)
    if (!Object.hasOwn(read, key))
      refuseAt(path, key === 'cite' ? '缺少依据（cite）：每个数字都要有出处' : `缺少“${key}”`)
  return read as never
}

export const hasKey = ({ value }: Place, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)

export const entries = ({ value, path }: Place): readonly Place[] => {
  if (!Array.isArray(value) || value.length === 0) return refuseAt(path, '应为非空列表')
  return value.map((entry: unknown, index) => ({ value: entry, path: [...path, index] }))
}

export const readText = ({ value, path }: Place): string =>
  typeof value === 'string' && value.trim() !== '' ? value : refuseAt(path, '应为文字')

export const readWhole = ({ value, path }: Place): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuseAt(path, '应为不小于 0 的整数')

export const readDay = ({ value, path }: Place): Day =>
  typeof value === 'string' && isDay(value) ? value : refuseAt(path, '应为存在的日期，写作 YYYY-MM-DD')

export const readOneOf =
  <const T extends string>(choices: readonly T[]) =>
  ({ value, path }: Place): T =>
    choices.includes(value as T) ? (value as T) : refuseAt(path, `应为：${choices.join('、')}`)
