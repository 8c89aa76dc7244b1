import type { CaseDetail } from '../../../contract/case-view.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { CaseFileLink } from '../../components/case-file/CaseFileLink.tsx'
import { instantText } from '../../components/timeline/instant.ts'

/** Proof of what was handed in and when (B9): number, time, digest, list of evidence; printable. */
export const Receipt = ({
  submission,
  batch,
  file,
}: {
  readonly submission: NonNullable<CaseDetail['submission']>
  readonly batch: string
  /** Where the case file is saved from. */
  readonly file: string
}) => (
  <Card
    title="申报回执"
    aside={
      <Button small tone="quiet" className="no-print" onClick={() => window.print()}>
        打印
      </Button>
    }
  >
    <dl className="now__facts">
      <div>
        <dt>回执编号</dt>
        <dd className="receipt__number">{submission.receipt}</dd>
      </div>
      <div>
        <dt>提交时间</dt>
        <dd>
          {instantText(submission.at)}（北京时间）{submission.round > 1 && ` · 第 ${submission.round} 次提交`}
        </dd>
      </div>
      <div>
        <dt>声明人</dt>
        <dd>{submission.declaredBy}</dd>
      </div>
      <div>
        <dt>批次</dt>
        <dd>{batch}</dd>
      </div>
      <div>
        <dt>佐证</dt>
        <dd>{submission.evidence.length} 份</dd>
      </div>
    </dl>
    <p className="small muted">内容摘要（SHA-256），内容有任何改动都会不同：</p>
    <p className="receipt__digest">{submission.digest}</p>
    <CaseFileLink href={file} className="receipt__file" />
  </Card>
)
