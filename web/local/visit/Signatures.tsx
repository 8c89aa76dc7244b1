import { Card } from '../../components/card/Card.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import type { VisitView } from './visit-state.ts'

const standing = (view: VisitView, { signed, signedAt }: VisitView['verifiers'][number]) => {
  if (!signed) return <Tag>未签字</Tag>
  if (!view.signatureStands) return <Tag tone="fail">签字后有改动，须重新签字</Tag>
  return <Tag tone="pass">已签字{signedAt && ` ${instantText(signedAt)}`}</Tag>
}

/** Who verifies, who has signed, and what was concluded. */
export const Signatures = ({ view, person }: { readonly view: VisitView; readonly person: string }) => (
  <Card title="核查人员签字">
    <ul className="visit-signatures">
      {view.verifiers.map((verifier) => (
        <li key={verifier.id}>
          <b>{verifier.name || '（姓名未公开）'}</b>
          {verifier.id === person && '（您）'} {standing(view, verifier)}
        </li>
      ))}
    </ul>
    {view.signedConclusion !== null && view.signatureStands && (
      <p>
        <span className="muted">核查结论：</span>
        {view.signedConclusion}
      </p>
    )}
    <p className="muted small">
      两名核查人员签同一份记录：一人先签，另一人核对后签。记录、照片或结论有任何不同，系统不收第二个签字。
    </p>
  </Card>
)
