import { type Load, type Peer, type PeerFacts, ratios } from './peer.ts'

interface Engine {
  addRule(rule: object): void
  addFact(id: string, compute: (params: object, almanac: Almanac) => unknown): void
  run(
    facts: object,
  ): Promise<{ readonly events: readonly { readonly type: string; readonly params: { readonly points: number } }[] }>
}

interface Almanac {
  factValue(id: string): Promise<number>
}

const band = (fact: string, points: number, from: number | undefined, to: number | undefined): object => ({
  conditions: {
    all: [
      ...(from === undefined ? [] : [{ fact, operator: 'greaterThanInclusive', value: from }]),
      ...(to === undefined ? [] : [{ fact, operator: 'lessThan', value: to }]),
    ],
  },
  event: { type: 'points', params: { points } },
})

const single = (fact: string, operator: string, value: unknown, points: number): object => ({
  conditions: { all: [{ fact, operator, value }] },
  event: { type: 'points', params: { points } },
})

/** Bands as rules, each repeating the previous bound, for it has no first-hit policy. */
export const jsonRulesEngine = async (load: Load): Promise<Peer> => {
  const { Engine: Constructor } = (await load('json-rules-engine')) as unknown as { readonly Engine: new () => Engine }
  const engine = new Constructor()
  for (const { id, over, under, edges, points, ...rest } of ratios) {
    const grown = 'growth' in rest
    engine.addFact(id, async (_params, almanac) => {
      const [a, b] = [await almanac.factValue(over), await almanac.factValue(under)]
      return grown ? (a - b) / b : a / b
    })
    edges.forEach((edge, at) => {
      const above = edges[at - 1]
      engine.addRule(band(id, points[at] as number, edge / 100, above === undefined ? undefined : above / 100))
    })
  }
  engine.addFact(
    'I4',
    async (_params, almanac) => (await almanac.factValue('debt')) / (await almanac.factValue('assets')),
  )
  engine.addRule(single('I4', 'lessThanInclusive', 0.55, 10))
  engine.addRule({
    conditions: {
      all: [
        { fact: 'I4', operator: 'greaterThan', value: 0.55 },
        { fact: 'I4', operator: 'lessThanInclusive', value: 0.75 },
      ],
    },
    event: { type: 'points', params: { points: 5 } },
  })
  for (const level of [1, 2, 3, 4]) engine.addRule(single('rights', 'equal', level, level * 5))
  engine.addRule(single('emerging', 'equal', true, 10))
  engine.addRule(single('emerging', 'equal', false, 5))
  for (const [fact, least] of [
    ['awards', 1],
    ['honours', 1],
    ['institutions', 1],
    ['equity', 500],
  ] as const)
    engine.addRule({
      conditions: { all: [{ fact, operator: 'greaterThanInclusive', value: least }] },
      event: { type: 'bypass', params: { points: 0 } },
    })
  return {
    name: 'json-rules-engine 7.3.1',
    evaluate: async (facts: PeerFacts) => {
      const { events } = await engine.run(facts)
      return events.reduce((sum, { params }) => sum + params.points, 0)
    },
  }
}
