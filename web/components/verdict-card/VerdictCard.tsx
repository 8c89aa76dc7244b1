import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { intervalText, type Points } from '../score-bar/interval.ts'
import { Tag, type TagTone } from '../tag/Tag.tsx'
import './verdict-card.css'

export type Outcome = 'met' | 'unmet' | 'undetermined'

const shown: Readonly<Record<Outcome, { readonly tone: TagTone; readonly word: string }>> = {
  met: { tone: 'pass', word: '达到' },
  unmet: { tone: 'fail', word: '未达到' },
  undetermined: { tone: 'open', word: '尚不能确定' },
}

/** Tag for an outcome or a single condition. */
export const OutcomeTag = ({ outcome }: { readonly outcome: Outcome }) => (
  <Tag tone={shown[outcome].tone}>{shown[outcome].word}</Tag>
)

/**
 * The one verdict of a screen: the deciding number, a sentence, why, and what it rests on. `basis` says whether the
 * facts are declared or verified; a score on declared facts must never look official.
 */
export const VerdictCard = ({
  outcome,
  score,
  cap = 100,
  headline,
  basis,
  live = false,
  compact = false,
  children,
  why,
}: {
  readonly outcome: Outcome
  readonly score?: Points
  readonly cap?: number
  readonly headline: string
  readonly why: ReactNode
  readonly basis: ReactNode
  /** Announces changes: the self-check beside its form. */
  readonly live?: boolean
  /** For a narrow column: the words below the number. */
  readonly compact?: boolean
  readonly children?: ReactNode
}) => (
  <section className={classes('card verdict-card', compact && 'verdict-card--compact')} aria-label="结论">
    <div className="verdict-card__top" {...(live && { 'aria-live': 'polite', 'aria-atomic': true })}>
      {score && (
        <p className="verdict-card__score">
          <span className="visually-hidden">得分 </span>
          {intervalText(score)}
          <small>
            <span aria-hidden="true"> / </span>
            <span className="visually-hidden">，满分</span>
            {cap}
          </small>
        </p>
      )}
      <div className="verdict-card__words">
        <h2 className="verdict-card__headline">{headline}</h2>
        <div className="muted">{why}</div>
      </div>
      <OutcomeTag outcome={outcome} />
    </div>
    {children}
    <p className="verdict-card__basis">{basis}</p>
  </section>
)
