import { useState } from 'react'
import { Button } from '../../components/button/Button.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { answerOf, answers } from './answers.ts'
import { Dispute } from './Dispute.tsx'
import { LineBackground, type PageLine } from './LineBackground.tsx'
import type { Answer, Note } from './note.ts'
import { PhotoButton, PhotoStrip, type ShownPhoto } from './PhotoStrip.tsx'
import type { Photo } from './store.ts'

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

/** A line nobody can change here: what was noted. */
const Reading = ({ note }: Pick<LineProps, 'note'>) => {
  const answer = answerOf(note.answer)
  if (!answer && !note.note) return null
  return (
    <p className="visit-line__reading">
      <Tag tone={answer?.tone ?? 'plain'}>{answer?.label ?? '没有结论'}</Tag>
      {note.answer === 'differs' && note.found && <b>实际 {note.found}</b>}
      {note.note && <span>{note.note}</span>}
    </p>
  )
}

const Noting = ({
  line,
  number,
  note,
  photos,
  acts,
}: Pick<LineProps, 'line' | 'number' | 'note' | 'photos'> & { readonly acts: LineActs }) => {
  const [wordsOpen, setWordsOpen] = useState(false)
  const { answer } = note
  const asksWords = answer === 'differs' || answer === 'not-found'
  const showsWords = asksWords || wordsOpen || Boolean(note.note)
  return (
    <>
      {answer === 'differs' && (
        <TextField
          name={`found-${number}`}
          label="实际数或实际情况"
          maxLength={200}
          value={note.found ?? ''}
          onChange={({ target }) => acts.onNote({ found: target.value })}
        />
      )}
      {showsWords && (
        <TextAreaField
          name={`note-${number}`}
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
  <article className={acts ? 'visit-line' : 'visit-line visit-line--read'} id={`line-${number}`} tabIndex={-1}>
    {acts ? (
      <RadioField
        name={`answer-${number}`}
        label={line.title}
        hint={<LineBackground line={line} authority={authority} />}
        choices={answers}
        inline
        value={note.answer ?? ''}
        onChange={({ target }) => acts.onNote({ answer: target.value as Answer })}
      />
    ) : (
      <>
        <h3 className="visit-line__title">{line.title}</h3>
        <LineBackground line={line} authority={authority} />
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
    {acts && <Noting line={line} number={number} note={note} photos={photos} acts={acts} />}
  </article>
)
