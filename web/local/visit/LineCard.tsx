import { useState } from 'react'
import type { ChecklistItem } from '../../../contract/visit.ts'
import { Button } from '../../components/button/Button.tsx'
import { officeEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { type Choice, RadioField } from '../../components/field/ChoiceField.tsx'
import { TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import type { Answer, Note } from './note.ts'
import { PhotoButton, PhotoStrip, type ShownPhoto } from './PhotoStrip.tsx'
import type { Photo } from './store.ts'

/** A line as the page shows it: of the checklist, or added by the verifiers. */
export type PageLine = Pick<ChecklistItem, 'item' | 'title'> & Partial<ChecklistItem>

export const answers: readonly (Choice & { readonly value: Answer; readonly label: string })[] = [
  { value: 'true', label: '属实', tone: 'pass' },
  { value: 'differs', label: '有出入', tone: 'fail' },
  { value: 'not-found', label: '查不到', tone: 'open' },
]

export const answerOf = (answer: Answer | undefined) => answers.find(({ value }) => value === answer)

/** What can be done with a line; absent where nothing may be changed. */
export interface LineActs {
  readonly onNote: (change: Partial<Omit<Note, 'item'>>) => void
  readonly onPhotos: (files: readonly File[]) => void
  readonly onRemovePhoto: (photo: ShownPhoto) => void
  readonly onRetryPhoto: (photo: Photo) => void
  readonly onSettle: (whose: 'mine' | 'theirs') => void
  readonly onRemove: () => void
}

export interface LineProps {
  readonly line: PageLine
  readonly number: number
  readonly note: Note
  readonly photos: readonly ShownPhoto[]
  readonly authority: string
  /** The other verifier's words, where both noted something different. */
  readonly theirs: Note | undefined
  readonly others: string
  readonly acts: LineActs | undefined
}

const MOST_PHOTOS = 30

/** One line as a sentence: 有出入，实际 22 人；3 人已离职. */
export const noteText = ({ answer, found, note }: Note): string =>
  [answerOf(answer)?.label ?? '没有结论', answer === 'differs' && found && `实际 ${found}`, note]
    .filter(Boolean)
    .join('，')

/** What was declared, without repeating the title. */
const declaredText = ({ title, declared }: PageLine): string | undefined => {
  if (declared === undefined || declared === '现场查看') return undefined
  return declared.startsWith(`${title}：`) ? declared.slice(title.length + 1) : declared
}

/** What rests on the line, unless that is the line itself. */
const restingOn = ({ title, carries = [] }: PageLine) => carries.filter(({ name }) => name !== title)

const Background = ({ line, authority }: Pick<LineProps, 'line' | 'authority'>) => (
  <>
    {declaredText(line) && (
      <span className="visit-line__declared">
        <span className="muted">申报</span> <b>{declaredText(line)}</b>
      </span>
    )}
    {line.hint && <span className="visit-line__hint">{line.hint}</span>}
    {restingOn(line).length > 0 && (
      <span className="visit-line__carries">
        关系到：
        {restingOn(line).map(({ id, name, standing }, index) => (
          <span key={id}>
            {index > 0 && '、'}
            {name}（{standing}）
          </span>
        ))}
      </span>
    )}
    {line.evidence && line.evidence.length > 0 && (
      <span className="visit-line__carries">
        申报佐证：
        {line.evidence.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && '、'}
            <a href={officeEvidence(authority, id)} target="_blank" rel="noreferrer">
              {name}
            </a>
          </span>
        ))}
      </span>
    )}
  </>
)

const Dispute = ({
  note,
  theirs,
  others,
  onSettle,
}: { note: Note; theirs: Note; others: string } & Pick<LineActs, 'onSettle'>) => (
  <section className="visit-dispute" aria-label="两人记录不同">
    <p>
      <Tag tone="fail">两人记录不同</Tag> 选定以前，保存在系统里的是{others}的记录。
    </p>
    <dl className="visit-dispute__sides">
      <div>
        <dt>您记的</dt>
        <dd>{noteText(note)}</dd>
        <dd>
          <Button tone="quiet" onClick={() => onSettle('mine')}>
            用我记的
          </Button>
        </dd>
      </div>
      <div>
        <dt>{others}记的</dt>
        <dd>{noteText(theirs)}</dd>
        <dd>
          <Button tone="quiet" onClick={() => onSettle('theirs')}>
            用{others}记的
          </Button>
        </dd>
      </div>
    </dl>
  </section>
)

/** A line nobody can change here: what was noted. */
const Reading = ({ note }: Pick<LineProps, 'note'>) => {
  const answer = answerOf(note.answer)
  return (
    <p className="visit-line__reading">
      <Tag tone={answer?.tone ?? 'plain'}>{answer?.label ?? '没有结论'}</Tag>
      {note.answer === 'differs' && note.found && <b>实际 {note.found}</b>}
      {note.note && <span>{note.note}</span>}
    </p>
  )
}

const Noting = ({ line, note, photos, acts }: Pick<LineProps, 'line' | 'note' | 'photos'> & { acts: LineActs }) => {
  const [wordsOpen, setWordsOpen] = useState(false)
  const { answer } = note
  const asksWords = answer === 'differs' || answer === 'not-found'
  const showsWords = asksWords || wordsOpen || Boolean(note.note)
  return (
    <>
      {answer === 'differs' && (
        <TextField
          name={`${line.item} found`}
          label="实际数或实际情况"
          maxLength={200}
          value={note.found ?? ''}
          onChange={({ target }) => acts.onNote({ found: target.value })}
        />
      )}
      {showsWords && (
        <TextAreaField
          name={`${line.item} note`}
          label="说明"
          optional
          rows={2}
          maxLength={2000}
          value={note.note ?? ''}
          onChange={({ target }) => acts.onNote({ note: target.value })}
        />
      )}
      {answer === undefined && (note.note?.trim() || photos.length > 0) && (
        <p className="visit-line__open">还没有选结论，这一项只存在本机，没有交给另一名核查人员。</p>
      )}
      <p className="visit-line__tools">
        {photos.length < MOST_PHOTOS && (
          <>
            <PhotoButton label="拍照" camera onFiles={acts.onPhotos} />
            <PhotoButton label="选照片" onFiles={acts.onPhotos} />
          </>
        )}
        {!showsWords && (
          <Button tone="plain" className="visit-tool" onClick={() => setWordsOpen(true)}>
            写说明
          </Button>
        )}
        {line.declared === undefined && (
          <Button tone="plain" className="visit-tool" onClick={acts.onRemove}>
            删去此项
          </Button>
        )}
      </p>
    </>
  )
}

/** One fact to verify: what was declared, where to look, what rests on it, three answers, words and photos. */
export const LineCard = ({ line, number, note, photos, authority, theirs, others, acts }: LineProps) => (
  <article className="visit-line" id={`line-${number}`} tabIndex={-1}>
    {acts ? (
      <RadioField
        name={line.item}
        label={line.title}
        hint={<Background line={line} authority={authority} />}
        choices={answers}
        inline
        value={note.answer ?? ''}
        onChange={({ target }) => acts.onNote({ answer: target.value as Answer })}
      />
    ) : (
      <>
        <h3 className="visit-line__title">{line.title}</h3>
        <Background line={line} authority={authority} />
        <Reading note={note} />
      </>
    )}
    {acts && theirs && <Dispute note={note} theirs={theirs} others={others} onSettle={acts.onSettle} />}
    <PhotoStrip
      title={line.title}
      authority={authority}
      photos={photos}
      onRemove={acts?.onRemovePhoto}
      onRetry={acts?.onRetryPhoto}
    />
    {acts && <Noting line={line} note={note} photos={photos} acts={acts} />}
  </article>
)
