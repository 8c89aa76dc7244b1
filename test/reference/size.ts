// 《中小企业划型标准规定》工信部联企业〔2011〕300号: only whether an enterprise is 大型.
import { applicationYear, fact, isKnown, ofYear, type RawFacts } from './facts.ts'
import { decimal, notBelow } from './fraction.ts'
import { when } from './tests.ts'
import { all, any, type Node, open } from './tree.ts'

/** Lower bounds of 大型 (本数 included): X 从业人员, Y 营业收入 and Z 资产总额 in 万元. */
interface Large {
  readonly X?: string
  readonly Y?: string
  readonly Z?: string
}

// The sixteen rows in their order
const agriculture: Large = { Y: '20000' }
const industry: Large = { X: '1000', Y: '40000' }
const construction: Large = { Y: '80000', Z: '80000' }
const wholesale: Large = { X: '200', Y: '40000' }
const retail: Large = { X: '300', Y: '20000' }
const transport: Large = { X: '1000', Y: '30000' }
const storage: Large = { X: '200', Y: '30000' }
const post: Large = { X: '1000', Y: '30000' }
const hotel: Large = { X: '300', Y: '10000' }
const catering: Large = { X: '300', Y: '10000' }
const infoTransmission: Large = { X: '2000', Y: '100000' }
const software: Large = { X: '300', Y: '10000' }
const realEstateDev: Large = { Y: '200000', Z: '10000' }
const property: Large = { X: '1000', Y: '5000' }
const leasingBusiness: Large = { X: '300', Z: '120000' }
const other: Large = { X: '300' }

/** The row of a GB/T 4754—2017 code; undefined where the rules don't cover it or the code is too short to decide. */
export const rowOf = (code: string): Large | undefined => {
  const division = Number(code.slice(0, 2))
  const group = code.slice(0, 3)
  const between = (first: number, last: number) => first <= division && division <= last
  if (between(1, 5)) return agriculture
  if (between(6, 46)) return industry // B 06–12, C 13–43, D 44–46
  if (between(47, 50)) return construction
  if (division === 51) return wholesale
  if (division === 52) return retail
  if (between(54, 58)) return transport // 53 铁路 is not covered
  if (group === '591') return transport
  if (['592', '593', '594', '595', '596', '599'].includes(group)) return storage
  if (division === 60) return post
  if (division === 61) return hotel
  if (division === 62) return catering
  if (between(63, 64)) return infoTransmission
  if (division === 65) return software
  if (group === '701') return realEstateDev
  if (group === '702') return property
  if (['703', '709'].includes(group)) return other // 704 房地产租赁经营 is not covered
  if (between(71, 72)) return leasingBusiness
  if (between(73, 75) || between(76, 79) || between(80, 82)) return other // M, N, O
  if (division === 85 || between(86, 90)) return other // Q 85, R
  return undefined
}

const rows = [
  ...[agriculture, industry, construction, wholesale, retail, transport, storage, post, hotel, catering],
  ...[infoTransmission, software, realEstateDev, property, leasingBusiness, other],
]

const columns = { X: 'employees', Y: 'revenue', Z: 'totalAssets' } as const

/** Below (以下 excludes the number here) at least one of the row's bounds, for 大型 must reach all of them. */
const isBelowLarge = (facts: RawFacts, row: Large): Node => {
  const lastYear = applicationYear(facts) - 1
  return any(
    ...(['X', 'Y', 'Z'] as const).flatMap((column) => {
      const bound = row[column]
      if (bound === undefined) return []
      return [when(ofYear(facts, lastYear, columns[column]), (value) => !notBelow(value, decimal(bound)))]
    }),
  )
}

/**
 * Not 大型. An unknown code leaves every row open, and that it is none of them; then the numbers of the rows stand under
 * the test like the code itself (as the classes of the little giant's research intensity do). A code without a row
 * decides nothing, and no number stands under it.
 */
export const isSme = (facts: RawFacts): Node => {
  const code = fact<string>(facts, 'enterprise', 'industry')
  if (!isKnown(code)) {
    const ofRow = rows.map((row) => all(open([code.unknown]), isBelowLarge(facts, row)))
    return any(...ofRow, all(open([code.unknown]), open([])))
  }
  const row = rowOf(code.value)
  return row ? isBelowLarge(facts, row) : open([])
}
