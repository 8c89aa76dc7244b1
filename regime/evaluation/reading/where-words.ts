import { institutionNames } from '../lists/institutions.ts'
import { honourNames, titleNames } from '../lists/valid.ts'
import type { Raw } from './raw.ts'

const values: { readonly [key: string]: { readonly [value: string]: string } } = {
  class: { one: 'Ⅰ类', two: 'Ⅱ类' },
  level: { ...institutionNames, national: '国家级', provincial: '省部级' },
  kind: honourNames,
  tier: titleNames,
  list: { top500: '全国 500 强', top50: '全国 50 强' },
}

const flags: { readonly [key: string]: string } = {
  'high-value': '高价值',
  'self-developed': '自主研发',
  'in-use': '已实际应用并产生经济效益',
  recognised: '经认定',
}

/** What an entry of a list must be (`where`), in words: 国家级、省部级，排名前 3. Nothing of it is left out. */
export const whereWords = (where: Raw): string =>
  Object.keys(where)
    .sort()
    .map((key) => {
      const value = where[key]
      if (value === true && flags[key]) return flags[key]
      if (key === 'rank') return `排名前 ${String(value)}`
      const named = [value].flat().map((one) => values[key]?.[String(one)] ?? String(one))
      return values[key] ? named.join('、') : `${key}：${named.join('、')}`
    })
    .join('，')
