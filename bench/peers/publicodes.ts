import { parse } from 'yaml'
import { LETTERS, type Load, type Peer, type PeerFacts, type PeerResult, ratios } from './peer.ts'

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

/** An indicator: the option from its value, the points from the option. */
const varied = (
  name: string,
  value: string,
  rows: readonly (readonly [condition: string, points: number])[],
  rest: number,
): string => {
  const last = LETTERS[rows.length] as string
  return [
    `${name} value:`,
    `  valeur: ${value}`,
    `${name} option:`,
    '  variations:',
    ...rows.map(([condition], at) => `    - si: ${name} value ${condition}\n      alors: "'${LETTERS[at]}'"`),
    `    - sinon: "'${last}'"`,
    `${name}:`,
    '  variations:',
    ...rows.map(([, points], at) => `    - si: ${name} option = '${LETTERS[at]}'\n      alors: ${points}`),
    `    - sinon: ${rest}`,
  ].join('\n')
}

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
    varied(
      'I1',
      'rights',
      [4, 3, 2, 1].map((level) => [`= ${level}`, level * 5] as const),
      0,
    ),
    'I5 option:\n  variations:\n    - si: emerging\n      alors: "\'A\'"\n    - sinon: "\'B\'"',
    "I5:\n  variations:\n    - si: I5 option = 'A'\n      alors: 10\n    - sinon: 5",
    'innovation:\n  valeur: I1 + I2',
    'growth:\n  valeur: I3 + I4',
    'specialisation:\n  valeur: I5 + I6',
    'total:\n  valeur: innovation + growth + specialisation',
    'pass:\n  une de ces conditions:\n    - toutes ces conditions:\n        - total >= 60\n        - innovation >= 20\n        - growth >= 15\n        - specialisation >= 15\n    - awards >= 1\n    - honours >= 1\n    - institutions >= 1\n    - equity >= 500',
  ].join('\n')
  const engine = new Constructor(parse(rules) as object)
  return {
    name: 'publicodes 1.10.3',
    evaluate: ({ emerging, patents: _, ...facts }: PeerFacts): PeerResult => {
      const situated = engine.setSituation({ ...facts, emerging: emerging ? 'oui' : 'non' })
      const found = (name: string): never => situated.evaluate(name).nodeValue as never
      return {
        pass: found('pass'),
        total: found('total'),
        subtotals: [found('innovation'), found('growth'), found('specialisation')],
        options: [1, 2, 3, 4, 5, 6].map((at) => found(`I${at} option`)),
      }
    },
  }
}
