import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { Button } from '../../components/button/Button.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import type { PageLine } from './LineBackground.tsx'
import { LineCard } from './LineCard.tsx'
import { OWN } from './note.ts'
import { noteOf } from './notebook.ts'
import { OwnLine } from './OwnLine.tsx'
import { shownPhotos } from './PhotoStrip.tsx'
import { photoFrom } from './photo-file.ts'
import { lacks, tally } from './progress.ts'
import { Remarkable } from './Remarkable.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { Signatures } from './Signatures.tsx'
import { SignDialog } from './SignDialog.tsx'
import { chipsOf } from './status.ts'
import { useVisit } from './useVisit.ts'
import { VisitBar } from './VisitBar.tsx'
import { VisitNotices } from './VisitNotices.tsx'
import { isLocked, mayNote, type VisitView } from './visit-state.ts'
import './visit.css'

/** One on-site verification, noted by two verifiers on their phones, with or without network (第九条). */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return { view: await api.cases.visit({ params: { case: params.case ?? '' } }) }
}

export const Component = () => {
  const { view } = useLoaderData<typeof loader>()
  const person = useShell()?.person?.id ?? ''
  return <VisitSheet key={`${view.case.id} ${person}`} first={view} person={person} />
}

const ownItem = (): string => `${OWN}${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`

const VisitSheet = ({ first, person }: { readonly first: VisitView; readonly person: string }) => {
  const { state, offline, keeper } = useVisit(first, person)
  const { view, book, photos } = state
  const [signing, setSigning] = useState(false)
  const [reopening, setReopening] = useState(false)
  const [unread, setUnread] = useState<string>()
  const lines: readonly PageLine[] = [
    ...view.checklist,
    ...book.notes
      .filter(({ item }) => !view.checklist.some((line) => line.item === item))
      .map(({ item, title }) => ({ item, title: title ?? '（清单已不再列出的事项）' }))
      .sort((a, b) => (a.item < b.item ? -1 : 1)),
  ]
  const noteFor = (item: string) => noteOf(book, item)
  const count = tally(lines, noteFor)
  const own = mayNote(view, person)
  const locked = isLocked(state)
  const open = own && !locked
  const mine = view.verifiers.find(({ id }) => id === person)
  const others = view.verifiers.filter(({ id }) => id !== person)
  const other = others.map(({ name }) => name).join('、')
  const numbers = new Map(lines.map(({ item }, index) => [item, index + 1]))
  const { authority } = view.case

  const takePhotos = async (line: PageLine, files: readonly File[]) => {
    setUnread(undefined)
    for (const file of files) {
      const photo = await photoFrom(file, { person, case: view.case.id, item: line.item, title: line.title })
      if (photo) await keeper()?.addPhoto(photo)
      else setUnread(file.name)
    }
  }

  return (
    <Main title={`实地核查 ${view.case.enterpriseName}`} className="visit">
      <header className="visit-head">
        <p className="visit-head__line">
          <Link to="/office/visits" reloadDocument>
            实地核查
          </Link>
          {view.on && <span>{dayText(view.on, view.today)}</span>}
          {own && offline && <span>离线可用</span>}
        </p>
        <h1 className="visit-head__name">{view.case.enterpriseName}</h1>
        {own && (
          <p className="visit-head__chips" role="status">
            {chipsOf(state, count).map(({ tone, text }) => (
              <Tag key={text} tone={tone}>
                {text}
              </Tag>
            ))}
          </p>
        )}
      </header>
      <VisitNotices state={state} person={person} other={other} keeper={keeper} />
      <div className="visit-body">
        <div className="visit-lines">
          <fieldset className="visit-sheet" disabled={!state.ready}>
            <legend className="visually-hidden">核查事项</legend>
            {lines.map((line, index) => (
              <LineCard
                key={line.item}
                line={line}
                number={index + 1}
                note={noteFor(line.item)}
                authority={authority}
                photos={shownPhotos(
                  noteFor(line.item).photos,
                  photos.filter(({ item }) => item === line.item),
                )}
                theirs={
                  book.disputes.includes(line.item)
                    ? book.sheet.findings.find(({ item }) => item === line.item)
                    : undefined
                }
                others={other || '另一人'}
                acts={
                  open
                    ? {
                        onNote: (change) => void keeper()?.note(line.item, change),
                        onPhotos: (files) => void takePhotos(line, files),
                        onRemovePhoto: ({ id }) => void keeper()?.removePhoto(line.item, id),
                        onRetryPhoto: (photo) => void keeper()?.retryPhoto(photo),
                        onSettle: (whose) => void keeper()?.settle(line.item, whose),
                        onRemove: () => void keeper()?.remove(line.item),
                      }
                    : undefined
                }
              />
            ))}
          </fieldset>
          {open && <OwnLine onAdd={(title) => void keeper()?.note(ownItem(), { title })} />}
        </div>
        <aside className="visit-side">
          {view.on !== null && <Signatures view={view} person={person} />}
          <Remarkable lines={lines} noteFor={noteFor} numbers={numbers} />
          {view.contact && (
            <p className="visit-contact">
              <span className="muted">企业联系人：</span>
              {view.contact.name} <a href={`tel:${view.contact.phone}`}>{view.contact.phone}</a>
            </p>
          )}
        </aside>
      </div>
      <VisitBar
        {...{ view, own, locked, signed: mine?.signed === true && view.signatureStands }}
        onSign={() => setSigning(true)}
        onReopen={() => setReopening(true)}
      />
      {signing && (
        <SignDialog
          state={state}
          count={count}
          lacks={lacks(lines, noteFor, book.disputes)}
          numbers={numbers}
          other={other}
          photos={book.notes.reduce((sum, note) => sum + note.photos.length, 0)}
          onConclusion={(text) => void keeper()?.conclude(text)}
          onClose={() => setSigning(false)}
          onLook={() => void keeper()?.look()}
        />
      )}
      <ReopenDialog open={reopening} onClose={() => setReopening(false)} onReopen={() => void keeper()?.reopen()} />
      <Dialog
        open={unread !== undefined}
        title="这张照片打不开"
        onClose={() => setUnread(undefined)}
        actions={<Button onClick={() => setUnread(undefined)}>知道了</Button>}
      >
        <p>“{unread}”不是 JPEG 或 PNG 图片，或者已经损坏，没有收下。请重新拍照。</p>
      </Dialog>
    </Main>
  )
}
