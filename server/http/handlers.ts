import type { TiduContract } from '../../contract/index.ts'
import { announcementHandlers } from '../announcement/handlers.ts'
import { batchHandlers } from '../batch/handlers.ts'
import { applicationHandlers, caseHandlers } from '../case/handlers.ts'
import type { Clock } from '../clock/clock.ts'
import { clockHandlers } from '../clock/handlers.ts'
import type { Press } from '../document/press.ts'
import { drawHandlers } from '../draw/handlers.ts'
import { editionHandlers } from '../edition/handlers.ts'
import {
  claimHandlers,
  enterpriseHandlers,
  memberHandlers,
  profileHandlers,
  usccAdmissionHandlers,
} from '../enterprise/handlers.ts'
import { evidenceHandlers, uploadHandlers } from '../evidence/handlers.ts'
import type { EvidenceStore } from '../evidence/store.ts'
import { filingHandlers } from '../filing/handlers.ts'
import { homeHandlers } from '../home/handlers.ts'
import { administrationHandlers } from '../identity/administrationHandlers.ts'
import { sessionHandlers } from '../identity/sessionHandlers.ts'
import { inboxHandlers } from '../inbox/handlers.ts'
import type { Law } from '../law/law.ts'
import { listHandlers } from '../list/handlers.ts'
import { noticeHandlers } from '../notice/handlers.ts'
import { objectionHandlers } from '../objection/handlers.ts'
import { effectHandlers } from '../population/handlers.ts'
import { selfCheckHandlers } from '../self-check/handlers.ts'
import { registerHandlers } from '../title/handlers.ts'
import type { ContractHandlers } from './handling.ts'

/** What handlers need besides a request's own context. */
export interface HandlerNeeds {
  /** Where the bytes of evidence lie. */
  readonly evidence: EvidenceStore
  /** The law as data. */
  readonly law: Law
  /** Makes PDF files. */
  readonly press: Press
  readonly clock: Clock
  /** Does at once what the day brings; see server/jobs/runner.ts. */
  readonly wake: () => Promise<unknown>
}

/** The handlers of the whole contract: one line per noun. */
export const createHandlers = (needs: HandlerNeeds): ContractHandlers<TiduContract> => ({
  session: sessionHandlers,
  administration: administrationHandlers,
  clock: clockHandlers(needs),
  selfCheck: selfCheckHandlers(needs.law, needs.press),
  batches: batchHandlers(needs.law),
  editions: editionHandlers(needs.law),
  effects: effectHandlers(needs.law),
  applications: applicationHandlers(needs.law, needs.press),
  cases: caseHandlers(needs.law, needs.press),
  uploads: uploadHandlers(needs.evidence),
  evidence: evidenceHandlers(needs.evidence),
  enterprises: enterpriseHandlers,
  claims: claimHandlers,
  members: memberHandlers,
  profile: profileHandlers,
  usccAdmissions: usccAdmissionHandlers,
  home: homeHandlers,
  lists: listHandlers(needs.law.calendar),
  notices: noticeHandlers(needs.law.calendar),
  objections: objectionHandlers,
  filings: filingHandlers,
  draws: drawHandlers,
  announcements: announcementHandlers,
  register: registerHandlers,
  inbox: inboxHandlers,
})
