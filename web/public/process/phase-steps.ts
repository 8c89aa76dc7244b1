import { type Holder, type Phase, phases, type StepEntry, tierOneSteps } from '../../../regime/procedure/steps.ts'

/** One part of the road to tier 1 as the public reads it: who works on it and what happens there. */
export interface RoadPart {
  readonly phase: Phase
  readonly label: string
  readonly article: string
  readonly holders: readonly string[]
  /** What the firm reads while it stands there, with what comes next. */
  readonly stations: readonly { readonly label: string; readonly next: string }[]
}

const holderNames: Readonly<Record<Holder, string | undefined>> = {
  firm: '企业',
  'local-handler': '市级经办',
  'local-approver': '市级审批（另一人）',
  verifier: '核查人员（两人一组）',
  'province-handler': '省级经办',
  'province-approver': '省级审批（另一人）',
  clock: '公示期满自动转入下一步',
  none: undefined,
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** The road to tier 1, drawn from the procedure table itself (第九条), so that page and procedure cannot differ. */
export const tierOneRoad = (): readonly RoadPart[] => {
  const entries: readonly StepEntry[] = Object.values(tierOneSteps)
  return (Object.keys(phases) as Phase[]).map((phase) => {
    const steps = entries.filter((step) => step.phase === phase && (!step.final || step === tierOneSteps.announced))
    const stations = new Map<string, string>()
    for (const { applicant, next } of steps) if (!stations.has(applicant)) stations.set(applicant, next)
    return {
      phase,
      label: phases[phase],
      article: steps[0]?.article ?? '',
      holders: unique(steps.flatMap(({ holder }) => holderNames[holder] ?? [])),
      stations: [...stations].map(([label, next]) => ({ label, next })),
    }
  })
}
