import type { Field, MoneyUnit } from './field.ts'
import { readFen } from './read-number.ts'
import { yearFields } from './years.ts'

/** Figures of a year's statements that are part of another (其中), by the path of the part. */
const wholes: Readonly<Record<string, string>> = {
  '/years/{year}/mainRevenue': '/years/{year}/revenue',
  '/years/{year}/rdStaff': '/years/{year}/employees',
}

/** The figure that this one is part of, with its year still to be filled in. */
export const wholeOf = ({ path }: Field): Field | undefined => yearFields.find((field) => field.path === wholes[path])

const sizeOf = (field: Field, raw: string, unit: MoneyUnit): bigint | undefined => {
  if (field.kind === 'count') return /^\d{1,9}$/.test(raw.trim()) ? BigInt(raw.trim()) : undefined
  const fen = readFen(raw, unit)
  return 'value' in fen ? fen.value : undefined
}

/**
 * A gentle second look where a part is entered larger than its whole: it counts as it stands, but one of the two is a
 * slip. Undefined while either cannot be read.
 */
export const partNotice = (part: Field, raw: string, wholeRaw: string, unit: MoneyUnit): string | undefined => {
  const whole = wholeOf(part)
  if (!whole) return undefined
  const [less, more] = [sizeOf(part, raw, unit), sizeOf(whole, wholeRaw, unit)]
  if (less === undefined || more === undefined || less <= more) return undefined
  return `大于${whole.label}，请核对是否填错。`
}
