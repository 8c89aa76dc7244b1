import type { ActName, Payloads } from '../../regime/procedure/payloads.ts'
import type { CaseState } from '../../regime/procedure/state.ts'
import type { Telling } from '../journal/tell.ts'

interface VisitMove {
  readonly view: {
    readonly authority: string
    readonly id: string
    readonly enterprise: string
    readonly enterpriseName: string
  }
  readonly act: { readonly act: ActName; readonly payload: Payloads[ActName] }
  readonly after: CaseState
}

/**
 * Whom a step of the on-site verification concerns while the case stays where it is: the day is told to the firm, which
 * has to be there, and to the verifiers, who have to go; the first signature to the verifiers, because a second is due.
 */
export const visitTellings = ({ view, act, after }: VisitMove): readonly Telling[] => {
  const { authority, id: subject, enterprise, enterpriseName: name } = view
  if (act.act === 'visit.schedule') {
    const payload = { name, on: (act.payload as Payloads['visit.schedule']).on }
    return [
      { authority, subject, subjectKind: 'case', enterprise, topic: 'visit.scheduled', payload },
      { authority, subject, subjectKind: 'visit', role: 'verifier', topic: 'visit.assigned', payload },
    ]
  }
  if (act.act === 'visit.sign' && after.step === 'visit')
    return [
      { authority, subject, subjectKind: 'visit', role: 'verifier', topic: 'visit.half-signed', payload: { name } },
    ]
  return []
}
