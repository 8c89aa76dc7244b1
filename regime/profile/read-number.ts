import { moneyText } from '../kernel/money.ts'
import type { MoneyUnit, Reading } from './field.ts'

/** Typed figures in half-width, without white space; the minus sign of any keyboard. */
const plain = (typed: string): string =>
  typed
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−–—]/g, '-')
    .replace(/。/g, '.')
    .replace(/[\s\u3000]/g, '')

const FIGURE = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/
const unitNames = { yuan: '元', wan: '万元' } as const
/** Decimals that are exactly 分. */
const decimalsOf = { yuan: 2, wan: 6 } as const
const WHOLE_DIGITS = 12
const FEN_LIMIT = 10n ** BigInt(WHOLE_DIGITS + 6)

interface Figure {
  readonly negative: boolean
  readonly whole: string
  readonly decimals: string
}

const readFigure = (text: string, example = '1250.5'): Reading<Figure> => {
  const parts = FIGURE.exec(text)
  if (!parts) {
    const odd = /[^\d,.-]/u.exec(text)?.[0]
    if (odd) return { problem: `“${odd}”不是数字。请只填写数字，例如 ${example}。` }
    return { problem: text.includes(',') ? '逗号的位置不对，请检查是否多写或漏写了数字。' : '这不是一个完整的数。' }
  }
  return {
    value: { negative: parts[1] === '-', whole: (parts[2] ?? '').replaceAll(',', ''), decimals: parts[3] ?? '' },
  }
}

/** 分 of an amount typed in 元 or 万元, exact. A unit written after the figure must be the one chosen. */
export const readFen = (typed: string, unit: MoneyUnit): Reading<bigint> => {
  const text = plain(typed).replace(/^[¥￥]/, '')
  const suffix = /(万元|元)$/.exec(text)?.[1]
  if (suffix && suffix !== unitNames[unit])
    return { problem: `写的是“${suffix}”，而这里按“${unitNames[unit]}”填写。请改写数字或切换单位。` }
  const figure = readFigure(suffix ? text.slice(0, -suffix.length) : text)
  if ('problem' in figure) return figure
  const { negative, whole, decimals } = figure.value
  const places = decimalsOf[unit]
  const significant = decimals.replace(/0+$/, '')
  if (significant.length > places) return { problem: `金额精确到分，${unitNames[unit]}最多 ${places} 位小数。` }
  const scale = unit === 'wan' ? 1_000_000n : 100n
  const fen = BigInt(whole) * scale + BigInt(significant.padEnd(places, '0'))
  if (fen >= FEN_LIMIT) return { problem: '金额过大，请核对单位。' }
  return { value: negative ? -fen : fen }
}

/** 万元 text of an amount, as the standards take it. Only a profit may be negative. */
export const readAmount = (typed: string, unit: MoneyUnit, negativeAllowed: boolean): Reading<string> => {
  const fen = readFen(typed, unit)
  if ('problem' in fen) return fen
  if (fen.value < 0n && !negativeAllowed) return { problem: '这里不能是负数。' }
  return { value: moneyText(fen.value) }
}

/** The same amount in the other unit, exactly; text that is no amount stays as it was typed. */
export const inUnit = (typed: string, from: MoneyUnit, to: MoneyUnit): string => {
  if (from === to) return typed
  const fen = readFen(typed, from)
  if ('problem' in fen) return typed
  if (to === 'wan') return moneyText(fen.value)
  const size = fen.value < 0n ? -fen.value : fen.value
  const cents = (size % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${fen.value < 0n ? '-' : ''}${size / 100n}${cents === '' ? '' : `.${cents}`}`
}

/** A figure with its thousands separated, for reading; text that is no figure stays as it was typed. */
export const groupDigits = (text: string): string => {
  const parts = FIGURE.exec(plain(text))
  if (!parts) return text
  const whole = (parts[2] ?? '').replaceAll(',', '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${parts[1]}${whole}${parts[3] === undefined ? '' : `.${parts[3]}`}`
}

/** Percent, 0–1000, at most six decimals; a percent sign may follow. */
export const readPercent = (typed: string): Reading<string> => {
  const figure = readFigure(plain(typed).replace(/%$/, ''))
  if ('problem' in figure) return figure
  const { negative, whole, decimals } = figure.value
  const significant = decimals.replace(/0+$/, '')
  if (negative) return { problem: '百分比不能是负数。' }
  if (significant.length > 6) return { problem: '百分比最多 6 位小数。' }
  const digits = whole.replace(/^0+(?=\d)/, '')
  if (digits.length > 4 || Number(digits) > 1000 || (Number(digits) === 1000 && significant !== ''))
    return { problem: '百分比应在 0 至 1000 之间。' }
  return { value: significant === '' ? digits : `${digits}.${significant}` }
}

/** A whole number from `least` to `most`; 人 or 项 may follow. */
export const readWhole = (typed: string, least: number, most: number): Reading<number> => {
  const figure = readFigure(plain(typed).replace(/[人名项位个级]$/, ''), '125')
  if ('problem' in figure) return figure
  const { negative, whole, decimals } = figure.value
  if (decimals.replace(/0+$/, '') !== '') return { problem: '这里应是整数。' }
  const digits = whole.replace(/^0+(?=\d)/, '')
  const value = digits.length > 10 ? Number.POSITIVE_INFINITY : Number(digits) * (negative ? -1 : 1)
  if (value < least || value > most) return { problem: `应在 ${least} 至 ${most} 之间。` }
  return { value }
}
