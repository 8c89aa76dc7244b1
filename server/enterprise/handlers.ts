import type { contract } from '../../contract/index.ts'
import type { Handlers } from '../http/handling.ts'
import { answerClaim } from './claim/answer.ts'
import { confirmOutcome } from './claim/confirm.ts'
import { decideClaim } from './claim/decide.ts'
import { openClaim } from './claim/open.ts'
import { proposeOutcome } from './claim/propose.ts'
import { readClaimsAgainst } from './claim/read-against.ts'
import { readClaim } from './claim/read-claim.ts'
import { readClaimQueue } from './claim/read-queue.ts'
import { saveClaimDraft } from './claim/save-draft.ts'
import { submitClaim } from './claim/submit.ts'
import { withdrawClaim } from './claim/withdraw.ts'
import { lookUpEnterprise } from './look-up.ts'
import { acceptInvitation } from './member/accept-invitation.ts'
import { changeMember } from './member/change-member.ts'
import { invite } from './member/invite.ts'
import { readMembers } from './member/read-members.ts'
import { revokeInvitation } from './member/revoke-invitation.ts'
import { viewInvitation } from './member/view-invitation.ts'
import { readOwnClaim, readOwnEnterprises } from './own.ts'
import { readFactHistory } from './profile/fact-history.ts'
import { readProfile } from './profile/read-profile.ts'
import { saveFact } from './profile/save-fact.ts'
import { setUnit } from './profile/set-unit.ts'
import { registerEnterprise } from './register.ts'
import { decideAdmission } from './uscc/decide-admission.ts'
import { proposeAdmission } from './uscc/propose-admission.ts'
import { readAdmissions } from './uscc/read-admissions.ts'

export const enterpriseHandlers: Handlers<typeof contract.enterprises> = {
  lookUp: ({ query }, { db }) => lookUpEnterprise(db, query.uscc),
  register: ({ body }, context) => registerEnterprise(context.db, context, body),
  own: (_, { db, actor }) => readOwnEnterprises(db, actor),
}

export const claimHandlers: Handlers<typeof contract.claims> = {
  open: ({ body }, context) => openClaim(context.db, context, body),
  own: ({ params }, { db, actor }) => readOwnClaim(db, actor, params.authority, params.claim),
  saveDraft: ({ params, body }, context) => saveClaimDraft(context.db, context, { ...params, ...body }),
  submit: ({ params, body }, context) => submitClaim(context.db, context, { ...params, ...body }),
  withdraw: ({ params }, context) => withdrawClaim(context.db, context, params),
  against: async (_, { db, actor }) => ({ claims: await readClaimsAgainst(db, actor) }),
  answer: ({ params, body }, context) => answerClaim(context.db, context, { claim: params.claim, ...body }),
  queue: ({ query }, { db, actor }) => readClaimQueue(db, actor, query),
  file: ({ params }, { db, actor }) => readClaim(db, actor, params.claim),
  decide: ({ params, body }, context) => decideClaim(context.db, context, { ...params, ...body }),
  propose: ({ params, body }, context) => proposeOutcome(context.db, context, { ...params, ...body }),
  confirm: ({ params, body }, context) => confirmOutcome(context.db, context, { ...params, ...body }),
}

export const memberHandlers: Handlers<typeof contract.members> = {
  list: (_, { db, actor, now }) => readMembers(db, actor, now),
  invite: ({ body }, context) => invite(context.db, context, body),
  revoke: ({ params }, context) => revokeInvitation(context.db, context, params.invitation),
  change: ({ params, body }, context) => changeMember(context.db, context, { person: params.person, to: body.to }),
  viewInvitation: ({ body }, { db, actor, now }) => viewInvitation(db, actor, now, body.token),
  acceptInvitation: ({ body }, context) => acceptInvitation(context.db, context, body.token),
}

export const profileHandlers: Handlers<typeof contract.profile> = {
  read: (_, { db, actor }) => readProfile(db, actor),
  save: async ({ body }, context) => {
    const { entry, problem } = await saveFact(context.db, context, body)
    return { entry: { ...entry, evidence: [...entry.evidence] }, problem }
  },
  history: async ({ query }, { db, actor }) => ({ changes: await readFactHistory(db, actor, query.path) }),
  setUnit: ({ body }, context) => setUnit(context.db, context, body.unit),
}

export const usccAdmissionHandlers: Handlers<typeof contract.usccAdmissions> = {
  list: async (_, { db, actor }) => ({ admissions: await readAdmissions(db, actor) }),
  propose: ({ body }, context) => proposeAdmission(context.db, context, body),
  decide: ({ params, body }, context) => decideAdmission(context.db, context, { ...params, ...body }),
}
