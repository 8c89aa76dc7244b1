import type { Hit, Passage } from '../../../regime/evaluation/telling/outline.ts'
import { pointsText } from '../../../regime/evaluation/telling/words.ts'
import { Tag, type TagTone } from '../tag/Tag.tsx'
import { LineView } from './LineView.tsx'
import { MarkTag } from './MarkTag.tsx'
import './explanation.css'

const hitTones: { readonly [T in Hit['tone']]: TagTone } = {
  best: 'pass',
  middle: 'plain',
  nothing: 'fail',
  open: 'open',
}

/** Nothing but its sentence: no need to open it. */
const isBare = ({ lines, reasons, parts }: Passage): boolean =>
  lines.length <= 1 && reasons.length === 0 && parts.length === 0

const Bare = ({ passage: { mark, runIn } }: { readonly passage: Passage }) => (
  <p className="explanation__bare">
    {mark && <MarkTag mark={mark} />} <span>{runIn}</span>
  </p>
)

/** Why an entry counts or not, beside what its sentence has said. */
const Reasons = ({ reasons }: Pick<Passage, 'reasons'>) =>
  reasons.length === 0 ? null : (
    <ul className="explanation__reasons" aria-label="其余理由">
      {reasons.map(({ key, mark, text }) => (
        <li key={key}>
          <MarkTag mark={mark} /> {text}
        </li>
      ))}
    </ul>
  )

const Score = ({ score }: { readonly score: NonNullable<Passage['score']> }) => (
  <span className="explanation__points">
    {pointsText(score)}
    <small>
      <span aria-hidden="true">/</span>
      <span className="visually-hidden"> 分，满分 </span>
      {score.cap}
    </small>
  </span>
)

/**
 * One passage: a line with its name, short word and points or verdict, which opens into the explanation. Works without
 * scripts (details/summary). `open` for the one the reader is likely to want first.
 */
export const PassageView = ({ passage, open = false }: { readonly passage: Passage; readonly open?: boolean }) => {
  const { id, name, mark, hit, score, lines, reasons, parts } = passage
  return (
    <details className="explanation" id={id === undefined ? undefined : `node-${id}`} open={open}>
      <summary className="explanation__line">
        {id !== undefined && <span className="explanation__id">{id}</span>}
        <b className="explanation__name">{name}</b>
        <span className="explanation__word">
          {hit && <Tag tone={hitTones[hit.tone]}>{hit.text}</Tag>} {mark && <MarkTag mark={mark} />}
        </span>
        {score && <Score score={score} />}
      </summary>
      <div className="explanation__body">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a passage never move
          <LineView key={index} line={line} />
        ))}
        <Reasons reasons={reasons} />
        {parts.length > 0 && (
          <ul className="explanation__children">
            {parts.map((part) => (
              <li key={part.key}>{isBare(part) ? <Bare passage={part} /> : <PassageView passage={part} />}</li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
