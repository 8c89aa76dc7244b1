import type { z } from 'zod'
import type { effects, TurnedFirm as FirmAnswer, Movement } from '../../contract/effects.ts'
import type { Edition } from '../../regime/evaluation/edition.ts'
import type { Change } from '../../regime/evaluation/effect/changes.ts'
import type { TurnedFirm } from '../../regime/evaluation/effect/effect.ts'
import type { Handlers } from '../http/handling.ts'
import type { Law } from '../law/law.ts'
import { scopeOf } from '../store/scope.ts'
import type { EffectQuestion } from './compute-effect.ts'
import { type Effects, openEffects } from './effects.ts'
import { readQuestion } from './question.ts'

/** How long a reader is kept waiting before being told how far it is. */
const PATIENCE = 1500
/** Firms of one page of the list. */
const PAGE = 100

const movementOf = ({ before, after }: TurnedFirm): Movement => {
  if (after === 'met') return 'gained'
  if (after === 'undetermined') return 'opened'
  return before === 'met' ? 'lost' : 'other'
}

/** A place in the list that stays what it is while the list grows. */
const keyOf = ({ authority, id }: TurnedFirm): string => `${authority}.${id}`

const named = ({ standard: { id, edition, definition } }: Edition) => ({
  standard: id,
  edition,
  title: definition.title,
  instrument: definition.instrument,
})

/** Names of conditions and indicators, those of the later edition first. */
const namesIn = ({ before, after }: EffectQuestion): ((change: Change) => string) => {
  const names = new Map<string, string>()
  for (const { definition } of [before.standard, after.standard]) {
    for (const { id, name } of definition.conditions) names.set(`condition ${id}`, name)
    for (const { id, name } of definition.score?.indicators ?? []) names.set(`indicator ${id}`, name)
  }
  return ({ kind, id }) => names.get(`${kind} ${id}`) ?? id
}

const firmAnswer = (
  { id, scoreBefore, scoreAfter, because, ...rest }: TurnedFirm,
  nameOf: (change: Change) => string,
): FirmAnswer => ({
  ...rest,
  enterprise: id,
  scoreBefore: scoreBefore && { ...scoreBefore },
  scoreAfter: scoreAfter && { ...scoreAfter },
  because: because.map((change) => ({ kind: change.kind, id: change.id, name: nameOf(change) })),
})

/** What an edition would do to everybody who has handed in (第八条, B4); the province's alone. */
export const effectHandlers = (
  law: Law,
  kept: Effects = openEffects({ patience: PATIENCE }),
): Handlers<typeof effects> => ({
  of: async ({ params, query }, { db, actor, today }): Promise<z.input<(typeof effects)['of']['response']>> => {
    const question = await readQuestion(db, law, actor, today, { ...params, ...query })
    const answer = await kept.ask(db, scopeOf(actor), question)
    if (answer.state === 'computing') return answer
    const { effect, upTo } = answer
    return {
      state: 'ready',
      asOf: question.asOf,
      upTo,
      before: named(question.before),
      after: named(question.after),
      firms: effect.firms,
      unreadable: effect.unreadable,
      total: effect.total,
      places: [...effect.places],
      industries: [...effect.industries],
      causes: [...effect.causes],
      turned: effect.turnedFirms,
      listed: effect.turned.length,
    }
  },
  firms: async ({ params, query }, { db, actor, today }) => {
    const question = await readQuestion(db, law, actor, today, { ...params, ...query })
    const answer = await kept.ask(db, scopeOf(actor), question)
    if (answer.state === 'computing') return answer
    const { movement, authority, after = '' } = query
    const rest = answer.effect.turned.filter(
      (firm) =>
        keyOf(firm) > after &&
        (movement === undefined || movementOf(firm) === movement) &&
        (authority === undefined || firm.authority === authority),
    )
    const page = rest.slice(0, PAGE)
    const last = page.at(-1)
    const nameOf = namesIn(question)
    return {
      state: 'ready',
      firms: page.map((firm) => firmAnswer(firm, nameOf)),
      next: last && rest.length > page.length ? keyOf(last) : null,
    }
  },
})
