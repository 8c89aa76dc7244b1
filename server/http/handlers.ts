import type { TiduContract } from '../../contract/index.ts'
import {
  claimHandlers,
  enterpriseHandlers,
  memberHandlers,
  profileHandlers,
  usccAdmissionHandlers,
} from '../enterprise/handlers.ts'
import { evidenceHandlers, uploadHandlers } from '../evidence/handlers.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import { administrationHandlers } from '../identity/administrationHandlers.ts'
import { sessionHandlers } from '../identity/sessionHandlers.ts'
import type { ContractHandlers } from './handling.ts'

/** What handlers need besides a request's own context. */
export interface HandlerNeeds {
  /** Where the bytes of evidence lie. */
  readonly evidence: EvidenceStore
}

/** The handlers of the whole contract: one line per noun. */
export const createHandlers = (needs: HandlerNeeds): ContractHandlers<TiduContract> => ({
  session: sessionHandlers,
  administration: administrationHandlers,
  uploads: uploadHandlers(needs.evidence),
  evidence: evidenceHandlers(needs.evidence),
  enterprises: enterpriseHandlers,
  claims: claimHandlers,
  members: memberHandlers,
  profile: profileHandlers,
  usccAdmissions: usccAdmissionHandlers,
})
