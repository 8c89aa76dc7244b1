import { useState } from 'react'
import type { SignedEntry } from '../../../contract/profile.ts'
import { factSources } from '../../../regime/profile/field.ts'
import { browserApi } from '../../api.ts'
import { instantText } from '../../components/timeline/instant.ts'
import { type Problem, problemOf } from '../../shell/problem.ts'
import { contentText } from './content-text.ts'
import { useEditing } from './editing.ts'

/** Everything that ever stood at a place, by whom and when; read when it is unfolded. */
export const HistoryList = ({ path }: { readonly path: string }) => {
  const { enterprise } = useEditing()
  const [changes, setChanges] = useState<readonly SignedEntry[]>()
  const [problem, setProblem] = useState<Problem>()
  const read = async (): Promise<void> => {
    try {
      const { client } = await browserApi()
      setChanges((await client.profile.history({ params: { enterprise }, query: { path } })).changes)
      setProblem(undefined)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <details className="history" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>修改记录</summary>
      {problem && (
        <p className="field__error">
          {problem.message}
          {problem.remedy}
        </p>
      )}
      {changes?.length === 0 && <p className="small muted">还没有填写过。</p>}
      <ol className="history__list">
        {changes?.map((change) => (
          <li key={change.version}>
            <span>
              {contentText(path, change)}
              {change.source !== null && <span className="muted"> · {factSources[change.source]}</span>}
              {change.evidence.length > 0 && <span className="muted"> · 佐证 {change.evidence.length} 份</span>}
            </span>
            <span className="small muted">
              {change.by} {instantText(change.at)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
