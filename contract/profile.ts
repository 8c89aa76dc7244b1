import { z } from 'zod'
import { type FactSource, factSources } from '../regime/profile/field.ts'
import { nothing, route } from './route.ts'
import { DayText, Id, Instant, LocalAuthority } from './scalars.ts'

const tags = ['企业资料']
const params = z.strictObject({ enterprise: Id })

const Unit = z.enum(['yuan', 'wan'])
const Source = z.enum(Object.keys(factSources) as [FactSource], { error: '请选择来源。' })
const Path = z.string().min(2).max(300)

/** What stands at one place of the profile. */
export const Entry = z.object({
  path: z.string(),
  raw: z.string().nullable(),
  unit: Unit.nullable(),
  source: Source.nullable(),
  datedOn: z.string().nullable(),
  evidence: z.array(Id),
  version: z.number(),
  person: Id,
  at: Instant,
})

/** The same with the name of whoever entered it. */
export const SignedEntry = Entry.extend({ by: z.string() })
export type SignedEntry = z.infer<typeof SignedEntry>

export const Profile = z.object({
  enterprise: z.object({
    id: Id,
    authority: LocalAuthority,
    name: z.string(),
    uscc: z.string(),
    usccConfirmed: z.boolean(),
  }),
  role: z.enum(['owner', 'member']),
  standing: z.enum(['pending', 'confirmed']),
  /** The unit this person likes. */
  unit: Unit,
  entries: z.array(SignedEntry),
})
export type Profile = z.infer<typeof Profile>

export const profile = {
  read: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/profile',
    summary: '企业资料',
    tags,
    who: ['firm'],
    params,
    response: Profile,
    errors: ['enterprise.not-found'],
  }),
  save: route({
    method: 'PUT',
    path: '/api/enterprises/:enterprise/profile/fact',
    summary: '保存一项资料；内容不对也照样保存，同事已改动的不覆盖',
    tags,
    who: ['firm'],
    params,
    body: z.strictObject({
      path: Path,
      raw: z.string().max(4000, '内容不超过 4000 字。').nullable(),
      unit: Unit.nullable(),
      source: Source.nullable(),
      datedOn: DayText.nullable(),
      evidence: z.array(Id).max(50, '一项资料的佐证不超过 50 份。'),
      /** The version that was on the page; 0 where nothing stood. */
      baseVersion: z.int().min(0),
    }),
    response: z.object({ entry: Entry, problem: z.string().nullable() }),
    errors: ['fact.stale', 'fact.unknown', 'evidence.not-found'],
  }),
  history: route({
    method: 'GET',
    path: '/api/enterprises/:enterprise/profile/history',
    summary: '一项资料的全部修改记录',
    tags,
    who: ['firm'],
    params,
    query: z.strictObject({ path: Path }),
    response: z.object({ changes: z.array(SignedEntry) }),
    errors: ['fact.unknown'],
  }),
  setUnit: route({
    method: 'PUT',
    path: '/api/enterprises/:enterprise/profile/unit',
    summary: '金额按元或万元显示',
    tags,
    who: ['firm'],
    params,
    body: z.strictObject({ unit: Unit }),
    response: nothing,
  }),
}
