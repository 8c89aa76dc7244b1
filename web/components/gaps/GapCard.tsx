import { effortWords } from '../../../regime/evaluation/gap/effort.ts'
import type { Gap } from '../../../regime/evaluation/gap/move.ts'
import type { Standard } from '../../../regime/evaluation/standard.ts'
import { Button } from '../button/Button.tsx'
import { Card } from '../card/Card.tsx'
import { useGaps } from './use-gaps.ts'
import './gaps.css'

const SHOWN = 3
const MOST = 15

const Ways = ({
  gaps,
  from,
  onTry,
}: {
  readonly gaps: readonly Gap[]
  readonly from: number
  readonly onTry?: ((gap: Gap) => void) | undefined
}) => (
  <ol className={from > 1 ? 'gaps gaps--more' : 'gaps'}>
    {gaps.map((gap, index) => (
      <li key={gap.moves.map(({ sentence }) => sentence).join()}>
        {gap.moves.map(({ id, sentence }) => (
          <span key={id}>{sentence}</span>
        ))}
        {onTry && (
          <div>
            <Button small tone="plain" onClick={() => onTry(gap)}>
              代入试算<span className="visually-hidden">第 {from + index} 条路</span>
            </Button>
          </div>
        )}
      </li>
    ))}
  </ol>
)

/**
 * What is lacking, in real terms (B2): the smallest sets of changes that would reach the outcome, least effort first, and
 * what no change can mend. While facts are unknown a set also says what these would have to be.
 */
export const GapCard = ({
  facts,
  standard,
  onTry,
}: {
  readonly facts: object
  readonly standard: Standard
  /** Takes a set over into the what-if. */
  readonly onTry?: (gap: Gap) => void
}) => {
  const found = useGaps(standard, facts)
  if (!found) return null
  const { gaps, barriers } = found
  const rest = gaps.slice(SHOWN, MOST)
  return (
    <Card
      title={gaps.length > 0 ? '离达标最近的路' : '离达标还差什么'}
      {...(gaps.length > 1 && { aside: '任选其一，省力的在前' })}
    >
      {barriers.length > 0 && (
        <ul className="gaps__barriers">
          {barriers.map(({ id, sentence }) => (
            <li key={id}>{sentence}</li>
          ))}
        </ul>
      )}
      {gaps.length === 0 && barriers.length === 0 && (
        <p className="muted">同时改变三项还不够。请对照每一项的依据，看哪些没有满足、哪些还没填。</p>
      )}
      {gaps.length > 0 && <Ways gaps={gaps.slice(0, SHOWN)} from={1} onTry={onTry} />}
      {rest.length > 0 && (
        <details>
          <summary>
            再看 {rest.length} 条路{gaps.length > MOST && `（共 ${gaps.length} 条）`}
          </summary>
          <Ways gaps={rest} from={SHOWN + 1} onTry={onTry} />
        </details>
      )}
      {gaps.length > 0 && (
        <details>
          <summary>这些路是怎样找的</summary>
          <p className="small muted">
            每条路至多三项，都照做即达到；少做一项，或其中一项少一分钱，就达不到。还不知道的数按“至少多少”说，查清即可。
            {effortWords}。审计过的数不能改动：这里说的是差多少，可以作为下一年度的目标。
          </p>
        </details>
      )}
    </Card>
  )
}
