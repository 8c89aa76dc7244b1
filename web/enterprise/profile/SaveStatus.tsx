import { useLocation } from 'react-router'
import { Button } from '../../components/button/Button.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { loginAddress } from '../../shell/problem.ts'
import { useEditing, useOverall } from './editing.ts'

/** How saving goes, in one quiet line; louder only when a person has to do something. */
export const SaveStatus = ({ onConflict }: { readonly onConflict: () => void }) => {
  const { store } = useEditing()
  const { state, savedAt, conflicts, refused } = useOverall()
  const { pathname } = useLocation()
  return (
    <span className={`save-status save-status--${state}`} role="status">
      {state === 'idle' && '自动保存'}
      {state === 'saving' && '正在保存…'}
      {state === 'saved' && savedAt !== undefined && `已保存 ${instantText(savedAt).slice(11)}`}
      {state === 'failed' && (
        <>
          {refused ? `${refused.message}${refused.remedy}` : '未能保存，重试中；内容还在本页'}
          <Button tone="plain" small onClick={() => void store.flush()}>
            现在重试
          </Button>
        </>
      )}
      {state === 'conflict' && (
        <>
          {conflicts.length} 项与同事的修改不一致
          <Button tone="plain" small onClick={onConflict}>
            去选择
          </Button>
        </>
      )}
      {state === 'signed-out' && (
        <>
          登录已过期，内容还在本页
          <a href={loginAddress(pathname)}>重新登录后继续保存</a>
        </>
      )}
    </span>
  )
}
