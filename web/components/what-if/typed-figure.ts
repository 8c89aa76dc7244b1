import type { Figure } from '../../../regime/evaluation/gap/what-if.ts'
import { readDecimal } from '../../../regime/evaluation/reading-numbers.ts'
import { amount } from '../../../regime/kernel/fraction.ts'
import { moneyText } from '../../../regime/kernel/money.ts'
import type { MoneyUnit } from '../../../regime/profile/field.ts'
import { inUnit, readFen } from '../../../regime/profile/read-number.ts'

/** A figure as one types it: amounts in the chosen unit. */
export const typedText = ({ measure }: Figure, value: bigint | null, unit: MoneyUnit): string => {
  if (value === null) return ''
  if (measure === 'whole') return String(value)
  return measure === 'money' ? inUnit(moneyText(amount(value)), 'wan', unit) : readDecimal(amount(value))
}

/** What was typed, in the figure's units; undefined while it is no such number or beyond its ends. */
export const readTyped = ({ measure, least, most }: Figure, text: string, unit: MoneyUnit): bigint | undefined => {
  const bare = text.trim()
  let value: bigint | undefined
  if (measure === 'money') {
    const fen = readFen(bare, unit)
    value = 'value' in fen ? BigInt(fen.value) : undefined
  } else {
    const parts = (measure === 'whole' ? /^(\d{1,9})$/ : /^(\d{1,3})(?:\.(\d{1,6}))?$/).exec(bare)
    if (parts) value = measure === 'whole' ? BigInt(bare) : BigInt(`${parts[1]}${(parts[2] ?? '').padEnd(6, '0')}`)
  }
  if (value === undefined || value < least || (most !== null && value > most)) return undefined
  return value
}

/** What may be typed, in the chosen unit. */
export const typedRange = (figure: Figure, unit: MoneyUnit): string => {
  const { least, most, measure } = figure
  const said = `${typedText(figure, least, unit)}${most === null ? ' 以上' : ` 至 ${typedText(figure, most, unit)} `}`
  return `应为 ${said}的${measure === 'whole' ? '整数' : '数'}，暂按上一个数计算。`
}

/** What the typed number counts in. */
export const unitName = ({ path, measure }: Figure, unit: MoneyUnit): string => {
  if (measure === 'money') return unit === 'wan' ? '万元' : '元'
  if (path.startsWith('/years')) return '人'
  if (path.startsWith('/platformScores')) return '分'
  return path.endsWith('marketShare') ? '%' : path.endsWith('marketRank') ? '名' : '级'
}
