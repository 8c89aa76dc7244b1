import { parse } from 'yaml'
import { type Load, type Peer, type PeerFacts, ratios } from './peer.ts'

interface Engine {
  setSituation(situation: { readonly [name: string]: unknown }): Engine
  evaluate(name: string): { readonly nodeValue: unknown }
}

const inputs = [
  'rights',
  'rd',
  'revenue',
  'main',
  'before',
  'debt',
  'assets',
  'awards',
  'honours',
  'institutions',
  'equity',
]

const varied = (
  name: string,
  value: string,
  rows: readonly (readonly [condition: string, points: number])[],
  rest: number,
): string =>
  [
    `${name} value:`,
    `  valeur: ${value}`,
    `${name}:`,
    '  variations:',
    ...rows.map(([condition, points]) => `    - si: ${name} value ${condition}\n      alors: ${points}`),
    `    - sinon: ${rest}`,
  ].join('\n')

/** Its own YAML: one rule with variations an indicator, everything else a sum. */
export const publicodes = async (load: Load): Promise<Peer> => {
  // CommonJS within: its default export is one level down.
  const loaded = (await load('publicodes')) as unknown as {
    readonly default: { readonly default: new (rules: object) => Engine }
  }
  const Constructor = loaded.default.default
  const rules = [
    ...inputs.map((name) => `${name}:`),
    'emerging:',
    ...ratios.map(({ id, over, under, edges, points, ...rest }) =>
      varied(
        id,
        'growth' in rest ? `(${over} - ${under}) / ${under}` : `${over} / ${under}`,
        edges.map((edge, at) => [`>= ${edge / 100}`, points[at] as number]),
        0,
      ),
    ),
    varied(
      'I4',
      'debt / assets',
      [
        ['<= 0.55', 10],
        ['<= 0.75', 5],
      ],
      0,
    ),
    'I1:\n  valeur: rights * 5',
    'I5:\n  variations:\n    - si: emerging\n      alors: 10\n    - sinon: 5',
    'total:\n  valeur: I1 + I2 + I3 + I4 + I5 + I6',
    'pass:\n  une de ces conditions:\n    - toutes ces conditions:\n        - total >= 60\n        - I1 + I2 >= 20\n        - I3 + I4 >= 15\n        - I5 + I6 >= 15\n    - awards >= 1\n    - honours >= 1\n    - institutions >= 1\n    - equity >= 500',
  ].join('\n')
  const engine = new Constructor(parse(rules) as object)
  return {
    name: 'publicodes 1.10.3',
    evaluate: ({ emerging, ...facts }: PeerFacts) => {
      const situated = engine.setSituation({ ...facts, emerging: emerging ? 'oui' : 'non' })
      situated.evaluate('pass')
      return Number(situated.evaluate('total').nodeValue)
    },
  }
}
