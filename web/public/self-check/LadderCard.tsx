import { useMemo } from 'react'
import { judge } from '../../../regime/evaluation/evaluate.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import { Card } from '../../components/card/Card.tsx'
import { useGaps } from '../../components/gaps/use-gaps.ts'
import { OutcomeTag } from '../../components/verdict-card/VerdictCard.tsx'
import { type Offered, offered } from './standards.ts'

const rungs = offered.filter(({ current }) => current)

/** How far the next rung is: its easiest way, or what is in the way and how much stands open. */
const Next = ({ next, facts }: { readonly next: Offered; readonly facts: object }) => {
  const found = useGaps(next.standard, facts)
  if (!found) return null
  const [easiest] = found.gaps
  return (
    <div className="stack stack--tight small">
      <p>
        <b>离{next.name}还差：</b>
        {easiest
          ? easiest.moves.map(({ sentence }) => sentence).join('，并且')
          : found.barriers.length === 0 && '同时改变三项还不够，选中它看每一项。'}
      </p>
      {found.barriers.map(({ id, sentence }) => (
        <p key={id}>{sentence}</p>
      ))}
    </div>
  )
}

/** The three titles from low to high, each as the same facts stand with it, and what is lacking to the next above. */
export const LadderCard = ({
  facts,
  filled,
  chosen,
  onChoose,
}: {
  readonly facts: object
  /** Of an empty sheet nothing can be said to be lacking. */
  readonly filled: boolean
  readonly chosen: Offered
  readonly onChoose: (next: Offered) => void
}) => {
  const outcomes = useMemo(() => {
    const known = parseFacts(facts)
    return rungs.map(({ standard }) => judge(standard, known).result.outcome)
  }, [facts])
  const own = rungs.findIndex(({ tier }) => tier === chosen.tier)
  const next = rungs.find((_rung, at) => at > own && outcomes[at] !== 'met')
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
      {filled && next && <Next next={next} facts={facts} />}
    </Card>
  )
}
