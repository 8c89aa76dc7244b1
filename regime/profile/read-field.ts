import { officeCodes } from '../evaluation/offices.ts'
import type { Field, MoneyUnit, Reading } from './field.ts'
import { readDayText } from './read-day.ts'
import { readAmount, readPercent, readWhole } from './read-number.ts'

/** A value in the form the standards take it. */
export type FieldValue = string | number | boolean | null

/** Text that stands for “not acquired by transfer” (`transferredInOn`), as against “not known”. */
export const NONE = 'none'
const MOST_PEOPLE = 9_999_999
const LAST_RANK = 9_999
const LONGEST = 200

/**
 * Reads what was typed into a field. Never refuses: text that cannot be read gives a problem in words, is kept as typed
 * and counts as unknown. `unit` matters for amounts only.
 */
export const readField = (field: Field, raw: string, unit: MoneyUnit | null): Reading<FieldValue> => {
  const text = raw.trim()
  if (text === '') return { problem: '没有内容。' }
  switch (field.kind) {
    case 'money':
    case 'signed-money':
      return readAmount(text, unit ?? 'wan', field.kind === 'signed-money')
    case 'percent':
      return readPercent(text)
    case 'count':
      return readWhole(text, 0, MOST_PEOPLE)
    case 'rank':
      return readWhole(text, 1, LAST_RANK)
    case 'level':
      return readWhole(text, 0, 4)
    case 'flag':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : { problem: '请选择“是”或“否”。' }
    case 'choice':
      return Object.hasOwn(field.choices ?? {}, text) ? { value: text } : { problem: '请从列出的选项中选择。' }
    case 'day':
      return readDayText(text)
    case 'day-or-none':
      return text === NONE ? { value: null } : readDayText(text)
    case 'industry':
      return /^\d{2,4}$/.test(text) ? { value: text } : { problem: '请填写 2 至 4 位数字的行业代码，例如 3562。' }
    case 'office':
      return officeCodes.has(text.toUpperCase())
        ? { value: text.toUpperCase() }
        : { problem: '请填写两个字母的国家、地区或组织代码，例如 US、EP。' }
    case 'text':
      return [...text].length <= (field.longest ?? LONGEST)
        ? { value: text }
        : { problem: `最多 ${field.longest ?? LONGEST} 个字。` }
  }
}
