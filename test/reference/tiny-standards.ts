import { readStandard } from '../../regime/evaluation/loading/load-standard.ts'
import { readTerms } from '../../regime/evaluation/loading/read-terms.ts'
import type { Standard } from '../../regime/evaluation/standard.ts'

// Standards so small that every change of a firm can be tried: thresholds of a few 分, rates of a few parts.

const wan = (fen: number): string => `0.${String(fen).padStart(6, '0')}万元`
const terms = {
  rights: {
    cite: 'x',
    'class-one': { cite: 'x', kinds: ['invention-patent'] },
    transferred: { cite: 'x', never: true },
  },
}
const loadStandard = (document: unknown): Standard => {
  const definition = readStandard(document, readTerms(terms))
  return { id: definition.id, definition, edition: '' }
}
const frame = {
  tier: 'innovative',
  instrument: 'x',
  cite: 'x',
  'in-force': { from: '2020-01-01' },
  aim: 'x',
}

/** Thresholds that tests vary. */
export interface Sizes {
  readonly revenue: number
  readonly research: number
  readonly intensity: number
  readonly share: number
  readonly debt: number
  readonly total: number
}

/** Conditions that all hold: figures pulled up, down, shares of a figure that moves as well, a sum of two years. */
export const tinyConditions = ({ revenue, research, intensity, share, debt, total }: Sizes): Standard =>
  loadStandard({
    ...frame,
    id: 'tiny/conditions',
    title: 'x',
    conditions: [
      {
        id: 'K1',
        name: 'x',
        cite: 'x',
        any: [
          { metric: 'revenue', year: 'Y-1', 'at-least': wan(revenue) },
          { metric: 'rights', where: { class: 'one' }, 'at-least': '2项' },
        ],
      },
      { id: 'K2', name: 'x', cite: 'x', metric: 'main-business-share', year: 'Y-1', 'at-least': `${share}%` },
      {
        id: 'K3',
        name: 'x',
        cite: 'x',
        all: [
          { metric: 'rd-expense', year: 'Y-1', 'at-least': wan(research) },
          { metric: 'rd-intensity', year: 'Y-1', 'at-least': `${intensity}%` },
        ],
      },
      {
        id: 'K4',
        name: 'x',
        cite: 'x',
        any: [
          { metric: 'debt-ratio', year: 'Y-1', 'at-most': `${debt}%` },
          { metric: 'strategic-emerging', is: true },
        ],
      },
      { id: 'K5', name: 'x', cite: 'x', metric: 'rd-expense-two-year-total', 'at-least': wan(total) },
    ],
    outcome: { all: ['K1', 'K2', 'K3', 'K4', 'K5'].map((condition) => ({ condition })) },
  })

const bands = (points: readonly number[], edges: readonly string[]) =>
  points.map((own, at) => ({
    option: 'ABCD'[at],
    points: own,
    ...(at < edges.length && { from: edges[at] }),
    ...(at > 0 && { to: edges[at - 1] }),
  }))
const falling = (points: readonly number[], edges: readonly string[]) =>
  points.map((own, at) => ({
    option: 'ABCD'[at],
    points: own,
    ...(at > 0 && { from: edges[at - 1] }),
    ...(at < edges.length && { to: edges[at] }),
  }))

/** Points with a floor, and one direct way beside them. */
export const tinyScore = ({ research, intensity, share, debt, revenue }: Sizes): Standard =>
  loadStandard({
    ...frame,
    id: 'tiny/score',
    title: 'x',
    cap: 50,
    dimensions: [
      {
        id: 'a',
        name: 'x',
        cap: 20,
        cite: 'x',
        indicators: [
          {
            id: 'J1',
            name: 'x',
            cap: 10,
            cite: 'x',
            'best-of': [
              {
                id: 'p',
                name: 'x',
                metric: 'rd-expense',
                year: 'Y-1',
                bands: bands([10, 5, 0], [wan(research + 3), wan(research)]),
              },
              {
                id: 'q',
                name: 'x',
                metric: 'rd-intensity',
                year: 'Y-1',
                bands: bands([10, 5, 0], [`${intensity + 20}%`, `${intensity}%`]),
              },
            ],
          },
          {
            id: 'J2',
            name: 'x',
            cap: 10,
            cite: 'x',
            options: [
              {
                option: 'A',
                points: 10,
                label: 'x',
                when: { metric: 'rights', where: { class: 'one' }, 'at-least': '2项' },
              },
              {
                option: 'B',
                points: 5,
                label: 'x',
                when: { metric: 'rights', where: { class: 'one' }, 'at-least': '1项' },
              },
              { option: 'C', points: 0, label: 'x', otherwise: true },
            ],
          },
        ],
      },
      {
        id: 'b',
        name: 'x',
        cap: 30,
        cite: 'x',
        indicators: [
          {
            id: 'J3',
            name: 'x',
            cap: 10,
            cite: 'x',
            metric: 'main-business-share',
            year: 'Y-1',
            bands: bands([10, 5, 0], [`${share}%`, `${share - 20}%`]),
          },
          {
            id: 'J4',
            name: 'x',
            cap: 10,
            cite: 'x',
            metric: 'debt-ratio',
            year: 'Y-1',
            bands: falling([10, 5, 0], [`${debt}%`, `${debt + 20}%`]),
          },
          {
            id: 'J5',
            name: 'x',
            cap: 10,
            cite: 'x',
            metric: 'net-profit-margin',
            year: 'Y-1',
            bands: bands([10, 5, 0], ['30%', '10%']),
          },
        ],
      },
    ],
    conditions: [
      {
        id: 'S',
        name: 'x',
        cite: 'x',
        all: [
          { score: 'total', 'at-least': 35, name: 'x' },
          { score: 'a', 'at-least': 10, name: 'x' },
        ],
      },
      { id: 'D', name: 'x', cite: 'x', metric: 'revenue', year: 'Y-1', 'at-least': wan(revenue + 6) },
    ],
    outcome: { any: [{ condition: 'S' }, { condition: 'D' }] },
  })
