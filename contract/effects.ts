import { z } from 'zod'
import { EditionKey } from './editions.ts'
import { route } from './route.ts'
import { DayText, Id } from './scalars.ts'

const tags = ['标准版本']

const Outcome = z.enum(['met', 'unmet', 'undetermined'])
const Row = z.object({ unmet: z.number(), undetermined: z.number(), met: z.number() })
/** How many firms went from one outcome (outer) to another (inner). */
const Matrix = z.object({ unmet: Row, undetermined: Row, met: Row })

/** A condition or indicator that pulled firms along, better or worse. */
const Cause = z.object({
  kind: z.enum(['condition', 'indicator']),
  id: z.string(),
  name: z.string(),
  cite: z.string(),
  up: z.number(),
  down: z.number(),
})

const Named = z.object({ standard: z.string(), edition: z.string(), title: z.string(), instrument: z.string() })

const Computing = z.object({
  state: z.literal('computing'),
  /** Firms evaluated so far, of how many; 0 of 0 while they are still being counted. */
  done: z.number(),
  firms: z.number(),
})

/** What an edition does to everybody who has handed in. */
const Ready = z.object({
  state: z.literal('ready'),
  /** The day on which every firm is taken to apply. */
  asOf: z.string(),
  /** Instant of the newest submission counted; null where there is none. */
  upTo: z.string().nullable(),
  before: Named,
  after: Named,
  firms: z.number(),
  /** Firms whose submitted facts can no longer be read; counted nowhere else. */
  unreadable: z.number(),
  total: Matrix,
  places: z.array(z.object({ authority: z.string(), matrix: Matrix })),
  /** By two digits of GB/T 4754; null where the industry is unknown. */
  industries: z.array(z.object({ industry: z.string().nullable(), matrix: Matrix })),
  causes: z.array(Cause),
  /** How many firms' outcome is another, and how many of them are kept to be listed. */
  turned: z.number(),
  listed: z.number(),
})
export type EditionEffect = z.infer<typeof Ready>

const Points = z.object({ min: z.number(), max: z.number() })

const TurnedFirm = z.object({
  enterprise: Id,
  authority: z.string(),
  /** The case with which it handed in last. */
  case: Id,
  name: z.string().nullable(),
  uscc: z.string().nullable(),
  industry: z.string().nullable(),
  before: Outcome,
  after: Outcome,
  scoreBefore: Points.nullable(),
  scoreAfter: Points.nullable(),
  because: z.array(z.object({ kind: z.enum(['condition', 'indicator']), id: z.string(), name: z.string() })),
})
export type TurnedFirm = z.infer<typeof TurnedFirm>

/** Met before and now unmet; not met before and now met; settled before and now open; any other turn. */
const Movement = z.enum(['lost', 'gained', 'opened', 'other'])
export type Movement = z.infer<typeof Movement>

const ofEdition = z.strictObject({ edition: EditionKey })
const question = {
  /** Day on which every firm is taken to apply; today unless told. */
  asOf: DayText.optional(),
  /** Of an overlay: the standard it is put upon. */
  upon: z.string().max(100).optional(),
}

export const effects = {
  of: route({
    method: 'GET',
    path: '/api/editions/:edition/effect',
    summary: '一个标准版本对全省已提交企业的影响：谁通过、谁不再通过，按地区和行业',
    tags,
    who: ['officer'],
    params: ofEdition,
    query: z.strictObject(question),
    response: z.discriminatedUnion('state', [Computing, Ready]),
    errors: ['edition.not-found', 'edition.nothing-before', 'act.not-your-jurisdiction'],
  }),
  firms: route({
    method: 'GET',
    path: '/api/editions/:edition/effect/firms',
    summary: '结论因此改变的企业，每页一百家',
    tags,
    who: ['officer'],
    params: ofEdition,
    query: z.strictObject({
      ...question,
      movement: Movement.optional(),
      authority: z.string().max(6).optional(),
      /** Where the page before this one ended. */
      after: z.string().max(60).optional(),
    }),
    response: z.discriminatedUnion('state', [
      Computing,
      z.object({ state: z.literal('ready'), firms: z.array(TurnedFirm), next: z.string().nullable() }),
    ]),
    errors: ['edition.not-found', 'edition.nothing-before', 'act.not-your-jurisdiction'],
  }),
}
