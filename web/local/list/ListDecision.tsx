import { type ReactNode, useState } from 'react'
import type { ListDetail } from '../../../contract/lists.ts'
import { ActButton } from '../../act/ActButton.tsx'
import type { Api } from '../../api.ts'
import { TextAreaField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'

/** The approving act of a list: what it asks first, and how it is sent. */
export interface Approval {
  readonly act: string
  readonly body: ReactNode
  readonly perform: (api: Api, options: { key: string }) => Promise<unknown>
}

const noteOf = (list: ListDetail): string => {
  if (list.ownWork) return '这份名单由您经办，须由另一名审批人员办理（第七条）。'
  if (list.status === 'waiting') return '等待审批人员办理。'
  return list.status === 'approved' ? '已办结' : '已退回，企业可以重新列入名单。'
}

/**
 * The bar of decisions on a list: approve it, take off the ticked firms, send it back. Buttons are those the procedure's
 * table offers to this person; without any the bar says why.
 */
export const ListDecision = ({
  list,
  approval,
  chosen,
  onTaken,
  children,
}: {
  readonly list: ListDetail
  readonly approval: Approval
  readonly chosen: ReadonlySet<string>
  readonly onTaken: () => void
  readonly children?: ReactNode
}) => {
  const [note, setNote] = useState('')
  const can = (act: string) => list.available.find((entry) => entry.act === act)
  const approve = can(approval.act)
  const unlist = list.available.find(({ act }) => act.endsWith('.unlist'))
  const noteField = (
    <TextAreaField
      name="note"
      label="意见"
      hint="经办人员会看到；不少于 2 字"
      rows={3}
      maxLength={500}
      value={note}
      onChange={({ target }) => setNote(target.value)}
    />
  )
  const body = { baseSeq: list.seq, note: note.trim() }
  const names = list.entries.filter(({ id }) => chosen.has(id)).map((entry) => entry.name)
  return (
    <FormActions note={approve ? `依据：${approve.article}` : noteOf(list)}>
      {approve && (
        <ActButton
          label={`${approve.label}…`}
          perform={approval.perform}
          confirm={{ title: approve.label, action: approve.label, body: approval.body }}
        />
      )}
      {unlist && chosen.size > 0 && (
        <ActButton
          label={`移出选中的 ${chosen.size} 家…`}
          tone="danger"
          perform={(api, options) =>
            api.lists.takeOff({ params: { list: list.id }, body: { ...body, entries: [...chosen] } }, options)
          }
          onDone={() => {
            setNote('')
            onTaken()
          }}
          confirm={{
            title: `移出 ${chosen.size} 家企业，其余不受影响`,
            action: '移出名单',
            body: (
              <>
                <p>{names.slice(0, 10).join('、') + (names.length > 10 ? ` 等 ${names.length} 家` : '')}</p>
                {noteField}
              </>
            ),
          }}
        />
      )}
      {unlist && (
        <ActButton
          label="整份退回经办…"
          tone="quiet"
          perform={(api, options) => api.lists.sendBack({ params: { list: list.id }, body }, options)}
          confirm={{ title: '整份退回经办', action: '退回', body: noteField }}
        />
      )}
      {children}
    </FormActions>
  )
}
