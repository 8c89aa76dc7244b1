import { type Day, isDay, yearOf } from '../kernel/day.ts'
import type { Reading } from './field.ts'

const WRITINGS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
] as const
const FIRST_YEAR = 1900

/** The day a text names, in the writings found on certificates and licences. */
export const readDayText = (typed: string): Reading<Day> => {
  const text = typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, '')
  for (const writing of WRITINGS) {
    const parts = writing.exec(text)
    if (!parts) continue
    const day = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
    if (!isDay(day)) return { problem: '没有这一天，请核对年、月、日。' }
    return yearOf(day) < FIRST_YEAR ? { problem: '年份过早，请核对。' } : { value: day }
  }
  return { problem: '请按“年-月-日”填写，例如 2026-09-01。' }
}
