import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { changeFacts, type FactsDocument } from '../regime/evaluation/change-facts.ts'
import { evaluate } from '../regime/evaluation/evaluate.ts'
import { parseFacts } from '../regime/evaluation/parse-facts.ts'
import type { Result } from '../regime/evaluation/result.ts'
import type { Outline } from '../regime/evaluation/telling/outline.ts'
import { subjectOf, tellResult } from '../regime/evaluation/telling/tell-result.ts'
import type { EvaluationPaper } from '../server/document/paper.ts'
import { findStandard, loadStandards } from '../standards/load.ts'

/** Every standard, by id. */
export const standardIds = loadStandards().map(({ id }) => id)

/** The firm of a standard's worked examples. */
export const exampleFirm = (standard: string): FactsDocument => {
  const [instrument = '', name = ''] = standard.split('/')
  const file = join(import.meta.dirname, '..', 'standards', instrument, 'examples', `${name}.yaml`)
  return (parse(readFileSync(file, 'utf8')) as { 企业: FactsDocument }).企业
}

/** The example's right in every way in which one counts, does not count, or is unknown. */
const manyRights = (firm: FactsDocument): readonly object[] => {
  const [first] = (firm as { intellectualProperty?: readonly object[] }).intellectualProperty ?? []
  return [
    {},
    { inForce: false },
    { kind: 'software-copyright', inUseWithBenefit: null },
    { kind: 'utility-model', grantedOn: '2022-07-01', selfDeveloped: false },
    { transferredInOn: '2024-01-05' },
    { grantedOn: '2010-01-01', overseasFamily: [{ office: 'US', examined: true }] },
    { relatedToMainProduct: false, ownerRank: 5 },
  ].map((change) => ({ ...first, ...change }))
}

/** Firms as an accountant meets them: as in the examples, without revenue, with much unknown, with nothing known. */
export const firmsOf = (standard: string): readonly (readonly [name: string, facts: FactsDocument])[] => {
  const firm = exampleFirm(standard)
  const years = (firm as { years?: readonly object[] }).years ?? []
  return [
    ['算例中的企业', firm],
    [
      '没有收入、不良记录、没有知识产权',
      changeFacts(firm, {
        '/years': years.map((year) => ({ ...year, revenue: '0', mainRevenue: '0' })),
        '/intellectualProperty': [],
        '/enterprise/seriousDishonesty': true,
        '/enterprise/incidents': [
          { kind: 'safety', on: '2023-05-01' },
          { kind: 'tax', on: '2019-01-01' },
          { kind: 'data' },
        ],
      }),
    ],
    [
      '许多知识产权、荣誉和融资，财务数据不全',
      changeFacts(firm, {
        '/years': years.slice(0, 1),
        '/intellectualProperty': manyRights(firm),
        '/honours': [
          { kind: 'high-tech-enterprise', validFrom: '2019-12-01', validTo: '2022-11-30' },
          { kind: 'ip-advantage', validFrom: '2023-01-01' },
        ],
        '/equityFinancing': [
          { paidInOn: '2022-09-01', amount: '600', qualifiedInvestor: true, dilution: '12' },
          { paidInOn: '2022-09-01', amount: '600', qualifiedInvestor: false, dilution: '12' },
          { amount: '700', qualifiedInvestor: true },
        ],
      }),
    ],
    ['什么都没填', { asOf: (firm as { asOf: string }).asOf }],
  ]
}

export interface Explained {
  readonly result: Result
  readonly outline: Outline
  readonly paper: EvaluationPaper
}

/** Facts evaluated, told and ready for the press. */
export const explained = (standard: string, document: object, generatedAt = '2026-09-01T02:30:00.000Z'): Explained => {
  const facts = parseFacts(document)
  const found = findStandard(standard)
  if (!found) throw new Error(`there is no standard ${standard}`)
  const result = evaluate(found, facts)
  const outline = tellResult(result, subjectOf(facts))
  return { result, outline, paper: { title: '评价说明', rows: [], outlines: [outline], proof: [], generatedAt } }
}
