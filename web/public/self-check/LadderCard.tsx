import { useMemo } from 'react'
import { judge } from '../../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import { Card } from '../../components/card/Card.tsx'
import { useGaps } from '../../components/gaps/use-gaps.ts'
import { OutcomeTag } from '../../components/verdict-card/VerdictCard.tsx'
import { type Offered, offered } from './standards.ts'

const rungs = offered.filter(({ current }) => current)

/** How far the next rung is, by its easiest way. */
const Next = ({ next, facts }: { readonly next: Offered; readonly facts: object }) => {
  const found = useGaps(next.standard, facts)
  if (!found) return null
  const [easiest] = found.gaps
  const [barrier] = found.barriers
  return (
    <p className="small">
      <b>离{next.name}还差：</b>
      {easiest
        ? easiest.moves.map(({ sentence }) => sentence).join('，并且')
        : (barrier?.sentence ?? '三项以上的改变，选中它看每一项。')}
    </p>
  )
}

/** The three titles from low to high, each as the same facts stand with it, and what is lacking to the first not reached. */
export const LadderCard = ({
  facts,
  chosen,
  onChoose,
}: {
  readonly facts: object
  readonly chosen: Offered
  readonly onChoose: (next: Offered) => void
}) => {
  const outcomes = useMemo(() => {
    const known = parseFacts(facts)
    return rungs.map(({ standard }) => judge(standard, known).result.outcome)
  }, [facts])
  const next = rungs.find((_rung, at) => outcomes[at] !== 'met')
  return (
    <Card title="三级阶梯" aside="一次填写，各级共用">
      <ol className="rungs">
        {rungs.map((rung, at) => (
          <li key={rung.tier}>
            <button type="button" className="rungs__rung" aria-pressed={rung === chosen} onClick={() => onChoose(rung)}>
              {rung.name}
            </button>
            <OutcomeTag outcome={outcomes[at] ?? 'undetermined'} />
          </li>
        ))}
      </ol>
      {next && next !== chosen && <Next next={next} facts={facts} />}
    </Card>
  )
}
