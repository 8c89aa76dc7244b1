import { LETTERS, type Load, type Peer, type PeerFacts, type PeerResult, ratios } from './peer.ts'

interface Decision {
  evaluate(
    facts: object,
    options: { readonly trace: boolean },
  ): Promise<{ readonly result: { readonly [name: string]: never }; readonly trace: object }>
}

const table = (id: string, field: string, rows: readonly (readonly [condition: string, points: number])[]): object => ({
  id,
  name: id,
  type: 'decisionTableNode',
  position: { x: 0, y: 0 },
  content: {
    hitPolicy: 'first',
    inputs: [{ id: `${id}i`, name: id, type: 'expression', field }],
    outputs: [
      { id: `${id}o`, name: id, type: 'expression', field: id },
      { id: `${id}l`, name: `${id} option`, type: 'expression', field: `${id}option` },
    ],
    rules: rows.map(([condition, points], at) => ({
      _id: `${id}r${at}`,
      [`${id}i`]: condition,
      [`${id}o`]: String(points),
      [`${id}l`]: `'${LETTERS[at]}'`,
    })),
    passThrough: true,
    executionMode: 'single',
  },
})

/** One decision table an indicator, each passing its input on, and a sum at the end; evaluated with its trace. */
export const zenEngine = async (load: Load): Promise<Peer> => {
  const { ZenEngine } = (await load('@gorules/zen-engine')) as unknown as {
    readonly ZenEngine: new () => { createDecision(content: object): Decision }
  }
  const tables = [
    ...ratios.map(({ id, over, under, edges, points, ...rest }) =>
      table(id, 'growth' in rest ? `(${over} - ${under}) / ${under}` : `${over} / ${under}`, [
        ...edges.map((edge, at) => [`>= ${edge / 100}`, points[at]] as [string, number]),
        ['', 0],
      ]),
    ),
    table('I4', 'debt / assets', [
      ['<= 0.55', 10],
      ['<= 0.75', 5],
      ['', 0],
    ]),
    table('I1', 'rights', [
      ['4', 20],
      ['3', 15],
      ['2', 10],
      ['1', 5],
      ['', 0],
    ]),
    table('I5', 'emerging', [
      ['true', 10],
      ['', 5],
    ]),
  ] as readonly { readonly id: string }[]
  const node = (id: string, type: string, content: object = {}): object => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    content,
  })
  const sum = node('sum', 'expressionNode', {
    expressions: [
      { id: 'e0', key: 'innovation', value: 'I1 + I2' },
      { id: 'e3', key: 'growth', value: 'I3 + I4' },
      { id: 'e4', key: 'specialisation', value: 'I5 + I6' },
      { id: 'e1', key: 'total', value: 'I1 + I2 + I3 + I4 + I5 + I6' },
      {
        id: 'e2',
        key: 'pass',
        value:
          '(I1 + I2 + I3 + I4 + I5 + I6 >= 60 and I1 + I2 >= 20 and I3 + I4 >= 15 and I5 + I6 >= 15) or awards >= 1 or honours >= 1 or institutions >= 1 or equity >= 500',
      },
    ],
    passThrough: true,
  })
  // It can count a list, so it does; the reasons of each right are judged for it.
  const counts = node('counts', 'expressionNode', {
    expressions: [
      {
        id: 'e5',
        key: 'rights',
        value:
          'some(patents, #.inForce and #.related and #.high) ? 4 : some(patents, #.inForce and #.related and #.own) ? 3 : some(patents, #.inForce and #.related) ? 2 : 0',
      },
    ],
    passThrough: true,
  })
  const order = ['in', 'counts', ...tables.map(({ id }) => id), 'sum', 'out']
  const edges = order
    .slice(1)
    .map((target, at) => ({ id: `edge${at}`, type: 'edge', sourceId: order[at], targetId: target }))
  const decision = new ZenEngine().createDecision({
    contentType: 'application/vnd.gorules.decision',
    nodes: [node('in', 'inputNode'), counts, ...tables, sum, node('out', 'outputNode')],
    edges,
  })
  return {
    name: 'zen-engine 0.54.0 with trace',
    evaluate: async ({ rights: _, ...facts }: PeerFacts): Promise<PeerResult> => {
      const { result } = await decision.evaluate(facts, { trace: true })
      return {
        pass: result.pass as unknown as boolean,
        total: result.total as unknown as number,
        subtotals: [result.innovation, result.growth, result.specialisation] as never,
        options: [1, 2, 3, 4, 5, 6].map((at) => result[`I${at}option`] as unknown as string),
      }
    },
  }
}
