import { LETTERS, type Load, type Peer, type PeerFacts, type PeerResult, ratios } from './peer.ts'

interface Params {
  readonly indicator: number
  readonly option: string
  readonly points: number
}

interface Engine {
  addRule(rule: object): void
  addFact(id: string, compute: (params: object, almanac: Almanac) => unknown): void
  run(facts: object): Promise<{ readonly events: readonly { readonly type: string; readonly params: Params }[] }>
}

interface Almanac {
  factValue(id: string): Promise<number>
}

const band = (fact: string, params: Params, from: number | undefined, to: number | undefined): object => ({
  conditions: {
    all: [
      ...(from === undefined ? [] : [{ fact, operator: 'greaterThanInclusive', value: from }]),
      ...(to === undefined ? [] : [{ fact, operator: 'lessThan', value: to }]),
    ],
  },
  event: { type: 'points', params },
})

const single = (fact: string, operator: string, value: unknown, params: Params): object => ({
  conditions: { all: [{ fact, operator, value }] },
  event: { type: 'points', params },
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
      const params = { indicator: Number(id[1]), option: LETTERS[at] as string, points: points[at] as number }
      engine.addRule(band(id, params, edge / 100, above === undefined ? undefined : above / 100))
    })
    engine.addRule(
      band(id, { indicator: Number(id[1]), option: 'E', points: 0 }, undefined, (edges.at(-1) as number) / 100),
    )
  }
  engine.addFact(
    'I4',
    async (_params, almanac) => (await almanac.factValue('debt')) / (await almanac.factValue('assets')),
  )
  engine.addRule(single('I4', 'lessThanInclusive', 0.55, { indicator: 4, option: 'A', points: 10 }))
  engine.addRule({
    conditions: {
      all: [
        { fact: 'I4', operator: 'greaterThan', value: 0.55 },
        { fact: 'I4', operator: 'lessThanInclusive', value: 0.75 },
      ],
    },
    event: { type: 'points', params: { indicator: 4, option: 'B', points: 5 } },
  })
  engine.addRule(single('I4', 'greaterThan', 0.75, { indicator: 4, option: 'C', points: 0 }))
  for (const level of [0, 1, 2, 3, 4])
    engine.addRule(
      single('rights', 'equal', level, { indicator: 1, option: LETTERS[4 - level] as string, points: level * 5 }),
    )
  engine.addRule(single('emerging', 'equal', true, { indicator: 5, option: 'A', points: 10 }))
  engine.addRule(single('emerging', 'equal', false, { indicator: 5, option: 'B', points: 5 }))
  for (const [fact, least] of [
    ['awards', 1],
    ['honours', 1],
    ['institutions', 1],
    ['equity', 500],
  ] as const)
    engine.addRule({
      conditions: { all: [{ fact, operator: 'greaterThanInclusive', value: least }] },
      event: { type: 'bypass', params: { indicator: 0, option: '', points: 0 } },
    })
  return {
    name: 'json-rules-engine 7.3.1',
    evaluate: async ({ patents: _, ...facts }: PeerFacts): Promise<PeerResult> => {
      const { events } = await engine.run(facts)
      const points = [0, 0, 0, 0, 0, 0]
      const options = ['', '', '', '', '', '']
      let bypassed = false
      for (const { type, params } of events)
        if (type === 'bypass') bypassed = true
        else {
          points[params.indicator - 1] = params.points
          options[params.indicator - 1] = params.option
        }
      const [i1 = 0, i2 = 0, i3 = 0, i4 = 0, i5 = 0, i6 = 0] = points
      const subtotals = [i1 + i2, i3 + i4, i5 + i6] as const
      const total = subtotals[0] + subtotals[1] + subtotals[2]
      const scored = total >= 60 && subtotals[0] >= 20 && subtotals[1] >= 15 && subtotals[2] >= 15
      return { pass: scored || bypassed, total, subtotals, options }
    },
  }
}
