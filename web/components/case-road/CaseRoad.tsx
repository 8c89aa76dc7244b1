import type { CaseDetail } from '../../../contract/case-view.ts'
import { dayText } from '../deadline/Deadline.tsx'
import { Steps } from '../steps/Steps.tsx'

/** How far a case has come, part by part, each with its day: the same strip for the firm and for the desk (R7.2). */
export const CaseRoad = ({ phases, today }: { readonly phases: CaseDetail['phases']; readonly today: string }) => (
  <Steps
    steps={phases.map(({ phase, label, state, on }) => ({
      id: phase,
      label,
      state,
      ...(on && { note: state === 'now' ? `${dayText(on, today)}起` : dayText(on, today) }),
    }))}
  />
)
