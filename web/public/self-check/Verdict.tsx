import type { Standard } from '../../../regime/evaluation/standard.ts'
import { ScoreBar } from '../../components/score-bar/ScoreBar.tsx'
import { VerdictCard } from '../../components/verdict-card/VerdictCard.tsx'
import type { Assessment } from './assess.ts'
import { admissionNote, headlineOf, whyOf } from './deciding.ts'

/** The one verdict: interval, what decides, the three dimensions with their floors, and that it is not official. */
export const Verdict = ({
  assessment: { chosen, eligibility },
  standard,
}: {
  readonly assessment: Assessment
  readonly standard: Standard
}) => {
  const dimensions = (chosen.explanation.children ?? []).filter(({ kind }) => kind === 'dimension')
  return (
    <VerdictCard
      live
      compact
      outcome={chosen.outcome}
      {...(chosen.score && { score: chosen.score })}
      headline={headlineOf(chosen, standard.definition.aim)}
      why={
        <ul className="verdict-why">
          {whyOf(chosen, standard).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {admissionNote(eligibility).map((sentence) => (
            <li key={sentence}>
              <b>{sentence}</b>
            </li>
          ))}
        </ul>
      }
      basis={
        <>
          依据您在本页填写、未经核实的数据，不代表评价结论。标准：{chosen.explanation.citation}。
          <a className="no-print" href="#result">
            看每一分的依据
          </a>
        </>
      }
    >
      <div className="verdict-bars" hidden={dimensions.length === 0}>
        {dimensions.map(({ id, name, points, cap = 0, floor }) => (
          <ScoreBar
            key={id}
            name={name}
            points={points ?? { min: 0, max: cap }}
            cap={cap}
            {...(floor !== undefined && { floor })}
          />
        ))}
      </div>
    </VerdictCard>
  )
}
