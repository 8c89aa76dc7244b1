import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { contentText } from './content-text.ts'
import { useEditing, usePlace } from './editing.ts'
import { placeName } from './names.ts'
import { type Content, shownAt } from './profile-store.ts'

/** Two people wrote the same place: both values side by side, and the person chooses. Nothing is dropped unasked. */
export const ConflictDialog = ({
  path,
  left,
  onClose,
}: {
  readonly path: string
  readonly left: number
  readonly onClose: () => void
}) => {
  const { store, evidence } = useEditing()
  const place = usePlace(path)
  const { theirs } = place
  if (!theirs) return null
  const mine = shownAt(place)
  const papers = ({ evidence: ids }: Content): string =>
    ids.length === 0 ? '' : `，佐证：${ids.map((id) => evidence.get(id)?.name ?? '一份').join('、')}`
  return (
    <Dialog
      open
      title={`“${placeName(path)}”已由${theirs.by}修改`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => store.resolve(path, 'theirs')}>用{theirs.by}的</Button>
          <Button tone="quiet" onClick={() => store.resolve(path, 'mine')}>
            用我的
          </Button>
          <Button tone="plain" onClick={onClose}>
            稍后再选
          </Button>
        </>
      }
    >
      <dl className="conflict">
        <div>
          <dt>
            {theirs.by}，{instantText(theirs.at)}
          </dt>
          <dd>
            {contentText(path, theirs)}
            {papers(theirs)}
          </dd>
        </div>
        <div>
          <dt>您刚才填的</dt>
          <dd>
            {contentText(path, mine)}
            {papers(mine)}
          </dd>
        </div>
      </dl>
      <p className="small muted">无论选哪一个，另一个都留在修改记录里。{left > 1 && `还有 ${left - 1} 项需要选择。`}</p>
    </Dialog>
  )
}
