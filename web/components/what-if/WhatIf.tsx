import { useMemo, useState } from 'react'
import type { FactsDocument } from '../../../regime/evaluation/change-facts.ts'
import { evaluate } from '../../../regime/evaluation/evaluate.ts'
import type { Gap } from '../../../regime/evaluation/gap/move.ts'
import { figuresToTry } from '../../../regime/evaluation/gap/what-if.ts'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Result } from '../../../regime/evaluation/result.ts'
import type { Standard } from '../../../regime/evaluation/standard.ts'
import { pointsText } from '../../../regime/evaluation/telling/words.ts'
import type { MoneyUnit } from '../../../regime/profile/field.ts'
import { Button } from '../button/Button.tsx'
import { Card } from '../card/Card.tsx'
import { LineView } from '../explanation/LineView.tsx'
import { MarkTag } from '../explanation/MarkTag.tsx'
import { intervalText } from '../score-bar/interval.ts'
import { Tag } from '../tag/Tag.tsx'
import { OutcomeTag } from '../verdict-card/VerdictCard.tsx'
import { type Assumption, assumptionOf, documentValue, isNothing, nothingAssumed, supposedFacts } from './assumption.ts'
import { type Changed, changedPassages } from './changed-passages.ts'
import { FigureSlider } from './FigureSlider.tsx'
import './what-if.css'

const ChangedView = ({ before, after }: Changed) => (
  <li className="what-if__changed">
    <p className="row">
      {after.id !== undefined && <span className="muted">{after.id}</span>} <b>{after.name}</b>
      {after.score && (
        <span>
          {before?.score && pointsText(before.score) !== pointsText(after.score) && `${pointsText(before.score)} → `}
          {pointsText(after.score)} / {after.score.cap}
        </span>
      )}
      {after.mark && <MarkTag mark={after.mark} />}
    </p>
    {after.lines
      .filter(({ kind }) => kind === 'formula')
      .map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a passage never move
        <LineView key={index} line={line} />
      ))}
  </li>
)

/**
 * 假如……: figures tried out beside the facts. Nothing here is saved or becomes a fact; every result is of the assumption and
 * says so. The same code as the evaluation's, at every movement.
 */
export const WhatIf = ({
  standard,
  facts,
  result,
  unit,
  tried,
}: {
  readonly standard: Standard
  readonly facts: FactsDocument
  /** Of the facts as entered. */
  readonly result: Result
  readonly unit: MoneyUnit
  /** The set of moves to begin with. A new key takes over another. */
  readonly tried?: Gap | undefined
}) => {
  const [assumption, onAssume] = useState<Assumption>(() =>
    tried ? assumptionOf(tried, figuresToTry(standard, parseFacts(facts))) : nothingAssumed,
  )
  const entered = useMemo(
    () => new Map(figuresToTry(standard, parseFacts(facts)).map(({ path, value }) => [path, value])),
    [standard, facts],
  )
  const supposed = useMemo(() => {
    const known = parseFacts(supposedFacts(facts, assumption))
    return { figures: figuresToTry(standard, known), result: evaluate(standard, known) }
  }, [standard, facts, assumption])
  const changed = useMemo(
    () => (isNothing(assumption) ? [] : changedPassages(result.explanation, supposed.result.explanation)),
    [assumption, result, supposed],
  )
  const { score, outcome } = supposed.result
  const set = (path: string, value: unknown): void => {
    const { [path]: _old, ...others } = assumption.figures
    onAssume({ ...assumption, figures: value === undefined ? others : { ...others, [path]: value } })
  }
  return (
    <Card className="what-if" title="假如……" aside={<Tag tone="open">假设，不是填报的数</Tag>}>
      <p className="small muted">
        拖动或填写，看结果怎样变；刻度是下一档开始的地方，圆点是您填的数。这里的数不保存，也不改动已填的内容。
      </p>
      <div className="what-if__two">
        <div className="what-if__figures">
          {supposed.figures.map((figure) => (
            <FigureSlider
              key={figure.path}
              figure={figure}
              entered={entered.get(figure.path) ?? null}
              unit={unit}
              onChange={(value) => set(figure.path, value === undefined ? undefined : documentValue(figure, value))}
            />
          ))}
        </div>
        <div className="what-if__result" aria-live="polite">
          <p className="what-if__outcome">
            <span>假设下</span>
            {score && (
              <b>
                {intervalText(score)}
                <small> 分</small>
              </b>
            )}
            <OutcomeTag outcome={outcome} />
          </p>
          <p className="small muted">
            现在{result.score && ` ${intervalText(result.score)} 分，`}
            {{ met: '达到', unmet: '未达到', undetermined: '尚不能确定是否达到' }[result.outcome]}
            {standard.definition.aim}
          </p>
          {assumption.deeds.length > 0 && (
            <ul className="what-if__deeds" aria-label="同时假设">
              {assumption.deeds.map((deed) => (
                <li key={deed.id}>
                  {deed.sentence}
                  <Button
                    small
                    tone="plain"
                    onClick={() =>
                      onAssume({ ...assumption, deeds: assumption.deeds.filter(({ id }) => id !== deed.id) })
                    }
                  >
                    去掉<span className="visually-hidden">：{deed.sentence}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {changed.length > 0 && (
            <ul className="what-if__changes" aria-label="因此变动的">
              {changed.map((one) => (
                <ChangedView key={one.after.key} {...one} />
              ))}
            </ul>
          )}
          {!isNothing(assumption) && (
            <p>
              <Button small tone="quiet" onClick={() => onAssume(nothingAssumed)}>
                全部恢复原值
              </Button>
            </p>
          )}
        </div>
      </div>
    </Card>
  )
}
