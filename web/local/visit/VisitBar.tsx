import { useEffect, useState } from 'react'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import type { VisitView } from './visit-state.ts'

/** The decisions, always at the bottom: go on later, change what is signed, sign. */
export const VisitBar = ({
  view,
  own,
  locked,
  signed,
  onSign,
  onReopen,
}: {
  readonly view: VisitView
  readonly own: boolean
  readonly locked: boolean
  readonly signed: boolean
  readonly onSign: () => void
  readonly onReopen: () => void
}) => {
  const [scripts, setScripts] = useState(false)
  useEffect(() => setScripts(true), [])
  if (!own)
    return (
      <FormActions>
        <LinkButton tone="quiet" to={`/office/cases/${view.case.id}`}>
          案件页面
        </LinkButton>
      </FormActions>
    )
  return (
    <FormActions label="签字" note={scripts ? undefined : '记录核查需要启用脚本。'}>
      <LinkButton tone="quiet" wide to="/office/visits" reloadDocument>
        {signed ? '返回列表' : '稍后继续'}
      </LinkButton>
      {locked && (
        <Button tone="quiet" wide onClick={onReopen}>
          修改记录…
        </Button>
      )}
      {!signed && (
        <Button wide onClick={onSign}>
          {locked ? '核对无误，签字…' : '签字…'}
        </Button>
      )}
    </FormActions>
  )
}
