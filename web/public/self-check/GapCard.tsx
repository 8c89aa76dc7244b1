import { useMemo } from 'react'
import { findGaps } from '../../../regime/evaluation/gap/find-gaps.ts'
import type { Gap } from '../../../regime/evaluation/gap/move.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Standard } from '../../../regime/evaluation/standard.ts'
import { Card } from '../../components/card/Card.tsx'

const SHOWN = 3

const Ways = ({ gaps }: { readonly gaps: readonly Gap[] }) => (
  <ol className="gaps">
    {gaps.map(({ moves }) => (
      <li key={moves.map(({ sentence }) => sentence).join()}>
        {moves.map(({ id, sentence }) => (
          <span key={id}>{sentence}</span>
        ))}
      </li>
    ))}
  </ol>
)

/**
 * What is lacking, in real terms: the smallest sets of changes that would reach the outcome, least effort first. Shown
 * where the outcome is certain to be missed; while facts are unknown, filling them in comes first.
 */
export const GapCard = ({ facts, standard }: { readonly facts: object; readonly standard: Standard }) => {
  const gaps = useMemo(() => findGaps(standard, parseFacts(facts)), [facts, standard])
  if (gaps.length === 0)
    return (
      <Card title="离达标还差什么">
        <p className="muted">需要同时改变三项以上，才可能达到。请对照下面每一分的依据逐项看。</p>
      </Card>
    )
  return (
    <Card title="离达标最近的路" aside="任选其一，省力的在前">
      <Ways gaps={gaps.slice(0, SHOWN)} />
      {gaps.length > SHOWN && (
        <details>
          <summary>其余 {gaps.length - SHOWN} 条路</summary>
          <Ways gaps={gaps.slice(SHOWN)} />
        </details>
      )}
      <p className="small muted">已审计的数不能改动：这里说的是差多少，可以作为下一年度的目标。</p>
    </Card>
  )
}
