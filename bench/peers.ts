import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { judge } from '../regime/evaluation/evaluate.ts'
import type { Facts } from '../regime/evaluation/facts.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Standard } from '../regime/evaluation/standard.ts'
import { loadTracer } from '../standards/tracer.ts'
import { inventFirms } from './firms.ts'
import { computedByAll, median } from './measure.ts'
import { benchDuckDb } from './peers/duckdb.ts'
import { jsonRulesEngine } from './peers/json-rules-engine.ts'
import type { Peer, PeerFacts, PeerResult } from './peers/peer.ts'
import { publicodes } from './peers/publicodes.ts'
import { zenEngine } from './peers/zen-engine.ts'
import type { Row } from './table.ts'

const PACKAGES = [
  'json-rules-engine@7.3.1',
  '@gorules/zen-engine@0.54.0',
  'publicodes@1.10.3',
  '@duckdb/node-api@1.5.6-r.1',
]
const FIRMS = 200
const ROUNDS = 5
// A round of ours is too short to time once.
const PASSES = 200

/** What a peer is given of a firm: numbers as it takes them, lists counted already. */
const peerFacts = (standard: Standard, document: { readonly [key: string]: unknown }): PeerFacts => {
  const facts = parseFacts(document)
  const rightsOption = judge(standard, facts).result.indicators?.[0]?.option ?? 'E'
  const [now, before] = facts.years ?? []
  const wan = (fen: unknown): number => Number(fen) / 1_000_000
  const { readings } = judge(standard, facts).trace
  const census = readings[0]?.kind === 'tally' ? readings[0].census : null
  const ids = census?.inquiry.reasons.map(({ id }) => id) ?? []
  const noted = (met: number, id: string): boolean => ((met >> ids.indexOf(id)) & 1) === 1
  return {
    patents: (census?.met ?? []).map((met) => ({
      inForce: noted(met, 'in-force'),
      related: noted(met, 'related'),
      high: noted(met, 'high-value'),
      own: noted(met, 'self-developed'),
    })),
    rights: 'EDCBA'.indexOf(rightsOption),
    rd: wan(now?.rdExpense),
    revenue: wan(now?.revenue),
    main: wan(now?.mainRevenue),
    before: wan(before?.mainRevenue),
    debt: wan(now?.totalLiabilities),
    assets: wan(now?.totalAssets),
    emerging: facts.product?.strategicEmerging === true,
    awards: 0,
    honours: 0,
    institutions: 0,
    equity: 0,
  }
}

const timesOf = async (
  peer: Peer,
  firms: readonly PeerFacts[],
): Promise<{ readonly each: number; readonly results: readonly PeerResult[] }> => {
  const results: PeerResult[] = []
  for (const facts of firms) results.push(await peer.evaluate(facts))
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const begun = computedByAll()
    for (const facts of firms) await peer.evaluate(facts)
    rounds.push((computedByAll() - begun) / firms.length)
  }
  return { each: median(rounds), results }
}

/** What every peer has to say, as this engine says it. */
const ownResult = (standard: Standard, facts: Facts): PeerResult => {
  const { outcome, score, dimensions = [], indicators = [] } = judge(standard, facts).result
  return {
    pass: outcome === 'met',
    total: score?.min ?? 0,
    subtotals: dimensions.map((one) => one.score.min) as unknown as PeerResult['subtotals'],
    options: indicators.map(({ option }) => option ?? ''),
  }
}

/** Installs the peers outside the project, measures them against the explained evaluation, and removes them. */
export const benchPeers = async (standard: Standard): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-peers-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
    const { status } = spawnSync('npm', ['install', ...options, ...PACKAGES], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) return [{ what: 'peers', goal: '–', value: 'registry not reached' }]
    const { resolve } = createRequire(join(folder, 'package.json'))
    const load = (name: string): Promise<{ readonly [key: string]: never }> => import(pathToFileURL(resolve(name)).href)
    const documents = inventFirms(FIRMS, 22)
    const facts = documents.map(parseFacts)
    const given = documents.map((document) => peerFacts(standard, document))
    const right = facts.map((one) => ownResult(standard, one))
    const take = await loadTracer(standard)
    for (let warm = 0; warm < 2000; warm++) for (const one of facts) take(one)
    const own: number[] = []
    for (let round = 0; round < ROUNDS * 3; round++) {
      const begun = computedByAll()
      for (let pass = 0; pass < PASSES; pass++) for (const one of facts) take(one)
      own.push((computedByAll() - begun) / FIRMS / PASSES)
    }
    const explained = median(own)
    const rows: Row[] = []
    const peers = [
      { make: jsonRulesEngine, goal: 400 },
      { make: zenEngine, goal: 1000 },
      { make: publicodes, goal: 3000 },
    ]
    for (const { make, goal } of peers) {
      const peer = await make(load)
      const { each, results } = await timesOf(peer, given)
      const wrong = results.filter((result, firm) => !isDeepStrictEqual(result, right[firm])).length
      const ratio = each / explained
      rows.push({
        what: `explained vs ${peer.name}`,
        goal: `≥ ${goal}×`,
        value: `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`,
        reached: ratio >= goal,
        note: `${(explained * 1000).toFixed(2)} µs against ${(each * 1000).toFixed(0)} µs; wrong for ${wrong} of ${FIRMS} firms`,
      })
    }
    rows.push(...(await benchDuckDb(standard, load)))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
