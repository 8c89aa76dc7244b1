import { findPlace } from '../../../regime/profile/path.ts'
import { NONE } from '../../../regime/profile/read-field.ts'
import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { useEditing, usePlace } from './editing.ts'
import { type Content, shownAt } from './profile-store.ts'

const yesNo: Readonly<Record<string, string>> = { true: '是', false: '否' }
const units = { yuan: '元', wan: '万元' } as const

/** What stands at a place, in words: choices by name, amounts with their unit. */
export const contentText = (path: string, { raw, unit }: Content): string => {
  const place = findPlace(path)
  if (place?.kind === 'item') return raw === null ? '（已移除）' : '（保留）'
  if (raw === null || raw === '') return '（未填）'
  if (place?.kind === 'list') return raw === NONE ? place.list.none : raw
  if (place?.kind !== 'field') return raw
  if (raw === NONE) return '不是受让取得'
  const named = place.field.kind === 'flag' ? yesNo[raw] : place.field.choices?.[raw]
  return named ?? (unit ? `${raw} ${units[unit]}` : raw)
}

/** What a place is called: 2025 年营业收入. */
export const placeName = (path: string): string => {
  const place = findPlace(path)
  if (!place) return path
  if (place.kind === 'field') return `${place.year === undefined ? '' : `${place.year} 年`}${place.field.label}`
  if (place.kind === 'year') return `${place.year} 年的来源与佐证`
  return place.kind === 'list' ? place.list.label : place.list.item
}

/** Two people wrote the same place: both values side by side, and the person chooses. Nothing is lost either way. */
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
