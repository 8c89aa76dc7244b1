import { writeRow } from '../regime/evaluation/flat/row.ts'
import { planStandard } from '../regime/evaluation/plan/plan-standard.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { handFlat } from './hand-flat.ts'
import { loadFlat } from './load-flat.ts'
import { compare } from './measure.ts'
import { inventCells, randomFrom } from './population.ts'
import type { Row } from './table.ts'

const FIRMS = 10_000

/** Generated straight-line code against the same by hand, row after row. */
export const benchFlat = async (standard: Standard): Promise<readonly Row[]> => {
  const plan = planStandard(standard.definition)
  const { flat } = await loadFlat(plan)
  const random = randomFrom(131)
  const width = plan.columns.length
  const rows = new Float64Array(FIRMS * width)
  for (let firm = 0; firm < FIRMS; firm++) writeRow(plan, inventCells(plan, random), rows, firm * width)
  const generated = new Uint32Array(FIRMS)
  const byHand = new Uint32Array(FIRMS)
  const runGenerated = (): void => {
    for (let firm = 0; firm < FIRMS; firm++) flat(rows, firm * width, generated, firm)
  }
  const runByHand = (): void => {
    for (let firm = 0; firm < FIRMS; firm++) handFlat(rows, firm * width, byHand, firm)
  }
  runGenerated()
  runByHand()
  if (generated.some((word, firm) => word !== byHand[firm])) throw new Error('flat code and hand-written code differ')
  const times = compare({ generated: runGenerated, byHand: runByHand }, { rounds: 25, milliseconds: 30 })
  const [own = 1, hand = 1] = [times.generated, times.byHand]
  const million = (ms: number): string => `${(FIRMS / ms / 1000).toFixed(1)} M/s`
  const ratio = hand / own
  return [
    {
      what: `flat evaluation vs hand-written integers (${standard.id})`,
      goal: '≥ 0.9×',
      value: `${ratio.toFixed(2)}×`,
      reached: ratio >= 0.9,
      note: `${million(own)} against ${million(hand)}, three-valued, columns read already`,
    },
  ]
}
