import { useState } from 'react'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Button } from '../../components/button/Button.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { TextAreaField } from '../../components/field/TextField.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { unsentLines } from './notebook.ts'
import type { Lack, tally } from './progress.ts'
import { type VisitState, waitingPhotos } from './visit-state.ts'

/** What stands in the way of signing beyond the lines themselves: the line to the server, the day, the photos. */
const hindrances = (state: VisitState): readonly Lack[] => {
  const { view, book, connection } = state
  const waiting = waitingPhotos(state).length
  const unsent = unsentLines(book).length
  const early = view.on !== null && view.today < view.on
  return [
    ...(early ? [{ text: `核查日期是 ${dayText(view.on ?? '', view.today)}，当日及以后才能签字` }] : []),
    ...(connection === 'offline' ? [{ text: '现在没有网络；签字须联网' }] : []),
    ...(connection === 'signed-out' ? [{ text: '登录已过期，请重新登录后签字' }] : []),
    ...(waiting > 0 ? [{ text: `${waiting} 张照片还没有上传` }] : []),
    ...(unsent > 0 && connection !== 'offline' ? [{ text: `${unsent} 项记录还没有上传` }] : []),
  ]
}

/** So many are named; the rest are counted. */
const MOST_LACKS = 7

/** Signs exactly what the server holds now. The first writes the conclusion; the second signs the same sheet. */
export const SignDialog = ({
  state,
  count,
  lacks,
  numbers,
  other,
  photos,
  onConclusion,
  onClose,
  onLook,
}: {
  readonly state: VisitState
  readonly count: ReturnType<typeof tally>
  readonly lacks: readonly Lack[]
  /** Which card a line is on. */
  readonly numbers: ReadonlyMap<string, number>
  /** The other verifier's name. */
  readonly other: string
  readonly photos: number
  readonly onConclusion: (text: string) => void
  readonly onClose: () => void
  /** Asks what the server holds now. */
  readonly onLook: () => void
}) => {
  const { view, book } = state
  const [asked, setAsked] = useState(false)
  const second = view.signatureStands
  const conclusion = (second ? (view.signedConclusion ?? '') : book.conclusion).trim()
  const { act, renew, pending, problem } = useAct((api, options) =>
    api.cases.act(
      {
        params: { case: view.case.id },
        body: {
          act: 'visit.sign',
          payload: { draftVersion: book.sheet.version, conclusion },
          baseSeq: view.seq,
        },
      },
      options,
    ),
  )
  const open = [...hindrances(state), ...lacks]
  const missing = conclusion.length < 2 ? '请写明核查结论。' : undefined
  const sign = async () => {
    setAsked(true)
    if (missing) return
    const done = await act()
    // Refused: the other may have signed or noted something meanwhile.
    onLook()
    if (done) onClose()
  }
  const signed = view.verifiers.find((verifier) => verifier.signed)
  return (
    <Dialog
      open
      title={open.length > 0 ? '还不能签字' : second ? '核对后签字' : '签字确认核查记录'}
      onClose={onClose}
      actions={
        <>
          {open.length === 0 && (
            <Button pending={pending} onClick={sign}>
              {second ? '签字，完成核查' : '签字'}
            </Button>
          )}
          <Button tone="quiet" onClick={onClose}>
            {open.length > 0 ? '返回' : '再核对一下'}
          </Button>
        </>
      }
    >
      {open.length > 0 ? (
        <ul className="visit-lacks">
          {open.slice(0, MOST_LACKS).map(({ item, text }) => (
            <li key={text}>
              {item === undefined ? (
                text
              ) : (
                <a href={`#line-${numbers.get(item) ?? 1}`} onClick={onClose}>
                  {text}
                </a>
              )}
            </li>
          ))}
          {open.length > MOST_LACKS && <li>还有 {open.length - MOST_LACKS} 项。</li>}
        </ul>
      ) : (
        <>
          <p>
            共 {count.total} 项：属实 {count.true} 项，有出入 {count.differs} 项，查不到 {count['not-found']} 项；照片{' '}
            {photos} 张。
          </p>
          {second ? (
            <>
              <p>
                {signed?.name}已于 {signed?.signedAt && instantText(signed.signedAt)} 签字。您签的是同一份记录。
              </p>
              <p className="visit-conclusion">
                <span className="muted">核查结论：</span>
                {view.signedConclusion}
              </p>
            </>
          ) : (
            <>
              <TextAreaField
                name="conclusion"
                label="核查结论"
                hint="写明现场总的情况；有出入、查不到的，写明对申报的影响。"
                rows={4}
                maxLength={2000}
                value={book.conclusion}
                error={asked ? missing : undefined}
                onChange={({ target }) => {
                  onConclusion(target.value)
                  renew()
                }}
              />
              <p className="muted small">
                签字后，请{other || '另一名核查人员'}
                在自己的手机上打开本页，核对后签同一份。两人签完以前需要修改的，须重新签字。
              </p>
            </>
          )}
        </>
      )}
      <ProblemBanner problem={problem} />
    </Dialog>
  )
}
