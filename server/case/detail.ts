import type { Kysely, Selectable, Transaction } from 'kysely'
import type { z } from 'zod'
import type { CaseDetail, Submission } from '../../contract/case-view.ts'
import { endOfPeriod } from '../../regime/calendar/period.ts'
import type { Actor } from '../../regime/jurisdiction/actor.ts'
import { officeName, PROVINCE } from '../../regime/jurisdiction/authorities.ts'
import type { Day } from '../../regime/kernel/day.ts'
import { availableActs } from '../../regime/procedure/available.ts'
import { applyAct } from '../../regime/procedure/fold.ts'
import { progressOf } from '../../regime/procedure/progress.ts'
import { type CaseState, openObjections } from '../../regime/procedure/state.ts'
import { type Holder, isFinal, stepEntry } from '../../regime/procedure/steps.ts'
import { type Audience, actLabel, actWords } from '../../regime/procedure/words.ts'
import { eligibilityOf, type Law, standardOf } from '../law/law.ts'
import type { Database } from '../store/database.ts'
import { inScope, scopeOf } from '../store/scope.ts'
import { getCaseRow } from './find.ts'
import { datesOf } from './load.ts'
import { readActs, readNames, type StoredAct } from './record.ts'
import { findSubmission } from './submission.ts'
import { type CaseRow, caseSummary } from './summary.ts'
import type { BatchTable, SubmissionTable } from './tables.ts'

const posts: { readonly [H in Holder]: string } = {
  firm: '',
  'local-handler': '经办人员',
  'local-approver': '审批人员',
  verifier: '核查人员',
  'province-handler': '省级经办人员',
  'province-approver': '省级审批人员',
  clock: '公示期内',
  none: '已办结',
}

/** Everything about one case for the person who asks, in their words, with what they may do now. */
export const caseDetail = async (
  db: Kysely<Database>,
  law: Law,
  actor: Actor,
  today: Day,
  id: string,
): Promise<CaseDetail> =>
  inScope(db, scopeOf(actor), async (tx) => {
    const audience: Audience = actor.kind === 'officer' ? 'official' : 'applicant'
    const row = await getCaseRow(tx, id)
    const batch = await tx.selectFrom('batch').selectAll().where('id', '=', row.batch).executeTakeFirstOrThrow()
    const stored = await findSubmission(tx, row)
    const acts = await readActs(tx, row.authority, id)
    const { state } = row
    const entry = stepEntry(state.step)
    const names = await readNames(tx, [
      ...acts.map(({ person }) => person),
      ...(state.visit?.verifiers ?? []),
      state.proposal?.by,
    ])
    const correctionDue = endOfPeriod(law.calendar, {
      start: today,
      days: batch.correction_workdays,
      basis: 'workday',
      includeStart: false,
    })
    return {
      ...caseSummary(row, audience),
      seq: row.seq,
      phase: entry.phase,
      phases: progressOf(acts).map((stage) => ({ ...stage, on: stage.on ?? null })),
      final: isFinal(state.step),
      holder: await holderOf(tx, row, entry.holder),
      next: entry.next,
      article: entry.article,
      documentNumber: batch.document_number,
      closesOn: batch.closes_on,
      decided: state.decided,
      correction: state.correction ? { ...state.correction, reasons: [...state.correction.reasons] } : null,
      rejection: state.rejection ? { ...state.rejection, reasons: [...state.rejection.reasons] } : null,
      proposal: audience === 'official' ? proposalOf(state, names) : null,
      visit: state.visit
        ? {
            on: state.visit.on,
            verifiers: state.visit.verifiers.map((person) => ({
              id: person,
              name: names.get(person) ?? '',
              signed: state.visit?.signedBy.includes(person) === true,
            })),
          }
        : null,
      period: state.period ?? null,
      openObjections: openObjections(state),
      acts: timeline(acts, audience, names, row),
      available: availableActs(actor, {
        ...datesOf(batch),
        authority: row.authority,
        enterprise: row.enterprise,
        state,
        today,
      }).map((act) => ({ ...act, to: [...act.to] })),
      // 第三条 is checked again at every review: the declared facts held against today's date, for the officials.
      eligibilityNow:
        stored && audience === 'official'
          ? await law.evaluate(tx, eligibilityOf(batch), { ...stored.facts, asOf: today })
          : null,
      submission: stored ? await submissionOf(tx, law, stored, batch) : null,
      defaults: { correctionDue: correctionDue.day, correctionDueProvisional: correctionDue.provisional },
    }
  })

const proposalOf = ({ proposal }: CaseState, names: ReadonlyMap<string, string>) =>
  proposal
    ? { outcome: proposal.outcome, by: names.get(proposal.by) ?? '', reasons: [...(proposal.reasons ?? [])] }
    : null

/** Who holds the case and whom to call (R7.2). A case with the firm is still answered for by its authority. */
const holderOf = async (tx: Transaction<Database>, row: CaseRow, holder: Holder) => {
  const office = holder.startsWith('province') || row.step.startsWith('province') ? PROVINCE : row.authority
  const contact = await tx
    .selectFrom('authority_contact')
    .select('phone')
    .where('authority', '=', office)
    .executeTakeFirst()
  const name = holder === 'firm' ? row.enterprise_name : officeName(office)
  return { office: name, post: posts[holder], phone: contact?.phone ?? null }
}

const timeline = (
  acts: readonly StoredAct[],
  audience: Audience,
  names: ReadonlyMap<string, string>,
  row: CaseRow,
): CaseDetail['acts'] => {
  let state: CaseState | undefined
  return acts.flatMap((act) => {
    state = applyAct(state, act)
    const label = actLabel(act.act, audience)
    if (!label) return []
    const name = act.person ? names.get(act.person) : undefined
    const office = act.office
      ? officeName(act.office)
      : act.act.startsWith('application.')
        ? row.enterprise_name
        : '系统'
    return [
      {
        seq: act.seq,
        label,
        at: act.at,
        day: act.day,
        by: name && act.office ? `${office} ${name}` : office,
        words: [...actWords(act.act, act.payload, audience)],
        step: state.step,
      },
    ]
  })
}

const submissionOf = async (
  tx: Transaction<Database>,
  law: Law,
  stored: Selectable<SubmissionTable>,
  batch: Selectable<BatchTable>,
): Promise<z.input<typeof Submission>> => ({
  id: stored.id,
  round: stored.round,
  at: stored.at.toISOString(),
  declaredBy: stored.declared_by_name,
  digest: stored.digest,
  receipt: stored.receipt_number,
  facts: stored.facts,
  sources: stored.sources as z.input<typeof Submission>['sources'],
  evidence: stored.evidence as z.input<typeof Submission>['evidence'],
  unreadable: [],
  // The explanation is not stored: it is the same function of the same facts and the pinned edition (B3).
  result: await law.evaluate(tx, standardOf(batch), stored.facts),
  eligibility: await law.evaluate(tx, eligibilityOf(batch), stored.facts),
})
