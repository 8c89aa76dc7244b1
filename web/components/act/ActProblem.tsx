import type { Problem } from '../../shell/problem.ts'
import { Banner } from '../banner/Banner.tsx'

/** Why an act was refused and what to do now, where the person just pressed. */
export const ActProblem = ({ problem }: { readonly problem: Problem | undefined }) =>
  problem && (
    <Banner tone="fail" live title={problem.message}>
      {problem.remedy}
      {problem.article && `（依据：${problem.article}）`}
      <span className="muted small"> 代码 {problem.code}</span>
    </Banner>
  )
