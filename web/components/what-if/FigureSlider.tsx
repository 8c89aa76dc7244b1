import { useState } from 'react'
import type { Figure } from '../../../regime/evaluation/gap/what-if.ts'
import type { MoneyUnit } from '../../../regime/profile/field.ts'
import { Button } from '../button/Button.tsx'
import { placeOn, stepAt, type Track, trackOf } from './track.ts'
import { readTyped, typedRange, typedText, unitName } from './typed-figure.ts'

/** The thresholds below the slider: its next points begin at these. Decoration; the buttons say them in words. */
const Ticks = ({
  track,
  figure,
  entered,
}: {
  readonly track: Track
  readonly figure: Figure
  readonly entered: bigint | null
}) => (
  <svg className="what-if__ticks" width="100%" height="14" aria-hidden="true">
    {figure.turns
      .filter(({ value }) => value > track.from && value < track.to)
      .map(({ value }) => {
        const x = `${placeOn(track, value)}%`
        return <line key={String(value)} className="what-if__tick" x1={x} x2={x} y1="0" y2="10" />
      })}
    {entered !== null && <circle className="what-if__entered" cx={`${placeOn(track, entered)}%`} cy="7" r="3.5" />}
  </svg>
)

const nearest = ({ turns, value }: Figure) => {
  const now = value ?? -1n
  const below = turns.filter((turn) => turn.value < now).at(-1)
  const above = turns.find((turn) => turn.value > now)
  return [below, above].flatMap((turn) => turn ?? [])
}

/** One figure of the what-if: a slider, the exact number beside it, and the nearest thresholds to jump to. */
export const FigureSlider = ({
  figure,
  entered,
  unit,
  onChange,
}: {
  /** As assumed; its thresholds depend on the other assumptions. */
  readonly figure: Figure
  /** The value that was entered as a fact. */
  readonly entered: bigint | null
  readonly unit: MoneyUnit
  readonly onChange: (value: bigint | undefined) => void
}) => {
  // The scale stays while one slides: it follows the entered value, not the assumed one.
  const track = trackOf({ ...figure, value: entered })
  const [draft, setDraft] = useState<string>()
  const { path, label, value } = figure
  const id = `what-if${path.replace(/\//g, '-')}`
  const moved = value !== entered
  const wrong = draft !== undefined && readTyped(figure, draft, unit) === undefined
  return (
    <div className="what-if__figure">
      <div className="what-if__head">
        <label htmlFor={id}>{label}</label>
        <span className="what-if__number">
          <input
            className="control control--amount"
            aria-label={`${label}，假设为`}
            inputMode="decimal"
            autoComplete="off"
            value={draft ?? typedText(figure, value, unit)}
            {...(wrong && { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` })}
            onChange={({ target }) => {
              setDraft(target.value)
              const read = readTyped(figure, target.value, unit)
              if (read !== undefined) onChange(read)
            }}
            onBlur={() => setDraft(undefined)}
          />
          <span aria-hidden="true">{unitName(figure, unit)}</span>
        </span>
      </div>
      {wrong && (
        <p id={`${id}-wrong`} className="field__error">
          {typedRange(figure, unit)}
        </p>
      )}
      <input
        type="range"
        id={id}
        className="what-if__range"
        min={0}
        max={Number((track.to - track.from) / track.step)}
        step={1}
        value={stepAt(track, value ?? track.from)}
        aria-valuetext={value === null ? '未填' : figure.read(value)}
        onChange={({ target }) => {
          setDraft(undefined)
          const next = track.from + BigInt(target.value) * track.step
          onChange(figure.most !== null && next > figure.most ? figure.most : next)
        }}
      />
      <Ticks track={track} figure={figure} entered={entered} />
      <div className="what-if__jumps">
        {nearest(figure).map((turn) => (
          <Button key={String(turn.value)} small tone="plain" onClick={() => onChange(turn.value)}>
            {turn.words}：{figure.read(turn.value)}
          </Button>
        ))}
        {moved && (
          <Button small tone="quiet" onClick={() => onChange(undefined)}>
            恢复原值<span className="visually-hidden">：{label}</span>
            {entered !== null && ` ${figure.read(entered)}`}
          </Button>
        )}
      </div>
    </div>
  )
}
